// SliceObject: a `slice`.

/// A `slice`.
public final class SliceObject: Object, @unchecked Sendable {
    public let start: Value
    public let stop: Value
    public let step: Value

    public init(_ start: Value, _ stop: Value, _ step: Value = .none) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(type: .slice)
    }

    /// The positions the slice takes from a sequence of `length` elements: first, step and number.
    /// The length is asked for last, because reading the bounds may run code that changes the sequence.
    /// - Throws: ValueError for a step of 0, TypeError for bounds that are no integers.
    public func indices(length: @autoclosure () throws -> Int) throws -> (start: Int, step: Int, count: Int) {
        let step = try Self.bound(step) ?? 1
        guard step != 0 else { throw Raised.valueError("slice step cannot be zero") }
        let bounds = (start: try Self.bound(start), stop: try Self.bound(stop))
        let length = try length()
        let lowest = step > 0 ? 0 : -1
        let highest = step > 0 ? length : length - 1
        func clip(_ bound: Int?, default absent: Int) -> Int {
            guard var index = bound else { return absent }
            if index < 0 { index = index &+ length }
            return Swift.min(Swift.max(index, lowest), highest)
        }
        let start = clip(bounds.start, default: step > 0 ? 0 : length - 1)
        let stop = clip(bounds.stop, default: step > 0 ? length : -1)
        return (start, step, RangeObject.count(start, stop, step))
    }

    /// A bound clipped to Int; nil for None.
    private static func bound(_ value: Value) throws -> Int? {
        switch value {
        case .none: return nil
        case .int(let int): return int
        default: break
        }
        guard let int = try value.clippedIndex() else {
            throw Raised.typeError("slice indices must be integers or None or have an __index__ method")
        }
        return int
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(SliceObject.self) else { return nil }
        return try Sequences.compare(op, [start, stop, step], [other.start, other.stop, other.step])
    }

    public override func hash() throws -> Int { throw Raised.typeError("unhashable type: 'slice'") }

    public override func repr() throws -> String {
        "slice(\(try start.repr()), \(try stop.repr()), \(try step.repr()))"
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in [start, stop, step] { visit(object) }
    }
}
