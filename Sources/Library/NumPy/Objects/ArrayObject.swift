// Defines ArrayObject: a numpy array as a value of the language.
import Runtime
import Tensors

/// A `numpy.ndarray`: an engine tensor seen with numpy's rules.
///
/// An array of texts or objects keeps positions in a table of values as its elements, so that slicing, indexing and joining are
/// the same code for every kind of array.
class ArrayObject: Object, ArrayLike, @unchecked Sendable {
    /// The elements, or their positions in `table`. Replaced only by assignment to `shape`.
    var tensor: Tensor
    /// The values of an array of texts or objects, shared by its views; nil for numbers.
    let table: ValueTable?
    /// The array this is a view of; nil where it owns its elements.
    let base: ArrayObject?
    /// Whether elements may not be changed through this array (`flags.writeable`).
    var isReadOnly: Bool
    /// Whether the elements belong to something that may never change, such as bytes or a stretched array.
    var borrows = false

    init(_ tensor: Tensor, table: ValueTable? = nil, base: ArrayObject? = nil, type: Class = .ndarray) {
        self.tensor = tensor
        self.table = table
        self.base = base?.base ?? base
        isReadOnly = base?.isReadOnly ?? false
        super.init(type: type)
    }

    /// The element type.
    var arrayType: ArrayType { table?.type ?? .number(tensor.dtype) }

    /// An array over other elements of the same kind that looks into this array's memory.
    func view(_ tensor: Tensor) -> ArrayObject { ArrayObject(tensor, table: table, base: self) }

    /// A new array of the same kind.
    func like(_ tensor: Tensor) throws -> ArrayObject { try (table as? RecordTable)?.copied(tensor) ?? ArrayObject(tensor, table: table) }

    /// The numbers, for operations that only make sense on numbers.
    /// - Throws: TypeError for texts and objects.
    func numbers(for operation: String) throws -> Tensor {
        guard table == nil else {
            throw Raised.typeError("ufunc '\(operation)' not supported for the input types, and the inputs could not be safely coerced to any supported types")
        }
        return tensor
    }

    /// The tensor itself, as torch.from_numpy takes it: both see each change.
    /// - Throws: TypeError for texts and objects, ValueError for negative strides.
    func sharedTensor() throws -> Tensor {
        guard let table else {
            if tensor.strides.contains(where: { $0 < 0 }) {
                throw Raised.valueError(
                    "At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. "
                    + "(You can probably work around this by making a copy of your array  with array.copy().) ")
            }
            return tensor
        }
        throw Raised.typeError(
            "can't convert np.ndarray of type numpy.\(table.type == .object ? "object_" : "str_"). The only supported types are: float64, float32, "
            + "float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.")
    }

    // MARK: Operators

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        try ArrayArithmetic.binary(op, .object(self), other, reflected: reflected)
    }

    override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        try ArrayArithmetic.inPlace(op, self, other) ? .object(self) : nil
    }

    override func unary(_ op: UnaryOperator) throws -> Value? {
        try ArrayArithmetic.unary(op, .object(self))
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        try ArrayArithmetic.compare(op, .object(self), other)
    }

    // MARK: Containers

    override func item(_ key: Value) throws -> Value { try ArrayIndexing.read(self, key) }
    override func setItem(_ key: Value, _ value: Value) throws {
        if isReadOnly { throw Raised.valueError("assignment destination is read-only") }
        try ArrayIndexing.write(self, key, value)
    }

    /// - Throws: ValueError where results may not be put into the array.
    func checkOutput() throws {
        if isReadOnly { throw Raised.valueError("output array is read-only") }
    }

    override func deleteItem(_ key: Value) throws { throw Raised.valueError("cannot delete array elements") }

    override func length() throws -> Int? {
        guard tensor.rank > 0 else { throw Raised.typeError("len() of unsized object") }
        return tensor.shape[0]
    }

    override func truth() throws -> Bool {
        switch tensor.count {
        case 1: try element().truth()
        case 0:
            throw Raised.valueError(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.")
        default: throw Raised.valueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        }
    }

    override func iterate() throws -> Object? {
        guard tensor.rank > 0 else { throw Raised.typeError("iteration over a 0-d array") }
        return ArrayIterator(self)
    }

    override func contains(_ value: Value) throws -> Bool? {
        guard let equal = try compare(.equal, value) else { return false }
        return try ArrayObject.make(equal).tensor.any().item().isTrue
    }

    override func hash() throws -> Int { throw Raised.typeError("unhashable type: 'numpy.ndarray'") }

    // MARK: Elements

    /// The only element, as `x.item()` gives it.
    func element() throws -> Value {
        guard tensor.count == 1 else { throw Raised.valueError("can only convert an array of size 1 to a Python scalar") }
        let number = try tensor.item()
        return table.map { $0[number.int] } ?? number.value(in: tensor.dtype)
    }

    /// The array, or its element as a scalar where it has no dimensions.
    func scalarOrSelf() throws -> Value {
        guard tensor.rank == 0 else { return .object(self) }
        guard table != nil else { return try tensor.scalarOrArray() }
        let element = try element()
        if let records = table as? RecordTable { return .object(VoidObject(self, records)) }
        switch arrayType {
        case .text: return ScalarClasses.element(element.text ?? "")
        case .complex: return element.as(ComplexObject.self).map { ScalarClasses.element($0) } ?? element
        case .object, .number, .record: return element
        }
    }

    /// The elements as nested lists: `x.tolist()`.
    func nestedLists() throws -> Value {
        guard let table else { return try tensor.nestedLists() }
        func translated(_ value: Value) -> Value {
            if case .int(let position) = value { return table[position] }
            return .list((value.sequenceElements ?? []).map(translated))
        }
        return translated(try tensor.nestedLists())
    }

    // MARK: Text

    override func repr() throws -> String { try ArrayRepresentation.repr(self) }
    override func str() throws -> String { try ArrayRepresentation.str(self) }

    override func format(_ spec: String) throws -> String {
        if tensor.rank == 0 { return try scalarOrSelf().format(spec) }
        guard spec.isEmpty else { throw Raised.typeError("unsupported format string passed to numpy.ndarray.__format__") }
        return try str()
    }
}

/// The values of an array of texts or objects.
class ValueTable: @unchecked Sendable {
    var values: [Value]
    let type: ArrayType

    init(_ values: [Value], _ type: ArrayType) {
        self.values = values
        self.type = type
    }

    /// The value of an element.
    subscript(position: Int) -> Value { values[position] }

    /// The first `width` code points of a text.
    static func cut(_ value: Value, to width: Int) -> Value {
        guard let text = value.text, text.unicodeScalars.count > width else { return value }
        return .string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(width))))
    }

    /// The position of a value, added where it is new. Texts longer than the type's width are cut, as numpy does.
    func position(of value: Value) throws -> Int {
        var value = value
        if case .text(let width) = type {
            value = Self.cut(.string(try value.str()), to: width)
        } else if type == .complex {
            value = try ArrayObject.make(value, type: .complex).element()
        }
        values.append(value)
        return values.count - 1
    }
}

/// The rows of an array, one after the other; scalars where it has one dimension.
final class ArrayIterator: Object, @unchecked Sendable {
    private static let iteratorClass = Class.iterator("array_iterator")
    private let array: ArrayObject
    private var position = 0

    init(_ array: ArrayObject) {
        self.array = array
        super.init(type: Self.iteratorClass)
    }

    override var isIterator: Bool { true }
    override func iterate() -> Object? { self }

    override func next() throws -> Value? {
        guard position < array.tensor.shape[0] else { return nil }
        position += 1
        return try array.view(array.tensor.select(0, position - 1)).scalarOrSelf()
    }
}

extension ArrayObject: FromValue {
    static var expectedType: String { "numpy.ndarray" }
}

extension Tensor {
    /// The tensor as an array that shares its memory.
    func intoArray() -> ArrayObject { ArrayObject(self) }

    /// The tensor as an array, or as a scalar where it has no dimensions.
    func scalarOrArray() throws -> Value {
        rank == 0 ? .object(ScalarObject(try item(), dtype)) : .object(ArrayObject(self))
    }
}
