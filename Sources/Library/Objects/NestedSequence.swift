// Defines how nested Python sequences become tensors: `torch.tensor([[1, 2], [3, 4]])`.
import BigInt
import Runtime
import Tensors

/// Numbers in nested lists: their sizes, their common type, their values.
struct NestedSequence {
    private let data: Value
    private var shape: [Int] = []
    private var dtype: DType?

    /// A new tensor with the elements of `data`: a number, a tensor, an array, or nested sequences of them.
    /// - Parameter dtype: the element type; nil infers it from the elements.
    static func tensor(_ data: Value, dtype: DType?) throws -> Tensor {
        if let tensor = try elements(of: data) { return try (dtype.map { try tensor.to($0) } ?? tensor).detach().clone() }
        var sequence = NestedSequence(data)
        try sequence.measure()
        if dtype == nil { try sequence.infer(data) }
        let target = dtype ?? sequence.dtype ?? Engine.current.defaultDType
        return target.isFloatingPoint ? try sequence.floats(target) : try sequence.integers(target)
    }

    private init(_ data: Value) { self.data = data }

    /// The tensor behind a tensor or an array object.
    static func elements(of value: Value) throws -> Tensor? {
        guard case .object(let object) = value else { return nil }
        if let object = object as? TensorObject { return object.tensor }
        return try (object as? any ArrayLike)?.sharedTensor()
    }

    /// The items of anything `torch.tensor` walks into; nil for numbers.
    private static func items(of value: Value) throws -> [Value]? {
        guard case .object(let object) = value else { return nil }
        if let items = value.sequenceElements { return items }
        if let range = object as? RangeObject { return (0..<range.count).map { .int(range.element($0)) } }
        // A tensor inside a list stands for one number; only arrays are walked into.
        if object is TensorObject { return nil }
        if let tensor = try elements(of: value) {
            return tensor.rank == 0 ? nil : try tensor.unbind(dim: 0).map { $0.intoValue() }
        }
        if object is StrObject || object is BytesObject || object is DictObject || object is SetObject { return nil }
        // Any object with a length and items counts, as Python's sequence protocol has it.
        guard object.type.lookup("__getitem__") != nil, object.type.lookup("__len__") != nil else { return nil }
        return try (0..<value.length()).map { try value.item(.int($0)) }
    }

    /// Follows the first element of every level.
    private mutating func measure() throws {
        if let text = data.as(StrObject.self) { throw Self.invalid(.object(text)) }
        if let bytes = data.as(BytesObject.self) { throw Self.invalid(.object(bytes)) }
        var level = data
        while true {
            if level.text != nil { throw Raised.valueError("too many dimensions 'str'") }
            guard let items = try Self.items(of: level) else { return }
            shape.append(items.count)
            if shape.count > 64 { throw Raised.valueError("too many dimensions 'list'") }
            guard let first = items.first else { return }
            level = first
        }
    }

    private static func invalid(_ value: Value) -> Raised { .typeError("new(): invalid data type '\(value.type.name)'") }

    /// Joins the types of all elements.
    private mutating func infer(_ value: Value) throws {
        switch value {
        case .bool: join(.bool)
        case .int: join(.int64)
        case .float: join(Engine.current.defaultDType)
        case .none, .unset: throw Raised.runtimeError("Could not infer dtype of NoneType")
        case .object(let object):
            if let tensor = try Self.elements(of: value) { join(tensor.dtype); return }
            if let items = try Self.items(of: value) {
                for item in items { try infer(item) }
                return
            }
            if object is StrObject || object is BytesObject { throw Self.invalid(value) }
            if value.bigInteger != nil { throw Raised.valueError("Overflow when unpacking long long") }
            if let scalar = object as? any NumberObject { return join(scalar.dtype) }
            guard let number = try Number.plain(object) else {
                throw Raised.runtimeError("Could not infer dtype of \(object.type.name)")
            }
            join(number.dtype)
        }
    }

    private mutating func join(_ other: DType) {
        if dtype != other { dtype = dtype.map { DType.promote($0, other) } ?? other }
    }

    private func floats(_ target: DType) throws -> Tensor {
        var values: [Double] = []
        try flatten(data, level: 0) { values.append($0.double) }
        return try Tensor.from(values, Dims(shape)).to(target)
    }

    private func integers(_ target: DType) throws -> Tensor {
        var values: [Int] = []
        let range = target.integerRange
        try flatten(data, level: 0) { number in
            let value = target == .bool ? (number.isTrue ? 1 : 0) : number.int
            // Negative numbers wrap into uint8; all else must fit.
            if let range, !range.contains(value), !(target == .uint8 && value < 0 && value >= -255) {
                throw TensorError.runtime("value cannot be converted to type \(target.cTypeName) without overflow")
            }
            values.append(value)
        }
        return try Tensor.from(values, Dims(shape)).to(target)
    }

    /// Visits all numbers in order, checking that every level has the size its first element announced.
    private func flatten(_ value: Value, level: Int, _ visit: (Number) throws -> Void) throws {
        guard level < shape.count else { return try visit(scalar(value)) }
        guard let items = try Self.items(of: value) else { throw Raised.typeError("not a sequence") }
        guard items.count == shape[level] else {
            throw Raised.valueError("expected sequence of length \(shape[level]) at dim \(level) (got \(items.count))")
        }
        if level == shape.count - 1 {
            for item in items { try visit(scalar(item)) }
        } else {
            for item in items { try flatten(item, level: level + 1, visit) }
        }
    }

    private func scalar(_ value: Value) throws -> Number {
        switch value {
        case .int(let int): return .int(int)
        case .float(let double): return .float(double)
        case .bool(let bool): return .bool(bool)
        case .none, .unset: throw Raised.typeError("must be real number, not NoneType")
        case .object(let object):
            if let tensor = try Self.elements(of: value) {
                guard tensor.count == 1 else { throw Raised.valueError("only one element tensors can be converted to Python scalars") }
                return try tensor.item()
            }
            if object is StrObject || object is BytesObject { throw Self.invalid(value) }
            if value.bigInteger != nil { throw Raised.valueError("Overflow when unpacking long long") }
            if let number = try Number.plain(object) { return number }
            throw Raised.typeError("'\(object.type.name)' object cannot be interpreted as an integer")
        }
    }
}

extension DType {
    /// The C type that overflow messages name.
    var cTypeName: String {
        switch self {
        case .uint8: "uint8"
        case .int8: "int8"
        case .int16: "int16"
        case .int32: "int"
        case .int64: "int64"
        case .bool: "bool"
        case .float32: "float"
        case .float64: "double"
        case .float16: "at::Half"
        case .bfloat16: "at::BFloat16"
        case .uint16: "uint16"
        case .uint32: "uint32"
        case .uint64: "uint64"
        }
    }
}

extension Number {
    /// The number as a value; the bits of a large uint64 as the integer they stand for.
    func value(in dtype: DType) -> Value {
        guard dtype == .uint64, int < 0 else { return intoValue() }
        return Value.integer(BigInt(UInt(bitPattern: int)))
    }
}

extension Tensor {
    /// The elements as nested lists, or the number of a 0-d tensor: `tolist()`.
    func nestedLists() throws -> Value {
        let plain = try detach().contiguous()
        var position = plain.layout.offset
        func part(_ dim: Int) throws -> Value {
            if dim == plain.rank {
                defer { position += 1 }
                return try plain.number(at: position).value(in: plain.dtype)
            }
            return .list(try (0..<plain.shape[dim]).map { _ in try part(dim + 1) })
        }
        return try part(0)
    }
}
