// Name: an interned identifier.

/// An attribute or variable name as a number, so that look-ups compare integers.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Position in the table of all names.
    public let id: Int32

    /// The name spelled `text`, entered in the table if it is new.
    public init(_ text: String) {
        id = NameRegistry.id(of: text)
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    @inlinable init(id: Int32) {
        self.id = id
    }

    /// The spelling.
    public var text: String { NameRegistry.texts[Int(id)] }

    /// The spelling as a `str` object; the same object every time.
    public var object: StrObject { NameRegistry.object(of: self) }

    /// The name spelled `text` if anything has used it already; look-ups that must not grow the table use this.
    public static func existing(_ text: String) -> Name? {
        NameRegistry.ids[text].map(Name.init(id:))
    }

    public static func == (a: Name, b: Name) -> Bool { a.id == b.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// All names. Touched only by the thread that runs the interpreter (`InterpreterThread`), hence unsynchronised.
private enum NameRegistry {
    nonisolated(unsafe) static var ids: [String: Int32] = Dictionary(minimumCapacity: 2048)
    nonisolated(unsafe) static var texts: [String] = []
    nonisolated(unsafe) static var objects: [StrObject?] = []

    static func id(of text: String) -> Int32 {
        if let id = ids[text] { return id }
        let id = Int32(texts.count)
        texts.append(text)
        objects.append(nil)
        ids[text] = id
        return id
    }

    static func object(of name: Name) -> StrObject {
        let index = Int(name.id)
        if let object = objects[index] { return object }
        let object = StrObject(texts[index])
        object.internedName = name
        objects[index] = object
        return object
    }
}
