// Defines cov, corrcoef, cross, vander, renorm, nansum, nanmean and broadcast_tensors.

extension Tensor {
    /// The covariances of variables (rows) over observations (columns).
    public func cov(correction: Double = 1) throws -> Tensor {
        guard rank <= 2 else {
            throw TensorError.runtime("cov(): expected input to have two or fewer dimensions but got an input with \(rank) dimensions")
        }
        guard dtype != .bool else { throw TensorError.notImplemented("cov(): bool dtype is not supported for input") }
        let x = try (dtype.isFloatingPoint ? self : to(Engine.current.defaultDType))
        let rows = rank < 2 ? try x.reshape([1, -1]) : x
        let observations = rows.shape[1]
        let centered = try rows - rows.mean(dims: [1], keepdim: true)
        let divisor = Swift.max(Double(observations) - correction, 0)
        return try (centered.mm(centered.t()) / divisor).squeeze()
    }

    /// The correlations of variables (rows) over observations (columns).
    public func corrcoef() throws -> Tensor {
        guard rank <= 2 else {
            throw TensorError.runtime("corrcoef(): expected input to have two or fewer dimensions but got an input with \(rank) dimensions")
        }
        let covariance = try cov()
        if covariance.rank == 0 { return try covariance / covariance }
        let deviations = try Op.sqrt(covariance.diagonal())
        let result = try covariance / deviations.unsqueeze(1) / deviations.unsqueeze(0)
        return try Op.clamp(.tensor(result), -1.0, 1.0)
    }

    /// The cross product of vectors of three elements along a dimension.
    public func cross(_ other: Tensor, _ dim: Int = -1) throws -> Tensor {
        guard rank == other.rank else {
            throw TensorError.runtime("linalg.cross: inputs must have the same number of dimensions.")
        }
        let d = try Shapes.wrap(dim, rank: rank)
        guard rank > 0, shape[d] == 3, other.shape[d] == 3 else {
            throw TensorError.runtime("linalg.cross: inputs dimension \(dim) must have length 3. Got \(rank == 0 ? 1 : shape[d]) and "
                + "\(rank == 0 ? 1 : other.shape[d])")
        }
        return try Tensor.composed("LinalgCrossBackward0", [self, other]) { parts in
            func turned(_ x: Tensor, _ by: Int) throws -> Tensor {
                try Tensor.cat([x.narrow(d, by, 3 - by), x.narrow(d, 0, by)], dim: d)
            }
            let (a, b) = (parts[0], parts[1])
            return try turned(a, 1) * turned(b, 2) - turned(a, 2) * turned(b, 1)
        }
    }

    /// Powers of the elements of the last dimension as a new one: xⁿ⁻¹ … x⁰, or ascending.
    public func vander(_ n: Int, increasing: Bool = false) throws -> Tensor {
        guard rank > 0 else { throw TensorError.runtime("linalg.vander: x must have at least 1 dimension.") }
        guard n >= 0 else { throw TensorError.runtime("N must be non-negative.") }
        try Shapes.checkParts(n)
        var powers: [Tensor] = []
        for k in 0..<n { powers.append(k == 0 ? try Tensor.ones(shape, dtype) : try powers[k - 1] * self) }
        if powers.isEmpty { return try Tensor(empty: Dims(shape.array + [0]), dtype) }
        return try Tensor.stack(increasing ? powers : powers.reversed(), dim: rank)
    }

    /// The parts along a dimension scaled down to a p-norm of at most `limit`.
    public func renorm(_ p: Double, _ dim: Int, _ limit: Double) throws -> Tensor {
        guard rank > 1 else { throw TensorError.runtime("renorm: input needs at least 2 dimensions, got \(rank) dimensions") }
        guard p > 0, limit >= 0 else { throw TensorError.runtime(p > 0 ? "renorm: expected maxnorm to be >= 0 but got \(shortNumber(limit))" : "renorm: non-positive-norm not supported") }
        let d = try Shapes.wrap(dim, rank: rank)
        let others = (0..<rank).filter { $0 != d }
        return try named("RenormBackward0") { x in
            let norms = try x.vectorNorm(p, dims: others, keepdim: true)
            let factors = try Op.div(.number(.float(limit)), .tensor(norms + 1e-7))
            return try x * Op.where(.tensor(Op.gt(norms, .number(.float(limit)))), .tensor(factors), 1.0).to(x.dtype)
        }
    }

    /// The sum of the elements that are not nan.
    public func nansum(dims: [Int]? = nil, keepdim: Bool = false, dtype type: DType? = nil) throws -> Tensor {
        guard dtype.isFloatingPoint else { return try sum(dims: dims, keepdim: keepdim, dtype: type) }
        return try named("NansumBackward0") { try $0.maskedFill(Op.isnan($0), 0.0).sum(dims: dims, keepdim: keepdim, dtype: type) }
    }

    /// The mean of the elements that are not nan.
    public func nanmean(dims: [Int]? = nil, keepdim: Bool = false, dtype type: DType? = nil) throws -> Tensor {
        guard dtype.isFloatingPoint else {
            throw TensorError.notImplemented("nanmean(): expected input to have floating point or complex dtype but got \(dtype.scalarName)")
        }
        let counts = try Op.logicalNot(Op.isnan(detach())).sum(dims: dims, keepdim: keepdim)
        return try nansum(dims: dims, keepdim: keepdim, dtype: type) / counts
    }

    /// Views of all tensors with their common sizes.
    public static func broadcast(_ tensors: [Tensor]) throws -> [Tensor] {
        var shape = Dims()
        for tensor in tensors { shape = try Shapes.broadcast(shape, tensor.shape) }
        let sizes = shape.array
        return try tensors.map { try $0.expand(sizes) }
    }
}
