// Defines the rows for arithmetic between tensors and numbers.
import Runtime
import Tensors

extension TorchRows {
    static var arithmetic: [Row] {
        [
            def("add(input, other, *, alpha=1)", "Sum of input and alpha times other.", example: "torch.add(torch.tensor([1., 2.]), 10, alpha=2)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand, alpha: Number) in try x.asTensor().add(y, alpha: alpha) },
            def("sub(input, other, *, alpha=1)", "Input minus alpha times other.", example: "torch.sub(torch.tensor([1., 2.]), 1)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand, alpha: Number) in try TensorArithmetic.subtracted(x.asTensor(), y, alpha: alpha) },
            def("mul(input, other)", "Product, element by element.", example: "torch.mul(torch.tensor([1., 2.]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.mul(x, y) },
            def("div(input, other, *, rounding_mode=None)", "Quotient; rounding_mode 'trunc' or 'floor' rounds it to a whole number.",
                example: "torch.div(torch.tensor([7., -7.]), 2, rounding_mode='floor')",
                also: [.method, .inPlace]) { (x: Operand, y: Operand, mode: String?) in try x.asTensor().div(y, rounding: mode) },
            def("floor_divide(input, other)", "Quotient rounded down.", example: "torch.floor_divide(torch.tensor([7, -7]), 2)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Op.floorDivide(x, y) },
            def("remainder(input, other)", "Rest of the division, with the sign of other.", example: "torch.remainder(torch.tensor([7, -7]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Tensor.remainder(.remainder, x, y) },
            def("fmod(input, other)", "Rest of the division, with the sign of input.", example: "torch.fmod(torch.tensor([7, -7]), 3)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Tensor.remainder(.fmod, x, y) },
            def("pow(input, exponent)", "Input to the power of exponent.", example: "torch.pow(torch.tensor([1., 2., 3.]), 2)",
                also: [.method, .inPlace]) { (x: Operand, y: Operand) in try Tensor.pow(x, y) },
            def("float_power(input, exponent)", "Power computed in float64.", example: "torch.float_power(torch.tensor([1, 2]), 2)",
                also: [.method]) { (x: Operand, y: Operand) in try x.asTensor().to(.float64).pow(y) },
            def("rsub(input, other, *, alpha=1)", "Other minus alpha times input.", example: "torch.rsub(torch.tensor([1., 2.]), 10)",
                also: [.method]) { (x: Tensor, y: Operand, alpha: Number) in try x.rsub(y, alpha: alpha) },
            def("neg(input)", "The negative.", example: "torch.neg(torch.tensor([1., -2.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try x.neg()
            },
            def("positive(input)", "The tensor itself.", example: "torch.positive(torch.tensor([1., -2.]))", also: [.method]) { (x: Tensor) -> Tensor in
                guard x.dtype != .bool else { throw TensorError.notImplemented("The `+` operator, on a bool tensor is not supported.") }
                return x
            },
            def("abs(input)", "The absolute value.", example: "torch.abs(torch.tensor([-1., 2.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.abs(x)
            },
            def("sign(input)", "-1, 0 or 1.", example: "torch.sign(torch.tensor([-3., 0., 5.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.sign(x)
            },
            def("reciprocal(input)", "One divided by input.", example: "torch.reciprocal(torch.tensor([2., 4.]))",
                also: [.method, .inPlace]) { (x: Tensor) in try Op.reciprocal(x) },
            def("square(input)", "Input times itself.", example: "torch.square(torch.tensor([2., 3.]))", also: [.method, .inPlace]) {
                (x: Tensor) in try Op.square(x.dtype == .bool ? x.to(.int64) : x)
            },
            def("maximum(input, other)", "The larger of two elements.", example: "torch.maximum(torch.tensor([1., 5.]), torch.tensor([3., 2.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try Op.maximum(x, y) },
            def("minimum(input, other)", "The smaller of two elements.", example: "torch.minimum(torch.tensor([1., 5.]), torch.tensor([3., 2.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try Op.minimum(x, y) },
            def("fmax(input, other)", "The larger of two elements; a number wins over nan.",
                example: "torch.fmax(torch.tensor([1., float('nan')]), torch.tensor([0., 2.]))", also: [.method]) {
                (x: Tensor, y: Tensor) in try Op.fmax(x, y)
            },
            def("fmin(input, other)", "The smaller of two elements; a number wins over nan.",
                example: "torch.fmin(torch.tensor([1., float('nan')]), torch.tensor([0., 2.]))", also: [.method]) {
                (x: Tensor, y: Tensor) in try Op.fmin(x, y)
            },
            def("hypot(input, other)", "Length of the hypotenuse.", example: "torch.hypot(torch.tensor([3.]), torch.tensor([4.]))",
                also: [.method, .inPlace]) { (x: Tensor, y: Tensor) in try Op.hypot(x, y) },
            def("copysign(input, other)", "The magnitude of input with the sign of other.", example: "torch.copysign(torch.tensor([1., 2.]), -1)",
                also: [.method, .inPlace]) { (x: Tensor, y: Operand) in try Op.copysign(x, y) },
            def("logaddexp(input, other)", "log(exp(input) + exp(other)) without overflow.",
                example: "torch.logaddexp(torch.tensor([0.]), torch.tensor([0.]))", also: [.method]) {
                (x: Tensor, y: Tensor) in try Op.logaddexp(x, y)
            },
            def("xlogy(input, other)", "input * log(other), 0 where input is 0.", example: "torch.xlogy(torch.tensor([0., 2.]), torch.tensor([0., 3.]))",
                also: [.method, .inPlace, .special]) { (x: Operand, y: Operand) in try Op.xlogy(x, y) },
            def("heaviside(input, values)", "0 below zero, 1 above, values at zero.",
                example: "torch.heaviside(torch.tensor([-1., 0., 2.]), torch.tensor([0.5]))", also: [.method, .inPlace]) {
                (x: Tensor, values: Tensor) in
                guard x.dtype == values.dtype else {
                    throw TensorError.runtime("heaviside is not yet implemented for tensors with different dtypes.")
                }
                return try Op.heaviside(x, values)
            },
        ]
    }

    static var arithmeticAliases: [Row] {
        let names = [
            "sub": ["subtract"], "mul": ["multiply"], "div": ["divide", "true_divide"], "neg": ["negative"], "abs": ["absolute"], "sign": ["sgn"],
        ]
        return arithmetic.flatMap { row in (names[row.name.text] ?? []).map(row.renamed) }
    }

    /// Products and quotients added to a tensor.
    static var accumulations: [Row] {
        [
            def("addcmul(input, tensor1, tensor2, *, value=1)", "Input plus value times the product of two tensors.",
                example: "torch.addcmul(torch.zeros(2), torch.ones(2), torch.ones(2), value=0.5)", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, value: Number) in try x.addcmul(a, b, value: value)
            },
            def("addcdiv(input, tensor1, tensor2, *, value=1)", "Input plus value times the quotient of two tensors.",
                example: "torch.addcdiv(torch.zeros(2), torch.ones(2), torch.full((2,), 4.), value=2)", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, value: Number) in try x.addcdiv(a, b, value: value)
            },
            def("lerp(input, end, weight)", "The point between input and end at weight.",
                example: "torch.lerp(torch.tensor([0., 10.]), torch.tensor([1., 20.]), 0.5)", also: [.method, .inPlace]) {
                (x: Tensor, end: Tensor, weight: Operand) in try x.lerp(end, weight)
            },
            def("clamp(input, min=None, max=None)", "Every element limited to the range from min to max.",
                example: "torch.tensor([-1., 0.5, 5.]).clamp(min=0, max=2)", also: [.method, .inPlace]) {
                (x: Tensor, low: Operand?, high: Operand?) in
                try x.clamp(low, high)
            },
            def("clip(input, min=None, max=None)", "The same as clamp.", example: "torch.tensor([-1., 5.]).clip(0, 2)", also: [.method, .inPlace]) {
                (x: Tensor, low: Operand?, high: Operand?) in try x.clamp(low, high)
            },
            def("clamp_min(input, min)", "Every element at least min.", example: "torch.tensor([-1., 5.]).clamp_min(0)", also: [.method, .inPlace]) {
                (x: Tensor, low: Operand) in try x.clamp(low, nil)
            },
            def("clamp_max(input, max)", "Every element at most max.", example: "torch.tensor([-1., 5.]).clamp_max(2)", also: [.method, .inPlace]) {
                (x: Tensor, high: Operand) in try x.clamp(nil, high)
            },
            def("nan_to_num(input, nan=0.0, posinf=None, neginf=None)", "Replaces nan and infinities by numbers.",
                example: "torch.nan_to_num(torch.tensor([float('nan'), 1.]))", also: [.method, .inPlace]) {
                (x: Tensor, nan: Double?, positive: Double?, negative: Double?) in
                try x.nanToNum(nan: nan ?? 0, posinf: positive, neginf: negative)
            },
        ]
    }
}
