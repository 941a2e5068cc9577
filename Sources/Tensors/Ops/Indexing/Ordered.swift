// Defines OrderedElement: element types with the arithmetic and the order that scattering and sorting need.

/// An element that can be added, multiplied and compared as PyTorch does: integers wrap, bools saturate, nan is the largest.
protocol OrderedElement: Element {
    static func plus(_ a: Self, _ b: Self) -> Self
    static func times(_ a: Self, _ b: Self) -> Self
    /// Strictly before in ascending order; nan comes last.
    static func isLess(_ a: Self, _ b: Self) -> Bool
    /// Equal numbers; nan equals nothing.
    static func isSame(_ a: Self, _ b: Self) -> Bool
    /// Not a number.
    var isMissing: Bool { get }
}

/// Work over an ordered element type.
protocol OrderedVisitor {
    associatedtype Result
    func run<E: OrderedElement>(_: E.Type) throws -> Result
}

extension DType {
    /// Calls the visitor with the Swift type of this dtype's elements.
    func visitOrdered<V: OrderedVisitor>(_ visitor: V) throws -> V.Result {
        switch self {
        case .float32: try visitor.run(Float.self)
        case .float64: try visitor.run(Double.self)
        case .float16: try visitor.run(Float16.self)
        case .bfloat16: try visitor.run(BFloat16.self)
        case .int64: try visitor.run(Int.self)
        case .int32: try visitor.run(Int32.self)
        case .int16: try visitor.run(Int16.self)
        case .int8: try visitor.run(Int8.self)
        case .uint8: try visitor.run(UInt8.self)
        case .bool: try visitor.run(Bool.self)
        case .uint16: try visitor.run(UInt16.self)
        case .uint32: try visitor.run(UInt32.self)
        case .uint64: try visitor.run(UInt64.self)
        }
    }
}

extension OrderedElement where Self: BinaryFloatingPoint {
    @inline(__always) static func plus(_ a: Self, _ b: Self) -> Self { a + b }
    @inline(__always) static func times(_ a: Self, _ b: Self) -> Self { a * b }
    @inline(__always) static func isLess(_ a: Self, _ b: Self) -> Bool { a < b || (b.isNaN && !a.isNaN) }
    @inline(__always) static func isSame(_ a: Self, _ b: Self) -> Bool { a == b }
    @inline(__always) var isMissing: Bool { isNaN }
}

extension OrderedElement where Self: FixedWidthInteger {
    @inline(__always) static func plus(_ a: Self, _ b: Self) -> Self { a &+ b }
    @inline(__always) static func times(_ a: Self, _ b: Self) -> Self { a &* b }
    @inline(__always) static func isLess(_ a: Self, _ b: Self) -> Bool { a < b }
    @inline(__always) static func isSame(_ a: Self, _ b: Self) -> Bool { a == b }
    @inline(__always) var isMissing: Bool { false }
}

extension Float: OrderedElement {}
extension Double: OrderedElement {}
extension Float16: OrderedElement {}
extension Int: OrderedElement {}
extension Int32: OrderedElement {}
extension Int16: OrderedElement {}
extension Int8: OrderedElement {}
extension UInt8: OrderedElement {}
extension UInt16: OrderedElement {}
extension UInt32: OrderedElement {}
extension UInt64: OrderedElement {}

extension BFloat16: OrderedElement {
    @inline(__always) static func plus(_ a: BFloat16, _ b: BFloat16) -> BFloat16 { BFloat16(a.float + b.float) }
    @inline(__always) static func times(_ a: BFloat16, _ b: BFloat16) -> BFloat16 { BFloat16(a.float * b.float) }
    @inline(__always) static func isLess(_ a: BFloat16, _ b: BFloat16) -> Bool { Float.isLess(a.float, b.float) }
    @inline(__always) static func isSame(_ a: BFloat16, _ b: BFloat16) -> Bool { a.float == b.float }
    @inline(__always) var isMissing: Bool { float.isNaN }
}

extension Bool: OrderedElement {
    @inline(__always) static func plus(_ a: Bool, _ b: Bool) -> Bool { a || b }
    @inline(__always) static func times(_ a: Bool, _ b: Bool) -> Bool { a && b }
    @inline(__always) static func isLess(_ a: Bool, _ b: Bool) -> Bool { !a && b }
    @inline(__always) static func isSame(_ a: Bool, _ b: Bool) -> Bool { a == b }
    @inline(__always) var isMissing: Bool { false }
}
