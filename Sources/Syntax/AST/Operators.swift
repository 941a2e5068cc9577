// The operators of the language, with the symbols they are written with.

/// An operator of two operands that has a dunder method (`__add__` …).
public enum BinaryOperator: UInt8, Sendable, CaseIterable {
    case add, subtract, multiply, matrixMultiply, divide, floorDivide, modulo, power
    case leftShift, rightShift, bitAnd, bitOr, bitXor

    /// The operator as written between two operands.
    public var symbol: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .matrixMultiply: "@"
        case .divide: "/"
        case .floorDivide: "//"
        case .modulo: "%"
        case .power: "**"
        case .leftShift: "<<"
        case .rightShift: ">>"
        case .bitAnd: "&"
        case .bitOr: "|"
        case .bitXor: "^"
        }
    }
}

/// An operator of one operand.
public enum UnaryOperator: UInt8, Sendable, CaseIterable {
    case negate, plus, invert, not
}

/// `and`, `or`: operators that may leave their right side unevaluated.
public enum BooleanOperator: UInt8, Sendable {
    case and, or
}

/// The operators that chain (`a < b <= c`).
public enum ComparisonOperator: UInt8, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case identical, notIdentical, contained, notContained

    /// The operator as written between two operands.
    public var symbol: String {
        switch self {
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .identical: "is"
        case .notIdentical: "is not"
        case .contained: "in"
        case .notContained: "not in"
        }
    }
}
