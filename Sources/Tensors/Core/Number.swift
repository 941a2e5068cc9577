// Defines Number, a plain Python number, and Operand, a tensor or a number.

/// A number of the language: it promotes weaker than any tensor.
public enum Number: Sendable, Equatable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    case bool(Bool)
    case int(Int)
    case float(Double)

    public init(floatLiteral value: Double) { self = .float(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// The type a tensor made of this number has: bool, int64 or the default floating type.
    @inline(__always)
    public var dtype: DType {
        switch self {
        case .bool: .bool
        case .int: .int64
        case .float: Engine.current.defaultDType
        }
    }

    /// Bool, integral or floating.
    @inline(__always)
    public var category: DType.Category {
        switch self {
        case .bool: .boolean
        case .int: .integral
        case .float: .floating
        }
    }

    /// The value as a Double.
    @inline(__always)
    public var double: Double {
        switch self {
        case .bool(let b): b ? 1 : 0
        case .int(let i): Double(i)
        case .float(let d): d
        }
    }

    /// The value as an Int: floats are cut towards zero; what does not fit becomes the least Int, as the processor does.
    @inline(__always)
    public var int: Int {
        switch self {
        case .bool(let b): b ? 1 : 0
        case .int(let i): i
        case .float(let d): Int(saturatingTowardZero: d)
        }
    }

    /// False for zero only.
    public var isTrue: Bool {
        switch self {
        case .bool(let b): b
        case .int(let i): i != 0
        case .float(let d): d != 0
        }
    }
}

extension Int {
    /// Cuts towards zero; nan, infinities and values out of range give `Int.min`, as the x86 conversion does.
    @inline(__always)
    public init(saturatingTowardZero value: Double) {
        self = value > -9.3e18 && value < 9.2233720368547e18 ? Int(value) : Int.min
    }
}

/// What an elementwise operation takes: a tensor or a plain number.
public enum Operand {
    case tensor(Tensor)
    case number(Number)

    /// The tensor, or a 0-d tensor that promotes like a plain number.
    public func asTensor() throws -> Tensor {
        switch self {
        case .tensor(let tensor): tensor
        case .number(let number): try Tensor.wrapped(number)
        }
    }
}

extension Operand: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = .number(.float(value)) }
    public init(integerLiteral value: Int) { self = .number(.int(value)) }
}
