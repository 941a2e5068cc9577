// Defines sort, argsort, topk, kthvalue and msort along a dimension.

extension Tensor {
    /// Elements of a dimension in order, with their old places. nan counts as the largest. Equal elements keep their order where `stable`.
    public func sort(_ dim: Int = -1, descending: Bool = false, stable: Bool = true) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        let length = rank == 0 ? 1 : shape[d]
        return try ordered(d, length, descending: descending, stable ? .stable : .sort, name: "SortBackward0")
    }

    /// The places of the sorted elements.
    public func argsort(dim: Int = -1, descending: Bool = false) throws -> Tensor {
        try detach().sort(dim, descending: descending).indices
    }

    /// The k largest (or smallest) elements of a dimension, in order (always sorted), with their places.
    public func topk(_ k: Int, _ dim: Int = -1, largest: Bool = true, sorted: Bool = true) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        guard k >= 0, k <= (rank == 0 ? 1 : shape[d]) else { throw TensorError.runtime("selected index k out of range") }
        if dtype == .bool { throw TensorError.notImplemented("topk does not support bool dtypes on CPU") }
        return try ordered(d, k, descending: largest, .select, name: "TopkBackward0")
    }

    /// The k-th smallest element (counted from 1) of a dimension, with its place.
    public func kthvalue(_ k: Int, _ dim: Int = -1, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        guard k >= 1, k <= (rank == 0 ? 1 : shape[d]) else {
            throw TensorError.runtime("kthvalue(): selected number k out of range for dimension \(d)")
        }
        guard dtype != .bool else { throw TensorError.unsupported("kthvalue_cpu", dtype) }
        var sizes = shape
        if rank > 0 { sizes[d] = 1 }
        let places = try dtype.visitOrdered(RankKernel(source: detach(), strip: Strip(shape, d), position: k - 1))
        return try picked(Tensor.from(places, sizes), d, keepdim, "KthvalueBackward0")
    }

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
    private func ordered(_ d: Int, _ keep: Int, descending: Bool, _ way: Ordering, name: String) throws -> (values: Tensor, indices: Tensor) {
        let places = try dtype.visitOrdered(SortKernel(source: self, strip: Strip(shape, d), keep: keep, isDescending: descending, way: way))
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

/// How a line is put in order.
private enum Ordering {
    /// Equal elements keep their order.
    case stable
    /// As the C++ library sorts.
    case sort
    /// Only the first ones, as PyTorch selects them.
    case select
}

/// The place of the element that a sorted line would have at a position.
private struct RankKernel: OrderedVisitor {
    let source: Tensor
    let strip: Strip
    let position: Int

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        try source.withElements(E.self) { x in
            strip.mapLines { start, step in
                var line = (0..<strip.length).map { (value: x[start + $0 * step], place: $0) }
                return line.withUnsafeMutableBufferPointer { Quickselect(line: $0).item(at: position).place }
            }
        }
    }
}

/// The places of the first `keep` elements of each line in order.
private struct SortKernel: OrderedVisitor {
    let source: Tensor
    let strip: Strip
    let keep: Int
    let isDescending: Bool
    let way: Ordering

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
        if way != .stable {
            line.withUnsafeMutableBufferPointer {
                let sorter = Introsort(line: $0, isDescending: isDescending)
                way == .sort ? sorter.sort(0, $0.count) : sorter.select(keep)
            }
        } else if isDescending {
            line.sort { E.isLess($1.value, $0.value) || (!E.isLess($0.value, $1.value) && $0.place < $1.place) }
        } else {
            line.sort { E.isLess($0.value, $1.value) || (!E.isLess($1.value, $0.value) && $0.place < $1.place) }
        }
    }
}
