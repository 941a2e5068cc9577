// Defines composed operations: functions made of others that are recorded as a single node.

extension Tensor {
    /// Runs `body` on `inputs` and records the result as one node named `name`; the backward pass runs `body` again with recording on.
    /// Serves functions whose gradient is rarely needed twice and whose name users see.
    static func composed(_ name: String, _ inputs: [Tensor], _ body: @escaping ([Tensor]) throws -> Tensor) throws -> Tensor {
        let result = try Engine.current.withoutGrad { try body(inputs).unaliased(from: inputs) }
        return result.recorded(name, inputs, saving: inputs) { grad, node in
            let originals = try inputs.indices.map { try node.saved($0) }
            let isAgain = Engine.current.gradEnabled
            return try Engine.current.withGrad(true) {
                let starts = try originals.enumerated().map { index, original -> Tensor in
                    if isAgain || !node.needs(index) { return original }
                    let leaf = original.detach()
                    try leaf.setRequiresGrad(true)
                    return leaf
                }
                let wanted = inputs.indices.filter { node.needs($0) }
                let grads = try Autograd.grad(
                    [body(starts)], wanted.map { starts[$0] }, [grad], createGraph: isAgain, allowUnused: true)
                var results = [Tensor?](repeating: nil, count: inputs.count)
                for (k, index) in wanted.enumerated() { results[index] = grads[k] }
                return results
            }
        }
    }

    /// As `composed` with this tensor as the only input.
    func named(_ name: String, _ body: @escaping (Tensor) throws -> Tensor) throws -> Tensor {
        try Tensor.composed(name, [self]) { try body($0[0]) }
    }

    /// A result must not be one of the inputs itself, nor a view of it: it gets a history of its own.
    private func unaliased(from inputs: [Tensor]) throws -> Tensor {
        let isShared = viewBase != nil || inputs.contains { $0 === self }
        return isShared ? try copied(as: dtype) : self
    }
}
