// Parameters: what a `def` or a `lambda` takes.

/// One parameter.
public struct Parameter: Sendable {
    public let name: String
    public let annotation: Expression?
    /// The default; nil where the parameter is required. Always nil for `*args` and `**kwargs`.
    public let defaultValue: Expression?
    public let span: Span
}

/// The parameters of a function in the order they are written: `a, /, b, *args, c, **kwargs`.
public struct Parameters: Sendable {
    /// Those before `/`.
    public var positionalOnly: [Parameter] = []
    /// Those that can be passed by position or by name.
    public var regular: [Parameter] = []
    /// `*args`; nil where there is none (a bare `*` only starts `keywordOnly`).
    public var star: Parameter?
    /// Those after `*` or `*args`.
    public var keywordOnly: [Parameter] = []
    /// `**kwargs`.
    public var doubleStar: Parameter?

    public init() {}
}
