// Defines the special methods of tensors that the machine looks up by name: conversions to numbers, copying, rounding.
import Runtime
import Tensors

/// `__float__`, `__int__`, `__index__`, `__abs__`, … of `torch.Tensor`.
enum TensorProtocols {
    static var rows: [Row] {
        [
            def("__float__(self)", "The only element as a float.") { (x: Tensor) in try number(x).double },
            def("__int__(self)", "The only element as an int.") { (x: Tensor) -> Value in
                let number = try number(x)
                if case .float(let value) = number, !value.isFinite {
                    throw value.isNaN ? Raised.valueError("cannot convert float NaN to integer")
                        : Raised(.exception("OverflowError"), "cannot convert float infinity to integer")
                }
                return .int(number.int)
            },
            def("__index__(self)", "The only element, which must be a whole number, as an index.") { (x: Tensor) -> Int in
                guard x.count == 1, !x.dtype.isFloatingPoint else {
                    throw Raised.typeError("only integer tensors of a single element can be converted to an index")
                }
                return try x.item().int
            },
            def("__abs__(self)", "The absolute value.") { (x: Tensor) in try Op.abs(x) },
            def("__reversed__(self)", "The order along all dimensions reversed.") { (x: Tensor) in x.rank == 0 ? x : try x.flip(Array(0..<x.rank)) },
            def("__copy__(self)", "Another tensor over the same memory.") { (x: TensorObject) -> Value in
                let copy = TensorObject(x.tensor.detach(), type: x.type)
                if x.tensor.requiresGrad && x.tensor.isLeaf { try copy.tensor.setRequiresGrad(true) }
                return .object(copy)
            },
        ]
    }

    private static func number(_ x: Tensor) throws -> Number {
        guard x.count == 1 else { throw Raised.valueError("only one element tensors can be converted to Python scalars") }
        return try x.item()
    }
}

extension TensorObject {
    /// A copy that shares nothing. Only leaves can be copied so; `memo` makes shared tensors stay shared.
    func deepCopy(_ memo: Value) throws -> Value {
        guard tensor.isLeaf else {
            throw Raised.runtimeError("Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  "
                + "If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, "
                + "see https://github.com/pytorch/pytorch/pull/103001")
        }
        let key = Value.int(identity)
        if let done = try memo.as(DictObject.self)?.table.value(key) { return done }
        let copy = TensorObject(try Engine.current.withoutGrad { try tensor.clone() }.detach(), type: type)
        if tensor.requiresGrad { try copy.tensor.setRequiresGrad(true) }
        if let grad = tensor.grad { copy.tensor.grad = try Engine.current.withoutGrad { try grad.clone() } }
        for (name, value) in ownAttributes { copy.setOwnAttribute(name, value) }
        try memo.as(DictObject.self)?.table.set(key, .object(copy))
        return .object(copy)
    }
}
