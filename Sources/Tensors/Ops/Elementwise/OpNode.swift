// Defines OpNode: the recorded form of an elementwise operation.

/// A recorded elementwise operation: its row and what the row's gradients use.
final class OpNode: Node {
    private let op: Op
    private var saved: (SavedTensor?, SavedTensor?, SavedTensor?)
    private var numbers: (Number?, Number?, Number?)
    private var savedResult: SavedTensor?
    private var holdsTensors = false
    private var isReleased = false

    init(_ op: Op, name: String, _ operands: Operands, edges: [Edge?], result: Tensor) throws {
        self.op = op
        super.init(name: name, edges: edges)
        outputs = [OutputForm(shape: result.shape, dtype: result.dtype)]
        var uses: Uses = []
        for (edge, gradient) in zip(edges, op.gradients) {
            if edge != nil, let gradient { uses.formUnion(gradient.uses) }
        }
        if uses.contains(.a) { try keep(operands.a, &saved.0, &numbers.0) }
        if uses.contains(.b), let b = operands.b { try keep(b, &saved.1, &numbers.1) }
        if uses.contains(.c), let c = operands.c { try keep(c, &saved.2, &numbers.2) }
        if uses.contains(.result) {
            savedResult = SavedTensor(output: result)
            holdsTensors = true
        }
    }

    private func keep(_ operand: Operand, _ tensor: inout SavedTensor?, _ number: inout Number?) throws {
        switch operand {
        case .tensor(let value):
            if value.isInference {
                throw TensorError.runtime("Inference tensors cannot be saved for backward. Please do not use Tensors created in inference "
                    + "mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use "
                    + "it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`.")
            }
            tensor = SavedTensor(value)
            holdsTensors = true
        case .number(let value):
            number = value
        }
    }

    /// A saved operand.
    func operand(_ index: Int) throws -> Operand {
        let (tensor, number) = index == 0 ? (saved.0, numbers.0) : index == 1 ? (saved.1, numbers.1) : (saved.2, numbers.2)
        if let number { return .number(number) }
        guard let tensor else { throw SavedTensor.freed }
        return .tensor(try tensor.unpack(for: self))
    }

    /// The saved result.
    func result() throws -> Tensor {
        guard let savedResult else { throw SavedTensor.freed }
        return try savedResult.unpack(for: self)
    }

    override func kept(_ name: String) throws -> Operand? {
        switch name {
        case "_saved_self": saved.0 == nil && numbers.0 == nil && !isReleased ? nil : try operand(0)
        case "_saved_other", "_saved_exponent": saved.1 == nil && numbers.1 == nil && !isReleased ? nil : try operand(1)
        case "_saved_result": savedResult == nil && !isReleased ? nil : .tensor(try result())
        default: nil
        }
    }

    override func apply(_ grads: [Tensor?]) throws -> [Tensor?] {
        if isReleased { throw SavedTensor.freed }
        guard let grad = grads[0] else { return [] }
        let context = GradientContext(grad: grad, node: self)
        var results: [Tensor?] = []
        results.reserveCapacity(edges.count)
        for (index, edge) in edges.enumerated() {
            guard edge != nil, let gradient = op.gradients[index] else {
                results.append(nil)
                continue
            }
            results.append(try gradient.body(context))
        }
        return results
    }

    override func release() {
        if !holdsTensors { return }
        saved = (nil, nil, nil)
        savedResult = nil
        isReleased = true
    }
}
