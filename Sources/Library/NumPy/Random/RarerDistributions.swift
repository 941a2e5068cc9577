// Defines the rows of numpy.random for the distributions that are met less often.
import Runtime
import Tensors

extension RandomRows {
    static var rarer: [Row] {
        [
            def("vonmises(self, mu, kappa, size=None)", "Angles about mu, the closer the larger kappa is.", example: "np.random.vonmises(0, 1, 3)") {
                (r: RandomStateObject, center: ArrayArgument, concentration: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [center, concentration]) {
                    try require(!($0[1] < 0), "kappa < 0")
                    return r.source.vonMises(center: $0[0], concentration: $0[1])
                }
            },
            def("wald(self, mean, scale, size=None)", "Inverse Gaussian numbers.", example: "np.random.wald(1.0, 2.0, 3)") {
                (r: RandomStateObject, mean: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [mean, scale]) {
                    try require($0[0] > 0, "mean <= 0")
                    try require($0[1] > 0, "scale <= 0")
                    return r.source.wald(mean: $0[0], scale: $0[1])
                }
            },
            def("zipf(self, a, size=None)", "Numbers whose frequency falls with the power a.", example: "np.random.zipf(2.0, 3)") {
                (r: RandomStateObject, a: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [a], type: .int64) {
                    try require($0[0] > 1, "a <= 1 or a is NaN")
                    return r.source.zipf($0[0])
                }
            },
            def("logseries(self, p, size=None)", "Numbers of the logarithmic series.", example: "np.random.logseries(0.6, 3)") {
                (r: RandomStateObject, p: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [p], type: .int64) {
                    try require($0[0] >= 0 && $0[0] < 1, "p < 0, p >= 1 or p is NaN")
                    return r.source.logarithmicSeries($0[0])
                }
            },
            def("noncentral_chisquare(self, df, nonc, size=None)", "Sums of squared normal numbers about other means than 0.",
                example: "np.random.noncentral_chisquare(3.0, 2.0, 3)") {
                (r: RandomStateObject, freedom: ArrayArgument, shift: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [freedom, shift]) {
                    try require($0[0] > 0, "df <= 0")
                    try require($0[1] >= 0, "nonc < 0")
                    return noncentral(r, $0[0], $0[1])
                }
            },
            def("noncentral_f(self, dfnum, dfden, nonc, size=None)", "Quotients of a noncentral and a plain chi-square number.",
                example: "np.random.noncentral_f(3.0, 20.0, 2.0, 3)") {
                (r: RandomStateObject, above: ArrayArgument, below: ArrayArgument, shift: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [above, below, shift]) {
                    try require($0[0] > 0, "dfnum <= 0")
                    try require($0[1] > 0, "dfden <= 0")
                    try require($0[2] >= 0, "nonc < 0")
                    let numerator = noncentral(r, $0[0], $0[2]) * $0[1]
                    return numerator / (r.source.chiSquare($0[1]) * $0[0])
                }
            },
            def("hypergeometric(self, ngood, nbad, nsample, size=None)", "Good ones among items drawn without putting back.",
                example: "np.random.hypergeometric(5, 5, 4, 3)") {
                (r: RandomStateObject, good: ArrayArgument, bad: ArrayArgument, sample: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [good, bad, sample], type: .int64) {
                    let (good, bad, sample) = ($0[0].rounded(.towardZero), $0[1].rounded(.towardZero), $0[2].rounded(.towardZero))
                    try require(good >= 0, "ngood < 0")
                    try require(bad >= 0, "nbad < 0")
                    try require(sample >= 0, "nsample < 0")
                    try require(good < 1e9 && bad < 1e9, "both ngood and nbad must be less than 1000000000")
                    try require(good + bad >= sample, "ngood + nbad < nsample")
                    return Double(r.source.hypergeometric(good: Int64(good), bad: Int64(bad), sample: Int64(sample)))
                }
            },
        ]
    }

    /// Methods of Generator alone.
    static var modernRarer: [Row] {
        [
            def("multivariate_hypergeometric(self, colors, nsample, size=None, method='marginals')", "How many of each colour are among items drawn.",
                example: "np.random.default_rng(0).multivariate_hypergeometric([3, 4, 5], 4)") {
                (r: RandomStateObject, colors: ArrayArgument, sample: Int, size: ShapeArgument?, method: String) in
                let counts = try colors.tensor.elements(Int.self)
                try require(counts.allSatisfy { (0..<1_000_000_000).contains($0) }, "When method is \"marginals\", sum(colors) must be less than 1000000000.")
                let total = counts.reduce(0, +)
                try require(sample >= 0, "nsample must be nonnegative.")
                try require(sample <= total, "nsample > sum(colors)")
                let rows = try size?.dims() ?? Dims()
                let drawn = (0..<(rows.product ?? 0)).flatMap { _ in urn(r, counts, total, sample) }
                return try Tensor.from(drawn, Dims(rows.array + [counts.count])).intoArray()
            },
        ]
    }

    /// One draw from an urn of several colours, colour by colour; of more than half of the urn what stays in it.
    private static func urn(_ r: RandomStateObject, _ counts: [Int], _ total: Int, _ sample: Int) -> [Int] {
        let isMost = sample > total / 2
        var items = isMost ? total - sample : sample
        var rest = total
        var drawn = [Int](repeating: 0, count: counts.count)
        for k in counts.indices.dropLast() where items > 0 {
            rest -= counts[k]
            drawn[k] = Int(r.source.hypergeometric(good: Int64(counts[k]), bad: Int64(rest), sample: Int64(items)))
            items -= drawn[k]
        }
        if items > 0, !drawn.isEmpty { drawn[drawn.count - 1] = items }
        return isMost ? zip(counts, drawn).map { $0 - $1 } : drawn
    }

    private static func noncentral(_ r: RandomStateObject, _ freedom: Double, _ shift: Double) -> Double {
        if shift == 0 { return r.source.chiSquare(freedom) }
        if freedom > 1 {
            let rest = r.source.chiSquare(freedom - 1)
            let number = r.source.normal() + shift.squareRoot()
            return rest + number * number
        }
        return r.source.chiSquare(freedom + 2 * r.source.poisson(shift / 2))
    }
}
