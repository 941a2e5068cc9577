// Defines the rows of layers: normalisation, convolution, pooling, padding, images, attention, recurrence.
import Tensors

enum LayerRows {
    static let norms: [OperationRow] = [
        OperationRow("softmax 0") { try $0[0].softmax(dim: 0) },
        OperationRow("softmax 1") { try $0[0].softmax(dim: 1) },
        OperationRow("log_softmax 1") { try $0[0].logSoftmax(dim: 1) },
        OperationRow("logsumexp") { try $0[0].logsumexp(dims: [1]) },
        OperationRow("layer_norm") { try $0[0].layerNorm([4], weight: $0[1], bias: $0[2]) },
        OperationRow("rms_norm") { try $0[0].rmsNorm([4], weight: $0[1], eps: 1e-5) },
        OperationRow("batch_norm") { try $0[0].batchNorm(runningMean: nil, runningVar: nil, weight: $0[1], bias: $0[2], training: true) },
        OperationRow("batch_norm eval") {
            let (mean, variance) = (try Given.real(0.5, 0.5, 0.5), try Given.real(2, 2, 2))
            return try $0[0].batchNorm(runningMean: mean, runningVar: variance, weight: $0[1], bias: $0[2])
        },
        OperationRow("group_norm") { try $0[0].groupNorm(2, weight: $0[1], bias: $0[2]) },
        OperationRow("instance_norm") { try $0[0].instanceNorm() },
        OperationRow("lrn") { try $0[0].localResponseNorm(3) },
    ]

    static let convolutions: [OperationRow] = [
        OperationRow("conv1d") { try $0[0].convolution($0[1], bias: $0[2], spatial: 1, stride: [2], padding: .sizes([1])) },
        OperationRow("conv2d") {
            try $0[0].convolution(
                $0[1], bias: $0[2], spatial: 2, stride: [2, 1], padding: .sizes([1, 2]), dilation: [1, 2], groups: 2)
        },
        OperationRow("conv2d same") { try $0[0].convolution($0[1], spatial: 2, padding: .same) },
        OperationRow("conv3d") { try $0[0].convolution($0[1], bias: $0[2], spatial: 3, padding: .sizes([1])) },
        OperationRow("conv_transpose1d") {
            try $0[0].convolutionTransposed($0[1], bias: $0[2], spatial: 1, stride: [2], padding: [1], outputPadding: [1])
        },
        OperationRow("conv_transpose2d") {
            try $0[0].convolutionTransposed($0[1], bias: $0[2], spatial: 2, stride: [2], groups: 2, dilation: [2])
        },
        OperationRow("pad reflect") { try $0[0].pad([2, 1, 1, 2], mode: .reflect) },
        OperationRow("pad replicate") { try $0[0].pad([2, 1], mode: .replicate) },
        OperationRow("pad circular") { try $0[0].pad([2, 1], mode: .circular) },
        OperationRow("pad constant") { try $0[0].pad([1, -1, 0, 2], mode: .constant(3)) },
        OperationRow("unfold") { try $0[0].unfold(PatchWindow(kernel: [2, 3], padding: [1], stride: [2])) },
        OperationRow("fold") { try $0[0].fold([4, 4], PatchWindow(kernel: [2])) },
    ]

    static let pools: [OperationRow] = [
        OperationRow("max_pool2d") { try $0[0].maxPool(PoolWindow(kernel: [2]), spatial: 2).values },
        OperationRow("max_pool2d odd") {
            try $0[0].maxPool(PoolWindow(kernel: [3], stride: [2], padding: [1], ceilMode: true), spatial: 2).values
        },
        OperationRow("max_pool1d") { try $0[0].maxPool(PoolWindow(kernel: [3], stride: [2], dilation: [2]), spatial: 1).values },
        OperationRow("max_pool3d") { try $0[0].maxPool(PoolWindow(kernel: [2]), spatial: 3).values },
        OperationRow("avg_pool2d") { try $0[0].avgPool(PoolWindow(kernel: [3], stride: [2], padding: [1]), spatial: 2) },
        OperationRow("avg_pool2d valid") {
            let window = PoolWindow(kernel: [3], stride: [2], padding: [1], ceilMode: true)
            return try $0[0].avgPool(window, spatial: 2, countIncludePad: false)
        },
        OperationRow("avg_pool1d") { try $0[0].avgPool(PoolWindow(kernel: [2]), spatial: 1) },
        OperationRow("adaptive_avg") { try $0[0].adaptiveAvgPool([2, 3], spatial: 2) },
        OperationRow("adaptive_max") { try $0[0].adaptiveMaxPool([2, 3], spatial: 2).values },
    ]

    static let images: [OperationRow] = [
        OperationRow("nearest") { try $0[0].interpolate(scale: [1.5]) },
        OperationRow("bilinear") { try $0[0].interpolate(size: [5, 6], mode: .bilinear) },
        OperationRow("bilinear corners") { try $0[0].interpolate(size: [5, 6], mode: .bilinear, alignCorners: true) },
        OperationRow("bicubic") { try $0[0].interpolate(size: [6, 7], mode: .bicubic) },
        OperationRow("linear") { try $0[0].interpolate(scale: [2], mode: .linear) },
        OperationRow("trilinear") { try $0[0].interpolate(size: [3, 4, 5], mode: .trilinear) },
        OperationRow("grid_sample") { try $0[0].gridSample(Op.tanh($0[1])) },
        OperationRow("grid_sample border") { try $0[0].gridSample($0[1], padding: .border, alignCorners: true) },
        OperationRow("grid_sample reflect") { try $0[0].gridSample($0[1], padding: .reflection) },
        OperationRow("affine_grid") { try $0[0].affineGrid([2, 1, 3, 4]) },
        OperationRow("glu") { try $0[0].glu() },
        OperationRow("pixel_shuffle") { try $0[0].pixelShuffle(2) },
        OperationRow("pixel_unshuffle") { try $0[0].pixelUnshuffle(2) },
        OperationRow("bilinear layer") { try $0[0].bilinear($0[1], weight: $0[2], bias: $0[3]) },
    ]

    private static func sequence(_ kind: RecurrentKind, _ inputs: [Tensor], start: Double = 0, pick: Int = 0) throws -> Tensor {
        let states = try Tensor.full([1, 2, 2], .float(start), .float64)
        let network = Recurrent(kind)
        return try network.run(inputs[0], states: kind == .lstm ? [states, states] : [states], parameters: Array(inputs.dropFirst()))[pick]
    }

    static let sequences: [OperationRow] = [
        OperationRow("sdpa") { try $0[0].scaledDotProductAttention($0[1], $0[2]) },
        OperationRow("sdpa causal") { try $0[0].scaledDotProductAttention($0[1], $0[2], isCausal: true) },
        OperationRow("embedding") { try $0[0].embedding(Given.grid([[1, 4], [1, 0]]), paddingIndex: 0) },
        OperationRow("embedding_bag mean") { try $0[0].embeddingBag(Given.whole(1, 4, 1, 0), offsets: Given.whole(0, 2, 2)) },
        OperationRow("embedding_bag max") { try $0[0].embeddingBag(Given.whole(1, 4, 1, 0), offsets: Given.whole(0, 2), mode: .max) },
        OperationRow("lstm") { try sequence(.lstm, $0) },
        OperationRow("lstm last") { try sequence(.lstm, $0, start: 1, pick: 2) },
        OperationRow("gru") { try sequence(.gru, $0) },
        OperationRow("rnn") { try sequence(.rnnTanh, $0) },
        OperationRow("gru packed") {
            let start = try Tensor.zeros([1, 2, 2], .float64)
            return try Recurrent(.gru).runPacked($0[0], batchSizes: [2, 1, 1], states: [start], parameters: Array($0.dropFirst()))[0]
        },
    ]
}
