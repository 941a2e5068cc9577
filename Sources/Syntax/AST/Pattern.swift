// Pattern: the left side of a `case`.

/// A pattern of a `match` statement and where it stands in the source.
public final class Pattern: Sendable {
    public let kind: Kind
    public let span: Span

    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }

    /// What a pattern can be.
    public enum Kind: Sendable {
        /// `_`: takes anything, binds nothing.
        case wildcard
        /// `name`: takes anything and binds it.
        case capture(String)
        /// A number, string or dotted name, compared with `==`.
        case value(Expression)
        /// `None`, `True`, `False`, compared with `is`.
        case singleton(Constant)
        /// `[a, *rest, b]` or `(a, b)`; at most one element is `.star`.
        case sequence([Pattern])
        /// `*name` inside a sequence; nil for `*_`.
        case star(String?)
        /// `{key: pattern, **rest}`; keys are constants or dotted names.
        case mapping(keys: [Expression], patterns: [Pattern], rest: String?)
        /// `Class(p, q, name=r)`.
        case `class`(Expression, positional: [Pattern], keywords: [KeywordPattern])
        /// `a | b | c`
        case alternatives([Pattern])
        /// `pattern as name`
        case binding(Pattern, String)
    }
}

/// `name=pattern` inside a class pattern.
public struct KeywordPattern: Sendable {
    public let name: String
    public let pattern: Pattern
}

/// `case pattern if guard: body`
public struct MatchCase: Sendable {
    public let pattern: Pattern
    public let condition: Expression?
    public let body: [Statement]
}
