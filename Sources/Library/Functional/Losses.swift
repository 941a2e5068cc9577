// Defines the rows for loss functions.
import Runtime
import Tensors

/// How a loss is gathered from its elements: `size_average`, `reduce` and `reduction`, of which the first two are older.
struct Reduction: FromValue {
    /// What becomes of the elements.
    let kind: LossReduction
    /// Whether the sum is divided by the size of the batch (kl_div).
    let isBatchMean: Bool

    static var parameterCount: Int { 3 }
    static var expectedType: String { "str" }

    static func take(from arguments: inout BoundArguments) throws -> Reduction {
        let sizeAverage = try arguments.next(as: Value.self)
        let reduce = try arguments.next(as: Value.self)
        return try Reduction(sizeAverage, reduce, arguments.next(as: String.self))
    }

    static func from(_ value: Value) throws -> Reduction? { try value.text.map { try Reduction(.none, .none, $0) } }

    init(_ sizeAverage: Value, _ reduce: Value, _ name: String) throws {
        var name = name
        if !sizeAverage.isNone || !reduce.isNone {
            let isMean = try sizeAverage.isNone || sizeAverage.truth()
            name = try reduce.isNone || reduce.truth() ? (isMean ? "mean" : "sum") : "none"
        }
        isBatchMean = name == "batchmean"
        guard let kind = isBatchMean ? .sum : LossReduction(rawValue: name) else {
            throw Raised.valueError("\(name) is not a valid value for reduction")
        }
        self.kind = kind
    }
}

extension LossReduction: FromValue {
    public static func from(_ value: Value) throws -> LossReduction? { try value.text.map { try Reduction(.none, .none, $0).kind } }
    public static var expectedType: String { "str" }
}

extension FunctionalRows {
    /// A loss whose elements have weights: their mean is divided by the sum of the weights.
    private static func weighted(_ weight: Tensor?, _ reduction: LossReduction, _ loss: (LossReduction) throws -> Tensor) throws -> Tensor {
        guard let weight else { return try loss(reduction) }
        let plain = try loss(.none)
        guard plain.shape == weight.shape else { throw TensorError.value("Weights and input must have the same size.") }
        let losses = try plain * weight
        return switch reduction {
        case .none: losses
        case .sum: try losses.sum()
        case .mean: try losses.sum() / weight.sum()
        }
    }

    /// Losses between predictions and targets of the same sizes.
    static var elementwiseLosses: [Row] {
        [
            def("mse_loss(input, target, size_average=None, reduce=None, reduction='mean', weight=None)", "Mean of the squared differences.",
                example: "F.mse_loss(torch.tensor([1., 2.]), torch.tensor([0., 0.]))") {
                (x: Tensor, y: Tensor, reduction: Reduction, weight: Tensor?) in
                try weighted(weight, reduction.kind) { try x.mseLoss(y, reduction: $0) }
            },
            def("l1_loss(input, target, size_average=None, reduce=None, reduction='mean', weight=None)", "Mean of the absolute differences.",
                example: "F.l1_loss(torch.tensor([1., 2.]), torch.tensor([0., 0.]))") {
                (x: Tensor, y: Tensor, reduction: Reduction, weight: Tensor?) in
                try weighted(weight, reduction.kind) { try x.l1Loss(y, reduction: $0) }
            },
            def("smooth_l1_loss(input, target, size_average=None, reduce=None, reduction='mean', beta=1.0)", "Squared below beta, absolute above.",
                example: "F.smooth_l1_loss(torch.tensor([0.5, 2.]), torch.tensor([0., 0.]))") {
                (x: Tensor, y: Tensor, reduction: Reduction, beta: Double) in
                try x.smoothL1Loss(y, beta: beta, reduction: reduction.kind)
            },
            def("huber_loss(input, target, reduction='mean', delta=1.0, weight=None)", "Squared below delta, linear above.",
                example: "F.huber_loss(torch.tensor([0.5, 2.]), torch.tensor([0., 0.]))") {
                (x: Tensor, y: Tensor, reduction: LossReduction, delta: Double, weight: Tensor?) in
                try weighted(weight, reduction) { try x.huberLoss(y, delta: delta, reduction: $0) }
            },
            def("binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction='mean')", "Cross entropy of probabilities.",
                example: "F.binary_cross_entropy(torch.tensor([0.8]), torch.tensor([1.]))") {
                (x: Tensor, y: Tensor, weight: Tensor?, reduction: Reduction) in
                try x.binaryCrossEntropy(y, weight: weight, reduction: reduction.kind)
            },
            def("binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction='mean', pos_weight=None)",
                "Cross entropy of the sigmoid of the input.", example: "F.binary_cross_entropy_with_logits(torch.tensor([2.]), torch.tensor([1.]))") {
                (x: Tensor, y: Tensor, weight: Tensor?, reduction: Reduction, positive: Tensor?) in
                try x.binaryCrossEntropyWithLogits(y, weight: weight, posWeight: positive, reduction: reduction.kind)
            },
            def("kl_div(input, target, size_average=None, reduce=None, reduction='mean', log_target=False)", "Kullback-Leibler divergence from log probabilities.",
                example: "F.kl_div(torch.tensor([[0.5, 0.5]]).log(), torch.tensor([[0.4, 0.6]]), reduction='batchmean')") {
                (x: Tensor, y: Tensor, reduction: Reduction, logTarget: Bool) in
                try x.klDiv(y, reduction: reduction.kind, batchMean: reduction.isBatchMean, logTarget: logTarget)
            },
            def("poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-08, reduce=None, reduction='mean')",
                "Negative log likelihood of Poisson counts.", example: "F.poisson_nll_loss(torch.tensor([0.]), torch.tensor([1.]))") {
                (x: Tensor, y: Tensor, logInput: Bool, full: Bool, average: Value, eps: Double, reduce: Value, reduction: String) in
                try x.poissonNLLLoss(y, logInput: logInput, full: full, eps: eps, reduction: Reduction(average, reduce, reduction).kind)
            },
            def("gaussian_nll_loss(input, target, var, full=False, eps=1e-06, reduction='mean')", "Negative log likelihood of normal numbers.",
                example: "F.gaussian_nll_loss(torch.tensor([0.]), torch.tensor([1.]), torch.tensor([1.]))") {
                (x: Tensor, y: Tensor, variance: Operand, full: Bool, eps: Double, reduction: LossReduction) in
                try x.gaussianNLLLoss(y, variance: variance.asTensor(), full: full, eps: eps, reduction: reduction)
            },
            def("soft_margin_loss(input, target, size_average=None, reduce=None, reduction='mean')", "Logistic loss of targets 1 and -1.",
                example: "F.soft_margin_loss(torch.tensor([0.5]), torch.tensor([1.]))") {
                (x: Tensor, y: Tensor, reduction: Reduction) in
                try x.softMarginLoss(y, reduction: reduction.kind)
            },
            def("hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction='mean')", "The input for targets 1, a hinge for -1.",
                example: "F.hinge_embedding_loss(torch.tensor([0.5]), torch.tensor([-1.]))") {
                (x: Tensor, y: Tensor, margin: Double, reduction: Reduction) in
                try x.hingeEmbeddingLoss(y, margin: margin, reduction: reduction.kind)
            },
        ]
    }

    /// Losses of class scores.
    static var classLosses: [Row] {
        [
            def("cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0)",
                "Cross entropy of class scores; targets are classes or probabilities.", example: "F.cross_entropy(torch.tensor([[2., 1.]]), torch.tensor([0]))") {
                (x: Tensor, y: Tensor, weight: Tensor?, average: Value, ignored: Int, reduce: Value, reduction: String, smoothing: Double) in
                try x.crossEntropy(y, weight: weight, ignoreIndex: ignored, reduction: Reduction(average, reduce, reduction).kind, labelSmoothing: smoothing)
            },
            def("nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean')", "Negative log likelihood of classes.",
                example: "F.nll_loss(torch.tensor([[-0.5, -1.]]), torch.tensor([0]))") {
                (x: Tensor, y: Tensor, weight: Tensor?, average: Value, ignored: Int, reduce: Value, reduction: String) in
                try x.nllLoss(y, weight: weight, ignoreIndex: ignored, reduction: Reduction(average, reduce, reduction).kind)
            },
            def("multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction='mean')", "Hinge loss of classes.",
                example: "F.multi_margin_loss(torch.tensor([[0.1, 0.8]]), torch.tensor([1]))") {
                (x: Tensor, y: Tensor, p: Int, margin: Double, weight: Tensor?, reduction: Reduction) in
                try x.multiMarginLoss(y, p: p, margin: margin, weight: weight, reduction: reduction.kind)
            },
            def("multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction='mean')", "Hinge loss of several classes at once.",
                example: "F.multilabel_margin_loss(torch.tensor([[0.1, 0.8]]), torch.tensor([[1, -1]]))") {
                (x: Tensor, y: Tensor, reduction: Reduction) in try x.multilabelMarginLoss(y, reduction: reduction.kind)
            },
            def("multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction='mean')", "Mean cross entropy of several labels.",
                example: "F.multilabel_soft_margin_loss(torch.tensor([[0.1, 0.8]]), torch.tensor([[0., 1.]]))") {
                (x: Tensor, y: Tensor, weight: Tensor?, reduction: Reduction) in
                try x.multilabelSoftMarginLoss(y, weight: weight, reduction: reduction.kind)
            },
            def("ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction='mean', zero_infinity=False)",
                "Loss of unaligned sequences (connectionist temporal classification).") {
                (x: Tensor, y: Tensor, inputs: Value, targets: Value, blank: Int, reduction: LossReduction, zeroInfinity: Bool) in
                try x.ctcLoss(y, inputLengths: lengths(inputs), targetLengths: lengths(targets), blank: blank, reduction: reduction, zeroInfinity: zeroInfinity)
            },
        ]
    }

    private static func lengths(_ value: Value) throws -> [Int] {
        if let tensor = Tensor.from(value) { return try tensor.reshape([-1]).elements(Int.self) }
        return try [Int].from(value) ?? []
    }

    /// Losses of pairs and triples of vectors.
    static var marginLosses: [Row] {
        [
            def("margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction='mean')", "Hinge loss of the order of two scores.",
                example: "F.margin_ranking_loss(torch.tensor([1.]), torch.tensor([2.]), torch.tensor([1.]))") {
                (a: Tensor, b: Tensor, y: Tensor, margin: Double, reduction: Reduction) in
                try a.marginRankingLoss(b, y, margin: margin, reduction: reduction.kind)
            },
            def("cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction='mean')", "Loss of the angle between vectors.",
                example: "F.cosine_embedding_loss(torch.ones(1, 2), torch.ones(1, 2), torch.tensor([1.]))") {
                (a: Tensor, b: Tensor, y: Tensor, margin: Double, reduction: Reduction) in
                try a.cosineEmbeddingLoss(b, y, margin: margin, reduction: reduction.kind)
            },
            def("triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-06, swap=False, size_average=None, reduce=None, reduction='mean')",
                "Hinge loss of two distances.", example: "F.triplet_margin_loss(torch.zeros(1, 2), torch.zeros(1, 2), torch.ones(1, 2))") {
                (anchor: Tensor, near: Tensor, far: Tensor, margin: Double, p: Double, eps: Double, swap: Bool, reduction: Reduction) in
                try anchor.tripletMarginLoss(near, far, margin: margin, p: p, eps: eps, swap: swap, reduction: reduction.kind)
            },
            def("cosine_similarity(x1, x2, dim=1, eps=1e-08)", "Cosine of the angle between vectors.", example: "F.cosine_similarity(torch.ones(1, 2), torch.ones(1, 2))") {
                (a: Tensor, b: Tensor, dim: Int, eps: Double) in try a.cosineSimilarity(b, dim: dim, eps: eps)
            },
            def("pairwise_distance(x1, x2, p=2.0, eps=1e-06, keepdim=False)", "Distance between the rows of two matrices.",
                example: "F.pairwise_distance(torch.zeros(1, 2), torch.tensor([[3., 4.]]))") { (a: Tensor, b: Tensor, p: Double, eps: Double, keepdim: Bool) in
                try a.pairwiseDistance(b, p: p, eps: eps, keepdim: keepdim)
            },
            def("pdist(input, p=2.0)", "Distances between all pairs of rows of one matrix.", example: "F.pdist(torch.tensor([[0., 0.], [3., 4.]]))") {
                (x: Tensor, p: Double) in try x.pdist(p: p)
            },
        ]
    }
}
