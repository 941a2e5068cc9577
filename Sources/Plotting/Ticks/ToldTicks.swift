// Defines how an axis tells its ticks to programs: with the first ones beyond the shown range.

extension Axis {
    /// The ticks that programs are told: all chosen places, else the round values of the range and the next one beyond either end, as pyplot
    /// counts them for an axis with room for `count` gaps.
    public func toldTicks(from lower: Double, to upper: Double, count: Int) -> [Tick] {
        let (low, high) = lower <= upper ? (lower, upper) : (upper, lower)
        switch ticks {
        case .fixed: return chosenTicks(from: low, to: high, count: count).ticks
        case .multiples(let step): return told(step: step, low, high)
        case .atMost(let most, let integer): return told(LinearTicks.values(from: low, to: high, count: most, integer: integer), low, high)
        case .automatic: break
        }
        if !categories.isEmpty { return chosenTicks(from: low, to: high, count: count).ticks }
        switch scale {
        case .linear: return told(LinearTicks.values(from: low, to: high, count: count), low, high)
        case .log(let base): return LogTicks.powers(around: low, high, base: base, count: count)
        case .symlog: return tickSet(from: low, to: high, count: count).ticks.filter { !$0.isMinor }
        }
    }

    private func told(_ values: [Double], _ low: Double, _ high: Double) -> [Tick] {
        guard values.count > 1 else { return values.map { Tick($0, NumberText.short($0)) } }
        return told(step: values[1] - values[0], low, high)
    }

    private func told(step: Double, _ low: Double, _ high: Double) -> [Tick] {
        let slack = 1e-9
        let first = ((low / step + slack).rounded(.down)) * step
        let last = ((high / step - slack).rounded(.up)) * step
        guard step > 0, first.isFinite, last.isFinite else { return [] }
        let values = LinearTicks.multiples(of: step, from: first, to: last)
        guard let labels else { return TickLabels.label(values, from: low, to: high).ticks }
        return values.enumerated().map { Tick($0.element, $0.offset < labels.count ? labels[$0.offset] : "") }
    }
}

extension LogTicks {
    /// The powers of the base within a range, the last one before it and the first one after it.
    static func powers(around low: Double, _ high: Double, base: Double, count: Int) -> [Tick] {
        let scale = Scale.log(base: base)
        let (start, end) = (scale.forward(low), scale.forward(high))
        guard start.isFinite, end.isFinite, end - start < 1e4 else { return [] }
        let slack = 1e-9
        let decades = max(0, (end + slack).rounded(.down) - (start - slack).rounded(.up))
        let stride = (decades / Double(max(count, 1))).rounded(.down) + 1
        // Of the ways to leave powers out, the one that leaves most in sight.
        func ends(_ shift: Double) -> (first: Double, last: Double) {
            ((((start - slack) - shift) / stride).rounded(.down) * stride + shift, (((end + slack) - shift) / stride).rounded(.up) * stride + shift)
        }
        func inside(_ shift: Double) -> Double { (ends(shift).last - ends(shift).first) / stride - 1 }
        let shifts = (0..<Int(stride)).map(Double.init)
        let shift = shifts.max { inside($0) < inside($1) } ?? 0
        let (first, last) = ends(inside(shift) > inside(0) ? shift : 0)
        return Swift.stride(from: first, through: last, by: stride).map { Tick(power(base, $0), label(base: base, exponent: $0)) }
    }
}
