// Defines ScalarObject: a numpy scalar, a number that remembers its type.
import Runtime
import Tensors

/// A `np.float64`, `np.int64`, `np.bool`, …
final class ScalarObject: Object, NumberObject, @unchecked Sendable {
    /// The value, rounded to the type.
    let number: Number
    /// The element type.
    let dtype: DType

    init(_ number: Number, _ dtype: DType) {
        self.dtype = dtype
        self.number = Self.rounded(number, dtype)
        super.init(type: ScalarClasses.cls(of: .number(dtype)))
    }

    /// The number as an element of the type would hold it.
    private static func rounded(_ number: Number, _ dtype: DType) -> Number {
        switch dtype {
        case .float64: .float(number.double)
        case .float32: .float(Double(Float(number.double)))
        case .float16: .float(Double(Float16(number.double)))
        case .bfloat16: .float(number.double)
        case .int64: .int(number.int)
        case .int32: .int(Int(Int32(truncatingIfNeeded: number.int)))
        case .int16: .int(Int(Int16(truncatingIfNeeded: number.int)))
        case .int8: .int(Int(Int8(truncatingIfNeeded: number.int)))
        case .uint8: .int(Int(UInt8(truncatingIfNeeded: number.int)))
        case .uint16: .int(Int(UInt16(truncatingIfNeeded: number.int)))
        case .uint32: .int(Int(UInt32(truncatingIfNeeded: number.int)))
        case .uint64: .int(number.int)
        case .bool: .bool(number.isTrue)
        }
    }

    /// The number without its type: `x.item()`.
    var plain: Value { number.value(in: dtype) }

    // MARK: Operators

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        try ArrayArithmetic.binary(op, .object(self), other, reflected: reflected)
    }

    override func unary(_ op: UnaryOperator) throws -> Value? {
        try ArrayArithmetic.unary(op, .object(self))
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        try ArrayArithmetic.compare(op, .object(self), other)
    }

    override func truth() -> Bool { number.isTrue }
    override func hash() throws -> Int { try plain.hash() }

    override func item(_ key: Value) throws -> Value {
        if let keys = key.sequenceElements, keys.isEmpty { return .object(self) }
        guard key.isNone || key.isIdentical(to: .ellipsis) else {
            throw Raised.indexError("invalid index to scalar variable.")
        }
        return try Tensor.scalar(number, dtype).intoArray().item(key)
    }

    // MARK: Text

    override func repr() -> String {
        if ArrayPrintForm.current.hidesScalarTypes { return str() }
        return switch number {
        case .bool(let bool): bool ? "np.True_" : "np.False_"
        case .int: "np.\(dtype.name)(\(str()))"
        case .float(let double): ScalarText.repr(double, dtype.floatWidth)
        }
    }

    override func str() -> String {
        switch number {
        case .bool(let bool): bool ? "True" : "False"
        case .int(let int): dtype == .uint64 ? String(UInt(bitPattern: int)) : String(int)
        case .float(let double): ScalarText.str(double, dtype.floatWidth)
        }
    }

    override func format(_ spec: String) throws -> String {
        // float64 is a Python float; the other floats format as the float they convert to, too.
        if case .bool = number { return spec.isEmpty ? str() : try plain.format(spec) }
        return try plain.format(spec)
    }
}

extension ScalarObject: FromValue { static var expectedType: String { "numpy scalar" } }

extension DType {
    /// The width numpy prints a floating type with.
    var floatWidth: FloatWidth {
        switch self {
        case .float16, .bfloat16: .half
        case .float32: .single
        case .float64, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: .double
        }
    }
}

extension ScalarClasses {
    /// What every scalar has; the methods of arrays are looked up on a 0-d array.
    static var scalarRows: [Row] {
        [
            property("dtype", "The type.", example: "np.float32(1).dtype") { (x: ScalarObject) in ArrayType.number(x.dtype) },
            property("shape", "No sizes.", example: "np.float32(1).shape") { (_: ScalarObject) in Value.tuple([]) },
            property("ndim", "No dimensions.", example: "np.float32(1).ndim") { (_: ScalarObject) in 0 },
            property("size", "One element.", example: "np.float32(1).size") { (_: ScalarObject) in 1 },
            property("itemsize", "Bytes of the number.", example: "np.float32(1).itemsize") { (x: ScalarObject) in x.dtype.itemSize },
            property("nbytes", "Bytes of the number.", example: "np.float32(1).nbytes") { (x: ScalarObject) in x.dtype.itemSize },
            property("T", "The number itself.", example: "np.float32(1).T") { (x: ScalarObject) in x },
            property("imag", "Zero.", example: "np.float32(1).imag") { (x: ScalarObject) in ScalarObject(0, x.dtype) },
            property("strides", "No strides.", example: "np.float32(1).strides") { (_: ScalarObject) in Value.tuple([]) },
            property("base", "No base.", example: "np.float32(1).base") { (_: ScalarObject) in Value.none },
            def("conj(self)", "The number itself.", example: "np.float32(1).conj()") { (x: ScalarObject) in x },
            def("conjugate(self)", "The number itself.", example: "np.float32(1).conjugate()") { (x: ScalarObject) in x },
            property("real", "The number itself.", example: "np.float32(1).real") { (x: ScalarObject) in x },
            def("item(self)", "The number without its type.", example: "np.float32(1).item()") { (x: ScalarObject) in x.plain },
            def("tolist(self)", "The number without its type.", example: "np.float32(1).tolist()") { (x: ScalarObject) in x.plain },
            def("is_integer(self)", "Whether the number is whole.", example: "np.float64(1.0).is_integer()") { (x: ScalarObject) in
                x.number.double == x.number.double.rounded()
            },
            def("__copy__(self)", "The number itself.") { (x: ScalarObject) in x },
            def("__deepcopy__(self, memo)", "The number itself.") { (x: ScalarObject, _: Value) in x },
            def("__abs__(self)", "The absolute value.", example: "abs(np.float32(-1))") { (x: ScalarObject) in
                try Ufuncs.absolute([.scalar(x)]).scalarOrArray()
            },
            def("__float__(self)", "The number as a float.", example: "float(np.float32(1))") { (x: ScalarObject) in x.number.double },
            def("__int__(self)", "The number cut to an int.", example: "int(np.float32(1.5))") { (x: ScalarObject) in
                try Value.object(Class.int).call([x.plain])
            },
            def("__round__(self, ndigits=None)", "The number rounded half to even.", example: "round(np.float64(2.567), 2)") {
                (x: ScalarObject, digits: Int?) in
                let tensor = try Tensor.scalar(x.number, x.dtype)
                guard let digits else { return try Value.object(Class.int).call([NumPyRows.rounded(tensor, 0).item().intoValue()]) }
                return .object(ScalarObject(try NumPyRows.rounded(tensor, digits).item(), x.dtype))
            },
        ] + arrayMethodTwins
    }

    /// What makes an integer scalar usable as an index.
    static var indexRows: [Row] {
        [
            def("__index__(self)", "The number as an int.", example: "[1, 2, 3][np.int64(1)]") { (x: ScalarObject) in x.number.int },
            def("bit_count(self)", "The number of bits that are 1.", example: "np.int64(5).bit_count()") { (x: ScalarObject) in
                x.number.int.magnitude.nonzeroBitCount
            },
        ]
    }

    /// `np.float64(2).mean()` and the like: the array method applied to a 0-d array.
    private static var arrayMethodTwins: [Row] {
        ["sum", "mean", "max", "min", "std", "var", "prod", "all", "any", "argmax", "argmin", "round", "astype", "reshape", "ravel", "flatten",
         "copy", "clip", "squeeze", "cumsum", "cumprod", "repeat", "view", "tobytes", "transpose", "dot", "nonzero", "take"].map { name in
            def(raw: "\(name)(self, *args, **kwargs)", "As the method of an array.", example: "") { arguments in
                guard arguments.count > 0, let scalar = arguments[0].as(ScalarObject.self) else {
                    throw Raised.typeError("\(name)() needs a numpy scalar")
                }
                let array = Value.object(try Tensor.scalar(scalar.number, scalar.dtype).intoArray())
                let result = try array.callMethod(
                    Name(name), Array(arguments.dropFirst().positional), keywords: arguments.keywordPairs.map { ($0.name, $0.value) })
                return try result.as(ArrayObject.self)?.scalarOrSelf() ?? result
            }
        }
    }
}
