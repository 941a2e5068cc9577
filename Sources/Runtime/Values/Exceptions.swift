// The exception classes of the language: one table of names and bases.

extension Class {
    /// Every native exception class but the root, bases before the classes derived from them.
    private static let exceptionTable: [(name: String, base: String)] = [
        ("SystemExit", "BaseException"), ("KeyboardInterrupt", "BaseException"), ("GeneratorExit", "BaseException"),
        ("Exception", "BaseException"), ("StopIteration", "Exception"), ("StopAsyncIteration", "Exception"),
        ("ArithmeticError", "Exception"), ("FloatingPointError", "ArithmeticError"), ("OverflowError", "ArithmeticError"),
        ("ZeroDivisionError", "ArithmeticError"), ("AssertionError", "Exception"), ("AttributeError", "Exception"),
        ("BufferError", "Exception"), ("EOFError", "Exception"), ("ImportError", "Exception"),
        ("ModuleNotFoundError", "ImportError"), ("LookupError", "Exception"), ("IndexError", "LookupError"),
        ("KeyError", "LookupError"), ("MemoryError", "Exception"), ("NameError", "Exception"),
        ("UnboundLocalError", "NameError"),
    ]
    private static let exceptionTableContinued: [(name: String, base: String)] = [
        ("OSError", "Exception"), ("FileExistsError", "OSError"),
        ("FileNotFoundError", "OSError"), ("IsADirectoryError", "OSError"), ("NotADirectoryError", "OSError"),
        ("PermissionError", "OSError"), ("TimeoutError", "OSError"), ("ConnectionError", "OSError"), ("ReferenceError", "Exception"),
        ("RuntimeError", "Exception"), ("NotImplementedError", "RuntimeError"), ("RecursionError", "RuntimeError"),
        ("SyntaxError", "Exception"), ("IndentationError", "SyntaxError"), ("TabError", "IndentationError"),
        ("SystemError", "Exception"), ("TypeError", "Exception"), ("ValueError", "Exception"),
        ("UnicodeError", "ValueError"), ("UnicodeDecodeError", "UnicodeError"), ("UnicodeEncodeError", "UnicodeError"),
        ("Warning", "Exception"), ("DeprecationWarning", "Warning"), ("FutureWarning", "Warning"), ("RuntimeWarning", "Warning"),
    ]
    private static let rareTable: [(name: String, base: String)] = [
        ("UserWarning", "Warning"), ("SyntaxWarning", "Warning"), ("PendingDeprecationWarning", "Warning"), ("ImportWarning", "Warning"),
        ("UnicodeWarning", "Warning"), ("BytesWarning", "Warning"), ("ResourceWarning", "Warning"), ("EncodingWarning", "Warning"),
        ("BlockingIOError", "OSError"), ("ChildProcessError", "OSError"), ("InterruptedError", "OSError"), ("ProcessLookupError", "OSError"),
        ("BrokenPipeError", "ConnectionError"), ("ConnectionAbortedError", "ConnectionError"), ("ConnectionRefusedError", "ConnectionError"),
        ("ConnectionResetError", "ConnectionError"), ("UnicodeTranslateError", "UnicodeError"),
    ]

    /// `BaseException`
    public static let baseException = Class(
        native: "BaseException", hooks: [.repr, .str], rows: { ExceptionMethods.rows },
        constructor: { (cls: Class, arguments: Arguments) throws -> Value in
            let exception = ExceptionObject(type: cls.narrowed(arguments), arguments: Array(arguments.positional))
            if !arguments.keywords.isEmpty, !cls.userDunders.contains(.`init`) {
                guard cls.isSubclass(ofAny: ["ImportError", "NameError", "AttributeError"]) else {
                    throw Raised.typeError("\(cls.name)() takes no keyword arguments")
                }
                for (name, value) in arguments.keywordPairs { exception.setOwnAttribute(name, value) }
            }
            return .object(exception)
        })

    private func isSubclass(ofAny names: [String]) -> Bool { names.contains { isSubclass(of: .exception($0)) } }

    /// `OSError(errno, text)` makes the class that the number stands for.
    private func narrowed(_ arguments: Arguments) -> Class {
        guard self === Class.exception("OSError"), arguments.count >= 2, case .int(let number) = arguments[0],
              let name = Self.classByErrorNumber[number] else { return self }
        return .exception(name)
    }

    private static let classByErrorNumber = [
        1: "PermissionError", 2: "FileNotFoundError", 13: "PermissionError", 17: "FileExistsError", 20: "NotADirectoryError", 21: "IsADirectoryError",
        110: "TimeoutError",
    ]

    /// All native exception classes in the order of the table, root first.
    public static let exceptions: [Class] = {
        var byName = ["BaseException": baseException]
        var all = [baseException]
        for (name, base) in exceptionTable + exceptionTableContinued + rareTable {
            let cls = Class(native: name, base: byName[base] ?? baseException)
            byName[name] = cls
            all.append(cls)
        }
        return all
    }()

    private static let exceptionsByName = Dictionary(uniqueKeysWithValues: exceptions.map { ($0.name, $0) })

    /// The native exception class `name`; BaseException where the table has none of that name.
    public static func exception(_ name: String) -> Class {
        exceptionsByName[name] ?? baseException
    }

    static let stopIteration = exception("StopIteration")
    static let generatorExit = exception("GeneratorExit")
    static let attributeError = exception("AttributeError")
}
