// Defines inv, det, slogdet, logdet, solve and solve_triangular.

extension Tensor {
    /// The inverse of (a stack of) square matrices.
    public func inv() throws -> Tensor {
        let stack = try MatrixStack(self, "linalg.inv", square: true)
        let results = try stack.matrices.enumerated().map { index, matrix -> ColumnMatrix in
            var factors = stack.factorsTransposes ? matrix.transposed : matrix
            let (pivots, zero) = try LAPACK.lu(&factors)
            guard zero == 0 else {
                throw TensorError.linalg(stack.prefix("linalg.inv", index) + "The diagonal element \(zero) is zero, the inversion could not be "
                    + "completed because the input matrix is singular.")
            }
            var result = ColumnMatrix.identity(matrix.rows, single: matrix.isSingle)
            try LAPACK.solve(factors, pivots, &result, transposed: stack.factorsTransposes)
            return result
        }
        let result = try stack.tensor(results, stack.rows, stack.rows)
        return result.recorded("LinalgInvExBackward0", [self], saving: [result]) { grad, node in
            let transposed = try node.saved(0).mT
            return [try Op.neg(transposed.matmul(grad).matmul(transposed))]
        }
    }

    /// The determinant of (a stack of) square matrices.
    public func det() throws -> Tensor {
        let stack = try MatrixStack(self, "linalg.det", square: true)
        let values = try stack.matrices.map { matrix -> Double in
            let (sign, logarithm) = try Tensor.signAndLog(stack.factorsTransposes ? matrix.transposed : matrix)
            return sign * logarithm.product
        }
        let result = try stack.tensor(values)
        return result.recorded("LinalgDetBackward0", [self], saving: [self]) { grad, node in
            [try node.saved(0).cofactors() * grad.unsqueeze(-1).unsqueeze(-1)]
        }
    }

    /// The sign of the determinant, and its size as a product and a logarithm.
    private static func signAndLog(_ matrix: ColumnMatrix) throws -> (Double, (product: Double, logarithm: Double)) {
        var factors = matrix
        let (pivots, _) = try LAPACK.lu(&factors)
        var (sign, product, logarithm) = (1.0, 1.0, 0.0)
        for i in 0..<matrix.rows {
            if Int(pivots[i]) != i + 1 { sign = -sign }
            let pivot = factors[i, i]
            if pivot < 0 { sign = -sign }
            if pivot == 0 { sign = 0 }
            product *= pivot.magnitude
            if matrix.isSingle { product = Double(Float(product)) }
            logarithm += Double.log(pivot.magnitude)
        }
        return (sign, (product, logarithm))
    }

    /// The matrix of cofactors, the gradient of the determinant; right for singular matrices too: from the singular values,
    /// det(U) det(V) · U · diag(products of the others) · Vᵀ.
    private func cofactors() throws -> Tensor {
        if Engine.current.gradEnabled { return try inv().mT * det().unsqueeze(-1).unsqueeze(-1) }
        let stack = try MatrixStack(self, "linalg.det", square: true)
        let n = stack.rows
        let results = try stack.matrices.map { matrix -> ColumnMatrix in
            let (u, s, vt) = try LAPACK.svd(matrix, full: true)
            let sign = try Tensor.signAndLog(u).0 * Tensor.signAndLog(vt).0
            var result = ColumnMatrix(n, n, single: false)
            for k in 0..<n {
                var others = sign
                for j in 0..<n where j != k { others *= s[j] }
                for i in 0..<n {
                    for j in 0..<n { result[i, j] += u[i, k] * others * vt[k, j] }
                }
            }
            return result
        }
        return try stack.tensor(results, n, n)
    }

    /// Sign and logarithm of the size of the determinant.
    public func slogdet() throws -> (sign: Tensor, logabsdet: Tensor) {
        let stack = try MatrixStack(self, "linalg.slogdet", square: true)
        let pairs = try stack.matrices.map { try Tensor.signAndLog(stack.factorsTransposes ? $0.transposed : $0) }
        let sign = try stack.tensor(pairs.map(\.0))
        let logarithm = try stack.tensor(pairs.map(\.1.logarithm))
        Autograd.record("LinalgSlogdetBackward0", [self], outputs: [sign, logarithm], saving: [self]) { grads, node in
            guard let grad = grads[1] else { return [nil] }
            return [try node.saved(0).inv().mT * grad.unsqueeze(-1).unsqueeze(-1)]
        }
        return (sign, logarithm)
    }

    /// The logarithm of the determinant; nan where it is negative.
    public func logdet() throws -> Tensor {
        let (sign, logarithm) = try slogdet()
        return try Op.where(.tensor(Op.eq(sign, -1.0)), .number(.float(.nan)), .tensor(logarithm))
    }

    /// X with A · X = B (or X · A = B if `left` is false); this tensor is A, B a vector or a matrix for each matrix of A.
    public func solve(_ b: Tensor, left: Bool = true) throws -> Tensor {
        guard dtype == b.dtype else {
            throw TensorError.runtime("linalg.solve: Expected A and B to have the same dtype, but found A of type \(dtype.scalarName) and B of "
                + "type \(b.dtype.scalarName) instead")
        }
        if !left { return try mT.solve(b.mT).mT }
        let stack = try MatrixStack(self, "linalg.solve", square: true)
        let isVector = b.rank == 1 || (b.rank == rank - 1 && b.shape.array == Array(shape.dropLast()))
        let right = isVector ? try b.unsqueeze(-1) : b
        guard right.shape[right.rank - 2] == stack.rows else {
            throw TensorError.runtime("linalg.solve: Incompatible shapes of A and B for the equation AX = B (\(stack.rows)x\(stack.columns) and "
                + "\(right.shape[right.rank - 2])x\(right.shape[right.rank - 1]))")
        }
        let lead = try Shapes.broadcast(Dims(stack.lead), Dims(Array(right.shape.dropLast(2)))).array
        let wideA = try lead == stack.lead ? self : expand(lead + [stack.rows, stack.rows])
        let wideB = try right.expand(lead + Array(right.shape.suffix(2)))
        let result = try wideA.solved(wideB)
        return isVector ? try result.squeeze([-1]) : result
    }

    private func solved(_ b: Tensor) throws -> Tensor {
        let stack = try MatrixStack(self, "linalg.solve", square: true)
        let rights = try MatrixStack(b, "linalg.solve")
        let results = try zip(stack.matrices, rights.matrices).map { a, b -> ColumnMatrix in
            var (factors, result) = (stack.factorsTransposes ? a.transposed : a, b)
            let (pivots, zero) = try LAPACK.lu(&factors)
            guard zero == 0 else {
                throw TensorError.linalg("torch.linalg.solve: The solver failed because the input matrix is singular.")
            }
            try LAPACK.solve(factors, pivots, &result, transposed: stack.factorsTransposes)
            return result
        }
        let result = try stack.tensor(results, rights.rows, rights.columns)
        return result.recorded("LinalgSolveExBackward0", [self, b], saving: [self, result]) { grad, node in
            let (a, x) = (try node.saved(0), try node.saved(1))
            let right = try a.mT.solve(grad)
            return [node.needs(0) ? try Op.neg(right.matmul(x.mT)) : nil, right]
        }
    }

    /// X with A · X = B for a triangular A, of which only one triangle is read.
    public func solveTriangular(_ b: Tensor, upper: Bool, left: Bool = true, unitriangular: Bool = false) throws -> Tensor {
        if !left { return try mT.solveTriangular(b.mT, upper: !upper, unitriangular: unitriangular).mT }
        let stack = try MatrixStack(self, "linalg.solve_triangular", square: true)
        guard b.rank >= 2 else {
            throw TensorError.runtime("linalg.solve_triangular: The input tensor B must have at least 2 dimensions.")
        }
        guard b.shape[b.rank - 2] == stack.rows else {
            throw TensorError.runtime("linalg.solve_triangular: Incompatible shapes of A and B for the equation AX = B "
                + "(\(stack.rows)x\(stack.columns) and \(b.shape[b.rank - 2])x\(b.shape[b.rank - 1]))")
        }
        let lead = try Shapes.broadcast(Dims(stack.lead), Dims(Array(b.shape.dropLast(2)))).array
        let wide = try MatrixStack(lead == stack.lead ? self : expand(lead + [stack.rows, stack.rows]), "linalg.solve_triangular")
        let rights = try MatrixStack(b.expand(lead + Array(b.shape.suffix(2))), "linalg.solve_triangular")
        let results = zip(wide.matrices, rights.matrices).map { Tensor.substituted($0, $1, upper: upper, unit: unitriangular) }
        let result = try rights.tensor(results, rights.rows, rights.columns)
        let (own, theirs) = (shape, b.shape)
        return result.recorded("LinalgSolveTriangularBackward0", [self, b], saving: [self, result]) { grad, node in
            let (a, x) = (try node.saved(0), try node.saved(1))
            let right = try a.mT.solveTriangular(grad, upper: !upper, unitriangular: unitriangular)
            let slope = try Op.neg(right.matmul(x.mT))
            let diagonal = unitriangular ? 1 : 0
            let kept = try upper ? slope.triu(diagonal) : slope.tril(-diagonal)
            return [try kept.summed(to: own), try right.summed(to: theirs)]
        }
    }

    private static func substituted(_ a: ColumnMatrix, _ b: ColumnMatrix, upper: Bool, unit: Bool) -> ColumnMatrix {
        var x = b
        let order = upper ? Array((0..<a.rows).reversed()) : Array(0..<a.rows)
        for column in 0..<b.columns {
            for i in order {
                var sum = x[i, column]
                for j in upper ? i + 1..<Swift.max(a.rows, i + 1) : 0..<i { sum -= a[i, j] * x[j, column] }
                x[i, column] = unit ? sum : sum / a[i, i]
            }
        }
        return x
    }
}

