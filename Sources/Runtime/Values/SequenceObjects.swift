// The sequence objects: list, tuple, bytes, range, slice.

/// A `list`.
public final class ListObject: Object, @unchecked Sendable {
    public var elements: [Value]

    public init(_ elements: [Value], type: Class = .list) {
        self.elements = elements
        super.init(type: type)
    }

    deinit { Graveyard.release(&elements) }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in elements { visit(object) }
    }

    public override func clearReferences() { elements = [] }
}

/// A `tuple`.
public final class TupleObject: Object, @unchecked Sendable {
    public private(set) var elements: [Value]
    /// The tuple without elements.
    public static let empty = TupleObject([])

    public init(_ elements: [Value], type: Class = .tuple) {
        self.elements = elements
        super.init(type: type)
    }

    deinit { Graveyard.release(&elements) }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in elements { visit(object) }
    }

    public override func clearReferences() { elements = [] }
}

/// A `bytes`.
public final class BytesObject: Object, @unchecked Sendable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8], type: Class = .bytes) {
        self.bytes = bytes
        super.init(type: type)
    }
}

/// A `range`. Bounds and step fit Int; `count` is the number of elements.
public final class RangeObject: Object, @unchecked Sendable {
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
}

/// A `slice`.
public final class SliceObject: Object, @unchecked Sendable {
    public let start: Value
    public let stop: Value
    public let step: Value

    public init(_ start: Value, _ stop: Value, _ step: Value) {
        self.start = start
        self.stop = stop
        self.step = step
        super.init(type: .slice)
    }

    /// The positions the slice takes from a sequence of `length` elements: first, step and number.
    /// - Throws: ValueError for a step of 0, TypeError for bounds that are no integers.
    public func indices(length: Int) throws -> (start: Int, step: Int, count: Int) {
        let step = try Self.bound(step) ?? 1
        guard step != 0 else { throw Raised.valueError("slice step cannot be zero") }
        let lowest = step > 0 ? 0 : -1
        let highest = step > 0 ? length : length - 1
        func clip(_ value: Value, default absent: Int) throws -> Int {
            guard var index = try Self.bound(value) else { return absent }
            if index < 0 { index = index &+ length }
            return Swift.min(Swift.max(index, lowest), highest)
        }
        let start = try clip(start, default: step > 0 ? 0 : length - 1)
        let stop = try clip(stop, default: step > 0 ? length : -1)
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
}

/// The one value of a type that has only one: `Ellipsis`, `NotImplemented`.
public final class SingletonObject: Object, @unchecked Sendable {
    private let text: String
    public static let ellipsis = SingletonObject("Ellipsis", type: .ellipsis)
    public static let notImplemented = SingletonObject("NotImplemented", type: .notImplementedType)

    private init(_ text: String, type: Class) {
        self.text = text
        super.init(type: type)
    }

    public override func repr() throws -> String { text }
}

extension Value {
    /// `NotImplemented`
    public static var notImplemented: Value { .object(SingletonObject.notImplemented) }
    /// `...`
    public static var ellipsis: Value { .object(SingletonObject.ellipsis) }
    /// Whether this is `NotImplemented`.
    var isNotImplemented: Bool {
        if case .object(let object) = self { object === SingletonObject.notImplemented } else { false }
    }
}
