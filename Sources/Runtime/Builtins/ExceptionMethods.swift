// Attributes and methods of exceptions.

enum ExceptionMethods {
    /// Of every exception.
    static var rows: [Row] {
        [
            property("args", "The arguments it was made with.", get: { (me: ExceptionObject) in Value.tuple(me.shownArguments) }, set: { me, value in
                me.arguments = try value.elements()
            }),
            property("__cause__", "The exception named by `raise … from`.", get: { (me: ExceptionObject) in me.cause.map { Value.object($0) } ?? .none }, set: { me, value in
                me.cause = value.as(ExceptionObject.self)
                me.suppressesContext = true
            }),
            property("__context__", "The exception that was being handled.", get: { (me: ExceptionObject) in me.context.map { Value.object($0) } ?? .none }, set: { me, value in
                me.context = value.as(ExceptionObject.self)
            }),
            property("__suppress_context__", "Whether `raise … from` was used.", get: { (me: ExceptionObject) in me.suppressesContext }, set: { me, value in
                me.suppressesContext = try value.truth()
            }),
            property("__traceback__", "Where it was raised.", get: { (me: ExceptionObject) in me.traceback.isEmpty ? Value.none : .object(TracebackObject(me)) }, set: { _, _ in }),
            def("with_traceback(self, tb, /)", "The exception itself.") { (me: ExceptionObject, traceback: Value) in me },
            def("add_note(self, note, /)", "Adds a line below the message.") { (me: ExceptionObject, note: String) in me.notes.append(note) },
            property("__notes__", "The added lines.") { (me: ExceptionObject) in me.notes },
            def(raw: "__init__(self, *args)", "Sets the arguments.") { arguments in
                guard arguments.count > 0, let me = arguments[0].as(ExceptionObject.self) else {
                    throw Raised.typeError("descriptor '__init__' of 'BaseException' object needs an argument")
                }
                try arguments.rejectKeywords(me.type.name)
                me.arguments = Array(arguments.positional.dropFirst())
                return .none
            },
        ]
    }

    /// Attributes that single classes add: which class, the attribute, the argument it shows.
    private static let arguments: [(cls: String, name: String, index: Int)] = [
        ("StopIteration", "value", 0), ("SystemExit", "code", 0), ("OSError", "errno", 0), ("OSError", "strerror", 1), ("OSError", "filename", 2),
        ("SyntaxError", "msg", 0), ("ImportError", "msg", 0),
        ("UnicodeError", "encoding", 0), ("UnicodeError", "object", 1), ("UnicodeError", "start", 2), ("UnicodeError", "end", 3),
        ("UnicodeError", "reason", 4),
    ]

    /// Classes whose `name` is the word their message quotes: "name 'x' is not defined".
    private static let naming = ["NameError", "ImportError", "AttributeError"]

    /// The last (for attributes) or first word in single quotes of a message.
    private static func quotedName(_ exception: ExceptionObject, isLast: Bool) -> Value {
        let parts = (exception.arguments.first?.text ?? "").split(separator: "'", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return .none }
        return .string(String(isLast ? parts[parts.count - 2] : parts[1]))
    }

    /// What the second argument of a SyntaxError tells: file, line, column, the line's text.
    private static var syntaxRows: [Row] {
        ["filename", "lineno", "offset", "text"].enumerated().map { index, name in
            property(name, "Where the error stands, or None.") { (me: ExceptionObject) -> Value in
                guard me.arguments.count > 1, let place = me.arguments[1].sequenceElements, index < place.count else { return .none }
                return place[index]
            }
        }
    }

    /// Installs the attributes of single classes.
    static func install() {
        for (cls, name, index) in arguments {
            Class.exception(cls).add(rows: {
                [property(name, "Argument \(index) it was made with, or None.") { (me: ExceptionObject) in
                    index < me.arguments.count ? me.arguments[index] : .none
                }]
            })
        }
        Class.exception("SyntaxError").add(rows: { syntaxRows })
        for cls in naming {
            Class.exception(cls).add(rows: {
                [property("name", "The name that was not found, or None.") { (me: ExceptionObject) in
                    me.ownAttribute("name") ?? quotedName(me, isLast: cls == "AttributeError")
                }]
            })
        }
    }
}
