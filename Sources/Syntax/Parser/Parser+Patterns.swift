// `match` statements and their patterns.

extension Parser {
    /// A `match` statement; nil (and nothing read) where `match` is an ordinary name.
    mutating func matchStatement() throws(SyntaxError) -> Statement? {
        guard nextKind == .star || nextKind.startsExpression, startsMatch else { return nil }
        let start = token.span
        let before = (index, depth, height)
        advance()
        let subject: Expression
        do throws(SyntaxError) {
            subject = try matchSubject()
        } catch {
            (index, depth, height) = before
            return nil
        }
        guard kind == .colon, nextKind == .newline else {
            (index, depth, height) = before
            return nil
        }
        advance()
        advance()
        guard accept(.indent) else {
            throw SyntaxError("expected an indented block after 'match' statement on line \(start.line)", at: token.span, kind: .indentation)
        }
        var cases: [MatchCase] = []
        while isWord("case") { cases.append(try matchCase()) }
        if cases.isEmpty { throw failure() }
        guard kind == .dedent || kind == .end else { throw failure() }
        _ = accept(.dedent)
        return Statement(.match(subject: subject, cases: cases), span(from: start))
    }

    /// True if this line ends in a colon, as only a `match` statement that begins with the word does.
    private var startsMatch: Bool {
        var last = index
        while tokens[last].kind != .newline, tokens[last].kind != .end, tokens[last].kind != .error { last += 1 }
        return last > index && tokens[last - 1].kind == .colon
    }

    private mutating func matchSubject() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = try starNamedExpression()
        guard kind == .comma else { return first }
        var elements = [first]
        while accept(.comma), kind != .colon { elements.append(try starNamedExpression()) }
        return Expression(.tuple(elements), span(from: start))
    }

    private mutating func matchCase() throws(SyntaxError) -> MatchCase {
        let start = token.span
        advance()
        let pattern = try openPattern()
        let condition = accept(.if) ? try namedExpression() : nil
        return MatchCase(pattern: pattern, condition: condition, body: try block("'case' statement", start))
    }

    /// A pattern, or several with commas as a sequence.
    private mutating func openPattern() throws(SyntaxError) -> Pattern {
        let start = token.span
        let first = try starPattern()
        guard kind == .comma else {
            if case .star = first.kind { return Pattern(.sequence([first]), first.span) }
            return first
        }
        var elements = [first]
        while accept(.comma), kind != .colon, kind != .if { elements.append(try starPattern()) }
        return try sequence(elements, span(from: start))
    }

    private func sequence(_ elements: [Pattern], _ span: Span) throws(SyntaxError) -> Pattern {
        var stars = 0
        for element in elements { if case .star = element.kind { stars += 1 } }
        if stars > 1 { throw SyntaxError("multiple starred expressions in sequence pattern", at: span) }
        return Pattern(.sequence(elements), span)
    }

    private mutating func starPattern() throws(SyntaxError) -> Pattern {
        guard kind == .star else { return try pattern() }
        let start = token.span
        advance()
        let name = try name()
        return Pattern(.star(name == "_" ? nil : name), span(from: start))
    }

    /// `a | b as name`
    private mutating func pattern() throws(SyntaxError) -> Pattern {
        try enter()
        defer { depth -= 1 }
        let start = token.span
        let first = try closedPattern()
        var result = first
        if kind == .bar {
            var alternatives = [first]
            while accept(.bar) { alternatives.append(try closedPattern()) }
            for alternative in alternatives.dropLast() { try requireRefutable(alternative) }
            result = Pattern(.alternatives(alternatives), span(from: start))
        }
        guard accept(.as) else { return result }
        if isWord("_") { throw SyntaxError("cannot use '_' as a target", at: token.span) }
        let name = try name("invalid pattern target")
        return Pattern(.binding(result, name), span(from: start))
    }

    private func requireRefutable(_ pattern: Pattern) throws(SyntaxError) {
        if case .wildcard = pattern.kind { throw SyntaxError("wildcard makes remaining patterns unreachable", at: pattern.span) }
        if case .capture(let name) = pattern.kind {
            throw SyntaxError("name capture '\(name)' makes remaining patterns unreachable", at: pattern.span)
        }
    }

    private mutating func closedPattern() throws(SyntaxError) -> Pattern {
        let start = token.span
        switch kind {
        case .none, .true, .false:
            let constant: Constant = kind == .none ? .none : .bool(kind == .true)
            advance()
            return Pattern(.singleton(constant), start)
        case .number, .minus, .string:
            let value = try literal()
            return Pattern(.value(value), value.span)
        case .leftParenthesis, .leftBracket: return try bracketedPattern()
        case .leftBrace: return try mappingPattern()
        case .name: return try namePattern()
        default: throw failure()
        }
    }

    /// A number with an optional sign, or strings.
    private mutating func literal() throws(SyntaxError) -> Expression {
        if kind == .string { return try strings() }
        let start = token.span
        let isNegative = accept(.minus)
        guard kind == .number else { throw failure() }
        let number = Expression(.constant(NumberLiteral.value(of: bytes[token.range])), token.span)
        advance()
        return isNegative ? Expression(.unary(.negate, number), span(from: start)) : number
    }

    private mutating func bracketedPattern() throws(SyntaxError) -> Pattern {
        let start = token.span
        let isList = kind == .leftBracket
        let close: TokenKind = isList ? .rightBracket : .rightParenthesis
        advance()
        var elements: [Pattern] = []
        var hasComma = false
        while kind != close {
            elements.append(try starPattern())
            guard accept(.comma) else { break }
            hasComma = true
        }
        try expect(close)
        if !isList, !hasComma, elements.count == 1 {
            if case .star = elements[0].kind {} else { return elements[0] }
        }
        return try sequence(elements, span(from: start))
    }

    private mutating func mappingPattern() throws(SyntaxError) -> Pattern {
        let start = token.span
        advance()
        var keys: [Expression] = []
        var patterns: [Pattern] = []
        var rest: String?
        while kind != .rightBrace {
            if rest != nil { throw failure() }
            if accept(.doubleStar) {
                rest = try name()
            } else {
                keys.append(try patternKey())
                try expect(.colon)
                patterns.append(try pattern())
            }
            if !accept(.comma) { break }
        }
        try expect(.rightBrace)
        return Pattern(.mapping(keys: keys, patterns: patterns, rest: rest), span(from: start))
    }

    private mutating func patternKey() throws(SyntaxError) -> Expression {
        let start = token.span
        switch kind {
        case .none, .true, .false:
            let constant: Constant = kind == .none ? .none : .bool(kind == .true)
            advance()
            return Expression(.constant(constant), start)
        case .name:
            let value = try dottedValue()
            if case .name = value.kind { throw failure() }
            return value
        default: return try literal()
        }
    }

    private mutating func dottedValue() throws(SyntaxError) -> Expression {
        let start = token.span
        var value = Expression(.name(try name()), start)
        while accept(.dot) {
            let attribute = try name()
            try grow()
            value = Expression(.attribute(value, attribute), span(from: start))
        }
        return value
    }

    /// A capture, a wildcard, a dotted value or a class pattern.
    private mutating func namePattern() throws(SyntaxError) -> Pattern {
        let start = token.span
        let value = try dottedValue()
        if kind == .leftParenthesis { return try classPattern(value, start) }
        guard case .name(let name) = value.kind else { return Pattern(.value(value), value.span) }
        return Pattern(name == "_" ? .wildcard : .capture(name), start)
    }

    private mutating func classPattern(_ type: Expression, _ start: Span) throws(SyntaxError) -> Pattern {
        advance()
        var positional: [Pattern] = []
        var keywords: [KeywordPattern] = []
        while kind != .rightParenthesis {
            if kind == .name, nextKind == .equal {
                let name = try name()
                advance()
                if keywords.contains(where: { $0.name == name }) {
                    throw SyntaxError("attribute name repeated in class pattern: \(name)", at: previous.span)
                }
                keywords.append(KeywordPattern(name: name, pattern: try pattern()))
            } else {
                let place = token.span
                positional.append(try pattern())
                if !keywords.isEmpty { throw SyntaxError("positional patterns follow keyword patterns", at: place) }
            }
            if !accept(.comma) { break }
        }
        try expect(.rightParenthesis)
        return Pattern(.class(type, positional: positional, keywords: keywords), span(from: start))
    }
}
