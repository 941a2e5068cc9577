// Defines RecurrentLayer: one direction of one recurrent layer as a recorded operation.

/// One direction of one layer, over packed rows or over a padded batch (steps × batch × features).
struct RecurrentLayer {
    let kind: RecurrentKind
    let steps: RecurrentSteps
    let weights: RecurrentWeights

    /// What the node is called: LSTMs over a padded batch run as one kernel in PyTorch too, the others as chains that end in `stack` or,
    /// where steps differ in size, in `cat`.
    private func name(_ x: Tensor) -> String {
        if x.rank == 2 { return "CatBackward0" }
        return kind == .lstm ? "MkldnnRnnLayerBackward0" : "StackBackward0"
    }

    /// Outputs of all rows, the last hidden state and (LSTM) the last cell state.
    func run(_ x: Tensor, _ hidden: Tensor, _ cell: Tensor?) throws -> [Tensor] {
        if weights.projection != nil { return try chain(x, hidden, cell) }
        let forward = RecurrentForward(kind: kind, steps: steps, x: x.detach(), hidden: hidden, cell: cell, weights: weights)
        let result = try forward.result()
        let outputs = [result.output, result.lastHidden] + (kind.hasCell ? [result.lastCell] : [])
        let states = [hidden] + (kind.hasCell ? [cell!] : [])
        let inputs = [x] + states + weights.all
        let (count, kind, steps, weights) = (states.count, kind, steps, weights)
        let layer = self
        Autograd.record(name(x), inputs, outputs: outputs, saving: inputs + [result.kept, result.oldHidden, result.oldCell]) { grads, node in
            let saved = try inputs.indices.map { try node.saved($0) }
            if Engine.current.gradEnabled {
                return try layer.expressionGradients(saved, grads)
            }
            let backward = RecurrentBackward(
                kind: kind, steps: steps, x: saved[0], weights: weights.replaced(by: Array(saved.dropFirst(1 + count))),
                kept: try node.saved(inputs.count), oldHidden: try node.saved(inputs.count + 1), oldCell: try node.saved(inputs.count + 2),
                grads: (grads[0], grads[1], kind.hasCell ? grads[2] : nil))
            return try backward.result().map { $0 }
        }
        return outputs
    }

    /// The gradients by running the layer as a chain of tensor operations, so that they can be differentiated again.
    private func expressionGradients(_ inputs: [Tensor], _ grads: [Tensor?]) throws -> [Tensor?] {
        let states = kind.hasCell ? 2 : 1
        let own = RecurrentLayer(kind: kind, steps: steps, weights: weights.replaced(by: Array(inputs.dropFirst(1 + states))))
        let outputs = try own.chain(inputs[0], inputs[1], kind.hasCell ? inputs[2] : nil)
        let given = zip(outputs, grads).filter { $1 != nil }
        let wanted = inputs.indices.filter { inputs[$0].requiresGrad }
        let found = try Autograd.grad(
            given.map(\.0), wanted.map { inputs[$0] }, given.map(\.1), createGraph: true, allowUnused: true)
        var results = [Tensor?](repeating: nil, count: inputs.count)
        for (k, index) in wanted.enumerated() { results[index] = found[k] }
        return results
    }

    /// The layer as a chain of recorded operations, one cell for each step.
    func chain(_ x: Tensor, _ hidden: Tensor, _ cell: Tensor?) throws -> [Tensor] {
        var (h, c) = (hidden, cell)
        var rows = [Tensor?](repeating: nil, count: steps.batchSizes.count)
        for t in steps.order {
            let size = steps.batchSizes[t]
            let input = try x.rank == 3 ? x.select(0, t) : x.slice(0, steps.starts[t], steps.starts[t] + size)
            let isWhole = size == steps.batch
            let old = (try isWhole ? h : h.slice(0, 0, size), try isWhole ? c : c?.slice(0, 0, size))
            let new = try Tensor.recurrentCell(kind, input, old.0, old.1, weights)
            rows[t] = new.0
            h = try isWhole ? new.0 : Tensor.cat([new.0, h.slice(0, size)])
            if let cell = new.1, let last = c { c = try isWhole ? cell : Tensor.cat([cell, last.slice(0, size)]) }
        }
        let outputs = rows.compactMap { $0 }
        return [try x.rank == 3 ? Tensor.stack(outputs) : Tensor.cat(outputs), h] + (c.map { [$0] } ?? [])
    }
}

extension RecurrentWeights {
    /// The same kinds of tensors, in the order of `all`.
    func replaced(by list: [Tensor]) -> RecurrentWeights {
        var next = 2
        func take(_ tensor: Tensor?) -> Tensor? {
            guard tensor != nil, next < list.count else { return nil }
            next += 1
            return list[next - 1]
        }
        return RecurrentWeights(input: list[0], state: list[1], inputBias: take(inputBias), stateBias: take(stateBias))
    }
}

extension Tensor {
    /// One step of a recurrent cell on rows: the new hidden state and, for an LSTM, the new cell state.
    static func recurrentCell(
        _ kind: RecurrentKind, _ x: Tensor, _ h: Tensor, _ c: Tensor?, _ weights: RecurrentWeights
    ) throws -> (Tensor, Tensor?) {
        let input = try x.linear(weights.input, weights.inputBias)
        let state = try h.linear(weights.state, weights.stateBias)
        switch kind {
        case .lstm:
            let gates = try (input + state).chunk(4, dim: 1)
            let (i, f) = (try Op.sigmoid(gates[0]), try Op.sigmoid(gates[1]))
            let (g, o) = (try Op.tanh(gates[2]), try Op.sigmoid(gates[3]))
            let cell = try f * (c ?? h) + i * g
            let hidden = try o * Op.tanh(cell)
            return (try weights.projection.map { try hidden.mm($0.t()) } ?? hidden, cell)
        case .gru:
            let (a, b) = (try input.chunk(3, dim: 1), try state.chunk(3, dim: 1))
            let reset = try Op.sigmoid(a[0] + b[0])
            let update = try Op.sigmoid(a[1] + b[1])
            let candidate = try Op.tanh(a[2] + reset * b[2])
            return (try (h - candidate) * update + candidate, nil)
        case .rnnTanh: return (try Op.tanh(input + state), nil)
        case .rnnRelu: return (try Op.relu(input + state), nil)
        }
    }

    /// x · weightᵀ + bias for rows.
    private func linear(_ weight: Tensor, _ bias: Tensor?) throws -> Tensor {
        try bias.map { try $0.addmm(self, weight.t()) } ?? mm(weight.t())
    }
}
