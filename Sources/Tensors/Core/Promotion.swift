// Defines type promotion: the dtype of a result from the dtypes of tensors, 0-d tensors and plain numbers.

extension DType {
    /// The smallest type that holds the values of both, as `torch.promote_types`.
    public static func promote(_ a: DType, _ b: DType) -> DType {
        if a == b { return a }
        if a.category != b.category { return a.category > b.category ? a : b }
        switch a.category {
        case .boolean: return .bool
        case .floating:
            if a == .float64 || b == .float64 { return .float64 }
            return .float32
        case .integral:
            let (small, large) = a.itemSize < b.itemSize ? (a, b) : (b, a)
            if small.itemSize == large.itemSize { return .int16 }   // int8 with uint8
            return large
        }
    }
}

/// Gathers the operands of an operation and answers their common type.
///
/// Tensors with dimensions decide; 0-d tensors and then plain numbers count only by a higher category.
public struct Promotion {
    private var dimensioned: DType?
    private var zeroDimensional: DType?
    private var wrapped: DType?

    /// No operands yet.
    public init() {}

    /// Adds a tensor operand.
    @inline(__always)
    public mutating func add(_ tensor: Tensor) {
        if tensor.isWrappedNumber {
            wrapped = Promotion.join(wrapped, tensor.dtype)
        } else if tensor.rank == 0 {
            zeroDimensional = Promotion.join(zeroDimensional, tensor.dtype)
        } else {
            dimensioned = Promotion.join(dimensioned, tensor.dtype)
        }
    }

    /// Adds a plain number.
    @inline(__always)
    public mutating func add(_ number: Number) {
        wrapped = Promotion.join(wrapped, number.dtype)
    }

    /// Adds a tensor or a number.
    @inline(__always)
    public mutating func add(_ operand: Operand) {
        switch operand {
        case .tensor(let tensor): add(tensor)
        case .number(let number): add(number)
        }
    }

    /// The common type of all operands added.
    public var result: DType {
        let low = Promotion.combine(high: zeroDimensional, low: wrapped)
        return Promotion.combine(high: dimensioned, low: low) ?? Engine.current.defaultDType
    }

    @inline(__always)
    private static func join(_ a: DType?, _ b: DType) -> DType {
        guard let a else { return b }
        return DType.promote(a, b)
    }

    private static func combine(high: DType?, low: DType?) -> DType? {
        guard let high else { return low }
        guard let low else { return high }
        return low.category > high.category ? DType.promote(high, low) : high
    }
}
