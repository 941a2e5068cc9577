// Defines the rows of losses and distances.
import Tensors

enum LossRows {
    static let classes: [OperationRow] = [
        OperationRow("cross_entropy") { try $0[0].crossEntropy(Given.whole(2, 0, 1, 1)) },
        OperationRow("cross_entropy weighted") {
            try $0[0].crossEntropy(Given.whole(2, 0, -100, 1), weight: Given.real(1, 2, 0.5), labelSmoothing: 0.1)
        },
        OperationRow("cross_entropy probabilities") {
            let rows: [Double] = [0.2, 0.3, 0.5, 1, 0, 0, 0, 0.5, 0.5, 0.25, 0.5, 0.25]
            // The recorded table was made of float32 numbers.
            let goal = try Tensor.from(rows.map { Double(Float($0)) }, [4, 3])
            return try $0[0].crossEntropy(goal, labelSmoothing: 0.2)
        },
        OperationRow("cross_entropy 2d") {
            try $0[0].crossEntropy(Tensor.from([0, 1, 2, 1, 1, 0, 0, 2], [2, 2, 2]), reduction: .sum)
        },
        OperationRow("multi_margin") { try $0[0].multiMarginLoss(Given.whole(2, 0, 1, 1), p: 2) },
        OperationRow("multilabel_margin") { try $0[0].multilabelMarginLoss(Given.grid([[3, 0, -1, 1], [1, 2, 0, -1]])) },
        OperationRow("multilabel_soft_margin") { try $0[0].multilabelSoftMarginLoss(Op.sigmoid($0[1])) },
        OperationRow("ctc") {
            let logs = try $0[0].logSoftmax(dim: 2)
            return try logs.ctcLoss(Given.grid([[1, 2, 2], [3, 1, 0]]), inputLengths: [6, 5], targetLengths: [3, 2])
        },
    ]

    static let values: [OperationRow] = [
        OperationRow("mse") { try $0[0].mseLoss($0[1]) },
        OperationRow("smooth_l1") { try $0[0].smoothL1Loss($0[1], beta: 0.7) },
        OperationRow("huber") { try $0[0].huberLoss($0[1], delta: 0.7, reduction: .sum) },
        OperationRow("bce") { try Op.sigmoid($0[0]).binaryCrossEntropy(Op.sigmoid($0[1])) },
        OperationRow("bce logits") {
            try $0[0].binaryCrossEntropyWithLogits(Op.sigmoid($0[1]), posWeight: Given.real(1, 2, 3, 4))
        },
        OperationRow("kl_div") { try $0[0].logSoftmax(dim: 1).klDiv($0[1].softmax(dim: 1), batchMean: true) },
        OperationRow("poisson_nll") { try $0[0].poissonNLLLoss(Op.abs($0[1]) + 2, full: true) },
        OperationRow("gaussian_nll") { try $0[0].gaussianNLLLoss($0[1], variance: $0[2] * $0[2] + 0.1, full: true) },
        OperationRow("hinge_embedding") { try $0[0].hingeEmbeddingLoss(Given.signs) },
        OperationRow("margin_ranking") { try $0[0].marginRankingLoss($0[1], Given.signs, margin: 0.5) },
        OperationRow("triplet") { try $0[0].tripletMarginLoss($0[1], $0[2], swap: true) },
        OperationRow("cosine_embedding") { try $0[0].cosineEmbeddingLoss($0[1], Given.signs, margin: 0.1) },
        OperationRow("soft_margin") { try $0[0].softMarginLoss(Given.signs) },
    ]

    static let distances: [OperationRow] = [
        OperationRow("cosine_similarity") { try $0[0].cosineSimilarity($0[1]) },
        OperationRow("pairwise_distance") { try $0[0].pairwiseDistance($0[1], p: 3) },
        OperationRow("cdist") { try $0[0].cdist($0[1]) },
        OperationRow("pdist") { try $0[0].pdist() },
        OperationRow("normalize") { try $0[0].normalized() },
        OperationRow("norm 1") { try $0[0].vectorNorm(1, dims: [1]) },
        OperationRow("norm inf") { try $0[0].vectorNorm(.infinity, dims: [0]) },
        OperationRow("norm 2.5") { try $0[0].vectorNorm(2.5) },
    ]
}
