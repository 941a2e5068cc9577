// Defines the rows for activation functions, shared by torch, Tensor and torch.nn.functional.
import Runtime
import Tensors

extension TorchRows {
    /// Activations that are functions of `torch` and methods as well.
    static var activations: [Row] {
        [
            def("relu(input)", "The element, or 0 where it is negative.", example: "torch.relu(torch.tensor([-1., 2.]))", also: [.method, .inPlace]) {
                (x: Tensor) in try Op.relu(x)
            },
            def("softmax(input, dim, dtype=None)", "Exponentials divided by their sum along a dimension.", example: "torch.softmax(torch.tensor([1., 2.]), dim=0)",
                also: [.method]) { (x: Tensor, dim: Int, dtype: DType?) in try (dtype.map { try x.to($0) } ?? x).softmax(dim: dim) },
            def("log_softmax(input, dim, dtype=None)", "Logarithm of softmax.", example: "torch.log_softmax(torch.tensor([1., 2.]), dim=0)", also: [.method]) {
                (x: Tensor, dim: Int, dtype: DType?) in try (dtype.map { try x.to($0) } ?? x).logSoftmax(dim: dim)
            },
            def("selu(input)", "Scaled exponential linear unit.", example: "torch.selu(torch.tensor([-1., 2.]))") { (x: Tensor) in
                try FunctionalRows.selu(x)
            },
            def("celu(input, alpha=1.0)", "Continuously differentiable exponential linear unit.", example: "torch.celu(torch.tensor([-1., 2.]))") {
                (x: Tensor, alpha: Double) in try Op.celu(x, .number(.float(alpha)))
            },
            def("prelu(input, weight)", "The element, times weight where it is negative.", example: "torch.prelu(torch.tensor([-1., 2.]), torch.tensor([0.1]))",
                also: [.method, .functional]) { (x: Tensor, weight: Tensor) in try FunctionalRows.prelu(x, weight) },
            def("hardshrink(input, lambd=0.5)", "Zero within lambd of zero.", example: "torch.hardshrink(torch.tensor([0.3, 2.]))", also: [.method, .functional]) {
                (x: Tensor, lambda: Double) in try Op.hardshrink(x, .number(.float(lambda)))
            },
            def("threshold(input, threshold, value, inplace=False)", "The element, or value where it is not above threshold.",
                example: "torch.threshold(torch.tensor([0.3, 2.]), 1, 0)", also: [.functional]) { (x: Tensor, limit: Number, value: Number, inplace: Bool) in
                try FunctionalRows.apply(x, inplace) { try Op.threshold(.tensor($0), .number(limit), .number(value)) }
            },
            def("dropout(input, p, train)", "Zeroes elements with probability p and scales the others.", example: "torch.dropout(torch.ones(2), 0., True)") {
                (x: Tensor, p: Double, train: Bool) in try x.dropout(p, training: train)
            },
            def("expit(input)", "1 / (1 + exp(-x)).", example: "torch.special.expit(torch.zeros(1))", also: [.special, .methodOnly]) { (x: Tensor) in
                try Op.sigmoid(x)
            },
        ]
    }
}

/// The rows of `torch.nn.functional` that are nowhere else.
enum FunctionalRows {
    /// The result for `x`, written into it where `inplace` was asked for.
    static func apply(_ x: Tensor, _ inplace: Bool, _ result: (Tensor) throws -> Tensor) throws -> Tensor {
        inplace ? try x.inPlace { try result($0) } : try result(x)
    }

    /// The dimension PyTorch takes for softmax where none is given.
    static func softmaxDim(_ dim: Int?, _ rank: Int) -> Int { dim ?? (rank == 0 || rank == 1 || rank == 3 ? 0 : 1) }

    /// Scaled exponential linear unit with the constants of self-normalising networks.
    @Sendable static func selu(_ x: Tensor) throws -> Tensor {
        try Op.scaledElu(.tensor(x), 1.6732632423543772, 1.0507009873554805)
    }

    /// One slope for all elements, or one for each channel (dimension 1).
    @Sendable static func prelu(_ x: Tensor, _ weight: Tensor) throws -> Tensor {
        guard weight.count > 1 else { return try Op.prelu(x, weight.reshape([])) }
        let channels = x.rank < 2 ? 1 : x.shape[1]
        guard channels == weight.count else {
            throw TensorError.runtime("Mismatch of parameter numbers and input channel size. Found parameter numbers = \(weight.count) and channel size = \(channels).")
        }
        return try Op.prelu(x, weight.reshape([channels] + Array(repeating: 1, count: x.rank - 2)))
    }

    static var activations: [Row] {
        [
            def("relu(input, inplace=False)", "The element, or 0 where it is negative.", example: "F.relu(torch.tensor([-1., 2.]))") { (x: Tensor, inplace: Bool) in
                try apply(x, inplace) { try Op.relu($0) }
            },
            def("relu6(input, inplace=False)", "The element limited to the range from 0 to 6.", example: "F.relu6(torch.tensor([-1., 8.]))") {
                (x: Tensor, inplace: Bool) in try apply(x, inplace) { try Op.hardtanh(.tensor($0), 0, 6) }
            },
            def("hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False)", "The element limited to a range.", example: "F.hardtanh(torch.tensor([-3., 0.5]))") {
                (x: Tensor, low: Number, high: Number, inplace: Bool) in try apply(x, inplace) { try Op.hardtanh(.tensor($0), .number(low), .number(high)) }
            },
            def("leaky_relu(input, negative_slope=0.01, inplace=False)", "The element, times a slope where it is negative.",
                example: "F.leaky_relu(torch.tensor([-1., 2.]))") { (x: Tensor, slope: Double, inplace: Bool) in
                try apply(x, inplace) { try Op.leakyRelu($0, .number(.float(slope))) }
            },
            def("elu(input, alpha=1.0, inplace=False)", "Exponential linear unit.", example: "F.elu(torch.tensor([-1., 2.]))") {
                (x: Tensor, alpha: Double, inplace: Bool) in try apply(x, inplace) { try Op.elu($0, .number(.float(alpha))) }
            },
            def("selu(input, inplace=False)", "Scaled exponential linear unit.", example: "F.selu(torch.tensor([-1., 2.]))") { (x: Tensor, inplace: Bool) in
                try apply(x, inplace) { try FunctionalRows.selu($0) }
            },
            def("celu(input, alpha=1.0, inplace=False)", "Continuously differentiable exponential linear unit.", example: "F.celu(torch.tensor([-1., 2.]))") {
                (x: Tensor, alpha: Double, inplace: Bool) in try apply(x, inplace) { try Op.celu($0, .number(.float(alpha))) }
            },
            def("gelu(input, approximate='none')", "The element times the normal distribution function of it.", example: "F.gelu(torch.tensor([-1., 2.]))") {
                (x: Tensor, approximate: String) in approximate == "tanh" ? try Op.geluTanh(x) : try Op.gelu(x)
            },
            def("silu(input, inplace=False)", "The element times its sigmoid.", example: "F.silu(torch.tensor([-1., 2.]))") { (x: Tensor, inplace: Bool) in
                try apply(x, inplace) { try Op.silu($0) }
            },
            def("mish(input, inplace=False)", "The element times tanh of its softplus.", example: "F.mish(torch.tensor([-1., 2.]))") { (x: Tensor, inplace: Bool) in
                try apply(x, inplace) { try Op.mish($0) }
            },
            def("softplus(input, beta=1, threshold=20)", "log(1 + exp(beta x)) / beta.", example: "F.softplus(torch.tensor([-1., 2.]))") {
                (x: Tensor, beta: Double, threshold: Double) in try Op.softplus(.tensor(x), .number(.float(beta)), .number(.float(threshold)))
            },
            def("softsign(input)", "x / (1 + |x|).", example: "F.softsign(torch.tensor([-1., 2.]))") { (x: Tensor) in try x / (Op.abs(x) + 1.0) },
            def("tanhshrink(input)", "x - tanh(x).", example: "F.tanhshrink(torch.tensor([-1., 2.]))") { (x: Tensor) in try x - Op.tanh(x) },
            def("softshrink(input, lambd=0.5)", "The element moved towards zero by lambd.", example: "F.softshrink(torch.tensor([0.3, 2.]))") {
                (x: Tensor, lambda: Double) in try Op.softshrink(x, .number(.float(lambda)))
            },
            def("logsigmoid(input)", "Logarithm of the sigmoid.", example: "F.logsigmoid(torch.tensor([-1., 2.]))") { (x: Tensor) in try Op.logSigmoid(x) },
            def("hardsigmoid(input, inplace=False)", "Piecewise linear sigmoid.", example: "F.hardsigmoid(torch.tensor([-1., 2.]))") {
                (x: Tensor, inplace: Bool) in try apply(x, inplace) { try Op.hardsigmoid($0) }
            },
            def("hardswish(input, inplace=False)", "The element times its piecewise linear sigmoid.", example: "F.hardswish(torch.tensor([-1., 2.]))") {
                (x: Tensor, inplace: Bool) in try apply(x, inplace) { try Op.hardswish($0) }
            },
            def("rrelu(input, lower=0.125, upper=0.3333333333333333, training=False, inplace=False)", "Leaky ReLU; the slope is random in training.",
                example: "F.rrelu(torch.tensor([-1., 2.]))") { (x: Tensor, low: Double, high: Double, training: Bool, inplace: Bool) in
                try apply(x, inplace) { try $0.rrelu(lower: low, upper: high, training: training) }
            },
            def("glu(input, dim=-1)", "The first half times the sigmoid of the second.", example: "F.glu(torch.tensor([1., 2., 3., 4.]))") {
                (x: Tensor, dim: Int) in try x.glu(dim)
            },
        ]
    }

    static var softmaxes: [Row] {
        [
            def("softmax(input, dim=None, _stacklevel=3, dtype=None)", "Exponentials divided by their sum along a dimension.", example: "F.softmax(torch.tensor([1., 2.]), dim=0)") {
                (x: Tensor, dim: Int?, _: Value, dtype: DType?) in
                try (dtype.map { try x.to($0) } ?? x).softmax(dim: softmaxDim(dim, x.rank))
            },
            def("log_softmax(input, dim=None, _stacklevel=3, dtype=None)", "Logarithm of softmax.", example: "F.log_softmax(torch.tensor([1., 2.]), dim=0)") {
                (x: Tensor, dim: Int?, _: Value, dtype: DType?) in
                try (dtype.map { try x.to($0) } ?? x).logSoftmax(dim: softmaxDim(dim, x.rank))
            },
            def("softmin(input, dim=None, _stacklevel=3, dtype=None)", "Softmax of the negative.", example: "F.softmin(torch.tensor([1., 2.]), dim=0)") {
                (x: Tensor, dim: Int?, _: Value, dtype: DType?) in
                try Op.neg(dtype.map { try x.to($0) } ?? x).softmax(dim: softmaxDim(dim, x.rank))
            },
            def("gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1)", "A random choice relaxed so that gradients flow.",
                example: "F.gumbel_softmax(torch.zeros(3)).shape") { (x: Tensor, tau: Double, hard: Bool, _: Double, dim: Int) in
                try x.gumbelSoftmax(tau: tau, hard: hard, dim: dim)
            },
            def("normalize(input, p=2.0, dim=1, eps=1e-12, out=None)", "Divided by the norm along a dimension.", example: "F.normalize(torch.tensor([3., 4.]), dim=0)") {
                (x: Tensor, p: Double, dim: Int, eps: Double, _: Value) in
                try x.normalized(p: p, dim: dim, eps: eps)
            },
        ]
    }
}

extension FunctionalRows {
    /// The rows that are functions of `torch.nn.functional` only, by topic.
    private static let topics: [@Sendable () -> [Row]] = [
        { linear + dropouts + attention }, { activations + softmaxes }, { convolutions }, { pooling }, { normalisation }, { images },
        { elementwiseLosses + classLosses + marginLosses },
    ]

    /// All of them.
    static var all: [Row] { topics.flatMap { Autocast.applied($0()) } }

    /// The functions of `torch.nn.functional`, topic by topic, with those it shares with `torch`.
    static var functionParts: [@Sendable () -> [Row]] {
        let parts: [@Sendable () -> [Row]] = topics.map { rows in { @Sendable in Autocast.applied(rows()) } } + [{ TorchRows.functional }, { inPlaceForms }]
        return parts.map { rows in { @Sendable in rows().map { $0.speaking(.functional) } } }
    }

    /// `relu_` and the other activations that have a form of their own for `inplace=True`.
    private static var inPlaceForms: [Row] {
        let names = ["relu", "leaky_relu", "elu", "selu", "celu", "hardtanh", "rrelu", "threshold"]
        return (activations + TorchRows.functional).filter { names.contains($0.name.text) }.map(TorchRows.inPlaceTwin)
    }
}
