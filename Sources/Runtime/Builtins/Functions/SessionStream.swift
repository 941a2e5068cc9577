// SessionStream: `sys.stdout` and `sys.stderr`.

/// A text stream into the session's output or warnings.
public final class SessionStream: Object, @unchecked Sendable {
    /// `sys.stdout`
    public static let output = SessionStream(isOutput: true)
    /// `sys.stderr`
    public static let warnings = SessionStream(isOutput: false)

    let isOutput: Bool
    private static let cls = Class(native: "TextIOWrapper", module: "_io", extensible: false, rows: {
        [
            def("write(self, text, /)", "Writes text; returns its length.") { (me: SessionStream, text: StrObject) in
                me.write(text.value)
                return text.count
            },
            def("writelines(self, lines, /)", "Writes several texts.") { (me: SessionStream, lines: Value) in
                try lines.forEach { me.write(try $0.str()) }
            },
            def("flush(self, /)", "Does nothing: output is never held back.") { (me: SessionStream) in },
            def("isatty(self, /)", "False.") { (me: SessionStream) in false },
            property("encoding", "utf-8") { (me: SessionStream) in "utf-8" },
        ]
    })

    private init(isOutput: Bool) {
        self.isOutput = isOutput
        super.init(type: Self.cls)
    }

    private func write(_ text: String) {
        if isOutput { Interpreter.current.output(text) } else { Interpreter.current.warnings(text) }
    }
}

extension SessionStream: FromValue { public static var expectedType: String { "TextIOWrapper" } }
