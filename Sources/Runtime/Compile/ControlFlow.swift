// Control flow: if, loops, try, with → instructions.
import Syntax

extension CodeBuilder {
    /// `if`, `elif` and `else`.
    func compileConditional(_ branches: [ConditionalBranch], _ otherwise: [Statement]) throws(SyntaxError) {
        var ends: [Int] = []
        var outcomes: [Set<Int>] = []
        for (index, branch) in branches.enumerated() {
            span = branch.test.span
            let mark = nextRegister
            let skips = try condition(branch.test, jumpWhen: false)
            release(to: mark)
            let before = assigned
            try compile(branch.body)
            outcomes.append(assigned)
            assigned = before
            if index < branches.count - 1 || !otherwise.isEmpty { ends.append(emitJump(.jump)) }
            land(skips)
        }
        try compile(otherwise)
        land(ends)
        for outcome in outcomes { assigned.formIntersection(outcome) }
    }

    /// `while` and its `else`.
    func compileWhile(_ test: Expression, _ body: [Statement], _ otherwise: [Statement]) throws(SyntaxError) {
        let start = here
        let mark = nextRegister
        let ends = try condition(test, jumpWhen: false)
        release(to: mark)
        let before = assigned
        let loop = Block.Loop(start: start, iterator: nil)
        blocks.append(.loop(loop))
        try compile(body)
        blocks.removeLast()
        emitLoop(to: start)
        land(ends)
        assigned = before
        try compile(otherwise)
        assigned = before
        land(loop.breaks)
    }

    /// `for` and its `else`.
    func compileFor(_ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement]) throws(SyntaxError) {
        let iterator = allocate()
        let source = try operand(iterable)
        span = iterable.span
        emit(.getIterator, iterator, source)
        release(to: iterator + 1)
        let before = assigned
        let start = here
        let end = try forStep(target, iterator)
        let loop = Block.Loop(start: start, iterator: iterator)
        blocks.append(.loop(loop))
        try compile(body)
        blocks.removeLast()
        emitForLoop(end)
        land(end)
        assigned = before
        try compile(otherwise)
        assigned = before
        land(loop.breaks)
    }

    /// Fetches the next element into a target; the word to land at the end of the iteration.
    func forStep(_ target: Expression, _ iterator: Int) throws(SyntaxError) -> Int {
        span = target.span
        if case .name(let name) = target.kind, let register = directTarget(name) {
            let end = emitWithTarget(.forIterator, register, iterator)
            assigned.insert(register)
            return end
        }
        let element = allocate()
        let end = emitWithTarget(.forIterator, element, iterator)
        try assign(target, from: element)
        return end
    }

    /// `break`, out of the innermost loop.
    func compileBreak(_ span: Span) throws(SyntaxError) {
        guard let (loop, depth) = innermostLoop else { throw SyntaxError("'break' outside loop", at: span) }
        try leave(to: depth + 1) { () throws(SyntaxError) in
            if let iterator = loop.iterator { emit(.clear, iterator, x: 1) }
            loop.breaks.append(emitJump(.jump))
        }
    }

    /// `continue`, with the innermost loop.
    func compileContinue(_ span: Span) throws(SyntaxError) {
        guard let (loop, depth) = innermostLoop else { throw SyntaxError("'continue' not properly in loop", at: span) }
        try leave(to: depth + 1) { () throws(SyntaxError) in emitLoop(to: loop.start) }
    }

    // MARK: try

    /// `try` with its handlers, `else` and `finally`.
    func compileTry(_ block: TryStatement) throws(SyntaxError) {
        guard !block.finally.isEmpty else { return try compileExcept(block) }
        let exception = allocate()
        let region = Region(from: here)
        let before = assigned
        blocks.append(.finally(region, block.finally))
        if block.handlers.isEmpty { try compile(block.body) } else { try compileExcept(block) }
        blocks.removeLast()
        region.close(at: here)
        try compile(block.finally)
        let outcome = assigned
        let end = emitJump(.jump)
        assigned = before
        let target = here
        handle(region, target: target, register: exception)
        let handlingRegion = Region(from: here)
        blocks.append(.handling(handlingRegion, register: exception, name: nil))
        try compile(block.finally)
        blocks.removeLast()
        note(handlingRegion, register: exception)
        emit(.reraise, exception)
        land(end)
        assigned = outcome
    }

    private func compileExcept(_ block: TryStatement) throws(SyntaxError) {
        let exception = allocate()
        let before = assigned
        let region = Region(from: here)
        blocks.append(.protected(region))
        try compile(block.body)
        blocks.removeLast()
        region.close(at: here)
        try compile(block.otherwise)
        var outcomes = [assigned]
        let ends = [emitJump(.jump)]
        handle(region, target: here, register: exception)
        let handled = try block.splitsGroups
            ? compileGroupHandlers(block.handlers, exception, before: before) : compileHandlers(block.handlers, exception, before: before)
        outcomes += handled.outcomes
        land(ends + handled.ends)
        assigned = outcomes.dropFirst().reduce(outcomes[0]) { $0.intersection($1) }
    }

    /// What handlers leave behind: the locals assigned and the jump at the end of each body.
    typealias Handled = (outcomes: [Set<Int>], ends: [Int])

    /// `except` bodies: the first whose type fits runs.
    private func compileHandlers(_ handlers: [ExceptHandler], _ exception: Int, before: Set<Int>) throws(SyntaxError) -> Handled {
        var handled: Handled = ([], [])
        let handling = Region(from: here)
        var isBare = false
        for handler in handlers {
            assigned = before
            span = handler.span
            var next: Int?
            let mark = nextRegister
            if let type = handler.type {
                let matched = allocate()
                emit(.matchException, matched, exception, try operand(type))
                next = emitJump(.jumpIfFalse, matched)
            } else {
                isBare = true
            }
            release(to: mark)
            if let name = handler.name { store(name, from: exception) }
            try compileHandlerBody(handler, handling, exception)
            handled.outcomes.append(assigned)
            handled.ends.append(emitJump(.jump))
            handling.reopen(at: here)
            if let next { land(next) }
        }
        note(handling, register: exception)
        if !isBare { emit(.reraise, exception) }
        return handled
    }

    /// The body runs with the exception noted as being handled; a named exception is unbound whichever way it ends.
    private func compileHandlerBody(_ handler: ExceptHandler, _ handling: Region, _ exception: Int) throws(SyntaxError) {
        blocks.append(.handling(handling, register: exception, name: handler.name))
        let region = Region(from: here)
        if handler.name != nil { blocks.append(.protected(region)) }
        try compile(handler.body)
        if handler.name != nil { blocks.removeLast() }
        blocks.removeLast()
        handling.close(at: here)
        if let name = handler.name {
            region.close(at: here)
            emit(.clear, exception)
            try unbind(name)
            let end = emitJump(.jump)
            let second = allocate()
            handle(region, target: here, register: second)
            try unbind(name)
            emit(.clear, exception)
            emit(.reraise, second)
            land(end)
        } else {
            emit(.clear, exception)
        }
    }

    /// Records where an exception in `register` is being handled.
    func note(_ region: Region, register: Int) {
        region.close(at: here)
        for segment in region.segments {
            handling.append(Code.Handler(start: segment.start, end: segment.end, target: 0, register: register))
        }
    }

    // MARK: with

    /// `with`, one item inside the other.
    func compileWith(_ items: ArraySlice<WithItem>, _ body: [Statement]) throws(SyntaxError) {
        guard let item = items.first else { return try compile(body) }
        // Exit method, result of __enter__, exception.
        let manager = allocate(3)
        span = item.context.span
        emit(.enterContext, manager, try operand(item.context))
        release(to: manager + 3)
        let region = Region(from: here)
        blocks.append(.with(region, manager: manager))
        let before = assigned
        if let target = item.target { try assign(target, from: manager + 1) }
        emit(.clear, manager + 1)
        try compileWith(items.dropFirst(), body)
        blocks.removeLast()
        region.close(at: here)
        span = item.context.span
        let result = allocate()
        emit(.exitContext, result, manager, manager + 2, x: 1)
        let end = emitJump(.jump)
        handle(region, target: here, register: manager + 2)
        let handlingRegion = Region(from: here)
        emit(.exitContext, result, manager, manager + 2)
        note(handlingRegion, register: manager + 2)
        let swallowed = emitJump(.jumpIfTrue, result)
        emit(.reraise, manager + 2)
        land(swallowed)
        emit(.clear, manager + 2)
        land(end)
        assigned = before.intersection(assigned)
    }
}
