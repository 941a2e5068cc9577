// Defines the rows of rare elementwise functions: Bessel, gamma and normal functions, divisors, parts of floating-point numbers.
import Glibc
import Runtime
import Tensors

extension TorchRows {
    static var special: [Row] {
        [
            def("i0(input)", "The modified Bessel function of order 0.", example: "torch.i0(torch.tensor([0., 1.]))", also: [.method, .inPlace, .special]) {
                (x: Tensor) in try bessel0(x)
            },
            def("i0e(input)", "i0(x) exp(-|x|).", example: "torch.special.i0e(torch.tensor([0., 1.]))", also: [.special, .methodOnly]) { (x: Tensor) in
                try SpecialMap.unary("SpecialI0EBackward0", x) { RareFunctions.bessel(0, $0, scaled: true) }
            },
            def("i1(input)", "The modified Bessel function of order 1.", example: "torch.special.i1(torch.tensor([0., 1.]))", also: [.special, .methodOnly]) {
                (x: Tensor) in try SpecialMap.unary("SpecialI1Backward0", x) { RareFunctions.bessel(1, $0, scaled: false) }
            },
            def("i1e(input)", "i1(x) exp(-|x|).", example: "torch.special.i1e(torch.tensor([0., 1.]))", also: [.special, .methodOnly]) { (x: Tensor) in
                try SpecialMap.unary("SpecialI1EBackward0", x) { RareFunctions.bessel(1, $0, scaled: true) }
            },
            def("ndtr(input)", "The probability that a standard normal number is smaller.", example: "torch.special.ndtr(torch.tensor([0., 1.]))",
                also: [.special, .methodOnly]) { (x: Tensor) in
                try SpecialMap.unary("SpecialNdtrBackward0", x, { try Op.exp(Op.square($0) * -0.5) * 0.3989422804014327 }, RareFunctions.normalProbability)
            },
            def("ndtri(input)", "The number below which a standard normal one lies with a probability.",
                example: "torch.special.ndtri(torch.tensor([0.5, 0.9]))", also: [.special, .methodOnly]) { (x: Tensor) in
                try SpecialMap.unary("SpecialNdtriBackward0", x, nil, RareFunctions.normalQuantile)
            },
            def("log_ndtr(input)", "The logarithm of ndtr.", example: "torch.special.log_ndtr(torch.tensor([0., 1.]))", also: [.special, .methodOnly]) {
                (x: Tensor) in try SpecialMap.unary("SpecialLogNdtrBackward0", x) { Glibc.log(RareFunctions.normalProbability($0)) }
            },
            def("entr(input)", "-x log(x), 0 at 0.", example: "torch.special.entr(torch.tensor([0., 0.5]))", also: [.special, .methodOnly]) { (x: Tensor) in
                let above = try Op.where(.tensor(Op.eq(x, 0.0)), 0.0, .tensor(Op.neg(Op.xlogy(.tensor(x), .tensor(x)))))
                return try Op.where(.tensor(Op.lt(x, 0.0)), .number(.float(-.infinity)), .tensor(above))
            },
            def("gammaln(input)", "Logarithm of the absolute value of the gamma function.", example: "torch.special.gammaln(torch.tensor([1., 4.]))",
                also: [.special, .methodOnly]) { (x: Tensor) in try Op.lgamma(x) },
            def("psi(input)", "Derivative of the logarithm of the gamma function.", example: "torch.special.psi(torch.tensor([1., 2.]))",
                also: [.special, .methodOnly]) { (x: Tensor) in try Op.digamma(x) },
            def("xlog1py(input, other)", "x log(1 + y), 0 where x is 0.", example: "torch.special.xlog1py(torch.tensor([0., 1.]), torch.tensor([1., 1.]))",
                also: [.special, .methodOnly]) { (x: Operand, y: Tensor) in try Op.xlogy(x, .tensor(y + 1)) },
            def("logaddexp2(input, other)", "log2(2**x + 2**y).", example: "torch.logaddexp2(torch.tensor([1.]), torch.tensor([1.]))", also: [.method]) {
                (x: Tensor, y: Tensor) in
                let ln2 = 0.6931471805599453
                return try Op.logaddexp(.tensor(x * ln2), .tensor(y * ln2)) / ln2
            },
        ] + gammaFamily + divisors + bessel
    }

    @Sendable private static func bessel0(_ x: Tensor) throws -> Tensor {
        try SpecialMap.unary("I0Backward0", x, { saved in
            try SpecialMap.unary("SpecialI1Backward0", saved) { RareFunctions.bessel(1, $0, scaled: false) }
        }, { RareFunctions.bessel(0, $0, scaled: false) })
    }

    private static var gammaFamily: [Row] {
        let lower = def("igamma(input, other)", "The regularised lower incomplete gamma function.",
                        example: "torch.igamma(torch.tensor([1.]), torch.tensor([2.]))", also: [.method]) { (a: Tensor, x: Tensor) in
            try SpecialMap.binary(a, x, RareFunctions.incompleteGamma)
        }
        let upper = def("igammac(input, other)", "One minus igamma.", example: "torch.igammac(torch.tensor([1.]), torch.tensor([2.]))", also: [.method]) {
            (a: Tensor, x: Tensor) in try SpecialMap.binary(a, x) { 1 - RareFunctions.incompleteGamma($0, $1) }
        }
        let names = [
            def("gammainc(input, other)", lower.doc, also: [.special, .methodOnly]) { (a: Tensor, x: Tensor) in
                try SpecialMap.binary(a, x, RareFunctions.incompleteGamma)
            },
            def("gammaincc(input, other)", upper.doc, also: [.special, .methodOnly]) { (a: Tensor, x: Tensor) in
                try SpecialMap.binary(a, x) { 1 - RareFunctions.incompleteGamma($0, $1) }
            },
            def("polygamma(n, input)", "The n-th derivative of digamma.", example: "torch.polygamma(1, torch.tensor([1., 2.]))", also: [.special]) {
                (n: Int, x: Tensor) in
                guard n >= 0 else { throw TensorError.runtime("polygamma(n, x) does not support negative n.") }
                return try SpecialMap.unary("PolygammaBackward0", x, nil) { RareFunctions.polygamma(n, $0) }
            },
            def("mvlgamma(input, p)", "The logarithm of the multivariate gamma function.", example: "torch.mvlgamma(torch.tensor([3.]), 2)", also: [.method]) {
                (x: Tensor, p: Int) in
                try multigamma(x, p)
            },
        ]
        return [lower, upper] + names
    }

    private static var divisors: [Row] {
        [
            def("gcd(input, other)", "The largest common divisor.", example: "torch.gcd(torch.tensor([12]), torch.tensor([18]))", also: [.method, .inPlace]) {
                (x: Tensor, y: Tensor) in try SpecialMap.whole("gcd", x, y, RareFunctions.gcd)
            },
            def("lcm(input, other)", "The smallest common multiple.", example: "torch.lcm(torch.tensor([4]), torch.tensor([6]))", also: [.method, .inPlace]) {
                (x: Tensor, y: Tensor) in try SpecialMap.whole("lcm", x, y, RareFunctions.lcm)
            },
            def("nextafter(input, other)", "The next number in the direction of other.", example: "torch.nextafter(torch.tensor([1.]), torch.tensor([2.]))",
                also: [.method, .inPlace]) { (x: Tensor, y: Tensor) in
                switch DType.promote(x.dtype, y.dtype) {
                case .float64: return try SpecialMap.binary(x, y) { Glibc.nextafter($0, $1) }
                case .float32: return try SpecialMap.binary(x, y) { Double(Glibc.nextafterf(Float($0), Float($1))) }
                case .float16: return try SpecialMap.binary(x, y) { RareFunctions.next($0, $1, digits: 11, smallest: 0x1p-24) }
                case .bfloat16: return try SpecialMap.binary(x, y) { RareFunctions.next($0, $1, digits: 8, smallest: 0x1p-133) }
                case let other: throw TensorError.unsupported("nextafter_cpu", other)
                }
            },
            def("ldexp(input, other)", "x times 2 to the power of other.", example: "torch.ldexp(torch.tensor([1.]), torch.tensor([3]))", also: [.method, .inPlace]) {
                (x: Tensor, y: Tensor) in try Op.mul(.tensor(x), .tensor(Op.pow(.number(.float(2)), .tensor(y))))
            },
            def("frexp(input)", "Mantissas from 0.5 up to 1, and exponents of 2.", example: "torch.frexp(torch.tensor([6.]))", also: [.method]) {
                (x: Tensor) -> NamedTensors in
                guard x.dtype.isFloatingPoint else { throw TensorError.runtime("torch.frexp() only supports floating-point dtypes") }
                let parts = try x.elements(Double.self).map { $0 == 0 || !$0.isFinite ? ($0, 0) : ($0.significand / 2 * ($0 < 0 ? -1 : 1), Int($0.exponent) + 1) }
                let mantissas = try Tensor.from(parts.map(\.0), x.shape).to(x.dtype)
                return NamedTensors("frexp", (mantissas, try Tensor.from(parts.map(\.1), x.shape).to(.int32)))
            },
        ]
    }
}
