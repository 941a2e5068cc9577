// TracebackObject: `__traceback__` of an exception, call by call.

/// The calls an exception came through, from one of them inwards; `tb_next` leads to the next.
public final class TracebackObject: Object, @unchecked Sendable {
    /// The calls, outermost first.
    public let entries: [TracebackEntry]

    init(_ exception: ExceptionObject) {
        entries = exception.traceback.reversed()
        super.init(type: .traceback)
    }

    private init(_ entries: [TracebackEntry]) {
        self.entries = entries
        super.init(type: .traceback)
    }

    public override func attribute(_ name: Name) throws -> Value? {
        guard let entry = entries.first else { return nil }
        return switch name.text {
        case "tb_lineno": .int(entry.line)
        case "tb_next": entries.count > 1 ? .object(TracebackObject(Array(entries.dropFirst()))) : Value.none
        case "tb_frame": .object(FrameFacts(entry, of: FrameFacts.frameClass))
        default: nil
        }
    }
}

/// `tb_frame` and its `f_code`: where a call stands.
private final class FrameFacts: Object, @unchecked Sendable {
    private let entry: TracebackEntry
    static let frameClass = Class(native: "frame", extensible: false)

    init(_ entry: TracebackEntry, of cls: Class) {
        self.entry = entry
        super.init(type: cls)
    }

    override func attribute(_ name: Name) throws -> Value? {
        switch (name.text, type === Class.code) {
        case ("f_lineno", false): .int(entry.line)
        case ("f_code", false): .object(FrameFacts(entry, of: .code))
        case ("co_name", true), ("co_qualname", true): .string(entry.function)
        case ("co_filename", true): .string(entry.file)
        default: nil
        }
    }
}
