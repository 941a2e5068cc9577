// Defines unique, unique_consecutive and bincount.

extension Tensor {
    /// The distinct elements in ascending order (or the distinct slices along a dimension in lexical order), for each
    /// element of the input the place of its value, and how often each value occurs.
    public func unique(dim: Int? = nil) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        guard let dim else { return try uniqueElements(consecutive: false) }
        return try uniqueSlices(dim, consecutive: false)
    }

    /// As unique, but only neighbours are compared and the order is kept.
    public func uniqueConsecutive(dim: Int? = nil) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        guard let dim else { return try uniqueElements(consecutive: true) }
        return try uniqueSlices(dim, consecutive: true)
    }

    private func uniqueElements(consecutive: Bool) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let flat = try detach().reshape([-1])
        let order = consecutive ? Array(0..<count) : try flat.argsort().elements(Int.self)
        let groups = try dtype.visitOrdered(GroupKernel(source: flat, width: 1, order: order))
        return try result(flat, 0, order, groups, inverseShape: shape)
    }

    private func uniqueSlices(_ dim: Int, consecutive: Bool) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        let lines = try detach().transpose(0, d).contiguous()
        let length = shape[d]
        let width = length == 0 ? 0 : count / length
        var order = Array(0..<length)
        if !consecutive { order = try dtype.visitOrdered(LexicalOrder(source: lines, width: width, length: length)) }
        let groups = try dtype.visitOrdered(GroupKernel(source: lines, width: width, order: order))
        return try result(detach(), d, order, groups, inverseShape: [length])
    }

    /// `groups[k]` is the number of the group of the k-th item in order.
    private func result(_ source: Tensor, _ d: Int, _ order: [Int], _ groups: [Int], inverseShape: Dims) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) {
        let total = (groups.last ?? -1) + 1
        var inverse = [Int](repeating: 0, count: order.count)
        var counts = [Int](repeating: 0, count: total)
        var firsts = [Int](repeating: 0, count: total)
        for k in order.indices.reversed() {
            inverse[order[k]] = groups[k]
            counts[groups[k]] += 1
            firsts[groups[k]] = order[k]
        }
        let values = try source.indexSelect(dim: d, index: Tensor.from(firsts))
        return (values, try Tensor.from(inverse, inverseShape), try Tensor.from(counts))
    }

    /// How often each of 0, 1, 2 … occurs in a 1-d tensor of whole numbers, or the sums of their weights.
    public func bincount(_ weights: Tensor? = nil, _ minLength: Int = 0) throws -> Tensor {
        guard minLength >= 0 else { throw TensorError.runtime("minlength should be >= 0") }
        guard !dtype.isFloatingPoint, dtype != .bool else { throw TensorError.unsupported("bincount_cpu", dtype) }
        let values = try elements(Int.self)
        guard rank == 1, values.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("bincount only supports 1-d non-negative integral inputs.")
        }
        let size = Swift.max((values.max() ?? -1) + 1, minLength)
        guard size < 1 << 40 else { throw TensorError.runtime("bincount: the largest value is too large") }
        guard let weights else {
            var counts = [Int](repeating: 0, count: size)
            for value in values { counts[value] += 1 }
            return try Tensor.from(counts)
        }
        guard weights.shape == shape else {
            throw TensorError.runtime("weights should be 1-d and have the same length as input")
        }
        let amounts = try weights.elements(Double.self)
        var sums = [Double](repeating: 0, count: size)
        if weights.dtype == .float32 {
            var narrow = [Float](repeating: 0, count: size)
            for (value, amount) in zip(values, amounts) { narrow[value] += Float(amount) }
            return try Tensor.from(narrow)
        }
        for (value, amount) in zip(values, amounts) { sums[value] += amount }
        return try Tensor.from(sums)
    }
}

/// Numbers the groups of equal neighbours among slices taken in an order.
private struct GroupKernel: OrderedVisitor {
    let source: Tensor
    let width: Int
    let order: [Int]

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        try source.withElements(E.self) { x in
            var group = 0
            return order.indices.map { k in
                if k > 0 {
                    let (a, b) = (order[k] * width, order[k - 1] * width)
                    if (0..<width).contains(where: { !E.isSame(x[a + $0], x[b + $0]) }) { group += 1 }
                }
                return group
            }
        }
    }
}

/// Slices in lexical order of their elements.
private struct LexicalOrder: OrderedVisitor {
    let source: Tensor
    let width: Int
    let length: Int

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        try source.withElements(E.self) { x in
            (0..<length).sorted { a, b in
                for k in 0..<width {
                    let (p, q) = (x[a * width + k], x[b * width + k])
                    if E.isLess(p, q) { return true }
                    if E.isLess(q, p) { return false }
                }
                return a < b
            }
        }
    }
}
