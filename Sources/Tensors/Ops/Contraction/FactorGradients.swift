// Defines the gradients of a matrix product's factors, laid out in memory as the factors are.

extension Tensor {
    /// The gradient `self · bᵀ` of `a` in `a · b`, where `self` is the product's. A transposed `a` gets a transposed gradient, so that
    /// the matrix it is a view of accumulates it without a copy.
    func firstFactorGradient(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        a.isTransposedMatrix ? try b.mm(t()).t() : try mm(b.t())
    }

    /// The gradient `aᵀ · self` of `b` in `a · b`, transposed in memory where `b` is.
    func secondFactorGradient(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        b.isTransposedMatrix ? try t().mm(a).t() : try a.t().mm(self)
    }

    /// Whether a matrix lies column after column.
    private var isTransposedMatrix: Bool { strides[0] == 1 && strides[1] == shape[0] && !isContiguous }
}
