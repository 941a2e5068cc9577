// The module `_source`, for texts of the library only: functions made from text.
import Runtime

enum SourceModule {
    static let module: @Sendable () -> Module = {
        Module("_source", doc: "Functions made from text.", rows: [
            def("define(name, source, names)", "What a text defines under a name.") { (name: StrObject, source: String, names: DictObject) in
                let pairs = names.table.pairs.compactMap { entry in entry.key.as(StrObject.self).map { ($0.name, entry.value) } }
                return try Interpreter.current.define(name.name, source: source, file: "<generated>", names: pairs)
            },
            def("literal(text)", "The value a text of literals spells.") { (text: String) in try Interpreter.literal(text) },
            def("traceback_entries(source)", "Where an exception or a traceback came through, outermost first: file, line and function.") { (source: Value) in
                let entries = source.as(TracebackObject.self)?.entries ?? source.as(ExceptionObject.self)?.traceback.reversed() ?? []
                return Value.list(entries.map { .tuple([.string($0.file), .int($0.line), .string($0.function)]) })
            },
            def("show(value)", "Shows a value that has a picture, as the end of a cell does; false for any other.") { (value: Value) in
                guard case .object(let object) = value, let display = try object.display() else { return false }
                Interpreter.current.display(display)
                return true
            },
        ] + ClassHooks.rows)
    }
}
