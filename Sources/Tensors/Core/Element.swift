// Defines Element: the Swift types that tensor elements are stored as, and how a dtype picks one.

/// A stored element type.
public protocol Element: BitwiseCopyable, Sendable, SendableMetatype {
    /// The dtype with these elements.
    static var dtype: DType { get }
    /// From a number, rounded or wrapped as PyTorch's casts do.
    init(_ number: Number)
    /// The value as a number: bool, int or float.
    var number: Number { get }
    /// The value as a Double (exact except for large Int64).
    var double: Double { get }
}

/// Work that is written once for all element types: `try dtype.visit(SumKernel(...))` calls `run` with the type's Swift type.
public protocol ElementVisitor {
    /// What the work results in.
    associatedtype Result
    /// Does the work for one element type.
    func run<E: Element>(_: E.Type) throws -> Result
}

extension DType {
    /// Calls the visitor with the Swift type of this dtype's elements. The switch makes each call specialised code.
    @inline(__always)
    public func visit<V: ElementVisitor>(_ visitor: V) throws -> V.Result {
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

/// Work for the two native floating types only; the caller converts half types to `computeType` first.
public protocol FloatVisitor {
    /// What the work results in.
    associatedtype Result
    /// Does the work for Float or Double.
    func run<E: Element & BinaryFloatingPoint>(_: E.Type) throws -> Result
}

extension DType {
    /// Calls the visitor with Float or Double; throws PyTorch's `"kernel" not implemented for 'Long'` for other types.
    @inline(__always)
    public func visitFloat<V: FloatVisitor>(_ kernel: String, _ visitor: V) throws -> V.Result {
        switch self {
        case .float32: try visitor.run(Float.self)
        case .float64: try visitor.run(Double.self)
        case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: throw TensorError.unsupported(kernel, self)
        }
    }
}

extension Float: Element {
    public static var dtype: DType { .float32 }
    @inline(__always) public init(_ number: Number) { self.init(number.double) }
    @inline(__always) public var number: Number { .float(Double(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

extension Double: Element {
    public static var dtype: DType { .float64 }
    @inline(__always) public init(_ number: Number) { self = number.double }
    @inline(__always) public var number: Number { .float(self) }
    @inline(__always) public var double: Double { self }
}

extension Float16: Element {
    public static var dtype: DType { .float16 }
    @inline(__always) public init(_ number: Number) { self.init(Float(number.double)) }
    @inline(__always) public var number: Number { .float(Double(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

/// The upper half of a Float: 8 bits of exponent, 7 of fraction.
public struct BFloat16: Element {
    public static var dtype: DType { .bfloat16 }
    /// The stored bits.
    public var bits: UInt16

    /// Rounds to nearest, ties to even.
    @inline(__always)
    public init(_ value: Float) {
        let raw = value.bitPattern
        let rounded = (raw &+ 0x7fff &+ ((raw >> 16) & 1)) >> 16
        bits = value.isNaN ? 0x7fc0 : UInt16(truncatingIfNeeded: rounded)
    }

    @inline(__always) public init(_ number: Number) { self.init(Float(number.double)) }
    /// The value, exactly.
    @inline(__always) public var float: Float { Float(bitPattern: UInt32(bits) << 16) }
    @inline(__always) public var number: Number { .float(Double(float)) }
    @inline(__always) public var double: Double { Double(float) }
}

extension Int: Element {
    public static var dtype: DType { .int64 }
    @inline(__always) public init(_ number: Number) { self = number.int }
    @inline(__always) public var number: Number { .int(self) }
    @inline(__always) public var double: Double { Double(self) }
}

extension Int32: Element {
    public static var dtype: DType { .int32 }
    @inline(__always) public init(_ number: Number) { self.init(truncatingIfNeeded: number.int) }
    @inline(__always) public var number: Number { .int(Int(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

extension Int16: Element {
    public static var dtype: DType { .int16 }
    @inline(__always) public init(_ number: Number) { self.init(truncatingIfNeeded: number.int) }
    @inline(__always) public var number: Number { .int(Int(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

extension Int8: Element {
    public static var dtype: DType { .int8 }
    @inline(__always) public init(_ number: Number) { self.init(truncatingIfNeeded: number.int) }
    @inline(__always) public var number: Number { .int(Int(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

extension UInt8: Element {
    public static var dtype: DType { .uint8 }
    @inline(__always) public init(_ number: Number) { self.init(truncatingIfNeeded: number.int) }
    @inline(__always) public var number: Number { .int(Int(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

extension UInt16: Element {
    public static var dtype: DType { .uint16 }
    @inline(__always) public init(_ number: Number) { self.init(truncatingIfNeeded: number.int) }
    @inline(__always) public var number: Number { .int(Int(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

extension UInt32: Element {
    public static var dtype: DType { .uint32 }
    @inline(__always) public init(_ number: Number) { self.init(truncatingIfNeeded: number.int) }
    @inline(__always) public var number: Number { .int(Int(self)) }
    @inline(__always) public var double: Double { Double(self) }
}

/// A number cannot hold the upper half of the values; it holds their bits.
extension UInt64: Element {
    public static var dtype: DType { .uint64 }
    @inline(__always) public init(_ number: Number) { self.init(bitPattern: Int64(number.int)) }
    @inline(__always) public var number: Number { .int(Int(Int64(bitPattern: self))) }
    @inline(__always) public var double: Double { Double(self) }
}

extension Bool: Element {
    public static var dtype: DType { .bool }
    @inline(__always) public init(_ number: Number) { self = number.isTrue }
    @inline(__always) public var number: Number { .bool(self) }
    @inline(__always) public var double: Double { self ? 1 : 0 }
}
