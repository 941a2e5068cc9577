// Expressions → instructions.
import Syntax

extension CodeBuilder {
    /// Evaluates for the effect alone.
    func discard(_ expression: Expression) throws(SyntaxError) {
        let mark = nextRegister
        let result = try operand(expression)
        // A temporary would keep its object alive until it is used again.
        if result & Int(Instruction.constantBit) == 0, result >= mark, !isCall(expression) { emit(.clear, result) }
        release(to: mark)
    }

    private func isCall(_ expression: Expression) -> Bool {
        if case .call = expression.kind { true } else { false }
    }

    /// The value as an operand: a constant, the register of a variable, or a new temporary.
    func operand(_ expression: Expression) throws(SyntaxError) -> Int {
        switch expression.kind {
        case .constant(let constant): return self.constant(Value(constant))
        case .name(let name):
            span = expression.span
            return variable(name)
        case .call(let function, let arguments): return try call(function, arguments, into: nil, expression.span)
        default:
            if let folded = folded(expression) { return constant(folded) }
            let target = allocate()
            try value(expression, into: target)
            return target
        }
    }

    /// The value in a register: a variable's own or a new temporary.
    func register(_ expression: Expression) throws(SyntaxError) -> Int {
        let source = try operand(expression)
        guard source & Int(Instruction.constantBit) != 0 else { return source }
        let target = allocate()
        emitMove(to: target, from: source)
        return target
    }

    /// The value of `-1` and of tuples of constants, known from the text.
    func folded(_ expression: Expression) -> Value? {
        switch expression.kind {
        case .constant(let constant): return Value(constant)
        case .unary(.negate, let inner):
            guard case .constant(let constant) = inner.kind else { return nil }
            switch constant {
            case .int(let int) where int != .min: return .int(-int)
            case .float(let double): return .float(-double)
            default: return nil
            }
        case .tuple(let elements):
            var values: [Value] = []
            for element in elements {
                guard let value = folded(element) else { return nil }
                values.append(value)
            }
            return .tuple(values)
        default: return nil
        }
    }

    /// Evaluates into a given register, which keeps its old value until the new one is complete.
    func value(_ expression: Expression, into target: Int) throws(SyntaxError) {
        switch expression.kind {
        case .constant: emitMove(to: target, from: try operand(expression))
        case .name(let name):
            span = expression.span
            load(name, into: target)
        default:
            if let folded = folded(expression) { return emitMove(to: target, from: constant(folded)) }
            let mark = nextRegister
            try compound(expression, into: target)
            release(to: mark)
        }
    }

    private func compound(_ expression: Expression, into target: Int) throws(SyntaxError) {
        let span = expression.span
        switch expression.kind {
        case .constant, .name: break
        case .formatted(let pieces): try formatted(pieces, into: target)
        case .tuple(let elements): try sequence(elements, into: target, .buildTuple, expression.span)
        case .list(let elements): try sequence(elements, into: target, .buildList, expression.span)
        case .set(let elements): try sequence(elements, into: target, .buildSet, expression.span)
        case .dict(let entries): try dict(entries, into: target)
        case .unary(let op, let inner):
            let source = try operand(inner)
            self.span = span
            if op == .not { emit(.not, target, source) } else { emit(.unary, target, source, x: Int(op.rawValue)) }
        case .binary(let op, let left, let right): try binary(op, left, right, into: target, span)
        case .boolean(let op, let operands): try boolean(op, operands, into: target)
        case .compare(let first, let links): try compare(first, links, into: target, span)
        case .conditional(let test, let then, let otherwise): try conditional(test, then, otherwise, into: target)
        case .named(let name, let inner):
            let source = try operand(inner)
            store(name, from: source)
            emitMove(to: target, from: source)
        case .lambda(let parameters, let body): try lambda(parameters, body, expression, into: target)
        case .call(let function, let arguments): try call(function, arguments, into: target, span)
        case .attribute(let base, let name):
            let object = try operand(base)
            self.span = span
            emit(.loadAttribute, target, object, site(name))
        case .subscript(let base, let index):
            let object = try operand(base)
            let key = try operand(index)
            self.span = span
            emit(.loadItem, target, object, key)
        case .slice(let lower, let upper, let step): try slice(lower, upper, step, into: target)
        case .starred: throw SyntaxError("can't use starred expression here", at: span)
        case .comprehension(let comprehension): try compile(comprehension, expression, into: target)
        case .yield(let inner):
            let source = if let inner { try operand(inner) } else { constant(.none) }
            let kept = allocate()
            emitMove(to: kept, from: source)
            self.span = span
            emit(.yield, kept, target)
        case .yieldFrom(let inner): try yieldFrom(inner, into: target, span)
        }
    }

    private func yieldFrom(_ inner: Expression, into target: Int, _ span: Span) throws(SyntaxError) {
        let iterator = allocate(2)
        emit(.getIterator, iterator, try operand(inner))
        emit(.loadConstant, iterator + 1, constant(.none) & ~Int(Instruction.constantBit))
        self.span = span
        emit(.yieldFrom, iterator, target)
    }

    private func slice(_ lower: Expression?, _ upper: Expression?, _ step: Expression?, into target: Int) throws(SyntaxError) {
        let first = allocate(3)
        for (index, part) in [lower, upper, step].enumerated() {
            if let part { try value(part, into: first + index) } else { emitMove(to: first + index, from: constant(.none)) }
        }
        emit(.buildSlice, target, first)
    }

    // MARK: Operators

    private func binary(_ op: BinaryOperator, _ left: Expression, _ right: Expression, into target: Int, _ span: Span) throws(SyntaxError) {
        let a = try operand(left)
        let b = try operand(right)
        self.span = span
        switch op {
        case .add: emit(.add, target, a, b)
        case .subtract: emit(.subtract, target, a, b)
        case .multiply: emit(.multiply, target, a, b)
        case .divide: emit(.divide, target, a, b)
        case .floorDivide: emit(.floorDivide, target, a, b)
        case .modulo: emit(.modulo, target, a, b)
        case .matrixMultiply, .power, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor:
            emit(.binary, target, a, b, x: Int(op.rawValue))
        }
    }

    private func boolean(_ op: BooleanOperator, _ operands: [Expression], into target: Int) throws(SyntaxError) {
        let result = allocate()
        var ends: [Int] = []
        let before = assigned
        for (index, inner) in operands.enumerated() {
            try value(inner, into: result)
            if index < operands.count - 1 { ends.append(emitJump(op == .and ? .jumpIfFalse : .jumpIfTrue, result)) }
        }
        assigned = before
        land(ends)
        emit(.take, target, result)
    }

    private func compare(_ first: Expression, _ links: [ComparisonLink], into target: Int, _ span: Span) throws(SyntaxError) {
        var left = try operand(first)
        let result = links.count > 1 ? allocate() : target
        var ends: [Int] = []
        for (index, link) in links.enumerated() {
            let right = try operand(link.right)
            self.span = span
            emitComparison(link.comparison, result, left, right)
            if index < links.count - 1 { ends.append(emitJump(.jumpIfFalse, result)) }
            left = right
        }
        land(ends)
        if result != target { emit(.move, target, result) }
    }

    private func emitComparison(_ op: ComparisonOperator, _ target: Int, _ left: Int, _ right: Int) {
        switch op {
        case .identical: emit(.identical, target, left, right)
        case .notIdentical: emit(.notIdentical, target, left, right)
        case .contained: emit(.contains, target, right, left)
        case .notContained: emit(.notContains, target, right, left)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            emit(.compare, target, left, right, x: Int(op.rawValue))
        }
    }

    private func conditional(_ test: Expression, _ then: Expression, _ otherwise: Expression, into target: Int) throws(SyntaxError) {
        let skips = try condition(test, jumpWhen: false)
        let before = assigned
        try value(then, into: target)
        let end = emitJump(.jump)
        land(skips)
        assigned = before
        try value(otherwise, into: target)
        assigned = before
        land(end)
    }

    /// Emits a test; the jumps taken when the truth of the expression is `wanted`.
    func condition(_ expression: Expression, jumpWhen wanted: Bool) throws(SyntaxError) -> [Int] {
        switch expression.kind {
        case .unary(.not, let inner): return try condition(inner, jumpWhen: !wanted)
        case .boolean(let op, let operands):
            // `a and b` jumps when false as soon as one is false; when true only if the last one is.
            let early = (op == .and) == !wanted
            var jumps: [Int] = []
            var falls: [Int] = []
            for (index, inner) in operands.enumerated() {
                let isLast = index == operands.count - 1
                if early || isLast { jumps += try condition(inner, jumpWhen: wanted) } else { falls += try condition(inner, jumpWhen: !wanted) }
            }
            land(falls)
            return jumps
        case .compare(let first, let links) where links.count == 1 && !wanted:
            if let comparison = Comparison(rawValue: links[0].comparison.rawValue) {
                let mark = nextRegister
                let left = try operand(first)
                let right = try operand(links[0].right)
                span = expression.span
                release(to: mark)
                return [emitWithTarget(.jumpUnlessCompare, left, right, x: Int(comparison.rawValue))]
            }
        default: break
        }
        let mark = nextRegister
        let source = try register(expression)
        release(to: mark)
        return [emitJump(wanted ? .jumpIfTrue : .jumpIfFalse, source)]
    }
}
