// Defines view, reshape, flatten and their relatives: the same elements in the same order with other sizes.

extension Shapes {
    /// Replaces a single -1 by the size that makes the product `count`.
    public static func inferred(_ shape: some Collection<Int>, count: Int) throws -> Dims {
        var result = try Dims(shape)
        var unknown: Int?
        var known = 1
        for i in 0..<result.count {
            if result[i] == -1 {
                if unknown != nil { throw TensorError.runtime("only one dimension can be inferred") }
                unknown = i
            } else if result[i] < 0 {
                throw TensorError.runtime("invalid shape dimension \(result[i]) at index \(i) of shape \(result)")
            } else {
                let (product, overflow) = known.multipliedReportingOverflow(by: result[i])
                if overflow { throw TensorError.runtime("numel: integer multiplication overflow") }
                known = product
            }
        }
        if let unknown {
            if known == 0, count == 0 {
                throw TensorError.runtime("cannot reshape tensor of 0 elements into shape \(result) because the unspecified "
                    + "dimension size -1 can be any value and is ambiguous")
            }
            if known > 0, count % known == 0 {
                result[unknown] = count / known
                return result
            }
        } else if known == count {
            return result
        }
        throw TensorError.runtime("shape '\(result)' is invalid for input of size \(count)")
    }
}

extension Layout {
    /// Strides that show the same elements with other sizes of the same product; nil if that needs a copy.
    /// This layout must have no dimension of size one.
    func strides(viewedAs target: Dims) -> Dims? {
        if isContiguous || count == 0 { return Layout.rowMajor(target) }
        var result = Dims(repeating: 0, count: target.count)
        var t = target.count - 1
        var d = shape.count - 1
        while d >= 0 {
            // One chunk: dimensions of the source that follow each other without gaps.
            let base = strides[d]
            var chunk = shape[d]
            while d > 0, strides[d - 1] == strides[d] * shape[d] {
                d -= 1
                chunk *= shape[d]
            }
            var filled = 1
            while t >= 0, filled < chunk || target[t] == 1 {
                result[t] = filled * base
                filled *= target[t]
                t -= 1
            }
            if filled != chunk { return nil }
            d -= 1
        }
        return t < 0 ? result : nil
    }
}

extension Tensor {
    /// The same elements with other sizes, without copying; -1 stands for one size to be found.
    public func view(_ shape: some Collection<Int>) throws -> Tensor {
        let target = try Shapes.inferred(shape, count: count)
        guard let view = try viewed(as: target) else {
            throw TensorError.runtime("view size is not compatible with input tensor's size and stride (at least one dimension "
                + "spans across two contiguous subspaces). Use .reshape(...) instead.")
        }
        return view
    }

    /// The same elements with other sizes: a view where the strides allow it, else a copy.
    public func reshape(_ shape: some Collection<Int>) throws -> Tensor {
        let target = try Shapes.inferred(shape, count: count)
        if let view = try viewed(as: target) { return view }
        let copy = try copied(as: dtype)
        let result = Tensor(dtype, try Layout(contiguous: target), try copy.computed())
        let original = self.shape
        return result.recorded("UnsafeViewBackward0", [self]) { grad, _ in [try grad.reshape(original)] }
    }

    private func viewed(as target: Dims) throws -> Tensor? {
        guard let strides = layout.squeezed.strides(viewedAs: target) else { return nil }
        let original = shape
        return try viewed(Layout(shape: target, strides: strides, offset: layout.offset), "ViewBackward0") {
            try $0.reshape(original)
        }
    }

    /// Dimensions `start ... end` joined into one.
    public func flatten(_ start: Int = 0, _ end: Int = -1) throws -> Tensor {
        let first = try Shapes.wrap(start, rank: rank)
        let last = try Shapes.wrap(end, rank: rank)
        guard first <= last else { throw TensorError.runtime("flatten() has invalid args: start_dim cannot come after end_dim") }
        if rank == 0 { return try reshape([1]) }
        if first == last { return self }
        var sizes = Array(shape[0..<first])
        sizes.append(shape[first...last].reduce(1, *))
        sizes += shape[(last + 1)...]
        return try reshape(sizes)
    }

    /// One dimension split into several; -1 stands for one size to be found.
    public func unflatten(_ dim: Int, _ sizes: [Int]) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        if sizes.isEmpty { throw TensorError.runtime("unflatten: sizes must be non-empty") }
        let known = sizes.filter { $0 != -1 }.reduce(1, &*)
        let fits = sizes.contains(-1) ? known != 0 && shape[d] % known == 0 : known == shape[d]
        guard fits else {
            throw TensorError.runtime("unflatten: Provided sizes \(sizes) don't multiply up to the size of dim \(d) (\(shape[d])) "
                + "in the input tensor")
        }
        return try view(Array(shape[0..<d]) + sizes.map { $0 == -1 ? shape[d] / known : $0 } + Array(shape[(d + 1)...]))
    }

    /// All dimensions of size one taken out.
    public func squeeze() throws -> Tensor {
        try squeezed("SqueezeBackward0") { _ in true }
    }

    /// The named dimensions taken out where their size is one.
    public func squeeze(_ dims: [Int]) throws -> Tensor {
        let wrapped = try Shapes.wrap(dims, rank: rank)
        return try squeezed(dims.count == 1 ? "SqueezeBackward1" : "SqueezeBackward2") { wrapped.contains($0) }
    }

    private func squeezed(_ name: String, _ chosen: (Int) -> Bool) throws -> Tensor {
        var sizes = Dims()
        var steps = Dims()
        for i in 0..<rank where shape[i] != 1 || !chosen(i) {
            sizes.push(shape[i])
            steps.push(strides[i])
        }
        let original = shape
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset), name) { try $0.reshape(original) }
    }

    /// A new dimension of size one before position `dim`.
    public func unsqueeze(_ dim: Int) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank + 1)
        var sizes = shape
        var steps = strides
        try sizes.insert(1, at: d)
        try steps.insert(d < rank ? shape[d] * strides[d] : 1, at: d)
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset), "UnsqueezeBackward0") {
            try $0.squeeze([d])
        }
    }
}

extension Layout {
    /// Without dimensions of size one, whose strides mean nothing.
    fileprivate var squeezed: Layout {
        var sizes = Dims()
        var steps = Dims()
        for i in 0..<shape.count where shape[i] != 1 {
            sizes.push(shape[i])
            steps.push(strides[i])
        }
        return Layout(shape: sizes, strides: steps, offset: offset)
    }
}
