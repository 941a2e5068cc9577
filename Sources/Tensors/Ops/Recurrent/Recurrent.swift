// Defines lstm, gru and rnn over sequences, with layers, directions and dropout, and their single-step cells.

/// A recurrent network over sequences, as torch.lstm and its relatives describe it.
public struct Recurrent: Sendable {
    public var kind: RecurrentKind
    public var hasBiases: Bool
    public var layers: Int
    public var dropout: Double
    public var training: Bool
    public var bidirectional: Bool
    public var batchFirst: Bool

    public init(
        _ kind: RecurrentKind, hasBiases: Bool = true, layers: Int = 1, dropout: Double = 0, training: Bool = false,
        bidirectional: Bool = false, batchFirst: Bool = false
    ) {
        self.kind = kind
        self.hasBiases = hasBiases
        self.layers = layers
        self.dropout = dropout
        self.training = training
        self.bidirectional = bidirectional
        self.batchFirst = batchFirst
    }

    private var directions: Int { bidirectional ? 2 : 1 }

    /// Runs over a padded batch (steps × batch × features, or batch first). `states`: hidden (and cell) states, layers × directions
    /// stacked. `parameters` in PyTorch's order. Results: output, last hidden (and cell) states.
    public func run(_ input: Tensor, states: [Tensor], parameters: [Tensor]) throws -> [Tensor] {
        guard input.rank == 3 else { throw TensorError.runtime("input must have 3 dimensions, got \(input.rank)") }
        let x = batchFirst ? try input.transpose(0, 1) : input
        let (length, batch) = (x.shape[0], x.shape[1])
        if length == 0 { throw TensorError.runtime("Expected sequence length to be larger than 0 in RNN") }
        let (output, lasts) = try runLayers(x, [Int](repeating: batch, count: length), states, parameters)
        if !batchFirst { return [output] + lasts }
        // The fused LSTM of PyTorch exchanges its dimensions by number, the chains of the others by name.
        return [try output.exchanged(0, 1, isFused(parameters) ? "TransposeBackward0" : "TransposeBackward1")] + lasts
    }

    /// Parameters of one direction of one layer when the hidden state is not projected.
    private var perCell: Int { hasBiases ? 4 : 2 }

    /// Whether the LSTM runs without projections, as one kernel.
    private func isFused(_ parameters: [Tensor]) -> Bool { kind.hasCell && parameters.count == perCell * layers * directions }

    /// Runs over a packed batch: rows of all steps one after the other, `batchSizes[t]` of step t.
    public func runPacked(_ data: Tensor, batchSizes: [Int], states: [Tensor], parameters: [Tensor]) throws -> [Tensor] {
        guard batchSizes.allSatisfy({ $0 > 0 }), batchSizes.reduce(0, +) == data.shape[0], batchSizes == batchSizes.sorted(by: >) else {
            throw TensorError.runtime("batch_sizes must be positive, not increasing, and sum up to the number of rows")
        }
        let (output, lasts) = try runLayers(data, batchSizes, states, parameters)
        return [output] + lasts
    }

    private func runLayers(_ rows: Tensor, _ sizes: [Int], _ states: [Tensor], _ parameters: [Tensor]) throws -> (Tensor, [Tensor]) {
        let cells = layers * directions
        let isProjected = kind.hasCell && parameters.count == (perCell + 1) * cells
        let perCell = perCell + (isProjected ? 1 : 0)
        guard parameters.count == perCell * cells, states.count == (kind.hasCell ? 2 : 1) else {
            throw TensorError.runtime("got an incorrect number of RNN parameters")
        }
        try check(rows, sizes, states, parameters)
        var x = rows
        var lasts: [[Tensor]] = states.map { _ in [] }
        for layer in 0..<layers {
            var outputs: [Tensor] = []
            for direction in 0..<directions {
                let slot = layer * directions + direction
                let own = Array(parameters[slot * perCell..<(slot + 1) * perCell])
                let weights = RecurrentWeights(
                    input: own[0], state: own[1], inputBias: hasBiases ? own[2] : nil, stateBias: hasBiases ? own[3] : nil,
                    projection: isProjected ? own[perCell - 1] : nil)
                let cell = RecurrentLayer(kind: kind, steps: RecurrentSteps(sizes, isReverse: direction == 1), weights: weights)
                let results = try cell.run(x, states[0].select(0, slot), kind.hasCell ? states[1].select(0, slot) : nil)
                outputs.append(results[0])
                for k in states.indices { lasts[k].append(results[k + 1]) }
            }
            x = outputs.count == 1 ? outputs[0] : try Tensor.cat(outputs, dim: -1)
            if layer < layers - 1, dropout > 0, training { x = try x.dropout(dropout) }
        }
        return (x, try lasts.map { try Tensor.stack($0) })
    }

    private func check(_ rows: Tensor, _ sizes: [Int], _ states: [Tensor], _ parameters: [Tensor]) throws {
        let features = parameters[0].shape[1]
        guard rows.shape[rows.rank - 1] == features else {
            throw TensorError.runtime("input.size(-1) must be equal to input_size. Expected \(features), got \(rows.shape[rows.rank - 1])")
        }
        // A projected hidden state is narrower than the memory.
        for (k, state) in states.enumerated() {
            let wanted: Dims = [layers * directions, sizes[0], k == 0 ? parameters[1].shape[1] : parameters[1].shape[0] / kind.gates]
            if state.shape == wanted { continue }
            throw TensorError.runtime("Expected hidden\(kind.hasCell ? "[\(k)]" : "") size \(wanted), got \(state.shape)")
        }
        for tensor in [rows] + states + parameters where tensor.dtype != rows.dtype {
            throw TensorError.runtime("expected scalar type \(rows.dtype.scalarName) but found \(tensor.dtype.scalarName)")
        }
    }

    /// One step of a cell on a batch of rows: the new hidden state and, for an LSTM, the new cell state.
    public static func cell(
        _ kind: RecurrentKind, _ x: Tensor, hidden: Tensor, cell: Tensor? = nil, inputWeight: Tensor, stateWeight: Tensor,
        inputBias: Tensor? = nil, stateBias: Tensor? = nil
    ) throws -> (Tensor, Tensor?) {
        guard x.rank == 2, inputWeight.rank == 2, stateWeight.rank == 2 else { throw TensorError.runtime("a recurrent cell takes rows and matrices") }
        guard x.shape[1] == inputWeight.shape[1] else {
            throw TensorError.runtime("input has inconsistent input_size: got \(x.shape[1]) expected \(inputWeight.shape[1])")
        }
        guard inputWeight.shape[0] == kind.gates * stateWeight.shape[1], stateWeight.shape[0] == inputWeight.shape[0] else {
            throw TensorError.runtime("a cell with a state of \(stateWeight.shape[1]) needs weights of \(kind.gates * stateWeight.shape[1]) rows")
        }
        for (k, state) in ([hidden] + [cell].compactMap { $0 }).enumerated() {
            guard state.rank == 2, state.shape[0] == x.shape[0] else {
                throw TensorError.runtime("Input batch size \(x.shape[0]) doesn't match hidden\(k) batch size \(state.shape.first ?? 0)")
            }
            guard state.shape[1] == stateWeight.shape[1] else {
                throw TensorError.runtime("hidden\(k) has inconsistent hidden_size: got \(state.shape[1]), expected \(stateWeight.shape[1])")
            }
        }
        let weights = RecurrentWeights(input: inputWeight, state: stateWeight, inputBias: inputBias, stateBias: stateBias)
        return try Tensor.recurrentCell(kind, x, hidden, cell, weights)
    }
}
