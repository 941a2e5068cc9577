// Unwinding: how an exception finds its handler, and what it remembers on the way.

extension Interpreter {
    /// Lets the innermost frames of this run go until one handles the error; that frame then continues at its handler.
    /// - Throws: the error, where no frame of this run handles it.
    func unwind(_ error: any Error, floor: FramePointer) throws {
        let raised = Raised.wrapping(error)
        let exception = raised.exception
        noteContext(exception)
        if exception.traceback.isEmpty { scene = [] }
        while true {
            let frame = innermost
            let index = frame.pointee.index
            let code = frame.pointee.code.takeUnretainedValue()
            note(exception, code, index)
            if !exception.isUncatchable, let handler = code.handlers.first(where: { $0.start <= index && index < $0.end }) {
                frame.pointee.registers[handler.register] = .object(exception)
                frame.pointee.pc = code.instructions + handler.target
                top = frame.pointee.registers + code.registerCount
                scene = []
                return
            }
            if scene.isEmpty, !code.isHidden { noteScene(frame.pointee.registers, code) }
            let isEntry = frame == floor
            pop()
            if isEntry { throw raised }
        }
    }

    /// Keeps the local variables of a frame that an exception ends, for the report about it.
    private func noteScene(_ registers: Slot, _ code: Code) {
        for (index, name) in code.localNames.enumerated() where index < code.localCount {
            let value = registers[index]
            if !value.isUnset { scene.append((name.text, value)) }
        }
    }

    /// Adds the frame to the exception's traceback.
    private func note(_ exception: ExceptionObject, _ code: Code, _ index: Int) {
        guard !code.isHidden, exception.traceback.count < 2 * limits.recursion else { return }
        let opcode = code.instructions[index].opcode
        // Raising the same exception again does not repeat the frame that already is on record.
        if opcode == .reraise || opcode == .raiseAgain, let last = exception.traceback.last, last.function == code.name, last.file == code.file {
            return
        }
        exception.traceback.append(code.entry(at: index))
    }

    /// `__context__`: what was being handled when the exception was raised.
    private func noteContext(_ exception: ExceptionObject) {
        guard exception.context == nil, let handled = handledException(), handled !== exception else { return }
        // A chain that leads back to the exception is cut.
        var link: ExceptionObject? = handled
        while let current = link {
            if current.context === exception {
                current.context = nil
                break
            }
            link = current.context
        }
        exception.context = handled
    }

    /// The exception whose `except` body runs, in the innermost frame that handles one: `sys.exc_info()`.
    public func handledException() -> ExceptionObject? {
        var number = frameCount - 1
        while number >= 0 {
            let frame = frames + number
            let code = frame.pointee.code.takeUnretainedValue()
            if !code.handling.isEmpty {
                let index = frame.pointee.index
                for region in code.handling where region.start <= index && index < region.end {
                    if let exception = frame.pointee.registers[region.register].as(ExceptionObject.self) { return exception }
                }
            }
            number -= 1
        }
        return nil
    }

    /// What `raise value` raises.
    func exception(from value: Value) throws -> Raised {
        if let exception = value.as(ExceptionObject.self) { return Raised(exception) }
        if let cls = value.as(Class.self), cls.isSubclass(of: .baseException) {
            guard let exception = try value.call().as(ExceptionObject.self) else {
                throw Raised.typeError("calling \(cls.name) should have returned an instance of BaseException")
            }
            return Raised(exception)
        }
        throw Raised.typeError("exceptions must derive from BaseException")
    }

    /// What `raise value from cause` raises.
    func exception(from value: Value, cause: Value) throws -> Raised {
        let raised = try exception(from: value)
        if cause.isNone {
            raised.exception.cause = nil
        } else if let cause = cause.as(ExceptionObject.self) {
            raised.exception.cause = cause
        } else if let cls = cause.as(Class.self), cls.isSubclass(of: .baseException) {
            raised.exception.cause = try cause.call().as(ExceptionObject.self)
        } else {
            throw Raised.typeError("exception causes must derive from BaseException")
        }
        raised.exception.suppressesContext = true
        return raised
    }

    /// Whether `except type` takes the exception.
    func matches(_ exception: Value, _ type: Value) throws -> Bool {
        if let cls = type.as(Class.self), cls.isSubclass(of: .baseException) { return exception.isInstance(of: cls) }
        if let types = type.as(TupleObject.self) {
            for type in types.elements where try matches(exception, type) { return true }
            return false
        }
        throw Raised.typeError("catching classes that do not inherit from BaseException is not allowed")
    }
}

extension Code {
    /// The traceback entry of an instruction.
    func entry(at index: Int) -> TracebackEntry {
        let span = positions[index]
        return TracebackEntry(
            file: file, function: name, line: Int(span.line), column: Int(span.column), endLine: Int(span.endLine), endColumn: Int(span.endColumn))
    }
}
