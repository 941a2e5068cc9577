// Statements that fit on one line.

extension Parser {
    /// The statements up to the line's end, separated by semicolons.
    mutating func simpleLine(into body: inout [Statement]) throws(SyntaxError) {
        while true {
            body.append(try simpleStatement())
            if accept(.semicolon) {
                if accept(.newline) { return }
                continue
            }
            if accept(.newline) { return }
            if kind == .end { return }
            throw lineFailure()
        }
    }

    /// The error for a statement that does not end with its line.
    private func lineFailure() -> SyntaxError {
        if kind == .string || kind == .name || kind == .number, let lastExpression, previous.kind == .name,
           let call = legacyCall(lastExpression) { return call }
        return failure()
    }

    /// `print "x"` and `exec "x"` were statements once.
    private func legacyCall(_ expression: Span) -> SyntaxError? {
        let word = String(decoding: bytes[previous.range], as: UTF8.self)
        guard word == "print" || word == "exec", expression == previous.span else { return nil }
        return SyntaxError("Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?", at: expression.through(token.span))
    }

    private mutating func simpleStatement() throws(SyntaxError) -> Statement {
        let start = token.span
        let kind = try simpleKind(start)
        return Statement(kind, span(from: start))
    }

    private mutating func simpleKind(_ start: Span) throws(SyntaxError) -> Statement.Kind {
        switch kind {
        case .magic:
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            notes.append(CellNote(text: text, span: start))
            advance()
            return .pass
        case .pass: advance(); return .pass
        case .break:
            if !context.isInLoop { throw misplaced("'break' outside loop", start) }
            advance()
            return .break
        case .continue:
            if !context.isInLoop { throw misplaced("'continue' not properly in loop", start) }
            advance()
            return .continue
        case .return:
            if !context.isInFunction || context.isInGroupHandler { throw misplaced("'return' outside function", start) }
            advance()
            return .return(endsStatement ? nil : try starExpressions())
        case .raise: return try raiseStatement()
        case .global:
            advance()
            return .global(try nameList())
        case .nonlocal:
            advance()
            return .nonlocal(try nameList())
        case .del: return try deleteStatement()
        case .assert:
            advance()
            let test = try expression()
            return .assert(test, message: accept(.comma) ? try expression() : nil)
        case .import: return try importStatement()
        case .from: return try fromStatement()
        default: return try expressionStatement()
        }
    }

    private var endsStatement: Bool { kind == .newline || kind == .semicolon || kind == .end }

    private mutating func raiseStatement() throws(SyntaxError) -> Statement.Kind {
        advance()
        if endsStatement { return .raise(nil, cause: nil) }
        let exception = try expression()
        return .raise(exception, cause: accept(.from) ? try expression() : nil)
    }

    private mutating func nameList() throws(SyntaxError) -> [String] {
        var names = [try name()]
        while accept(.comma) { names.append(try name()) }
        return names
    }

    private mutating func deleteStatement() throws(SyntaxError) -> Statement.Kind {
        advance()
        var targets = [try expression()]
        while accept(.comma), !endsStatement { targets.append(try expression()) }
        for target in targets { try requireDeletable(target) }
        return .delete(targets)
    }

    // MARK: Imports

    private mutating func importStatement() throws(SyntaxError) -> Statement.Kind {
        advance()
        var names: [ImportName] = []
        repeat {
            let start = token.span
            let module = try dottedName()
            let alias = accept(.as) ? try name() : nil
            names.append(ImportName(name: module, alias: alias, span: span(from: start)))
        } while accept(.comma)
        return .importModules(names)
    }

    private mutating func dottedName() throws(SyntaxError) -> String {
        var text = try name()
        while accept(.dot) { text += "." + (try name()) }
        return text
    }

    private mutating func fromStatement() throws(SyntaxError) -> Statement.Kind {
        advance()
        var level = 0
        while kind == .dot || kind == .ellipsis {
            level += kind == .dot ? 1 : 3
            advance()
        }
        let module = kind == .import && level > 0 ? "" : try dottedName()
        try expect(.import)
        let start = token.span
        if accept(.star) { return .importFrom(module: module, level: level, names: [ImportName(name: "*", alias: nil, span: start)]) }
        let isBracketed = accept(.leftParenthesis)
        var names: [ImportName] = []
        repeat {
            if isBracketed, kind == .rightParenthesis, !names.isEmpty { break }
            if !isBracketed, kind == .newline, !names.isEmpty {
                throw SyntaxError("trailing comma not allowed without surrounding parentheses", at: previous.span)
            }
            let start = token.span
            let imported = try name()
            let alias = accept(.as) ? try name() : nil
            names.append(ImportName(name: imported, alias: alias, span: span(from: start)))
        } while accept(.comma)
        if isBracketed { try expect(.rightParenthesis) }
        return .importFrom(module: module, level: level, names: names)
    }

    // MARK: Expressions and assignments

    private mutating func assignedValue() throws(SyntaxError) -> Expression {
        kind == .yield ? try yieldExpression() : try starExpressions()
    }

    private mutating func expressionStatement() throws(SyntaxError) -> Statement.Kind {
        let startsWithBracket = kind == .leftParenthesis
        let first = try assignedValue()
        switch kind {
        case .equal: return try assignment(first)
        case .colon: return try annotatedAssignment(first, isBracketed: startsWithBracket)
        default: break
        }
        guard let symbol = kind.augmented else {
            if case .starred = first.kind { throw SyntaxError("can't use starred expression here", at: first.span) }
            lastExpression = first.span
            return .expression(first)
        }
        switch first.kind {
        case .name, .attribute, .subscript: break
        default:
            throw SyntaxError("'\(Self.description(of: first))' is an illegal expression for augmented assignment", at: first.span)
        }
        advance()
        return .augmentedAssign(target: first, operator: symbol, value: try assignedValue())
    }

    private mutating func assignment(_ first: Expression) throws(SyntaxError) -> Statement.Kind {
        var parts = [first]
        while accept(.equal) { parts.append(try assignedValue()) }
        let value = parts.removeLast()
        for target in parts { try requireAssignable(target, isOnly: parts.count == 1) }
        if case .starred = value.kind { throw SyntaxError("can't use starred expression here", at: value.span) }
        if kind.augmented != nil || kind == .walrus { throw failure() }
        return .assign(targets: parts, value: value)
    }

    private mutating func annotatedAssignment(_ target: Expression, isBracketed: Bool) throws(SyntaxError) -> Statement.Kind {
        var isSimple = false
        switch target.kind {
        case .name: isSimple = !isBracketed
        case .attribute, .subscript: break
        case .list: throw SyntaxError("only single target (not list) can be annotated", at: target.span)
        case .tuple: throw SyntaxError("only single target (not tuple) can be annotated", at: target.span)
        default: throw SyntaxError("illegal target for annotation", at: target.span)
        }
        advance()
        let annotation = try expression()
        let value = accept(.equal) ? try assignedValue() : nil
        return .annotatedAssign(target: target, annotation: annotation, value: value, simple: isSimple)
    }
}
