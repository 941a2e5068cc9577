// Defines aliases of tensors: `detach`, `data`, and the node of a view whose base was changed.

extension Tensor {
    /// The same elements without history.
    @inline(__always)
    func aliased() -> Tensor {
        if let memory {
            let alias = Tensor(dtype, layout, memory)
            alias.isInference = isInference
            alias.tracksVersion = tracksVersion
            return alias
        }
        return Tensor(dtype, layout, pending: pending!)
    }

    /// The same elements without history; in-place changes are seen by autograd.
    public func detach() -> Tensor { aliased() }

    /// The same elements without history, whose in-place changes autograd does not see (`x.data`).
    public var data: Tensor {
        let alias = aliased()
        alias.tracksVersion = false
        return alias
    }

    /// The node that computed this tensor, as `grad_fn`; nil for leaves.
    @inline(__always)
    public func currentNode() -> Node? { meta?.node }
}
