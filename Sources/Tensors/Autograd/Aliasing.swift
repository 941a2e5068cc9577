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

    /// The node that computed this tensor; nil for leaves. That of a view is made anew after its base was changed.
    @inline(__always)
    func currentNode() -> Node? {
        if let viewBase, let memory, memory.version != viewVersion { refreshView(viewBase) }
        return meta?.node
    }

    /// The node that computed this tensor (`grad_fn`); nil for leaves.
    public var node: Node? { currentNode() }

    /// Which output of `node` this tensor is.
    public var outputIndex: Int { meta?.outputIndex ?? 0 }
}
