// Defines scaled_dot_product_attention.

extension Tensor {
    /// softmax(q · kᵀ · scale + mask) · v, with this tensor as q. A bool mask says where attention is allowed; a float mask is added.
    public func scaledDotProductAttention(
        _ key: Tensor, _ value: Tensor, mask: Tensor? = nil, dropout: Double = 0, isCausal: Bool = false, scale: Double? = nil,
        enableGQA: Bool = false
    ) throws -> Tensor {
        guard rank >= 2, key.rank >= 2, value.rank >= 2 else {
            throw TensorError.runtime("scaled_dot_product_attention: Expected query, key, and value to all be at least 2 dimensional, but got "
                + "Query dim: \(rank), Key dim: \(key.rank), Value dim: \(value.rank) instead.")
        }
        guard dtype == key.dtype, dtype == value.dtype else {
            throw TensorError.runtime("Expected query, key, and value to have the same dtype, but got query.dtype: \(dtype.cName) key.dtype: "
                + "\(key.dtype.cName) and value.dtype: \(value.dtype.cName) instead.")
        }
        if isCausal, mask != nil {
            throw TensorError.runtime("scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
        }
        let (keys, values) = enableGQA ? (try key.sharedHeads(shape), try value.sharedHeads(shape)) : (key, value)
        let factor = scale ?? 1 / Double(Swift.max(shape[rank - 1], 1)).squareRoot()
        let bias = try isCausal ? Tensor.causalBias(shape[rank - 2], keys.shape[keys.rank - 2], dtype) : mask?.attentionBias(dtype)
        if dropout > 0 { return try attend(keys, values, bias, factor, dropout) }
        if rank == 3 {
            let wide = try unsqueeze(0).attentionNode(keys.unsqueeze(0), values.unsqueeze(0), bias, factor)
            return try wide.squeeze([0])
        }
        guard rank == 4 else { return try attend(keys, values, bias, factor, 0) }
        return try attentionNode(keys, values, bias, factor)
    }

    /// Attention as one recorded node with its own gradient.
    private func attentionNode(_ key: Tensor, _ value: Tensor, _ bias: Tensor?, _ factor: Double) throws -> Tensor {
        let name = "ScaledDotProductFlashAttentionForCpuBackward0"
        let isPlain = bias == nil || !bias!.requiresGrad
        let sameHeads = shape[0] == key.shape[0] && shape[1] == key.shape[1] && key.shape[0] == value.shape[0] && key.shape[1] == value.shape[1]
        guard isPlain, sameHeads else {
            return try attend(key, value, bias, factor, 0)
        }
        let (result, weights) = try Engine.current.withoutGrad { () -> (Tensor, Tensor) in
            let weights = try attentionWeights(key, bias, factor)
            return (try weights.matmul(value), weights)
        }
        return result.recorded(name, [self, key, value], saving: [self, key, value, weights]) { grad, node in
            let (q, k, v) = (try node.saved(0), try node.saved(1), try node.saved(2))
            let w = try Engine.current.gradEnabled ? q.attentionWeights(k, bias, factor) : node.saved(3)
            let dv = node.needs(2) ? try w.transpose(-2, -1).matmul(grad) : nil
            guard node.needs(0) || node.needs(1) else { return [nil, nil, dv] }
            let dw = try grad.matmul(v.transpose(-2, -1))
            let slope = try w.softmaxGradient(dw, w.rank - 1, isLog: false) * factor
            return [node.needs(0) ? try slope.matmul(k) : nil, node.needs(1) ? try slope.transpose(-2, -1).matmul(q) : nil, dv]
        }
    }

    private func attentionWeights(_ key: Tensor, _ bias: Tensor?, _ factor: Double) throws -> Tensor {
        var scores = try (self * factor).matmul(key.transpose(-2, -1))
        if let bias { scores = try scores + bias }
        return try scores.softmax(dim: -1).withoutEmptyRows(bias)
    }

    /// Rows in which nothing is allowed give zeros instead of nan.
    private func withoutEmptyRows(_ bias: Tensor?) throws -> Tensor {
        guard let bias else { return self }
        if device != nil {
            // To know whether there is such a row would be to wait for the device.
            let isAllowed = try Op.isfinite(bias).any(dims: [-1], keepdim: true)
            return try Op.where(.tensor(isAllowed), .tensor(self), 0.0)
        }
        if try Op.isfinite(bias).any(dims: [-1]).all().item().isTrue { return self }
        return try maskedFill(Op.isnan(self), 0.0)
    }

    /// Attention as a chain of recorded operations.
    private func attend(_ key: Tensor, _ value: Tensor, _ bias: Tensor?, _ factor: Double, _ dropout: Double) throws -> Tensor {
        try attentionWeights(key, bias, factor).dropout(dropout).matmul(value)
    }

    /// Zero up to the diagonal, −∞ above.
    private static func causalBias(_ rows: Int, _ columns: Int, _ dtype: DType) throws -> Tensor {
        let bias = try Tensor.make([rows, columns], Float.self) { out in
            for i in 0..<rows {
                for j in 0..<columns { out[i * columns + j] = j <= i ? 0 : -.infinity }
            }
        }
        return try bias.to(dtype)
    }

    /// A mask as numbers to add to the scores.
    private func attentionBias(_ type: DType) throws -> Tensor {
        guard dtype == .bool else { return try to(type) }
        return try Tensor.zeros(shape, type).maskedFill(Op.logicalNot(self), .number(.float(-.infinity)))
    }

    /// Heads repeated so that there are as many as the query has.
    private func sharedHeads(_ query: Dims) throws -> Tensor {
        let d = rank - 3
        guard d >= 0, shape[d] > 0, query[query.count - 3] % shape[d] == 0 else { return self }
        return try repeatInterleave(.number(.int(query[query.count - 3] / shape[d])), d)
    }
}
