// The choice of words when a text is not a program.

extension Parser {
    /// An error at the current token, unless something more telling is wrong there.
    func failure(_ message: String = "invalid syntax") -> SyntaxError {
        if kind == .error, let lexicalError { return lexicalError }
        if message == "invalid syntax" {
            switch kind {
            case .indent: return SyntaxError("unexpected indent", at: token.span, kind: .indentation)
            case .dedent: return SyntaxError("invalid syntax", at: token.span)
            case .async, .await:
                return SyntaxError("'\(kind == .async ? "async" : "await")' is not supported: cells run one after another", at: token.span)
            default: break
            }
        }
        return SyntaxError(message, at: token.span)
    }

    /// The error for a bracket that is not closed where it should be.
    func bracketFailure() -> SyntaxError {
        if kind.startsExpression, previous.kind != .comma, let lastExpression {
            let followsString = previous.kind == .name && kind == .string
            if !followsString {
                return SyntaxError("invalid syntax. Perhaps you forgot a comma?", at: lastExpression.through(token.span))
            }
        }
        if kind == .equal {
            return SyntaxError("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: token.span)
        }
        return failure()
    }

    /// The error to report after `error` stopped the parser: CPython reads the rest of the text and prefers what is wrong with its tokens.
    func preferred(over error: SyntaxError) -> SyntaxError {
        guard let lexicalError, lexicalError != error else { return error }
        if lexicalError.message.hasSuffix("was never closed"), error.span.line <= lexicalError.span.line { return error }
        return lexicalError
    }

    /// What CPython calls an expression in messages about targets.
    static func description(of expression: Expression) -> String {
        switch expression.kind {
        case .constant(let constant):
            switch constant {
            case .none: "None"
            case .ellipsis: "ellipsis"
            case .bool(let value): value ? "True" : "False"
            case .int, .bigInteger, .float, .imaginary, .string, .bytes: "literal"
            }
        case .name: "name"
        case .formatted: "f-string expression"
        case .tuple: "tuple"
        case .list: "list"
        case .set: "set display"
        case .dict: "dict literal"
        case .unary, .binary, .boolean: "expression"
        case .compare: "comparison"
        case .conditional: "conditional expression"
        case .named: "named expression"
        case .lambda: "lambda"
        case .call: "function call"
        case .attribute: "attribute"
        case .subscript: "subscript"
        case .slice: "slice"
        case .starred: "starred"
        case .comprehension(let comprehension):
            switch comprehension.result {
            case .list: "list comprehension"
            case .set: "set comprehension"
            case .dict: "dict comprehension"
            case .generator: "generator expression"
            }
        case .yield, .yieldFrom: "yield expression"
        }
    }

    /// A `break`, `continue` or `return` where there is nothing to leave, or an `except*` body in between.
    func misplaced(_ message: String, _ span: Span) -> SyntaxError {
        SyntaxError(
            context.isInGroupHandler ? "'break', 'continue' and 'return' cannot appear in an except* block" : message, at: span)
    }
}
