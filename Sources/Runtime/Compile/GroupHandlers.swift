// Group handlers: `except*` → instructions.
import Syntax

extension CodeBuilder {
    /// `except*` bodies: each runs with its part of the exceptions; what they raise, and what fits none, is raised together behind
    /// the last. The parts are kept by a `HandledGroup`, which functions of the runtime work on.
    func compileGroupHandlers(_ handlers: [ExceptHandler], _ exception: Int, before: Set<Int>) throws(SyntaxError) -> Handled {
        var handled: Handled = ([], [])
        let group = allocate()
        let window = allocate(3)
        let handling = Region(from: here)
        call(HandledGroup.make, window, [exception])
        emit(.take, group, window)
        for handler in handlers {
            guard let type = handler.type else { continue }
            assigned = before
            span = handler.span
            let mark = nextRegister
            let types = try operand(type)
            span = handler.span
            call(HandledGroup.take, window, [group, types])
            release(to: mark)
            let part = allocate()
            let isEmpty = allocate()
            emit(.take, part, window)
            emit(.identical, isEmpty, part, constant(.none))
            let next = emitJump(.jumpIfTrue, isEmpty)
            handling.close(at: here)
            try compileGroupBody(handler, part: part, group: group, window)
            handling.reopen(at: here)
            land(next)
            emit(.clear, part)
            release(to: mark)
            handled.outcomes.append(assigned)
        }
        call(HandledGroup.outcome, window, [group])
        note(handling, register: exception)
        for register in [exception, group] { emit(.clear, register) }
        let isDone = allocate()
        emit(.identical, isDone, window, constant(.none))
        handled.ends.append(emitJump(.jumpIfTrue, isDone))
        emit(.reraise, window)
        return handled
    }

    /// A body that handles `part`; what it raises is kept, and control goes on behind it.
    private func compileGroupBody(_ handler: ExceptHandler, part: Int, group: Int, _ window: Int) throws(SyntaxError) {
        let handling = Region(from: here), region = Region(from: here)
        blocks += [.handling(handling, register: part, name: handler.name), .protected(region)]
        if let name = handler.name { store(name, from: part) }
        try compile(handler.body)
        blocks.removeLast(2)
        region.close(at: here)
        note(handling, register: part)
        if let name = handler.name { try unbind(name) }
        let end = emitJump(.jump)
        let raised = allocate()
        handle(region, target: here, register: raised)
        call(HandledGroup.keep, window, [group, part, raised])
        emit(.clear, raised)
        if let name = handler.name { try unbind(name) }
        land(end)
    }

    /// Calls a function of the runtime with registers; the result is in `window`.
    private func call(_ function: NativeFunction, _ window: Int, _ arguments: [Int]) {
        let first = allocate(arguments.count + 1)
        emit(.loadConstant, first, constants.position(of: .object(function)))
        for (index, argument) in arguments.enumerated() { emit(.move, first + 1 + index, argument) }
        emit(.call, first, arguments.count)
        emit(.take, window, first)
        release(to: first)
    }
}
