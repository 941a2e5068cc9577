// GeneratorObject: a suspended function.

/// What a generator function returns: a frame with registers of its own that stops at each `yield`.
public final class GeneratorObject: Object, @unchecked Sendable {
    /// What the generator is doing.
    enum State { case created, suspended, running, finished }

    let function: FunctionObject
    /// Nil once an heir has them.
    private var ownRegisters: Slot?
    private var registers: Slot { ownRegisters.unsafelyUnwrapped }
    private let registerCount: Int
    private var pc: UnsafeMutablePointer<Instruction>
    private(set) var state = State.created
    /// Whether it has been told that nobody holds it any more.
    var isAbandoned = false
    /// The value of its `return`, once it has finished.
    private(set) var returnValue: Value = .none

    /// Moves bound parameters out of free stack at `bound`.
    init(_ function: FunctionObject, takingRegisters bound: Slot) {
        let code = function.code
        self.function = function
        registerCount = code.registerCount
        let registers = Slot.allocate(capacity: max(1, registerCount))
        registers.initialize(repeating: .unset, count: registerCount)
        for index in 0..<code.signature.parameters.count {
            registers[index] = bound[index]
            bound[index] = .unset
        }
        ownRegisters = registers
        pc = code.instructions
        super.init(type: .generator)
    }

    /// Takes over the state of a generator that is being freed, so that it can be closed.
    private init(heirOf generator: GeneratorObject) {
        (function, registerCount, ownRegisters) = (generator.function, generator.registerCount, generator.ownRegisters)
        (pc, state, isAbandoned) = (generator.pc, .suspended, true)
        generator.ownRegisters = nil
        super.init(type: .generator)
    }

    /// Whether it stands in a `try` or `with`, which wants to hear of its end and has not yet.
    var isGuarded: Bool {
        guard !isAbandoned, state == .suspended, !function.code.handlers.isEmpty else { return false }
        let index = pc - function.code.instructions - (pc.pointee.opcode == .yieldFrom ? 0 : 1)
        return function.code.handlers.contains { $0.start <= index && index < $0.end }
    }

    deinit {
        if isGuarded { return Finalization.noteAbandoned(GeneratorObject(heirOf: self)) }
        registers.deinitialize(count: registerCount)
        registers.deallocate()
    }

    public override var isIterator: Bool { true }
    public override func iterate() throws -> Object? { self }
    public override func next() throws -> Value? { try resume(sending: .none) }

    /// The value of its `return` for the StopIteration that tells of its end; later ones carry none.
    func takeReturnValue() -> Value {
        defer { returnValue = .none }
        return returnValue
    }

    /// `send(value)`: runs to the next `yield`; nil when the function returns.
    public func resume(sending value: Value) throws -> Value? {
        switch state {
        case .finished: return nil
        case .running: throw Raised.valueError("generator already executing")
        case .created:
            if !value.isNone { throw Raised.typeError("can't send non-None value to a just-started generator") }
        case .suspended: deliver(value)
        }
        return try run(raising: nil)
    }

    /// `throw(exception)`: raises it at the `yield` where the generator stands.
    public func raise(_ raised: Raised) throws -> Value? {
        switch state {
        case .finished: throw raised
        case .running: throw Raised.valueError("generator already executing")
        case .created:
            finish()
            throw raised
        case .suspended: break
        }
        if let inner = delegate {
            do {
                if let element = try inner.raise(raised) { return element }
                return try run(raising: nil)
            } catch {
                return try run(raising: error)
            }
        }
        return try run(raising: raised)
    }

    /// `close()`: raises GeneratorExit where the generator stands.
    public func close() throws {
        guard state == .suspended else {
            if state == .created { finish() }
            return
        }
        do {
            let exit = Raised(ExceptionObject(type: .generatorExit, arguments: []))
            if try raise(exit) != nil { throw Raised.runtimeError("generator ignored GeneratorExit") }
        } catch let raised as Raised where raised.exception.isA(.generatorExit) || raised.exception.isA(.stopIteration) {
            finish()
        }
    }

    /// The generator a `yield from` hands everything to.
    private var delegate: GeneratorObject? {
        guard pc.pointee.opcode == .yieldFrom else { return nil }
        return registers[Int(pc.pointee.a)].as(GeneratorObject.self)
    }

    /// Puts a sent value where the suspended `yield` expects it.
    private func deliver(_ value: Value) {
        if pc.pointee.opcode == .yieldFrom {
            registers[Int(pc.pointee.a) + 1] = value
        } else {
            registers[Int((pc - 1).pointee.b)] = value
        }
    }

    private func run(raising error: (any Error)?) throws -> Value? {
        guard let machine = Interpreter.current else { return nil }
        let code = Unmanaged.passUnretained(function.code)
        // While it runs, the registers lie on the machine's stack, where calls continue them.
        let active = machine.top
        try machine.push(
            code, function: .passUnretained(function), registers: active, result: active, completion: .generator)
        move(registers, to: active)
        defer { move(active, to: registers) }
        let frame = machine.innermost
        // An exception is raised by the instruction that yielded.
        frame.pointee.pc = error != nil && pc.pointee.opcode == .yieldFrom ? pc + 1 : pc
        state = .running
        do {
            let value = try machine.run(raising: error)
            guard let resumption = machine.resumption else {
                returnValue = value
                state = .finished
                active.clear(registerCount)
                return nil
            }
            machine.resumption = nil
            pc = resumption
            state = .suspended
            return value
        } catch {
            state = .finished
            active.clear(registerCount)
            throw Self.replacingStopIteration(error)
        }
    }

    /// Moves the registers between the heap and the stack; what they leave reads as unset.
    private func move(_ source: Slot, to target: Slot) {
        target.moveUpdate(from: source, count: registerCount)
        source.initialize(repeating: .unset, count: registerCount)
    }

    /// A StopIteration that leaves a generator would look like its end.
    private static func replacingStopIteration(_ error: any Error) -> any Error {
        guard let raised = error as? Raised, raised.exception.isA(.stopIteration) else { return error }
        let replacement = Raised.runtimeError("generator raised StopIteration")
        replacement.exception.cause = raised.exception
        replacement.exception.context = raised.exception
        replacement.exception.suppressesContext = true
        replacement.exception.traceback = raised.exception.traceback
        return replacement
    }

    private func finish() {
        state = .finished
        registers.clear(registerCount)
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        visit(function)
        guard state != .running else { return }
        for index in 0..<registerCount {
            if case .object(let object) = registers[index] { visit(object) }
        }
    }

    public override func clearReferences() {
        if state != .running { finish() }
    }

    public override func repr() throws -> String {
        "<generator object \(function.qualifiedName) at \(address)>"
    }

    /// The methods of generators.
    static let rows: [Row] = [
        def("send(self, value, /)", "Resumes the generator; `value` is the result of its `yield`.") { (generator: GeneratorObject, value: Value) in
            try generator.orStop(try generator.resume(sending: value))
        },
        def("throw(self, type, value=None, traceback=None, /)", "Raises an exception where the generator stands.") {
            (generator: GeneratorObject, type: Value, value: Value, _: Value) in
            let thrown = try Interpreter.current.exception(from: try type.thrown(with: value))
            return try generator.orStop(try generator.raise(thrown))
        },
        def("close(self, /)", "Raises GeneratorExit where the generator stands.") { (generator: GeneratorObject) in try generator.close() },
        property("__name__", "The name of the function.") { (generator: GeneratorObject) in generator.function.name },
        property("__qualname__", "The full name of the function.") { (generator: GeneratorObject) in generator.function.qualifiedName },
        property("gi_code", "Its code.") { (generator: GeneratorObject) in Value.object(CodeObject(generator.function.code)) },
        property("gi_yieldfrom", "The iterator that a `yield from` waits for, or None.") { (generator: GeneratorObject) in
            generator.state == .suspended && generator.pc.pointee.opcode == .yieldFrom ? generator.registers[Int(generator.pc.pointee.a)] : .none
        },
        property("gi_running", "Whether it is running.") { (generator: GeneratorObject) in generator.state == .running },
        property("gi_frame", "Its code while it is not finished, or None.") { (generator: GeneratorObject) -> Value in
            generator.state == .finished ? .none : .object(CodeObject(generator.function.code))
        },
    ]

    private func orStop(_ element: Value?) throws -> Value {
        if let element { return element }
        throw Raised.stopIteration(takeReturnValue())
    }
}

extension Interpreter {
    /// `yield`, `yield from`: the element to hand out; nil where a `yield from` is done and the function goes on.
    func yield(_ frame: FramePointer, _ i: Instruction, _ r: Slot) throws -> Value? {
        if i.opcode == .yield {
            resumption = frame.pointee.pc
            let element = r[Int(i.a)]
            r[Int(i.a)] = .unset
            pop()
            return element
        }
        guard case .object(let iterator) = r[Int(i.a)] else { return nil }
        let sent = r[Int(i.a) + 1]
        r[Int(i.a) + 1] = .none
        let element: Value?
        var outcome: Value = .none
        if let generator = iterator as? GeneratorObject {
            element = try generator.resume(sending: generator.state == .created ? .none : sent)
            if element == nil { outcome = generator.returnValue }
        } else if !sent.isNone {
            element = try Value.object(iterator).callMethod("send", [sent])
        } else {
            (element, outcome) = try iterator.advanceOrOutcome()
        }
        guard let element else {
            r[Int(i.b)] = outcome
            return nil
        }
        // Resumed at this same instruction.
        resumption = frame.pointee.pc - 1
        pop()
        return element
    }
}

extension Value {
    /// What `throw(type, value)` raises: the value where it is an exception, else one made from it.
    fileprivate func thrown(with value: Value) throws -> Value {
        guard !value.isNone, value.as(ExceptionObject.self) == nil else { return value.isNone ? self : value }
        guard self.as(Class.self)?.isSubclass(of: .baseException) == true else { return self }
        return try call(value.as(TupleObject.self)?.elements ?? [value])
    }
}

extension Interpreter {
    /// A statement ends: what waits for that runs. A loop leaves its iterator behind: a generator nobody else holds is closed, so that
    /// its `finally` runs now.
    func abandon(_ slot: Slot) throws {
        if Finalization.isPending { try Finalization.run() }
        // Asked before anything else here refers to the object.
        guard slot.tag == Tag.object, CycleCollector.referenceCount(slot.rawObject) == 1 else { return }
        if let generator = slot.pointee.as(GeneratorObject.self), generator.state == .suspended { try generator.close() }
    }
}

extension Object {
    /// As `advance`, with the value of a StopIteration raised by user code.
    fileprivate func advanceOrOutcome() throws -> (Value?, Value) {
        guard type.userDunders.contains(.next) else { return (try next(), .none) }
        do {
            return (try Value.callSpecial(.next, .object(self)), .none)
        } catch let raised as Raised where raised.exception.isA(.stopIteration) {
            return (nil, raised.exception.arguments.first ?? .none)
        }
    }
}
