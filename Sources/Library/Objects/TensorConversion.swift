// Defines how tensors, numbers, sizes and dimensions cross the border between the language and the engine.
import Runtime
import Tensors

/// A host object that a tensor operation may take where it takes a number: numpy's scalars.
protocol NumberObject: Object {
    /// The number it stands for.
    var number: Number { get }
    /// Its element type, which tensors made of it have.
    var dtype: DType { get }
}

/// A host object whose elements a tensor can share or copy: numpy's arrays.
protocol ArrayLike: Object {
    /// A tensor over the same storage.
    /// - Throws: TypeError where no tensor can have elements of that type.
    func sharedTensor() throws -> Tensor
}

extension Tensor: FromValue, IntoValue {
    @inline(__always)
    public static func from(_ value: Value) -> Tensor? {
        if case .object(let object) = value, let object = object as? TensorObject { object.tensor } else { nil }
    }

    public static var expectedType: String { "Tensor" }
    @inline(__always)
    public func intoValue() -> Value { .object(TensorObject.of(self)) }
}

extension Number: FromValue, IntoValue {
    /// A number of the language, of numpy, or a tensor of one element.
    public static func from(_ value: Value) throws -> Number? {
        switch value {
        case .int(let int): return .int(int)
        case .float(let double): return .float(double)
        case .bool(let bool): return .bool(bool)
        case .none, .unset: return nil
        case .object(let object):
            if let object = object as? TensorObject {
                return object.tensor.rank == 0 ? try object.tensor.item() : nil
            }
            return try plain(object)
        }
    }

    /// The number a host object that is no tensor stands for.
    static func plain(_ object: Object) throws -> Number? {
        if let object = object as? any NumberObject { return object.number }
        if Value.object(object).bigInteger != nil {
            throw Raised(.exception("OverflowError"), "int too big to convert")
        }
        if object.type.isSubclass(of: .float) { return try Value.object(object).number().map { .float($0) } }
        if object.type.isSubclass(of: .int) { return try Value.object(object).index().map { .int($0) } }
        return nil
    }

    public static var expectedType: String { "Number" }

    public func intoValue() -> Value {
        switch self {
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .float(let double): .float(double)
        }
    }
}

extension Operand: FromValue {
    /// A tensor or a number.
    @inline(__always)
    public static func from(_ value: Value) throws -> Operand? {
        switch value {
        case .int(let int): return .number(.int(int))
        case .float(let double): return .number(.float(double))
        case .bool(let bool): return .number(.bool(bool))
        case .none, .unset: return nil
        case .object(let object):
            if let object = object as? TensorObject { return .tensor(object.tensor) }
            return try Number.plain(object).map { .number($0) }
        }
    }

    public static var expectedType: String { "Tensor" }
}

/// Integers given one by one or as one sequence: `view(2, 3)`, `view((2, 3))`. For a `*size` parameter.
struct Sizes: FromValue, RandomAccessCollection, Sendable {
    /// The integers.
    let list: [Int]
    var startIndex: Int { 0 }
    var endIndex: Int { list.count }
    subscript(index: Int) -> Int { list[index] }

    init(_ list: [Int]) { self.list = list }

    static func from(_ value: Value) throws -> Sizes? {
        if case .int(let size) = value { return Sizes([size]) }
        guard var items = value.sequenceElements else { return nil }
        if items.count == 1, let inner = items[0].sequenceElements { items = inner }
        var list: [Int] = []
        list.reserveCapacity(items.count)
        for item in items {
            guard let size = try Sizes.integer(item) else { return nil }
            list.append(size)
        }
        return Sizes(list)
    }

    private static func integer(_ value: Value) throws -> Int? {
        switch value {
        case .int(let int): return int
        case .float, .none, .unset: return nil
        case .bool(let bool): return bool ? 1 : 0
        case .object: return try value.index()
        }
    }

    /// The integers as sizes of a tensor to be made.
    /// - Throws: RuntimeError for negative sizes.
    func shape() throws -> Dims {
        for size in list where size < 0 {
            throw TensorError.runtime("Trying to create tensor with negative dimension \(size): \(list)")
        }
        return try Dims(list)
    }

    static var expectedType: String { "tuple of ints" }
}

/// Dimensions to reduce: one, several, or nil for all.
struct Axes: FromValue, Sendable {
    /// The dimensions as given; nil for all.
    let list: [Int]?

    static func from(_ value: Value) throws -> Axes? {
        switch value {
        case .none, .unset: return Axes(list: nil)
        case .int(let dim): return Axes(list: [dim])
        case .bool, .float: return nil
        case .object:
            if value.sequenceElements == nil, let dim = try value.index() { return Axes(list: [dim]) }
            return try Sizes.from(value).map { Axes(list: $0.list) }
        }
    }

    static var expectedType: String { "tuple of ints" }

    /// The dimensions for the engine: an empty tuple means all, as in PyTorch.
    var dims: [Int]? { list?.isEmpty == true ? nil : list }
}

/// Tensors given one by one or as one sequence: for a `*tensors` parameter.
struct TensorList: FromValue, Sendable {
    /// The tensors.
    nonisolated(unsafe) let list: [Tensor]

    static func from(_ value: Value) throws -> TensorList? {
        guard var items = value.sequenceElements else { return nil }
        if items.count == 1, let inner = items[0].sequenceElements { items = inner }
        var list: [Tensor] = []
        list.reserveCapacity(items.count)
        for (position, item) in items.enumerated() {
            guard let tensor = Tensor.from(item) else {
                throw Raised.typeError("expected Tensor as element \(position) in argument 0, but got \(item.type.name)")
            }
            list.append(tensor)
        }
        return TensorList(list: list)
    }

    static var expectedType: String { "tuple of Tensors" }
}

/// Tensors as a tuple, which is how PyTorch returns several.
struct TensorTuple: IntoValue {
    let tensors: [Tensor]
    init(_ tensors: [Tensor]) { self.tensors = tensors }
    func intoValue() -> Value { .tuple(tensors.map { $0.intoValue() }) }
}

extension Class {
    /// `<class 'torch.Tensor'>`
    var classText: String {
        module == "builtins" ? "<class '\(qualifiedName)'>" : "<class '\(module).\(qualifiedName)'>"
    }
}
