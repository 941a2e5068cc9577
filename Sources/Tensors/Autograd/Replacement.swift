// Defines changes of what a tensor object stands for: `x.data = y`, `x.detach_()`, in-place views, resizing.

extension Tensor {
    /// Another tensor over the same elements, without history, sharing the version (`alias` for subclasses).
    public func alias() throws -> Tensor {
        _ = try computed()
        return aliased()
    }

    /// Takes over the elements, sizes and type of another tensor (`x.data = y`). History and gradient stay.
    public func setData(_ source: Tensor) throws {
        if source.dtype != dtype {
            guard source.dtype.isFloatingPoint || !requiresGrad else {
                throw TensorError.runtime("data set to a tensor that requires gradients must be floating point or complex dtype")
            }
            meta?.accumulator = nil
            meta?.hookedAccumulator = nil
            dtype = source.dtype
        }
        try Pending.computeAll()
        memory = try source.computed()
        pending = nil
        layout = source.layout
        viewBase = nil
    }

    /// Cuts this tensor off its history (`x.detach_()`).
    @discardableResult
    public func detachInPlace() throws -> Tensor {
        if viewBase != nil && viewKind == .multiple {
            throw TensorError.runtime("Can't detach views in-place. Use detach() instead.")
        }
        viewBase = nil
        meta?.node = nil
        meta?.requiresGrad = false
        return self
    }

    /// Becomes the given view of itself (`x.squeeze_()`, `x.t_()`).
    @discardableResult
    public func adoptView(of view: Tensor) throws -> Tensor {
        if Engine.current.gradEnabled && requiresGrad && isLeaf {
            throw TensorError.runtime("a leaf Variable that requires grad is being used in an in-place operation.")
        }
        _ = try computed()
        layout = view.layout
        if let node = view.node { attach(node, view.outputIndex) }
        return self
    }

    /// Gives this tensor other sizes; elements are kept in order, new ones are undefined (here zero) (`x.resize_()`).
    @discardableResult
    public func resizeInPlace(_ shape: Dims) throws -> Tensor {
        if requiresGrad { throw TensorError.runtime("cannot resize variables that require grad") }
        let target = try Layout(contiguous: shape)
        let old = try storage()
        let (needed, overflow) = (layout.offset + target.count).multipliedReportingOverflow(by: dtype.itemSize)
        if overflow { throw TensorError.runtime("Storage size calculation overflowed with sizes=\(shape)") }
        if needed > old.byteCount {
            try Pending.computeAll()
            let grown = try Storage(byteCount: needed, on: old.device)
            try grown.moveToHost()
            grown.bytes.initializeMemory(as: UInt8.self, repeating: 0, count: needed)
            grown.bytes.copyMemory(from: old.bytes, byteCount: old.byteCount)
            memory = grown
        }
        layout = Layout(shape: shape, strides: target.strides, offset: layout.offset)
        return self
    }

    /// The same memory read as elements of another type (`x.view(torch.int32)`).
    public func view(as type: DType) throws -> Tensor {
        let (from, to) = (dtype.itemSize, type.itemSize)
        if from == to {
            let view = try bareView(layout, type, .single)
            return view
        }
        guard rank > 0 else {
            throw TensorError.runtime("self.dim() cannot be 0 to view \(dtype.scalarName) as \(type.scalarName) (different element sizes)")
        }
        guard strides[rank - 1] == 1 else {
            throw TensorError.runtime("self.stride(-1) must be 1 to view \(dtype.scalarName) as \(type.scalarName) (different element sizes), "
                + "but got \(strides[rank - 1])")
        }
        guard (shape[rank - 1] * from) % to == 0 else {
            throw TensorError.runtime("self.size(-1) must be divisible by \(to / from) to view \(dtype.scalarName) as \(type.scalarName) "
                + "(different element sizes), but got \(shape[rank - 1])")
        }
        var (sizes, steps) = (shape, strides)
        sizes[rank - 1] = shape[rank - 1] * from / to
        for i in 0..<(rank - 1) { steps[i] = strides[i] * from / to }
        return try bareView(Layout(shape: sizes, strides: steps, offset: layout.offset * from / to), type, .single)
    }
}
