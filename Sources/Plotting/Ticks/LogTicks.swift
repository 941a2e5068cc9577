// Defines LogTicks: powers of the base, with short marks between.

/// Powers of the base, with short marks between.
enum LogTicks {
    /// The marks within `low…high` (both above zero), at most about `count` labelled.
    static func ticks(from low: Double, to high: Double, base: Double, count: Int) -> [Tick] {
        let scale = Scale.log(base: base)
        let first = (scale.forward(low) - 1e-9).rounded(.up)
        let last = (scale.forward(high) + 1e-9).rounded(.down)
        guard first.isFinite, last.isFinite, last - first < 1e4 else { return [] }
        let stride = max(1, ((last - first + 1) / Double(max(count, 1))).rounded(.up))
        var ticks: [Tick] = []
        var exponent = (first / stride).rounded(.up) * stride
        while exponent <= last {
            ticks.append(Tick(power(base, exponent), label(base: base, exponent: exponent)))
            exponent += stride
        }
        return ticks + minor(from: low, to: high, base: base, decades: (first - 1, last), stride: stride)
    }

    private static func minor(from low: Double, to high: Double, base: Double, decades: (Double, Double), stride: Double) -> [Tick] {
        if stride > 1 {
            return Swift.stride(from: decades.0 + 1, through: decades.1, by: 1)
                .filter { $0.truncatingRemainder(dividingBy: stride) != 0 }
                .map { Tick(power(base, $0), "", isMinor: true) }
        }
        guard base == 10, decades.1 - decades.0 <= 12 else { return [] }
        var ticks: [Tick] = []
        for exponent in Swift.stride(from: decades.0, through: decades.1, by: 1) {
            for digit in 2...9 {
                let value = Double(digit) * power(10, exponent)
                if value >= low, value <= high { ticks.append(Tick(value, "", isMinor: true)) }
            }
        }
        return ticks
    }

    /// Plain numbers for a range with less than two powers in sight: 1, 2 and 5 times a power of ten, or round steps in a short range.
    static func plain(from low: Double, to high: Double, count: Int) -> [Tick] {
        var values: [Double] = []
        var exponent = log10(low).rounded(.down)
        guard high.isFinite, exponent.isFinite else { return [] }
        while exponent <= log10(high) {
            values += [1, 2, 5].map { $0 * power(10, exponent) }.filter { $0 >= low && $0 <= high }
            exponent += 1
        }
        if values.count < 3 { values = LinearTicks.values(from: low, to: high, count: max(2, count / 2)).filter { $0 > 0 } }
        return values.map { Tick($0, NumberText.short($0)) }
    }

    /// "$10^{-3}$".
    static func label(base: Double, exponent: Double) -> String {
        "$\(NumberText.short(base))^{\(NumberText.short(exponent))}$"
    }

    /// The marks of a symmetric log axis: powers beyond the threshold on both sides, and zero.
    static func symmetric(from low: Double, to high: Double, base: Double, threshold: Double, count: Int) -> [Tick] {
        var ticks: [Tick] = []
        let share = max(2, count / 2)
        if high > threshold { ticks += self.ticks(from: threshold, to: high, base: base, count: share) }
        if low <= 0, high >= 0 { ticks.append(Tick(0, "0")) }
        if low < -threshold {
            ticks += self.ticks(from: threshold, to: -low, base: base, count: share).map { tick in
                Tick(-tick.value, tick.label.isEmpty ? "" : "$-" + tick.label.dropFirst(), isMinor: tick.isMinor)
            }
        }
        if ticks.count(where: { !$0.isMinor }) < 2 {
            return TickLabels.label(LinearTicks.values(from: low, to: high, count: count), from: low, to: high).ticks
        }
        return ticks
    }
}
