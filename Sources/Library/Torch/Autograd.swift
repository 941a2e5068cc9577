// Defines the rows of autograd: backward, gradients, hooks, grad modes.
import Runtime
import Tensors

extension TorchRows {
    static var gradientMethods: [Row] {
        [
            def("backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None)", "Adds the gradients of this tensor to all leaves it came from.",
                example: "x = torch.ones(2, requires_grad=True); x.sum().backward(); x.grad", also: [.methodOnly]) {
                (x: Tensor, gradient: Tensor?, retain: Bool?, create: Bool, inputs: TensorList?) in
                follow(x)
                try Autograd.backward([x], [gradient], retainGraph: retain, createGraph: create, inputs: inputs?.list)
            },
            def("requires_grad_(self, requires_grad=True)", "In place: whether gradients flow to this tensor.",
                example: "torch.ones(1).requires_grad_()", also: [.methodOnly]) { (x: Tensor, flag: Bool) in
                if flag && !x.dtype.isFloatingPoint {
                    throw TensorError.runtime("only Tensors of floating point dtype can require gradients")
                }
                try x.setRequiresGrad(flag)
                return x
            },
            def("retain_grad(self)", "Makes backward keep the gradient of this result.", example: "torch.ones(1, requires_grad=True).exp().retain_grad()",
                also: [.methodOnly]) { (x: Tensor) in try x.retainGrad() },
            def("register_hook(self, hook)", "Calls hook with each gradient of this tensor; a result replaces it.",
                example: "torch.ones(1, requires_grad=True).register_hook(print)", also: [.methodOnly]) { (x: Tensor, hook: Value) in
                let made = try x.registerHook { try Self.replaced(hook, $0) }
                return HookHandle { x.removeHook(made.id) }
            },
            def("register_post_accumulate_grad_hook(self, hook)", "Calls hook with this leaf after its gradient was updated.",
                example: "torch.ones(1, requires_grad=True).register_post_accumulate_grad_hook(print)", also: [.methodOnly]) { (x: Tensor, hook: Value) in
                let made = try x.registerAccumulateHook { leaf in
                    _ = try hook.call([leaf.intoValue()])
                }
                return HookHandle { x.removeHook(made.id) }
            },
        ]
    }

    /// The gradient a hook answers; nil where it answers None.
    @Sendable private static func replaced(_ hook: Value, _ grad: Tensor) throws -> Tensor? {
        let answer = try hook.call([grad.intoValue()])
        if answer.isNone { return nil }
        guard let tensor = Tensor.from(answer) else {
            throw Raised.typeError("expected Variable, but hook returned '\(answer.type.name)'")
        }
        if tensor.shape != grad.shape {
            let name = try hook.attributeIfPresent("__name__")?.str() ?? "hook"
            throw Raised.runtimeError("hook '\(name)' has changed the size of value")
        }
        return tensor
    }

    /// Tells the session a number that is differentiated, for the curve of the losses.
    @Sendable private static func follow(_ x: Tensor) {
        guard x.count == 1, let follow = Interpreter.current.follow, let number = try? x.item() else { return }
        follow(number.double)
    }

    static var gradModes: [Row] {
        [
            def("is_grad_enabled()", "Whether operations are recorded.", example: "torch.is_grad_enabled()") { Engine.current.gradEnabled },
            def("is_inference_mode_enabled()", "Whether inference mode is on.", example: "torch.is_inference_mode_enabled()") { Engine.current.inferenceMode },
            def("_custom_gradient(name, inputs, outputs, backward, nondifferentiable, materialize, context)",
                "Gives outputs a history whose gradient is a function of the language: what autograd.Function stands on.") {
                (name: String, inputs: [Tensor], outputs: [Tensor], backward: Value, constant: [Tensor], materialize: Bool, context: Value) in
                TensorTuple(try CustomNode.attach(name, inputs, outputs, constant, materialize: materialize, backward: backward, context: context))
            },
        ]
    }

    /// The functions of `torch.autograd`.
    static var autogradModule: [Row] {
        [
            def("backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, inputs=None)", "Adds gradients to all leaves the tensors came from.",
                example: "x = torch.ones(1, requires_grad=True); torch.autograd.backward(x * 2); x.grad") {
                (tensors: TensorList1, grads: Value, retain: Bool?, create: Bool, inputs: TensorList1?) in
                try Autograd.backward(tensors.list, gradients(grads, count: tensors.list.count), retainGraph: retain, createGraph: create, inputs: inputs?.list)
            },
            def("grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, allow_unused=None, is_grads_batched=False, materialize_grads=False)",
                "The gradients of outputs with respect to inputs.", example: "x = torch.ones(1, requires_grad=True); torch.autograd.grad(x * 3, x)") {
                (outputs: TensorList1, inputs: TensorList1, grads: Value, retain: Bool?, create: Bool, unused: Bool?, isBatched: Bool, materialize: Bool) in
                let results = try (isBatched ? batchedGradients : Autograd.grad(_:_:_:retainGraph:createGraph:allowUnused:))(
                    outputs.list, inputs.list, gradients(grads, count: outputs.list.count), retain, create, unused ?? materialize)
                return Value.tuple(try zip(results, inputs.list).map { grad, input in
                    try grad.intoValueOrZeros(materialize ? input : nil)
                })
            },
        ]
    }

    /// The gradients for each of several weights of the outputs, which are stacked along a first dimension, and so are the gradients.
    @Sendable private static func batchedGradients(
        _ outputs: [Tensor], _ inputs: [Tensor], _ weights: [Tensor?]?, _ retain: Bool?, _ create: Bool, _ allowUnused: Bool
    ) throws -> [Tensor?] {
        let weights = weights ?? outputs.map { _ in nil }
        guard let count = try batchSize(outputs, weights) else {
            return try Autograd.grad(outputs, inputs, weights, retainGraph: retain, createGraph: create, allowUnused: allowUnused)
        }
        let rows = try (0..<count).map { place in
            try Autograd.grad(
                outputs, inputs, weights.map { try $0?.select(0, place) }, retainGraph: place < count - 1 ? true : retain, createGraph: create,
                allowUnused: allowUnused)
        }
        return try inputs.indices.map { column in
            let parts = rows.compactMap { $0[column] }
            return parts.isEmpty ? nil : try Tensor.stack(parts)
        }
    }

    /// How many weights are stacked for each output; nil where there are none.
    /// - Throws: PyTorch's errors for weights that are not stacked, not like their output, or differ in number.
    @Sendable private static func batchSize(_ outputs: [Tensor], _ weights: [Tensor?]) throws -> Int? {
        for (place, (output, weight)) in zip(outputs, weights).enumerated() {
            guard let weight else {
                if output.count != 1 { throw TensorError.runtime("grad can be implicitly created only for scalar outputs") }
                continue
            }
            guard let size = weight.shape.first else {
                throw TensorError.index("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ "
                    + "to convert a 0-dim tensor to a number")
            }
            if size == 0 { throw TensorError.index("index 0 is out of bounds for dimension 0 with size 0") }
            let shape = weight.shape.dropFirst()
            guard shape.elementsEqual(output.shape) else {
                throw TensorError.runtime("If `is_grads_batched=True`, we interpret the first dimension of each grad_output as the batch dimension. "
                    + "The sizes of the remaining dimensions are expected to match the shape of corresponding output, but a mismatch was detected: "
                    + "grad_output[\(place)] has a shape of torch.Size(\(try weight.select(0, 0).shape)) and output[\(place)] has a shape of "
                    + "torch.Size(\(output.shape)). If you only want some tensors in `grad_output` to be considered batched, consider using vmap.")
            }
        }
        let sizes = weights.compactMap { $0?.shape.first }
        if let first = sizes.first, sizes.contains(where: { $0 != first }) {
            throw Raised.valueError("vmap: Expected all tensors to have the same size in the mapped dimension, got sizes \(sizes) for the mapped dimension")
        }
        return sizes.first
    }

    /// `grad_tensors` as one gradient for each output.
    @Sendable private static func gradients(_ value: Value, count: Int) throws -> [Tensor?] {
        if value.isNone { return Array(repeating: nil, count: count) }
        if let one = Tensor.from(value) { return [one] }
        guard let many = try [Tensor?].from(value) else {
            throw Raised.typeError("gradients can be either Tensors or None, but got \(value.type.name)")
        }
        return many
    }
}

/// One tensor, or a sequence of tensors.
struct TensorList1: FromValue {
    let list: [Tensor]

    static func from(_ value: Value) throws -> TensorList1? {
        if let one = Tensor.from(value) { return TensorList1(list: [one]) }
        return try TensorList.from(value).map { TensorList1(list: $0.list) }
    }

    static var expectedType: String { "tuple of Tensors" }
}

extension Optional where Wrapped == Tensor {
    /// The tensor; zeros like `input` where there is none and one is given.
    fileprivate func intoValueOrZeros(_ input: Tensor?) throws -> Value {
        if let self { return self.intoValue() }
        guard let input else { return .none }
        return try Tensor.zeros(input.shape, input.dtype).intoValue()
    }
}
