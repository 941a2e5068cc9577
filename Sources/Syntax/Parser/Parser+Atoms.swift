// The tightest expressions: names, literals, displays, and what is written behind them.

extension Parser {
    /// An atom with its attributes, subscripts and calls.
    mutating func primary() throws(SyntaxError) -> Expression {
        let outer = height
        height = 0
        defer { height = max(height, outer) }
        let start = token.span
        var value = try atom()
        while true {
            switch kind {
            case .dot:
                advance()
                let attribute = try name()
                value = Expression(.attribute(value, attribute), span(from: start))
            case .leftParenthesis:
                let arguments = try arguments()
                value = Expression(.call(value, arguments), span(from: start))
            case .leftBracket:
                advance()
                let index = try subscriptIndex()
                guard kind == .rightBracket else { throw bracketFailure() }
                advance()
                value = Expression(.subscript(value, index), span(from: start))
            default:
                return value
            }
            try grow()
        }
    }

    private mutating func atom() throws(SyntaxError) -> Expression {
        let token = self.token
        let constant: Constant
        switch token.kind {
        case .name:
            advance()
            return Expression(.name(nameText(token)), token.span)
        case .number: constant = NumberLiteral.value(of: bytes[token.range])
        case .string: return try strings()
        case .none: constant = .none
        case .true: constant = .bool(true)
        case .false: constant = .bool(false)
        case .ellipsis: constant = .ellipsis
        case .leftParenthesis: return try parenthesized()
        case .leftBracket: return try listDisplay()
        case .leftBrace: return try braceDisplay()
        default: throw failure()
        }
        advance()
        return Expression(.constant(constant), token.span)
    }

    /// `()`, `(value)`, `(a, b)`, `(yield)`, or a generator expression.
    private mutating func parenthesized() throws(SyntaxError) -> Expression {
        let start = token.span
        advance()
        if accept(.rightParenthesis) { return Expression(.tuple([]), span(from: start)) }
        if kind == .yield {
            let value = try yieldExpression()
            guard accept(.rightParenthesis) else { throw bracketFailure() }
            return value
        }
        let first = try starNamedExpression()
        if kind == .for {
            let clauses = try comprehensionClauses(after: first)
            guard accept(.rightParenthesis) else { throw bracketFailure() }
            let result = Comprehension(result: .generator, element: first, value: nil, clauses: clauses)
            return Expression(.comprehension(result), span(from: start))
        }
        if kind == .rightParenthesis {
            if case .starred = first.kind { throw SyntaxError("cannot use starred expression here", at: first.span) }
            advance()
            return first
        }
        let elements = try displayElements(first, close: .rightParenthesis)
        return Expression(.tuple(elements), span(from: start))
    }

    /// The elements of a display after its first, and the closing bracket.
    private mutating func displayElements(_ first: Expression, close: TokenKind) throws(SyntaxError) -> [Expression] {
        var elements = [first]
        while accept(.comma), kind != close { elements.append(try starNamedExpression()) }
        if kind == .for { throw SyntaxError("did you forget parentheses around the comprehension target?", at: first.span.through(previous.span)) }
        guard accept(close) else { throw bracketFailure() }
        return elements
    }

    private mutating func listDisplay() throws(SyntaxError) -> Expression {
        let start = token.span
        advance()
        if accept(.rightBracket) { return Expression(.list([]), span(from: start)) }
        let first = try starNamedExpression()
        if kind == .for {
            let clauses = try comprehensionClauses(after: first)
            guard accept(.rightBracket) else { throw bracketFailure() }
            let result = Comprehension(result: .list, element: first, value: nil, clauses: clauses)
            return Expression(.comprehension(result), span(from: start))
        }
        let elements = try displayElements(first, close: .rightBracket)
        return Expression(.list(elements), span(from: start))
    }

    /// A set or dict display or comprehension.
    private mutating func braceDisplay() throws(SyntaxError) -> Expression {
        let start = token.span
        advance()
        if accept(.rightBrace) { return Expression(.dict([]), span(from: start)) }
        if kind == .doubleStar { return try dictDisplay([], start) }
        let first = try starNamedExpression()
        if kind == .colon { return try dictDisplay(first, start) }
        if kind == .for {
            let clauses = try comprehensionClauses(after: first)
            guard accept(.rightBrace) else { throw bracketFailure() }
            let result = Comprehension(result: .set, element: first, value: nil, clauses: clauses)
            return Expression(.comprehension(result), span(from: start))
        }
        let elements = try displayElements(first, close: .rightBrace)
        return Expression(.set(elements), span(from: start))
    }

    /// A dict display or comprehension whose first key has been read and whose colon comes next.
    private mutating func dictDisplay(_ firstKey: Expression, _ start: Span) throws(SyntaxError) -> Expression {
        advance()
        let value = try dictValue()
        guard kind == .for else { return try dictDisplay([DictEntry(key: firstKey, value: value)], start) }
        let clauses = try comprehensionClauses(after: firstKey)
        guard accept(.rightBrace) else { throw bracketFailure() }
        let result = Comprehension(result: .dict, element: firstKey, value: value, clauses: clauses)
        return Expression(.comprehension(result), span(from: start))
    }

    private mutating func dictValue() throws(SyntaxError) -> Expression {
        if kind == .star { throw SyntaxError("cannot use a starred expression in a dictionary value", at: token.span) }
        if kind == .rightBrace || kind == .comma {
            throw SyntaxError("expression expected after dictionary key and ':'", at: previous.span)
        }
        return try expression()
    }

    /// The rest of a dict display after the entries read so far.
    private mutating func dictDisplay(_ first: [DictEntry], _ start: Span) throws(SyntaxError) -> Expression {
        var entries = first
        if !entries.isEmpty, !accept(.comma) {
            guard accept(.rightBrace) else { throw bracketFailure() }
            return Expression(.dict(entries), span(from: start))
        }
        while kind != .rightBrace {
            if accept(.doubleStar) {
                let value = try binary(1)
                if kind == .for { throw SyntaxError("dict unpacking cannot be used in dict comprehension", at: value.span) }
                entries.append(DictEntry(key: nil, value: value))
            } else {
                let key = try expression()
                guard kind == .colon else {
                    if kind == .comma || kind == .rightBrace { throw SyntaxError("':' expected after dictionary key", at: previous.span) }
                    throw bracketFailure()
                }
                advance()
                entries.append(DictEntry(key: key, value: try dictValue()))
            }
            if !accept(.comma) { break }
        }
        guard accept(.rightBrace) else { throw bracketFailure() }
        return Expression(.dict(entries), span(from: start))
    }

    // MARK: Subscripts

    /// What stands between `[` and `]`.
    private mutating func subscriptIndex() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = try subscriptElement()
        guard kind == .comma else {
            guard case .starred = first.kind else { return first }
            return Expression(.tuple([first]), first.span)
        }
        var elements = [first]
        while accept(.comma), kind != .rightBracket { elements.append(try subscriptElement()) }
        return Expression(.tuple(elements), span(from: start))
    }

    private mutating func subscriptElement() throws(SyntaxError) -> Expression {
        let start = token.span
        var lower: Expression?
        if kind != .colon {
            let value = try starNamedExpression()
            guard kind == .colon else { return value }
            lower = value
        }
        advance()
        let upper = sliceEnds ? nil : try expression()
        var step: Expression?
        if accept(.colon), !sliceEnds { step = try expression() }
        return Expression(.slice(lower: lower, upper: upper, step: step), span(from: start))
    }

    private var sliceEnds: Bool { kind == .colon || kind == .comma || kind == .rightBracket }
}
