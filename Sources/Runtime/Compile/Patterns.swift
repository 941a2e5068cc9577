// Patterns: `match` statements → instructions.
import Syntax

extension CodeBuilder {
    /// One case under construction: where failure jumps from, and the registers of captured names.
    private struct Attempt {
        var fails: [Int] = []
        var captures: [(name: String, register: Int)] = []

        func register(of name: String) -> Int? { captures.first { $0.name == name }?.register }
    }

    /// A `match`: the cases are tried in order, and each failure leads to the next.
    func compileMatch(_ subject: Expression, _ cases: [MatchCase]) throws(SyntaxError) {
        let value = allocate()
        try self.value(subject, into: value)
        let before = assigned
        var ends: [Int] = []
        for item in cases {
            assigned = before
            let mark = nextRegister
            var attempt = Attempt()
            try test(item.pattern, value, &attempt)
            // Names are bound only after the whole pattern fits.
            for (name, register) in attempt.captures { store(name, from: register) }
            if let condition = item.condition { attempt.fails += try self.condition(condition, jumpWhen: false) }
            release(to: mark)
            try compile(item.body)
            ends.append(emitJump(.jump))
            land(attempt.fails)
        }
        land(ends)
        assigned = before
    }

    private func test(_ pattern: Pattern, _ value: Int, _ attempt: inout Attempt) throws(SyntaxError) {
        span = pattern.span
        switch pattern.kind {
        case .wildcard: break
        case .capture(let name): capture(name, value, &attempt)
        case .value(let expression):
            let wanted = try operand(expression)
            attempt.fails.append(emitWithTarget(.jumpUnlessCompare, value, wanted, x: Int(Comparison.equal.rawValue)))
        case .singleton(let constant):
            let result = allocate()
            emit(.identical, result, value, self.constant(Value(constant)))
            attempt.fails.append(emitJump(.jumpIfFalse, result))
        case .sequence(let patterns): try testSequence(patterns, value, &attempt)
        case .star(let name): if let name { capture(name, value, &attempt) }
        case .mapping(let keys, let patterns, let rest): try testMapping(keys, patterns, rest, value, &attempt)
        case .class(let type, let positional, let keywords): try testClass(type, positional, keywords, value, &attempt)
        case .alternatives(let patterns): try testAlternatives(patterns, value, &attempt)
        case .binding(let inner, let name):
            try test(inner, value, &attempt)
            capture(name, value, &attempt)
        }
    }

    private func capture(_ name: String, _ value: Int, _ attempt: inout Attempt) {
        let register = attempt.register(of: name) ?? allocate()
        emit(.move, register, value)
        if attempt.register(of: name) == nil { attempt.captures.append((name, register)) }
    }

    private func testAlternatives(_ patterns: [Pattern], _ value: Int, _ attempt: inout Attempt) throws(SyntaxError) {
        var successes: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            var inner = Attempt(captures: attempt.captures)
            try test(pattern, value, &inner)
            attempt.captures = inner.captures
            if index == patterns.count - 1 {
                attempt.fails += inner.fails
            } else {
                successes.append(emitJump(.jump))
                land(inner.fails)
            }
        }
        land(successes)
    }

    private func testSequence(_ patterns: [Pattern], _ value: Int, _ attempt: inout Attempt) throws(SyntaxError) {
        let star = patterns.firstIndex { if case .star = $0.kind { true } else { false } }
        let matched = allocate()
        emit(.matchSequence, matched, value, star == nil ? patterns.count : patterns.count - 1, x: star == nil ? 0 : 1)
        attempt.fails.append(emitJump(.jumpIfFalse, matched))
        let first = allocate(max(1, patterns.count))
        if let star {
            emit(.unpackStar, first, value, patterns.count, x: star)
        } else {
            emit(.unpack, first, value, patterns.count)
        }
        for (index, pattern) in patterns.enumerated() { try test(pattern, first + index, &attempt) }
    }

    private func testMapping(
        _ keys: [Expression], _ patterns: [Pattern], _ rest: String?, _ value: Int, _ attempt: inout Attempt
    ) throws(SyntaxError) {
        let matched = allocate()
        emit(.matchMapping, matched, value)
        attempt.fails.append(emitJump(.jumpIfFalse, matched))
        let used = allocate()
        emit(.buildList, used, used, 0)
        for (key, pattern) in zip(keys, patterns) {
            let wanted = try operand(key)
            emit(.listAppend, used, wanted)
            let found = allocate()
            emit(.matchKey, found, value, wanted)
            attempt.fails.append(emitJump(.jumpIfUnset, found))
            try test(pattern, found, &attempt)
        }
        if let rest {
            let remaining = allocate()
            emit(.matchRest, remaining, value, used)
            capture(rest, remaining, &attempt)
        }
    }

    private func testClass(
        _ type: Expression, _ positional: [Pattern], _ keywords: [KeywordPattern], _ value: Int, _ attempt: inout Attempt
    ) throws(SyntaxError) {
        let cls = try register(type)
        let matched = allocate()
        emit(.matchClass, matched, value, cls, x: positional.count)
        attempt.fails.append(emitJump(.jumpIfFalse, matched))
        for (index, pattern) in positional.enumerated() {
            let found = allocate()
            emit(.matchPositional, found, value, cls, x: index)
            attempt.fails.append(emitJump(.jumpIfUnset, found))
            try test(pattern, found, &attempt)
        }
        for keyword in keywords {
            let found = allocate()
            emit(.matchAttribute, found, value, position(of: Name(keyword.name)))
            attempt.fails.append(emitJump(.jumpIfUnset, found))
            try test(keyword.pattern, found, &attempt)
        }
    }
}
