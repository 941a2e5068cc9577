// Defines how stored elements become lane values (Float, Double, Int, Bool) in a tile, and back.

/// An element type together with the lane it computes in.
protocol StoredIn: Element {
    associatedtype LaneType: BitwiseCopyable
    /// The lane value; exact.
    var laneValue: LaneType { get }
    /// Rounded or wrapped to the stored type.
    init(lane: LaneType)
}

extension Float: StoredIn {
    @inline(__always) var laneValue: Float { self }
    @inline(__always) init(lane: Float) { self = lane }
}
extension Double: StoredIn {
    @inline(__always) var laneValue: Double { self }
    @inline(__always) init(lane: Double) { self = lane }
}
extension Float16: StoredIn {
    @inline(__always) var laneValue: Float { Float(self) }
    @inline(__always) init(lane: Float) { self.init(lane) }
}
extension BFloat16: StoredIn {
    @inline(__always) var laneValue: Float { float }
    @inline(__always) init(lane: Float) { self.init(lane) }
}
extension Int: StoredIn {
    @inline(__always) var laneValue: Int { self }
    @inline(__always) init(lane: Int) { self = lane }
}
extension Int32: StoredIn {
    @inline(__always) var laneValue: Int { Int(self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension Int16: StoredIn {
    @inline(__always) var laneValue: Int { Int(self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension Int8: StoredIn {
    @inline(__always) var laneValue: Int { Int(self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension UInt8: StoredIn {
    @inline(__always) var laneValue: Int { Int(self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension UInt16: StoredIn {
    @inline(__always) var laneValue: Int { Int(self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension UInt32: StoredIn {
    @inline(__always) var laneValue: Int { Int(self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension UInt64: StoredIn {
    @inline(__always) var laneValue: Int { Int(truncatingIfNeeded: self) }
    @inline(__always) init(lane: Int) { self.init(truncatingIfNeeded: lane) }
}
extension Bool: StoredIn {
    @inline(__always) var laneValue: Bool { self }
    @inline(__always) init(lane: Bool) { self = lane }
}

extension DType {
    /// Calls the visitor with the Swift type of this dtype, known to have a lane.
    @inline(__always)
    func visitStored<V: StoredVisitor>(_ visitor: V) {
        switch self {
        case .float32: visitor.run(Float.self)
        case .float64: visitor.run(Double.self)
        case .float16: visitor.run(Float16.self)
        case .bfloat16: visitor.run(BFloat16.self)
        case .int64: visitor.run(Int.self)
        case .int32: visitor.run(Int32.self)
        case .int16: visitor.run(Int16.self)
        case .int8: visitor.run(Int8.self)
        case .uint8: visitor.run(UInt8.self)
        case .bool: visitor.run(Bool.self)
        case .uint16: visitor.run(UInt16.self)
        case .uint32: visitor.run(UInt32.self)
        case .uint64: visitor.run(UInt64.self)
        }
    }

    /// Whether a tile of this dtype's lane has the same bytes as the stored elements.
    @inline(__always)
    var isLaneNative: Bool {
        switch self {
        case .float32, .float64, .int64, .uint64, .bool: true
        case .float16, .bfloat16, .int32, .int16, .int8, .uint8, .uint16, .uint32: false
        }
    }
}

/// Work over a stored element type that cannot fail.
protocol StoredVisitor {
    func run<E: StoredIn>(_: E.Type)
}

/// Loads `count` elements, `stride` apart, into a tile.
struct LoadRun: StoredVisitor {
    let source: UnsafeRawPointer
    let stride: Int
    let tile: UnsafeMutableRawPointer
    let count: Int

    @inline(__always)
    func run<E: StoredIn>(_: E.Type) {
        let from = source.assumingMemoryBound(to: E.self)
        let to = tile.assumingMemoryBound(to: E.LaneType.self)
        if stride == 1 {
            for i in 0..<count { to[i] = from[i].laneValue }
        } else if stride == 0 {
            let value = from[0].laneValue
            for i in 0..<count { to[i] = value }
        } else {
            for i in 0..<count { to[i] = from[i &* stride].laneValue }
        }
    }
}

/// Stores `count` lane values of a tile, `stride` apart.
struct StoreRun: StoredVisitor {
    let tile: UnsafeRawPointer
    let target: UnsafeMutableRawPointer
    let stride: Int
    let count: Int

    @inline(__always)
    func run<E: StoredIn>(_: E.Type) {
        let from = tile.assumingMemoryBound(to: E.LaneType.self)
        let to = target.assumingMemoryBound(to: E.self)
        if stride == 1 {
            for i in 0..<count { to[i] = E(lane: from[i]) }
        } else {
            for i in 0..<count { to[i &* stride] = E(lane: from[i]) }
        }
    }
}
