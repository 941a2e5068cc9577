// Defines DTypeObject: an element type as a value of the language (`torch.float32`).
import Runtime
import Tensors

/// A `torch.dtype`. One object per type.
final class DTypeObject: Object, @unchecked Sendable {
    /// The element type.
    let dtype: DType

    private init(_ dtype: DType) {
        self.dtype = dtype
        super.init(type: .dtype)
    }

    private static let all = DType.allCases.map(DTypeObject.init)

    /// The object of an element type.
    static func of(_ dtype: DType) -> DTypeObject { all[Int(dtype.rawValue)] }

    override func repr() -> String { "torch." + dtype.name }
}

extension Class {
    /// `torch.dtype`
    static let dtype = Class(native: "dtype", module: "torch", doc: "The type of a tensor's elements.", extensible: false, rows: {
        [
            Runtime.property("is_floating_point", "Whether the elements are floating-point numbers.",
                     example: "torch.float32.is_floating_point") { (x: DType) in x.isFloatingPoint },
            Runtime.property("is_complex", "Whether the elements are complex numbers: never, here.",
                     example: "torch.float32.is_complex") { (_: DType) in false },
            Runtime.property("is_signed", "Whether the elements can be negative.",
                     example: "torch.uint8.is_signed") { (x: DType) in x != .uint8 && x != .bool },
            Runtime.property("itemsize", "Bytes of one element.", example: "torch.float64.itemsize") { (x: DType) in x.itemSize },
            def("to_real(self)", "The real type of the same precision: itself.", example: "torch.float32.to_real()") { (x: DType) in x },
        ]
    }, constructor: { _, _ in throw Raised.typeError("cannot create 'torch.dtype' instances") })
}

extension DType: FromValue, IntoValue {
    /// A `torch.dtype`, or one of the classes `int`, `float`, `bool`.
    public static func from(_ value: Value) -> DType? {
        guard case .object(let object) = value else { return nil }
        if let object = object as? DTypeObject { return object.dtype }
        guard let cls = object as? Class else { return nil }
        if cls === Class.float { return .float64 }
        if cls === Class.int { return .int64 }
        return cls === Class.bool ? .bool : nil
    }

    public static var expectedType: String { "torch.dtype" }
    public func intoValue() -> Value { .object(DTypeObject.of(self)) }

    /// The names under which `torch` has the types; the second is the older one.
    static let names: [(name: String, dtype: DType)] = [
        ("float32", .float32), ("float", .float32), ("float64", .float64), ("double", .float64), ("float16", .float16),
        ("half", .float16), ("bfloat16", .bfloat16), ("int64", .int64), ("long", .int64), ("int32", .int32), ("int", .int32),
        ("int16", .int16), ("short", .int16), ("int8", .int8), ("uint8", .uint8), ("bool", .bool),
        ("uint16", .uint16), ("uint32", .uint32), ("uint64", .uint64),
    ]

    /// The largest and smallest value of an integer type; nil for floating types and bool.
    var integerRange: ClosedRange<Int>? {
        switch self {
        case .int64: Int.min...Int.max
        case .int32: Int(Int32.min)...Int(Int32.max)
        case .int16: Int(Int16.min)...Int(Int16.max)
        case .int8: -128...127
        case .uint8: 0...255
        case .uint16: 0...Int(UInt16.max)
        case .uint32: 0...Int(UInt32.max)
        case .uint64: 0...Int.max
        case .bool, .float32, .float64, .float16, .bfloat16: nil
        }
    }
}
