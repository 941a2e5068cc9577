// ScopeBuilder: walks a tree once and collects what every scope binds and uses.
import Syntax

/// Scopes by the node that opens them.
struct ScopeBuilder {
    /// The scope of a `def`, `class`, `lambda` or comprehension node.
    private(set) var scopes: [ObjectIdentifier: Scope] = [:]
    let module: Scope
    private var current: Scope

    /// Collects the scopes of a text.
    /// - Throws: SyntaxError for misplaced `nonlocal`, `global`, `return`, `yield`.
    init(_ body: [Statement]) throws(SyntaxError) {
        module = Scope(.module, parent: nil)
        current = module
        try visit(body)
        try module.resolve()
    }

    /// Collects the scopes of a function whose body was deferred. `isMethod`: it stands in a class.
    /// - Returns: the builder and the function's own scope.
    static func deferred(_ definition: FunctionDefinition, _ body: [Statement], isMethod: Bool) throws(SyntaxError) -> (ScopeBuilder, Scope) {
        var builder = try ScopeBuilder([])
        if isMethod {
            builder.current = Scope(.classBody, parent: builder.module)
            builder.current.bind("__class__")
        }
        let function = Scope(.function, parent: builder.current)
        try builder.within(function) { (builder) throws(SyntaxError) in
            builder.bind(definition.parameters)
            try builder.visit(body)
            if isMethod { builder.current.use("__class__") }
        }
        try builder.module.resolve()
        return (builder, function)
    }

    private mutating func within(_ scope: Scope, _ body: (inout ScopeBuilder) throws(SyntaxError) -> Void) throws(SyntaxError) {
        let outer = current
        current = scope
        try body(&self)
        current = outer
    }

    // MARK: Statements

    private mutating func visit(_ body: [Statement]) throws(SyntaxError) {
        for statement in body { try visit(statement) }
    }

    private mutating func visit(_ statement: Statement) throws(SyntaxError) {
        switch statement.kind {
        case .expression(let value): try visit(value)
        case .assign(let targets, let value):
            try visit(value)
            for target in targets { try bind(target) }
        case .augmentedAssign(let target, _, let value):
            try visit(value)
            try visit(target)
            try bind(target)
        case .annotatedAssign(let target, let annotation, let value, let simple):
            if let value { try visit(value) }
            if simple || value != nil { try bind(target) }
            if current.kind != .function { try visit(annotation) }
        case .return(let value):
            if current.kind != .function { throw SyntaxError("'return' outside function", at: statement.span) }
            if let value { try visit(value) }
        case .delete(let targets):
            for target in targets { try delete(target) }
        case .pass, .break, .continue: break
        case .raise(let value, let cause):
            for part in [value, cause] { if let part { try visit(part) } }
        case .assert(let test, let message):
            try visit(test)
            if let message { try visit(message) }
        case .global(let names): try declareGlobal(names, statement.span)
        case .nonlocal(let names): try declareNonlocal(names, statement.span)
        case .importModules(let names):
            for name in names { current.bind(name.alias ?? String(name.name.prefix { $0 != "." })) }
        case .importFrom(_, _, let names):
            for name in names where name.name != "*" { current.bind(name.alias ?? name.name) }
        case .conditional, .whileLoop, .forLoop, .with, .tryBlock, .match: try visitCompound(statement)
        case .function(let definition): try visit(definition, statement)
        case .classDefinition(let definition): try visit(definition, statement)
        }
    }

    private mutating func visitCompound(_ statement: Statement) throws(SyntaxError) {
        switch statement.kind {
        case .conditional(let branches, let otherwise):
            for branch in branches {
                try visit(branch.test)
                try visit(branch.body)
            }
            try visit(otherwise)
        case .whileLoop(let test, let body, let otherwise):
            try visit(test)
            try visit(body)
            try visit(otherwise)
        case .forLoop(let target, let iterable, let body, let otherwise):
            try visit(iterable)
            try bind(target)
            try visit(body)
            try visit(otherwise)
        case .with(let items, let body):
            for item in items {
                try visit(item.context)
                if let target = item.target { try bind(target) }
            }
            try visit(body)
        case .tryBlock(let block):
            try visit(block.body)
            for handler in block.handlers {
                if let type = handler.type { try visit(type) }
                if let name = handler.name {
                    current.bind(name)
                    current.volatile.insert(name)
                }
                try visit(handler.body)
            }
            try visit(block.otherwise)
            try visit(block.finally)
        case .match(let subject, let cases):
            try visit(subject)
            for item in cases {
                try bind(item.pattern)
                if let condition = item.condition { try visit(condition) }
                try visit(item.body)
            }
        default: break
        }
    }

    private func declareGlobal(_ names: [String], _ span: Span) throws(SyntaxError) {
        for name in names {
            if current.binds(name) { throw SyntaxError("name '\(name)' is assigned to before global declaration", at: span) }
            if current.used.contains(name) { throw SyntaxError("name '\(name)' is used prior to global declaration", at: span) }
            current.globals.insert(name)
        }
    }

    private func declareNonlocal(_ names: [String], _ span: Span) throws(SyntaxError) {
        if current.nonlocals.isEmpty { current.span = span }
        if current.kind == .module { throw SyntaxError("nonlocal declaration not allowed at module level", at: span) }
        for name in names {
            if current.binds(name) { throw SyntaxError("name '\(name)' is assigned to before nonlocal declaration", at: span) }
            current.nonlocals.insert(name)
        }
    }

    private mutating func visit(_ definition: FunctionDefinition, _ statement: Statement) throws(SyntaxError) {
        for decorator in definition.decorators { try visit(decorator) }
        try visitOuter(definition.parameters)
        if let returns = definition.returns { try visit(returns) }
        current.bind(definition.name)
        let scope = Scope(.function, parent: current)
        scopes[ObjectIdentifier(statement)] = scope
        try within(scope) { (builder) throws(SyntaxError) in
            builder.bind(definition.parameters)
            try builder.visit(definition.body)
            // What a deferred body uses is not known yet; of what surrounds it that can only be the class.
            if definition.deferred != nil, scope.parent?.kind == .classBody { scope.use("__class__") }
        }
    }

    private mutating func visit(_ definition: ClassDefinition, _ statement: Statement) throws(SyntaxError) {
        for decorator in definition.decorators { try visit(decorator) }
        for argument in definition.arguments { try visit(argument.value) }
        current.bind(definition.name)
        let scope = Scope(.classBody, parent: current)
        scope.bind("__class__")
        scopes[ObjectIdentifier(statement)] = scope
        try within(scope) { (builder) throws(SyntaxError) in try builder.visit(definition.body) }
    }

    /// Defaults and annotations are evaluated outside the function.
    private mutating func visitOuter(_ parameters: Parameters) throws(SyntaxError) {
        for parameter in parameters.all {
            if let value = parameter.defaultValue { try visit(value) }
            if let annotation = parameter.annotation { try visit(annotation) }
        }
    }

    private func bind(_ parameters: Parameters) {
        current.firstParameter = (parameters.positionalOnly + parameters.regular).first?.name
        for parameter in parameters.all { current.bind(parameter.name) }
    }

    // MARK: Targets

    private mutating func bind(_ target: Expression) throws(SyntaxError) {
        switch target.kind {
        case .name(let name): bindVariable(name)
        case .tuple(let elements), .list(let elements):
            for element in elements { try bind(element) }
        case .starred(let inner): try bind(inner)
        default: try visit(target)
        }
    }

    private func bindVariable(_ name: String) {
        current.bind(name)
        current.use(name)
    }

    private mutating func delete(_ target: Expression) throws(SyntaxError) {
        switch target.kind {
        case .name(let name):
            bindVariable(name)
            current.volatile.insert(name)
        case .tuple(let elements), .list(let elements):
            for element in elements { try delete(element) }
        default: try visit(target)
        }
    }

    private mutating func bind(_ pattern: Pattern) throws(SyntaxError) {
        switch pattern.kind {
        case .wildcard, .singleton: break
        case .capture(let name): bindVariable(name)
        case .value(let expression): try visit(expression)
        case .sequence(let patterns), .alternatives(let patterns):
            for pattern in patterns { try bind(pattern) }
        case .star(let name): if let name { bindVariable(name) }
        case .mapping(let keys, let patterns, let rest):
            for key in keys { try visit(key) }
            for pattern in patterns { try bind(pattern) }
            if let rest { bindVariable(rest) }
        case .class(let type, let positional, let keywords):
            try visit(type)
            for pattern in positional { try bind(pattern) }
            for keyword in keywords { try bind(keyword.pattern) }
        case .binding(let inner, let name):
            try bind(inner)
            bindVariable(name)
        }
    }

    // MARK: Expressions

    private mutating func visit(_ expressions: [Expression]) throws(SyntaxError) {
        for expression in expressions { try visit(expression) }
    }

    private mutating func visit(_ expression: Expression) throws(SyntaxError) {
        switch expression.kind {
        case .constant: break
        case .name(let name): use(name)
        case .formatted(let pieces): try visit(pieces)
        case .tuple(let elements), .list(let elements), .set(let elements), .boolean(_, let elements): try visit(elements)
        case .dict(let entries):
            for entry in entries {
                if let key = entry.key { try visit(key) }
                try visit(entry.value)
            }
        case .unary(_, let operand), .starred(let operand), .attribute(let operand, _): try visit(operand)
        case .binary(_, let left, let right), .subscript(let left, let right):
            try visit(left)
            try visit(right)
        case .compare(let first, let links):
            try visit(first)
            for link in links { try visit(link.right) }
        case .conditional(let test, let then, let otherwise): try visit([test, then, otherwise])
        case .named(let name, let value):
            try visit(value)
            bindNamed(name)
        case .lambda(let parameters, let body): try visitLambda(expression, parameters, body)
        case .call(let function, let arguments):
            try visit(function)
            for argument in arguments { try visit(argument.value) }
        case .slice(let lower, let upper, let step):
            for part in [lower, upper, step] { if let part { try visit(part) } }
        case .comprehension(let comprehension): try visit(comprehension, expression)
        case .yield(let value):
            try markGenerator(expression, "'yield' outside function")
            if let value { try visit(value) }
        case .yieldFrom(let value):
            try markGenerator(expression, "'yield' outside function")
            try visit(value)
        }
    }

    /// `super()` without arguments also uses the class being defined and the method's first parameter.
    private func use(_ name: String) {
        current.use(name)
        guard name == "super" else { return }
        current.use("__class__")
        var scope: Scope? = current
        while let function = scope {
            if let first = function.firstParameter { current.use(first) }
            scope = function.kind == .comprehension ? function.parent : nil
        }
    }

    /// A walrus inside a comprehension or a generator expression binds in the function around it.
    private func bindNamed(_ name: String) {
        var target = current
        while target.kind == .comprehension || target.isGeneratorExpression, let parent = target.parent {
            target.use(name)
            if target.isGeneratorExpression { target.nonlocals.insert(name) }
            target = parent
        }
        if target.kind == .module, current.owner !== target { current.owner.globals.insert(name) }
        target.bind(name)
        target.volatile.insert(name)
        target.use(name)
    }

    private func markGenerator(_ expression: Expression, _ message: String) throws(SyntaxError) {
        guard current.owner.kind == .function else { throw SyntaxError(message, at: expression.span) }
        guard current.kind != .comprehension else { throw SyntaxError("'yield' inside list comprehension", at: expression.span) }
        current.isGenerator = true
    }

    private mutating func visit(_ pieces: [FormatPiece]) throws(SyntaxError) {
        for case .field(let field) in pieces {
            try visit(field.value)
            if let spec = field.spec { try visit(spec) }
        }
    }

    private mutating func visitLambda(_ node: Expression, _ parameters: Parameters, _ body: Expression) throws(SyntaxError) {
        try visitOuter(parameters)
        let scope = Scope(.function, parent: current)
        scopes[ObjectIdentifier(node)] = scope
        try within(scope) { (builder) throws(SyntaxError) in
            builder.bind(parameters)
            try builder.visit(body)
        }
    }

    /// The first iterable belongs to the scope around the comprehension, all else to its own.
    private mutating func visit(_ comprehension: Comprehension, _ node: Expression) throws(SyntaxError) {
        try visit(comprehension.clauses[0].iterable)
        let isGenerator = comprehension.result == .generator
        let scope = Scope(isGenerator ? .function : .comprehension, parent: current)
        scope.isGenerator = isGenerator
        scope.isGeneratorExpression = isGenerator
        scopes[ObjectIdentifier(node)] = scope
        try within(scope) { (builder) throws(SyntaxError) in
            for (index, clause) in comprehension.clauses.enumerated() {
                if index > 0 { try builder.visit(clause.iterable) }
                try builder.bind(clause.target)
                try builder.visit(clause.conditions)
            }
            try builder.visit(comprehension.element)
            if let value = comprehension.value { try builder.visit(value) }
        }
    }
}

extension Parameters {
    /// All parameters in the order of the signature: by position, `*args`, keyword-only, `**kwargs`.
    var all: [Parameter] {
        positionalOnly + regular + (star.map { [$0] } ?? []) + keywordOnly + (doubleStar.map { [$0] } ?? [])
    }
}
