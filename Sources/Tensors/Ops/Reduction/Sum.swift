// Defines sums, products, means, largest and smallest values over dimensions, and the sum that undoes a broadcast.

extension Tensor {
    /// A mask of the dimensions to reduce; nil or none means all.
    func reducedMask(_ dims: [Int]?) throws -> Dims {
        guard let dims, !dims.isEmpty else { return Dims(repeating: 1, count: rank) }
        var mask = Dims(repeating: 0, count: rank)
        for d in try Shapes.wrap(dims, rank: rank) where rank > 0 { mask[d] = 1 }
        return mask
    }

    /// The sizes after a reduction.
    func reducedShape(_ mask: Dims, keepdim: Bool) -> Dims {
        var result = Dims()
        for i in 0..<rank {
            if mask[i] == 0 { result.push(shape[i]) } else if keepdim { result.push(1) }
        }
        return result
    }

    /// A reduction without history, deferred where the input is.
    func reduced(
        _ kind: Reduction.Kind, _ mask: Dims, keepdim: Bool, work: DType?, dtype: DType, divisor: Double = 1
    ) throws -> Tensor {
        let layout = try Layout(contiguous: reducedShape(mask, keepdim: keepdim))
        if let small = try smallReduction(kind, mask, work, dtype, divisor, layout) { return small }
        let reduction = Reduction(kind: kind, dims: mask, work: work, divisor: divisor)
        let pending = Pending(reduction, of: self, dtype: dtype, layout: layout)
        if let inner = self.pending, inner.storage == nil {
            try pending.defer()
            return Tensor(dtype, layout, pending: pending)
        }
        return Tensor(dtype, layout, try pending.compute())
    }

    /// The result for few contiguous elements of a type that is computed as it is stored, straight from memory; else nil.
    private func smallReduction(
        _ kind: Reduction.Kind, _ mask: Dims, _ work: DType?, _ dtype: DType, _ divisor: Double, _ layout: Layout
    ) throws -> Tensor? {
        guard let memory, memory.device == nil, Engine.current.device == nil, count <= 32_768, isContiguous, self.dtype != .bool, self.dtype.isLaneNative, dtype == self.dtype,
              work == nil || work == dtype, let (outer, reduced, inner) = ReductionGeometry.natural(shape, mask) else { return nil }
        let result = try Tensor(empty: layout, dtype)
        let combine = Combine(kind, dtype.lane)
        let source = memory.bytes + self.layout.offset * dtype.itemSize
        let wide: DType.Lane = dtype.lane == .int ? .int : .double
        if kind == .sum && dtype.isFloatingPoint {
            switch dtype.lane {
            case .float: Tensor.cascade(source, result.memory!.bytes, outer, reduced, inner, Float(divisor))
            case .double: Tensor.cascade(source, result.memory!.bytes, outer, reduced, inner, divisor)
            case .int, .bool: break
            }
            return result
        }
        withUnsafeTemporaryAllocation(byteCount: Swift.max(outer * inner, 1) * 8, alignment: 16) { totals in
            let partials = totals.baseAddress!
            combine.fill(partials, outer * inner)
            for o in 0..<outer {
                for r in 0..<(inner == 1 ? 1 : reduced) {
                    let at = source + (o * reduced + r) * inner * dtype.itemSize
                    if inner == 1 {
                        combine.row(at, reduced, into: partials + o * 8)
                    } else {
                        combine.columns(at, inner, into: partials + o * inner * 8)
                    }
                }
            }
            LaneCast.convert(partials, wide, to: result.memory!.bytes, dtype.lane, outer * inner)
        }
        return result
    }

    /// Sums of floats in PyTorch's order.
    private static func cascade<E: BinaryFloatingPoint & BitwiseCopyable>(
        _ source: UnsafeMutableRawPointer, _ target: UnsafeMutableRawPointer, _ outer: Int, _ reduced: Int, _ inner: Int, _ divisor: E
    ) {
        let values = UnsafePointer(source.assumingMemoryBound(to: E.self))
        let sums = target.assumingMemoryBound(to: E.self)
        let cascade = CascadeSum<E>()
        for o in 0..<outer {
            if inner == 1 {
                sums[o] = cascade.row(values + o * reduced, reduced)
            } else {
                cascade.columns(values + o * reduced * inner, rows: reduced, columns: inner, into: sums + o * inner)
            }
        }
        if divisor != 1 {
            for i in 0..<(outer * inner) { sums[i] /= divisor }
        }
    }

    /// Puts back reduced dimensions as ones, so that the result broadcasts against the input.
    func restored(_ mask: Dims, keepdim: Bool) throws -> Tensor {
        if keepdim { return self }
        var result = self
        for i in 0..<mask.count where mask[i] != 0 { result = try result.unsqueeze(i) }
        return result
    }

    /// Sum of all elements or over dimensions; integers and bools add up in int64.
    public func sum(dims: [Int]? = nil, keepdim: Bool = false, dtype: DType? = nil) throws -> Tensor {
        let mask = try reducedMask(dims)
        let type = dtype ?? (self.dtype.isFloatingPoint ? self.dtype : .int64)
        let work: DType = type.lane == .bool ? .int64 : type
        let result = try reduced(.sum, mask, keepdim: keepdim, work: work, dtype: type)
        let original = shape
        return result.recorded(dims == nil ? "SumBackward0" : "SumBackward1", [self]) { grad, _ in
            [try grad.restored(mask, keepdim: keepdim).expand(original)]
        }
    }

    /// Mean of all elements or over dimensions.
    public func mean(dims: [Int]? = nil, keepdim: Bool = false, dtype: DType? = nil) throws -> Tensor {
        let type = dtype ?? self.dtype
        guard type.isFloatingPoint else {
            throw TensorError.notImplemented("mean(): could not infer output dtype. Input dtype must be either a floating point or complex "
                + "dtype. Got: \(type.scalarName)")
        }
        let mask = try reducedMask(dims)
        var divisor = 1
        for i in 0..<rank where mask[i] != 0 { divisor *= shape[i] }
        let result = try reduced(.sum, mask, keepdim: keepdim, work: type, dtype: type, divisor: Double(divisor))
        let original = shape
        return result.recorded(dims == nil ? "MeanBackward0" : "MeanBackward1", [self]) { grad, _ in
            [try (grad.restored(mask, keepdim: keepdim) / Double(divisor)).expand(original)]
        }
    }

    /// Adds up what a broadcast had repeated, so that the result has the given sizes.
    public func summed(to target: Dims) throws -> Tensor {
        if shape == target { return self }
        let lead = rank - target.count
        var dims: [Int] = []
        for i in 0..<rank where i < lead || (target[i - lead] == 1 && shape[i] != 1) { dims.append(i) }
        let total = dims.isEmpty ? self : try sum(dims: dims, keepdim: true)
        return lead > 0 ? try total.reshape(target) : total
    }
}
