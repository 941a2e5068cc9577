// Defines cholesky, qr, lu, eigh, svd and what is built from them.

extension Tensor {
    /// L with A = L · Lᵀ (or Lᵀ if `upper`).
    public func cholesky(upper: Bool = false) throws -> Tensor {
        let stack = try MatrixStack(self, "linalg.cholesky", square: true)
        let results = try stack.matrices.enumerated().map { index, matrix -> ColumnMatrix in
            var factor = matrix
            let order = try LAPACK.cholesky(&factor)
            guard order == 0 else {
                throw TensorError.linalg(stack.prefix("linalg.cholesky", index) + "The factorization could not be completed because the input is "
                    + "not positive-definite (the leading minor of order \(order) is not positive-definite).")
            }
            return factor
        }
        let lower = try stack.tensor(results, stack.rows, stack.rows)
        _ = lower.recorded("LinalgCholeskyExBackward0", [self], saving: [lower]) { grad, node in
            let l = try node.saved(0)
            // Φ keeps the lower triangle and halves the diagonal.
            let inner = try l.mT.matmul(grad).tril()
            let phi = try inner - inner.diagonal(0, -2, -1).diagEmbed() * 0.5
            let part = try l.mT.solveTriangular(phi, upper: true)
            let whole = try l.solveTriangular(part, upper: false, left: false)
            return [try (whole + whole.mT) * 0.5]
        }
        return upper ? try lower.mT : lower
    }

    /// X with A · X = B, where this tensor is B and `factor` the Cholesky factor of A.
    public func choleskySolve(_ factor: Tensor, upper: Bool = false) throws -> Tensor {
        let lower = upper ? try factor.mT : factor
        return try lower.mT.solveTriangular(lower.solveTriangular(self, upper: false), upper: true)
    }

    /// A = Q · R with orthonormal columns of Q. The mode is "reduced", "complete" or "r" (Q is empty).
    public func qr(mode: String = "reduced") throws -> (q: Tensor, r: Tensor) {
        guard ["reduced", "complete", "r"].contains(mode) else {
            throw TensorError.runtime("qr received unrecognized mode '\(mode)' but expected one of 'reduced' (default), 'r', or 'complete'")
        }
        let stack = try MatrixStack(self, "linalg.qr")
        let pairs = try stack.matrices.map { try LAPACK.qr($0, complete: mode == "complete") }
        let width = mode == "complete" ? stack.rows : Swift.min(stack.rows, stack.columns)
        let r = try stack.tensor(pairs.map(\.r), width, stack.columns)
        if mode == "r" { return (try Tensor(empty: [0], dtype), r) }
        let q = try stack.tensor(pairs.map(\.q), stack.rows, width)
        let isTall = stack.rows >= stack.columns && mode == "reduced"
        Autograd.record("LinalgQrBackward0", [self], outputs: [q, r], saving: [q, r]) { grads, node in
            guard isTall else {
                throw TensorError.runtime("The QR decomposition is not differentiable when mode='\(mode)' and nrows < ncols or the "
                    + "factor is not square")
            }
            return [try Tensor.qrGradient(node.saved(0), node.saved(1), grads[0], grads[1])]
        }
        return (q, r)
    }

    private static func qrGradient(_ q: Tensor, _ r: Tensor, _ dq: Tensor?, _ dr: Tensor?) throws -> Tensor {
        let gq = try dq ?? Tensor.zeros(q.shape, q.dtype)
        let gr = try dr ?? Tensor.zeros(r.shape, r.dtype)
        let m = try r.matmul(gr.mT) - gq.mT.matmul(q)
        // The lower triangle mirrored to the upper one.
        let symmetric = try m.tril() + m.tril(-1).mT
        let right = try gq + q.matmul(symmetric)
        return try r.solveTriangular(right.mT, upper: true).mT
    }

    /// A = P · L · U.
    public func lu() throws -> (p: Tensor, l: Tensor, u: Tensor) {
        guard rank >= 2 else {
            throw TensorError.runtime("linalg.lu: Expected tensor with 2 or more dimensions. Got size: \(shape) instead")
        }
        let (packed, pivots) = try luFactor()
        let (m, n) = (shape[rank - 2], shape[rank - 1])
        let k = Swift.min(m, n)
        let orders = try pivots.elements(Int.self)
        var permutation = [Double](repeating: 0, count: (count / Swift.max(m * n, 1)) * m * m)
        for index in 0..<(k == 0 ? 0 : orders.count / k) {
            var rows = Array(0..<m)
            for i in 0..<k { rows.swapAt(i, orders[index * k + i] - 1) }
            for (i, row) in rows.enumerated() { permutation[index * m * m + row * m + i] = 1 }
        }
        let p = try Tensor.from(permutation, Dims(Array(shape.dropLast(2)) + [m, m])).to(dtype)
        let l = try packed.slice(-1, 0, k).tril(-1) + Tensor.eye(m, k, dtype)
        let u = try packed.slice(-2, 0, k).triu()
        return (p, l, u)
    }

    /// L and U in one matrix, and the row exchanges (counted from 1).
    public func luFactor() throws -> (lu: Tensor, pivots: Tensor) {
        let stack = try MatrixStack(self, "linalg.lu_factor")
        var orders: [Int] = []
        let results = try stack.matrices.map { matrix -> ColumnMatrix in
            var factors = matrix
            orders += try LAPACK.lu(&factors).pivots.map { Int($0) }
            return factors
        }
        let packed = try stack.tensor(results, stack.rows, stack.columns)
        let pivots = try Tensor.from(orders, Dims(stack.lead + [Swift.min(stack.rows, stack.columns)])).to(.int32)
        return (packed, pivots)
    }

    /// Eigenvalues (ascending) and orthonormal eigenvectors (columns) of symmetric matrices.
    public func eigh(upper: Bool = false) throws -> (values: Tensor, vectors: Tensor) {
        let stack = try MatrixStack(self, "linalg.eigh", square: true)
        let pairs = try stack.matrices.map { try LAPACK.symmetricEigen($0, lower: !upper) }
        let values = try stack.tensor(pairs.map(\.values), stack.rows)
        let vectors = try stack.tensor(pairs.map(\.vectors), stack.rows, stack.rows)
        Autograd.record("LinalgEighBackward0", [self], outputs: [values, vectors], saving: [values, vectors]) { grads, node in
            let (l, v) = (try node.saved(0), try node.saved(1))
            var inner = try grads[0].map { try $0.diagEmbed() } ?? Tensor.zeros(v.shape, v.dtype)
            if let grad = grads[1] {
                let gaps = try l.unsqueeze(-2) - l.unsqueeze(-1)
                let safe = try gaps + Tensor.eye(l.shape[l.rank - 1], nil, l.dtype)
                let turned = try v.mT.matmul(grad)
                inner = try inner + (turned / safe).tril(-1) + (turned / safe).triu(1)
            }
            return [try v.matmul(inner).matmul(v.mT)]
        }
        return (values, vectors)
    }

    /// Eigenvalues and right eigenvectors of square matrices as real and imaginary parts (vectors: see LAPACK's convention,
    /// untangled here). Not recorded.
    public func eigen() throws -> (real: Tensor, imaginary: Tensor, vectorsReal: Tensor, vectorsImaginary: Tensor) {
        let stack = try MatrixStack(self, "linalg.eig", square: true)
        let n = stack.rows
        var (real, imaginary): ([[Double]], [[Double]]) = ([], [])
        var (vectorsReal, vectorsImaginary): ([ColumnMatrix], [ColumnMatrix]) = ([], [])
        for matrix in stack.matrices {
            let result = try LAPACK.eigen(matrix)
            real.append(result.real)
            imaginary.append(result.imaginary)
            var (re, im) = (result.vectors, ColumnMatrix(n, n, single: false))
            var j = 0
            while j < n {
                guard result.imaginary[j] != 0, j + 1 < n else {
                    j += 1
                    continue
                }
                for i in 0..<n {
                    (re[i, j], re[i, j + 1]) = (result.vectors[i, j], result.vectors[i, j])
                    (im[i, j], im[i, j + 1]) = (result.vectors[i, j + 1], -result.vectors[i, j + 1])
                }
                j += 2
            }
            vectorsReal.append(re)
            vectorsImaginary.append(im)
        }
        return (try stack.tensor(real, n), try stack.tensor(imaginary, n), try stack.tensor(vectorsReal, n, n),
                try stack.tensor(vectorsImaginary, n, n))
    }

    /// A = U · diag(S) · Vᴴ, singular values descending; `full` gives square U and V.
    public func svd(fullMatrices full: Bool = true) throws -> (u: Tensor, s: Tensor, vh: Tensor) {
        let stack = try MatrixStack(self, "linalg.svd")
        let parts = try stack.matrices.map { try LAPACK.svd($0, full: full) }
        let (m, n) = (stack.rows, stack.columns)
        let k = Swift.min(m, n)
        let u = try stack.tensor(parts.map(\.u), m, full ? m : k)
        let s = try stack.tensor(parts.map(\.s), k)
        let vh = try stack.tensor(parts.map(\.vt), full ? n : k, n)
        Autograd.record("LinalgSvdBackward0", [self], outputs: [u, s, vh], saving: [u, s, vh]) { grads, node in
            let (u, vh) = (try node.saved(0).slice(-1, 0, k), try node.saved(2).slice(-2, 0, k))
            return [try Tensor.svdGradient(u, node.saved(1), vh, grads[0]?.slice(-1, 0, k), grads[1], grads[2]?.slice(-2, 0, k))]
        }
        return (u, s, vh)
    }

    /// gA = U (skew(Uᵀ gU)/E · S + diag(gS) + S · skew(Vᵀ gV)/E) Vᵀ plus the parts orthogonal to U and V; E has s_j² − s_i².
    private static func svdGradient(
        _ u: Tensor, _ s: Tensor, _ vh: Tensor, _ gu: Tensor?, _ gs: Tensor?, _ gvh: Tensor?
    ) throws -> Tensor {
        var inner = try gs.map { try $0.diagEmbed() } ?? Tensor.zeros(Dims(s.shape.array + [s.shape[s.rank - 1]]), s.dtype)
        let squares = try s * s
        let gaps = try squares.unsqueeze(-2) - squares.unsqueeze(-1) + Tensor.eye(s.shape[s.rank - 1], nil, s.dtype)
        func skewed(_ x: Tensor) throws -> Tensor { try (x - x.mT) / gaps }
        if let gu { inner = try inner + skewed(u.mT.matmul(gu)) * s.unsqueeze(-2) }
        if let gvh { inner = try inner + s.unsqueeze(-1) * skewed(vh.matmul(gvh.mT)) }
        var result = try u.matmul(inner).matmul(vh)
        if let gu, u.shape[u.rank - 2] > u.shape[u.rank - 1] {
            let scaled = try gu / s.unsqueeze(-2)
            result = try result + (scaled - u.matmul(u.mT.matmul(scaled))).matmul(vh)
        }
        if let gvh, vh.shape[vh.rank - 1] > vh.shape[vh.rank - 2] {
            let scaled = try gvh / s.unsqueeze(-1)
            result = try result + u.matmul(scaled - scaled.matmul(vh.mT).matmul(vh))
        }
        return result
    }
}
