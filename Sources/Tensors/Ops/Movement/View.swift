// Defines how views are made: tensors that look into the storage of another, with a gradient that flows back to it.

extension Tensor {
    /// A view with another layout over the same storage, with its history.
    ///
    /// - name: what `grad_fn` prints
    /// - gradient: from the gradient of the view to that of this tensor
    @inline(__always)
    func viewed(
        _ layout: Layout, _ name: String, kind: ViewKind = .single,
        _ gradient: @escaping (_ grad: Tensor) throws -> Tensor
    ) throws -> Tensor {
        let view = try bareView(layout, dtype, kind)
        if Autograd.records(self) {
            _ = view.recorded(name, [self]) { grad, _ in [try gradient(grad)] }
        }
        return view
    }

    /// A view that remembers its base but not yet its history.
    @inline(__always)
    func bareView(_ layout: Layout, _ dtype: DType, _ kind: ViewKind) throws -> Tensor {
        let storage = try computed()
        let view = Tensor(dtype, layout, storage)
        view.isInference = isInference
        view.tracksVersion = tracksVersion
        view.viewBase = viewBase ?? self
        view.viewKind = Engine.current.gradEnabled ? kind : .noGrad
        view.viewVersion = storage.version
        return view
    }

    /// The gradient of a view that shows a part of its base: zeros of the sizes of the base with `self` in that part.
    ///
    /// - view: shows the part; it is also the gradient of this operation
    func embedded(in shape: Dims, _ name: String, _ view: @escaping (Tensor) throws -> Tensor) throws -> Tensor {
        let result = try Tensor.zeros(shape, dtype)
        let part = try Engine.current.withoutGrad { try view(result) }
        try part.assign(self)
        return result.recorded(name, [self]) { grad, _ in [try view(grad)] }
    }
}
