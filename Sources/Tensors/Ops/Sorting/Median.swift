// Defines median, nanmedian, mode and quantile.

/// How a quantile between two elements is found.
private enum Interpolation: String {
    case linear, lower, higher, midpoint, nearest
}

extension Tensor {
    /// The lower middle of all elements; nan if one is nan.
    public func median() throws -> Tensor { try middle(ignoringNaN: false, "MedianBackward0") }

    /// The lower middle of all elements that are not nan.
    public func nanmedian() throws -> Tensor { try middle(ignoringNaN: true, "NanmedianBackward0") }

    private func middle(ignoringNaN: Bool, _ name: String) throws -> Tensor {
        if dtype == .bool { throw TensorError.unsupported("median_cpu", dtype) }
        if count == 0 {
            return try Tensor.full([], dtype.isFloatingPoint ? .float(.nan) : .int(Int.min), dtype)
        }
        let flat = try reshape([-1])
        let places = try flat.detach().medianPlaces(0, ignoringNaN)
        let index = try Tensor.from([places[0]])
        let value = try detach().reshape([-1]).gather(dim: 0, index: index).reshape([]).copied(as: dtype)
        let original = shape
        return value.recorded(name, [self]) { grad, _ in
            let zeros = try Tensor.zeros([original.product ?? 0], grad.dtype)
            return [try zeros.scatterAdd(dim: 0, index: index, source: grad.reshape([1])).reshape(original.array)]
        }
    }

    /// The lower middle of each line along a dimension, with its place.
    public func median(dim: Int, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        try median(dim, keepdim, ignoringNaN: false)
    }

    /// The lower middle of the elements of each line that are not nan, with its place.
    public func nanmedian(dim: Int, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        try median(dim, keepdim, ignoringNaN: true)
    }

    private func median(_ dim: Int, _ keepdim: Bool, ignoringNaN: Bool) throws -> (values: Tensor, indices: Tensor) {
        if dtype == .bool { throw TensorError.unsupported("median_out_impl", dtype) }
        let d = try Shapes.wrap(dim, rank: rank)
        if rank > 0, shape[d] == 0 {
            throw TensorError.index("median(): Expected reduction dim \(d) to have non-zero size.")
        }
        var sizes = shape
        if rank > 0 { sizes[d] = 1 }
        let places = try Tensor.from(detach().medianPlaces(d, ignoringNaN), sizes)
        return try picked(places, d, keepdim, ignoringNaN ? "NanmedianBackward1" : "MedianBackward1")
    }

    private func medianPlaces(_ d: Int, _ ignoringNaN: Bool) throws -> [Int] {
        try dtype.visitOrdered(MedianKernel(source: self, strip: Strip(shape, d), ignoresNaN: ignoringNaN))
    }

    /// The most frequent element of each line along a dimension (the smallest of several), with its last place.
    public func mode(dim: Int = -1, keepdim: Bool = false) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        if rank > 0, shape[d] == 0 { throw TensorError.index("mode(): Expected reduction dim \(d) to have non-zero size.") }
        var sizes = shape
        if rank > 0 { sizes[d] = 1 }
        let places = try Tensor.from(dtype.visitOrdered(ModeKernel(source: detach(), strip: Strip(shape, d))), sizes)
        return try picked(places, d, keepdim, "ModeBackward0")
    }

    /// Quantiles `q` (a number or a 1-d tensor, in 0...1) of all elements or along a dimension. Results of a tensor `q` come first.
    public func quantile(_ q: Operand, dim: Int? = nil, keepdim: Bool = false, interpolation: String = "linear") throws -> Tensor {
        try quantile(q, dim, keepdim, interpolation, ignoringNaN: false)
    }

    /// As quantile, of the elements that are not nan.
    public func nanquantile(_ q: Operand, dim: Int? = nil, keepdim: Bool = false, interpolation: String = "linear") throws -> Tensor {
        try quantile(q, dim, keepdim, interpolation, ignoringNaN: true)
    }

    private func quantile(_ operand: Operand, _ dim: Int?, _ keepdim: Bool, _ name: String, ignoringNaN: Bool) throws -> Tensor {
        guard let interpolation = Interpolation(rawValue: name) else {
            throw TensorError.runtime("quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got \(name)")
        }
        let q: Tensor
        switch operand {
        case .tensor(let tensor): q = tensor
        case .number(let number): q = try Tensor.scalar(number, dtype)
        }
        guard count > 0 else { throw TensorError.runtime("quantile() input tensor must be non-empty") }
        guard q.rank <= 1 else { throw TensorError.runtime("quantile() q must be a scalar or 1D tensor") }
        guard dtype == .float32 || dtype == .float64 else {
            throw TensorError.runtime("quantile() input tensor must be either float or double dtype")
        }
        guard q.dtype == dtype else { throw TensorError.runtime("quantile() q tensor must be same dtype as the input tensor") }
        let fractions = try q.elements(Double.self)
        guard fractions.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            if case .number(let number) = operand {
                throw TensorError.runtime("quantile() q must be in the range [0, 1] but got \(shortNumber(number.double))")
            }
            throw TensorError.runtime("quantile() q values must be in the range [0, 1]")
        }
        let d = try dim.map { try Shapes.wrap($0, rank: rank) }
        let lines = try d.map { try rank == 0 ? reshape([1]) : transpose($0, -1) } ?? reshape([-1])
        let sorted = try lines.sort(-1).values
        let results = try fractions.map { try sorted.quantileOfSorted($0, interpolation, ignoringNaN) }
        var shaped = try results.map { part -> Tensor in
            guard let d, rank > 0 else {
                return keepdim ? try part.reshape([Int](repeating: 1, count: rank)) : try part.reshape([])
            }
            let wide = try part.unsqueeze(-1).transpose(d, -1)
            return keepdim ? wide : try wide.squeeze([d])
        }
        if q.rank == 1 { shaped = [try Tensor.stack(shaped)] }
        return shaped[0]
    }

    /// A quantile of lines that are sorted along the last dimension.
    private func quantileOfSorted(_ q: Double, _ interpolation: Interpolation, _ ignoringNaN: Bool) throws -> Tensor {
        let length = shape[rank - 1]
        let missing = try Op.isnan(detach()).sum(dims: [rank - 1], keepdim: true)
        let counts = try ignoringNaN ? Op.sub(.number(.int(length)), .tensor(missing)) : Tensor.full(missing.shape, .int(length))
        // A nan among the elements makes the result nan: its place is the last one.
        var positions = try Op.clampMin(counts - 1, 0).to(dtype) * q
        if !ignoringNaN {
            positions = try Op.where(.tensor(Op.gt(missing, 0)), .number(.float(Double(length - 1))), .tensor(positions)).to(dtype)
        }
        let below = try Op.floor(positions)
        let above = try Op.ceil(positions)
        func at(_ place: Tensor) throws -> Tensor { try gather(dim: rank - 1, index: place.to(.int64)).squeeze([rank - 1]) }
        switch interpolation {
        case .lower: return try at(below)
        case .higher: return try at(above)
        case .nearest: return try at(Op.round(positions))
        case .midpoint: return try Op.lerp(.tensor(at(below)), .tensor(at(above)), 0.5)
        case .linear:
            let weight = try (positions - below).squeeze([rank - 1])
            return try Op.lerp(.tensor(at(below)), .tensor(at(above)), .tensor(weight))
        }
    }
}

/// Places of the lower middle of each line; the first nan where there is one (unless ignored).
private struct MedianKernel: OrderedVisitor {
    let source: Tensor
    let strip: Strip
    let ignoresNaN: Bool

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        try source.withElements(E.self) { x in
            strip.mapLines { start, step in
                var line = (0..<strip.length).map { (value: x[start + $0 * step], place: $0) }
                if let first = line.first(where: { $0.value.isMissing }) {
                    if !ignoresNaN { return first.place }
                    line.removeAll { $0.value.isMissing }
                    if line.isEmpty { return first.place }
                }
                line.sort { E.isLess($0.value, $1.value) || (!E.isLess($1.value, $0.value) && $0.place < $1.place) }
                return line[(line.count - 1) / 2].place
            }
        }
    }
}

/// Places of the most frequent element of each line.
private struct ModeKernel: OrderedVisitor {
    let source: Tensor
    let strip: Strip

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        try source.withElements(E.self) { x in
            strip.mapLines { start, step in
                var line = (0..<strip.length).map { (value: x[start + $0 * step], place: $0) }
                line.withUnsafeMutableBufferPointer { Introsort(line: $0, isDescending: false).sort(0, $0.count) }
                var (best, place, run) = (0, 0, 0)
                for k in line.indices {
                    run += 1
                    if k + 1 < line.count, E.isSame(line[k].value, line[k + 1].value) { continue }
                    if run > best { (best, place) = (run, line[k].place) }
                    run = 0
                }
                return place
            }
        }
    }
}

extension Strip {
    /// One result for each line: `body` gets the position of its first element and the distance of its elements.
    @inline(__always)
    func mapLines<R>(_ body: (_ start: Int, _ step: Int) -> R) -> [R] {
        var results: [R] = []
        results.reserveCapacity(outer * inner)
        for line in 0..<outer {
            for column in 0..<inner { results.append(body(line * length * inner + column, inner)) }
        }
        return results
    }
}
