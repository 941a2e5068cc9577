// Arguments: what a call passes, seen in place.

/// The arguments of one call. They lie in the caller's registers: use them during the call, do not keep them.
public struct Arguments {
    /// Positional arguments, then keyword arguments in the order of `keywords`.
    @usableFromInline let base: UnsafeMutablePointer<Value>
    /// Number of positional arguments.
    public let count: Int
    /// Names of the keyword arguments.
    public let keywords: [Name]

    @inlinable init(base: UnsafeMutablePointer<Value>, count: Int, keywords: [Name]) {
        self.base = base
        self.count = count
        self.keywords = keywords
    }

    /// Calls `body` with arguments made from arrays.
    public static func with<R>(_ positional: [Value], keywords: [(Name, Value)] = [], _ body: (Arguments) throws -> R) rethrows -> R {
        let values = keywords.isEmpty ? positional : positional + keywords.map(\.1)
        return try values.withUnsafeBufferPointer { buffer in
            // An empty array has no storage; the pointer is then never read. Arguments are never written to.
            let base = buffer.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
                ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Value>.alignment).unsafelyUnwrapped
            return try body(Arguments(base: base, count: positional.count, keywords: keywords.map(\.0)))
        }
    }

    /// Positional argument `index`, which must be below `count`.
    @inlinable public subscript(index: Int) -> Value {
        precondition(index >= 0 && index < count)
        return base[index]
    }

    /// The positional arguments.
    @inlinable public var positional: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: base, count: count) }

    /// The value of a keyword argument; nil where it was not given.
    @inline(__always)
    public func keyword(_ name: @autoclosure () -> Name) -> Value? {
        keywords.isEmpty ? nil : find(name())
    }

    private func find(_ name: Name) -> Value? {
        for index in keywords.indices where keywords[index] == name { return base[count + index] }
        return nil
    }

    /// The keyword arguments with their values, in the order given.
    public var keywordPairs: [(name: Name, value: Value)] {
        keywords.indices.map { (keywords[$0], base[count + $0]) }
    }

    /// Number of positional and keyword arguments.
    @inlinable public var total: Int { count + keywords.count }

    /// The same without the first `number` positional arguments.
    @inlinable public func dropFirst(_ number: Int = 1) -> Arguments {
        Arguments(base: base + number, count: count - number, keywords: keywords)
    }

    /// Calls `body` with `value` put before the positional arguments.
    public func prepending<R>(_ value: Value, _ body: (Arguments) throws -> R) rethrows -> R {
        try Self.with([value] + positional, keywords: keywordPairs.map { ($0.name, $0.value) }, body)
    }

    /// Throws `name() takes no keyword arguments` where there are any.
    public func rejectKeywords(_ name: String) throws {
        if !keywords.isEmpty { throw Raised.typeError("\(name)() takes no keyword arguments") }
    }
}
