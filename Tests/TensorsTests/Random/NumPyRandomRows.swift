// Defines the draws of numpy's generators whose results are recorded in RandomNumbers.txt.
import Tensors

private func legacy() -> LegacyRandom { LegacyRandom(seed: 11) }
private func modern() -> DefaultRandom { DefaultRandom(entropy: [11]) }

private func stream(for name: String) -> any NumPyRandom {
    if name.hasPrefix("np") { return legacy() }
    return modern()
}

/// A row of doubles drawn one after the other.
private func floats(_ name: String, _ count: Int = 5, near: Bool = false, _ draw: @escaping @Sendable (any NumPyRandom) -> Double) -> RandomRow {
    RandomRow(name, near: near) {
        let stream = stream(for: name)
        return Recorded.bits((0..<count).map { _ in draw(stream) })
    }
}

/// A row of whole numbers.
private func wholes(_ name: String, _ draw: @escaping @Sendable (any NumPyRandom) -> [Int]) -> RandomRow {
    RandomRow(name) { () -> [String] in
        let stream = stream(for: name)
        return draw(stream).map { String($0) }
    }
}

enum NumPyRandomRows {
    private static let weights = [0.1, 0.2, 0.3, 0.2, 0.2]
    private static let means = [0.5, 3, 9, 12, 30, 200]
    private static let trials: [(count: Int64, p: Double)] = [(10, 0.3), (100, 0.5), (1000, 0.4), (50, 0.9)]

    /// Distributions both generators have, drawn from either.
    static let shared: [RandomRow] = shared("np") + shared("rng")

    private static func shared(_ name: String) -> [RandomRow] {
        let isNear = name == "rng"
        let rows: [RandomRow] = [
            floats("\(name) gamma", near: isNear) { $0.gamma(2.5) },
            floats("\(name) gamma small", near: isNear) { $0.gamma(0.5) },
            floats("\(name) beta", near: isNear) { $0.beta(2, 3) },
            floats("\(name) laplace") { $0.laplace(location: 0, scale: 1) },
            floats("\(name) gumbel") { $0.gumbel(location: 0, scale: 1) },
            floats("\(name) logistic") { $0.logistic(location: 0, scale: 1) },
            floats("\(name) rayleigh", near: isNear) { $0.rayleigh(1) },
            floats("\(name) weibull", near: isNear) { $0.weibull(2) },
            floats("\(name) pareto", near: isNear) { $0.pareto(2) },
            floats("\(name) power", near: isNear) { $0.power(2) },
            floats("\(name) triangular") { $0.triangular(left: 0, mode: 1, right: 3) },
            floats("\(name) t", near: isNear) { $0.studentT(4) },
        ]
        return rows
    }

    /// Draws of several numbers at once, from either generator.
    static let lists: [RandomRow] = lists("np") + lists("rng")

    private static func lists(_ name: String) -> [RandomRow] {
        @Sendable func geometric(_ p: Double, _ stream: any NumPyRandom) -> [Int] { (0..<6).map { _ in Int(stream.geometric(p)) } }
        @Sendable func multinomial(_ stream: any NumPyRandom) -> [Int] {
            var counts: [Int] = []
            for _ in 0..<3 { counts += stream.multinomial(20, [0.2, 0.3, 0.5]).map { Int($0) } }
            return counts
        }
        @Sendable func dirichlet() -> [String] {
            let stream = stream(for: name)
            var points = stream.dirichlet([1, 2, 3])
            points += stream.dirichlet([1, 2, 3])
            return Recorded.bits(points)
        }
        let rows: [RandomRow] = [
            RandomRow("\(name) dirichlet", near: name == "rng", dirichlet),
            wholes("\(name) multinomial", multinomial),
            wholes("\(name) geometric") { geometric(0.2, $0) },
            wholes("\(name) geometric 0.5") { geometric(0.5, $0) },
            wholes("\(name) poisson") { stream in means.map { Int(stream.poisson($0)) } },
            wholes("\(name) binomial") { stream in trials.map { Int(stream.binomial($0.count, $0.p)) } },
            wholes("\(name) permutation") { $0.shuffled(9) },
            wholes("\(name) choice p") { $0.choice(8, p: weights) },
        ]
        return rows
    }

    static let legacyOnly: [RandomRow] = [
        floats("np rand") { $0.uniform() },
        floats("np randn") { $0.normal() },
        floats("np exponential") { 2 * $0.exponential() },
        floats("np lognormal") { $0.logNormal(mean: 0, deviation: 1) },
        floats("np cauchy") { $0.cauchy() },
        floats("np beta small") { $0.beta(0.5, 0.5) },
        floats("np chisquare") { $0.chiSquare(3) },
        wholes("np choice p norep") { $0.choiceWithoutReplacement(4, p: weights) },
        RandomRow("np randint") { legacy().integers(8, low: 0, high: 99, bits: 64).map { String($0) } },
        RandomRow("np randint wide") { legacy().integers(4, low: 0, high: 1 << 40 - 1, bits: 64).map { String($0) } },
        RandomRow("np randint u8") { legacy().integers(9, low: 0, high: 199, bits: 8).map { String($0) } },
        RandomRow("np randint bool") { legacy().integers(40, low: 0, high: 1, bits: 1).map { String($0) } },
    ]

    static let modernOnly: [RandomRow] = [
        floats("rng random") { $0.uniform() },
        RandomRow("rng random big") {
            let stream = DefaultRandom(entropy: [5, 0, 64])
            return Recorded.bits((0..<3).map { _ in stream.uniform() })
        },
        RandomRow("rng f32") {
            let stream = modern()
            return Recorded.bits((0..<5).map { _ in stream.uniform32() })
        },
        RandomRow("rng normal", near: true) {
            let stream = modern()
            return Recorded.bits((0..<300).map { _ in stream.normal() }.suffix(20))
        },
        RandomRow("rng exponential", near: true) {
            let stream = modern()
            return Recorded.bits((0..<300).map { _ in stream.exponential() }.suffix(20))
        },
        wholes("rng integers") { stream in (0..<12).map { _ in Int(stream.bounded(9)) } },
        wholes("rng integers wide") { stream in (0..<4).map { _ in Int(stream.bounded(1 << 40 - 1)) } },
        RandomRow("rng choice") { modern().sample(6, of: 50, shuffle: true).map { String($0) } },
        RandomRow("rng choice large") { modern().sample(600, of: 20_000, shuffle: true).prefix(20).map { String($0) } },
    ]
}
