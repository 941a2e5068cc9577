// What can be assigned to, deleted, or looped over.

extension Parser {
    /// The target of a `for`: one target, or several with commas as a tuple.
    mutating func targetList() throws(SyntaxError) -> Expression {
        let start = token.span
        let first = try targetElement()
        guard kind == .comma else {
            if case .starred = first.kind { throw SyntaxError("starred assignment target must be in a list or tuple", at: first.span) }
            try requireTarget(first)
            return first
        }
        var elements = [first]
        while accept(.comma), kind == .star || kind.startsExpression { elements.append(try targetElement()) }
        let target = Expression(.tuple(elements), span(from: start))
        try requireTarget(target)
        return target
    }

    private mutating func targetElement() throws(SyntaxError) -> Expression {
        guard kind == .star else { return try binary(1) }
        let start = token.span
        advance()
        let value = try binary(1)
        return Expression(.starred(value), span(from: start))
    }

    /// Fails unless `expression` can stand left of `=`.
    func requireTarget(_ expression: Expression) throws(SyntaxError) {
        switch expression.kind {
        case .name, .attribute, .subscript: return
        case .starred(let inner): try requireTarget(inner)
        case .tuple(let elements), .list(let elements):
            var stars = 0
            for element in elements {
                if case .starred = element.kind { stars += 1 }
                try requireTarget(element)
            }
            if stars > 1 { throw SyntaxError("multiple starred expressions in assignment", at: expression.span) }
        default:
            throw SyntaxError("cannot assign to \(Self.description(of: expression))", at: expression.span)
        }
    }

    /// Fails unless `expression` can stand left of an `=` whose right side has been read; CPython then suspects a comparison.
    func requireAssignable(_ expression: Expression, isOnly: Bool) throws(SyntaxError) {
        if case .starred = expression.kind {
            throw SyntaxError("starred assignment target must be in a list or tuple", at: expression.span)
        }
        guard isOnly else { return try requireTarget(expression) }
        let name = Self.description(of: expression)
        switch expression.kind {
        case .name, .attribute, .subscript, .tuple, .list, .starred, .boolean, .compare, .conditional, .lambda, .constant(.none), .constant(.bool),
             .yield, .yieldFrom, .named, .unary(.not, _):
            try requireTarget(expression)
        case .comprehension(let comprehension) where comprehension.result == .generator:
            try requireTarget(expression)
        case .constant, .formatted, .set, .dict, .unary, .binary, .call, .slice, .comprehension:
            throw SyntaxError("cannot assign to \(name) here. Maybe you meant '==' instead of '='?", at: expression.span)
        }
    }

    /// Fails unless `expression` can stand behind `del`.
    func requireDeletable(_ expression: Expression) throws(SyntaxError) {
        switch expression.kind {
        case .name, .attribute, .subscript: return
        case .tuple(let elements), .list(let elements):
            for element in elements { try requireDeletable(element) }
        default:
            throw SyntaxError("cannot delete \(Self.description(of: expression))", at: expression.span)
        }
    }
}
