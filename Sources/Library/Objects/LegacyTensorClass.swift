// Defines torch.Tensor's class with its constructor, and the legacy classes torch.FloatTensor, torch.LongTensor, ….
import Runtime
import Tensors

extension Class {
    /// `torch.Tensor`
    static let tensor: Class = Class(
        native: "Tensor", module: "torch", doc: "A multi-dimensional array of numbers of one type.", hooks: tensorHooks,
        rows: { TorchRows.methods.map { $0.speaking(.torch) } + TensorAttributes.rows + TensorProtocols.rows },
        constructor: { cls, arguments in
            let tensor = try LegacyTensorClass.make(Engine.current.defaultDType, arguments)
            return .object(cls === Class.tensor ? TensorObject.of(tensor) : TensorObject(tensor, type: cls))
        })

    private static let tensorHooks: DunderSet = [
        .add, .radd, .iadd, .sub, .rsub, .isub, .mul, .rmul, .imul, .truediv, .rtruediv, .itruediv, .floordiv, .rfloordiv, .ifloordiv,
        .mod, .rmod, .imod, .pow, .rpow, .ipow, .matmul, .rmatmul, .and, .rand, .iand, .or, .ror, .ior, .xor, .rxor, .ixor,
        .lshift, .rshift, .neg, .pos, .invert, .eq, .ne, .lt, .le, .gt, .ge, .getitem, .setitem, .len, .iter, .contains, .bool,
        .format, .repr, .hash,
    ]
}

/// `torch.FloatTensor` and its like: constructors of one element type, and names for `x.type(...)` and `isinstance`.
enum LegacyTensorClass {
    private static let dtypes = DType.allCases.filter(\.isOriginal)

    /// The classes under their names in `torch`.
    static let classes: [(name: String, cls: Class)] = dtypes.map { dtype in
        let name = dtype.scalarName + "Tensor"
        let cls = Class(native: name, module: "torch", extensible: false, constructor: { _, arguments in
            .object(TensorObject.of(try make(dtype, arguments)))
        })
        cls.instanceCheck = { Tensor.from($0)?.dtype == dtype }
        return (name, cls)
    }

    /// The element type a legacy class or its name (`torch.LongTensor`) stands for.
    static func dtype(_ value: Value) -> DType? {
        if let text = value.text {
            return dtypes.first { text == "torch.\($0.scalarName)Tensor" || text == "torch.cuda.\($0.scalarName)Tensor" }
        }
        guard let cls = value.as(Class.self) else { return nil }
        return zip(classes, dtypes).first { $0.0.cls === cls }?.1
    }

    /// `torch.Tensor(2, 3)`, `torch.Tensor([1, 2])`, `torch.Tensor(other)`, `torch.Tensor()`.
    static func make(_ dtype: DType, _ arguments: Arguments) throws -> Tensor {
        try Engine.current.on(Engine.current.defaultDevice) { try made(dtype, arguments) }
    }

    private static func made(_ dtype: DType, _ arguments: Arguments) throws -> Tensor {
        guard arguments.count > 0 else {
            if let data = arguments.keyword("data") { return try NestedSequence.tensor(data, dtype: dtype) }
            return try Tensor.zeros([0], dtype)
        }
        if let first = arguments[0].as(TupleObject.self), first.type === Class.size {
            return try Tensor.zeros(Sizes([Int].from(arguments[0]) ?? []).shape(), dtype)
        }
        if let tensor = Tensor.from(arguments[0]) { return tensor.dtype == dtype ? tensor.detach() : try tensor.detach().to(dtype) }
        if case .int = arguments[0] {
            var sizes: [Int] = []
            for (position, value) in arguments.positional.enumerated() {
                guard case .int(let size) = value else {
                    throw Raised.typeError("new(): argument 'size' failed to unpack the object at pos \(position + 1) with error "
                        + "\"type must be tuple of ints,but got \(value.type.name)\"")
                }
                sizes.append(size)
            }
            return try Tensor.zeros(Sizes(sizes).shape(), dtype)
        }
        if case .float = arguments[0] { throw Raised.typeError("new(): data must be a sequence (got float)") }
        return try NestedSequence.tensor(arguments[0], dtype: dtype)
    }
}
