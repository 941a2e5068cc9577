// Defines RecurrentKind, and RecurrentRow: the pointwise part of LSTM, GRU and plain recurrent steps over raw rows, forward and backward.

/// The kinds of recurrent layers.
public enum RecurrentKind: Sendable {
    case lstm, gru, rnnTanh, rnnRelu

    /// Blocks of rows in the weights.
    var gates: Int {
        switch self {
        case .lstm: 4
        case .gru: 3
        case .rnnTanh, .rnnRelu: 1
        }
    }

    /// Rows of `hidden` numbers kept of each step for the backward pass.
    var kept: Int {
        switch self {
        case .lstm: 5
        case .gru: 4
        case .rnnTanh, .rnnRelu: 1
        }
    }

    /// Whether there is a cell state beside the hidden state.
    var hasCell: Bool { self == .lstm }
}

/// One row of one step. `input` and `state` are the two matrix products (with biases), `gates` blocks of `size` numbers each.
struct RecurrentRow<E: NativeFloat> {
    let kind: RecurrentKind
    let size: Int

    @inline(__always)
    private func sigmoid(_ x: E) -> E { 1 / (1 + E.exp(-x)) }

    /// Updates `h` (and `c`) and fills `kept`.
    @inline(__always)
    func forward(
        _ input: UnsafePointer<E>, _ state: UnsafePointer<E>, _ h: UnsafeMutablePointer<E>, _ c: UnsafeMutablePointer<E>,
        _ kept: UnsafeMutablePointer<E>
    ) {
        let n = size
        switch kind {
        case .lstm:
            for j in 0..<2 * n { kept[j] = sigmoid(input[j] + state[j]) }
            for j in 2 * n..<3 * n { kept[j] = E.tanh(input[j] + state[j]) }
            for j in 3 * n..<4 * n { kept[j] = sigmoid(input[j] + state[j]) }
            for j in 0..<n {
                c[j] = kept[n + j] * c[j] + kept[j] * kept[2 * n + j]
                kept[4 * n + j] = E.tanh(c[j])
            }
            for j in 0..<n { h[j] = kept[3 * n + j] * kept[4 * n + j] }
        case .gru:
            for j in 0..<2 * n { kept[j] = sigmoid(input[j] + state[j]) }
            for j in 0..<n {
                kept[3 * n + j] = state[2 * n + j]
                kept[2 * n + j] = E.tanh(input[2 * n + j] + kept[j] * state[2 * n + j])
            }
            for j in 0..<n { h[j] = (h[j] - kept[2 * n + j]) * kept[n + j] + kept[2 * n + j] }
        case .rnnTanh:
            for j in 0..<n { h[j] = E.tanh(input[j] + state[j]) }
            kept.update(from: h, count: n)
        case .rnnRelu:
            for j in 0..<n { h[j] = max(input[j] + state[j], 0) }
            kept.update(from: h, count: n)
        }
    }

    /// From the gradients `dh`, `dc` of the new state: the gradients of `input` and `state`, and what flows to the old state
    /// directly (not through the matrix product), in `dh` and `dc`.
    @inline(__always)
    func backward(
        _ kept: UnsafePointer<E>, _ oldH: UnsafePointer<E>, _ oldC: UnsafePointer<E>, _ dh: UnsafeMutablePointer<E>,
        _ dc: UnsafeMutablePointer<E>, _ dInput: UnsafeMutablePointer<E>, _ dState: UnsafeMutablePointer<E>
    ) {
        let n = size
        switch kind {
        case .lstm:
            for j in 0..<n {
                let (i, f, g, o, t) = (kept[j], kept[n + j], kept[2 * n + j], kept[3 * n + j], kept[4 * n + j])
                let d = dc[j] + dh[j] * o * (1 - t * t)
                dInput[j] = d * g * i * (1 - i)
                dInput[n + j] = d * oldC[j] * f * (1 - f)
                dInput[2 * n + j] = d * i * (1 - g * g)
                dInput[3 * n + j] = dh[j] * t * o * (1 - o)
                dc[j] = d * f
                dh[j] = 0
            }
            dState.update(from: dInput, count: 4 * n)
        case .gru:
            for j in 0..<n {
                let (r, z, c, s) = (kept[j], kept[n + j], kept[2 * n + j], kept[3 * n + j])
                let d = dh[j] * (1 - z) * (1 - c * c)
                dInput[2 * n + j] = d
                dState[2 * n + j] = d * r
                dInput[j] = d * s * r * (1 - r)
                dInput[n + j] = dh[j] * (oldH[j] - c) * z * (1 - z)
                dState[j] = dInput[j]
                dState[n + j] = dInput[n + j]
                dh[j] *= z
            }
        case .rnnTanh, .rnnRelu:
            for j in 0..<n {
                dInput[j] = kind == .rnnTanh ? dh[j] * (1 - kept[j] * kept[j]) : (kept[j] > 0 ? dh[j] : 0)
                dh[j] = 0
            }
            dState.update(from: dInput, count: n)
        }
    }
}
