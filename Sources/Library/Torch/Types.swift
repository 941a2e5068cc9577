// Defines the rows that convert element types and tell about them.
import Runtime
import Tensors

extension TorchRows {
    static var conversions: [Row] {
        let casts: [(name: String, dtype: DType)] = [
            ("float", .float32), ("double", .float64), ("half", .float16), ("bfloat16", .bfloat16), ("long", .int64), ("int", .int32),
            ("short", .int16), ("char", .int8), ("byte", .uint8), ("bool", .bool),
        ]
        return casts.map { name, dtype in
            def("\(name)(self, memory_format=None)", "The elements as \(dtype.name).", example: "torch.tensor([0., 1.5]).\(name)()", also: [.methodOnly]) {
                (x: Tensor, _: Value) in try x.to(dtype)
            }
        } + [
            def("to(self, *args, dtype=None, device=None, copy=False, non_blocking=False, memory_format=None)",
                "The tensor with another element type or on another device.", example: "torch.tensor([1]).to(torch.float32)", also: [.methodOnly]) {
                (x: Tensor, arguments: [Value], dtype: DType?, device: Device?, copy: Bool, _: Bool, _: Value) in
                let target = try Destination(arguments, dtype: dtype, device: device)
                let moved = try target.device.map { try x.to(device: $0.computer()) } ?? x
                let result = try target.dtype.map { try moved.to($0) } ?? moved
                return (copy || target.copies) && result === x ? try x.clone() : result
            },
            def("type(self, dtype=None, non_blocking=False)", "The name of the type, or the tensor with another type.",
                example: "torch.ones(1).type()", also: [.methodOnly]) { (x: Tensor, type: Value, _: Bool) in
                if type.isNone { return Value.string("torch.\(x.dtype.scalarName)Tensor") }
                if let dtype = DType.from(type) ?? LegacyTensorClass.dtype(type) { return try x.to(dtype).intoValue() }
                guard type.type.name == "str" else { throw Raised.typeError("dtype must be a type, str, or dtype object") }
                throw Raised.valueError("invalid type: '\(try type.str())'")
            },
            def("type_as(self, other)", "The elements in the type of other.", example: "torch.tensor([1]).type_as(torch.ones(1))", also: [.methodOnly]) {
                (x: Tensor, y: Tensor) in try x.to(y.dtype)
            },
            def("cpu(self, memory_format=None)", "The tensor on the CPU.", example: "torch.ones(1).cpu()", also: [.methodOnly]) {
                (x: Tensor, _: Value) in try x.to(device: nil)
            },
            def("cuda(self, device=None, non_blocking=False, memory_format=None)", "The tensor on a CUDA device, if there is one.", also: [.methodOnly]) {
                (x: Tensor, device: Device?, _: Bool, _: Value) -> Tensor in
                try x.to(device: (device ?? Device(kind: "cuda", index: nil)).computer())
            },
            def("pin_memory(self, device=None)", "The tensor itself: there is no device to copy to.", example: "torch.ones(1).pin_memory()",
                also: [.methodOnly]) { (x: Tensor, _: Value) in x },
            def("is_pinned(self, device=None)", "Whether memory is pinned: never.", example: "torch.ones(1).is_pinned()", also: [.methodOnly]) {
                (_: Tensor, _: Value) in false
            },
        ]
    }

    static var types: [Row] {
        [
            def("promote_types(type1, type2)", "The smallest type that holds the values of both.", example: "torch.promote_types(torch.int32, torch.float16)") {
                (a: DType, b: DType) in DType.promote(a, b)
            },
            def("result_type(tensor1, tensor2)", "The type arithmetic between two operands has.", example: "torch.result_type(torch.tensor([1]), 1.5)") {
                (a: Operand, b: Operand) in
                var promotion = Promotion()
                promotion.add(a)
                promotion.add(b)
                return promotion.result
            },
            def("can_cast(from_, to)", "Whether a conversion stays within the kind of number or rises.", example: "torch.can_cast(torch.float32, torch.int64)") {
                (from: DType, to: DType) in
                if from.category > to.category { return false }
                return !(to == .uint8 && from.category == .integral && from != .uint8)
            },
            def("get_default_dtype()", "The floating type of new tensors.", example: "torch.get_default_dtype()") { Engine.current.defaultDType },
            def("set_default_dtype(d)", "Sets the floating type of new tensors.", example: "torch.set_default_dtype(torch.float32)") { (dtype: DType) in
                guard dtype.isFloatingPoint else {
                    throw Raised.typeError("only floating-point types are supported as the default type")
                }
                Engine.current.defaultDType = dtype
            },
            def("set_default_tensor_type(t)", "Sets the floating type of new tensors by a legacy class.", example: "torch.set_default_tensor_type(torch.FloatTensor)") {
                (type: Value) in
                guard let dtype = LegacyTensorClass.dtype(type), dtype.isFloatingPoint else {
                    throw Raised.typeError("only floating-point types are supported as the default type")
                }
                Engine.current.defaultDType = dtype
            },
        ]
    }
}

/// What `x.to(...)` was asked for.
struct Destination {
    private(set) var dtype: DType?
    private(set) var device: Device?
    private(set) var copies = false

    init(_ arguments: [Value], dtype: DType?, device: Device?) throws {
        self.dtype = dtype
        self.device = device
        for (position, argument) in arguments.enumerated() {
            if let dtype = DType.from(argument) {
                self.dtype = dtype
            } else if let other = Tensor.from(argument) {
                self.dtype = other.dtype
                self.device = Device.of(other)
            } else if case .bool(let flag) = argument {
                if position + 1 == arguments.count && position > 1 { copies = flag }
            } else if argument.isNone {
                continue
            } else if let device = try Device.from(argument) {
                self.device = device
            } else {
                throw Raised.typeError("to() received an invalid combination of arguments - got (\(argument.type.name)), but expected one of:\n"
                    + " * (torch.device device = None, torch.dtype dtype = None, bool non_blocking = False, bool copy = False, *, "
                    + "torch.memory_format memory_format = None)\n * (torch.dtype dtype, bool non_blocking = False, bool copy = False, *, "
                    + "torch.memory_format memory_format = None)\n * (Tensor tensor, bool non_blocking = False, bool copy = False, *, "
                    + "torch.memory_format memory_format = None)\n")
            }
        }
    }
}
