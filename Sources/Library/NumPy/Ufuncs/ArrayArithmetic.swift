// Defines ArrayArithmetic: the operators of arrays and numpy scalars, each an application of a ufunc.
import Runtime
import Tensors

/// Operators on arrays.
enum ArrayArithmetic {
    /// The ufunc behind an operator; nil for the matrix product.
    private static func ufunc(_ op: BinaryOperator) -> Ufunc? {
        switch op {
        case .add: Ufuncs.add
        case .subtract: Ufuncs.subtract
        case .multiply: Ufuncs.multiply
        case .divide: Ufuncs.divide
        case .floorDivide: Ufuncs.floorDivide
        case .modulo: Ufuncs.remainder
        case .power: Ufuncs.power
        case .leftShift: Ufuncs.leftShift
        case .rightShift: Ufuncs.rightShift
        case .bitAnd: Ufuncs.bitwiseAnd
        case .bitOr: Ufuncs.bitwiseOr
        case .bitXor: Ufuncs.bitwiseXor
        case .matrixMultiply: nil
        }
    }

    /// The operator a ufunc stands for; nil for the others.
    static func binaryOperator(named name: String) -> BinaryOperator? {
        let all: [BinaryOperator] = [
            .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor,
        ]
        return all.first { ufunc($0)?.name == name }
    }

    /// `a op b`, or `b op a` where `reflected`; nil (NotImplemented) where numpy has nothing to do with `other`.
    static func binary(_ op: BinaryOperator, _ own: Value, _ other: Value, reflected: Bool) throws -> Value? {
        if let tensor = other.as(TensorObject.self) { return try withTensor(own, tensor, reflected: reflected) { try binary(op, own, $0, reflected: reflected) } }
        guard let mine = try ArrayOperand.from(own) else { return nil }
        if case .scalar(let scalar) = mine, scalar.dtype.isFloatingPoint, op == .multiply, other.sequenceElements != nil {
            throw Raised.typeError("can't multiply sequence by non-int of type '\(scalar.type.name)'")
        }
        guard let theirs = try ArrayOperand.from(other) else {
            // A text before a scalar says itself what it can be joined to.
            if other.text != nil, reflected, mine.isNumber { return nil }
            if other.text != nil, !mine.isObject { return try texts(op, mine, .array(ArrayObject.make(other)), reflected: reflected) }
            return try elementwise(op, mine, other, reflected: reflected)
        }
        let pair = reflected ? [theirs, mine] : [mine, theirs]
        if mine.isComplex || theirs.isComplex, mine.table?.type != .object, theirs.table?.type != .object {
            guard let ufunc = ufunc(op) else { return try ArrayProducts.matmul(pair[0], pair[1]) }
            return try ComplexArray.call(ufunc, pair)
        }
        if mine.isObject || theirs.isObject { return try elementwise(op, mine, other, reflected: reflected) }
        if mine.table != nil || theirs.table != nil { return try texts(op, mine, theirs, reflected: reflected) }
        guard let ufunc = ufunc(op) else { return try ArrayProducts.matmul(pair[0], pair[1]) }
        return try ufunc(pair, asOperator: true).scalarOrArray()
    }

    /// What an array does with a tensor: it comes second to it, and then the result is a tensor. Scalars leave it to the tensor.
    private static func withTensor(_ own: Value, _ tensor: TensorObject, reflected: Bool, _ body: (Value) throws -> Value?) throws -> Value? {
        guard reflected, own.as(ArrayObject.self) != nil else { return nil }
        return try body(.object(ArrayObject.make(.object(tensor)))).map(asTensor)
    }

    /// A result as the tensor over its elements.
    static func asTensor(_ result: Value) throws -> Value { try ArrayObject.make(result).sharedTensor().intoValue() }

    /// Texts can be joined to texts; all else has no ufunc loop.
    private static func texts(_ op: BinaryOperator, _ mine: ArrayOperand, _ theirs: ArrayOperand, reflected: Bool) throws -> Value? {
        guard let ufunc = ufunc(op) else { return nil }
        let isText = (mine.typeName.hasPrefix("<U"), theirs.typeName.hasPrefix("<U"))
        if op == .add, isText.0, isText.1, case .array(let right) = theirs { return try elementwise(op, mine, .object(right), reflected: reflected) }
        if op == .multiply, ![mine, theirs].contains(where: { $0.typeName.hasPrefix("float") }) {
            throw Raised.typeError(
                "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to multiply strings "
                + "without specifying 'out'.")
        }
        let pair = reflected ? [theirs, mine] : [mine, theirs]
        throw Ufunc.noLoop(ufunc.name, pair.map(\.typeName))
    }

    /// Whether a value is to be combined with every element, since it has no rules of its own for arrays.
    private static func isPlainObject(_ value: Value) -> Bool {
        ["__array_ufunc__", "__array_priority__", "__array__"].allSatisfy { ((try? value.attributeIfPresent(Name($0))) ?? nil) == nil }
    }

    /// Objects and texts are combined one by one with Python's operator.
    private static func elementwise(_ op: BinaryOperator, _ mine: ArrayOperand, _ other: Value, reflected: Bool) throws -> Value? {
        let theirs = try ArrayOperand.from(other)
        guard case .array(let array) = mine, array.table != nil || theirs?.table != nil || Self.isPlainObject(other) else { return nil }
        var shape = array.tensor.shape
        var right: ArrayObject?
        if case .array(let second)? = theirs {
            shape = try Ufunc.checkedShape(shape, second.tensor.shape)
            right = second.view(try second.tensor.expand(shape))
        }
        let left = try ArrayObject.flatValues(array.view(array.tensor.expand(shape)))
        let partners = try right.map { try ArrayObject.flatValues($0) } ?? Array(repeating: other, count: left.count)
        let results = try zip(left, partners).map { a, b in
            try reflected ? Value.binary(op, b, a) : Value.binary(op, a, b)
        }
        let isObject = array.arrayType == .object || theirs?.table?.type == .object || array.table == nil
        return .object(try ArrayObject.make(.list(results), type: isObject ? .object : .text(0)).reshaped(shape))
    }

    /// `array op= other`; false hands the operation to `binary`.
    static func inPlace(_ op: BinaryOperator, _ array: ArrayObject, _ other: Value) throws -> Bool {
        try array.checkOutput()
        if array.arrayType == .complex, let operand = try ArrayOperand.from(other), let ufunc = ufunc(op) {
            try array.setItem(.ellipsis, ComplexArray.call(ufunc, [.array(array), operand]))
            return true
        }
        guard array.table == nil, let operand = try ArrayOperand.from(other), operand.table == nil else { return false }
        let result: Tensor
        let name: String
        if let ufunc = ufunc(op) {
            if try ufunc.apply(to: array.tensor, operand) { return true }
            if !operand.stretches(to: array.tensor.shape), Ufunc.fits(array.tensor.shape, operand.shape) == false {
                throw Ufunc.mismatch([array.tensor.shape, operand.shape, array.tensor.shape])
            }
            result = try ufunc([.array(array), operand])
            name = ufunc.name
        } else {
            guard let product = try ArrayProducts.matmul(.array(array), operand).as(ArrayObject.self) else { return false }
            result = product.tensor
            name = "matmul"
        }
        try OutputRule.elementwise(name).write(ArrayObject(result), to: array, operands: [array.tensor.shape, operand.shape])
        return true
    }

    /// `-a`, `+a`, `~a`
    static func unary(_ op: UnaryOperator, _ own: Value) throws -> Value? {
        guard let operand = try ArrayOperand.from(own) else { return nil }
        if operand.isComplex { return try op == .negate ? ComplexArray.call(Ufuncs.negative, [operand]) : op == .plus ? own : nil }
        if case .array(let array) = operand, operand.isObject {
            let values = try ArrayObject.flatValues(array).map { try $0.unary(op) }
            return .object(try ArrayBuilder(leaves: values, shape: array.tensor.shape).build(.object))
        }
        switch op {
        case .negate: return try Ufuncs.negative([operand]).scalarOrArray()
        case .plus: return try Ufuncs.positive([operand]).scalarOrArray()
        case .invert: return try Ufuncs.invert([operand]).scalarOrArray()
        case .not: return nil
        }
    }

    /// `a op b` for comparisons.
    static func compare(_ op: Comparison, _ own: Value, _ other: Value) throws -> Value? {
        if let tensor = other.as(TensorObject.self) {
            return try withTensor(own, tensor, reflected: op == .equal || op == .notEqual) { try compare(op, own, $0) }
        }
        guard let mine = try ArrayOperand.from(own) else { return nil }
        let theirs = try ArrayOperand.from(other)
        if let theirs, mine.table == nil, theirs.table == nil {
            return try comparison(op)([mine, theirs]).scalarOrArray()
        }
        if let theirs, mine.isComplex || theirs.isComplex, [mine.table, theirs.table].allSatisfy({ $0 == nil || $0?.type == .complex }) {
            return try ComplexArray.call(comparison(op), [mine, theirs])
        }
        return try compareValues(op, mine, other)
    }

    /// The comparison that a ufunc's name stands for.
    static let operators: [String: Comparison] = [
        "equal": .equal, "not_equal": .notEqual, "less": .less, "less_equal": .lessOrEqual, "greater": .greater, "greater_equal": .greaterOrEqual,
    ]

    private static func comparison(_ op: Comparison) -> Ufunc {
        switch op {
        case .equal: Ufuncs.equal
        case .notEqual: Ufuncs.notEqual
        case .less: Ufuncs.less
        case .lessOrEqual: Ufuncs.lessEqual
        case .greater: Ufuncs.greater
        case .greaterOrEqual: Ufuncs.greaterEqual
        }
    }

    /// - Throws: UFuncTypeError where texts are to be ordered with numbers.
    private static func refuseOrder(_ op: Comparison, _ mine: ArrayOperand, _ other: Value) throws {
        guard op != .equal, op != .notEqual, !mine.isObject else { return }
        let isText = mine.typeName.hasPrefix("<U")
        let second: String
        if other.text != nil { second = "StrDType" } else {
            guard let theirs = try ArrayOperand.from(other), !theirs.isObject else { return }
            second = theirs.className
        }
        guard isText != (second == "StrDType") else { return }
        throw Raised(
            ArrayCasting.error, "ufunc '\(comparison(op).name)' did not contain a loop with signature matching types (<class 'numpy.dtypes.\(mine.className)'>, "
                + "<class 'numpy.dtypes.\(second)'>) -> None")
    }

    /// Texts and objects compared one by one; a value that is no operand is compared with every element.
    private static func compareValues(_ op: Comparison, _ mine: ArrayOperand, _ other: Value) throws -> Value? {
        guard case .array(let array) = mine else { return nil }
        try refuseOrder(op, mine, other)
        let left = try ArrayObject.flatValues(array)
        let right: [Value]
        if case .array(let second)? = try ArrayOperand.from(other), second.tensor.rank > 0 {
            guard second.tensor.shape == array.tensor.shape else {
                if op == .equal || op == .notEqual { throw Ufunc.mismatch([array.tensor.shape, second.tensor.shape]) }
                return nil
            }
            right = try ArrayObject.flatValues(second)
        } else {
            right = Array(repeating: other, count: left.count)
        }
        let truths = try zip(left, right).map { try $0.compare(op, $1).truth() ? 1 : 0 }
        return try Tensor.from(truths, array.tensor.shape).to(.bool).scalarOrArray()
    }
}
