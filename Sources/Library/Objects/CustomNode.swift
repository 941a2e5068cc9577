// Defines CustomNode: a recorded operation whose gradient is a function of the language (`torch.autograd.Function`).
import Runtime
import Tensors

/// The node of a custom function. Its gradient function belongs to the prelude's `Function`.
final class CustomNode: Node {
    /// The object saved tensors and user attributes live in (`ctx`).
    let context: Value
    private let function: Value
    private let materialize: Bool
    private var isReleased = false
    private let forms: [(shape: Dims, dtype: DType)]

    private init(_ name: String, edges: [Edge?], function: Value, context: Value, materialize: Bool, outputs: [Tensor]) {
        self.context = context
        self.function = function
        self.materialize = materialize
        forms = outputs.map { ($0.shape, $0.dtype) }
        super.init(name: name, edges: edges)
    }

    override func release() { isReleased = true }

    override func apply(_ grads: [Tensor?]) throws -> [Tensor?] {
        // PyTorch refuses when the saved tensors are asked for, and a function that saves none may run again.
        if isReleased, let saved = try context.attributeIfPresent("_saved"), try saved.length() > 0 { throw SavedTensor.freed }
        let arguments = try forms.indices.map { index -> Value in
            if index < grads.count, let grad = grads[index] { return grad.intoValue() }
            return materialize ? try Tensor.zeros(forms[index].shape, forms[index].dtype).intoValue() : .none
        }
        let answer = try function.call(arguments)
        guard let results = try [Tensor?].from(answer) else {
            throw Raised.typeError("expected Variable or None (got \(answer.type.name))")
        }
        return results
    }

    /// Gives fresh outputs a history that ends in `backward`; those in `constant` get none.
    static func attach(
        _ name: String, _ inputs: [Tensor], _ outputs: [Tensor], _ constant: [Tensor], materialize: Bool, backward: Value, context: Value
    ) throws -> [Tensor] {
        guard Autograd.records(inputs) else { return outputs }
        let node = CustomNode(name, edges: inputs.map(\.edge), function: backward, context: context, materialize: materialize, outputs: outputs)
        return outputs.enumerated().map { index, output in
            if constant.contains(where: { $0 === output }) || !output.dtype.isFloatingPoint { return output }
            // An input handed through becomes a new view of itself, so that the node stands between the two.
            let result = inputs.contains { $0 === output } && output.isLeaf ? output.detach() : output
            result.setNode(node, index)
            return result
        }
    }
}
