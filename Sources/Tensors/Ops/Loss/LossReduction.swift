// Defines LossReduction, and the pattern of losses that compare two tensors element by element.

/// What becomes of the losses of single elements.
public enum LossReduction: String, Sendable, CaseIterable {
    case none, mean, sum

    /// Applies the reduction.
    func apply(_ losses: Tensor) throws -> Tensor {
        switch self {
        case .none: losses
        case .mean: try losses.mean()
        case .sum: try losses.sum()
        }
    }
}

extension Tensor {
    /// A loss of two tensors (broadcast to each other) recorded as one node.
    ///
    /// - value: the losses of the elements
    /// - slopes: their derivatives by the input and by the target
    func elementLoss(
        _ name: String, _ kernel: String, _ target: Tensor, _ reduction: LossReduction,
        value: (_ x: Tensor, _ y: Tensor) throws -> Tensor,
        slopes: @escaping (_ x: Tensor, _ y: Tensor) throws -> (Tensor, Tensor)
    ) throws -> Tensor {
        var promotion = Promotion()
        promotion.add(self)
        promotion.add(target)
        guard promotion.result.isFloatingPoint else { throw TensorError.unsupported(kernel, promotion.result) }
        let common = try Shapes.broadcast(shape, target.shape)
        let x = try (shape == common ? self : expand(common.array)).to(promotion.result)
        let y = try (target.shape == common ? target : target.expand(common.array)).to(promotion.result)
        let result = try Engine.current.withoutGrad { try reduction.apply(value(x, y)) }
        return result.recorded(name, [x, y], saving: [x, y]) { grad, node in
            let (x, y) = (try node.saved(0), try node.saved(1))
            let share = reduction == .mean ? try grad / Double(x.count) : grad
            let (first, second) = try slopes(x, y)
            return [node.needs(0) ? try first * share : nil, node.needs(1) ? try second * share : nil]
        }
    }
}
