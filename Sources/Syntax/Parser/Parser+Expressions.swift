// Expressions built of operators, from the loosest to the tightest.

extension Parser {
    /// `name := value`, or an expression.
    mutating func namedExpression() throws(SyntaxError) -> Expression {
        guard kind == .name, nextKind == .walrus else {
            let value = try expression()
            if kind == .walrus {
                throw SyntaxError("cannot use assignment expressions with \(Self.description(of: value))", at: value.span)
            }
            return value
        }
        let start = token.span
        let target = try name()
        advance()
        let value = try expression()
        return Expression(.named(target, value), span(from: start))
    }

    /// An expression: `lambda`, or a disjunction with an optional `if … else …`.
    mutating func expression() throws(SyntaxError) -> Expression {
        try enter()
        defer { depth -= 1 }
        if kind == .lambda { return try lambda() }
        let start = token.span
        let value = try disjunction()
        lastExpression = span(from: start)
        guard kind == .if else { return value }
        let before = index
        advance()
        let test = try disjunction()
        guard accept(.else) else {
            // In a comprehension's or a case's condition the `if` belongs to someone else; only its owner knows.
            if kind != .colon {
                throw kind == .error ? failure()
                    : SyntaxError("expected 'else' after 'if' expression", at: start.through(test.span))
            }
            index = before
            return value
        }
        let otherwise = try expression()
        return Expression(.conditional(test: test, then: value, otherwise: otherwise), span(from: start))
    }

    private mutating func lambda() throws(SyntaxError) -> Expression {
        let start = token.span
        advance()
        let parameters = try parameterList(until: .colon, allowsAnnotations: false)
        try expect(.colon, "expected ':'")
        let outer = context
        context = Context(isInFunction: true)
        defer { context = outer }
        let body = try expression()
        return Expression(.lambda(parameters, body), span(from: start))
    }

    /// `a or b or c`
    mutating func disjunction() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = try conjunction()
        guard kind == .or else { return first }
        var operands = [first]
        while accept(.or) { operands.append(try conjunction()) }
        return Expression(.boolean(.or, operands), span(from: start))
    }

    private mutating func conjunction() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = try inversion()
        guard kind == .and else { return first }
        var operands = [first]
        while accept(.and) { operands.append(try inversion()) }
        return Expression(.boolean(.and, operands), span(from: start))
    }

    private mutating func inversion() throws(SyntaxError) -> Expression {
        guard kind == .not else { return try comparison() }
        try enter()
        defer { depth -= 1 }
        let start = token.span
        advance()
        let operand = try inversion()
        return Expression(.unary(.not, operand), span(from: start))
    }

    private mutating func comparison() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = try binary(1)
        var links: [ComparisonLink] = []
        while let comparison = comparisonOperator() {
            links.append(ComparisonLink(comparison: comparison, right: try binary(1)))
        }
        return links.isEmpty ? first : Expression(.compare(first, links), span(from: start))
    }

    /// Reads a comparison operator, if there is one.
    private mutating func comparisonOperator() -> ComparisonOperator? {
        let result: ComparisonOperator
        switch kind {
        case .doubleEqual: result = .equal
        case .notEqual: result = .notEqual
        case .less: result = .less
        case .lessEqual: result = .lessOrEqual
        case .greater: result = .greater
        case .greaterEqual: result = .greaterOrEqual
        case .in: result = .contained
        case .not where nextKind == .in:
            advance()
            result = .notContained
        case .is:
            advance()
            return accept(.not) ? .notIdentical : .identical
        default: return nil
        }
        advance()
        return result
    }

    /// Operators that bind at least as tightly as `precedence`.
    mutating func binary(_ precedence: Int) throws(SyntaxError) -> Expression {
        let outer = height
        height = 0
        defer { height = max(height, outer) }
        let start = token.span
        var left = try unary()
        while let (symbol, binding) = kind.binary, binding >= precedence {
            advance()
            let right = try binary(binding + 1)
            try grow()
            left = Expression(.binary(symbol, left, right), span(from: start))
        }
        return left
    }

    private mutating func unary() throws(SyntaxError) -> Expression {
        let symbol: UnaryOperator
        switch kind {
        case .minus: symbol = .negate
        case .plus: symbol = .plus
        case .tilde: symbol = .invert
        default: return try power()
        }
        try enter()
        defer { depth -= 1 }
        let start = token.span
        advance()
        let operand = try unary()
        return Expression(.unary(symbol, operand), span(from: start))
    }

    private mutating func power() throws(SyntaxError) -> Expression {
        let start = token.span
        let base = try primary()
        guard kind == .doubleStar else { return base }
        try enter()
        defer { depth -= 1 }
        advance()
        let exponent = try unary()
        return Expression(.binary(.power, base, exponent), span(from: start))
    }

    // MARK: Lists of expressions

    /// `*value` or a named expression, as displays and subscripts hold them.
    mutating func starNamedExpression() throws(SyntaxError) -> Expression {
        guard kind == .star else { return try namedExpression() }
        return try starred()
    }

    private mutating func starred() throws(SyntaxError) -> Expression {
        let start = token.span
        advance()
        let value = try binary(1)
        return Expression(.starred(value), span(from: start))
    }

    /// One expression, or several with commas as a tuple; stars are allowed in tuples.
    mutating func starExpressions() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = kind == .star ? try starred() : try expression()
        guard kind == .comma else {
            if case .starred = first.kind, kind != .equal {
                throw SyntaxError("can't use starred expression here", at: first.span)
            }
            return first
        }
        var elements = [first]
        while accept(.comma), kind == .star || kind.startsExpression {
            elements.append(kind == .star ? try starred() : try expression())
        }
        return Expression(.tuple(elements), span(from: start))
    }

    /// `yield`, `yield value`, `yield from value`.
    mutating func yieldExpression() throws(SyntaxError) -> Expression {
        let start = token.span
        if !context.isInFunction { throw SyntaxError("'yield' outside function", at: start) }
        advance()
        if accept(.from) {
            let value = try expression()
            return Expression(.yieldFrom(value), span(from: start))
        }
        guard kind == .star || kind.startsExpression else { return Expression(.yield(nil), start) }
        let value = try starExpressions()
        return Expression(.yield(value), span(from: start))
    }
}
