// Statements that hold other statements.

extension Parser {
    /// Statements up to a closing token.
    mutating func statements(until close: TokenKind) throws(SyntaxError) -> [Statement] {
        var body: [Statement] = []
        while kind != close {
            if close == .dedent, kind == .end { break }
            try statement(into: &body)
        }
        return body
    }

    private mutating func statement(into body: inout [Statement]) throws(SyntaxError) {
        switch kind {
        case .newline: advance()
        case .if: body.append(try ifStatement())
        case .for: body.append(try forStatement())
        case .while: body.append(try whileStatement())
        case .with: body.append(try withStatement())
        case .try: body.append(try tryStatement())
        case .def, .class, .at: body.append(try definition())
        case .name where isWord("match"):
            if let match = try matchStatement() { body.append(match) } else { try simpleLine(into: &body) }
        default: try simpleLine(into: &body)
        }
    }

    /// `: body`, on the same line or as an indented block. `owner` names the statement in CPython's words.
    mutating func block(_ owner: String, _ start: Span) throws(SyntaxError) -> [Statement] {
        guard accept(.colon) else {
            if kind == .equal { throw SyntaxError("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: token.span) }
            throw failure("expected ':'")
        }
        guard accept(.newline) else {
            var body: [Statement] = []
            switch kind {
            case .if, .for, .while, .with, .try, .def, .class, .at: throw failure()
            default: try simpleLine(into: &body)
            }
            return body
        }
        guard accept(.indent) else {
            if kind == .error { throw failure() }
            throw SyntaxError("expected an indented block after \(owner) on line \(start.line)", at: token.span, kind: .indentation)
        }
        let body = try statements(until: .dedent)
        _ = accept(.dedent)
        return body
    }

    private mutating func loopBlock(_ owner: String, _ start: Span) throws(SyntaxError) -> [Statement] {
        let outer = context
        context.isInLoop = true
        defer { context = outer }
        return try block(owner, start)
    }

    /// `else: body`; empty if there is none.
    private mutating func elseBlock() throws(SyntaxError) -> [Statement] {
        let start = token.span
        guard accept(.else) else { return [] }
        return try block("'else' statement", start)
    }

    private mutating func ifStatement() throws(SyntaxError) -> Statement {
        let start = token.span
        var branches: [ConditionalBranch] = []
        repeat {
            let owner = kind == .if ? "'if' statement" : "'elif' statement"
            let place = token.span
            advance()
            let test = try namedExpression()
            branches.append(ConditionalBranch(test: test, body: try block(owner, place)))
        } while kind == .elif
        let otherwise = try elseBlock()
        return Statement(.conditional(branches, otherwise: otherwise), span(from: start))
    }

    private mutating func whileStatement() throws(SyntaxError) -> Statement {
        let start = token.span
        advance()
        let test = try namedExpression()
        let body = try loopBlock("'while' statement", start)
        return Statement(.whileLoop(test: test, body: body, otherwise: try elseBlock()), span(from: start))
    }

    private mutating func forStatement() throws(SyntaxError) -> Statement {
        let start = token.span
        advance()
        let target = try targetList()
        try expect(.in)
        let iterable = try starExpressions()
        let body = try loopBlock("'for' statement", start)
        return Statement(.forLoop(target: target, iterable: iterable, body: body, otherwise: try elseBlock()), span(from: start))
    }

    // MARK: with

    private mutating func withStatement() throws(SyntaxError) -> Statement {
        let start = token.span
        advance()
        let items = try withItems()
        return Statement(.with(items, body: try block("'with' statement", start)), span(from: start))
    }

    /// The items of a `with`. Brackets around them all are tried first, as the grammar does.
    private mutating func withItems() throws(SyntaxError) -> [WithItem] {
        if kind == .leftParenthesis, let items = try bracketedWithItems() { return items }
        var items = [try withItem()]
        while accept(.comma) { items.append(try withItem()) }
        return items
    }

    private mutating func bracketedWithItems() throws(SyntaxError) -> [WithItem]? {
        let before = (index, depth, height)
        advance()
        var items: [WithItem] = []
        do throws(SyntaxError) {
            repeat { items.append(try withItem()) } while accept(.comma) && kind != .rightParenthesis
        } catch {
            items = []
        }
        if !items.isEmpty, kind == .rightParenthesis, nextKind == .colon {
            advance()
            return items
        }
        (index, depth, height) = before
        return nil
    }

    private mutating func withItem() throws(SyntaxError) -> WithItem {
        let context = try expression()
        guard accept(.as) else { return WithItem(context: context, target: nil) }
        let target = try primary()
        try requireTarget(target)
        return WithItem(context: context, target: target)
    }

    // MARK: try

    private mutating func tryStatement() throws(SyntaxError) -> Statement {
        let start = token.span
        advance()
        let body = try block("'try' statement", start)
        var handlers: [ExceptHandler] = []
        let splitsGroups = kind == .except && nextKind == .star
        while kind == .except {
            if splitsGroups != (nextKind == .star) {
                throw SyntaxError("cannot have both 'except' and 'except*' on the same 'try'", at: token.span)
            }
            let handler = try handler(splitsGroups)
            if let last = handlers.last, last.type == nil { throw SyntaxError("default 'except:' must be last", at: last.span) }
            handlers.append(handler)
        }
        let otherwise = handlers.isEmpty ? [] : try elseBlock()
        var finally: [Statement] = []
        let place = token.span
        if accept(.finally) { finally = try block("'finally' statement", place) }
        if handlers.isEmpty, finally.isEmpty { throw failure("expected 'except' or 'finally' block") }
        let result = TryStatement(
            body: body, handlers: handlers, splitsGroups: splitsGroups, otherwise: otherwise, finally: finally)
        return Statement(.tryBlock(result), span(from: start))
    }

    private mutating func handler(_ splitsGroup: Bool) throws(SyntaxError) -> ExceptHandler {
        let start = token.span
        advance()
        if splitsGroup {
            advance()
            if kind == .colon { throw SyntaxError("expected one or more exception types", at: token.span) }
        }
        var type: Expression?
        var name: String?
        if kind != .colon {
            let value = try expression()
            if kind == .comma { throw SyntaxError("multiple exception types must be parenthesized", at: value.span) }
            type = value
            if accept(.as) { name = try self.name() }
        }
        let head = span(from: start)
        let outer = context
        defer { context = outer }
        if splitsGroup { (context.isInGroupHandler, context.isInLoop) = (true, false) }
        let body = try block(splitsGroup ? "'except*' statement" : "'except' statement", start)
        return ExceptHandler(type: type, name: name, body: body, span: head)
    }
}
