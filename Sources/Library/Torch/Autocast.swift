// Defines Autocast: which functions take another floating type inside `torch.autocast`.
import Runtime
import Tensors

/// The table of `torch.autocast("cpu")`. The rows of the functions named here convert their tensors before they run.
enum Autocast {
    /// Functions that compute in the small type.
    private static let lower: Set<String> = [
        "linear", "matmul", "mm", "bmm", "addmm", "baddbmm", "addbmm", "chain_matmul", "einsum", "tensordot",
        "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "scaled_dot_product_attention",
        "lstm_cell", "gru_cell", "rnn_tanh_cell", "rnn_relu_cell",
    ]
    /// Functions that compute in float32.
    private static let full: Set<String> = [
        "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "nll_loss", "cross_entropy", "kl_div", "binary_cross_entropy",
        "binary_cross_entropy_with_logits", "poisson_nll_loss", "gaussian_nll_loss", "hinge_embedding_loss", "cosine_embedding_loss",
        "margin_ranking_loss", "multi_margin_loss", "soft_margin_loss", "triplet_margin_loss", "ctc_loss", "prod", "cdist",
    ]

    /// The small type while a block is open; nil outside.
    nonisolated(unsafe) static var type: DType?

    /// The rows, those of the table prepared for open blocks.
    static func applied(_ rows: [Row]) -> [Row] {
        rows.map { row in
            if lower.contains(row.name.text) { return row.preparing { arguments in type.map { convert(arguments, to: $0) } } }
            if full.contains(row.name.text) { return row.preparing { arguments in if type != nil { convert(arguments, to: .float32) } } }
            return row
        }
    }

    /// `a @ b` has no row.
    static func product(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        guard let type else { return try a.matmul(b) }
        return try converted(a, type).matmul(converted(b, type))
    }

    private static func convert(_ arguments: UnsafeMutableBufferPointer<Value>, to type: DType) {
        for i in arguments.indices {
            guard let tensor = Tensor.from(arguments[i]), let other = try? converted(tensor, type), other !== tensor else { continue }
            arguments[i] = other.intoValue()
        }
    }

    /// Float64 and whole numbers stay as they are.
    private static func converted(_ tensor: Tensor, _ type: DType) throws -> Tensor {
        switch tensor.dtype {
        case .float32, .float16, .bfloat16: tensor.dtype == type ? tensor : try tensor.to(type)
        case .float64, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: tensor
        }
    }
}

extension TorchRows {
    /// What `torch.autocast` of the prelude stands on, and the questions about it.
    static var autocast: [Row] {
        [
            def("_set_autocast(dtype)", "Opens a block with a small type, or closes it; answers the type before.") { (type: DType?) -> Value in
                defer { Autocast.type = type }
                return Autocast.type?.intoValue() ?? .none
            },
            def("is_autocast_enabled(device_type='cuda')", "Whether a block of autocast is open.", example: "torch.is_autocast_enabled('cpu')") {
                (device: String) in device == "cpu" && Autocast.type != nil
            },
            def("is_autocast_cpu_enabled()", "Whether a block of autocast is open.", example: "torch.is_autocast_cpu_enabled()") { Autocast.type != nil },
            def("get_autocast_dtype(device_type)", "The small type of autocast.", example: "torch.get_autocast_dtype('cpu')") { (device: String) in
                device == "cpu" ? Autocast.type ?? .bfloat16 : .float16
            },
            def("get_autocast_cpu_dtype()", "The small type of autocast.", example: "torch.get_autocast_cpu_dtype()") { Autocast.type ?? .bfloat16 },
        ]
    }
}
