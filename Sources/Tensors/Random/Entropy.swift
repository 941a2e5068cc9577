// Defines Entropy: seeds that nobody can foresee, and the news that a program uses one.

/// Seeds from the system. A program whose outputs depend on one prints something else each time.
public enum Entropy {
    /// Told each time a generator that nobody seeded begins to give numbers. Used on the interpreter's thread only.
    nonisolated(unsafe) public static var isUsed: () -> Void = {}

    /// A seed nobody can foresee.
    public static func seed() -> UInt64 { UInt64.random(in: 0...UInt64.max) }
}
