// Definitions: functions, lambdas, generator expressions, classes → code.
import Syntax

extension CodeBuilder {
    // MARK: Functions

    /// `def`, with its decorators.
    func compileFunction(_ definition: FunctionDefinition, _ statement: Statement) throws(SyntaxError) {
        guard let inner = unit.scopes[ObjectIdentifier(statement)] else { return }
        let decorators = try evaluate(definition.decorators)
        let builder = child(definition.name, inner, definition.parameters, doc: definition.body.docstring)
        if definition.deferred == nil { try builder.compileBody(definition.body) } else { builder.deferred = DeferredCode(definition, className: className) }
        let function = allocate()
        let annotations = annotations(of: definition)
        try makeFunction(builder, definition.parameters, annotations, into: function, statement.span)
        try apply(decorators, to: function, definition.decorators)
        store(definition.name, from: function)
    }

    /// The whole body of a function.
    func compileBody(_ body: [Statement]) throws(SyntaxError) {
        declareLocals()
        try compile(body)
        emit(.return, constant(.none))
    }

    /// Name and expression of every annotation.
    private func annotations(of definition: FunctionDefinition) -> [(String, Expression)] {
        var result = definition.parameters.all.compactMap { parameter in parameter.annotation.map { (parameter.name, $0) } }
        if let returns = definition.returns { result.append(("return", returns)) }
        return result
    }

    /// `lambda …: …`
    func lambda(_ parameters: Parameters, _ body: Expression, _ node: Expression, into target: Int) throws(SyntaxError) {
        guard let inner = unit.scopes[ObjectIdentifier(node)] else { return }
        let builder = child("<lambda>", inner, parameters, doc: nil)
        builder.declareLocals()
        builder.span = body.span
        builder.emit(.return, try builder.operand(body))
        try makeFunction(builder, parameters, [], into: target, node.span)
    }

    /// A generator expression is a function of its first iterator.
    func generator(_ comprehension: Comprehension, _ node: Expression, _ inner: Scope, into target: Int) throws(SyntaxError) {
        let builder = CodeBuilder(
            unit: unit, scope: inner, name: "<genexpr>", qualifiedName: qualified("<genexpr>"), doc: nil,
            parameters: [Signature.Parameter(name: Name(".0"), kind: .positionalOnly)], parent: self)
        let iterator = builder.allocate()
        builder.assigned.insert(iterator)
        builder.localNames.append(Name(".0"))
        for name in inner.bound {
            let register = builder.register(of: name, in: inner)
            builder.localNames.append(Name(name))
            if inner.location(of: name) == .cell { builder.emit(.makeCell, register) }
        }
        builder.span = node.span
        try builder.clauses(comprehension, 0, iterator) { () throws(SyntaxError) in
            let kept = builder.allocate()
            try builder.value(comprehension.element, into: kept)
            builder.emit(.yield, kept, builder.allocate())
        }
        builder.emit(.return, builder.constant(.none))
        let window = allocate(2)
        try makeFunction(builder, Parameters(), [], into: window, node.span)
        let source = try operand(comprehension.clauses[0].iterable)
        span = comprehension.clauses[0].iterable.span
        emit(.getIterator, window + 1, source)
        emit(.call, window, 1)
        emit(.move, target, window)
        emit(.clear, window)
    }

    /// A builder for a function inside this code.
    private func child(_ name: String, _ inner: Scope, _ parameters: Parameters, doc: String?) -> CodeBuilder {
        func row(_ kind: Signature.Kind) -> (Parameter) -> Signature.Parameter {
            { Signature.Parameter(name: Name($0.name), kind: kind) }
        }
        let rows = parameters.positionalOnly.map(row(.positionalOnly)) + parameters.regular.map(row(.regular))
            + (parameters.star.map { [row(.star)($0)] } ?? []) + parameters.keywordOnly.map(row(.keywordOnly))
            + (parameters.doubleStar.map { [row(.doubleStar)($0)] } ?? [])
        let builder = CodeBuilder(
            unit: unit, scope: inner, name: name, qualifiedName: qualified(name), doc: doc, parameters: rows, parent: self)
        builder.defaultIndices = parameters.all.indices.filter { parameters.all[$0].defaultValue != nil }
        return builder
    }

    /// `__qualname__` of something defined in this code.
    private func qualified(_ name: String) -> String {
        switch scope.kind {
        case .module: name
        case .classBody: scope.globals.contains(name) ? name : "\(qualifiedName).\(name)"
        case .function, .comprehension: scope.globals.contains(name) ? name : "\(qualifiedName).<locals>.\(name)"
        }
    }

    /// Emits the making of a function: defaults and annotations in consecutive registers, then the capture of cells.
    private func makeFunction(
        _ builder: CodeBuilder, _ parameters: Parameters, _ annotations: [(String, Expression)], into target: Int, _ span: Span
    ) throws(SyntaxError) {
        builder.captures = builder.scope.free.map { capture($0) }
        children.append(try builder.finish(span))
        let index = children.count - 1
        let defaults = parameters.all.compactMap(\.defaultValue)
        let mark = nextRegister
        let first = allocate(defaults.count + 1)
        for (offset, value) in defaults.enumerated() { try self.value(value, into: first + offset) }
        if !annotations.isEmpty {
            let dict = first + defaults.count
            emit(.buildDict, dict, dict, 0)
            for (name, annotation) in annotations {
                let inner = nextRegister
                emit(.dictSet, dict, constant(.object(Name(name).object)), try operand(annotation))
                release(to: inner)
            }
        }
        self.span = span
        emit(.makeFunction, target, index, first, x: annotations.isEmpty ? 0 : 1)
        release(to: mark)
    }

    /// Where this code has the cell of a name that an inner function captures.
    private func capture(_ name: String) -> Code.Capture {
        var current: Scope? = lookupScope
        while let scope = current, scope.owner === self.scope {
            if scope.captured.contains(name) { return .register(register(of: name, in: scope)) }
            if scope === self.scope { break }
            current = scope.parent
        }
        return .free(freeIndex(name))
    }

    private func evaluate(_ decorators: [Expression]) throws(SyntaxError) -> [Int] {
        var windows: [Int] = []
        for decorator in decorators {
            let window = allocate(2)
            try value(decorator, into: window)
            windows.append(window)
        }
        return windows
    }

    /// Calls decorators from the innermost outwards.
    private func apply(_ windows: [Int], to target: Int, _ decorators: [Expression]) throws(SyntaxError) {
        for (window, decorator) in zip(windows, decorators).reversed() {
            emit(.move, window + 1, target)
            span = decorator.span
            emit(.call, window, 1)
            emit(.move, target, window)
            emit(.clear, window)
        }
    }

    // MARK: Classes

    /// `class`, with its decorators.
    func compileClass(_ definition: ClassDefinition, _ statement: Statement) throws(SyntaxError) {
        guard let inner = unit.scopes[ObjectIdentifier(statement)] else { return }
        let decorators = try evaluate(definition.decorators)
        let builder = CodeBuilder(
            unit: unit, scope: inner, name: definition.name, qualifiedName: qualified(definition.name), doc: definition.body.docstring,
            parameters: [], parent: self)
        builder.className = definition.name
        let cell = builder.register(of: "__class__", in: inner)
        builder.localNames.append("__class__")
        builder.emit(.makeCell, cell)
        try builder.compile(definition.body)
        builder.emit(.return, cell)
        let window = allocate(3)
        try makeFunction(builder, Parameters(), [], into: window, statement.span)
        try spread(definition.arguments, from: window)
        span = statement.span
        emit(.buildClass, window)
        try apply(decorators, to: window, definition.decorators)
        store(definition.name, from: window)
    }
}
