// Defines mm, bmm, mv, dot, matmul and addmm: products of matrices of all ranks.

extension Tensor {
    /// The product of two matrices.
    public func mm(_ other: Tensor) throws -> Tensor {
        guard rank == 2 else { throw TensorError.runtime("mm: mat1 must be a matrix, got \(rank)-D tensor") }
        guard other.rank == 2 else { throw TensorError.runtime("mm: mat2 must be a matrix, got \(other.rank)-D tensor") }
        try Tensor.checkProduct(self, other, "mm: ")
        let result = try Tensor.product(self, other)
        guard Autograd.records(self, other) else { return result }
        return result.recorded("MmBackward0", [self, other], saving: [self, other]) { grad, node in
            [node.needs(0) ? try grad.firstFactorGradient(node.saved(0), node.saved(1)) : nil,
             node.needs(1) ? try grad.secondFactorGradient(node.saved(0), node.saved(1)) : nil]
        }
    }

    private static func checkProduct(_ a: Tensor, _ b: Tensor, _ prefix: String = "") throws {
        guard a.shape[1] == b.shape[0] else {
            throw TensorError.runtime("\(prefix)mat1 and mat2 shapes cannot be multiplied (\(a.shape[0])x\(a.shape[1]) and "
                + "\(b.shape[0])x\(b.shape[1]))")
        }
        try checkTypes(a, b)
    }

    private static func checkTypes(_ a: Tensor, _ b: Tensor) throws {
        guard a.dtype == b.dtype else {
            throw TensorError.runtime("expected m1 and m2 to have the same dtype, but got: \(a.dtype.cName) != \(b.dtype.cName)")
        }
        if a.dtype == .bool { throw TensorError.unsupported("addmm_impl_cpu_", .bool) }
    }

    /// `self + a · b` scaled: `beta * self + alpha * (a @ b)`, as `torch.addmm`.
    public func addmm(_ a: Tensor, _ b: Tensor, beta: Number = 1, alpha: Number = 1) throws -> Tensor {
        guard a.rank == 2 else { throw TensorError.runtime("mat1 must be a matrix, got \(a.rank)-D tensor") }
        guard b.rank == 2 else { throw TensorError.runtime("mat2 must be a matrix, got \(b.rank)-D tensor") }
        guard a.dtype == b.dtype else {
            throw TensorError.runtime("mat1 and mat2 must have the same dtype, but got \(a.dtype.scalarName) and \(b.dtype.scalarName)")
        }
        try Tensor.checkProduct(a, b, "addmm: ")
        let result = try Engine.current.withoutGrad {
            if alpha == 1, beta == 1, let sum = try plus(a, times: b) { return sum }
            // Half types are rounded once, at the end.
            let type = a.dtype.computeType
            var product = try Tensor.product(a.to(type), b.to(type))
            if alpha != 1 { product = try Op.mul(product, .number(alpha)) }
            if beta.double == 0 { return try product.to(a.dtype) }
            let own = a.dtype == type || dtype != a.dtype ? self : try to(type)
            let scaled = beta == 1 ? own : try Op.mul(own, .number(beta))
            guard Shapes.isExpandable(shape, to: product.shape) else { throw TensorError.expansion(of: shape, dtype, to: product.shape) }
            // On a device the sum waits for the operations that follow, to be one kernel with them.
            if product.dtype == scaled.dtype, product.device == nil { return try Op.add.inPlace(product, .tensor(scaled)).to(a.dtype) }
            return try Op.add(product, scaled).to(DType.promote(a.dtype, dtype))
        }
        guard Autograd.records([self, a, b]) else { return result }
        return result.recorded("AddmmBackward0", [self, a, b], saving: [a, b]) { grad, node in
            let scaled = alpha == 1 ? grad : try Op.mul(grad, .number(alpha))
            return [node.needs(0) ? beta == 1 ? grad : try Op.mul(grad, .number(beta)) : nil,
                    node.needs(1) ? try scaled.firstFactorGradient(node.saved(0), node.saved(1)) : nil,
                    node.needs(2) ? try scaled.secondFactorGradient(node.saved(0), node.saved(1)) : nil]
        }
    }

    /// Products of two stacks of matrices.
    public func bmm(_ other: Tensor) throws -> Tensor {
        guard rank == 3, other.rank == 3 else { throw TensorError.runtime("batch1 must be a 3D tensor") }
        guard shape[0] == other.shape[0], shape[2] == other.shape[1] else {
            throw TensorError.runtime("Expected size for first two dimensions of batch2 tensor to be: [\(shape[0]), \(shape[2])] but got: "
                + "[\(other.shape[0]), \(other.shape[1])].")
        }
        guard dtype == other.dtype else {
            throw TensorError.runtime("expected scalar type \(dtype.scalarName) but found \(other.dtype.scalarName)")
        }
        let result = try Tensor.product(self, other)
        guard Autograd.records(self, other) else { return result }
        return result.recorded("BmmBackward0", [self, other], saving: [self, other]) { grad, node in
            [node.needs(0) ? try grad.bmm(node.saved(1).transpose(1, 2)) : nil,
             node.needs(1) ? try node.saved(0).transpose(1, 2).bmm(grad) : nil]
        }
    }

    /// The sum of products of two vectors.
    public func dot(_ other: Tensor) throws -> Tensor {
        guard rank == 1, other.rank == 1 else {
            throw TensorError.runtime("1D tensors expected, but got \(rank)D and \(other.rank)D tensors")
        }
        guard dtype == other.dtype else {
            throw TensorError.runtime("dot : expected both vectors to have same dtype, but found \(dtype.scalarName) and "
                + "\(other.dtype.scalarName)")
        }
        guard count == other.count else {
            throw TensorError.runtime("inconsistent tensor size, expected tensor [\(count)] and src [\(other.count)] to have the same "
                + "number of elements, but got \(count) and \(other.count) elements respectively")
        }
        guard dtype != .bool else { throw TensorError.unsupported("dot", dtype) }
        let result = try Engine.current.withoutGrad { try Tensor.product(self.unsqueeze(0), other.unsqueeze(1)).reshape([]) }
        guard Autograd.records(self, other) else { return result.unviewed() }
        return result.unviewed().recorded("DotBackward0", [self, other], saving: [self, other]) { grad, node in
            [node.needs(0) ? try grad * node.saved(1) : nil, node.needs(1) ? try grad * node.saved(0) : nil]
        }
    }

    /// The product of a matrix and a vector.
    public func mv(_ vector: Tensor) throws -> Tensor {
        guard rank == 2, vector.rank == 1 else {
            throw TensorError.runtime("vector + matrix @ vector expected, got 1, \(rank), \(vector.rank)")
        }
        guard shape[1] == vector.count else {
            throw TensorError.runtime("size mismatch, got input (\(shape[0])), mat (\(shape[0])x\(shape[1])), vec (\(vector.count))")
        }
        try Tensor.checkTypes(self, vector)
        let rows = shape[0]
        let result = try Engine.current.withoutGrad { try Tensor.product(self, vector.unsqueeze(1)).reshape([rows]) }.unviewed()
        guard Autograd.records(self, vector) else { return result }
        return result.recorded("MvBackward0", [self, vector], saving: [self, vector]) { grad, node in
            [node.needs(0) ? try grad.unsqueeze(1) * node.saved(1).unsqueeze(0) : nil,
             node.needs(1) ? try node.saved(0).t().mv(grad) : nil]
        }
    }

    /// The same elements as a tensor that is no view.
    private func unviewed() -> Tensor {
        viewBase = nil
        return self
    }
}
