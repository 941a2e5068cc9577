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
        instance: Unmanaged<Object>? = nil, namespace: Unmanaged<Namespace>? = nil, ownsStack: Bool = true
    ) throws {
        try codeReference._withUnsafeGuaranteedRef { code in
            let previousTop = top
            let newTop = registers + code.registerCount
            if depth >= limits.recursion || newTop >= stackEnd || frameCount >= Self.frameCapacity { throw tooDeep() }
            ticks &-= 1
            if ticks < 0 { try poll() }
            depth += 1
            top = newTop
            _ = function?.retain()
            _ = instance?.retain()
            (frames + frameCount).initialize(to: Frame(
                code: codeReference, instructions: code.instructions, globals: .passUnretained(code.globals), function: function,
                registers: registers, pc: code.instructions, result: result, instance: instance, namespace: namespace,
                completion: completion, ownsStack: ownsStack, previousTop: previousTop))
            frameCount += 1
        }
    }

    @inline(never)
    func tooDeep() -> Raised { .recursionError("maximum recursion depth exceeded") }

    /// Pops the innermost frame and releases its registers.
    @inline(__always)
    func pop() {
        frameCount -= 1
        depth -= 1
        let frame = frames + frameCount
        top = frame.pointee.previousTop
        // A generator takes its registers back off the stack.
        if frame.pointee.ownsStack {
            frame.pointee.registers.clear(frame.pointee.code._withUnsafeGuaranteedRef { $0.registerCount })
        }
        frame.pointee.instance?.release()
        frame.pointee.function?.release()
    }
}
