// The dunder methods behind each operator.
import Syntax

/// An operator of two operands (declared with its symbol in Syntax).
public typealias BinaryOperator = Syntax.BinaryOperator
/// An operator of one operand.
public typealias UnaryOperator = Syntax.UnaryOperator
/// An operator that compares.
public typealias ComparisonOperator = Syntax.ComparisonOperator

extension BinaryOperator {
    /// The special methods of an operator: `a + b`, `b` asked with swapped roles, `a += b`.
    private static let dunders: [(forward: Dunder, reflected: Dunder, inPlace: Dunder)] = [
        (.add, .radd, .iadd), (.sub, .rsub, .isub), (.mul, .rmul, .imul), (.matmul, .rmatmul, .imatmul),
        (.truediv, .rtruediv, .itruediv), (.floordiv, .rfloordiv, .ifloordiv), (.mod, .rmod, .imod),
        (.pow, .rpow, .ipow), (.lshift, .rlshift, .ilshift), (.rshift, .rrshift, .irshift),
        (.and, .rand, .iand), (.or, .ror, .ior), (.xor, .rxor, .ixor),
    ]

    /// `__add__`
    public var forward: Dunder { Self.dunders[Int(rawValue)].forward }
    /// `__radd__`
    public var reflected: Dunder { Self.dunders[Int(rawValue)].reflected }
    /// `__iadd__`
    public var inPlace: Dunder { Self.dunders[Int(rawValue)].inPlace }
}

extension UnaryOperator {
    /// The special method; nil for `not`, which asks for the truth of its operand.
    public var dunder: Dunder? {
        switch self {
        case .negate: .neg
        case .plus: .pos
        case .invert: .invert
        case .not: nil
        }
    }

    /// The operator as written before its operand.
    public var symbol: String {
        switch self {
        case .negate: "-"
        case .plus: "+"
        case .invert: "~"
        case .not: "not"
        }
    }
}

/// A comparison that has a special method.
public enum Comparison: UInt8, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

    /// `__lt__` for `.less`.
    public var dunder: Dunder { Self.dunders[Int(rawValue)] }
    private static let dunders: [Dunder] = [.eq, .ne, .lt, .le, .gt, .ge]

    /// The comparison with swapped operands: `a < b` is `b > a`.
    public var swapped: Comparison { Self.swaps[Int(rawValue)] }
    private static let swaps: [Comparison] = [.equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual]

    /// As written between two operands.
    public var symbol: String { ComparisonOperator(rawValue: rawValue)?.symbol ?? "" }

    /// Whether the comparison holds for operands in this order (nil: not comparable, as NaN is).
    @inlinable public func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }
}
