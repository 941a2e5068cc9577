// Calls: calling values from Swift.

extension Value {
    /// `self(*positional, **keywords)`
    public func call(_ positional: [Value] = [], keywords: [(Name, Value)] = []) throws -> Value {
        try Arguments.with(positional, keywords: keywords) { try call($0) }
    }

    /// `self(argument)`, without an array around the argument.
    public func call(_ argument: Value) throws -> Value {
        // Arguments are never written to.
        try withUnsafePointer(to: argument) { try call(Arguments(base: UnsafeMutablePointer(mutating: $0), count: 1, keywords: [])) }
    }

    /// `self(arguments)`
    public func call(_ arguments: Arguments) throws -> Value {
        guard case .object(let object) = self else {
            throw Raised.typeError("'\(type.name)' object is not callable")
        }
        if object.type.userDunders.contains(.call) {
            let function = object.type.lookup(Dunder.call.name) ?? .none
            return try arguments.prepending(self) { try function.call($0) }
        }
        return try object.call(arguments)
    }

    /// `callable(self)`
    var isCallable: Bool { type.lookup(Dunder.call.name) != nil || type.nativeDunders.contains(.call) }

    /// `self.name(*positional, **keywords)`
    public func callMethod(_ name: Name, _ positional: [Value] = [], keywords: [(Name, Value)] = []) throws -> Value {
        try attribute(name).call(positional, keywords: keywords)
    }

    /// Calls a function found in a class as a method of `receiver`.
    func callBound(_ receiver: Value, _ arguments: [Value]) throws -> Value {
        try call([receiver] + arguments)
    }
}

extension Interpreter {
    /// Calls a function of the language from Swift and runs it to its end.
    func call(_ function: FunctionObject, _ arguments: Arguments) throws -> Value {
        let code = function.code
        let registers = top
        if code.takesPositionalOnly, arguments.keywords.isEmpty, arguments.count == code.signature.positionalCount {
            guard registers + code.registerCount < stackEnd else { throw tooDeep() }
            for index in 0..<arguments.count { (registers + index).copy(arguments.base + index) }
        } else {
            try bind(function, arguments, into: registers)
        }
        if code.isGenerator { return .object(GeneratorObject(function, takingRegisters: registers)) }
        let reference = Unmanaged.passUnretained(code)
        try push(reference, function: .passUnretained(function), registers: registers, result: registers, completion: .leave)
        prepareLocals(reference, registers)
        return try run()
    }

    /// Runs `body` one level deeper, for native recursion over nested data.
    /// - Throws: RecursionError beyond the limit.
    public static func nested<R>(_ activity: String = "", _ body: () throws -> R) throws -> R {
        guard let interpreter = current else { return try body() }
        guard interpreter.depth < interpreter.limits.recursion else {
            throw Raised.recursionError("maximum recursion depth exceeded" + activity)
        }
        interpreter.depth += 1
        defer { interpreter.depth -= 1 }
        return try body()
    }
}
