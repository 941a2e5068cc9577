// Defines RecurrentForward and RecurrentBackward: one direction of one recurrent layer over a whole sequence, natively.

/// Steps of a sequence whose rows are packed step after step; step t has `batchSizes[t]` rows, never more than the step before.
struct RecurrentSteps: Sendable {
    let batchSizes: [Int]
    /// Row of the packed input where each step starts.
    let starts: [Int]
    let isReverse: Bool

    init(_ batchSizes: [Int], isReverse: Bool) {
        self.batchSizes = batchSizes
        self.isReverse = isReverse
        var starts: [Int] = []
        var total = 0
        for size in batchSizes {
            starts.append(total)
            total += size
        }
        self.starts = starts
    }

    /// Rows of all steps.
    var total: Int { batchSizes.reduce(0, +) }
    /// Sequences.
    var batch: Int { batchSizes.first ?? 0 }
    /// Steps in the order they are computed.
    var order: [Int] { isReverse ? Array((0..<batchSizes.count).reversed()) : Array(0..<batchSizes.count) }
}

/// The tensors of one direction of one layer; biases may be missing, and the projection of an LSTM's hidden state.
struct RecurrentWeights {
    let input: Tensor
    let state: Tensor
    let inputBias: Tensor?
    let stateBias: Tensor?
    var projection: Tensor?

    var all: [Tensor] { [input, state] + [inputBias, stateBias].compactMap { $0 } }
}

/// What a forward pass leaves behind.
struct RecurrentResult {
    /// Hidden states of all rows.
    let output: Tensor
    let lastHidden: Tensor
    let lastCell: Tensor
    /// Gates, and the states before each step.
    let kept: Tensor
    let oldHidden: Tensor
    let oldCell: Tensor
}

/// The forward pass. Blocks of sequences are computed independently of each other.
struct RecurrentForward: NativeVisitor {
    let kind: RecurrentKind
    let steps: RecurrentSteps
    let x: Tensor
    let hidden: Tensor
    let cell: Tensor?
    let weights: RecurrentWeights

    /// Sequences computed together.
    static let block = 16

    func run<E: NativeFloat>(_: E.Type) throws -> RecurrentResult {
        let (size, width) = (hidden.shape[1], kind.gates * hidden.shape[1])
        let (total, features) = (steps.total, x.shape[x.rank - 1])
        let projected = try Tensor(empty: [total, width], E.dtype)
        var form = x.shape
        form[form.count - 1] = size
        let output = try Tensor(empty: form, E.dtype)
        let kept = try Tensor(empty: [total, kind.kept * size], E.dtype)
        let oldH = try Tensor(empty: [total, size], E.dtype)
        let oldC = try Tensor(empty: [kind.hasCell ? total : 0, size], E.dtype)
        let lastH = try hidden.detach().copied(as: E.dtype)
        let lastC = try cell?.detach().copied(as: E.dtype) ?? Tensor(empty: [0, size], E.dtype)
        let (wi, ws, input) = (try weights.input.detach().contiguous(), try weights.state.detach().contiguous(), try x.detach().contiguous())
        let biasI = try weights.inputBias?.elements(E.self) ?? [E](repeating: 0, count: width)
        let biasS = try weights.stateBias?.elements(E.self) ?? [E](repeating: 0, count: width)
        nonisolated(unsafe) let (pi, ps, px) = (try wi.base(E.self), try ws.base(E.self), try input.base(E.self))
        nonisolated(unsafe) let (pre, out, keep) = (try projected.base(E.self), try output.base(E.self), try kept.base(E.self))
        nonisolated(unsafe) let (oh, oc) = (try oldH.base(E.self), try oldC.base(E.self))
        nonisolated(unsafe) let (h, c) = (try lastH.base(E.self), try lastC.base(E.self))
        Parallel.stretches(total, grain: 64) { start, end in
            for row in start..<end { (pre + row * width).update(from: biasI, count: width) }
            E.gemm(false, true, end - start, width, features, 1, px + start * features, features, pi, features, 1, pre + start * width, width)
        }
        let (kind, steps) = (kind, steps)
        let row = RecurrentRow<E>(kind: kind, size: size)
        Parallel.forEach((steps.batch + Self.block - 1) / Self.block) { part in
            let first = part * Self.block
            withUnsafeTemporaryAllocation(of: E.self, capacity: Self.block * width) { scratch in
                let state = scratch.baseAddress!
                for t in steps.order {
                    let rows = min(Self.block, steps.batchSizes[t] - first)
                    if rows <= 0 { continue }
                    for r in 0..<rows { (state + r * width).update(from: biasS, count: width) }
                    E.gemm(false, true, rows, width, size, 1, h + first * size, size, ps, size, 1, state, width)
                    for r in 0..<rows {
                        let at = steps.starts[t] + first + r
                        let (hr, cr) = (h + (first + r) * size, c + (kind.hasCell ? (first + r) * size : 0))
                        (oh + at * size).update(from: hr, count: size)
                        if kind.hasCell { (oc + at * size).update(from: cr, count: size) }
                        row.forward(pre + at * width, state + r * width, hr, cr, keep + at * kind.kept * size)
                        (out + at * size).update(from: hr, count: size)
                    }
                }
            }
        }
        return withExtendedLifetime((wi, ws, input, projected)) {
            RecurrentResult(output: output, lastHidden: lastH, lastCell: lastC, kept: kept, oldHidden: oldH, oldCell: oldC)
        }
    }
}

/// The backward pass: gradients of x, hidden, cell, and of the weights and biases.
struct RecurrentBackward: NativeVisitor {
    let kind: RecurrentKind
    let steps: RecurrentSteps
    let x: Tensor
    let weights: RecurrentWeights
    let kept: Tensor
    let oldHidden: Tensor
    let oldCell: Tensor
    let grads: (output: Tensor?, hidden: Tensor?, cell: Tensor?)

    func run<E: NativeFloat>(_: E.Type) throws -> [Tensor] {
        let size = oldHidden.shape[1]
        let width = kind.gates * size
        let total = steps.total
        let dOut = try grads.output?.contiguous() ?? Tensor.zeros([total, size], E.dtype)
        let dh = try grads.hidden?.detach().copied(as: E.dtype) ?? Tensor.zeros([steps.batch, size], E.dtype)
        let dc = try grads.cell?.detach().copied(as: E.dtype) ?? Tensor.zeros([kind.hasCell ? steps.batch : 1, size], E.dtype)
        let dInput = try Tensor(empty: [total, width], E.dtype)
        let dState = try Tensor(empty: [total, width], E.dtype)
        let ws = try weights.state.detach().contiguous()
        try loop(E.self, size, dOut, dh, dc, dInput, dState, ws)
        let input = try x.detach().contiguous()
        let dx = try Tensor(empty: x.shape, E.dtype)
        let (dwi, dws) = (try Tensor(empty: weights.input.shape, E.dtype), try Tensor(empty: weights.state.shape, E.dtype))
        let features = x.shape[x.rank - 1]
        let wi = try weights.input.detach().contiguous()
        nonisolated(unsafe) let (pi, px, pdx) = (try wi.base(E.self), try input.base(E.self), try dx.base(E.self))
        nonisolated(unsafe) let (pdi, pds) = (try dInput.base(E.self), try dState.base(E.self))
        nonisolated(unsafe) let (pdwi, pdws, oh) = (try dwi.base(E.self), try dws.base(E.self), try oldHidden.base(E.self))
        let parts = MatrixProduct.parts(width)
        Parallel.forEach(parts) { part in
            let rows = part * total / parts..<(part + 1) * total / parts
            let own = part * width / parts..<(part + 1) * width / parts
            if !rows.isEmpty {
                E.gemm(false, false, rows.count, features, width, 1, pdi + rows.lowerBound * width, width, pi, features, 0,
                    pdx + rows.lowerBound * features, features)
            }
            if own.isEmpty { return }
            let at = own.lowerBound
            E.gemm(true, false, own.count, features, total, 1, pdi + at, width, px, features, 0, pdwi + at * features, features)
            E.gemm(true, false, own.count, size, total, 1, pds + at, width, oh, size, 0, pdws + at * size, size)
        }
        var results = [dx, dh] + (kind.hasCell ? [dc] : []) + [dwi, dws]
        if weights.inputBias != nil { results.append(try dInput.sum(dims: [0])) }
        if weights.stateBias != nil { results.append(try dState.sum(dims: [0])) }
        return withExtendedLifetime((input, wi, ws)) { results }
    }

    /// Walks the steps backwards, block by block of sequences.
    private func loop<E: NativeFloat>(
        _: E.Type, _ size: Int, _ dOut: Tensor, _ dh: Tensor, _ dc: Tensor, _ dInput: Tensor, _ dState: Tensor, _ ws: Tensor
    ) throws {
        let width = kind.gates * size
        let (kind, steps) = (kind, steps)
        let row = RecurrentRow<E>(kind: kind, size: size)
        nonisolated(unsafe) let (g, h, c) = (try dOut.base(E.self), try dh.base(E.self), try dc.base(E.self))
        nonisolated(unsafe) let (di, ds, ps) = (try dInput.base(E.self), try dState.base(E.self), try ws.base(E.self))
        nonisolated(unsafe) let (keep, oh, oc) = (try kept.base(E.self), try oldHidden.base(E.self), try oldCell.base(E.self))
        let block = RecurrentForward.block
        Parallel.forEach((steps.batch + block - 1) / block) { part in
            let first = part * block
            for t in steps.order.reversed() {
                let rows = min(block, steps.batchSizes[t] - first)
                if rows <= 0 { continue }
                let start = steps.starts[t] + first
                for r in 0..<rows {
                    let at = start + r
                    let (hr, cr) = (h + (first + r) * size, c + (kind.hasCell ? (first + r) * size : 0))
                    let grad = g + at * size
                    for j in 0..<size { hr[j] += grad[j] }
                    row.backward(
                        keep + at * kind.kept * size, oh + at * size, oc + (kind.hasCell ? at * size : 0), hr, cr, di + at * width,
                        ds + at * width)
                }
                E.gemm(false, false, rows, size, width, 1, ds + start * width, width, ps, size, 1, h + first * size, size)
            }
        }
    }
}
