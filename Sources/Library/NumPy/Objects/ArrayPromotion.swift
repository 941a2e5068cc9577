// Defines ArrayPromotion: numpy's rules for the common type of operands.
import Runtime
import Tensors

/// An operand of a numpy operation: elements with a type of their own, or a plain Python number, which adapts.
enum ArrayOperand {
    case array(ArrayObject)
    case scalar(ScalarObject)
    case plain(Number)

    /// The operand a value stands for; nil where it is none (numpy then answers NotImplemented or builds an object array).
    static func from(_ value: Value) throws -> ArrayOperand? {
        switch value {
        case .int(let int): return .plain(.int(int))
        case .float(let double): return .plain(.float(double))
        case .bool(let bool): return .plain(.bool(bool))
        case .none, .unset: return nil
        case .object(let object):
            if let array = object as? ArrayObject { return .array(array) }
            if let scalar = object as? ScalarObject { return .scalar(scalar) }
            if object is TensorObject { return try .array(ArrayObject.make(value)) }
            if object is ListObject || object is TupleObject || object is RangeObject || object is ComplexObject { return try .array(ArrayObject.make(value)) }
            return try Number.plain(object).map { .plain($0) }
        }
    }

    /// The type that takes part in promotion; nil for plain numbers.
    var strongType: DType? {
        switch self {
        case .array(let array): array.tensor.dtype
        case .scalar(let scalar): scalar.dtype
        case .plain: nil
        }
    }

    /// The texts or objects of the operand, if it holds any.
    var table: ValueTable? {
        if case .array(let array) = self { array.table } else { nil }
    }

    /// The operand as a value.
    var value: Value {
        switch self {
        case .array(let array): .object(array)
        case .scalar(let scalar): .object(scalar)
        case .plain(let number): number.intoValue()
        }
    }

    /// Whether it holds any objects.
    var isObject: Bool { table?.type == .object }

    /// The name of its type, as messages show it.
    var typeName: String {
        switch self {
        case .array(let array): array.arrayType.name
        case .scalar(let scalar): scalar.dtype.name
        case .plain(let number): number.dtype == .float32 ? "float64" : number.dtype.name
        }
    }

    /// The name of its type's class, as messages of comparisons show it.
    var className: String {
        switch self {
        case .plain(.int): return "_PyLongDType"
        case .plain(.float): return "_PyFloatDType"
        case .plain(.bool): return "BoolDType"
        case .array, .scalar:
            if typeName.hasPrefix("<U") { return "StrDType" }
            let name = typeName.hasPrefix("uint") ? "UI" + typeName.dropFirst(2) : typeName.prefix(1).uppercased() + typeName.dropFirst()
            return name + "DType"
        }
    }

    /// Whether it is a number and no array.
    var isNumber: Bool {
        if case .array = self { false } else { true }
    }

    /// The sizes; none for numbers.
    var shape: Dims {
        if case .array(let array) = self { array.tensor.shape } else { Dims() }
    }

    /// The elements as `dtype`.
    func tensor(_ dtype: DType) throws -> Tensor {
        switch self {
        case .array(let array): return array.tensor.dtype == dtype ? array.tensor : try array.tensor.to(dtype)
        case .scalar(let scalar): return try Tensor.scalar(scalar.number, scalar.dtype).to(dtype)
        case .plain(let number):
            try check(number, dtype)
            return try Tensor.scalar(number, dtype)
        }
    }

    /// The elements as `dtype` for an operation of the engine, which takes numbers as they are.
    func operand(_ dtype: DType) throws -> Operand {
        switch self {
        case .array: return .tensor(try tensor(dtype))
        case .scalar(let scalar) where scalar.dtype == dtype: return .number(scalar.number)
        case .scalar: return .tensor(try tensor(dtype))
        case .plain(let number):
            try check(number, dtype)
            // Beside numbers a truth value counts as 0 or 1, which the engine would not subtract.
            if case .bool(let flag) = number, dtype != .bool { return .number(.int(flag ? 1 : 0)) }
            return .number(number)
        }
    }

    /// Whether `dtype` can hold the operand if it is a plain integer.
    func fits(_ dtype: DType) -> Bool {
        guard case .plain(.int(let int)) = self, let range = dtype.integerRange else { return true }
        return range.contains(int)
    }

    private func check(_ number: Number, _ dtype: DType) throws {
        if case .int(let int) = number, !fits(dtype) { throw ArrayPromotion.outOfBounds(int, dtype) }
    }

    /// Whether the operand stretches to `shape`.
    func stretches(to shape: Dims) -> Bool {
        guard case .array(let array) = self else { return true }
        return array.tensor.layout.strides(expandedTo: shape) != nil
    }
}

/// The common type of several operands.
enum ArrayPromotion {
    /// `np.promote_types(a, b)`
    static func common(_ a: DType, _ b: DType) -> DType {
        if a == b { return a }
        if a == .bool { return b }
        if b == .bool { return a }
        if a.isFloatingPoint == b.isFloatingPoint {
            if a.isUnsigned != b.isUnsigned { return a.isUnsigned ? signed(b, with: a) : signed(a, with: b) }
            return a.itemSize >= b.itemSize ? a : b
        }
        let (float, integer) = a.isFloatingPoint ? (a, b) : (b, a)
        // A float must hold the integers: 1 byte fits float16, 2 bytes float32, more float64.
        let needed = integer.itemSize == 1 ? DType.float16 : integer.itemSize == 2 ? .float32 : .float64
        return float.itemSize >= needed.itemSize ? float : needed
    }

    /// The signed type, widened until it holds the unsigned one; nothing but float64 holds int64 and uint64.
    private static func signed(_ signed: DType, with unsigned: DType) -> DType {
        if signed.itemSize > unsigned.itemSize { return signed }
        return switch unsigned.itemSize {
        case 1: .int16
        case 2: .int32
        case 4: .int64
        default: .float64
        }
    }

    /// The common type of operands: plain numbers count only by their kind.
    static func common(_ operands: [ArrayOperand]) -> DType {
        var strong: DType?
        for operand in operands {
            guard let type = operand.strongType else { continue }
            strong = strong.map { common($0, type) } ?? type
        }
        for case .plain(let number) in operands {
            strong = strong.map { adapted($0, to: number) } ?? (number.dtype.isFloatingPoint ? .float64 : number.dtype)
        }
        return strong ?? .float64
    }

    private static func adapted(_ type: DType, to number: Number) -> DType {
        switch number {
        case .bool: type
        case .int: type == .bool ? .int64 : type
        case .float: type.isFloatingPoint ? type : .float64
        }
    }

    /// The floating type in which functions such as `exp` answer for elements of `type`.
    static func floating(_ type: DType) -> DType {
        switch type {
        case .float64, .float32, .float16, .bfloat16: type
        case .int64, .int32, .uint32, .uint64: .float64
        case .int16, .uint16: .float32
        case .int8, .uint8, .bool: .float16
        }
    }

    /// The error for a Python integer that a type cannot hold.
    static func outOfBounds(_ int: Int, _ dtype: DType) -> Raised {
        Raised(.exception("OverflowError"), "Python integer \(int) out of bounds for \(dtype.name)")
    }
}
