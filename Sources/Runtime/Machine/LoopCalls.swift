// Calls made by the loop: functions of the language without native recursion, everything else through its hook.

extension Interpreter {
    /// Calls the object in `function` with `count` arguments in the slots after it.
    /// - Returns: whether a frame was pushed; otherwise the result is stored.
    @inline(__always)
    func call(_ function: Slot, arguments: Slot, count: Int, result: Slot) throws -> Bool {
        guard function.tag == Tag.object else { throw notCallable(function) }
        let object = function.rawObject
        switch object._withUnsafeGuaranteedRef({ $0.shape._withUnsafeGuaranteedRef { $0.kind } }) {
        case .function:
            let callee = Unmanaged<FunctionObject>.fromOpaque(object.toOpaque())
            let code = callee._withUnsafeGuaranteedRef { Unmanaged.passUnretained($0.code) }
            guard code._withUnsafeGuaranteedRef({ $0.plainCount }) == count else { return try enter(callee, arguments, count, result) }
            try push(code, function: callee, registers: arguments, result: result, completion: .plain)
            prepareLocals(code, arguments)
            return true
        case .native:
            let native = Unmanaged<NativeFunction>.fromOpaque(object.toOpaque())
            let value = try native._withUnsafeGuaranteedRef { try $0.call(Arguments(base: arguments, count: count, keywords: [])) }
            arguments.clear(count)
            result.pointee = value
            return false
        case .cls: return try instantiate(function, arguments, count, result)
        case .boundMethod: return try callBound(function, arguments, count, result)
        case .other, .instance, .list, .tuple, .dict, .str, .rangeIterator, .listIterator, .generator:
            return try callObject(function, arguments, count, result)
        }
    }

    /// Locals other than parameters must read as unset where the code checks them.
    @inline(__always)
    func prepareLocals(_ code: Unmanaged<Code>, _ registers: Slot) {
        code._withUnsafeGuaranteedRef { code in
            guard code.checksLocals else { return }
            var index = code.signature.parameters.count
            while index < code.localCount {
                (registers + index).setUnset()
                index += 1
            }
        }
    }

    @inline(never)
    func notCallable(_ function: Slot) -> Raised { .typeError("'\(function.pointee.type.name)' object is not callable") }

    /// A call of a function that is no plain match of arguments and positional parameters.
    @inline(never)
    func enter(
        _ callee: Unmanaged<FunctionObject>, _ arguments: Slot, _ count: Int, _ result: Slot, keywords: [Name] = [],
        completion: Completion = .store, instance: Unmanaged<Object>? = nil
    ) throws -> Bool {
        let function = callee.takeUnretainedValue()
        let code = function.code
        let reference = Unmanaged.passUnretained(code)
        if code.takesPositionalOnly, keywords.isEmpty, !code.isGenerator, count <= code.signature.positionalCount,
           fillDefaults(function, arguments, from: count) {
            try push(reference, function: callee, registers: arguments, result: result, completion: completion, instance: instance)
            prepareLocals(reference, arguments)
            return true
        }
        let registers = top
        try bind(function, Arguments(base: arguments, count: count, keywords: keywords), into: registers)
        arguments.clear(count + keywords.count)
        if code.isGenerator {
            result.pointee = .object(GeneratorObject(function, takingRegisters: registers))
            return false
        }
        try push(reference, function: callee, registers: registers, result: result, completion: completion, instance: instance)
        prepareLocals(reference, registers)
        return true
    }

    /// Puts the defaults of parameters from `count` on into their places; false where one is required.
    private func fillDefaults(_ function: FunctionObject, _ arguments: Slot, from count: Int) -> Bool {
        let total = function.code.signature.positionalCount
        guard function.defaults.count == total || count == total, arguments + total < stackEnd else { return false }
        for index in count..<total where function.defaults[index].isUnset { return false }
        for index in count..<total { arguments[index] = function.defaults[index] }
        return true
    }

    /// Binds arguments of any form into `registers`, which must be free stack.
    func bind(_ function: FunctionObject, _ arguments: Arguments, into registers: Slot) throws {
        let code = function.code
        guard registers + code.registerCount < stackEnd else { throw tooDeep() }
        let count = code.signature.parameters.count
        for index in 0..<count { registers[index] = .unset }
        do {
            try Binder.bind(arguments, to: code.signature, named: function.qualifiedName, defaults: function.defaults, into: registers)
        } catch {
            registers.clear(count)
            throw error
        }
    }

    /// `method(…)`: the receiver takes the place of the callable.
    private func callBound(_ function: Slot, _ arguments: Slot, _ count: Int, _ result: Slot) throws -> Bool {
        guard case .object(let object) = function.pointee else { throw notCallable(function) }
        let method = unsafeDowncast(object, to: BoundMethod.self)
        function.pointee = method.receiver
        // The method may have been the last to hold its function.
        let target = method.function
        switch target.shape._withUnsafeGuaranteedRef({ $0.kind }) {
        case .function:
            return try withExtendedLifetime(target) {
                try enter(.passUnretained(unsafeDowncast(target, to: FunctionObject.self)), function, count + 1, result)
            }
        case .other, .instance, .boundMethod, .native, .cls, .list, .tuple, .dict, .str, .rangeIterator, .listIterator, .generator:
            result.pointee = try Value.object(target).call(Arguments(base: function, count: count + 1, keywords: []))
            return false
        }
    }

    /// Calls an object by its `__call__`: the object itself is the first argument.
    private func callObject(_ function: Slot, _ arguments: Slot, _ count: Int, _ result: Slot) throws -> Bool {
        guard case .object(let object) = function.pointee else { throw notCallable(function) }
        if object.type.userDunders.contains(.call), let callee = object.type.lookup(Dunder.call.name)?.as(FunctionObject.self) {
            return try enter(.passUnretained(callee), function, count + 1, result)
        }
        let value = try function.pointee.call(Arguments(base: arguments, count: count, keywords: []))
        arguments.clear(count)
        result.pointee = value
        return false
    }

    /// `cls(…)`: plain user classes without native recursion.
    private func instantiate(_ function: Slot, _ arguments: Slot, _ count: Int, _ result: Slot) throws -> Bool {
        let cls = Unmanaged<Class>.fromOpaque(function.rawObject.toOpaque()).takeUnretainedValue()
        if cls.type.userDunders.contains(.call) { return try callObject(function, arguments, count, result) }
        if cls.kind == .instance, cls.isUserDefined, !cls.userDunders.contains(.new), cls.abstractNames.isEmpty,
           cls.userDunders.contains(.`init`), let initializer = cls.lookup(Dunder.`init`.name)?.as(FunctionObject.self) {
            let instance = Instance(type: cls)
            function.pointee = .object(instance)
            let callee = Unmanaged.passUnretained(initializer)
            if try enter(callee, function, count + 1, result, completion: .construct, instance: .passUnretained(instance)) { return true }
            // A generator as `__init__`: its result is no None.
            throw Raised.typeError("__init__() should return None, not 'generator'")
        }
        let arguments = Arguments(base: arguments, count: count, keywords: [])
        let value = try cls.plainConstructor.map { try $0(cls, arguments) } ?? cls.call(arguments)
        arguments.base.clear(count)
        result.pointee = value
        return false
    }

    /// Calls with keyword arguments or spread arguments.
    @inline(never)
    func callUnusual(_ frame: UnsafeMutablePointer<Frame>, _ i: Instruction, _ r: Slot) throws -> Bool {
        let window = r + Int(i.a)
        if i.opcode == .callSpread { return try callSpread(window) }
        let names = frame.pointee.code._withUnsafeGuaranteedRef { $0.keywordLists[Int(i.c)] }
        let isBound = i.opcode == .callMethodKeywords && !window.isUnset
        let function = i.opcode == .callKeywords || isBound ? window : window + 1
        let count = Int(i.b) + (isBound ? 1 : 0)
        return try call(function, arguments: function + 1, count: count, keywords: names, result: window)
    }

    private func call(_ function: Slot, arguments: Slot, count: Int, keywords: [Name], result: Slot) throws -> Bool {
        guard case .object(let object) = function.pointee else { throw notCallable(function) }
        if let callee = object as? FunctionObject {
            return try enter(.passUnretained(callee), arguments, count, result, keywords: keywords)
        }
        if object.type.userDunders.contains(.call), let callee = object.type.lookup(Dunder.call.name)?.as(FunctionObject.self) {
            return try enter(.passUnretained(callee), function, count + 1, result, keywords: keywords)
        }
        let value = try function.pointee.call(Arguments(base: arguments, count: count, keywords: keywords))
        arguments.clear(count + keywords.count)
        result.pointee = value
        return false
    }

    /// `f(*list, **dict)`: the list is in the next slot, the dict behind it.
    private func callSpread(_ window: Slot) throws -> Bool {
        let positional = window[1].sequenceElements ?? []
        let pairs = try (window[2].as(DictObject.self)?.table.pairs ?? []).map { key, value in
            guard let name = key.as(StrObject.self) else { throw Raised.typeError("keywords must be strings") }
            return (name.name, value)
        }
        (window + 1).clear(2)
        guard pairs.isEmpty, top + positional.count + 1 < stackEnd, positional.count < 4096 else {
            window.pointee = try window.pointee.call(positional, keywords: pairs)
            return false
        }
        // Laid out as an ordinary call above the frame, which is free stack.
        let function = top
        function.copy(window)
        for (index, value) in positional.enumerated() { function[index + 1] = value }
        top += positional.count + 1
        do {
            guard try call(function, arguments: function + 1, count: positional.count, result: window) else {
                function.setUnset()
                top = function
                return false
            }
            innermost.pointee.previousTop = function
            // The receiver of a method is the first register of the pushed frame by now.
            if innermost.pointee.registers != function { function.setUnset() }
            return true
        } catch {
            function.setUnset()
            top = function
            throw error
        }
    }

    /// Ends a frame that is no plain call.
    /// - Returns: its value, where the frame was entered from Swift; otherwise it has been handed to the caller.
    @inline(never)
    func finish(_ frame: FramePointer, _ value: Value) throws -> Value? {
        let target = frame.pointee.result
        switch frame.pointee.completion {
        case .plain, .store:
            pop()
            target.pointee = value
        case .leave, .generator:
            pop()
            return value
        case .construct:
            guard value.isNone else {
                throw Raised.typeError("__init__() should return None, not '\(value.type.name)'")
            }
            let instance = frame.pointee.instance.unsafelyUnwrapped.takeUnretainedValue()
            pop()
            target.pointee = .object(instance)
        case .operation: try finishOperation(frame, value)
        }
        return nil
    }

    /// `NotImplemented` makes the operator of the caller ask the other side.
    private func finishOperation(_ frame: FramePointer, _ value: Value) throws {
        let target = frame.pointee.result
        pop()
        guard value.isNotImplemented else {
            target.pointee = value
            return
        }
        let caller = innermost
        let i = (caller.pointee.pc - 1).pointee
        let k = caller.pointee.code._withUnsafeGuaranteedRef { $0.constants }
        func operand(_ number: UInt16) -> Value {
            number & Instruction.constantBit == 0 ? caller.pointee.registers[Int(number)] : k[Int(number & ~Instruction.constantBit)]
        }
        target.pointee = try Value.binaryAfterForward(i.binaryOperator, operand(i.b), operand(i.c))
    }
}
