// Defines numpy's rows about types and the attributes and methods only arrays have.
import Runtime
import Tensors

extension NumPyRows {
    static var types: [Row] {
        [
            def("result_type(*arrays_and_dtypes)", "The common type of arrays, numbers and types.", example: "np.result_type(np.int32, np.float32)") {
                (items: [Value]) -> ArrayType in
                if items.isEmpty { throw Raised.valueError("at least one array or dtype is required") }
                for case let text? in items.map(\.text) where ArrayType.named(text) == nil { throw Raised.typeError("data type '\(text)' not understood") }
                let types = items.map { item in (try? ArrayType.from(item)) ?? (try? ArrayOperand.from(item))?.table?.type }
                if types.contains(.complex) { return .complex }
                let operands: [ArrayOperand] = try items.map { item in
                    if let type = try? ArrayType.from(item), let dtype = type.dtype { return .scalar(ScalarObject(0, dtype)) }
                    guard let operand = try ArrayOperand.from(item) else { throw Raised.typeError("Cannot interpret '\(try item.repr())' as a data type") }
                    return operand
                }
                return ArrayType.number(ArrayPromotion.common(operands))
            },
            def("promote_types(type1, type2)", "The smallest type that holds both.", example: "np.promote_types('i4', 'f4')") { (a: ArrayType, b: ArrayType) in
                ArrayType.number(ArrayPromotion.common(a.dtype ?? .float64, b.dtype ?? .float64))
            },
            def("can_cast(from_, to, casting='safe')", "Whether a type can be converted without loss.", example: "np.can_cast('i4', 'f8')") {
                (source: Value, b: ArrayType, casting: String) in
                switch source {
                case .int, .float:
                    throw Raised.typeError(
                        "can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.\n"
                        + "This change was part of adopting NEP 50, we may explicitly allow them again in the future.")
                case .none, .unset, .bool, .object: break
                }
                guard let a = try ArrayType.from(source) ?? ArrayOperand.from(source).map({ try ArrayObject.make($0.value).arrayType }) else {
                    throw Raised.typeError("Cannot interpret '\(try source.repr())' as a data type")
                }
                return ArrayCasting.allows(a, b, try ArrayCasting.rule(casting))
            },
            def("issubdtype(arg1, arg2)", "Whether a type lies below another in numpy's hierarchy.", example: "np.issubdtype(np.float32, np.floating)") {
                (a: ArrayType, b: Value) in
                let cls = ScalarClasses.cls(of: a)
                if let other = b.as(Class.self), !ScalarClasses.abstract.values.contains(where: { $0 === other }), let type = ScalarClasses.arrayType(of: other) {
                    return cls.isSubclass(of: ScalarClasses.cls(of: type))
                }
                if let other = b.as(Class.self) { return cls.isSubclass(of: other) }
                return try ArrayType.from(b).map { cls.isSubclass(of: ScalarClasses.cls(of: $0)) } ?? false
            },
            def("shares_memory(a, b, max_work=-1)", "Whether two arrays look into the same memory.", example: "a = np.arange(4); np.shares_memory(a, a[1:])") {
                (a: ArrayObject, b: ArrayObject, _: Value) in try overlap(a, b)
            },
            def("may_share_memory(a, b, max_work=0)", "Whether two arrays may look into the same memory.", example: "a = np.arange(4); np.may_share_memory(a, a[1:])") {
                (a: ArrayObject, b: ArrayObject, _: Value) in try overlap(a, b)
            },
            def("isscalar(element)", "Whether the argument is a number or a text.", example: "np.isscalar(3)") { (x: Value) -> Bool in
                switch x {
                case .int, .float, .bool: true
                case .none, .unset: false
                case .object(let object): object is ScalarObject || object is StrObject || object is FloatObject
                }
            },
            def("ndim(a)", "Number of dimensions.", example: "np.ndim([[1]])") { (a: ArrayArgument) in a.tensor.rank },
            def("shape(a)", "The sizes.", example: "np.shape([[1, 2]])") { (a: ArrayArgument) in Value.tuple(a.tensor.shape.map { .int($0) }) },
            def("size(a, axis=None)", "Number of elements.", example: "np.size([[1, 2]])") { (a: ArrayArgument, axis: Int?) in
                try axis.map { a.tensor.shape[try ArrayShapes.wrap($0, rank: a.tensor.rank)] } ?? a.tensor.count
            },
            def("copy(a, order='K', subok=False)", "A copy.", example: "np.copy([1, 2])") { (a: ArrayArgument, order: String, _: Value) in
                try copied(a.array, order)
            },
            def("copy(self, order='C')", "A copy.", example: "np.ones(2).copy()", also: [.methodOnly]) { (a: ArrayObject, order: String) in
                try copied(a, order)
            },
        ]
    }

    /// A copy whose elements lie by rows (C), by columns (F), or as those of the array do (K).
    private static func copied(_ array: ArrayObject, _ order: String) throws -> ArrayObject {
        switch order {
        case "F": try columnMajor(array)
        case "C": try array.like(array.tensor.isContiguous ? array.tensor.clone() : array.tensor.contiguous())
        default: try array.like(array.tensor.clone())
        }
    }

    private static func overlap(_ a: ArrayObject, _ b: ArrayObject) throws -> Bool {
        guard try a.tensor.storage() === b.tensor.storage(), a.tensor.count > 0, b.tensor.count > 0 else { return false }
        func extent(_ x: Tensor) -> ClosedRange<Int> {
            var (low, high) = (x.layout.offset, x.layout.offset)
            for k in 0..<x.rank {
                let reach = (x.shape[k] - 1) * x.strides[k]
                if reach < 0 { low += reach } else { high += reach }
            }
            return low...high
        }
        return extent(a.tensor).overlaps(extent(b.tensor))
    }

    /// Attributes and the methods that are no functions.
    static var arrayMethods: [Row] {
        [
            property("shape", "The sizes.", example: "np.ones((2, 3)).shape", get: { (a: ArrayObject) in Value.tuple(a.tensor.shape.map { .int($0) }) },
                     set: { (a: ArrayObject, value: Value) in
                a.tensor = try ArrayObject.make(Value.object(a).callMethod("reshape", [value])).tensor
            }),
            property("ndim", "Number of dimensions.", example: "np.ones((2, 3)).ndim") { (a: ArrayObject) in a.tensor.rank },
            property("size", "Number of elements.", example: "np.ones((2, 3)).size") { (a: ArrayObject) in a.tensor.count },
            property("dtype", "Type of the elements.", example: "np.ones(2).dtype") { (a: ArrayObject) in a.arrayType },
            property("itemsize", "Bytes of one element.", example: "np.ones(2).itemsize") { (a: ArrayObject) in a.arrayType.itemSize },
            property("nbytes", "Bytes of all elements.", example: "np.ones(2).nbytes") { (a: ArrayObject) in a.arrayType.itemSize * a.tensor.count },
            property("T", "The axes in reverse.", example: "np.ones((2, 3)).T.shape") { (a: ArrayObject) in
                a.view(try a.tensor.permute(Array((0..<a.tensor.rank).reversed())))
            },
            property("strides", "Bytes from an element to the next, per axis.", example: "np.ones((2, 3)).strides") { (a: ArrayObject) in
                Value.tuple(a.tensor.strides.map { .int($0 * a.arrayType.itemSize) })
            },
            property("base", "The array whose memory this looks into, or None.", example: "np.ones(2).base is None") { (a: ArrayObject) in
                a.base.map { Value.object($0) } ?? .none
            },
            property("flat", "The elements one after the other.", example: "list(np.eye(2).flat)", get: { (a: ArrayObject) in Value.object(FlatView(a)) },
                     set: { (a: ArrayObject, value: Value) in try FlatView(a).fill(value) }),
            property("real", "The array itself.", example: "np.ones(2).real", get: { (a: ArrayObject) in
                try a.arrayType == .complex ? ComplexArray(.array(a)).re.intoArray() : a
            }, set: { (a: ArrayObject, value: Value) in try ComplexArray.setPart(of: a, to: value, isReal: true) }),
            def("astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True)", "A copy with elements of another type.",
                example: "np.array([1.7]).astype(int)", also: [.methodOnly]) {
                (a: ArrayObject, type: ArrayType, _: Value, casting: String, _: Value, copy: Bool) in
                try ArrayCasting.require(a.arrayType, type, ArrayCasting.rule(casting))
                try FloatingErrors.checkCast(a, to: type)
                return try !copy && type == a.arrayType ? a : a.converted(to: type)
            },
            def("tolist(self)", "The elements as nested lists.", example: "np.eye(2).tolist()", also: [.methodOnly]) { (a: ArrayObject) in try a.nestedLists() },
            def("item(self, *args)", "One element as a plain number.", example: "np.array([[3]]).item()", also: [.methodOnly]) { (a: ArrayObject, index: [Value]) in
                if index.isEmpty { return try a.element() }
                let index = index.count == 1 ? index[0].sequenceElements ?? index : index
                if index.count == 1, let position = try index[0].index() {
                    let place = position < 0 ? position + a.tensor.count : position
                    guard place >= 0, place < a.tensor.count else {
                        throw Raised.indexError("index \(position) is out of bounds for size \(a.tensor.count)")
                    }
                    return try a.view(ArrayIndexing.element(a, place)).element()
                }
                return try ArrayObject.make(a.item(.tuple(index))).element()
            },
            def("fill(self, value)", "Sets all elements.", example: "a = np.ones(2); a.fill(5); a", also: [.methodOnly]) { (a: ArrayObject, value: Value) in
                try a.setItem(.ellipsis, value)
            },
            def("view(self, dtype=None)", "Another array over the same memory.", example: "np.ones(2).view()", also: [.methodOnly]) { (a: ArrayObject, type: Value) in
                guard !type.isNone, type.as(Class.self) !== Class.ndarray, let dtype = try ArrayType.from(type)?.dtype else { return a.view(a.tensor) }
                return a.view(try ArrayBytes.reinterpreted(a.numbers(for: "view"), dtype))
            },
            def("conj(self)", "The array itself.", example: "np.ones(2).conj()", also: [.methodOnly]) { (a: ArrayObject) in try conjugate(a) },
            def("__abs__(self)", "The absolute values.", example: "abs(np.array([-1, 2]))", also: [.methodOnly]) { (a: ArrayObject) in
                try a.arrayType == .complex ? ComplexArray.call(Ufuncs.absolute, [.array(a)]) : Ufuncs.absolute([.array(a)]).scalarOrArray()
            },
            def("__array__(self, dtype=None, copy=None)", "The array itself.", also: [.methodOnly]) { (a: ArrayObject, _: Value, _: Value) in a },
            def("__float__(self)", "The only element as a float.", also: [.methodOnly]) { (a: ArrayObject) in try plain(a).number() ?? .nan },
            def("__int__(self)", "The only element as an int.", also: [.methodOnly]) { (a: ArrayObject) in try Value.object(Class.int).call([plain(a)]) },
            def("__index__(self)", "The only element of an integer array.", also: [.methodOnly]) { (a: ArrayObject) in
                guard a.tensor.rank == 0, !a.tensor.dtype.isFloatingPoint, a.table == nil else {
                    throw Raised.typeError("only integer scalar arrays can be converted to a scalar index")
                }
                return try a.tensor.item().int
            },
        ]
    }

    /// The array itself, or with the other imaginary parts.
    static func conjugate(_ a: ArrayObject) throws -> ArrayObject {
        guard a.arrayType == .complex else { return a }
        let parts = try ComplexArray(.array(a))
        return try ComplexArray(parts.re, Op.neg(parts.im)).array()
    }

    private static func plain(_ a: ArrayObject) throws -> Value {
        guard a.tensor.rank == 0 else { throw Raised.typeError("only 0-dimensional arrays can be converted to Python scalars") }
        return try a.element()
    }
}

extension Class {
    /// `numpy.ndarray`
    static let ndarray = Class(
        native: "numpy.ndarray", module: "numpy", doc: "An n-dimensional array.",
        hooks: [.add, .radd, .sub, .rsub, .mul, .rmul, .matmul, .rmatmul, .truediv, .rtruediv, .floordiv, .mod, .pow, .rpow, .iadd, .isub, .imul,
                          .itruediv, .neg, .eq, .ne, .lt, .le, .gt, .ge, .len, .getitem, .setitem, .iter, .contains, .bool],
        extensible: false, rows: { NumPyRows.methods },
        constructor: { _, arguments in
            guard arguments.count > 0, let shape = try ShapeArgument.from(arguments[0]) else {
                throw Raised.typeError("ndarray() missing required argument 'shape' (pos 0)")
            }
            return .object(try Tensor.zeros(shape.dims(), .float64).intoArray())
        })
}
