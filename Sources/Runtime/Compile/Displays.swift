// Displays: lists, tuples, sets, dicts, f-strings, comprehensions → instructions.
import Syntax

extension CodeBuilder {
    private func isStarred(_ expression: Expression) -> Bool {
        if case .starred = expression.kind { true } else { false }
    }

    /// At most this many elements are gathered in registers; longer displays grow in place.
    private static let registerElements = 64

    /// A list, tuple or set of these elements.
    func sequence(_ elements: [Expression], into target: Int, _ opcode: Opcode, _ span: Span) throws(SyntaxError) {
        if opcode == .buildSet, let constants = constantSet(elements) {
            let result = allocate()
            emit(.buildSet, result, result, 0)
            emit(.setExtend, result, constant(.object(constants)))
            emit(.move, target, result)
            emit(.clear, result)
            return
        }
        if elements.count <= Self.registerElements, !elements.contains(where: isStarred) {
            let first = allocate(max(1, elements.count))
            for (index, element) in elements.enumerated() { try value(element, into: first + index) }
            self.span = span
            emit(opcode, target, first, elements.count)
            return
        }
        let result = allocate()
        let isSet = opcode == .buildSet
        emit(isSet ? .buildSet : .buildList, result, result, 0)
        try extend(result, elements, isSet: isSet)
        self.span = span
        if opcode == .buildTuple { emit(.listToTuple, result) }
        emit(.move, target, result)
        emit(.clear, result)
    }

    /// A set display of three constants or more is one constant. CPython makes such a constant twice, the second time from the
    /// elements in the order of the first, and programs print that order.
    private func constantSet(_ elements: [Expression]) -> SetObject? {
        guard elements.count >= 3 else { return nil }
        var first = HashSet(), second = HashSet()
        do {
            for element in elements {
                guard let value = folded(element) else { return nil }
                try first.insert(value)
            }
            for value in first.elements { try second.insert(value) }
        } catch {
            return nil
        }
        return SetObject(second, type: .frozenset)
    }

    /// Appends elements, starred ones spread, to the list or set in a register.
    func extend(_ result: Int, _ elements: [Expression], isSet: Bool = false) throws(SyntaxError) {
        for element in elements {
            let mark = nextRegister
            if case .starred(let inner) = element.kind {
                let source = try operand(inner)
                span = element.span
                emit(isSet ? .setExtend : .listExtend, result, source)
            } else {
                emit(isSet ? .setAdd : .listAppend, result, try operand(element))
            }
            release(to: mark)
        }
    }

    /// A dict of these entries.
    func dict(_ entries: [DictEntry], into target: Int) throws(SyntaxError) {
        let result = allocate()
        emit(.buildDict, result, result, 0)
        for entry in entries {
            let mark = nextRegister
            if let key = entry.key {
                let first = try operand(key)
                let second = try operand(entry.value)
                span = key.span
                emit(.dictSet, result, first, second)
            } else {
                emit(.dictMerge, result, try operand(entry.value))
            }
            release(to: mark)
        }
        emit(.move, target, result)
        emit(.clear, result)
    }

    /// The text of an f-string.
    func formatted(_ pieces: [FormatPiece], into target: Int) throws(SyntaxError) {
        if pieces.count == 1, case .field(let field) = pieces[0] { return try format(field, into: target) }
        let first = allocate(max(1, pieces.count))
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text): emitMove(to: first + index, from: constant(.string(text)))
            case .field(let field): try format(field, into: first + index)
            }
        }
        emit(.buildString, target, first, pieces.count)
    }

    private func format(_ field: FormatField, into target: Int) throws(SyntaxError) {
        let mark = nextRegister
        let source = try operand(field.value)
        var spec = constant(.none)
        if let pieces = field.spec {
            let register = allocate()
            try formatted(pieces, into: register)
            spec = register
        }
        span = field.value.span
        let conversion = switch field.conversion {
        case .none: 0
        case .str: 1
        case .repr: 2
        case .ascii: 3
        }
        emit(.formatValue, target, source, spec, x: conversion)
        release(to: mark)
    }

    // MARK: Comprehensions

    /// A comprehension; its loops run in this code, those of a generator expression in a function of their own.
    func compile(_ comprehension: Comprehension, _ node: Expression, into target: Int) throws(SyntaxError) {
        guard let inner = unit.scopes[ObjectIdentifier(node)] else { return }
        if comprehension.result == .generator { return try generator(comprehension, node, inner, into: target) }
        let iterator = allocate()
        let source = try operand(comprehension.clauses[0].iterable)
        span = comprehension.clauses[0].iterable.span
        emit(.getIterator, iterator, source)
        let result = allocate()
        emit(comprehension.result == .list ? .buildList : comprehension.result == .set ? .buildSet : .buildDict, result, result, 0)
        let outerScope = lookupScope
        let before = assigned
        lookupScope = inner
        for name in inner.bound {
            let variable = register(of: name, in: inner)
            if inner.captured.contains(name) { emit(.makeCell, variable, x: 1) }
        }
        try clauses(comprehension, 0, iterator) { () throws(SyntaxError) in
            switch comprehension.result {
            case .list: emit(.listAppend, result, try operand(comprehension.element))
            case .set: emit(.setAdd, result, try operand(comprehension.element))
            case .dict, .generator:
                let key = try operand(comprehension.element)
                if let value = comprehension.value { emit(.dictSet, result, key, try operand(value)) }
            }
        }
        for name in inner.bound { emit(.clear, register(of: name, in: inner)) }
        registers[ObjectIdentifier(inner)] = nil
        lookupScope = outerScope
        assigned = before
        emit(.move, target, result)
        emit(.clear, result)
    }

    /// The nested loops of a comprehension; `iterator` walks the clause `index`.
    func clauses(
        _ comprehension: Comprehension, _ index: Int, _ iterator: Int, _ body: () throws(SyntaxError) -> Void
    ) throws(SyntaxError) {
        let clause = comprehension.clauses[index]
        let mark = nextRegister
        let end = try forStep(clause.target, iterator)
        var skips: [Int] = []
        for test in clause.conditions { skips += try condition(test, jumpWhen: false) }
        if index + 1 < comprehension.clauses.count {
            let next = comprehension.clauses[index + 1]
            let nextIterator = allocate()
            let source = try operand(next.iterable)
            span = next.iterable.span
            emit(.getIterator, nextIterator, source)
            try clauses(comprehension, index + 1, nextIterator, body)
        } else {
            let inner = nextRegister
            try body()
            release(to: inner)
        }
        land(skips)
        emitForLoop(end)
        land(end)
        release(to: mark)
    }
}
