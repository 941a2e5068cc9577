// Defines what the language may ask about a tensor and its history, for which nothing in the engine itself has a use.

extension Tensor {
    /// The tensor whose memory this one is a recorded view of (`_base`).
    public var base: Tensor? { viewBase }

    /// The element at a position of the storage, in elements.
    public func number(at position: Int) throws -> Number { try load(at: position) }

    /// Runs `write`, which overwrites elements of this tensor, between the checks and the bookkeeping of an in-place change.
    public func overwrite(_ write: () throws -> Void) throws {
        try checkChange(recorded: requiresGrad)
        try willChange()
        try write()
        if requiresGrad { setHistory(of: detach()) }
    }
}

extension Tensor {
    /// Makes this tensor output `index` of a node that is no operation of the engine.
    public func setNode(_ node: Node, _ index: Int) {
        while node.outputs.count <= index { node.outputs.append(OutputForm(shape: shape, dtype: dtype)) }
        node.outputs[index] = OutputForm(shape: shape, dtype: dtype)
        attach(node, index)
    }
}
