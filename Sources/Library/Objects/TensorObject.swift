// Defines TensorObject: a tensor as a value of the language.
import Runtime
import Tensors

/// A `torch.Tensor`, or an instance of a user's subclass of it: wraps one tensor of the engine.
///
/// There is at most one object per tensor at a time, so that `x.grad is x.grad`.
/// Operators and indexing go straight to the engine; everything with a name is a row (`Torch/`).
final class TensorObject: Object, @unchecked Sendable {
    /// The wrapped tensor.
    let tensor: Tensor

    /// A new object for `tensor`, which must not have one yet.
    init(_ tensor: Tensor, type: Class = .tensor) {
        self.tensor = tensor
        super.init(type: type)
        tensor.wrapper = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        if tensor.wrapper == Unmanaged.passUnretained(self).toOpaque() { tensor.wrapper = nil }
    }

    /// The object that stands for `tensor`, made where there is none.
    @inline(__always)
    static func of(_ tensor: Tensor) -> TensorObject {
        if let wrapper = tensor.wrapper {
            return Unmanaged<TensorObject>.fromOpaque(wrapper).takeUnretainedValue()
        }
        return TensorObject(tensor)
    }

    // MARK: Operators

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        try DeviceBoundary.on(tensor, other) { try TensorArithmetic.binary(op, tensor, other, reflected: reflected) }
    }

    override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        try DeviceBoundary.on(tensor, other) { try TensorArithmetic.inPlace(op, tensor, other) ? .object(self) : nil }
    }

    override func unary(_ op: UnaryOperator) throws -> Value? {
        try DeviceBoundary.on(tensor) { try TensorArithmetic.unary(op, tensor) }
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        try DeviceBoundary.on(tensor, other) { try TensorArithmetic.compare(op, tensor, other) }
    }

    // MARK: Containers

    override func item(_ key: Value) throws -> Value {
        try DeviceBoundary.on(tensor) { try TensorIndexing.read(tensor, key).intoValue() }
    }

    override func setItem(_ key: Value, _ value: Value) throws {
        try DeviceBoundary.on(tensor) { try TensorIndexing.write(tensor, key, value) }
    }

    override func deleteItem(_ key: Value) throws {
        throw Raised.typeError("Tensor does not support deleting items")
    }

    override func length() throws -> Int? {
        guard tensor.rank > 0 else { throw Raised.typeError("len() of a 0-d tensor") }
        return tensor.shape[0]
    }

    override func truth() throws -> Bool {
        switch tensor.count {
        case 1: try tensor.item().isTrue
        case 0: throw Raised.runtimeError("Boolean value of Tensor with no values is ambiguous")
        default: throw Raised.runtimeError("Boolean value of Tensor with more than one value is ambiguous")
        }
    }

    override func iterate() throws -> Object? {
        guard tensor.rank > 0 else { throw Raised.typeError("iteration over a 0-d tensor") }
        return TensorIterator(try tensor.unbind(dim: 0))
    }

    override func contains(_ value: Value) throws -> Bool? {
        guard let operand = try Operand.from(value) else {
            throw Raised.runtimeError(
                "Tensor.__contains__ only supports Tensor or scalar, but you passed in a \(value.type.classText).")
        }
        return try Op.eq(.tensor(tensor), operand).any().item().isTrue
    }

    // MARK: Text

    override func repr() throws -> String { try tensor.text(prefix: type.module.hasPrefix("torch") ? "tensor" : type.name) }

    override func format(_ spec: String) throws -> String {
        if tensor.rank == 0 {
            return try tensor.item().intoValue().format(spec)
        }
        guard spec.isEmpty else {
            throw Raised.typeError("unsupported format string passed to \(type.name).__format__")
        }
        return try Value.object(self).str()
    }
}

/// The rows of a tensor, one after the other.
final class TensorIterator: Object, @unchecked Sendable {
    private static let iteratorClass = Class.iterator("tensor_iterator")
    private var parts: [Tensor]
    private var position = 0

    init(_ parts: [Tensor]) {
        self.parts = parts
        super.init(type: Self.iteratorClass)
    }

    override var isIterator: Bool { true }
    override func iterate() -> Object? { self }

    override func next() throws -> Value? {
        guard position < parts.count else { return nil }
        position += 1
        return .object(TensorObject.of(parts[position - 1]))
    }
}

extension TensorObject: FromValue { static var expectedType: String { "Tensor" } }
