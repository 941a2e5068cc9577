// Defines all and any.

extension Tensor {
    /// Whether all elements are true (not zero). uint8 tensors answer uint8, as in PyTorch.
    public func all(dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        let truth = dtype == .bool ? self : try Op.ne(self, 0)
        return try truth.reduced(
            .minimum, reducedMask(dims), keepdim: keepdim, work: .int64, dtype: .bool).to(dtype == .uint8 ? .uint8 : .bool)
    }

    /// Whether any element is true (not zero).
    public func any(dims: [Int]? = nil, keepdim: Bool = false) throws -> Tensor {
        let truth = dtype == .bool ? self : try Op.ne(self, 0)
        return try truth.reduced(
            .sum, reducedMask(dims), keepdim: keepdim, work: .int64, dtype: .bool).to(dtype == .uint8 ? .uint8 : .bool)
    }
}
