// Defines ArrayBuilder: how Python values become arrays, `np.array([[1, 2], [3, 4]])`.
import BigInt
import Runtime
import Tensors

extension ArrayObject {
    /// The value as an array: an array itself (a copy of it where asked), a tensor's elements, numbers, nested sequences.
    /// - Parameter type: the element type; nil infers it.
    static func make(_ value: Value, type: ArrayType? = nil, copy: Bool = false) throws -> ArrayObject {
        if case .record(let record)? = type {
            let array = try existing(value)
            if let array, array.arrayType == type { return copy ? try array.like(array.tensor) : array }
            return try RecordTable.read(value, record)
        }
        if let array = try existing(value) {
            let same = type == nil || type == array.arrayType || (type == .text(0) && array.arrayType.kind == "U")
            if same { return copy ? try array.like(array.tensor.clone()) : array }
            return try array.converted(to: type ?? array.arrayType)
        }
        if let scalar = value.as(ScalarObject.self) {
            let tensor = try Tensor.scalar(scalar.number, scalar.dtype)
            return try type.map { try ArrayObject(tensor).converted(to: $0) } ?? ArrayObject(tensor)
        }
        var builder = ArrayBuilder()
        do { try builder.measure(value, depth: 0) } catch let error as Raised {
            // An array of objects holds the ragged rest as lists.
            guard type == .object, let depth = builder.raggedDepth else { throw error }
            builder = ArrayBuilder(depth: depth)
            try builder.measure(value, depth: 0)
        }
        return try builder.build(type)
    }

    private static func existing(_ value: Value) throws -> ArrayObject? {
        guard case .object(let object) = value else { return nil }
        if let array = object as? ArrayObject { return array }
        guard let tensor = object as? TensorObject else { return nil }
        if tensor.tensor.requiresGrad {
            throw Raised.runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
        }
        return ArrayObject(try tensor.tensor.onHostForNumPy())
    }

    /// The array with elements of another type; always a copy.
    func converted(to target: ArrayType) throws -> ArrayObject {
        if case .record(let record) = target { return try RecordTable.read(.object(self), record) }
        if case .number(let dtype) = target, table == nil {
            return ArrayObject(try tensor.dtype == dtype ? tensor.clone() : tensor.to(dtype))
        }
        return try ArrayBuilder(leaves: elementValues(for: target), shape: tensor.shape).build(target)
    }

    /// The elements one by one, as what the messages and texts of a conversion to `target` show.
    private func elementValues(for target: ArrayType) throws -> [Value] {
        if let table {
            let isText = arrayType.kind == "U" && target != .object
            return try tensor.elements(Int.self).map { isText ? ScalarClasses.element(table[$0].text ?? "") : table[$0] }
        }
        if target == .object { return try ArrayObject.flatValues(self) }
        return try tensor.reshape([tensor.count]).unbind(dim: 0).map { try $0.scalarOrArray() }
    }
}

/// Gathers the leaves of nested sequences, their sizes and their common type.
struct ArrayBuilder {
    private(set) var shape: [Int] = []
    private(set) var leaves: [Value] = []
    private var dtype: DType?
    private var hasText = false
    private var hasComplex = false
    private var hasObject = false
    /// The depth at which all branches must end; nil until the first leaf.
    private var leafDepth: Int?
    /// The depth from which on the sequences were found to differ.
    private(set) var raggedDepth: Int?
    /// Sequences this deep count as leaves.
    private let limit: Int

    /// Whether tuples are elements.
    private let ofRecords: Bool

    init(depth limit: Int = Dims.capacity + 1, ofRecords: Bool = false) {
        self.limit = limit
        self.ofRecords = ofRecords
    }

    /// Leaves that are there already.
    init(leaves: [Value], shape: Dims) throws {
        limit = 0
        ofRecords = false
        self.shape = shape.array
        for value in leaves { try leaf(value) }
    }

    /// The items of what counts as a sequence; nil for leaves.
    private static func items(_ value: Value) throws -> [Value]? {
        if let items = value.sequenceElements { return items }
        guard case .object(let object) = value else { return nil }
        if let range = object as? RangeObject { return (0..<range.count).map { .int(range.element($0)) } }
        if let array = object as? ArrayObject { return array.tensor.rank == 0 ? nil : try Value.object(array).elements() }
        if let tensor = object as? TensorObject {
            return tensor.tensor.rank == 0 ? nil : try tensor.tensor.detach().onHostForNumPy().unbind(dim: 0).map { try $0.scalarOrArray() }
        }
        return nil
    }

    /// Walks through `value`, which is `depth` sequences deep.
    mutating func measure(_ value: Value, depth: Int) throws {
        guard depth <= Dims.capacity, depth < limit, !(ofRecords && value.as(TupleObject.self) != nil), let items = try Self.items(value) else {
            if let leafDepth, leafDepth != depth { throw inhomogeneous(depth: min(depth, leafDepth)) }
            leafDepth = depth
            return try leaf(value)
        }
        if depth == shape.count {
            if let leafDepth, depth >= leafDepth { throw inhomogeneous(depth: leafDepth) }
            shape.append(items.count)
        } else if shape[depth] != items.count {
            throw inhomogeneous(depth: depth)
        }
        for item in items { try measure(item, depth: depth + 1) }
    }

    private mutating func inhomogeneous(depth: Int) -> Raised {
        raggedDepth = depth
        let sizes = shape.prefix(depth).map(String.init)
        let text = sizes.count == 1 ? "(\(sizes[0]),)" : "(\(sizes.joined(separator: ", ")))"
        return .valueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous shape after \(depth) dimensions. "
            + "The detected shape was \(text) + inhomogeneous part.")
    }

    private mutating func leaf(_ value: Value) throws {
        leaves.append(value)
        switch value {
        case .bool: join(.bool)
        case .int: join(.int64)
        case .float: join(.float64)
        case .none, .unset: hasObject = true
        case .object(let object):
            if let scalar = object as? ScalarObject {
                join(scalar.dtype)
            } else if let array = object as? ArrayObject {
                switch array.arrayType {
                case .number(let dtype): join(dtype)
                case .complex: hasComplex = true
                case .text: hasText = true
                case .object, .record: hasObject = true
                }
            } else if let tensor = object as? TensorObject {
                join(tensor.tensor.dtype)
            } else if object is ComplexObject {
                hasComplex = true
            } else if object is StrObject {
                hasText = true
            } else if object is FloatObject {
                join(.float64)
            } else if Self.bits(value) != nil {
                join(.uint64)
            } else {
                hasObject = true
            }
        }
    }

    private mutating func join(_ other: DType) {
        dtype = dtype.map { ArrayPromotion.common($0, other) } ?? other
    }

    /// The array of everything measured.
    func build(_ type: ArrayType?) throws -> ArrayObject {
        let inferred: ArrayType = hasObject ? .object : hasText ? .text(0) : hasComplex ? .complex : .number(dtype ?? .float64)
        let target = type ?? inferred
        let sizes = try Dims(shape)
        switch target {
        case .number(let dtype):
            return ArrayObject(try numbers(dtype, sizes))
        case .complex:
            let values = try leaves.map { try Self.complexNumber($0) }
            return ArrayObject(try Tensor.from(Array(values.indices), sizes), table: ValueTable(values, .complex))
        case .record(let record):
            return try RecordTable.read(.list(leaves), record).reshaped(sizes)
        case .object, .text:
            let values = try leaves.map { leaf in target == .object ? leaf : Value.string(try leaf.str()) }
            let positions = try Tensor.from(Array(values.indices), sizes)
            guard case .text(let given) = target else { return ArrayObject(positions, table: ValueTable(values, .object)) }
            let needed = values.map { $0.text?.unicodeScalars.count ?? 0 }.max() ?? 1
            let width = max(given > 0 ? given : max(needed, dtype.map(ArrayType.textWidth) ?? 1), 1)
            return ArrayObject(positions, table: ValueTable(values.map { ValueTable.cut($0, to: width) }, .text(width)))
        }
    }

    private func numbers(_ dtype: DType, _ sizes: Dims) throws -> Tensor {
        if dtype.isFloatingPoint {
            return try Tensor.from(leaves.map { try double($0) }, sizes).to(dtype)
        }
        return try Tensor.from(leaves.map { try integer($0, dtype) }, sizes).to(dtype)
    }

    /// The bits of an integer that only uint64 holds.
    private static func bits(_ value: Value) -> Int? {
        guard case .object = value, let big = value.bigInteger, big > BigInt(Int.max), let unsigned = UInt(exactly: big) else { return nil }
        return Int(bitPattern: unsigned)
    }

    private static func complexNumber(_ value: Value) throws -> Value {
        let parts = try value.as(ComplexObject.self).map { ($0.re, $0.im) } ?? value.number().map { ($0, 0) }
        if let parts { return .complex(parts.0, parts.1) }
        return try Value.object(Class.complex).call([value])
    }

    private func double(_ value: Value) throws -> Double {
        // The imaginary part is left away, as numpy does beside a warning.
        if let complex = value.as(ComplexObject.self) { return complex.re }
        if value.isNone { return .nan }
        if value.text != nil { return try Number.from(Value.object(Class.float).call([value]))?.double ?? .nan }
        guard let number = try value.number() else {
            throw Raised.typeError("float() argument must be a string or a real number, not '\(value.type.name)'")
        }
        return number
    }

    private func integer(_ value: Value, _ dtype: DType) throws -> Int {
        if let complex = value.as(ComplexObject.self) { return try integer(.float(complex.re), dtype) }
        if dtype == .bool { return try value.truth() ? 1 : 0 }
        if let bits = Self.bits(value) {
            guard dtype == .uint64 else { throw Raised(.exception("OverflowError"), "Python int too large to convert to C long") }
            return bits
        }
        if value.text != nil || value.isNone { return try Number.from(Value.object(Class.int).call([value]))?.int ?? 0 }
        guard let number = try Number.from(value) else {
            throw Raised.typeError("int() argument must be a string, a bytes-like object or a real number, not '\(value.type.name)'")
        }
        if case .float(let double) = number, !double.isFinite {
            throw double.isNaN
                ? Raised.valueError("cannot convert float NaN to integer")
                : Raised(.exception("OverflowError"), "cannot convert float infinity to integer")
        }
        if case .int(let int) = value, let range = dtype.integerRange, !range.contains(int) {
            throw ArrayPromotion.outOfBounds(int, dtype)
        }
        return number.int
    }
}
