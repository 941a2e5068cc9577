// Defines nll_loss as an expression over all classes, which devices compute as one kernel each way.

extension Tensor {
    /// −log p of the target class, weighted; the targets are checked. A mask picks the class, so that nothing is gathered.
    func deviceLoss(
        _ target: Tensor, _ targets: [Int], _ weight: Tensor?, _ weights: [Double]?, _ ignored: Int, _ reduction: LossReduction
    ) throws -> Tensor {
        let dim = rank == 1 ? 0 : 1
        let classes = shape[dim]
        var along = [Int](repeating: 1, count: rank)
        along[dim] = classes
        let mask = try Engine.current.withoutGrad {
            let numbers = try Tensor.arange(0, .int(classes), 1, .int64).to(device: device).reshape(along)
            let place = try target.to(device: device).to(.int64)
            let chosen = try Op.eq(rank == 1 ? place.reshape([1]) : place.unsqueeze(1), numbers)
            return try 0..<classes ~= ignored ? Op.logicalAnd(chosen, Op.ne(.tensor(numbers), .number(.int(ignored)))) : chosen
        }
        var total = 0.0
        for value in targets where value != ignored { total += weights?[value] ?? 1 }
        let scale = try weight.map { try $0.detach().to(dtype).reshape(along) }
        let sum = total
        let result = try Engine.current.withoutGrad { () -> Tensor in
            let terms = try scale.map { try self * $0 } ?? self
            let picked = try Op.neg(Op.where(.tensor(mask), .tensor(terms), 0.0))
            switch reduction {
            case .none:
                let losses = try picked.sum(dims: [dim])
                return rank == 1 ? try losses.reshape(target.shape.array).alias() : losses
            case .sum: return try picked.sum()
            case .mean: return try picked.sum() / sum
            }
        }
        return result.recorded(rank == 4 ? "NllLoss2DBackward0" : "NllLossBackward0", [self]) { [rank] grad, _ in
            let spread = try reduction != .none ? grad : rank == 1 ? grad.reshape([1]) : grad.unsqueeze(1)
            let slope = try Op.neg(reduction == .mean ? spread / sum : spread)
            return [try Op.where(.tensor(mask), .tensor(scale.map { try slope * $0 } ?? slope), 0.0)]
        }
    }
}
