// ExceptionObject: an exception of the language; Raised: the Swift error that carries one.

/// An instance of an exception class.
public final class ExceptionObject: Object, @unchecked Sendable {
    /// `args`
    public var arguments: [Value]
    /// `__cause__`: what `raise … from` named.
    public var cause: ExceptionObject?
    /// `__context__`: what was being handled when this was raised.
    public var context: ExceptionObject?
    /// `__suppress_context__`: set by `raise … from`.
    public var suppressesContext = false
    /// Where it was raised and through which calls it came, innermost first.
    public var traceback: [TracebackEntry] = []
    /// `__notes__`
    public var notes: [String] = []

    public init(type: Class, arguments: [Value]) {
        self.arguments = arguments
        super.init(type: type)
    }

    public convenience init(_ type: Class, _ message: String) {
        self.init(type: type, arguments: [.string(message)])
    }

    /// Whether it is an instance of the native class `name` or of a subclass.
    public func isA(_ cls: Class) -> Bool { type.isSubclass(of: cls) }

    public override func repr() throws -> String {
        "\(type.name)(\(try Sequences.joinedReprs(shownArguments)))"
    }

    /// `args`: an OSError keeps the file name apart.
    var shownArguments: [Value] {
        isA(.exception("OSError")) && (3...5).contains(arguments.count) ? Array(arguments.prefix(2)) : arguments
    }

    public override func str() throws -> String {
        if arguments.isEmpty { return "" }
        if isA(.exception("KeyError")), arguments.count == 1 { return try arguments[0].repr() }
        if isA(.exception("OSError")), arguments.count >= 2 {
            let file = arguments.count > 2 ? ": " + (try arguments[2].repr()) : ""
            return "[Errno \(try arguments[0].str())] \(try arguments[1].str())\(file)"
        }
        if isA(.exception("UnicodeError")), let words = try codecWords() { return words }
        if arguments.count == 2, let text = try ExceptionGroups.text(self) { return text }
        return arguments.count == 1 ? try arguments[0].str() : try Value.tuple(arguments).repr()
    }

    /// The message of an error of encoding or decoding: codec, text or bytes, first place, end, reason.
    private func codecWords() throws -> String? {
        guard arguments.count == 5, case .int(let start) = arguments[2], case .int(let end) = arguments[3] else { return nil }
        let isOne = end == start + 1
        let (codec, reason) = (try arguments[0].str(), try arguments[4].str())
        let place = isOne ? "position \(start)" : "position \(start)-\(end - 1)"
        if let text = arguments[1].as(StrObject.self) {
            let scalar = isOne ? text.value.unicodeScalars.dropFirst(start).first : nil
            let shown = scalar.map { "character '\(TextLiteral.escape($0))'" } ?? "characters"
            return "'\(codec)' codec can't encode \(shown) in \(place): \(reason)"
        }
        guard let bytes = arguments[1].as(BytesObject.self)?.bytes else { return nil }
        let byte = isOne && bytes.indices.contains(start) ? String(bytes[start], radix: 16) : nil
        let shown = byte.map { "byte 0x\($0.utf8.count < 2 ? "0" : "")\($0)" } ?? "bytes"
        return "'\(codec)' codec can't decode \(shown) in \(place): \(reason)"
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in arguments { visit(object) }
        if let cause { visit(cause) }
        if let context { visit(context) }
    }

    public override func clearReferences() {
        arguments = []
        cause = nil
        context = nil
    }
}

/// One call in a traceback.
public struct TracebackEntry: Equatable, Sendable {
    /// The file or cell name.
    public var file: String
    /// The function's `__qualname__` last component; `<module>` for the text of a file or a cell.
    public var function: String
    /// Lines count from 1, columns count UTF-8 bytes from 0, the end is exclusive.
    public var line: Int
    public var column: Int
    public var endLine: Int
    public var endColumn: Int

    public init(file: String, function: String, line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.file = file
        self.function = function
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }
}

/// The Swift error behind every exception of the language.
public struct Raised: Error {
    public let exception: ExceptionObject

    public init(_ exception: ExceptionObject) {
        self.exception = exception
    }

    public init(_ type: Class, _ message: String) {
        exception = ExceptionObject(type, message)
    }

    public static func typeError(_ message: String) -> Raised { Raised(.exception("TypeError"), message) }
    public static func valueError(_ message: String) -> Raised { Raised(.exception("ValueError"), message) }
    public static func runtimeError(_ message: String) -> Raised { Raised(.exception("RuntimeError"), message) }
    public static func indexError(_ message: String) -> Raised { Raised(.exception("IndexError"), message) }
    public static func attributeError(_ message: String) -> Raised { Raised(.attributeError, message) }
    public static func notImplementedError(_ message: String) -> Raised { Raised(.exception("NotImplementedError"), message) }
    public static func nameError(_ message: String) -> Raised { Raised(.exception("NameError"), message) }
    /// The NameError of a name that means nothing here; it knows the name.
    public static func undefined(_ name: Name) -> Raised {
        let raised = nameError("name '\(name.text)' is not defined")
        raised.exception.setOwnAttribute("name", .object(name.object))
        return raised
    }
    public static func zeroDivision(_ message: String) -> Raised { Raised(.exception("ZeroDivisionError"), message) }
    public static func overflow(_ message: String) -> Raised { Raised(.exception("OverflowError"), message) }
    public static func assertionError(_ message: String) -> Raised { Raised(.exception("AssertionError"), message) }
    /// A MemoryError, which has no message.
    public static var memoryError: Raised { Raised(ExceptionObject(type: .exception("MemoryError"), arguments: [])) }
    public static func recursionError(_ message: String) -> Raised { Raised(.exception("RecursionError"), message) }
    /// `KeyError(key)`
    public static func keyError(_ key: Value) -> Raised {
        Raised(ExceptionObject(type: .exception("KeyError"), arguments: [key]))
    }
    /// `StopIteration(value)`; for user code only: native iterators end by returning nil.
    public static func stopIteration(_ value: Value = .none) -> Raised {
        Raised(ExceptionObject(type: .stopIteration, arguments: value.isNone ? [] : [value]))
    }
    /// The AttributeError of `object.name`.
    public static func noAttribute(_ name: Name, of object: Value) -> Raised {
        let subject = if let cls = object.as(Class.self) {
            "type object '\(cls.name)'"
        } else if let module = object.as(ModuleObject.self) {
            "module '\(module.name)'"
        } else {
            "'\(object.type.name)' object"
        }
        let raised = attributeError("\(subject) has no attribute '\(name.text)'")
        raised.exception.setOwnAttribute("name", .object(name.object))
        raised.exception.setOwnAttribute("obj", object)
        return raised
    }
}

/// A Swift error of another module (the engine's `TensorError`) that becomes an exception of the language when it
/// reaches running code.
public protocol RaisableError: Error {
    /// The exception it stands for.
    var raised: Raised { get }
}

extension Raised {
    /// The exception behind any Swift error that reaches running code.
    public static func wrapping(_ error: any Error) -> Raised {
        if let raised = error as? Raised { return raised }
        if let raisable = error as? any RaisableError { return raisable.raised }
        return Raised(.exception("SystemError"), "\(error)")
    }
}
