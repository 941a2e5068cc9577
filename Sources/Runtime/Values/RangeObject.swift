// RangeObject: a `range`.
import BigInt

/// A `range`. Bounds and step fit Int; `count` is the number of elements.
public final class RangeObject: AnyRange, @unchecked Sendable {
    public let start: Int
    public let stop: Int
    public let step: Int
    public let count: Int

    /// - Parameter step: not 0.
    public init(_ start: Int, _ stop: Int, _ step: Int = 1) {
        self.start = start
        self.stop = stop
        self.step = step
        count = Self.count(start, stop, step)
        super.init(type: .range)
    }

    /// Number of elements of `range(start, stop, step)`.
    static func count(_ start: Int, _ stop: Int, _ step: Int) -> Int {
        let (low, high) = step > 0 ? (start, stop) : (stop, start)
        guard low < high else { return 0 }
        // As unsigned numbers the distance between any two Ints fits.
        let distance = UInt(bitPattern: high) &- UInt(bitPattern: low) &- 1
        let count = distance / step.magnitude
        return count >= UInt(Int.max) ? Int.max : Int(count) + 1
    }

    /// Element `index`, which must be within `0..<count`.
    public func element(_ index: Int) -> Int { start &+ index &* step }

    /// The position of a number; nil where the range does not contain it.
    func position(of value: Int) -> Int? {
        guard step > 0 ? value >= start && value < stop : value <= start && value > stop else { return nil }
        let distance = step > 0 ? UInt(bitPattern: value) &- UInt(bitPattern: start) : UInt(bitPattern: start) &- UInt(bitPattern: value)
        return distance % step.magnitude == 0 ? Int(distance / step.magnitude) : nil
    }

    public override func length() throws -> Int? { count }

    public override func item(_ key: Value) throws -> Value {
        if let slice = key.as(SliceObject.self) {
            return .object(try Self.part(slice, of: BigInt(start), BigInt(step), BigInt(count)))
        }
        return .int(element(try Sequences.index(key, count: count, type: key.isInteger ? "range object" : "range")))
    }

    public override func contains(_ value: Value) throws -> Bool? {
        switch value {
        case .int(let int): return position(of: int) != nil
        case .bool(let bool): return position(of: bool ? 1 : 0) != nil
        case .float(let double): return Int(exactly: double).map { position(of: $0) != nil } ?? false
        case .object(let integer as IntObject) where integer.type === Class.int: return false
        case .unset, .none, .object: return nil
        }
    }

    public override func iterate() throws -> Object? { RangeIterator(first: start, step: step, count: count) }

    override var bounds: (start: Value, stop: Value, step: Value) { (.int(start), .int(stop), .int(step)) }

    override var essence: [Value] { [.int(count), count == 0 ? .none : .int(start), count < 2 ? .none : .int(step)] }

    override func position(of number: BigInt) -> Value? { Int(exactly: number).flatMap { position(of: $0) }.map { .int($0) } }

    override func reversed() -> Object { RangeIterator(first: element(max(count - 1, 0)), step: 0 &- step, count: count) }
}

/// Walks over a range.
final class RangeIterator: Object, @unchecked Sendable {
    /// The next number; the loop of the machine advances it in place.
    var value: Int
    let step: Int
    var remaining: Int
    private static let cls = Class.iterator("range_iterator").holding(.rangeIterator)

    init(first: Int, step: Int, count: Int) {
        value = first
        self.step = step
        remaining = count
        super.init(type: Self.cls)
    }

    override var isIterator: Bool { true }
    override func iterate() throws -> Object? { self }

    override func next() throws -> Value? {
        guard remaining > 0 else { return nil }
        remaining -= 1
        defer { value &+= step }
        return .int(value)
    }
}

extension Value {
    /// Whether it is an `int`, a `bool` or an instance of a subclass of `int`.
    public var isInteger: Bool {
        switch self {
        case .int, .bool: true
        case .object(let object): object is IntObject
        case .unset, .none, .float: false
        }
    }
}
