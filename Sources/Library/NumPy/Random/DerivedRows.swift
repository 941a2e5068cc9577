// Defines the rows of numpy.random whose distributions are made of uniform, normal, exponential and gamma numbers.
import Runtime
import Tensors

extension RandomRows {
    static var derived: [Row] {
        [
            def("standard_gamma(self, shape, size=None)", "Gamma numbers of scale 1.", example: "np.random.standard_gamma(2.0, 3)") {
                (r: RandomStateObject, shape: ArrayArgument, size: ShapeArgument?) in try fill(size, [shape]) { r.source.gamma($0[0]) }
            },
            def("chisquare(self, df, size=None)", "Sums of squared normal numbers.", example: "np.random.chisquare(2.0, 3)") {
                (r: RandomStateObject, freedom: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [freedom]) { parameters in
                    guard parameters[0] > 0 else { throw Raised.valueError("df <= 0") }
                    return r.source.chiSquare(parameters[0])
                }
            },
            def("f(self, dfnum, dfden, size=None)", "Quotients of two chi-square numbers.", example: "np.random.f(2.0, 3.0, 3)") {
                (r: RandomStateObject, above: ArrayArgument, below: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [above, below]) { r.source.fisherF($0[0], $0[1]) }
            },
            def("standard_t(self, df, size=None)", "Student's t numbers.", example: "np.random.standard_t(3.0, 3)") {
                (r: RandomStateObject, freedom: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [freedom]) { parameters in
                    guard parameters[0] > 0 else { throw Raised.valueError("df <= 0") }
                    return r.source.studentT(parameters[0])
                }
            },
            def("standard_cauchy(self, size=None)", "Quotients of two normal numbers.", example: "np.random.standard_cauchy(3)") {
                (r: RandomStateObject, size: ShapeArgument?) in
                try fill(size) { _ in r.source.cauchy() }
            },
            def("pareto(self, a, size=None)", "Pareto (Lomax) numbers.", example: "np.random.pareto(3.0, 3)") {
                (r: RandomStateObject, a: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [a]) { parameters in
                    guard parameters[0] > 0 else { throw Raised.valueError("a <= 0") }
                    return r.source.pareto(parameters[0])
                }
            },
            def("weibull(self, a, size=None)", "Weibull numbers.", example: "np.random.weibull(2.0, 3)") {
                (r: RandomStateObject, a: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [a]) { parameters in
                    guard parameters[0] >= 0 else { throw Raised.valueError("a < 0") }
                    return r.source.weibull(parameters[0])
                }
            },
            def("power(self, a, size=None)", "Numbers of density a x**(a-1) in [0, 1].", example: "np.random.power(2.0, 3)") {
                (r: RandomStateObject, a: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [a]) { parameters in
                    guard parameters[0] > 0 else { throw Raised.valueError("a <= 0") }
                    return r.source.power(parameters[0])
                }
            },
            def("rayleigh(self, scale=1.0, size=None)", "Rayleigh numbers.", example: "np.random.rayleigh(1.0, 3)") {
                (r: RandomStateObject, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [scale]) { parameters in
                    guard parameters[0] >= 0 else { throw Raised.valueError("scale < 0") }
                    return r.source.rayleigh(parameters[0])
                }
            },
            def("logistic(self, loc=0.0, scale=1.0, size=None)", "Logistic numbers.", example: "np.random.logistic(0, 1, 3)") {
                (r: RandomStateObject, location: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [location, scale]) { r.source.logistic(location: $0[0], scale: $0[1]) }
            },
            def("negative_binomial(self, n, p, size=None)", "Failures before n successes.", example: "np.random.negative_binomial(3, 0.5, 3)") {
                (r: RandomStateObject, n: ArrayArgument, p: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [n, p], type: .int64) { parameters in
                    guard parameters[0] > 0 else { throw Raised.valueError("n <= 0") }
                    let mean = r.source.gamma(parameters[0]) * ((1 - parameters[1]) / parameters[1])
                    return r.source.poisson(mean)
                }
            },
        ] + vectors + rarer
    }

    private static var vectors: [Row] {
        [
            def("multinomial(self, n, pvals, size=None)", "How often each of several outcomes happens in n trials.",
                example: "np.random.multinomial(10, [0.2, 0.8])") { (r: RandomStateObject, n: ArrayArgument, p: ArrayArgument, size: ShapeArgument?) in
                let width = p.tensor.rank > 0 ? p.tensor.shape[p.tensor.rank - 1] : 0
                let single = try Dims(p.tensor.shape.array.dropLast())
                let rows = try size?.dims() ?? Ufunc.checkedShape(n.tensor.shape, single)
                let numbers = try n.tensor.expand(rows).elements(Int.self)
                let chances = try p.tensor.expand(Dims(rows.array + [width])).elements(Double.self)
                guard numbers.allSatisfy({ $0 >= 0 }) else { throw Raised.valueError("n < 0") }
                guard chances.allSatisfy({ (0...1).contains($0) }) else { throw Raised.valueError("pvals < 0, pvals > 1 or pvals contains NaNs") }
                let lines = numbers.indices.map { Array(chances[$0 * width..<($0 + 1) * width]) }
                guard lines.allSatisfy({ $0.dropLast().reduce(0, +) <= 1 + 1e-12 }) else { throw Raised.valueError("sum(pvals[:-1]) > 1.0") }
                let counts = zip(numbers, lines).flatMap { trials(r, $0, $1) }
                return try Tensor.from(counts, Dims(rows.array + [width])).intoArray()
            },
            def("dirichlet(self, alpha, size=None)", "Vectors of parts that add up to 1.", example: "np.random.dirichlet([1.0, 2.0])") {
                (r: RandomStateObject, alpha: ArrayArgument, size: ShapeArgument?) in
                let weights = try alpha.tensor.elements(Double.self)
                guard weights.allSatisfy({ $0 > 0 }) else { throw Raised.valueError("alpha <= 0") }
                let rows = try size?.dims() ?? Dims()
                let parts = (0..<(rows.product ?? 0)).flatMap { _ in r.source.dirichlet(weights) }
                return try Tensor.from(parts, Dims(rows.array + [weights.count])).intoArray()
            },
        ]
    }

    /// How many of `n` trials fall to each outcome: one binomial number after the other.
    private static func trials(_ r: RandomStateObject, _ n: Int, _ chances: [Double]) -> [Int] {
        var counts = [Int](repeating: 0, count: chances.count)
        var left = n
        var rest = 1.0
        for (k, chance) in chances.enumerated().dropLast() where left > 0 {
            counts[k] = Int(r.source.binomial(Int64(left), min(max(chance / rest, 0), 1)))
            left -= counts[k]
            rest -= chance
        }
        if !counts.isEmpty, left > 0 { counts[counts.count - 1] = left }
        return counts
    }
}
