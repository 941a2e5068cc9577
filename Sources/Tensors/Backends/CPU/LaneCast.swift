// Defines the conversion of tiles from one lane to another: what `to(dtype)` means for numbers.

/// Converts tiles between lanes.
enum LaneCast {
    /// Converts `count` values. Floats become integers by cutting towards zero; anything but zero becomes true.
    static func convert(
        _ source: UnsafeRawPointer, _ from: DType.Lane, to target: UnsafeMutableRawPointer, _ lane: DType.Lane, _ count: Int
    ) {
        switch (from, lane) {
        case (.float, .float), (.double, .double), (.int, .int), (.bool, .bool):
            target.copyMemory(from: source, byteCount: count * lane.itemSize)
        case (.float, .double): loop(source, target, count) { (x: Float) in Double(x) }
        case (.float, .int): loop(source, target, count) { (x: Float) in Int(saturatingTowardZero: Double(x)) }
        case (.float, .bool): loop(source, target, count) { (x: Float) in x != 0 }
        case (.double, .float): loop(source, target, count) { (x: Double) in Float(x) }
        case (.double, .int): loop(source, target, count) { (x: Double) in Int(saturatingTowardZero: x) }
        case (.double, .bool): loop(source, target, count) { (x: Double) in x != 0 }
        case (.int, .float): loop(source, target, count) { (x: Int) in Float(x) }
        case (.int, .double): loop(source, target, count) { (x: Int) in Double(x) }
        case (.int, .bool): loop(source, target, count) { (x: Int) in x != 0 }
        case (.bool, .float): loop(source, target, count) { (x: Bool) in x ? Float(1) : 0 }
        case (.bool, .double): loop(source, target, count) { (x: Bool) in x ? Double(1) : 0 }
        case (.bool, .int): loop(source, target, count) { (x: Bool) in x ? 1 : 0 }
        }
    }

    @inline(__always)
    private static func loop<A, B>(
        _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer, _ count: Int, _ body: (A) -> B
    ) {
        let from = source.assumingMemoryBound(to: A.self)
        let to = target.assumingMemoryBound(to: B.self)
        for i in 0..<count { to[i] = body(from[i]) }
    }
}
