// Defines the rows of torch.special for Bessel functions, zeta and scaled error functions, and its names for functions of torch.
import Glibc
import Runtime
import Tensors

extension TorchRows {
    /// What torch.special has and torch has not.
    static var bessel: [Row] {
        [
            rare("bessel_j0", "The Bessel function of the first kind of order 0.") { Glibc.j0($0) },
            rare("bessel_j1", "The Bessel function of the first kind of order 1.") { Glibc.j1($0) },
            rare("bessel_y0", "The Bessel function of the second kind of order 0.") { Glibc.y0($0) },
            rare("bessel_y1", "The Bessel function of the second kind of order 1.") { Glibc.y1($0) },
            rare("modified_bessel_i0", "The modified Bessel function of the first kind of order 0.") { RareFunctions.bessel(0, $0, scaled: false) },
            rare("modified_bessel_i1", "The modified Bessel function of the first kind of order 1.") { RareFunctions.bessel(1, $0, scaled: false) },
            rare("modified_bessel_k0", "The modified Bessel function of the second kind of order 0.") { besselK(0, $0, scaled: false) },
            rare("modified_bessel_k1", "The modified Bessel function of the second kind of order 1.") { besselK(1, $0, scaled: false) },
            rare("scaled_modified_bessel_k0", "modified_bessel_k0(x) exp(x).") { besselK(0, $0, scaled: true) },
            rare("scaled_modified_bessel_k1", "modified_bessel_k1(x) exp(x).") { besselK(1, $0, scaled: true) },
            rare("spherical_bessel_j0", "sin(x) / x, 1 at 0.") { $0 == 0 ? 1 : Glibc.sin($0) / $0 },
            rare("erfcx", "erfc(x) exp(x * x), where erfc alone would vanish.", scaledErfc),
            def("zeta(input, other)", "The sum of 1 / (k + other) to the power of input over k from 0.",
                example: "torch.special.zeta(torch.tensor([2.]), torch.tensor([1.]))", also: [.special, .methodOnly]) { (x: Tensor, q: Tensor) in
                try SpecialMap.binary(x, q, hurwitzZeta)
            },
            def("multigammaln(input, p)", "The logarithm of the multivariate gamma function.",
                example: "torch.special.multigammaln(torch.tensor([3.]), 2)", also: [.special, .methodOnly]) { (x: Tensor, p: Int) in try multigamma(x, p) },
        ]
    }

    private static func rare(_ name: String, _ doc: String, _ body: @escaping @Sendable (Double) -> Double) -> Row {
        def("\(name)(input)", doc, example: "torch.special.\(name)(torch.tensor([0.5, 1.]))", also: [.special, .methodOnly]) { (x: Tensor) in
            try SpecialMap.unary(name, x, nil, body)
        }
    }

    /// The integral of exp(−x (cosh t − 1)) cosh(n t) over t from 0 on, by the rule of trapezoids, which converges fast here.
    private static func besselK(_ order: Int, _ x: Double, scaled: Bool) -> Double {
        if x == 0 { return .infinity }
        guard x > 0 else { return .nan }
        let end = Glibc.acosh(1 + 40 / x), count = 400.0
        let step = end / count
        var sum = 0.5
        for k in 1...Int(count) {
            let t = Double(k) * step
            let bend = Glibc.exp(-x * (Glibc.cosh(t) - 1))
            sum += order == 0 ? bend : bend * Glibc.cosh(t)
        }
        return sum * step * (scaled ? 1 : Glibc.exp(-x))
    }

    @Sendable private static func scaledErfc(_ x: Double) -> Double {
        if x < 20 { return Glibc.exp(x * x) * Glibc.erfc(x) }
        let y = 1 / (2 * x * x)
        return (1 - y * (1 - 3 * y * (1 - 5 * y))) / (x * Double.pi.squareRoot())
    }

    /// Ten terms, and the rest by Euler and Maclaurin.
    @Sendable private static func hurwitzZeta(_ s: Double, _ q: Double) -> Double {
        if s == 1 { return .infinity }
        guard s > 1 else { return .nan }
        if q <= 0 { return q == q.rounded(.down) ? .infinity : s == s.rounded() ? zetaOfNegative(s, q) : .nan }
        var sum = 0.0
        for k in 0..<10 { sum += Glibc.pow(q + Double(k), -s) }
        let a = q + 10
        var tail = Glibc.pow(a, 1 - s) / (s - 1) + Glibc.pow(a, -s) / 2
        var factor = s * Glibc.pow(a, -s - 1)
        for (k, bernoulli) in [1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160].enumerated() {
            tail += bernoulli * factor
            let rise = s + Double(2 * k + 1)
            factor *= rise * (rise + 1) / (a * a)
        }
        return sum + tail
    }

    private static func zetaOfNegative(_ s: Double, _ q: Double) -> Double {
        let terms = Swift.min(Int(saturatingTowardZero: -q) + 1, 1 << 20)
        var sum = 0.0
        for k in 0..<terms { sum += Glibc.pow(q + Double(k), -s) }
        return sum + hurwitzZeta(s, q + Double(terms))
    }

    /// The sum of lgamma at steps of one half, and a constant.
    @Sendable static func multigamma(_ x: Tensor, _ p: Int) throws -> Tensor {
        guard p >= 1 else { throw TensorError.runtime("p has to be greater than or equal to 1") }
        try Shapes.checkSmall([p])
        var total = try Tensor.full(x.shape, .float(Double(p) * Double(p - 1) / 4 * 1.1447298858494002), x.dtype)
        for k in 0..<Swift.min(p, 1 << 12) { total = try total + Op.lgamma(x - Double(k) / 2) }
        return total
    }

    /// Functions of torch that torch.special has, too.
    static var alsoInSpecial: [Row] {
        let names: Set<String> = ["softmax", "log_softmax", "logsumexp", "round"]
        return (functional + topics.flatMap { $0.rows() }).filter { names.contains($0.name.text) }.reduce(into: []) { found, row in
            if !found.contains(where: { $0.name == row.name && $0.header == row.header }) { found.append(row) }
        }
    }
}
