// SyntaxError: why a text is not a program.

/// Why and where a text could not be parsed, in CPython's words.
public struct SyntaxError: Error, Equatable, Sendable {
    /// Which of Python's exception classes describes the error.
    public enum Kind: String, Sendable {
        case syntax = "SyntaxError"
        case indentation = "IndentationError"
        case tab = "TabError"
    }

    public let kind: Kind
    public let message: String
    public let span: Span

    public init(_ message: String, at span: Span, kind: Kind = .syntax) {
        self.kind = kind
        self.message = message
        self.span = span
    }
}
