// Arguments of calls and clauses of comprehensions.

extension Parser {
    /// `(a, *b, c=d, **e)` behind a function or a class name.
    mutating func arguments() throws(SyntaxError) -> [Argument] {
        let open = token.span
        advance()
        var arguments: [Argument] = []
        var names: Set<String> = []
        while kind != .rightParenthesis {
            let argument = try argument()
            try check(argument, after: arguments, &names)
            if kind == .for {
                arguments.append(try generatorArgument(argument, open: open, isFirst: arguments.isEmpty))
            } else {
                arguments.append(argument)
            }
            if !accept(.comma) { break }
        }
        guard kind == .rightParenthesis else { throw bracketFailure() }
        advance()
        return arguments
    }

    private mutating func argument() throws(SyntaxError) -> Argument {
        let start = token.span
        switch kind {
        case .star:
            advance()
            let value = try expression()
            return Argument(kind: .star, value: value, span: span(from: start))
        case .doubleStar:
            advance()
            let value = try expression()
            return Argument(kind: .doubleStar, value: value, span: span(from: start))
        case .name where nextKind == .equal:
            let keyword = try name()
            advance()
            if kind == .comma || kind == .rightParenthesis { throw SyntaxError("expected argument value expression", at: span(from: start)) }
            let value = try expression()
            return Argument(kind: .keyword(keyword), value: value, span: span(from: start))
        case .true where nextKind == .equal, .false where nextKind == .equal, .none where nextKind == .equal:
            let word = kind == .true ? "True" : kind == .false ? "False" : "None"
            throw SyntaxError("cannot assign to \(word)", at: start)
        default:
            let value = try namedExpression()
            if kind == .equal {
                throw SyntaxError("expression cannot contain assignment, perhaps you meant \"==\"?", at: value.span.through(token.span))
            }
            return Argument(kind: .positional, value: value, span: span(from: start))
        }
    }

    /// `sum(x for x in y)`: a bare generator expression must be the only argument.
    private mutating func generatorArgument(_ element: Argument, open: Span, isFirst: Bool) throws(SyntaxError) -> Argument {
        guard element.kind == .positional else {
            if case .keyword = element.kind {
                throw SyntaxError("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: element.span)
            }
            throw failure()
        }
        let clauses = try comprehensionClauses(after: element.value)
        let result = Comprehension(result: .generator, element: element.value, value: nil, clauses: clauses)
        if !isFirst || (kind == .comma && nextKind != .rightParenthesis) {
            throw SyntaxError("Generator expression must be parenthesized", at: span(from: element.span))
        }
        let whole = kind == .rightParenthesis ? open.through(token.span) : span(from: open)
        return Argument(kind: .positional, value: Expression(.comprehension(result), whole), span: whole)
    }

    private func check(_ argument: Argument, after earlier: [Argument], _ names: inout Set<String>) throws(SyntaxError) {
        switch argument.kind {
        case .keyword(let name):
            if !names.insert(name).inserted { throw SyntaxError("keyword argument repeated: \(name)", at: argument.span) }
        case .positional:
            if earlier.contains(where: { $0.kind == .doubleStar }) {
                throw SyntaxError("positional argument follows keyword argument unpacking", at: argument.span)
            }
            if !names.isEmpty { throw SyntaxError("positional argument follows keyword argument", at: argument.span) }
        case .star:
            if earlier.contains(where: { $0.kind == .doubleStar }) {
                throw SyntaxError("iterable argument unpacking follows keyword argument unpacking", at: argument.span)
            }
        case .doubleStar:
            break
        }
    }

    /// One or more `for … in … if …` behind an element.
    mutating func comprehensionClauses(after element: Expression) throws(SyntaxError) -> [ComprehensionClause] {
        if case .starred = element.kind { throw SyntaxError("iterable unpacking cannot be used in comprehension", at: element.span) }
        var clauses: [ComprehensionClause] = []
        while accept(.for) {
            let target = try targetList()
            try expect(.in)
            let iterable = try disjunction()
            var conditions: [Expression] = []
            while accept(.if) { conditions.append(try conditionOperand()) }
            clauses.append(ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
        }
        if kind == .async { throw failure() }
        return clauses
    }

    /// A comprehension's condition: a disjunction, or `name := value` in no need of brackets.
    private mutating func conditionOperand() throws(SyntaxError) -> Expression {
        guard kind == .name, nextKind == .walrus else { return try disjunction() }
        return try namedExpression()
    }
}
