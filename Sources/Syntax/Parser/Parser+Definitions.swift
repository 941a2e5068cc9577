// `def`, `class`, their decorators and parameters.

extension Parser {
    /// A decorated or plain `def` or `class`.
    mutating func definition() throws(SyntaxError) -> Statement {
        let start = token.span
        var decorators: [Expression] = []
        while accept(.at) {
            decorators.append(try namedExpression())
            try expect(.newline)
            while accept(.newline) {}
        }
        switch kind {
        case .def: return try function(decorators, decorators.isEmpty ? start : token.span)
        case .class: return try classDefinition(decorators, decorators.isEmpty ? start : token.span)
        default: throw failure()
        }
    }

    private mutating func function(_ decorators: [Expression], _ start: Span) throws(SyntaxError) -> Statement {
        advance()
        let name = try name()
        guard accept(.leftParenthesis) else { throw failure("expected '('") }
        let parameters = try parameterList(until: .rightParenthesis, allowsAnnotations: true)
        guard accept(.rightParenthesis) else { throw bracketFailure() }
        let returns = accept(.arrow) ? try expression() : nil
        let outer = context
        context = Context(isInFunction: true)
        defer { context = outer }
        let deferred = defersBodies ? deferredBlock(start) : nil
        let body = deferred == nil ? try block("function definition", start) : []
        let definition = FunctionDefinition(
            name: name, parameters: parameters, returns: returns, body: body, deferred: deferred, decorators: decorators)
        return Statement(.function(definition), span(from: start))
    }

    private mutating func classDefinition(_ decorators: [Expression], _ start: Span) throws(SyntaxError) -> Statement {
        advance()
        let name = try name()
        let arguments = kind == .leftParenthesis ? try arguments() : []
        let outer = context
        context = Context()
        defer { context = outer }
        let body = try block("class definition", start)
        let definition = ClassDefinition(name: name, arguments: arguments, body: body, decorators: decorators)
        return Statement(.classDefinition(definition), span(from: start))
    }

    /// Parameters up to (not including) `close`.
    mutating func parameterList(until close: TokenKind, allowsAnnotations: Bool) throws(SyntaxError) -> Parameters {
        var list = ParameterReader()
        while kind != close {
            try parameter(into: &list, allowsAnnotations: allowsAnnotations, close: close)
            if !accept(.comma) { break }
        }
        if list.needsKeywordOnly, list.parameters.keywordOnly.isEmpty {
            throw SyntaxError("named arguments must follow bare *", at: previous.span)
        }
        return list.parameters
    }

    private mutating func parameter(into list: inout ParameterReader, allowsAnnotations: Bool, close: TokenKind) throws(SyntaxError) {
        let start = token.span
        switch kind {
        case .slash:
            advance()
            try list.slash(at: start)
        case .star:
            advance()
            if kind == .comma || kind == close { return try list.bareStar(at: start) }
            let parameter = try self.parameter(allowsAnnotations, allowsDefault: false)
            try list.star(parameter, at: start)
        case .doubleStar:
            advance()
            let parameter = try self.parameter(allowsAnnotations, allowsDefault: false)
            try list.doubleStar(parameter)
        case .leftParenthesis:
            throw SyntaxError(allowsAnnotations ? "Function parameters cannot be parenthesized" : "Lambda expression parameters cannot be parenthesized", at: start)
        default:
            let parameter = try self.parameter(allowsAnnotations, allowsDefault: true)
            try list.plain(parameter)
        }
    }

    private mutating func parameter(_ allowsAnnotations: Bool, allowsDefault: Bool) throws(SyntaxError) -> Parameter {
        let start = token.span
        let name = try name()
        let annotation = allowsAnnotations && accept(.colon) ? (kind == .star ? try starNamedExpression() : try expression()) : nil
        var defaultValue: Expression?
        if kind == .equal {
            if !allowsDefault { throw SyntaxError("var-positional argument cannot have default value", at: token.span) }
            advance()
            if kind == .comma || kind == .rightParenthesis { throw SyntaxError("expected default value expression", at: previous.span) }
            defaultValue = try expression()
        }
        return Parameter(name: name, annotation: annotation, defaultValue: defaultValue, span: span(from: start))
    }
}

/// Collects parameters and checks their order.
private struct ParameterReader {
    var parameters = Parameters()
    private var names: Set<String> = []
    private var isKeywordOnly = false
    private(set) var needsKeywordOnly = false
    private var hasDefault = false

    private mutating func register(_ parameter: Parameter) throws(SyntaxError) {
        if parameters.doubleStar != nil { throw SyntaxError("arguments cannot follow var-keyword argument", at: parameter.span) }
        if !names.insert(parameter.name).inserted {
            throw SyntaxError("duplicate argument '\(parameter.name)' in function definition", at: parameter.span)
        }
    }

    mutating func plain(_ parameter: Parameter) throws(SyntaxError) {
        try register(parameter)
        if isKeywordOnly {
            parameters.keywordOnly.append(parameter)
            return
        }
        if parameter.defaultValue != nil {
            hasDefault = true
        } else if hasDefault {
            throw SyntaxError("non-default argument follows default argument", at: parameter.span)
        }
        parameters.regular.append(parameter)
    }

    mutating func slash(at span: Span) throws(SyntaxError) {
        if isKeywordOnly { throw SyntaxError("/ must be ahead of *", at: span) }
        if !parameters.positionalOnly.isEmpty { throw SyntaxError("/ may appear only once", at: span) }
        if parameters.regular.isEmpty { throw SyntaxError("at least one argument must precede /", at: span) }
        parameters.positionalOnly = parameters.regular
        parameters.regular = []
    }

    mutating func bareStar(at span: Span) throws(SyntaxError) {
        if isKeywordOnly { throw SyntaxError("* argument may appear only once", at: span) }
        isKeywordOnly = true
        needsKeywordOnly = true
    }

    mutating func star(_ parameter: Parameter, at span: Span) throws(SyntaxError) {
        if isKeywordOnly { throw SyntaxError("* argument may appear only once", at: span) }
        try register(parameter)
        parameters.star = parameter
        isKeywordOnly = true
    }

    mutating func doubleStar(_ parameter: Parameter) throws(SyntaxError) {
        try register(parameter)
        parameters.doubleStar = parameter
    }
}
