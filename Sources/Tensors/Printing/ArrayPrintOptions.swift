// Defines ArrayPrintOptions: what numpy.set_printoptions sets.

/// How numpy arrays are printed.
public struct ArrayPrintOptions: Equatable, Sendable {
    /// Most digits after the point.
    public var precision = 8
    /// Number of elements from which on an array is summarised (exceeding it).
    public var threshold = 1000
    /// Elements kept at each end of a summarised axis.
    public var edgeItems = 3
    /// Columns a line may fill.
    public var lineWidth = 75
    /// Never use exponents on account of small numbers.
    public var suppressesSmall = false
    /// Text of not-a-number.
    public var nanText = "nan"
    /// Text of infinity.
    public var infinityText = "inf"
    /// Sign of positive numbers.
    public var sign = Sign.minus
    /// How many digits are printed.
    public var floatMode = FloatMode.maxprec

    /// numpy's default options.
    public init() {}

    /// "-" leaves positive numbers without a sign, "+" signs them, " " leaves a blank.
    public enum Sign: String, Sendable, CaseIterable {
        case minus = "-", plus = "+", space = " "
    }

    /// "maxprec": as many as needed, at most `precision`; "maxprec_equal": the same number for all; "fixed": exactly
    /// `precision`; "unique": as many as needed.
    public enum FloatMode: String, Sendable, CaseIterable {
        case maxprec, maxprecEqual = "maxprec_equal", fixed, unique
    }
}

/// Width of a float type: decides the shortest digits and where exponents begin.
public enum FloatWidth: Sendable {
    case half, single, double

    /// Numbers from here on are printed with an exponent: a power of ten the type can count to.
    var largestPlain: Double {
        switch self {
        case .half: 1e3
        case .single: 1e6
        case .double: 1e8
        }
    }

    /// 0.0001 as this type holds it.
    var smallestPlain: Double {
        switch self {
        case .half: Double(Float16(1e-4))
        case .single: Double(Float(1e-4))
        case .double: 1e-4
        }
    }

    /// Quotient in this type's arithmetic.
    func quotient(_ a: Double, _ b: Double) -> Double {
        switch self {
        case .half: Double(Float16(a) / Float16(b))
        case .single: Double(Float(a) / Float(b))
        case .double: a / b
        }
    }

    /// Shortest digits that tell the number from its neighbours of this type.
    public func digits(_ value: Double) -> ShortestDigits {
        switch self {
        case .half: ShortestDigits(Float16(value))
        case .single: ShortestDigits(Float(value))
        case .double: ShortestDigits(value)
        }
    }
}
