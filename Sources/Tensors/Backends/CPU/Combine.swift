// Defines Combine: the loops that add up, multiply or compare tile values into partial results of 8 bytes.

/// How a kind of reduction combines values of a lane; partial results are Double for floating lanes, Int for integers.
struct Combine: Sendable {
    private let kind: Reduction.Kind
    private let lane: DType.Lane

    init(_ kind: Reduction.Kind, _ lane: DType.Lane) {
        self.kind = kind
        self.lane = lane
    }

    /// Sets partial results to the value that changes nothing.
    func fill(_ partials: UnsafeMutableRawPointer, _ count: Int) {
        if lane == .int || lane == .bool {
            let value: Int = switch kind {
            case .sum: 0
            case .product: 1
            case .maximum: Int.min
            case .minimum: Int.max
            }
            partials.assumingMemoryBound(to: Int.self).update(repeating: value, count: count)
        } else {
            let value: Double = switch kind {
            case .sum: 0
            case .product: 1
            case .maximum: -.infinity
            case .minimum: .infinity
            }
            partials.assumingMemoryBound(to: Double.self).update(repeating: value, count: count)
        }
    }

    /// Combines `count` values of a tile into one partial result.
    @inline(__always)
    func row(_ tile: UnsafeRawPointer, _ count: Int, into partial: UnsafeMutableRawPointer) {
        switch lane {
        case .float: Combine.row(kind, tile.assumingMemoryBound(to: Float.self), count, partial.assumingMemoryBound(to: Double.self))
        case .double: Combine.row(kind, tile.assumingMemoryBound(to: Double.self), count, partial.assumingMemoryBound(to: Double.self))
        case .int, .bool:
            let values = tile.assumingMemoryBound(to: Int.self)
            let total = partial.assumingMemoryBound(to: Int.self)
            for i in 0..<count { total.pointee = Combine.whole(kind, total.pointee, values[i]) }
        }
    }

    /// Combines `count` values of a tile into as many partial results.
    @inline(__always)
    func columns(_ tile: UnsafeRawPointer, _ count: Int, into partials: UnsafeMutableRawPointer) {
        switch lane {
        case .float: Combine.columns(kind, tile.assumingMemoryBound(to: Float.self), count, partials.assumingMemoryBound(to: Double.self))
        case .double: Combine.columns(kind, tile.assumingMemoryBound(to: Double.self), count, partials.assumingMemoryBound(to: Double.self))
        case .int, .bool:
            let values = tile.assumingMemoryBound(to: Int.self)
            let totals = partials.assumingMemoryBound(to: Int.self)
            for i in 0..<count { totals[i] = Combine.whole(kind, totals[i], values[i]) }
        }
    }

    /// Combines partial results with those of an earlier stretch.
    func merge(_ partials: UnsafeMutableRawPointer, into totals: UnsafeMutableRawPointer, _ count: Int) {
        if lane == .int || lane == .bool {
            let (a, b) = (totals.assumingMemoryBound(to: Int.self), partials.assumingMemoryBound(to: Int.self))
            for i in 0..<count { a[i] = Combine.whole(kind, a[i], b[i]) }
        } else {
            let (a, b) = (totals.assumingMemoryBound(to: Double.self), partials.assumingMemoryBound(to: Double.self))
            for i in 0..<count { a[i] = Combine.real(kind, a[i], b[i]) }
        }
    }

    @inline(__always)
    private static func whole(_ kind: Reduction.Kind, _ a: Int, _ b: Int) -> Int {
        switch kind {
        case .sum: a &+ b
        case .product: a &* b
        case .maximum: max(a, b)
        case .minimum: min(a, b)
        }
    }

    @inline(__always)
    private static func real(_ kind: Reduction.Kind, _ a: Double, _ b: Double) -> Double {
        switch kind {
        case .sum: a + b
        case .product: a * b
        case .maximum: Double.larger(a, b)
        case .minimum: Double.smaller(a, b)
        }
    }

    @inline(__always)
    private static func columns<E: BinaryFloatingPoint>(
        _ kind: Reduction.Kind, _ values: UnsafePointer<E>, _ count: Int, _ totals: UnsafeMutablePointer<Double>
    ) {
        switch kind {
        case .sum: for i in 0..<count { totals[i] += Double(values[i]) }
        case .product: for i in 0..<count { totals[i] *= Double(values[i]) }
        case .maximum: for i in 0..<count { totals[i] = Double.larger(totals[i], Double(values[i])) }
        case .minimum: for i in 0..<count { totals[i] = Double.smaller(totals[i], Double(values[i])) }
        }
    }

    /// Eight running values side by side, combined in a fixed order at the end.
    @inline(__always)
    private static func row<E: BinaryFloatingPoint>(
        _ kind: Reduction.Kind, _ values: UnsafePointer<E>, _ count: Int, _ total: UnsafeMutablePointer<Double>
    ) {
        switch kind {
        case .sum: total.pointee += sum(values, count)
        case .product: for i in 0..<count { total.pointee *= Double(values[i]) }
        case .maximum: for i in 0..<count { total.pointee = Double.larger(total.pointee, Double(values[i])) }
        case .minimum: for i in 0..<count { total.pointee = Double.smaller(total.pointee, Double(values[i])) }
        }
    }

    @inline(__always)
    private static func sum<E: BinaryFloatingPoint>(_ values: UnsafePointer<E>, _ count: Int) -> Double {
        var a = SIMD8<Double>()
        var b = SIMD8<Double>()
        var i = 0
        while i + 16 <= count {
            for k in 0..<8 {
                a[k] += Double(values[i + k])
                b[k] += Double(values[i + 8 + k])
            }
            i += 16
        }
        var total = (a + b).sum()
        while i < count {
            total += Double(values[i])
            i += 1
        }
        return total
    }
}

extension Double {
    /// The larger; nan if either is.
    @inline(__always) static func larger(_ a: Double, _ b: Double) -> Double { a > b || a != a ? a : b }
    /// The smaller; nan if either is.
    @inline(__always) static func smaller(_ a: Double, _ b: Double) -> Double { a < b || a != a ? a : b }
}
