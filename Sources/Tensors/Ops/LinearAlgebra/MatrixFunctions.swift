// Defines pinv, matrix_rank, lstsq, matrix_power, matrix_exp, multi_dot, cond and matrix norms.

/// The orders of a matrix norm.
public enum MatrixNorm: Sendable, Equatable {
    /// Root of the sum of squares.
    case frobenius
    /// Sum of the singular values.
    case nuclear
    /// ±1: column sums, ±2: singular values, ±∞: row sums.
    case order(Double)
}

extension Tensor {
    /// The Moore-Penrose inverse: singular values below `rtol` times the largest count as zero.
    public func pinv(rtol: Double? = nil, atol: Double = 0) throws -> Tensor {
        guard rank >= 2, dtype == .float32 || dtype == .float64 else {
            throw TensorError.runtime("linalg.pinv(\(dtype.scalarName){\(shape)}): expected a tensor with 2 or more dimensions of float, double, "
                + "cfloat or cdouble types")
        }
        let stack = try MatrixStack(self, "linalg.pinv")
        let tolerance = rtol ?? (atol > 0 ? 0 : epsilon * Double(Swift.max(stack.rows, stack.columns)))
        let results = try stack.matrices.map { matrix -> ColumnMatrix in
            let (u, s, vt) = try LAPACK.svd(matrix, full: false)
            let limit = Swift.max(atol, tolerance * (s.first ?? 0))
            var result = ColumnMatrix(matrix.columns, matrix.rows, single: false)
            for k in s.indices where s[k] > limit {
                for i in 0..<matrix.columns {
                    for j in 0..<matrix.rows { result[i, j] += vt[k, i] / s[k] * u[j, k] }
                }
            }
            return result
        }
        let result = try stack.tensor(results, stack.columns, stack.rows)
        return result.recorded("LinalgPinvBackward0", [self], saving: [self, result]) { grad, node in
            let (a, p) = (try node.saved(0), try node.saved(1))
            let (pt, gt) = (try p.mT, try grad.mT)
            let direct = try Op.neg(pt.matmul(grad).matmul(pt))
            let left = try gt.matmul(p.matmul(pt))
            let right = try pt.matmul(p).matmul(gt)
            return [try direct + (left - a.matmul(p).matmul(left)) + (right - right.matmul(p).matmul(a))]
        }
    }

    private var epsilon: Double { dtype == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne }

    /// Number of singular values above a tolerance (default: eps · the longer side · the largest).
    public func matrixRank(rtol: Double? = nil, atol: Double = 0, hermitian: Bool = false) throws -> Tensor {
        guard rank >= 2 else {
            throw TensorError.runtime("torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.")
        }
        guard dtype.isFloatingPoint else { throw TensorError.runtime("This function doesn't handle types other than float and double") }
        let stack = try MatrixStack(self, "linalg.matrix_rank")
        let tolerance = rtol ?? (atol > 0 ? 0 : epsilon * Double(Swift.max(stack.rows, stack.columns)))
        let ranks = try stack.matrices.map { matrix -> Int in
            let s = try hermitian
                ? LAPACK.symmetricEigen(matrix, lower: true).values.map(\.magnitude) : LAPACK.svd(matrix, full: false).s
            let limit = Swift.max(atol, tolerance * (s.max() ?? 0))
            return s.filter { $0 > limit }.count
        }
        return try Tensor.from(ranks, Dims(stack.lead))
    }

    /// X that makes ‖A · X − B‖ smallest, and the rank of A. Residuals and singular values stay empty, as PyTorch's default
    /// driver leaves them.
    public func lstsq(_ b: Tensor) throws -> (solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor) {
        guard rank >= 2 else { throw TensorError.runtime("torch.linalg.lstsq: input must have at least 2 dimensions.") }
        let isVector = b.rank == rank - 1
        let right = isVector ? try b.unsqueeze(-1) : b
        guard right.rank >= 2, shape[rank - 2] == right.shape[right.rank - 2] else {
            throw TensorError.runtime("torch.linalg.lstsq: input.size(-2) should match other.size(-2)")
        }
        let solution = try Tensor.composed("LinalgLstsqBackward0", [self, right]) { try $0[0].pinv().matmul($0[1]) }
        let ranks = try detach().matrixRank()
        let nothing = try Tensor(empty: [0], dtype)
        return (isVector ? try solution.squeeze([-1]) : solution, nothing, ranks, nothing)
    }

    /// A product of n copies; negative powers invert first.
    public func matrixPower(_ n: Int) throws -> Tensor {
        guard rank >= 2 else { throw TensorError.runtime("linalg.matrix_power: The input tensor A must have at least 2 dimensions.") }
        let size = shape[rank - 1]
        guard shape[rank - 2] == size else {
            throw TensorError.runtime("linalg.matrix_power: A must be batches of square matrices, but they are \(shape[rank - 2]) by \(size) matrices")
        }
        if n == 0 { return try Tensor.eye(size, nil, dtype).expand(shape.array).contiguous() }
        var base = n < 0 ? try inv() : self
        var power = n.magnitude
        var result: Tensor?
        while power > 0 {
            if power & 1 == 1 { result = try result.map { try $0.matmul(base) } ?? base }
            power >>= 1
            if power > 0 { base = try base.matmul(base) }
        }
        return result ?? self
    }

    /// The exponential series of square matrices, by scaling and squaring.
    public func matrixExp() throws -> Tensor {
        let stack = try MatrixStack(self, "linalg.matrix_exp", square: true)
        let largest = try Op.abs(detach()).sum(dims: [-2]).elements(Double.self).max() ?? 0
        guard largest.isFinite else { return try Op.mul(self, .number(.float(.nan))) }
        let squarings = Swift.max(0, largest > 0 ? Int(Double.library(.log2, largest).rounded(.up)) + 1 : 0)
        return try named("LinalgMatrixExpBackward0") { x in
            let small = try x * Double(sign: .plus, exponent: -squarings, significand: 1)
            var term = try Tensor.eye(stack.rows, nil, x.dtype).expand(x.shape.array)
            var sum = term
            for k in 1...18 {
                term = try term.matmul(small) / Double(k)
                sum = try sum + term
            }
            for _ in 0..<squarings { sum = try sum.matmul(sum) }
            return sum
        }
    }

    /// The product of a chain of matrices in the cheapest order; the first and last may be vectors.
    public static func multiDot(_ tensors: [Tensor]) throws -> Tensor {
        guard tensors.count >= 2 else { throw TensorError.runtime("multi_dot(): expected at least 2 tensors but got \(tensors.count)") }
        var chain = tensors
        let (firstVector, lastVector) = (tensors[0].rank == 1, tensors[tensors.count - 1].rank == 1)
        if firstVector { chain[0] = try chain[0].unsqueeze(0) }
        if lastVector { chain[chain.count - 1] = try chain[chain.count - 1].unsqueeze(1) }
        for (k, tensor) in chain.enumerated() {
            guard tensor.rank == 2 else {
                throw TensorError.runtime("multi_dot(): tensor \(k) must be 2D but got \(tensors[k].rank)D")
            }
            if k > 0, chain[k - 1].shape[1] != tensor.shape[0] {
                throw TensorError.runtime("multi_dot(): tensors \(k - 1) and \(k) with shapes \(tensors[k - 1].shape) and \(tensors[k].shape) cannot "
                    + "be multiplied")
            }
        }
        var result = try chainProduct(chain, splits(chain), 0, chain.count - 1)
        if firstVector { result = try result.squeeze([0]) }
        if lastVector { result = try result.squeeze([-1]) }
        return result
    }

    /// Where to split each part of a chain so that the fewest multiplications are needed.
    private static func splits(_ chain: [Tensor]) -> [[Int]] {
        let sizes = [chain[0].shape[0]] + chain.map { $0.shape[1] }
        let n = chain.count
        var costs = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        var best = [[Int]](repeating: [Int](repeating: 0, count: n), count: n)
        for length in 1..<n {
            for i in 0..<n - length {
                let j = i + length
                costs[i][j] = .infinity
                for k in i..<j {
                    let own = Double(sizes[i]) * Double(sizes[k + 1]) * Double(sizes[j + 1])
                    let cost = costs[i][k] + costs[k + 1][j] + own
                    if cost < costs[i][j] { (costs[i][j], best[i][j]) = (cost, k) }
                }
            }
        }
        return best
    }

    private static func chainProduct(_ chain: [Tensor], _ splits: [[Int]], _ i: Int, _ j: Int) throws -> Tensor {
        if i == j { return chain[i] }
        let k = splits[i][j]
        return try chainProduct(chain, splits, i, k).mm(chainProduct(chain, splits, k + 1, j))
    }

    /// A norm of matrices in two dimensions.
    public func matrixNorm(_ kind: MatrixNorm = .frobenius, dims: (Int, Int) = (-2, -1), keepdim: Bool = false) throws -> Tensor {
        guard rank >= 2 else { throw TensorError.runtime("linalg.matrix_norm: The input tensor A must have at least 2 dimensions.") }
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime("linalg.matrix_norm: Expected a floating point or complex tensor as input. Got \(dtype.scalarName)")
        }
        let (a, b) = (try Shapes.wrap(dims.0, rank: rank), try Shapes.wrap(dims.1, rank: rank))
        guard a != b else { throw TensorError.runtime("linalg.matrix_norm: dims must be different. Got (\(dims.0), \(dims.1))") }
        switch kind {
        case .frobenius: return try vectorNorm(2, dims: [a, b], keepdim: keepdim)
        case .nuclear, .order(2), .order(-2): return try singularNorm(kind, a, b, keepdim)
        case .order(let p):
            guard p.magnitude == 1 || p.magnitude == .infinity else {
                throw TensorError.runtime("linalg.matrix_norm: Order \(shortNumber(p)) not supported.")
            }
            let (summed, other) = p.magnitude == 1 ? (a, b) : (b, a)
            let sums = try vectorNorm(1, dims: [summed], keepdim: true)
            let result = try p > 0 ? sums.amax([other], keepdim: true) : sums.amin([other], keepdim: true)
            return keepdim ? result : try result.squeeze([a, b])
        }
    }

    /// Sums of the singular values of the matrices in two dimensions.
    public func nuclearNorm(dims: [Int], keepdim: Bool = false) throws -> Tensor {
        guard dims.count == 2 else { throw TensorError.runtime("linalg.matrix_norm: dim must be a 2-tuple. Got \(dims)") }
        return try matrixNorm(.nuclear, dims: (dims[0], dims[1]), keepdim: keepdim)
    }

    /// The singular values, descending.
    public func svdvals() throws -> Tensor { try svd(fullMatrices: false).s }

    private func singularNorm(_ kind: MatrixNorm, _ a: Int, _ b: Int, _ keepdim: Bool) throws -> Tensor {
        let others = (0..<rank).filter { $0 != a && $0 != b }
        let s = try permute(others + [a, b]).svd(fullMatrices: false).s
        let last = s.rank - 1
        var result: Tensor
        switch kind {
        case .nuclear: result = try s.sum(dims: [last])
        case .order(let p): result = try p > 0 ? s.amax([last]) : s.amin([last])
        case .frobenius: result = try s.vectorNorm(2, dims: [last])
        }
        if keepdim { for d in [Swift.min(a, b), Swift.max(a, b)] { result = try result.unsqueeze(d) } }
        return result
    }

    /// The condition number: ratio of the extreme singular values, or the norm times the norm of the inverse.
    public func cond(_ kind: MatrixNorm? = nil) throws -> Tensor {
        switch kind {
        case nil, .order(2)?, .order(-2)?:
            let s = try svd(fullMatrices: false).s
            let (first, last) = (try s.select(-1, 0), try s.select(-1, -1))
            return try kind == .order(-2) ? last / first : first / last
        case .frobenius?, .nuclear?, .order?:
            return try matrixNorm(kind!) * inv().matrixNorm(kind!)
        }
    }
}
