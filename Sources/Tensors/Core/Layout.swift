// Defines Layout: where the elements of a tensor lie in its storage.

/// Sizes, strides (in elements) and offset (in elements) of a tensor over its storage.
public struct Layout: Sendable {
    /// Sizes.
    public let shape: Dims
    /// Distance in memory between neighbours of each dimension.
    public let strides: Dims
    /// Position of the first element in the storage, in elements.
    public let offset: Int
    /// Number of elements.
    public let count: Int
    /// Whether the elements lie in row-major order without gaps.
    public let isContiguous: Bool

    /// Row-major layout without gaps; sizes must not be negative and their product must fit an Int.
    @inline(__always)
    public init(contiguous shape: Dims) throws {
        guard let count = shape.product else {
            throw TensorError.runtime("numel: integer multiplication overflow")
        }
        self.init(contiguous: shape, count: count)
    }

    /// Row-major layout for sizes whose product is known.
    @inline(__always)
    init(contiguous shape: Dims, count: Int) {
        self.shape = shape
        self.strides = Layout.rowMajor(shape)
        self.offset = 0
        self.count = count
        self.isContiguous = true
    }

    /// Any layout; the caller has checked that it lies inside the storage.
    @inline(__always)
    public init(shape: Dims, strides: Dims, offset: Int) {
        self.shape = shape
        self.strides = strides
        self.offset = offset
        self.count = shape.product ?? 0
        var expected = 1
        var contiguous = true
        var i = shape.count - 1
        while i >= 0 {
            if shape[i] != 1 {
                if strides[i] != expected { contiguous = false }
                expected = expected &* shape[i]
            }
            i -= 1
        }
        self.isContiguous = contiguous || count == 0
    }

    /// Strides of a row-major tensor of these sizes; sizes of zero count as one, as in PyTorch.
    @inline(__always)
    public static func rowMajor(_ shape: Dims) -> Dims {
        var strides = shape
        var step = 1
        var i = shape.count - 1
        while i >= 0 {
            strides[i] = step
            step = step &* Swift.max(shape[i], 1)
            i -= 1
        }
        return strides
    }

    /// Distance from the first element to the last one in memory, plus one; 0 for no elements. In elements.
    public var extent: Int {
        if count == 0 { return 0 }
        var last = 0
        for i in 0..<shape.count { last += (shape[i] - 1) * strides[i] }
        return last + 1
    }

    /// Whether two indices can name the same element (an expanded or overlapping view).
    public var hasInternalOverlap: Bool {
        for i in 0..<shape.count where strides[i] == 0 && shape[i] > 1 { return true }
        return false
    }

    /// Strides for reading this tensor as if it had the sizes `target` (0 where it is stretched); nil if they do not fit.
    @inline(__always)
    public func strides(expandedTo target: Dims) -> Dims? {
        let lead = target.count - shape.count
        if lead < 0 { return nil }
        var result = Dims(repeating: 0, count: target.count)
        for i in 0..<shape.count {
            if shape[i] == target[i + lead] {
                result[i + lead] = strides[i]
            } else if shape[i] != 1 {
                return nil
            }
        }
        return result
    }
}

/// The rules by which shapes meet, with PyTorch's messages.
public enum Shapes {
    /// The common shape of two operands of an elementwise operation.
    @inline(__always)
    public static func broadcast(_ a: Dims, _ b: Dims) throws -> Dims {
        if a == b { return a }
        let rank = max(a.count, b.count)
        var result = Dims(repeating: 1, count: rank)
        for k in 1...max(rank, 1) where k <= rank {
            let x = k <= a.count ? a[a.count - k] : 1
            let y = k <= b.count ? b[b.count - k] : 1
            guard x == y || x == 1 || y == 1 else {
                throw TensorError.runtime(
                    "The size of tensor a (\(x)) must match the size of tensor b (\(y)) at non-singleton dimension \(rank - k)")
            }
            result[rank - k] = x == 1 ? y : x
        }
        return result
    }

    /// Whether a tensor of sizes `small` broadcasts to `large`.
    static func isExpandable(_ small: Dims, to large: Dims) -> Bool {
        let lead = large.count - small.count
        if lead < 0 { return false }
        for i in 0..<small.count where small[i] != large[i + lead] && small[i] != 1 { return false }
        return true
    }

    /// Refuses more parts, bins or windows than memory would hold.
    public static func checkParts(_ count: Int) throws {
        if count > 1 << 26 { throw TensorError(.memory, "not enough memory for \(count) parts") }
    }

    /// Refuses so many indices in total that they would not fit into memory.
    static func checkCount(_ counts: [Int]) throws {
        var total = 0
        for count in counts {
            let (sum, overflow) = total.addingReportingOverflow(count)
            if overflow { throw TensorError.runtime("numel: integer multiplication overflow") }
            total = sum
        }
        _ = try Tensor(empty: [total], .int64)
    }

    /// Refuses sizes of windows and steps that would overflow the arithmetic with them, in PyTorch's words.
    public static func checkSmall(_ numbers: [Int]) throws {
        if numbers.contains(where: { $0 > Int(Int32.max) || $0 < Int(Int32.min) }) {
            throw TensorError.runtime("value cannot be converted to type int without overflow")
        }
    }

    /// A dimension counted from the front; negative ones count from the back.
    @inline(__always)
    public static func wrap(_ dim: Int, rank: Int) throws -> Int {
        let n = max(rank, 1)
        guard dim >= -n, dim < n else { throw TensorError.dimension(dim, rank: rank) }
        return dim < 0 ? dim + n : dim
    }

    /// Several dimensions, wrapped; naming one twice is an error.
    public static func wrap(_ dims: [Int], rank: Int) throws -> [Int] {
        var seen = [Bool](repeating: false, count: max(rank, 1))
        return try dims.map { dim in
            let d = try wrap(dim, rank: rank)
            if seen[d] { throw TensorError.runtime("dim \(d) appears multiple times in the list of dims") }
            seen[d] = true
            return d
        }
    }
}
