// Defines the rows for recurrent layers and their cells, in the calling conventions PyTorch has for them.
import Runtime
import Tensors

extension TorchRows {
    /// The layers with one state, under their names in `torch`.
    private static let layers: [(name: String, kind: RecurrentKind)] = [("rnn_tanh", .rnnTanh), ("rnn_relu", .rnnRelu), ("gru", .gru)]

    // The packed overloads differ from the plain ones by a tensor where those have a list, so they are tried first.
    static var recurrent: [Row] { layers.map(packed) + layers.map(plain) + lstm + cells }

    private static func plain(_ name: String, _ kind: RecurrentKind) -> Row {
        def("\(name)(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first)", "A recurrent layer: outputs and last state.") {
            (x: Tensor, state: Tensor, parameters: [Tensor], biased: Bool, layers: Int, dropout: Double, train: Bool, both: Bool, batchFirst: Bool) in
            let layer = Recurrent(kind, hasBiases: biased, layers: layers, dropout: dropout, training: train, bidirectional: both, batchFirst: batchFirst)
            return TensorTuple(try layer.run(x, states: [state], parameters: parameters))
        }
    }

    private static func packed(_ name: String, _ kind: RecurrentKind) -> Row {
        def("\(name)(data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional)", "A recurrent layer over a packed sequence.") {
            (x: Tensor, sizes: Tensor, state: Tensor, parameters: [Tensor], biased: Bool, layers: Int, dropout: Double, train: Bool, both: Bool) in
            let layer = Recurrent(kind, hasBiases: biased, layers: layers, dropout: dropout, training: train, bidirectional: both)
            return TensorTuple(try layer.runPacked(x, batchSizes: sizes.elements(Int.self), states: [state], parameters: parameters))
        }
    }

    private static var lstm: [Row] {
        [
            def("lstm(data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional)", "An LSTM layer over a packed sequence.") {
                (x: Tensor, sizes: Tensor, states: [Tensor], parameters: [Tensor], biased: Bool, layers: Int, dropout: Double, train: Bool, both: Bool) in
                let layer = Recurrent(.lstm, hasBiases: biased, layers: layers, dropout: dropout, training: train, bidirectional: both)
                return TensorTuple(try layer.runPacked(x, batchSizes: sizes.elements(Int.self), states: states, parameters: parameters))
            },
            def("lstm(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first)", "An LSTM layer: outputs, last state, last memory.") {
                (x: Tensor, states: [Tensor], parameters: [Tensor], biased: Bool, layers: Int, dropout: Double, train: Bool, both: Bool, batchFirst: Bool) in
                let layer = Recurrent(.lstm, hasBiases: biased, layers: layers, dropout: dropout, training: train, bidirectional: both, batchFirst: batchFirst)
                return TensorTuple(try layer.run(x, states: states, parameters: parameters))
            },
        ]
    }

    private static var cells: [Row] {
        let lstm = def("lstm_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None)", "One step of an LSTM: state and memory.") {
            (x: Tensor, states: [Tensor], inputWeight: Tensor, stateWeight: Tensor, inputBias: Tensor?, stateBias: Tensor?) in
            guard states.count == 2 else { throw TensorError.runtime("lstm_cell expects two hidden states") }
            let (hidden, memory) = try Recurrent.cell(
                .lstm, x, hidden: states[0], cell: states[1], inputWeight: inputWeight, stateWeight: stateWeight, inputBias: inputBias, stateBias: stateBias)
            return TensorTuple([hidden] + [memory].compactMap { $0 })
        }
        return [lstm] + layers.map(cell)
    }

    private static func cell(_ name: String, _ kind: RecurrentKind) -> Row {
        def("\(name)_cell(input, hx, w_ih, w_hh, b_ih=None, b_hh=None)", "One step of a recurrent layer.") {
            (x: Tensor, state: Tensor, inputWeight: Tensor, stateWeight: Tensor, inputBias: Tensor?, stateBias: Tensor?) in
            try Recurrent.cell(kind, x, hidden: state, inputWeight: inputWeight, stateWeight: stateWeight, inputBias: inputBias, stateBias: stateBias).0
        }
    }
}
