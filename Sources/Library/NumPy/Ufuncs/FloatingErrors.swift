// Defines FloatingErrors: what happens where arithmetic divides by zero, overflows or has no answer (np.errstate).
import Runtime
import Tensors

/// numpy's floating point errors.
enum FloatingErrors {
    /// What can go wrong.
    enum Kind: String, CaseIterable {
        case divide, over, under, invalid

        /// How messages call it.
        var words: String {
            switch self {
            case .divide: "divide by zero"
            case .over: "overflow"
            case .under: "underflow"
            case .invalid: "invalid value"
            }
        }
    }

    /// What is done about it.
    enum Action: String {
        case ignore, warn, raise, call, print, log
    }

    private static let defaults: [Kind: Action] = [.divide: .warn, .over: .warn, .under: .ignore, .invalid: .warn]
    nonisolated(unsafe) private static var actions = defaults

    // MARK: Settings

    /// `np.geterr()`
    static func asDictionary() -> Value {
        let dictionary = DictObject()
        for kind in Kind.allCases { try? dictionary.setItem(.string(kind.rawValue), .string(actions[kind]?.rawValue ?? "")) }
        return .object(dictionary)
    }

    /// Changes the action for one kind.
    /// - Throws: ValueError for names that are no actions.
    static func set(_ kind: Kind, _ action: String) throws {
        guard let action = Action(rawValue: action) else { throw Raised.valueError("invalid error mode '\(action)'") }
        actions[kind] = action
    }

    // MARK: Checks

    /// Whether anybody would notice an error: it is raised, or warnings are recorded or filtered by the program.
    static var isWatching: Bool {
        if actions.values.contains(.raise) { return true }
        guard let warnings = Interpreter.current.modules["warnings"] else { return false }
        return ["_recorders", "_filters"].contains { name in
            (try? warnings.attribute(Name(name)) ?? nil)?.as(ListObject.self)?.elements.isEmpty == false
        }
    }

    /// Looks for errors in what a function has made of its operands.
    /// - Parameter isScalar: whether an operator met only numbers, which messages say.
    static func check(_ ufunc: Ufunc, _ a: Tensor, _ b: Tensor, _ result: Tensor, isScalar: Bool) throws {
        let isOverflow = isScalar && !a.dtype.isFloatingPoint ? try overflows(ufunc.name, a, b) : false
        for kind in isOverflow ? [.over] : try found(ufunc, a, b, result) {
            try act(kind, "\(kind.words) encountered in \(isScalar ? "scalar " : "")\(ufunc.name)")
        }
    }

    /// Whether an operator on two whole numbers gives one that their type cannot hold.
    private static func overflows(_ name: String, _ a: Tensor, _ b: Tensor) throws -> Bool {
        guard let range = a.dtype.integerRange, a.dtype != .uint64 else { return false }
        let (x, y) = (try a.item().int, try b.item().int)
        let (result, isTooLarge) = switch name {
        case "add": x.addingReportingOverflow(y)
        case "subtract": x.subtractingReportingOverflow(y)
        case "multiply": x.multipliedReportingOverflow(by: y)
        default: (range.lowerBound, false)
        }
        return isTooLarge || !range.contains(result)
    }

    /// Looks for numbers that a conversion to integers cannot keep.
    static func checkCast(_ array: ArrayObject, to type: ArrayType) throws {
        guard isWatching, array.table == nil, array.tensor.dtype.isFloatingPoint, let dtype = type.dtype, !dtype.isFloatingPoint, dtype != .bool,
              try holds(Op.logicalNot(Op.lt(.tensor(Op.abs(array.tensor.to(.float64))), .number(0x1p63)))) else { return }
        try act(.invalid, "invalid value encountered in cast")
    }

    /// The warnings of a mean or a variance of too few elements.
    static func warnOfNothing(_ text: String, of divisions: [String]) throws {
        guard isWatching else { return }
        try warn(text)
        for division in divisions { try act(.invalid, "invalid value encountered in \(division)") }
    }

    /// Does what is set for a kind of error.
    private static func act(_ kind: Kind, _ text: String) throws {
        switch actions[kind] ?? .ignore {
        case .raise: throw Raised(.exception("FloatingPointError"), text)
        case .warn: try warn(text)
        case .ignore, .call, .print, .log: break
        }
    }

    /// `warnings.warn(text, RuntimeWarning)`
    static func warn(_ text: String) throws {
        guard let module = Interpreter.current.modules["warnings"] else { return }
        _ = try module.attribute("warn")?.call([.string(text), .object(Class.exception("RuntimeWarning"))])
    }

    private static func found(_ ufunc: Ufunc, _ a: Tensor, _ b: Tensor, _ result: Tensor) throws -> [Kind] {
        guard a.dtype.isFloatingPoint, result.dtype.isFloatingPoint else {
            let divides = ["floor_divide", "remainder", "fmod"].contains(ufunc.name)
            return try divides && holds(Op.eq(.tensor(b), 0)) ? [.divide] : []
        }
        let operands = ufunc.arity == 2 ? [a, b] : [a]
        var kinds: [Kind] = []
        let infinite = try Op.logicalAnd(Op.isinf(result), every(operands) { try Op.isfinite($0) })
        if try holds(infinite) {
            let poles = try Op.logicalAnd(infinite, pole(ufunc, a, b))
            if try holds(poles) { kinds.append(.divide) }
            if try holds(Op.logicalAnd(infinite, Op.logicalNot(poles))) { kinds.append(.over) }
        }
        if actions[.under] != .ignore, ["exp", "exp2", "multiply", "divide", "power", "square"].contains(ufunc.name) {
            let tiny = try Op.lt(.tensor(Op.abs(result)), .number(.float(result.dtype == .float32 ? 1.1754943508222875e-38 : 2.2250738585072014e-308)))
            let exact = try ufunc.name == "exp" || ufunc.name == "exp2" ? Op.isinf(a) : Op.logicalOr(Op.eq(.tensor(a), 0), Op.isinf(b))
            if try holds(Op.logicalAnd(tiny, Op.logicalNot(exact))) { kinds.append(.under) }
        }
        let numbers = try every(operands) { try Op.logicalNot(Op.isnan($0)) }
        if try holds(Op.logicalAnd(Op.isnan(result), numbers)) { kinds.append(.invalid) }
        return kinds
    }

    /// Where a function has a pole, so that an infinite result is exact.
    private static func pole(_ ufunc: Ufunc, _ a: Tensor, _ b: Tensor) throws -> Tensor {
        switch ufunc.name {
        case "divide", "floor_divide", "remainder", "fmod": try Op.eq(.tensor(b), 0)
        case "reciprocal", "power", "float_power": try Op.eq(.tensor(a), 0)
        case "log", "log2", "log10", "log1p", "arctanh": try Op.isfinite(a)
        default: try Tensor.zeros([], .bool)
        }
    }

    private static func every(_ operands: [Tensor], _ test: (Tensor) throws -> Tensor) throws -> Tensor {
        let first = try test(operands[0])
        return operands.count == 2 ? try Op.logicalAnd(first, test(operands[1])) : first
    }

    private static func holds(_ truths: Tensor) throws -> Bool { try truths.any().item().isTrue }
}

extension NumPyRows {
    static var errorHandling: [Row] {
        [
            def("geterr()", "What is done about floating point errors.", example: "np.geterr()['over']") { () in FloatingErrors.asDictionary() },
            def("seterr(all=None, divide=None, over=None, under=None, invalid=None)", "Sets what is done about floating point errors; the former settings.",
                example: "old = np.seterr(all='ignore'); np.seterr(**old)['over']") {
                (all: String?, divide: String?, over: String?, under: String?, invalid: String?) in
                let former = FloatingErrors.asDictionary()
                let given: [(FloatingErrors.Kind, String?)] = [(.divide, divide), (.over, over), (.under, under), (.invalid, invalid)]
                for (kind, action) in given {
                    if let action = action ?? all { try FloatingErrors.set(kind, action) }
                }
                return former
            },
        ]
    }
}
