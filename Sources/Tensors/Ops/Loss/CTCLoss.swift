// Defines ctc_loss: the negative log likelihood of label sequences over all their alignments.

extension Tensor {
    /// Connectionist temporal classification (Graves et al. 2006). `self` has log probabilities (time × batch × classes, or without
    /// batch); `targets` are rows of labels or all labels one after the other. `zeroInfinity` replaces infinite losses by zero.
    public func ctcLoss(
        _ targets: Tensor, inputLengths: [Int], targetLengths: [Int], blank: Int = 0, reduction: LossReduction = .mean,
        zeroInfinity: Bool = false
    ) throws -> Tensor {
        if rank == 2 {
            let single = try unsqueeze(1).ctcLoss(
                targets, inputLengths: inputLengths, targetLengths: targetLengths, blank: blank, reduction: reduction, zeroInfinity: zeroInfinity)
            return reduction == .none ? try single.squeeze([0]) : single
        }
        guard rank == 3, blank >= 0, blank < shape[2] else { throw TensorError.runtime("blank must be in label range") }
        guard inputLengths.count == shape[1] else { throw TensorError.runtime("input_lengths must be of size batch_size") }
        guard targetLengths.count == shape[1] else { throw TensorError.runtime("target_lengths must be of size batch_size") }
        for length in inputLengths where length < 0 || length > shape[0] {
            throw TensorError.runtime("Expected input_lengths to have value at most \(shape[0]), but got value \(length) (while checking arguments "
                + "for ctc_loss_cpu)")
        }
        let labels = try Tensor.ctcLabels(targets, targetLengths, classes: shape[2])
        let kernel = CTCKernel(source: try detach().to(.float64), labels: labels, lengths: inputLengths, blank: blank, zeroInfinity: zeroInfinity)
        let (losses, slopes) = try kernel.run()
        let each = try Tensor.from(losses).to(dtype)
        let (type, sizes) = (dtype, shape)
        _ = each.recorded("CtcLossBackward0", [self]) { grad, _ in
            [try Tensor.from(slopes, sizes).to(type) * grad.reshape([1, -1, 1])]
        }
        switch reduction {
        case .none: return each
        case .sum: return try each.sum()
        case .mean: return try (each / Tensor.from(targetLengths.map { Double(Swift.max($0, 1)) }).to(dtype)).mean()
        }
    }

    private static func ctcLabels(_ targets: Tensor, _ lengths: [Int], classes: Int) throws -> [[Int]] {
        let flat = try targets.elements(Int.self)
        var start = 0
        return try lengths.enumerated().map { row, length in
            if targets.rank == 2 {
                guard length <= targets.shape[1] else {
                    throw TensorError.runtime("Expected tensor to have size at least \(length) at dimension 1, but got size \(targets.shape[1]) for "
                        + "argument #2 'targets' (while checking arguments for ctc_loss_allocate_outputs)")
                }
                start = row * targets.shape[1]
            }
            guard length >= 0, start + length <= flat.count else {
                throw TensorError.runtime("Expected target_lengths to sum up to the number of targets")
            }
            defer { start += length }
            let labels = Array(flat[start..<start + length])
            guard labels.allSatisfy({ (0..<classes).contains($0) }) else { throw TensorError.runtime("targets must be in label range") }
            return labels
        }
    }
}

/// The forward-backward algorithm over labels separated by blanks, in logarithms.
private struct CTCKernel {
    /// Log probabilities, time × batch × classes, float64.
    let source: Tensor
    let labels: [[Int]]
    let lengths: [Int]
    let blank: Int
    let zeroInfinity: Bool

    /// The loss of each sequence and the gradients of the log probabilities.
    func run() throws -> ([Double], [Double]) {
        let (batch, classes) = (source.shape[1], source.shape[2])
        return try source.withElements(Double.self) { logs in
            var slopes = [Double](repeating: 0, count: logs.count)
            var losses: [Double] = []
            for sample in 0..<batch {
                let at = { (t: Int, label: Int) in logs[(t * batch + sample) * classes + label] }
                let extended = [blank] + labels[sample].flatMap { [$0, blank] }
                let steps = lengths[sample]
                let alpha = sweep(extended, steps, at)
                let total = steps == 0
                    ? (labels[sample].isEmpty ? 0 : -Double.infinity)
                    : add(alpha[steps - 1].last ?? -.infinity, extended.count > 1 ? alpha[steps - 1][extended.count - 2] : -.infinity)
                let isLost = total == -.infinity
                losses.append(isLost && zeroInfinity ? 0 : -total)
                if isLost && zeroInfinity || steps == 0 { continue }
                let beta = sweep(extended.reversed(), steps) { at(steps - 1 - $0, $1) }
                for t in 0..<steps {
                    for c in 0..<classes { slopes[(t * batch + sample) * classes + c] = Double.exp(at(t, c)) }
                    for (s, label) in extended.enumerated() {
                        let both = alpha[t][s] + beta[steps - 1 - t][extended.count - 1 - s] - at(t, label) - total
                        slopes[(t * batch + sample) * classes + label] -= Double.exp(both)
                    }
                }
            }
            return (losses, slopes)
        }
    }

    private func add(_ a: Double, _ b: Double) -> Double {
        let top = max(a, b)
        return top == -.infinity ? top : top + Double.log1p(Double.exp(min(a, b) - top))
    }

    /// For each step and place the log probability of all ways to get there.
    private func sweep(_ places: [Int], _ steps: Int, _ at: (Int, Int) -> Double) -> [[Double]] {
        var rows: [[Double]] = []
        for t in 0..<steps {
            var row = [Double](repeating: -.infinity, count: places.count)
            for s in places.indices {
                var ways = t == 0 ? (s < 2 ? 0 : -Double.infinity) : rows[t - 1][s]
                if t > 0, s > 0 { ways = add(ways, rows[t - 1][s - 1]) }
                if t > 0, s > 1, places[s] != blank, places[s] != places[s - 2] { ways = add(ways, rows[t - 1][s - 2]) }
                row[s] = ways + at(t, places[s])
            }
            rows.append(row)
        }
        return rows
    }
}
