// Defines the rows of activation functions.

extension Op {
    /// 1 / (1 + e⁻ᵃ).
    public static let sigmoid: Op = Op(
        "sigmoid", "SigmoidBackward0", .floating, .unary(Sigmoid.self),
        Gradient(.result) { try Op.sigmoidSlope($0.grad, $0.result) })
    /// max(a, 0); slope 0 at 0.
    public static let relu: Op = Op(
        "relu", "ReluBackward0", .promoted, .unaryWhole(Relu.self), check: { _, type in
            if type == .bool { throw TensorError.notImplemented("Boolean inputs not supported for relu") }
        },
        Gradient(.result) { try Op.positivePart($0.grad, $0.result) })
    /// a where it is positive, else b · a.
    public static let leakyRelu: Op = Op(
        "leaky_relu", "LeakyReluBackward0", .promoted, .binary(LeakyRelu.self), kernel: "leaky_relu_cpu",
        Gradient([.a, .b]) { try Op.where(.tensor(Op.gt($0.a, 0.0)), .tensor($0.grad), .tensor(Op.mul(.tensor($0.grad), $0.b))) })
    /// As `leakyRelu` with a learned slope, a tensor.
    public static let prelu: Op = Op(
        "prelu", "PreluKernelBackward0", .promoted, .binary(LeakyRelu.self), kernel: "prelu_cpu",
        Gradient([.a, .b]) { try Op.where(.tensor(Op.gt($0.a, 0.0)), .tensor($0.grad), .tensor(Op.mul(.tensor($0.grad), $0.b))) },
        Gradient(.a) { try $0.grad * Op.minimum($0.a, 0.0) })
    /// a where it is positive, else b · (eᵃ − 1).
    public static let elu: Op = Op(
        "elu", "EluBackward0", .promoted, .binary(Elu.self), kernel: "elu_cpu",
        Gradient([.a, .b]) { context in
            let slope = try Op.mul(.tensor(Op.exp(context.a)), context.b)
            return try Op.where(.tensor(Op.gt(context.a, 0.0)), .tensor(context.grad), .tensor(context.grad * slope))
        })
    /// c · (a where it is positive, else b · (eᵃ − 1)): `selu` with its two constants.
    public static let scaledElu: Op = Op(
        "selu", "EluBackward0", .promoted, .ternary(ScaledElu.self), kernel: "elu_cpu",
        Gradient([.a, .b, .c]) { context in
            let slope = try Op.mul(.tensor(Op.exp(context.a)), context.b)
            let chosen = try Op.where(.tensor(Op.gt(context.a, 0.0)), .tensor(context.grad), .tensor(context.grad * slope))
            return try Op.mul(.tensor(chosen), context.c)
        })
    /// max(0, a) + min(0, b · (exp(a / b) − 1)).
    public static let celu: Op = Op(
        "celu", "CeluBackward0", .promoted, .binary(Celu.self), kernel: "elu_cpu",
        Gradient([.a, .b]) { context in
            let slope = try Op.exp(Op.div(context.a, context.b))
            return try Op.where(.tensor(Op.gt(context.a, 0.0)), .tensor(context.grad), .tensor(context.grad * slope))
        })
    /// a · Φ(a), with the normal distribution's Φ.
    public static let gelu: Op = Op(
        "gelu", "GeluBackward0", .promoted, .unary(Gelu.self), kernel: "GeluKernelImpl",
        Gradient(.a) { context in
            let a = try context.a
            let phi = try Op.erf(Op.mul(a, 0.7071067811865476)) * 0.5 + 0.5
            let density = try Op.exp(Op.square(a) * -0.5) * 0.3989422804014327
            return try context.grad * (phi + Op.mul(a, .tensor(density)))
        })
    /// The approximation of `gelu` by tanh.
    public static let geluTanh: Op = Op(
        "gelu", "GeluBackward0", .promoted, .unary(GeluTanh.self), kernel: "GeluKernelImpl",
        Gradient(.a) { context in
            let a = try context.a
            let inner = try Op.mul(a, .tensor(Op.square(a) * 0.035677408136300125 + 0.7978845608028654))
            let t = try Op.tanh(inner)
            let slope = try Op.square(a) * 0.10703222440890037 + 0.7978845608028654
            let curve = try Op.mul(a, 0.5) * Op.sub(1.0, .tensor(Op.square(t))) * slope
            return try context.grad * ((t + 1.0) * 0.5 + curve)
        })
    /// a · sigmoid(a).
    public static let silu: Op = Op(
        "silu", "SiluBackward0", .promoted, .unary(Silu.self), kernel: "silu_cpu",
        Gradient(.a) { context in
            let s = try Op.sigmoid(context.a)
            return try context.grad * s * (Op.mul(context.a, .tensor(Op.sub(1.0, .tensor(s)))) + 1.0)
        })
    /// a · tanh(softplus(a)).
    public static let mish: Op = Op(
        "mish", "MishBackward0", .promoted, .unary(Mish.self), kernel: "mish_cpu",
        Gradient(.a) { context in
            let t = try Op.tanh(Op.softplus(context.a, 1.0, 20.0))
            let s = try Op.sigmoid(context.a)
            return try context.grad * (t + Op.mul(context.a, .tensor(s * Op.sub(1.0, .tensor(Op.square(t))))))
        })
    /// log(1 + exp(b·a)) / b, and a itself where b·a is above c.
    public static let softplus: Op = Op(
        "softplus", "SoftplusBackward0", .promoted, .ternary(Softplus.self), kernel: "softplus_cpu",
        Gradient([.a, .b, .c]) { context in
            let scaled = try Op.mul(context.a, context.b)
            let slope = try context.grad * Op.sigmoid(scaled)
            return try Op.where(.tensor(Op.gt(.tensor(scaled), context.c)), .tensor(context.grad), .tensor(slope))
        })
    /// log(sigmoid(a)).
    public static let logSigmoid: Op = Op(
        "log_sigmoid", "LogSigmoidBackward0", .promoted, .unary(LogSigmoid.self), kernel: "log_sigmoid_cpu",
        Gradient(.a) { try $0.grad * Op.sigmoid(Op.neg($0.a)) })
    /// a held between numbers b and c, slope 0 at the bounds.
    public static let hardtanh: Op = Op(
        "hardtanh", "HardtanhBackward0", .promoted, .ternaryWhole(Clamp.self), kernel: "hardtanh_cpu",
        Gradient([.a, .b, .c]) { try $0.masked(Op.logicalAnd(Op.gt($0.a, $0.b), Op.lt($0.a, $0.c))) })
    /// relu6(a + 3) / 6.
    public static let hardsigmoid: Op = Op(
        "hardsigmoid", "HardsigmoidBackward0", .promoted, .unary(HardSigmoid.self), kernel: "hardsigmoid_cpu",
        Gradient(.a) { try $0.masked(Op.lt(Op.abs($0.a), Tensor.wrapped(3.0))) * 0.16666666666666666 })
    /// a · relu6(a + 3) / 6.
    public static let hardswish: Op = Op(
        "hardswish", "HardswishBackward0", .promoted, .unary(HardSwish.self), kernel: "hardswish_cpu",
        Gradient(.a) { context in
            let slope = try Op.div(context.a, 3.0) + 0.5
            let middle = try Op.where(.tensor(Op.ge(context.a, 3.0)), .tensor(context.grad), .tensor(context.grad * slope))
            return try Op.where(.tensor(Op.le(context.a, -3.0)), 0.0, .tensor(middle))
        })
    /// a, but 0 where |a| ≤ b.
    public static let hardshrink: Op = Op(
        "hardshrink", "HardshrinkBackward0", .promoted, .binary(HardShrink.self), kernel: "hardshrink_cpu",
        Gradient([.a, .b]) { try $0.masked(Op.gt(.tensor(Op.abs($0.a)), $0.b)) })
    /// a moved by b towards 0, and 0 where |a| ≤ b.
    public static let softshrink: Op = Op(
        "softshrink", "SoftshrinkBackward0", .promoted, .binary(SoftShrink.self), kernel: "softshrink_cpu",
        Gradient([.a, .b]) { try $0.masked(Op.gt(.tensor(Op.abs($0.a)), $0.b)) })
    /// a where it is above b, else c.
    public static let threshold: Op = Op(
        "threshold", "ThresholdBackward0", .promoted, .ternaryWhole(Threshold.self), kernel: "threshold_cpu",
        Gradient([.a, .b]) { try $0.masked(Op.gt($0.a, $0.b)) })

    // Gradients of common functions as operations of their own: one loop instead of three.

    /// a · b · (1 − b): a gradient through `sigmoid` with result b.
    package static let sigmoidSlope: Op = Op(
        "sigmoid_backward", "SigmoidBackwardBackward0", .promoted, .binary(SigmoidSlope.self),
        Gradient(.b) { try Op.sigmoidSlope(.tensor(Tensor.ones([], $0.grad.dtype)), $0.b) * $0.grad },
        Gradient([.a, .b]) { try $0.grad * Op.mul($0.a, .tensor(Op.sub(1.0, .tensor(Op.mul($0.b, 2.0))))) })
    /// a · (1 − b²): a gradient through `tanh` with result b.
    package static let tanhSlope: Op = Op(
        "tanh_backward", "TanhBackwardBackward0", .promoted, .binary(TanhSlope.self),
        Gradient(.b) { try $0.grad * Op.sub(1.0, .tensor(Op.square($0.b))) },
        Gradient([.a, .b]) { try $0.grad * Op.mul(Op.mul($0.a, $0.b), Tensor.wrapped(-2.0)) })
    /// a where b is positive, else 0: a gradient through `relu`.
    package static let positivePart: Op = Op(
        "threshold_backward", "ThresholdBackwardBackward0", .promoted, .binaryWhole(PositivePart.self),
        Gradient(.b) { try Op.positivePart(.tensor($0.grad), $0.b) }, .zero)
}
