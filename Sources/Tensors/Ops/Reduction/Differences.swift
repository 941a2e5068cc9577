// Defines diff, trapezoid and cumulative_trapezoid: what neighbours along a dimension have between them.

extension Tensor {
    /// Differences of neighbours along a dimension, `n` times; `prepend` and `append` are joined first.
    public func diff(_ n: Int = 1, dim: Int = -1, prepend: Tensor? = nil, append: Tensor? = nil) throws -> Tensor {
        guard rank > 0 else { throw TensorError.runtime("diff expects input to be at least one-dimensional") }
        guard n >= 0 else { throw TensorError.runtime("order must be non-negative but got \(n)") }
        let d = try Shapes.wrap(dim, rank: rank)
        let parts = [prepend, self, append].compactMap { $0 }
        guard parts.allSatisfy({ $0.rank == rank }) else {
            throw TensorError.runtime("diff expects prepend or append to be the same dimension as input")
        }
        if n == 0 { return try Tensor.zeros(shape, dtype).copyInPlace(self) }
        var x = parts.count == 1 ? self : try Tensor.cat(parts, dim: d)
        for _ in 0..<Swift.min(n, x.shape[d]) {
            let (earlier, later) = try x.neighbours(d)
            x = try dtype == .bool ? Op.logicalXor(later, earlier) : later - earlier
        }
        return x
    }

    /// The area under a curve along a dimension, at points `dx` apart or at the points `x`.
    public func trapezoid(x: Tensor? = nil, dx: Double = 1, dim: Int = -1) throws -> Tensor {
        try refuseBooleans("trapezoid", x)
        let d = try Shapes.wrap(dim, rank: rank)
        guard rank > 0 else { throw TensorError.index("Dimension specified as \(x == nil ? dim : d) but tensor has no dimensions") }
        if shape[d] == 0 { return try detach().sum(dims: [d]) }
        if let x { return try strips(x, d, "trapezoid").sum(dims: [d]).halved() }
        // The two ends count half.
        let ends = try (select(d, 0) + select(d, -1)) * 0.5
        return try Op.mul(.tensor(sum(dims: [d]) - ends), .number(.float(dx)), name: "MulBackward1")
    }

    /// The area under a curve up to each point but the first.
    public func cumulativeTrapezoid(x: Tensor? = nil, dx: Double = 1, dim: Int = -1) throws -> Tensor {
        try refuseBooleans("cumulative_trapezoid", x)
        let d = try Shapes.wrap(dim, rank: rank)
        if let x { return try strips(x, d, "cumulative_trapezoid").cumsum(d).halved() }
        let (earlier, later) = try neighbours(d)
        return try ((later + earlier) * (dx / 2)).cumsum(d)
    }

    /// All elements along a dimension but the last, and all but the first.
    private func neighbours(_ d: Int) throws -> (earlier: Tensor, later: Tensor) {
        (try slice(d, 0, -1), try slice(d, 1))
    }

    /// Twice the areas of the strips between neighbouring points of a curve.
    private func strips(_ x: Tensor, _ d: Int, _ name: String) throws -> Tensor {
        let (earlier, later) = try neighbours(d)
        guard x.rank == 1 else { return try (later + earlier) * x.diff(dim: d) }
        guard x.count == shape[d] else { throw TensorError.runtime("\(name): There must be one `x` value for each sample point") }
        let widths = try x.diff()
        var sizes = [Int](repeating: 1, count: rank)
        sizes[d] = widths.count
        return try (later + earlier) * widths.view(sizes)
    }

    /// PyTorch's own functions record what they do with numbers under other names than a cell's `y / 2`.
    private func halved() throws -> Tensor { try Op.div(.tensor(self), 2, name: "DivBackward1") }

    private func refuseBooleans(_ name: String, _ x: Tensor?) throws {
        guard dtype == .bool || x?.dtype == .bool else { return }
        throw TensorError.notImplemented("\(name): received a bool input for \(x == nil ? "" : "`x` or ")`y`, but bool is not supported")
    }
}
