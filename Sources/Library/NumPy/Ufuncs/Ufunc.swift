// Defines Ufunc: one elementwise numpy function, declared once for calls, operators, reductions and the reference.
import Runtime
import Tensors

/// An elementwise function of one or two operands.
struct Ufunc: Sendable {
    /// How operand types decide the type in which the work is done, and that of the result.
    enum Rule: Sendable {
        /// The common type.
        case common
        /// The common type; bool works as int8's stand-in is not defined: an error, as numpy has it for `negative`.
        case commonButBool
        /// The common type, integers as the smallest float that holds them.
        case floating
        /// The common type, integers as float64.
        case quotient
        /// The common type, bool as int8 (numpy's smallest integer).
        case integral
        /// Works in the common type, answers bool.
        case predicate
        /// Takes truths, answers bool.
        case logical
        /// Works in the floating type, answers bool.
        case floatPredicate
        /// Integers and bools only.
        case bits
    }

    let name: String
    let doc: String
    let example: String
    /// 1 or 2.
    let arity: Int
    let rule: Rule
    /// What `reduce` starts with; nil where an empty reduction is an error.
    let identity: Number?
    /// The work on one or two tensors of one type (broadcast by the engine).
    let body: @Sendable (Tensor, Tensor) throws -> Tensor
    /// The engine's operation of two operands where the work is just that: it takes numbers as they are and writes in place.
    private let operation: (numbers: Op, truths: Op)?

    init(
        unary name: String, _ rule: Rule, _ doc: String, example: String, _ body: @escaping @Sendable (Tensor) throws -> Tensor
    ) {
        self.name = name
        self.doc = doc
        self.example = example
        arity = 1
        self.rule = rule
        identity = nil
        self.body = { x, _ in try body(x) }
        operation = nil
    }

    init(
        binary name: String, _ rule: Rule, identity: Number? = nil, _ doc: String, example: String,
        _ body: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) {
        self.name = name
        self.doc = doc
        self.example = example
        arity = 2
        self.rule = rule
        self.identity = identity
        self.body = body
        operation = nil
    }

    /// A function that is one operation of the engine, for truths perhaps another one.
    init(binary name: String, _ rule: Rule, identity: Number? = nil, _ op: Op, truths: Op? = nil, _ doc: String, example: String) {
        self.name = name
        self.doc = doc
        self.example = example
        arity = 2
        self.rule = rule
        self.identity = identity
        let forTruths = truths ?? op
        body = { a, b in try (a.dtype == .bool ? forTruths : op)(a, b) }
        operation = (op, forTruths)
    }

    // MARK: Application

    /// The function applied to operands.
    /// - Parameters:
    ///   - type: the type to compute in (`dtype=`); nil lets the rule decide.
    ///   - asOperator: whether the program wrote an operator, which some messages say.
    func callAsFunction(_ operands: [ArrayOperand], type: DType? = nil, asOperator: Bool = false) throws -> Tensor {
        if operands.contains(where: { $0.table != nil }) { throw unsupportedTypes() }
        let work = try type ?? workType(of: operands)
        if arity == 2, !Self.fits(operands[0].shape, operands[1].shape) { throw Self.mismatch(operands.map(\.shape)) }
        let first = try operands[0].tensor(work)
        if !FloatingErrors.isWatching, arity == 2, let op = operation(for: work) {
            return try op(.tensor(first), operands[1].operand(work))
        }
        let second = arity == 2 ? try operands[1].tensor(work) : first
        var result = try body(first, second)
        // Where there is nothing to do, as in the floor of integers, the result still has memory of its own.
        if result === first { result = try first.clone() }
        if FloatingErrors.isWatching {
            try FloatingErrors.check(self, first, second, result, isScalar: asOperator && operands.allSatisfy(\.isNumber))
        }
        return result
    }

    /// `target = ufunc(target, operand)` in one pass over the memory; false where it takes more than one operation.
    func apply(to target: Tensor, _ operand: ArrayOperand) throws -> Bool {
        guard !FloatingErrors.isWatching, rule != .predicate, rule != .logical, operand.table == nil, let op = operation(for: target.dtype),
              try workType(of: [.array(ArrayObject(target)), operand]) == target.dtype,
              operand.stretches(to: target.shape) else { return false }
        try op.inPlace(target, operand.operand(target.dtype))
        return true
    }

    private func operation(for work: DType) -> Op? {
        operation.map { work == .bool ? $0.truths : $0.numbers }
    }

    /// The type the work is done in for operands; comparisons with a Python integer out of range are done in int64.
    private func workType(of operands: [ArrayOperand]) throws -> DType {
        let common = ArrayPromotion.common(operands)
        if case .predicate = rule, operands.contains(where: { !$0.fits(common) }) { return .int64 }
        return try workType(common)
    }

    /// The type the work is done in for a common operand type.
    /// - Throws: TypeError where the function does not exist for it.
    func workType(_ common: DType) throws -> DType {
        switch rule {
        case .common, .predicate: return common
        case .commonButBool:
            guard common != .bool else { throw unsupportedBool() }
            return common
        case .floating, .floatPredicate: return ArrayPromotion.floating(common)
        case .quotient: return common.isFloatingPoint ? common : .float64
        case .integral: return common == .bool ? .int8 : common
        case .logical: return .bool
        case .bits:
            guard !common.isFloatingPoint else { throw unsupportedTypes() }
            return common
        }
    }

    private func unsupportedBool() -> Raised {
        let instead = name == "subtract" ? "the bitwise_xor, the `^` operator, or the logical_xor function instead."
            : "the `~` operator or the logical_not function instead."
        return .typeError("\(name == "negative" ? "The " : "")numpy boolean \(name), the `-` operator, is not supported, use \(instead)")
    }

    private func unsupportedTypes() -> Raised {
        .typeError(
            "ufunc '\(name)' not supported for the input types, and the inputs could not be safely coerced to any supported types "
            + "according to the casting rule ''safe''")
    }

    /// The common shape of two operands.
    /// - Throws: numpy's ValueError.
    static func checkedShape(_ a: Dims, _ b: Dims) throws -> Dims {
        guard fits(a, b) else { throw mismatch([a, b]) }
        return try Shapes.broadcast(a, b)
    }

    /// Whether two shapes broadcast.
    static func fits(_ a: Dims, _ b: Dims) -> Bool {
        for k in 1...max(1, min(a.count, b.count)) where k <= min(a.count, b.count) {
            let (x, y) = (a[a.count - k], b[b.count - k])
            if x != y && x != 1 && y != 1 { return false }
        }
        return true
    }

    /// The error for operands a function has no work for.
    static func noLoop(_ name: String, _ types: [String]) -> Raised {
        let shown = types.map { $0.hasPrefix("[") ? "dtype(\($0))" : "dtype('\($0)')" }.joined(separator: ", ")
        return Raised(ArrayCasting.error, "ufunc '\(name)' did not contain a loop with signature matching types (\(shown)) -> None")
    }

    /// The error for shapes that do not broadcast.
    static func mismatch(_ shapes: [Dims]) -> Raised {
        .valueError("operands could not be broadcast together with shapes " + shapes.map { ArrayShapes.text($0) + " " }.joined())
    }
}

/// How numpy writes shapes in messages.
enum ArrayShapes {
    /// `(2,3)`, `(4,)`, `()`
    static func text(_ shape: some Collection<Int>) -> String {
        shape.count == 1 ? "(\(shape.map(String.init)[0]),)" : "(" + shape.map(String.init).joined(separator: ",") + ")"
    }

    /// `(2,newaxis)`: the sizes of which one is left to the function; it is left out where it comes first.
    static func text(_ shape: [Int], unknown: Int) -> String {
        let known = Array(shape.drop { $0 == unknown })
        guard known.contains(unknown) || known.count < shape.count else { return text(shape) }
        return "(" + known.map { $0 == unknown ? "newaxis" : String($0) }.joined(separator: ",") + ")"
    }

    /// `axis` counted from the front.
    /// - Throws: numpy's AxisError.
    static func wrap(_ axis: Int, rank: Int, prefix: String = "") throws -> Int {
        guard axis >= -rank, axis < rank else {
            throw Raised(axisError, "\(prefix)axis \(axis) is out of bounds for array of dimension \(rank)")
        }
        return axis < 0 ? axis + rank : axis
    }

    /// Several axes, wrapped; nil means all.
    static func wrap(_ axes: [Int]?, rank: Int, prefix: String = "") throws -> [Int]? {
        guard let axes else { return nil }
        let wrapped = try axes.map { try wrap($0, rank: rank, prefix: prefix) }
        if Set(wrapped).count != wrapped.count { throw Raised.valueError("duplicate value in 'axis'") }
        return wrapped
    }

    /// `numpy.exceptions.AxisError`: a ValueError and an IndexError.
    static let axisError = Class(native: "AxisError", base: .exception("ValueError"), and: .exception("IndexError"), module: "numpy.exceptions")
}
