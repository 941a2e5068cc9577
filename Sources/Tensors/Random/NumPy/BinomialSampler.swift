// Defines binomial and multinomial numbers of numpy's generators.
import Glibc

extension NumPyRandom {
    /// Successes among `trials` with probability `p`: inversion while the mean is at most 30, else rejection (BTPE).
    public func binomial(_ trials: Int64, _ p: Double) -> Int64 {
        if trials <= 0 || p == 0 { return 0 }
        let likely = p > 0.5
        let q = likely ? 1 - p : p
        let count = Double(trials) * q <= 30 ? binomialByInversion(trials, q) : binomialByRejection(trials, q)
        return likely ? trials - count : count
    }

    private func binomialByInversion(_ trials: Int64, _ p: Double) -> Int64 {
        let n = Double(trials)
        let q = 1 - p
        let start = exp(n * log(q))
        let mean = n * p
        let bound = min(n, (mean + 10 * (mean * q + 1).squareRoot()).rounded(.towardZero))
        var count = 0.0
        var probability = start
        var u = uniform()
        while u > probability {
            count += 1
            if count > bound {
                count = 0
                probability = start
                u = uniform()
            } else {
                u -= probability
                probability = ((n - count + 1) * p * probability) / (count * q)
            }
        }
        return Int64(count)
    }

    private func binomialByRejection(_ trials: Int64, _ p: Double) -> Int64 {
        let envelope = BinomialEnvelope(trials: Double(trials), p: p)
        while true {
            let u = uniform() * envelope.total
            if let count = envelope.accept(u, uniform()) { return Int64(count) }
        }
    }

    /// Counts of `trials` spread over categories with probabilities `p`.
    public func multinomial(_ trials: Int64, _ p: [Double]) -> [Int64] {
        var left = trials
        var share = 1.0
        var counts = [Int64](repeating: 0, count: p.count)
        for k in p.indices.dropLast() {
            counts[k] = binomial(left, p[k] / share)
            left -= counts[k]
            if left <= 0 { return counts }
            share -= p[k]
        }
        if !p.isEmpty { counts[p.count - 1] = left }
        return counts
    }
}

/// The piecewise envelope of Kachitvichyanukul and Schmeiser's BTPE (1988): triangle, parallelogram, two exponential tails.
private struct BinomialEnvelope {
    let n: Double, r: Double, q: Double
    let mode: Double, variance: Double
    let middle: Double, left: Double, right: Double
    let height: Double, leftRate: Double, rightRate: Double
    let p1: Double, p2: Double, p3: Double
    /// Area under the envelope: uniforms are scaled by it.
    let total: Double

    init(trials n: Double, p r: Double) {
        self.n = n
        self.r = r
        q = 1 - r
        let center = n * r + r
        mode = center.rounded(.down)
        variance = n * r * q
        p1 = (2.195 * variance.squareRoot() - 4.6 * q).rounded(.down) + 0.5
        middle = mode + 0.5
        left = middle - p1
        right = middle + p1
        height = 0.134 + 20.5 / (15.3 + mode)
        let a = (center - left) / (center - left * r)
        leftRate = a * (1 + a / 2)
        let b = (right - center) / (right * q)
        rightRate = b * (1 + b / 2)
        p2 = p1 * (1 + 2 * height)
        p3 = p2 + height / leftRate
        total = p3 + height / rightRate
    }

    /// The count proposed by the pair (u, v), or nil when it is rejected.
    func accept(_ u: Double, _ v: Double) -> Double? {
        var v = v
        let y: Double
        if u <= p1 { return (middle - p1 * v + u).rounded(.down) }
        if u <= p2 {
            let x = left + (u - p1) / height
            v = v * height + 1 - (mode - x + 0.5).magnitude / p1
            if v > 1 { return nil }
            y = x.rounded(.down)
        } else if u <= p3 {
            y = (left + log(v) / leftRate).rounded(.down)
            if y < 0 || v == 0 { return nil }
            v = v * (u - p2) * leftRate
        } else {
            y = (right - log(v) / rightRate).rounded(.down)
            if y > n || v == 0 { return nil }
            v = v * (u - p3) * rightRate
        }
        return isBelow(y, v) ? y : nil
    }

    private func isBelow(_ y: Double, _ v: Double) -> Bool {
        let distance = (y - mode).magnitude
        if !(distance > 20 && distance < variance / 2 - 1) { return v <= ratio(y) }
        let rho = (distance / variance) * ((distance * (distance / 3 + 0.625) + 1.0 / 6) / variance + 0.5)
        let t = -distance * distance / (2 * variance)
        let logV = log(v)
        if logV < t - rho { return true }
        if logV > t + rho { return false }
        return logV <= exactLogRatio(y)
    }

    /// f(y) / f(mode) by the recurrence of neighbouring probabilities.
    private func ratio(_ y: Double) -> Double {
        let s = r / q
        let a = s * (n + 1)
        var value = 1.0
        if mode < y {
            for i in stride(from: mode + 1, through: y, by: 1) { value *= a / i - s }
        } else if mode > y {
            for i in stride(from: y + 1, through: mode, by: 1) { value /= a / i - s }
        }
        return value
    }

    /// The same by Stirling's series.
    private func exactLogRatio(_ y: Double) -> Double {
        let x1 = y + 1
        let f1 = mode + 1
        let z = n + 1 - mode
        let w = n - y + 1
        let main = middle * log(f1 / x1) + (n - mode + 0.5) * log(z / w)
        return main + (y - mode) * log(w * r / (x1 * q)) + series(f1) + series(z) + series(x1) + series(w)
    }

    private func series(_ x: Double) -> Double {
        let square = x * x
        return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320
    }
}
