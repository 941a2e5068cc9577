// Expression: a node of the tree that has a value.

/// A literal whose value is known from the text alone.
public enum Constant: Equatable, Sendable {
    case none
    case ellipsis
    case bool(Bool)
    case int(Int)
    /// An integer beyond `Int`: its digits (no underscores, no prefix) in the given radix (2, 8, 10 or 16).
    case bigInteger(digits: String, radix: Int)
    case float(Double)
    /// The imaginary part of a literal such as `2j`.
    case imaginary(Double)
    case string(String)
    case bytes([UInt8])
}

/// An expression and where it stands in the source.
public final class Expression: Sendable {
    public let kind: Kind
    public let span: Span

    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// What an expression can be.
    public enum Kind: Sendable {
        case constant(Constant)
        case name(String)
        /// An f-string: literal text and replacement fields in order.
        case formatted([FormatPiece])
        /// Elements of tuple, list and set displays may be `.starred`.
        case tuple([Expression])
        case list([Expression])
        case set([Expression])
        case dict([DictEntry])
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `a and b and c`: two or more operands of one operator.
        case boolean(BooleanOperator, [Expression])
        /// `first < a <= b`: one or more links.
        case compare(Expression, [ComparisonLink])
        case conditional(test: Expression, then: Expression, otherwise: Expression)
        /// `name := value`.
        case named(String, Expression)
        case lambda(Parameters, Expression)
        case call(Expression, [Argument])
        case attribute(Expression, String)
        /// `base[index]`; the index may be `.slice`, or `.tuple` with slices and stars in it.
        case `subscript`(Expression, Expression)
        /// Only inside a subscript's index.
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
        /// Only in displays, call arguments, targets and indices.
        case starred(Expression)
        case comprehension(Comprehension)
        case yield(Expression?)
        case yieldFrom(Expression)
    }
}

/// One entry of a dict display: `key: value`, or `**value` where the key is nil.
public struct DictEntry: Sendable {
    public let key: Expression?
    public let value: Expression
}

/// One link of a chained comparison.
public struct ComparisonLink: Sendable {
    public let comparison: ComparisonOperator
    public let right: Expression
}

/// One argument of a call.
public struct Argument: Sendable {
    /// How an argument is passed.
    public enum Kind: Equatable, Sendable {
        case positional
        case keyword(String)
        /// `*value`
        case star
        /// `**value`
        case doubleStar
    }

    public let kind: Kind
    public let value: Expression
    /// The whole argument, its keyword included.
    public let span: Span
}

/// A list, set or dict comprehension or a generator expression.
public struct Comprehension: Sendable {
    /// What the comprehension builds.
    public enum Result: Sendable {
        case list, set, dict, generator
    }

    public let result: Result
    /// The element, or the key of a dict comprehension.
    public let element: Expression
    /// The value of a dict comprehension; nil in the others.
    public let value: Expression?
    /// One or more `for` clauses, outermost first.
    public let clauses: [ComprehensionClause]
}

/// `for target in iterable if condition if condition …`
public struct ComprehensionClause: Sendable {
    public let target: Expression
    public let iterable: Expression
    public let conditions: [Expression]
}

/// A piece of an f-string.
public enum FormatPiece: Sendable {
    case text(String)
    case field(FormatField)
}

/// A replacement field `{value!r:spec}`. The text of `{value=}` is a `.text` piece before the field.
public struct FormatField: Sendable {
    /// The conversion asked for. `{value=}` without a spec arrives here as `.repr`.
    public enum Conversion: Sendable {
        case none, str, repr, ascii
    }

    public let value: Expression
    public let conversion: Conversion
    /// The format spec after the colon, which may hold fields itself; nil where there is no colon.
    public let spec: [FormatPiece]?
}
