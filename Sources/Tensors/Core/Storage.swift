// Defines Storage: the memory that a tensor and its views share, and the counter of changes made to it.

/// A block of 64-byte aligned memory with a version.
public final class Storage {
    /// The first byte.
    public let bytes: UnsafeMutableRawPointer
    /// Size in bytes.
    public let byteCount: Int
    /// How often the contents were changed in place; autograd compares it with the version it saved.
    public internal(set) var version = 0
    /// How many pending expressions read this storage; before a change they must be computed.
    var pendingReaders = 0

    /// Undefined contents. Throws when the memory limit would be passed.
    @inline(__always)
    public init(byteCount: Int) throws {
        bytes = try Engine.current.pool.take(byteCount)
        self.byteCount = byteCount
    }

    deinit {
        Engine.current.pool.give(bytes, bytes: byteCount)
    }
}
