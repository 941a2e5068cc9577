// Defines sort, argsort, topk, kthvalue and msort along a dimension.

extension Tensor {
    /// Elements of a dimension in order, with their old places. nan counts as the largest. Always stable.
    public func sort(_ dim: Int = -1, descending: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        let length = rank == 0 ? 1 : shape[d]
        return try ordered(d, length, descending: descending, name: "SortBackward0")
    }

    /// The places of the sorted elements.
    public func argsort(dim: Int = -1, descending: Bool = false) throws -> Tensor {
        try detach().sort(dim, descending: descending).indices
    }

    /// The k largest (or smallest) elements of a dimension, in order (always sorted), with their places.
    public func topk(_ k: Int, _ dim: Int = -1, largest: Bool = true, sorted: Bool = true) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        guard k >= 0, k <= (rank == 0 ? 1 : shape[d]) else { throw TensorError.runtime("selected index k out of range") }
        return try ordered(d, k, descending: largest, name: "TopkBackward0")
    }

    /// The k-th smallest element (counted from 1) of a dimension, with its place.
    public func kthvalue(_ k: Int, _ dim: Int = -1, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        guard k >= 1, k <= (rank == 0 ? 1 : shape[d]) else {
            throw TensorError.runtime("kthvalue(): selected number k out of range for dimension \(d)")
        }
        let places = try detach().ordered(d, rank == 0 ? 1 : shape[d], descending: false, name: "").indices
        return try picked(places.placesAt(k - 1, d), d, keepdim, "KthvalueBackward0")
    }

    /// The index tensor's slice at one position, keeping the dimension.
    func placesAt(_ position: Int, _ d: Int) throws -> Tensor { rank == 0 ? self : try narrow(d, position, 1).contiguous() }

    /// The elements at `places` (one along `d`) recorded under a name; the dimension is dropped unless `keepdim`.
    func picked(_ places: Tensor, _ d: Int, _ keepdim: Bool, _ name: String) throws -> (values: Tensor, indices: Tensor) {
        let index = keepdim || rank == 0 ? places : try places.squeeze([d]).contiguous()
        let values = try detach().gather(dim: d, index: places).reshape(index.shape.array).copied(as: dtype)
        let original = shape
        _ = values.recorded(name, [self]) { grad, _ in
            let wide = try grad.reshape(places.shape.array)
            return [try Tensor.zeros(original, grad.dtype).scatterAdd(dim: d, index: places, source: wide)]
        }
        return (values, index)
    }

    /// The first `keep` elements of each line along `d` in order.
    private func ordered(_ d: Int, _ keep: Int, descending: Bool, name: String) throws -> (values: Tensor, indices: Tensor) {
        let places = try dtype.visitOrdered(SortKernel(source: self, strip: Strip(shape, d), keep: keep, isDescending: descending))
        var sizes = shape
        if rank > 0 { sizes[d] = keep }
        let indices = try Tensor.from(places, sizes)
        let values = try Engine.current.withoutGrad { try detach().gather(dim: d, index: indices) }
        let original = shape
        _ = values.recorded(name, [self]) { grad, _ in
            [try Tensor.zeros(original, grad.dtype).scatterAdd(dim: d, index: indices, source: grad)]
        }
        return (values, indices)
    }
}

/// The places of the first `keep` elements of each line in order.
private struct SortKernel: OrderedVisitor {
    let source: Tensor
    let strip: Strip
    let keep: Int
    let isDescending: Bool

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        let (length, inner) = (strip.length, strip.inner)
        var result = [Int](repeating: 0, count: strip.outer * keep * inner)
        return try source.detach().withElements(E.self) { x in
            var line = [(value: E, place: Int)]()
            line.reserveCapacity(length)
            for outer in 0..<strip.outer {
                for column in 0..<inner {
                    line.removeAll(keepingCapacity: true)
                    for k in 0..<length { line.append((x[(outer * length + k) * inner + column], k)) }
                    arrange(&line)
                    for k in 0..<keep { result[(outer * keep + k) * inner + column] = line[k].place }
                }
            }
            return result
        }
    }

    @inline(__always)
    private func arrange<E: OrderedElement>(_ line: inout [(value: E, place: Int)]) {
        if isDescending {
            line.sort { E.isLess($1.value, $0.value) || (!E.isLess($0.value, $1.value) && $0.place < $1.place) }
        } else {
            line.sort { E.isLess($0.value, $1.value) || (!E.isLess($1.value, $0.value) && $0.place < $1.place) }
        }
    }
}
