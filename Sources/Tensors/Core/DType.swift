// Defines DType: the thirteen element types a tensor can have, their names and sizes.

/// The type of a tensor's elements.
public enum DType: UInt8, Sendable, CaseIterable {
    case float32, float64, float16, bfloat16, int64, int32, int16, int8, uint8, bool, uint16, uint32, uint64

    /// Bool < integer < floating: what promotion compares first.
    public enum Category: UInt8, Sendable, Comparable {
        case boolean, integral, floating

        public static func < (a: Category, b: Category) -> Bool { a.rawValue < b.rawValue }
    }

    /// The type in which element loops compute: half types in float32, all integers in Int64, the largest uint64 as its bits.
    public enum Lane: UInt8, Sendable {
        case float, double, int, bool

        /// Bytes of one element of a tile of this lane.
        @inline(__always)
        public var itemSize: Int {
            switch self {
            case .float: 4
            case .double, .int: 8
            case .bool: 1
            }
        }
    }

    /// Bytes of one element.
    @inline(__always)
    public var itemSize: Int {
        switch self {
        case .float64, .int64, .uint64: 8
        case .float32, .int32, .uint32: 4
        case .float16, .bfloat16, .int16, .uint16: 2
        case .int8, .uint8, .bool: 1
        }
    }

    /// Whether PyTorch has a class such as `torch.FloatTensor` for the type, and every operation; the younger types have few.
    public var isOriginal: Bool {
        switch self {
        case .float32, .float64, .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .bool: true
        case .uint16, .uint32, .uint64: false
        }
    }

    /// Whether the elements are integers without a sign.
    public var isUnsigned: Bool {
        switch self {
        case .uint8, .uint16, .uint32, .uint64: true
        case .float32, .float64, .float16, .bfloat16, .int64, .int32, .int16, .int8, .bool: false
        }
    }

    /// Boolean, integral or floating.
    @inline(__always)
    public var category: Category {
        switch self {
        case .float32, .float64, .float16, .bfloat16: .floating
        case .int64, .int32, .int16, .int8, .uint8, .uint16, .uint32, .uint64: .integral
        case .bool: .boolean
        }
    }

    /// Whether the elements are floating-point numbers.
    @inline(__always)
    public var isFloatingPoint: Bool { category == .floating }

    /// The lane this type computes in.
    @inline(__always)
    public var lane: Lane {
        switch self {
        case .float32, .float16, .bfloat16: .float
        case .float64: .double
        case .int64, .int32, .int16, .int8, .uint8, .uint16, .uint32, .uint64: .int
        case .bool: .bool
        }
    }

    /// The type heavy kernels compute in: float32 for half types, otherwise itself.
    public var computeType: DType {
        switch self {
        case .float16, .bfloat16: .float32
        case .float32, .float64, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: self
        }
    }

    /// The name after `torch.`: `float32`, `int64`, …
    public var name: String {
        switch self {
        case .float32: "float32"
        case .float64: "float64"
        case .float16: "float16"
        case .bfloat16: "bfloat16"
        case .int64: "int64"
        case .int32: "int32"
        case .int16: "int16"
        case .int8: "int8"
        case .uint8: "uint8"
        case .bool: "bool"
        case .uint16: "uint16"
        case .uint32: "uint32"
        case .uint64: "uint64"
        }
    }

    /// The name error messages use: `Float`, `Long`, …; also that of the legacy class `torch.FloatTensor`.
    public var scalarName: String {
        switch self {
        case .float32: "Float"
        case .float64: "Double"
        case .float16: "Half"
        case .bfloat16: "BFloat16"
        case .int64: "Long"
        case .int32: "Int"
        case .int16: "Short"
        case .int8: "Char"
        case .uint8: "Byte"
        case .bool: "Bool"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        }
    }

    /// The C++ name some error messages of matrix products use: `float`, `long int`, …
    public var cName: String {
        switch self {
        case .float32: "float"
        case .float64: "double"
        case .float16: "c10::Half"
        case .bfloat16: "c10::BFloat16"
        case .int64: "long int"
        case .int32: "int"
        case .int16: "short int"
        case .int8: "signed char"
        case .uint8: "unsigned char"
        case .bool: "bool"
        case .uint16: "unsigned short"
        case .uint32: "unsigned int"
        case .uint64: "unsigned long"
        }
    }
}
