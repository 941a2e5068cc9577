// FrameFunctions: builtin functions that look at the calling frame.

/// `globals()`, `locals()`.
enum FrameFunctions {
    static var rows: [Row] {
        [
            def("globals()", "The global variables of the calling function, as a new dict.") { () in Interpreter.current.callerGlobals() },
            def("locals()", "The local variables of the calling function, as a new dict.") { () in Interpreter.current.callerLocals() },
        ]
    }
}

extension Interpreter {
    /// The global variables the innermost frame sees.
    func callerGlobals() -> DictObject {
        let globals = frameCount > 0 ? frames[frameCount - 1].globals.takeUnretainedValue() : main.globals
        return DictObject(named: globals.names.map { ($0.text, globals.value(of: $0) ?? .none) })
    }

    /// The local variables of the innermost frame: those that hold a value.
    public func callerLocals() -> DictObject {
        guard frameCount > 0 else { return callerGlobals() }
        let frame = frames[frameCount - 1]
        let code = frame.code.takeUnretainedValue()
        if let namespace = frame.namespace?.takeUnretainedValue() {
            return DictObject(named: namespace.table.entries.map { ($0.name.text, $0.value) })
        }
        guard frame.function != nil else { return callerGlobals() }
        var entries: [(String, Value)] = []
        for (index, name) in code.localNames.enumerated() {
            let value = frame.registers[index].as(CellObject.self)?.value ?? frame.registers[index]
            if !value.isUnset { entries.append((name.text, value)) }
        }
        for (index, name) in code.freeNames.enumerated() where name != "__class__" {
            let value = frame.captured(index).value
            if !value.isUnset { entries.append((name.text, value)) }
        }
        return DictObject(named: entries)
    }
}
