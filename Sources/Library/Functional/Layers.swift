// Defines the rows of torch.nn.functional for linear layers, convolutions, embeddings, dropout and attention.
import Runtime
import Tensors

extension FunctionalRows {
    /// `x @ weight.T + bias`
    @inline(__always)
    @Sendable static func linear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) throws -> Tensor {
        if x.rank == 0 || weight.rank == 0 {
            throw TensorError.runtime("both arguments to linear need to be at least 1D, but they are \(x.rank)D and \(weight.rank)D")
        }
        if let bias, weight.rank == 2 {
            if x.rank == 2 { return try bias.addmm(x, weight.t()) }
            if x.isContiguous, x.rank > 0 {
                let sizes = x.shape.array
                let rows = try bias.addmm(x.reshape([-1, sizes[sizes.count - 1]]), weight.t())
                return try rows.unsafeView(sizes.dropLast() + [weight.shape[0]])
            }
        }
        let product = try x.matmul(weight.rank == 1 ? weight : weight.t())
        return try bias.map { try product + $0 } ?? product
    }

    static var linear: [Row] {
        [
            def("linear(input, weight, bias=None)", "input @ weight.T + bias.", example: "F.linear(torch.ones(1, 2), torch.ones(3, 2))") {
                (x: Tensor, weight: Tensor, bias: Tensor?) in try linear(x, weight, bias)
            },
            def("bilinear(input1, input2, weight, bias=None)", "input1 @ weight @ input2 for each output.",
                example: "F.bilinear(torch.ones(1, 2), torch.ones(1, 3), torch.ones(4, 2, 3))") {
                (a: Tensor, b: Tensor, weight: Tensor, bias: Tensor?) in try a.bilinear(b, weight: weight, bias: bias)
            },
            def("embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False)",
                "The rows of a table at indices.", example: "F.embedding(torch.tensor([1]), torch.eye(3))") {
                (indices: Tensor, weight: Tensor, padding: Int?, maxNorm: Double?, normType: Double, scale: Bool, _: Bool) in
                if let maxNorm { try weight.renormRows(indices, maxNorm: maxNorm, normType: normType) }
                return try weight.embedding(indices, paddingIndex: paddingRow(padding, weight), scaleGradByFrequency: scale)
            },
            def("embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode='mean', sparse=False, "
                + "per_sample_weights=None, include_last_offset=False, padding_idx=None)",
                "Means, sums or maxima of the rows of a table in bags of indices.", example: "F.embedding_bag(torch.tensor([[0, 1]]), torch.eye(3))") {
                (indices: Tensor, weight: Tensor, offsets: Tensor?, maxNorm: Double?, normType: Double, _: Bool, mode: String, _: Bool,
                 weights: Tensor?, last: Bool, padding: Int?) in
                guard let bagMode = BagMode(rawValue: mode) else {
                    throw Raised.valueError("mode has to be one of sum, mean or max")
                }
                if let maxNorm { try weight.renormRows(indices, maxNorm: maxNorm, normType: normType) }
                return try weight.embeddingBag(
                    indices, offsets: offsets, mode: bagMode, perSampleWeights: weights, includeLastOffset: last, paddingIndex: paddingRow(padding, weight))
            },
        ]
    }

    /// `padding_idx` counted from the front.
    @Sendable private static func paddingRow(_ index: Int?, _ table: Tensor) throws -> Int? {
        guard let index else { return nil }
        let rows = table.shape.first ?? 0
        guard index < rows else { throw Raised.assertionError("Padding_idx must be within num_embeddings") }
        guard index >= -rows else { throw Raised.assertionError("Padding_idx must be within num_embeddings") }
        return index < 0 ? index + rows : index
    }

    static var convolutions: [Row] { (1...3).flatMap { [convolution($0), transposed($0)] } }

    private static func convolution(_ spatial: Int) -> Row {
        let ones = Array(repeating: "3", count: spatial).joined(separator: ", ")
        return def("conv\(spatial)d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)", "Cross-correlation over \(spatial) dimension\(spatial == 1 ? "" : "s").",
                   example: "F.conv\(spatial)d(torch.ones(1, 1, \(ones)), torch.ones(1, 1, \(ones))).flatten()", also: [.method]) {
            (x: Tensor, weight: Tensor, bias: Tensor?, stride: Sizes, padding: ConvolutionPadding, dilation: Sizes, groups: Int) in
            try x.convolution(weight, bias: bias, spatial: spatial, stride: stride.list, padding: padding, dilation: dilation.list, groups: groups)
        }
    }

    private static func transposed(_ spatial: Int) -> Row {
        let ones = Array(repeating: "1", count: spatial).joined(separator: ", ")
        return def("conv_transpose\(spatial)d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
                   "Transposed convolution over \(spatial) dimension\(spatial == 1 ? "" : "s").",
                   example: "F.conv_transpose\(spatial)d(torch.ones(1, 1, \(ones)), torch.ones(1, 1, \(ones))).flatten()") {
            (x: Tensor, weight: Tensor, bias: Tensor?, stride: Sizes, padding: Sizes, extra: Sizes, groups: Int, dilation: Sizes) in
            try x.convolutionTransposed(weight, bias: bias, spatial: spatial, stride: stride.list, padding: padding.list, outputPadding: extra.list,
                                        groups: groups, dilation: dilation.list)
        }
    }

    static var dropouts: [Row] {
        [
            dropout("dropout", "Zeroes elements with probability p and scales the others.") { try $0.dropout($1, training: $2) },
            dropout("dropout1d", "Zeroes whole channels with probability p.") { try $0.dropout($1, training: $2, unit: .channel) },
            dropout("dropout2d", "Zeroes whole channels with probability p.") { try $0.dropout($1, training: $2, unit: .channel) },
            dropout("dropout3d", "Zeroes whole channels with probability p.") { try $0.dropout($1, training: $2, unit: .channel) },
            dropout("alpha_dropout", "Dropout that keeps mean and variance.", trains: false) { try $0.alphaDropout($1, training: $2) },
            dropout("feature_alpha_dropout", "Dropout of whole channels that keeps mean and variance.", trains: false) {
                try $0.alphaDropout($1, training: $2, unit: .channel)
            },
        ]
    }

    private static func dropout(
        _ name: String, _ doc: String, trains: Bool = true, _ body: @escaping @Sendable (Tensor, Double, Bool) throws -> Tensor
    ) -> Row {
        def("\(name)(input, p=0.5, training=\(trains ? "True" : "False"), inplace=False)", doc, example: "F.\(name)(torch.ones(1, 2, 2), training=False)") {
            (x: Tensor, p: Double, training: Bool, inplace: Bool) in
            guard p >= 0 && p <= 1 else {
                throw Raised.valueError("dropout probability has to be between 0 and 1, but got \(Value.float(p).plainText)")
            }
            return try apply(x, inplace) { try body($0, p, training) }
        }
    }

    static var attention: [Row] {
        [
            def("scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False)",
                "softmax(query @ key.T * scale + mask) @ value.", example: "F.scaled_dot_product_attention(torch.ones(1, 2, 4), torch.ones(1, 2, 4), torch.ones(1, 2, 4))") {
                (query: Tensor, key: Tensor, value: Tensor, mask: Tensor?, dropout: Double, causal: Bool, scale: Double?, grouped: Bool) in
                try query.scaledDotProductAttention(key, value, mask: mask, dropout: dropout, isCausal: causal, scale: scale, enableGQA: grouped)
            },
        ]
    }
}

extension ConvolutionPadding: FromValue {
    /// An integer, several, or the words 'same' and 'valid'.
    public static func from(_ value: Value) throws -> ConvolutionPadding? {
        if let word = value.text {
            switch word {
            case "same": return .same
            case "valid": return .valid
            default: throw Raised.runtimeError("Invalid padding string: '\(word)'. Expected one of: 'valid', 'same'")
            }
        }
        return try Sizes.from(value).map { .sizes($0.list) }
    }

    public static var expectedType: String { "tuple of ints" }
}

extension Value {
    /// The text of a number.
    fileprivate var plainText: String { (try? str()) ?? "" }
}
