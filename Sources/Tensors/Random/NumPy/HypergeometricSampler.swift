// Defines hypergeometric numbers of numpy's generators: how many of the items drawn from an urn are good.
import Glibc

extension NumPyRandom {
    /// Good items among `sample` drawn from `good + bad` without putting back.
    /// - Parameter isLegacy: whether small samples are drawn by the legacy stream's recurrence and the envelope is the legacy one.
    func hypergeometric(good: Int64, bad: Int64, sample: Int64, isLegacy: Bool) -> Int64 {
        let total = good + bad
        if isLegacy {
            return sample > 10 ? Hypergeometric(good, bad, sample, isLegacy: true).sample { uniform() }
                : sample > 0 ? byRecurrence(good, bad, sample) : 0
        }
        return sample >= 10 && sample <= total - 10 ? Hypergeometric(good, bad, sample, isLegacy: false).sample { uniform() }
            : byItem(good, total, sample)
    }

    /// One uniform number an item.
    private func byRecurrence(_ good: Int64, _ bad: Int64, _ sample: Int64) -> Int64 {
        let rare = Double(min(good, bad))
        let rest = Double(good + bad - sample)
        var left = rare
        var items = Double(sample)
        while left > 0, items > 0 {
            left -= (uniform() + left / (rest + items)).rounded(.down)
            items -= 1
        }
        let count = Int64(rare - left)
        return good > bad ? sample - count : count
    }

    /// One whole number an item; of more than half of the urn what stays in it.
    private func byItem(_ good: Int64, _ total: Int64, _ sample: Int64) -> Int64 {
        let isMost = sample > total / 2
        var items = isMost ? total - sample : sample
        var (all, left) = (total, good)
        while items > 0, left > 0, all > left {
            all -= 1
            if Int64(masked(UInt64(all))) < left { left -= 1 }
            items -= 1
        }
        if all == left { left -= items }
        return isMost ? left : good - left
    }
}

/// Stadlober's ratio of uniforms for large samples (HRUA, 1989).
private struct Hypergeometric {
    private let good: Int64, sample: Int64
    private let isComplement: Bool, isTurned: Bool
    /// The smaller sample, and the rarer and the other items.
    private let n: Double, rare: Double, common: Double
    private let center: Double, width: Double, bound: Double, atMode: Double

    init(_ good: Int64, _ bad: Int64, _ sample: Int64, isLegacy: Bool) {
        (self.good, self.sample) = (good, sample)
        let total = Double(good + bad)
        n = Double(min(sample, good + bad - sample))
        (rare, common) = (Double(min(good, bad)), Double(max(good, bad)))
        (isComplement, isTurned) = (n < Double(sample), good > bad)
        let share = rare / total
        center = n * share + 0.5
        let spread = ((total - n) * (isLegacy ? Double(sample) : n) * share * (1 - share) / (total - 1) + 0.5).squareRoot()
        width = 1.7155277699214135 * spread + 0.8989161620588988
        bound = min(min(n, rare) + 1, (center + 16 * spread).rounded(.down))
        let mode = ((n + 1) * (rare + 1) / (total + 2)).rounded(.down)
        atMode = Self.logWeight(mode, n, rare, common)
    }

    private static func logWeight(_ k: Double, _ n: Double, _ rare: Double, _ common: Double) -> Double {
        lgamma(k + 1) + lgamma(rare - k + 1) + lgamma(n - k + 1) + lgamma(common - n + k + 1)
    }

    func sample(_ uniform: () -> Double) -> Int64 {
        while true {
            let (u, v) = (uniform(), uniform())
            let x = center + width * (v - 0.5) / u
            guard x >= 0, x < bound else { continue }
            let k = x.rounded(.down)
            let distance = atMode - Self.logWeight(k, n, rare, common)
            if u * (4 - u) - 3 <= distance { return result(k) }
            if u * (u - distance) < 1, 2 * log(u) <= distance { return result(k) }
        }
    }

    private func result(_ k: Double) -> Int64 {
        let count = Int64(isTurned ? n - k : k)
        return isComplement ? good - count : count
    }
}
