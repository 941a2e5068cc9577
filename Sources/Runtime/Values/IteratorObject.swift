// IteratorObject: a native iterator made of a Swift closure.

/// An iterator whose elements come from a closure; nil ends it for good.
public final class IteratorObject: Object, @unchecked Sendable {
    private var step: (() throws -> Value?)?
    /// Its text where it is not the usual one.
    private let text: (() throws -> String)?

    /// - Parameter type: its class, `Class.iterator("zip")`; keep one per kind in a `static let`.
    public init(_ type: Class, text: (() throws -> String)? = nil, _ step: @escaping () throws -> Value?) {
        self.step = step
        self.text = text
        super.init(type: type)
    }

    public override var isIterator: Bool { true }
    public override func iterate() throws -> Object? { self }

    public override func repr() throws -> String { try text?() ?? super.repr() }

    public override func next() throws -> Value? {
        guard let step else { return nil }
        if let value = try step() { return value }
        self.step = nil
        return nil
    }
}
