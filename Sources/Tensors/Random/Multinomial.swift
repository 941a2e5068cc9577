// Defines Multinomial: indices drawn with given weights, as torch.multinomial draws them.

/// Sampling from one row of weights after another. `F` is the dtype of the weights.
package enum Multinomial<F: BinaryFloatingPoint> {
    /// Indices (rows × samples) from `weights` (rows × categories). A single sample a row, or sampling without
    /// replacement, races exponentials; otherwise cumulative sums are searched. Throws PyTorch's RuntimeErrors.
    package static func sample(
        _ weights: [F], rows: Int, categories: Int, samples: Int, replacement: Bool, generator: Generator
    ) throws -> [Int64] {
        guard samples > 0 else { throw TensorError.runtime("cannot sample n_sample <= 0 samples") }
        guard replacement || samples <= categories else {
            throw TensorError.runtime("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
        }
        for weight in weights where !(weight.isFinite && weight >= 0) {
            throw TensorError.runtime("probability tensor contains either `inf`, `nan` or element < 0")
        }
        for row in 0..<rows where !(weights[row * categories..<(row + 1) * categories].reduce(0, +) > 0) {
            throw TensorError.runtime("invalid multinomial distribution (sum of probabilities <= 0)")
        }
        if !replacement || samples == 1 {
            return race(weights, rows, categories, samples, generator)
        }
        return (0..<rows).flatMap { row in
            search(weights[row * categories..<(row + 1) * categories], samples, generator)
        }
    }

    /// Each weight over an exponential number: the largest scores win. One exponential for every weight of every row.
    private static func race(_ weights: [F], _ rows: Int, _ categories: Int, _ samples: Int, _ generator: Generator) -> [Int64] {
        let scores = weights.map { $0 / F(generator.exponential()) }
        return (0..<rows).flatMap { row -> [Int64] in
            let base = row * categories
            if samples == 1 {
                var best = 0
                for k in 1..<max(categories, 1) where scores[base + k] > scores[base + best] { best = k }
                return [Int64(best)]
            }
            let order = (0..<categories).sorted { (scores[base + $0], $1) > (scores[base + $1], $0) }
            return order.prefix(samples).map(Int64.init)
        }
    }

    /// Binary search of one uniform a sample in the running sums, which are scaled to end at 1.
    private static func search(_ weights: ArraySlice<F>, _ samples: Int, _ generator: Generator) -> [Int64] {
        var sums: [F] = []
        sums.reserveCapacity(weights.count)
        var total: F = 0
        for weight in weights {
            total += weight
            sums.append(total)
        }
        let cumulative = sums.map { Double($0 / total) }
        return (0..<samples).map { _ in
            let u = generator.uniform64()
            var low = 0
            var high = cumulative.count
            while low < high {
                let middle = low + (high - low) / 2
                if cumulative[middle] < u { low = middle + 1 } else { high = middle }
            }
            return Int64(min(low, cumulative.count - 1))
        }
    }
}
