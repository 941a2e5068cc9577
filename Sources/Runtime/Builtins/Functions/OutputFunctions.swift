// print and input.

enum OutputFunctions {
    static var rows: [Row] {
        [
            def("print(*args, sep=' ', end='\\n', file=None, flush=False)", "Writes values as text.", example: "print(1, 2, sep=', ')") {
                (values: TupleObject, separator: Value, end: Value, file: Value, flush: Value) in
                let text = try line(values.elements, try part(separator, "sep", " "), try part(end, "end", "\n"))
                if let target = try target(file) {
                    _ = try target.callMethod("write", [.string(text)])
                } else {
                    // Output has no place for halves of surrogate pairs.
                    if text.utf8.contains(0xF4) { _ = try TextEncoding.utf8.encode(text, errors: "strict") }
                    Interpreter.current.output(text)
                }
            },
            def("input(prompt='', /)", "Not available: nobody sits at the keyboard of a notebook that is built.") { (prompt: Value) in
                let text = try prompt.str()
                if !text.isEmpty { Interpreter.current.output(text) }
                throw Raised(.exception("EOFError"), "EOF when reading a line")
            } as Row,
        ]
    }

    private static func line(_ values: [Value], _ separator: String, _ end: String) throws -> String {
        if values.count == 1 { return try values[0].str() + end }
        var text = ""
        for (index, value) in values.enumerated() {
            if index > 0 { text += separator }
            text += try value.str()
        }
        return text + end
    }

    private static func part(_ value: Value, _ name: String, _ normal: String) throws -> String {
        if value.isNone { return normal }
        guard let text = value.text else { throw Raised.typeError("\(name) must be None or a string, not \(value.type.name)") }
        return text
    }

    /// Where to write: the given file, or what a program put in the place of `sys.stdout`; nil for the session's output.
    private static func target(_ file: Value) throws -> Value? {
        let chosen: Value
        if !file.isNone { chosen = file } else {
            guard let sys = Interpreter.current.modules["sys"], let out = try sys.attribute("stdout") else { return nil }
            chosen = out
        }
        if let stream = chosen.as(SessionStream.self), stream.isOutput { return nil }
        return chosen
    }
}
