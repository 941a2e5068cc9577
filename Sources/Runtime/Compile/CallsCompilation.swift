// Calls → instructions.
import Syntax

extension CodeBuilder {
    /// Arguments a call passes in registers; more go through a list.
    private static let registerArguments = 200

    /// Calls a function. Where there is no target, the result stays in the register where the call began.
    /// - Returns: the register of the result.
    @discardableResult
    func call(_ function: Expression, _ arguments: [Argument], into target: Int?, _ span: Span) throws(SyntaxError) -> Int {
        let spreads = arguments.count > Self.registerArguments || arguments.contains { $0.kind == .star || $0.kind == .doubleStar }
        if spreads { return try callSpread(function, arguments, into: target, span) }
        if case .attribute(let base, let name) = function.kind { return try callMethod(base, name, function.span, arguments, into: target, span) }
        let isBareSuper = if case .name("super") = function.kind { arguments.isEmpty } else { false }
        let extra = isBareSuper ? superArguments() : []
        let window = allocate(arguments.count + extra.count + 1)
        try value(function, into: window)
        for (index, name) in extra.enumerated() { load(name, into: window + 1 + index) }
        let names = try pass(arguments, from: window + 1)
        self.span = span
        if names.isEmpty {
            emit(.call, window, arguments.count + extra.count)
        } else {
            emit(.callKeywords, window, arguments.count - names.count, keywordList(names))
        }
        return deliver(window, target)
    }

    /// Hands the result on, or leaves it where it is.
    private func deliver(_ window: Int, _ target: Int?) -> Int {
        release(to: window + 1)
        guard let target, target != window else { return window }
        emit(.take, target, window)
        return target
    }

    private func callMethod(
        _ base: Expression, _ name: String, _ attributeSpan: Span, _ arguments: [Argument], into target: Int?, _ span: Span
    ) throws(SyntaxError) -> Int {
        let window = allocate(arguments.count + 2)
        let mark = nextRegister
        let object = try operand(base)
        self.span = attributeSpan
        emit(.loadMethod, window, object, site(name))
        release(to: mark)
        let names = try pass(arguments, from: window + 2)
        self.span = span
        if names.isEmpty {
            emit(.callMethod, window, arguments.count)
        } else {
            emit(.callMethodKeywords, window, arguments.count - names.count, keywordList(names))
        }
        return deliver(window, target)
    }

    /// Evaluates arguments into consecutive registers, positional ones first; the names of the keyword arguments.
    private func pass(_ arguments: [Argument], from first: Int) throws(SyntaxError) -> [Name] {
        var names: [Name] = []
        let positional = arguments.filter { $0.kind == .positional }
        for (index, argument) in positional.enumerated() { try value(argument.value, into: first + index) }
        for argument in arguments {
            guard case .keyword(let keyword) = argument.kind else { continue }
            try value(argument.value, into: first + positional.count + names.count)
            if names.contains(Name(keyword)) { throw SyntaxError("keyword argument repeated: \(keyword)", at: argument.span) }
            names.append(Name(keyword))
        }
        return names
    }

    /// `f(*a, x, **k)`: positional arguments as a list, keyword arguments as a dict.
    private func callSpread(_ function: Expression, _ arguments: [Argument], into target: Int?, _ span: Span) throws(SyntaxError) -> Int {
        let window = allocate(3)
        try value(function, into: window)
        try spread(arguments, from: window)
        self.span = span
        emit(.callSpread, window)
        return deliver(window, target)
    }

    /// Gathers arguments into a list in `window + 1` and a dict in `window + 2`; the function is in `window`.
    func spread(_ arguments: [Argument], from window: Int) throws(SyntaxError) {
        emit(.buildList, window + 1, window + 1, 0)
        emit(.buildDict, window + 2, window + 2, 0)
        for argument in arguments {
            let mark = nextRegister
            let source = try operand(argument.value)
            span = argument.span
            switch argument.kind {
            case .positional: emit(.listAppend, window + 1, source)
            case .star: emit(.listExtend, window + 1, source, window, x: 1)
            case .keyword(let name):
                let pair = allocate()
                emit(.buildDict, pair, pair, 0)
                emit(.dictSet, pair, constant(.object(Name(name).object)), source)
                emit(.keywordsMerge, window + 2, pair, window)
            case .doubleStar: emit(.keywordsMerge, window + 2, source, window)
            }
            release(to: mark)
        }
    }

    /// The variables behind `super()`: the class being defined and the first argument.
    private func superArguments() -> [String] {
        guard scope.free.contains("__class__"), let first = firstParameter else { return [] }
        return ["__class__", first]
    }

    private var firstParameter: String? { scope.firstParameter }
}
