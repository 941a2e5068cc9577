// Statements → instructions.
import Syntax

extension CodeBuilder {
    /// Compiles statements in order.
    func compile(_ body: [Statement]) throws(SyntaxError) {
        for statement in body {
            let mark = nextRegister
            span = statement.span
            let used = usedRegisters
            usedRegisters = mark
            try compile(statement)
            release(to: mark)
            if settlesAfter(statement) { settle(from: mark) }
            usedRegisters = max(used, usedRegisters)
        }
    }

    /// Whether objects may go away by a statement that must be gone before the next one: temporaries let go, finalizers run. Where code
    /// runs once that is every statement, in functions and loops those that are written for it.
    private func settlesAfter(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .delete: return true
        case .assign(_, let value):
            if case .constant(.none) = value.kind { return true }
        case .return, .break, .continue, .raise, .function, .classDefinition, .importModules, .importFrom, .pass, .global, .nonlocal:
            return false
        case .expression, .augmentedAssign, .annotatedAssign, .assert, .conditional, .whileLoop, .forLoop, .with, .tryBlock, .match: break
        }
        return scope.kind == .module && !unit.isHidden && innermostLoop == nil
    }

    /// Empties the temporaries of a statement and runs finalizers.
    private func settle(from mark: Int) {
        // In a function earlier statements may have left something, too.
        for register in mark..<max(mark, scope.kind == .module ? usedRegisters : registerCount) { emit(.clear, register) }
        emit(.clear, allocate(), x: 1)
        release(to: mark)
    }

    private func compile(_ statement: Statement) throws(SyntaxError) {
        switch statement.kind {
        case .expression(let expression):
            if case .constant = expression.kind { return }
            try discard(expression)
        case .assign(let targets, let value): try assign(targets, value)
        case .augmentedAssign(let target, let op, let value): try augmentedAssign(target, op, value, statement.span)
        case .annotatedAssign(let target, let annotation, let value, let simple):
            try annotatedAssign(target, annotation, value, simple)
        case .return(let value): try compileReturn(value)
        case .delete(let targets): for target in targets { try delete(target) }
        case .pass, .global, .nonlocal: break
        case .break: try compileBreak(statement.span)
        case .continue: try compileContinue(statement.span)
        case .raise(let value, let cause): try compileRaise(value, cause)
        case .assert(let test, let message): try compileAssert(test, message)
        case .importModules(let names): importModules(names)
        case .importFrom(let module, let level, let names): try importFrom(module, level, names, statement.span)
        case .conditional(let branches, let otherwise): try compileConditional(branches, otherwise)
        case .whileLoop(let test, let body, let otherwise): try compileWhile(test, body, otherwise)
        case .forLoop(let target, let iterable, let body, let otherwise): try compileFor(target, iterable, body, otherwise)
        case .with(let items, let body): try compileWith(items[...], body)
        case .tryBlock(let block): try compileTry(block)
        case .function(let definition): try compileFunction(definition, statement)
        case .classDefinition(let definition): try compileClass(definition, statement)
        case .match(let subject, let cases): try compileMatch(subject, cases)
        }
    }

    // MARK: Simple statements

    private func assign(_ targets: [Expression], _ value: Expression) throws(SyntaxError) {
        if targets.count == 1 {
            if case .name(let name) = targets[0].kind, let register = directTarget(name) {
                try self.value(value, into: register)
                assigned.insert(register)
                return
            }
            if let targets = elements(of: targets[0]), let values = elements(of: value), targets.count == values.count {
                return try assignEach(targets, values)
            }
        }
        let source = try operand(value)
        for target in targets { try assign(target, from: source) }
    }

    /// The elements of a tuple or list display without stars.
    private func elements(of expression: Expression) -> [Expression]? {
        switch expression.kind {
        case .tuple(let elements), .list(let elements):
            let starred = elements.contains { if case .starred = $0.kind { true } else { false } }
            return starred || elements.count < 2 ? nil : elements
        default: return nil
        }
    }

    /// `a, b = x, y` without making a tuple.
    private func assignEach(_ targets: [Expression], _ values: [Expression]) throws(SyntaxError) {
        let first = allocate(values.count)
        for (index, value) in values.enumerated() { try self.value(value, into: first + index) }
        for (index, target) in targets.enumerated() { try assign(target, from: first + index) }
    }

    private func augmentedAssign(_ target: Expression, _ op: BinaryOperator, _ value: Expression, _ span: Span) throws(SyntaxError) {
        switch target.kind {
        case .name(let name):
            let left = variable(name)
            let right = try operand(value)
            self.span = span
            let result = directTarget(name) ?? allocate()
            emit(.inPlace, result, left, right, x: Int(op.rawValue))
            if directTarget(name) == nil { store(name, from: result) }
        case .attribute(let base, let name):
            let object = try register(base)
            let result = allocate()
            emit(.loadAttribute, result, object, site(name))
            let right = try operand(value)
            self.span = span
            emit(.inPlace, result, result, right, x: Int(op.rawValue))
            emit(.storeAttribute, object, result, site(name))
        case .subscript(let base, let index):
            let object = try operand(base)
            let key = try operand(index)
            let result = allocate()
            emit(.loadItem, result, object, key)
            let right = try operand(value)
            self.span = span
            emit(.inPlace, result, result, right, x: Int(op.rawValue))
            emit(.storeItem, object, key, result)
        default: throw SyntaxError("illegal expression for augmented assignment", at: target.span)
        }
    }

    private func annotatedAssign(_ target: Expression, _ annotation: Expression, _ value: Expression?, _ simple: Bool) throws(SyntaxError) {
        if let value { try assign([target], value) }
        guard scope.kind != .function, simple, case .name(let name) = target.kind else { return }
        let source = try operand(annotation)
        emit(.setAnnotation, constant(.object(Name(mangled(name)).object)), source)
    }

    private func compileReturn(_ value: Expression?) throws(SyntaxError) {
        let needsCleanup = blocks.contains { if case .loop = $0 { false } else { true } }
        var source = constant(.none)
        if let value {
            source = try operand(value)
            if needsCleanup, source & Int(Instruction.constantBit) == 0 {
                let kept = allocate()
                emit(.move, kept, source)
                source = kept
            }
        }
        try leave(to: 0) { () throws(SyntaxError) in emit(.return, source) }
    }

    private func delete(_ target: Expression) throws(SyntaxError) {
        switch target.kind {
        case .name(let name):
            if lookupScope.location(of: name) == .register { _ = variable(name) }
            try unbind(name)
        case .attribute(let base, let name): emit(.deleteAttribute, try register(base), 0, site(name))
        case .subscript(let base, let index):
            let object = try operand(base)
            emit(.deleteItem, object, try operand(index))
        case .tuple(let elements), .list(let elements):
            for element in elements { try delete(element) }
        default: throw SyntaxError("cannot delete expression", at: target.span)
        }
    }

    private func compileRaise(_ value: Expression?, _ cause: Expression?) throws(SyntaxError) {
        guard let value else {
            emit(.raiseAgain)
            return
        }
        let statement = span
        let source = try operand(value)
        if let cause {
            let second = try operand(cause)
            span = statement
            emit(.raiseFrom, source, second)
        } else {
            span = statement
            emit(.raise, source)
        }
    }

    private func compileAssert(_ test: Expression, _ message: Expression?) throws(SyntaxError) {
        let statement = span
        let passed = try condition(test, jumpWhen: true)
        let source = if let message { try operand(message) } else { constant(.unset) }
        span = statement
        emit(.failAssertion, source)
        land(passed)
    }

    // MARK: Imports

    private func importModules(_ names: [ImportName]) {
        for name in names {
            span = name.span
            let module = allocate()
            let bindsTop = name.alias == nil && name.name.utf8.contains(UInt8(ascii: "."))
            emit(.importModule, module, position(of: Name(name.name)), x: bindsTop ? 1 : 0)
            store(name.alias ?? String(name.name.prefix { $0 != "." }), from: module)
        }
    }

    private func importFrom(_ module: String, _ level: Int, _ names: [ImportName], _ span: Span) throws(SyntaxError) {
        let register = allocate()
        emit(.importModule, register, position(of: Name(String(repeating: ".", count: level) + module)))
        for name in names {
            if name.name == "*" {
                guard scope.kind == .module else { throw SyntaxError("import * only allowed at module level", at: span) }
                emit(.importStar, register)
                continue
            }
            self.span = name.span
            let value = allocate()
            emit(.importFrom, value, register, position(of: Name(name.name)))
            store(name.alias ?? name.name, from: value)
        }
    }
}
