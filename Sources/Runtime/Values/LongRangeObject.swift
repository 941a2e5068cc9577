// LongRangeObject: a `range` whose bounds or length do not fit Int.
import BigInt

/// A `range` of either kind.
public class AnyRange: Object, @unchecked Sendable {
    /// Start, stop and step.
    var bounds: (start: Value, stop: Value, step: Value) { (.none, .none, .none) }

    /// What equal ranges share: length, first element where there is one, step where there are two.
    var essence: [Value] { [] }

    /// The position of a number; nil where the range does not contain it.
    func position(of number: BigInt) -> Value? { nil }

    /// The elements from last to first.
    func reversed() -> Object { self }

    /// The part that a slice takes of a range of so many elements.
    static func part(_ slice: SliceObject, of start: BigInt, _ step: BigInt, _ count: BigInt) throws -> AnyRange {
        func bound(_ value: Value) throws -> BigInt? {
            if value.isNone { return nil }
            guard let bound = try value.bigIndex() else {
                throw Raised.typeError("slice indices must be integers or None or have an __index__ method")
            }
            return bound
        }
        let stride = try bound(slice.step) ?? 1
        guard stride != 0 else { throw Raised.valueError("slice step cannot be zero") }
        let (lowest, highest) = stride > 0 ? (BigInt(0), count) : (BigInt(-1), count - 1)
        func clip(_ value: Value, default absent: BigInt) throws -> BigInt {
            guard let index = try bound(value) else { return absent }
            return min(max(index < 0 ? index + count : index, lowest), highest)
        }
        let first = try clip(slice.start, default: stride > 0 ? lowest : highest)
        let last = try clip(slice.stop, default: stride > 0 ? highest : lowest)
        return LongRangeObject.make(start + first * step, start + last * step, step * stride)
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(AnyRange.self), op == .equal || op == .notEqual else { return nil }
        return try Sequences.compare(op, essence, other.essence)
    }

    public override func hash() throws -> Int { try Hashing.combine(essence.map { try $0.hash() }) }

    public override func repr() throws -> String {
        let (start, stop, step) = bounds
        let shownStep = step.isIdentical(to: 1) ? "" : ", " + (try step.repr())
        return "range(\(try start.repr()), \(try stop.repr())\(shownStep))"
    }
}

/// A `range` of integers of any size.
final class LongRangeObject: AnyRange, @unchecked Sendable {
    private let start: BigInt
    private let stop: BigInt
    private let step: BigInt
    private let count: BigInt

    private init(_ start: BigInt, _ stop: BigInt, _ step: BigInt) {
        (self.start, self.stop, self.step) = (start, stop, step)
        let distance = step > 0 ? stop - start : start - stop
        let stride = BigInt(step.magnitude)
        count = distance <= 0 ? 0 : (distance - 1) / stride + 1
        super.init(type: .range)
    }

    /// The range of the kind that holds the bounds.
    /// - Parameter step: not 0.
    static func make(_ start: BigInt, _ stop: BigInt, _ step: BigInt) -> AnyRange {
        let long = LongRangeObject(start, stop, step)
        guard long.count < Int.max, let start = Int(exactly: start), let stop = Int(exactly: stop), let step = Int(exactly: step) else { return long }
        return RangeObject(start, stop, step)
    }

    override var bounds: (start: Value, stop: Value, step: Value) { (.integer(start), .integer(stop), .integer(step)) }

    override var essence: [Value] { [.integer(count), count == 0 ? .none : .integer(start), count < 2 ? .none : .integer(step)] }

    override func position(of number: BigInt) -> Value? {
        let (index, rest) = (number - start).quotientAndRemainder(dividingBy: step)
        return rest == 0 && index >= 0 && index < count ? .integer(index) : nil
    }

    override func reversed() -> Object { LongRangeIterator(first: start + (count - 1) * step, step: -step, count: count) }

    public override func length() throws -> Int? {
        guard let length = Int(exactly: count) else { throw Raised.overflow("Python int too large to convert to C ssize_t") }
        return length
    }

    public override func truth() throws -> Bool { count != 0 }

    public override func item(_ key: Value) throws -> Value {
        if let slice = key.as(SliceObject.self) { return .object(try Self.part(slice, of: start, step, count)) }
        guard let index = try key.bigIndex() else {
            throw Raised.typeError("range indices must be integers or slices, not \(key.type.name)")
        }
        let position = index < 0 ? index + count : index
        guard position >= 0, position < count else { throw Raised.indexError("range object index out of range") }
        return .integer(start + position * step)
    }

    public override func contains(_ value: Value) throws -> Bool? {
        switch value {
        case .int, .bool, .object(is IntObject): value.bigInteger.map { position(of: $0) != nil }
        case .float(let double): double == double.rounded() && double.isFinite ? position(of: BigInt(double)) != nil : false
        case .unset, .none, .object: nil
        }
    }

    public override func iterate() throws -> Object? { LongRangeIterator(first: start, step: step, count: count) }
}

/// Walks over a range of any size.
private final class LongRangeIterator: Object, @unchecked Sendable {
    private var value: BigInt
    private let step: BigInt
    private var remaining: BigInt
    private static let cls = Class.iterator("longrange_iterator")

    init(first: BigInt, step: BigInt, count: BigInt) {
        (value, self.step, remaining) = (first, step, count)
        super.init(type: Self.cls)
    }

    override var isIterator: Bool { true }
    override func iterate() throws -> Object? { self }

    override func next() throws -> Value? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        defer { value += step }
        return .integer(value)
    }
}
