// Defines histc, histogram, searchsorted and isin.

extension Tensor {
    /// Counts of the elements in equal bins between two bounds (the extremes if both are equal); others are ignored.
    public func histc(_ bins: Int = 100, _ low: Double = 0, _ high: Double = 0) throws -> Tensor {
        guard bins > 0 else { throw TensorError.runtime("torch.histogram(): bins must be > 0, but got \(bins) for dimension 0") }
        try Shapes.checkParts(bins)
        guard dtype != .bool else { throw TensorError.unsupported("linspace_cpu", dtype) }
        guard dtype.isFloatingPoint else { throw TensorError.unsupported("histogram_cpu", dtype) }
        let values = try elements(Double.self)
        let edges = try Tensor.histogramBounds(values, low, high)
        var counts = [Double](repeating: 0, count: bins)
        for value in values {
            guard let bin = Tensor.bin(value, edges, bins) else { continue }
            counts[bin] += 1
        }
        return try Tensor.from(counts).to(dtype)
    }

    private static func histogramBounds(_ values: [Double], _ low: Double, _ high: Double) throws -> (Double, Double) {
        var (low, high) = (low, high)
        if low == high, let smallest = values.min(), let largest = values.max() { (low, high) = (smallest, largest) }
        if low == high { (low, high) = (low - 0.5 * (values.isEmpty ? 0 : 2), high + (values.isEmpty ? 1 : 1)) }
        guard low.isFinite, high.isFinite else {
            throw TensorError.runtime("torch.histogram: dimension 0's range [\(shortNumber(low)), \(shortNumber(high))] is not finite")
        }
        guard low < high else { throw TensorError.runtime("torch.histc: max must be larger than min") }
        return (low, high)
    }

    private static func bin(_ value: Double, _ edges: (low: Double, high: Double), _ bins: Int) -> Int? {
        guard value >= edges.low, value <= edges.high else { return nil }
        let place = Int((value - edges.low) / (edges.high - edges.low) * Double(bins))
        return Swift.min(place, bins - 1)
    }

    /// Counts (or weights, or densities) of the elements in equal bins, and the edges of the bins.
    public func histogram(
        bins: Int, range: (Double, Double)? = nil, weight: Tensor? = nil, density: Bool = false
    ) throws -> (hist: Tensor, edges: Tensor) {
        guard dtype == .float32 || dtype == .float64 else { throw TensorError.unsupported("histogram_cpu", dtype) }
        guard bins > 0 else { throw TensorError.runtime("torch.histogramdd(): bins must be positive") }
        try Shapes.checkParts(bins)
        let values = try elements(Double.self)
        let bounds = try Tensor.histogramBounds(values, range?.0 ?? 0, range?.1 ?? 0)
        let edges = try Tensor.linspace(.float(bounds.0), .float(bounds.1), bins + 1, dtype)
        return (try histogram(values, edges, weight, density), edges)
    }

    /// The same between given ascending edges.
    public func histogram(edges: Tensor, weight: Tensor? = nil, density: Bool = false) throws -> (hist: Tensor, edges: Tensor) {
        (try histogram(try elements(Double.self), edges, weight, density), edges)
    }

    private func histogram(_ values: [Double], _ edges: Tensor, _ weight: Tensor?, _ density: Bool) throws -> Tensor {
        let borders = try edges.elements(Double.self)
        let weights = try weight?.elements(Double.self)
        var sums = [Double](repeating: 0, count: Swift.max(borders.count - 1, 0))
        for (k, value) in values.enumerated() {
            guard let first = borders.first, let last = borders.last, value >= first, value <= last else { continue }
            let place = Swift.min(Tensor.position(of: value, in: borders[...], right: true) - 1, sums.count - 1)
            if place >= 0 { sums[place] += weights?[k] ?? 1 }
        }
        if density {
            let total = sums.reduce(0, +)
            for k in sums.indices { sums[k] /= total * (borders[k + 1] - borders[k]) }
        }
        return try Tensor.from(sums).to(dtype)
    }

    /// Number of entries before `value` in an ascending list: those below it, with `right` also those equal to it.
    static func position(of value: Double, in list: ArraySlice<Double>, right: Bool) -> Int {
        var (low, high) = (list.startIndex, list.endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            let goesOn = right ? !(list[middle] > value) : !(list[middle] >= value)
            if goesOn { low = middle + 1 } else { high = middle }
        }
        return low - list.startIndex
    }

    /// Where each of `values` would be inserted in this ascending tensor; its leading dimensions must match those of `values`.
    public func searchsorted(_ operand: Operand, right: Bool = false, sorter: Tensor? = nil) throws -> Tensor {
        let values = try operand.asTensor()
        guard rank > 0 else { throw TensorError.runtime("torch.searchsorted(): boundaries tensor should have positive dimension") }
        let isShared = rank == 1
        guard isShared || (rank == values.rank && shape.dropLast().elementsEqual(values.shape.dropLast())) else {
            throw TensorError.runtime("torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries "
                + "tensor and input value tensor must match, but we got boundaries tensor \(shape) and input value tensor \(values.shape)")
        }
        let arranged = try sorter.map { try gather(dim: rank - 1, index: $0) } ?? self
        let borders = try arranged.elements(Double.self)
        let length = shape[rank - 1]
        let queries = try values.elements(Double.self)
        let width = isShared ? Swift.max(queries.count, 1) : Swift.max(values.shape[values.rank - 1], 1)
        let places = queries.enumerated().map { k, value -> Int in
            let line = isShared ? 0 : k / width
            return Tensor.position(of: value, in: borders[line * length..<(line + 1) * length], right: right)
        }
        return try Tensor.from(places, values.shape)
    }

    /// Whether each element occurs among `values`.
    public func isin(_ values: Tensor, invert: Bool = false) throws -> Tensor {
        let set = Set(try values.elements(Double.self))
        return try Tensor.from(try elements(Double.self).map { set.contains($0) != invert }, shape)
    }
}
