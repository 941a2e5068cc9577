// Defines the rows for exponentials, logarithms, roots and trigonometry.
import Runtime
import Tensors

extension TorchRows {
    static var exponentials: [Row] {
        [
            def("exp(input)", "e to the power of every element.", example: "torch.exp(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.exp(x)
            },
            def("exp2(input)", "2 to the power of every element.", example: "torch.exp2(torch.tensor([0., 3.]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.exp2(x)
            },
            def("expm1(input)", "exp(x) - 1, exact for small x.", example: "torch.expm1(torch.tensor([1e-6]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.expm1(x)
            },
            def("log(input)", "The natural logarithm.", example: "torch.log(torch.tensor([1., 2.71828]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.log(x)
            },
            def("log2(input)", "The logarithm to base 2.", example: "torch.log2(torch.tensor([1., 8.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.log2(x)
            },
            def("log10(input)", "The logarithm to base 10.", example: "torch.log10(torch.tensor([1., 1000.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.log10(x)
            },
            def("log1p(input)", "log(1 + x), exact for small x.", example: "torch.log1p(torch.tensor([1e-6]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.log1p(x)
            },
            def("sqrt(input)", "The square root.", example: "torch.sqrt(torch.tensor([4., 9.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.sqrt(x)
            },
            def("rsqrt(input)", "One divided by the square root.", example: "torch.rsqrt(torch.tensor([4., 16.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.rsqrt(x)
            },
            def("erf(input)", "The error function.", example: "torch.erf(torch.tensor([0., 1.]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.erf(x)
            },
            def("erfc(input)", "One minus the error function.", example: "torch.erfc(torch.tensor([0., 1.]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.erfc(x)
            },
            def("erfinv(input)", "The inverse of the error function.", example: "torch.erfinv(torch.tensor([0., 0.5]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.erfinv(x)
            },
            def("lgamma(input)", "Logarithm of the absolute value of the gamma function.", example: "torch.lgamma(torch.tensor([1., 4.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.lgamma(x)
            },
            def("digamma(input)", "Derivative of the logarithm of the gamma function.", example: "torch.digamma(torch.tensor([1., 2.]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try Op.digamma(x)
            },
            def("sigmoid(input)", "1 / (1 + exp(-x)).", example: "torch.sigmoid(torch.tensor([0., 2.]))", also: [.method, .inPlace, .functional]) { (x: Tensor) in
                try Op.sigmoid(x)
            },
            def("logit(input, eps=None)", "log(x / (1 - x)); eps keeps x inside the open interval from 0 to 1.",
                example: "torch.logit(torch.tensor([0.5, 0.9]))", also: [.method, .inPlace, .special]) { (x: Tensor, eps: Double?) in
                try x.logit(eps: eps)
            },
        ]
    }

    static var trigonometry: [Row] {
        let rows: [Row] = [
            def("sin(input)", "Sine of an angle in radians.", example: "torch.sin(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.sin(x)
            },
            def("cos(input)", "Cosine of an angle in radians.", example: "torch.cos(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.cos(x)
            },
            def("tan(input)", "Tangent of an angle in radians.", example: "torch.tan(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.tan(x)
            },
            def("asin(input)", "Inverse sine.", example: "torch.asin(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.asin(x)
            },
            def("acos(input)", "Inverse cosine.", example: "torch.acos(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.acos(x)
            },
            def("atan(input)", "Inverse tangent.", example: "torch.atan(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.atan(x)
            },
            def("sinh(input)", "Hyperbolic sine.", example: "torch.sinh(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.sinh(x)
            },
            def("cosh(input)", "Hyperbolic cosine.", example: "torch.cosh(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.cosh(x)
            },
            def("tanh(input)", "Hyperbolic tangent.", example: "torch.tanh(torch.tensor([0., 1.]))", also: [.method, .inPlace, .functional]) { (x: Tensor) in
                try Op.tanh(x)
            },
            def("asinh(input)", "Inverse hyperbolic sine.", example: "torch.asinh(torch.tensor([0., 1.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.asinh(x)
            },
            def("acosh(input)", "Inverse hyperbolic cosine.", example: "torch.acosh(torch.tensor([1., 2.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.acosh(x)
            },
            def("atanh(input)", "Inverse hyperbolic tangent.", example: "torch.atanh(torch.tensor([0., 0.5]))", also: [.method, .inPlace]) { (x: Tensor) in
                try Op.atanh(x)
            },
            def("sinc(input)", "sin(pi x) / (pi x).", example: "torch.sinc(torch.tensor([0., 0.5]))", also: [.method, .inPlace, .special]) { (x: Tensor) in
                try x.sinc()
            },
            def("deg2rad(input)", "Degrees to radians.", example: "torch.deg2rad(torch.tensor([180.]))", also: [.method, .inPlace]) { (x: Tensor) in
                try x.deg2rad()
            },
            def("rad2deg(input)", "Radians to degrees.", example: "torch.rad2deg(torch.tensor([3.1416]))", also: [.method, .inPlace]) { (x: Tensor) in
                try x.rad2deg()
            },
            def("atan2(input, other)", "The angle of the point (other, input).", example: "torch.atan2(torch.tensor([1.]), torch.tensor([1.]))",
                also: [.method, .inPlace]) { (x: Tensor, y: Tensor) in try Op.atan2(x, y) },
        ]
        let names = [
            "asin": "arcsin", "acos": "arccos", "atan": "arctan", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh", "atan2": "arctan2",
        ]
        return rows + rows.compactMap { row in names[row.name.text].map(row.renamed) }
    }
}
