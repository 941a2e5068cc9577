// Stack: the registers and frames of the machine.
import Glibc

extension Interpreter {
    /// Registers the stack can hold. The memory is reserved, not used, until calls reach it.
    static let stackCapacity = 1 << 20
    /// Frames that can be active at once, whatever the recursion limit is set to.
    static let frameCapacity = 1 << 15

    /// Zeroed memory for registers: a zeroed `Value` is `False`, which needs no reference counting.
    static func makeStack() -> Slot {
        guard let memory = calloc(stackCapacity, MemoryLayout<Value>.stride) else { preconditionFailure("no memory for the stack") }
        return memory.bindMemory(to: Value.self, capacity: stackCapacity)
    }

    /// Pushes a frame for a call whose arguments already lie in `registers`.
    /// - Throws: RecursionError, or what `poll` throws.
    @inline(__always)
    func push(
        _ codeReference: Unmanaged<Code>, function: Unmanaged<FunctionObject>?, registers: Slot, result: Slot, completion: Completion,
        instance: Unmanaged<Object>? = nil, namespace: Unmanaged<Namespace>? = nil
    ) throws {
        let newTop = registers + codeReference._withUnsafeGuaranteedRef { $0.registerCount }
        if depth >= limits.recursion || newTop >= stackEnd || innermost >= lastFrame { throw tooDeep() }
        try turn()
        depth += 1
        if completion != .plain {
            _ = function?.retain()
            _ = instance?.retain()
        }
        innermost += 1
        innermost.initialize(to: Frame(
            code: codeReference, globals: codeReference._withUnsafeGuaranteedRef { .passUnretained($0.globals) }, function: function,
            registers: registers, pc: codeReference._withUnsafeGuaranteedRef { $0.instructions }, result: result, instance: instance,
            namespace: namespace, completion: completion, previousTop: top))
        top = newTop
    }

    @inline(never)
    func tooDeep() -> Raised { .recursionError("maximum recursion depth exceeded") }

    /// Pops the innermost frame and releases its registers.
    func pop() {
        let frame = innermost
        innermost -= 1
        depth -= 1
        top = frame.pointee.previousTop
        if frame.pointee.completion != .generator {
            frame.pointee.registers.clear(frame.pointee.code._withUnsafeGuaranteedRef { $0.registerCount })
        }
        guard frame.pointee.completion != .plain else { return }
        frame.pointee.instance?.release()
        frame.pointee.function?.release()
    }

    /// Ends a plain call: the value in `source`, a register of the frame or (where it is `shared`) a constant, goes to the caller.
    @inline(__always)
    func popPlain(_ frame: FramePointer, _ source: Slot, shared: Bool) {
        let target = frame.pointee.result
        innermost = frame - 1
        depth -= 1
        top = frame.pointee.previousTop
        // First into a slot that holds nothing, since the target holds the function of this very frame.
        let count = frame.pointee.code._withUnsafeGuaranteedRef { $0.registerCount }
        let value = shared ? source.pointee : source.take()
        frame.pointee.registers.clear(count)
        target.pointee = value
    }

    /// Number of frames at the moment.
    var frameCount: Int { innermost - frames + 1 }
}
