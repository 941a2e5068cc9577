// Defines the rows that make new tensors.
import Runtime
import Tensors

/// What every function that makes a tensor takes besides sizes: type, device, whether to record gradients.
struct Creation: FromValue {
    /// The parameters as they end each signature.
    static let parameters = "*, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False, generator=None, memory_format=None"
    /// The element type; nil for the function's own default.
    let dtype: DType?
    /// Where the tensor is to live; nil where nothing was said.
    private let device: Device?
    private let requiresGrad: Bool
    let generator: Generator?

    static var parameterCount: Int { 7 }
    static var expectedType: String { "" }
    static func from(_ value: Value) -> Creation? { nil }

    static func take(from arguments: inout BoundArguments) throws -> Creation {
        let dtype = try arguments.next(as: DType?.self)
        _ = try arguments.next(as: Value.self)
        let device = try arguments.next(as: Device?.self)
        let requiresGrad = try arguments.next(as: Bool.self)
        _ = try arguments.next(as: Bool.self)
        let generator = try arguments.next(as: Generator?.self)
        _ = try arguments.next(as: Value.self)
        return Creation(dtype: dtype, device: device, requiresGrad: requiresGrad, generator: generator)
    }

    /// The tensor that `body` makes, on the device that was asked for.
    private func placed(_ body: () throws -> Tensor) throws -> Tensor {
        guard let device else { return try body() }
        let place = try device.computer()
        return try Engine.current.on(place, body).to(device: place)
    }

    /// A row whose body makes a tensor; its last parameter is `Creation`.
    static func row<each P: FromValue>(
        _ header: String, _ doc: String, example: String, also surfaces: [Surface] = [],
        _ body: @escaping @Sendable (repeat each P) throws -> Tensor
    ) -> Row {
        @Sendable func make(_ arguments: repeat each P) throws -> Tensor {
            var options: Creation?
            for argument in repeat each arguments { options = options ?? argument as? Creation }
            let result = try options.map { try $0.placed { try body(repeat each arguments) } } ?? body(repeat each arguments)
            if let options, options.requiresGrad {
                guard result.dtype.isFloatingPoint else {
                    throw TensorError.runtime("Only Tensors of floating point and complex dtype can require gradients")
                }
                try result.setRequiresGrad(true)
            }
            return result
        }
        let rest = header.contains("*") ? parameters.dropFirst(3) : parameters[...]
        return def("\(header.dropLast()), \(rest))", doc, example: example, also: surfaces, make)
    }
}

extension TorchRows {
    static var creation: [Row] {
        [
            Creation.row("zeros(*size)", "Zeros of the given sizes.", example: "torch.zeros(2, 3)") { (size: Sizes, options: Creation) in
                for extent in size where extent < 0 { throw TensorError.runtime("zeros: Dimension size must be non-negative.") }
                return try Tensor.zeros(size.shape(), options.dtype ?? Engine.current.defaultDType)
            },
            Creation.row("ones(*size)", "Ones of the given sizes.", example: "torch.ones(2, 3)") { (size: Sizes, options: Creation) in
                try Tensor.ones(size.shape(), options.dtype ?? Engine.current.defaultDType)
            },
            Creation.row("empty(*size)", "A tensor whose elements have no particular value (zero, here).", example: "torch.empty(2, 3).shape") {
                (size: Sizes, options: Creation) in try Tensor.zeros(size.shape(), options.dtype ?? Engine.current.defaultDType)
            },
            Creation.row("full(size, fill_value)", "One value, repeated.", example: "torch.full((2, 2), 7.)") {
                (size: [Int], value: Number, options: Creation) in try Tensor.full(Sizes(size).shape(), value, options.dtype)
            },
            Creation.row("eye(n, m=None)", "The identity matrix.", example: "torch.eye(3)") { (n: Int, m: Int?, options: Creation) in
                try Tensor.eye(n, m, options.dtype ?? Engine.current.defaultDType)
            },
            Creation.row("tensor(data)", "A new tensor with the given numbers.", example: "torch.tensor([[1, 2], [3, 4]])") {
                (data: Value, options: Creation) in try NestedSequence.tensor(data, dtype: options.dtype)
            },
            Creation.row("as_tensor(data)", "A tensor with the given numbers that shares memory where it can.", example: "torch.as_tensor([1, 2])") {
                (data: Value, options: Creation) in
                guard let shared = try NestedSequence.elements(of: data)?.onSessionDevice() else { return try NestedSequence.tensor(data, dtype: options.dtype) }
                return try options.dtype.map { try shared.to($0) } ?? shared
            },
            Creation.row("asarray(obj)", "A tensor with the given numbers that shares memory where it can.", example: "torch.asarray([1, 2])") {
                (data: Value, options: Creation) in
                guard let shared = try NestedSequence.elements(of: data)?.onSessionDevice() else { return try NestedSequence.tensor(data, dtype: options.dtype) }
                return try options.dtype.map { try shared.to($0) } ?? shared
            },
            def("from_numpy(ndarray)", "A tensor over the memory of a numpy array.", example: "import numpy as np; torch.from_numpy(np.ones(2))") {
                (data: Value) in
                guard case .object(let object) = data, let array = object as? any ArrayLike else {
                    throw Raised.typeError("expected np.ndarray (got \(data.type.name))")
                }
                return try array.sharedTensor().onSessionDevice()
            },
            def("scalar_tensor(s, *, dtype=None)", "A 0-d tensor with one number.", example: "torch.scalar_tensor(2.5)") {
                (value: Number, dtype: DType?) in try Tensor.scalar(value, dtype ?? Engine.current.defaultDType)
            },
        ]
    }

    static var sequences: [Row] {
        [
            Creation.row("arange(start, end=None, step=1)", "Numbers from start up to but without end.", example: "torch.arange(0, 10, 2)") {
                (start: Number, end: Number?, step: Number, options: Creation) in
                try Tensor.arange(end == nil ? 0 : start, end ?? start, step, options.dtype)
            },
            Creation.row("arange(end)", "Numbers from 0 up to but without end.", example: "torch.arange(5)") {
                (end: Number, options: Creation) in try Tensor.arange(0, end, 1, options.dtype)
            },
            Creation.row("range(start, end, step=1)", "Numbers from start to end, both included.", example: "torch.range(1, 4)") {
                (start: Number, end: Number, step: Number, options: Creation) in
                try Tensor.range(start.double, end.double, step.double, options.dtype ?? Engine.current.defaultDType)
            },
            Creation.row("linspace(start, end, steps)", "Evenly spaced numbers from start to end, both included.", example: "torch.linspace(0, 1, 5)") {
                (start: Number, end: Number, steps: Int, options: Creation) in try Tensor.linspace(start, end, steps, options.dtype)
            },
            Creation.row("logspace(start, end, steps, base=10.0)", "Powers of base with evenly spaced exponents.", example: "torch.logspace(0, 2, 3)") {
                (start: Number, end: Number, steps: Int, base: Double, options: Creation) in
                try Tensor.logspace(start, end, steps, base: base, options.dtype)
            },
            def("meshgrid(*tensors, indexing=None)", "Coordinates of a grid from those of its axes.",
                example: "torch.meshgrid(torch.arange(2), torch.arange(3), indexing='ij')") { (axes: TensorList, indexing: String?) in
                TensorTuple(try Tensor.meshgrid(axes.list, indexing: indexing ?? "ij"))
            },
            def("cartesian_prod(*tensors)", "All combinations of the elements of vectors.",
                example: "torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4]))") { (vectors: TensorList) in
                try Tensor.cartesianProd(vectors.list)
            },
            def("combinations(input, r=2, with_replacement=False)", "All choices of r elements of a vector.",
                example: "torch.combinations(torch.tensor([1, 2, 3]))", also: [.method]) { (x: Tensor, r: Int, replacement: Bool) in
                try x.combinations(r, withReplacement: replacement)
            },
        ]
    }

    /// The functions that take sizes and type from another tensor.
    static var creationLike: [Row] {
        [
            Creation.row("zeros_like(input)", "Zeros of the sizes and type of input.", example: "torch.zeros_like(torch.ones(2))") {
                (x: Tensor, options: Creation) in try Tensor.zeros(x.shape, options.dtype ?? x.dtype)
            },
            Creation.row("ones_like(input)", "Ones of the sizes and type of input.", example: "torch.ones_like(torch.zeros(2))") {
                (x: Tensor, options: Creation) in try Tensor.ones(x.shape, options.dtype ?? x.dtype)
            },
            Creation.row("empty_like(input)", "A tensor of the sizes and type of input, of no particular value.", example: "torch.empty_like(torch.ones(2)).shape") {
                (x: Tensor, options: Creation) in try Tensor.zeros(x.shape, options.dtype ?? x.dtype)
            },
            Creation.row("full_like(input, fill_value)", "One value in the sizes and type of input.", example: "torch.full_like(torch.ones(2), 7)") {
                (x: Tensor, value: Number, options: Creation) in try Tensor.full(x.shape, value, options.dtype ?? x.dtype)
            },
            Creation.row("new_zeros(self, *size)", "Zeros of the type of this tensor.", example: "torch.ones(1).new_zeros(2)", also: [.methodOnly]) {
                (x: Tensor, size: Sizes, options: Creation) in try Tensor.zeros(size.shape(), options.dtype ?? x.dtype)
            },
            Creation.row("new_ones(self, *size)", "Ones of the type of this tensor.", example: "torch.zeros(1).new_ones(2)", also: [.methodOnly]) {
                (x: Tensor, size: Sizes, options: Creation) in try Tensor.ones(size.shape(), options.dtype ?? x.dtype)
            },
            Creation.row("new_empty(self, *size)", "A tensor of the type of this one, of no particular value.", example: "torch.ones(1).new_empty(2).shape",
                         also: [.methodOnly]) { (x: Tensor, size: Sizes, options: Creation) in
                try Tensor.zeros(size.shape(), options.dtype ?? x.dtype)
            },
            Creation.row("new_full(self, size, fill_value)", "One value in the type of this tensor.", example: "torch.ones(1).new_full((2,), 7)",
                         also: [.methodOnly]) { (x: Tensor, size: [Int], value: Number, options: Creation) in
                try Tensor.full(Sizes(size).shape(), value, options.dtype ?? x.dtype)
            },
            Creation.row("new_tensor(self, data)", "A new tensor with the given numbers in the type of this one.", example: "torch.ones(1).new_tensor([1, 2])",
                         also: [.methodOnly]) { (x: Tensor, data: Value, options: Creation) in
                try NestedSequence.tensor(data, dtype: options.dtype ?? x.dtype)
            },
        ]
    }
}
