// Defines Dims: a short list of sizes, strides or dimension numbers kept without a heap allocation.

/// Up to `Dims.capacity` integers: the sizes or strides of a tensor.
public struct Dims: RandomAccessCollection, MutableCollection, Equatable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
    /// The largest rank of a tensor.
    public static let capacity = 8

    private var items: InlineArray<8, Int>
    /// Number of items.
    public private(set) var count: Int

    /// The empty list: the sizes of a 0-d tensor.
    @inline(__always)
    public init() {
        items = InlineArray(repeating: 0)
        count = 0
    }

    /// `count` times the same number; at most `capacity`.
    @inline(__always)
    public init(repeating value: Int, count: Int) {
        precondition(count <= Dims.capacity)
        items = InlineArray(repeating: value)
        self.count = count
    }

    /// Copies a list; more than `capacity` items are an error.
    public init(_ source: some Collection<Int>) throws {
        self.init()
        try Dims.check(rank: source.count)
        for item in source { push(item) }
    }

    /// For lists written in the source, which are short.
    public init(arrayLiteral elements: Int...) {
        self.init()
        for item in elements { push(item) }
    }

    /// 0.
    @inline(__always)
    public var startIndex: Int { 0 }
    /// `count`.
    @inline(__always)
    public var endIndex: Int { count }

    /// The item at a position below `count`.
    @inline(__always)
    public subscript(index: Int) -> Int {
        get { items[index] }
        set { items[index] = newValue }
    }

    /// Throws where a tensor would have more dimensions than we keep.
    public static func check(rank: Int) throws {
        guard rank <= capacity else {
            throw TensorError.runtime("tensors of more than \(capacity) dimensions are not supported, but got \(rank)")
        }
    }

    /// Adds an item at the end.
    public mutating func append(_ item: Int) throws {
        try Dims.check(rank: count + 1)
        push(item)
    }

    /// Adds an item before position `index` (at most `count`).
    public mutating func insert(_ item: Int, at index: Int) throws {
        try Dims.check(rank: count + 1)
        push(item)
        var i = count - 1
        while i > index {
            items[i] = items[i - 1]
            i -= 1
        }
        items[index] = item
    }

    /// Takes out the item at `index`.
    public mutating func remove(at index: Int) {
        for i in index..<(count - 1) { items[i] = items[i + 1] }
        count -= 1
    }

    /// Adds an item where the caller knows that there is room.
    @inline(__always)
    mutating func push(_ item: Int) {
        items[count] = item
        count += 1
    }

    /// The product of all items, nil when it does not fit an Int.
    @inline(__always)
    public var product: Int? {
        var result = 1
        for i in 0..<count {
            let (value, overflow) = result.multipliedReportingOverflow(by: items[i])
            if overflow { return items.hasZero(upTo: count) ? 0 : nil }
            result = value
        }
        return result
    }

    @inline(__always)
    public static func == (a: Dims, b: Dims) -> Bool {
        if a.count != b.count { return false }
        for i in 0..<a.count where a.items[i] != b.items[i] { return false }
        return true
    }

    /// As PyTorch prints sizes in messages: `[2, 3]`.
    public var description: String { "[" + map(String.init).joined(separator: ", ") + "]" }

    /// The items as an array.
    public var array: [Int] { Array(self) }
}

extension InlineArray where Element == Int {
    fileprivate func hasZero(upTo count: Int) -> Bool {
        for i in 0..<count where self[i] == 0 { return true }
        return false
    }
}
