// GeneratorObject: a suspended function.

/// What a generator function returns: a frame that stops at each `yield`.
public final class GeneratorObject: Object, @unchecked Sendable {
    public override var isIterator: Bool { true }
    public override func iterate() throws -> Object? { self }
}
