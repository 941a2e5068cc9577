// FileObject: an open session file; also `io.StringIO` and `io.BytesIO`, which are files without a path.

/// A file whose contents are in memory.
public final class FileObject: Object, @unchecked Sendable {
    /// Where the contents are kept when it is closed or flushed; nil for StringIO and BytesIO.
    let path: String?
    let mode: String
    let isBinary: Bool
    let isReadable: Bool
    let isWritable: Bool
    private var bytes: [UInt8]
    /// Byte offset of the next read or write.
    private var position = 0
    private(set) var isClosed = false

    static let textClass = Class(native: "TextIOWrapper", module: "_io", hooks: [.iter, .next], extensible: false, rows: { rows })
    static let binaryClass = Class(native: "BufferedReader", module: "_io", hooks: [.iter, .next], extensible: false, rows: { rows })
    public static let stringIO = Class(native: "StringIO", module: "_io", hooks: [.iter, .next], rows: { rows }, constructor: { cls, arguments in
        let initial = arguments.count > 0 ? arguments[0] : arguments.keyword("initial_value") ?? .none
        guard initial.isNone || initial.text != nil else { throw Raised.typeError("initial_value must be str or None, not \(initial.type.name)") }
        return .object(FileObject(bytes: Array((initial.text ?? "").utf8), isBinary: false, type: cls))
    })
    public static let bytesIO = Class(native: "BytesIO", module: "_io", hooks: [.iter, .next], rows: { rows }, constructor: { cls, arguments in
        let initial = arguments.count > 0 ? arguments[0].as(BytesObject.self)?.bytes : nil
        return .object(FileObject(bytes: initial ?? [], isBinary: true, type: cls))
    })

    /// A file in memory without a path.
    public init(bytes: [UInt8], isBinary: Bool, type: Class) {
        path = nil
        mode = isBinary ? "rb+" : "r+"
        self.isBinary = isBinary
        isReadable = true
        isWritable = true
        self.bytes = bytes
        super.init(type: type)
    }

    /// Opens a session file.
    init(path: String, mode: String) throws {
        let letters = Set(mode)
        guard letters.isSubset(of: Set("rwaxbt+U")), letters.intersection(["r", "w", "a", "x"]).count == 1 else {
            throw letters.isSubset(of: Set("rwaxbt+U"))
                ? Raised.valueError("must have exactly one of create/read/write/append mode") : Raised.valueError("invalid mode: '\(mode)'")
        }
        self.path = path
        self.mode = mode
        isBinary = letters.contains("b")
        isReadable = letters.contains("r") || letters.contains("+")
        isWritable = !letters.contains("r") || letters.contains("+")
        let files = SessionFiles.current
        let existing = files.contents(path)
        if files.isDirectory(path), existing == nil { throw Self.osError("IsADirectoryError", 21, "Is a directory", path) }
        if letters.contains("r"), existing == nil { throw Self.osError("FileNotFoundError", 2, "No such file or directory", path) }
        if letters.contains("x"), existing != nil { throw Self.osError("FileExistsError", 17, "File exists", path) }
        if isWritable, files.isReadOnly(path) { throw Self.osError("PermissionError", 13, "Permission denied", path) }
        let parent = SessionFiles.absolute(path + "/..")
        if existing == nil, !files.isDirectory(parent) { throw Self.osError("FileNotFoundError", 2, "No such file or directory", path) }
        bytes = letters.contains("w") || letters.contains("x") ? [] : existing ?? []
        position = letters.contains("a") ? bytes.count : 0
        super.init(type: isBinary ? Self.binaryClass : Self.textClass)
        if isWritable { files.write(path, bytes) }
    }

    /// The OSError of a path.
    public static func osError(_ name: String, _ number: Int, _ message: String, _ path: String) -> Raised {
        Raised(ExceptionObject(type: .exception(name), arguments: [.int(number), .string(message), .string(path)]))
    }

    // MARK: Contents

    /// The whole contents as a str or bytes.
    public var contents: Value { value(bytes[...]) }

    private func value(_ part: ArraySlice<UInt8>) -> Value {
        isBinary ? .object(BytesObject(Array(part))) : .string(String(decoding: part, as: UTF8.self))
    }

    private func requireOpen() throws {
        if isClosed { throw Raised.valueError("I/O operation on closed file\(path == nil && !isBinary ? "" : ".")") }
    }

    private func requireReadable() throws {
        try requireOpen()
        if !isReadable { throw Raised(FileObject.unsupported, "not readable") }
    }

    public static let unsupported = Class(native: "UnsupportedOperation", base: .exception("OSError"), module: "io")

    /// Up to `count` characters or bytes; all where it is negative.
    func read(_ count: Int) throws -> Value {
        try requireReadable()
        let rest = bytes[min(position, bytes.count)...]
        let part: ArraySlice<UInt8>
        if count < 0 { part = rest } else if isBinary { part = rest.prefix(count) } else {
            part = rest.prefix(String(String.UnicodeScalarView(String(decoding: rest, as: UTF8.self).unicodeScalars.prefix(count))).utf8.count)
        }
        position += part.count
        return value(part)
    }

    /// The next line with its end; nil at the end of the file.
    func readLine() throws -> Value? {
        try requireReadable()
        guard position < bytes.count else { return nil }
        let end = (bytes[position...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
        defer { position = end }
        return value(bytes[position..<end])
    }

    /// Writes a str or bytes at the position; returns the number of characters or bytes.
    func write(_ value: Value) throws -> Int {
        try requireOpen()
        if !isWritable { throw Raised(FileObject.unsupported, "not writable") }
        let data: [UInt8]
        let count: Int
        if isBinary {
            guard let object = value.as(BytesObject.self) else { throw Raised.typeError("a bytes-like object is required, not '\(value.type.name)'") }
            (data, count) = (object.bytes, object.bytes.count)
        } else {
            guard let text = value.as(StrObject.self) else {
                throw Raised.typeError(path == nil ? "string argument expected, got '\(value.type.name)'" : "write() argument must be str, not \(value.type.name)")
            }
            (data, count) = (Array(text.value.utf8), text.count)
        }
        guard max(bytes.count, position) < 1 << 30 - data.count else { throw Raised.memoryError }
        if position > bytes.count { bytes += Array(repeating: 0, count: position - bytes.count) }
        bytes.replaceSubrange(position..<min(bytes.count, position + data.count), with: data)
        position += data.count
        return count
    }

    /// Hands the contents to the session's files.
    func flush() {
        if isWritable, let path { SessionFiles.current.write(path, bytes) }
    }

    /// Writes the contents back; nothing can be read or written after that.
    func close() {
        flush()
        isClosed = true
    }

    /// Moves the position, counted from the start (0), from where it is (1) or from the end (2).
    func seek(_ offset: Int, _ origin: Int) throws -> Int {
        try requireOpen()
        let start = origin == 0 ? 0 : origin == 1 ? position : bytes.count
        let (target, overflow) = start.addingReportingOverflow(offset)
        if overflow { throw Raised.overflow("new position too large") }
        position = max(0, target)
        return position
    }

    var tell: Int { position }

    /// Cuts the contents off, at the position unless told; the new size.
    func truncate(_ size: Int?) -> Int {
        let length = min(max(size ?? position, 0), bytes.count)
        bytes.removeSubrange(length...)
        return length
    }

    // MARK: Hooks

    public override var isIterator: Bool { true }
    public override func iterate() throws -> Object? { self }
    public override func next() throws -> Value? { try readLine() }

    public override func repr() throws -> String {
        guard let path else { return try super.repr() }
        return isBinary ? "<_io.BufferedReader name='\(path)'>" : "<_io.TextIOWrapper name='\(path)' mode='\(mode)' encoding='UTF-8'>"
    }
}

extension FileObject: FromValue { public static var expectedType: String { "file" } }
