// Defines the rows that draw random numbers.
import Runtime
import Tensors

extension TorchRows {
    static var random: [Row] {
        [
            Creation.row("rand(*size)", "Uniform numbers from 0 up to 1.", example: "torch.rand(2).shape") { (size: Sizes, options: Creation) in
                try Tensor.rand(size.shape(), options.dtype ?? Engine.current.defaultDType, generator: options.generator)
            },
            Creation.row("randn(*size)", "Standard normal numbers.", example: "torch.randn(2).shape") { (size: Sizes, options: Creation) in
                try Tensor.randn(size.shape(), options.dtype ?? Engine.current.defaultDType, generator: options.generator)
            },
            Creation.row("randint(high, size)", "Whole numbers from 0 up to but without high.", example: "torch.randint(10, (3,)).shape") {
                (high: Int, size: [Int], options: Creation) in
                try Tensor.randint(0, high, Sizes(size).shape(), options.dtype ?? .int64, generator: options.generator)
            },
            Creation.row("randint(low, high, size)", "Whole numbers from low up to but without high.", example: "torch.randint(5, 10, (3,)).shape") {
                (low: Int, high: Int, size: [Int], options: Creation) in
                try Tensor.randint(low, high, Sizes(size).shape(), options.dtype ?? .int64, generator: options.generator)
            },
            Creation.row("randperm(n)", "The numbers from 0 up to but without n in random order.", example: "torch.randperm(4).shape") {
                (n: Int, options: Creation) in try Tensor.randperm(n, options.dtype ?? .int64, generator: options.generator)
            },
            Creation.row("rand_like(input)", "Uniform numbers in the sizes of input.", example: "torch.rand_like(torch.ones(2)).shape") {
                (x: Tensor, options: Creation) in try Tensor.random(like: x, .uniform(from: 0, to: 1), options.dtype, generator: options.generator)
            },
            Creation.row("randn_like(input)", "Standard normal numbers in the sizes of input.", example: "torch.randn_like(torch.ones(2)).shape") {
                (x: Tensor, options: Creation) in try Tensor.random(like: x, .normal(mean: 0, deviation: 1), options.dtype, generator: options.generator)
            },
            Creation.row("randint_like(input, high)", "Whole numbers from 0 in the sizes of input.", example: "torch.randint_like(torch.ones(2), 5).shape") {
                (x: Tensor, high: Int, options: Creation) in
                try Tensor.random(like: x, .integers(from: 0, to: Int64(high)), options.dtype, generator: options.generator)
            },
            Creation.row("randint_like(input, low, high)", "Whole numbers from low in the sizes of input.",
                         example: "torch.randint_like(torch.ones(2), 3, 5).shape") { (x: Tensor, low: Int, high: Int, options: Creation) in
                try Tensor.random(like: x, .integers(from: Int64(low), to: Int64(high)), options.dtype, generator: options.generator)
            },
            Creation.row("normal(mean, std, size)", "Normal numbers of one mean and standard deviation.", example: "torch.normal(0., 1., (2,)).shape") {
                (mean: Double, std: Double, size: [Int], options: Creation) in
                try Tensor.random(Sizes(size).shape(), .normal(mean: mean, deviation: std), options.dtype ?? Engine.current.defaultDType,
                                  generator: options.generator)
            },
            def("normal(mean, std=1.0, *, generator=None)", "Normal numbers with means or standard deviations from tensors.",
                example: "torch.normal(torch.zeros(2), 1.).shape") { (mean: Tensor, std: Operand, generator: Generator?) in
                try Tensor.normal(mean: .tensor(mean), deviation: std, generator: generator)
            },
            def("normal(mean, std, *, generator=None)", "Normal numbers with one mean and standard deviations from a tensor.",
                example: "torch.normal(0., torch.ones(2)).shape") { (mean: Number, std: Tensor, generator: Generator?) in
                try Tensor.normal(mean: .number(mean), deviation: .tensor(std), generator: generator)
            },
            def("bernoulli(input, *, generator=None)", "Zeros and ones; the elements are the probabilities of one.",
                example: "torch.bernoulli(torch.ones(2))", also: [.method]) { (p: Tensor, generator: Generator?) in
                try p.bernoulli(generator: generator)
            },
            def("bernoulli(input, p, *, generator=None)", "Zeros and ones in the sizes of input; p is the probability of one.",
                example: "torch.bernoulli(torch.zeros(2), 1.)", also: [.method]) { (x: Tensor, p: Double, generator: Generator?) in
                try Tensor.random(x.shape, .bernoulli(p), x.dtype, generator: generator)
            },
            def("poisson(input, generator=None)", "Poisson numbers with the elements as means.", example: "torch.poisson(torch.zeros(2))") {
                (rates: Tensor, generator: Generator?) in try rates.poisson(generator: generator)
            },
            def("_standard_gamma(input, generator=None)", "Gamma numbers of rate 1 with the elements as concentrations.",
                example: "torch._standard_gamma(torch.ones(2)).shape") { (x: Tensor, generator: Generator?) in try x.standardGamma(generator: generator) },
            def("binomial(count, prob, generator=None)", "Successes among count trials.", example: "torch.binomial(torch.tensor([4.]), torch.tensor([1.]))") {
                (count: Tensor, probability: Tensor, generator: Generator?) in try count.binomial(probability, generator: generator)
            },
            def("multinomial(input, num_samples, replacement=False, *, generator=None)", "Indices drawn with the elements as weights.",
                example: "torch.multinomial(torch.tensor([0., 1.]), 1)", also: [.method]) {
                (weights: Tensor, count: Int, replacement: Bool, generator: Generator?) in
                try weights.multinomial(count, replacement: replacement, generator: generator)
            },
        ]
    }

    /// Methods that fill a tensor with random numbers.
    static var randomFills: [Row] {
        [
            def("uniform_(self, from_=0, to=1, *, generator=None)", "In place: uniform numbers.", example: "torch.empty(2).uniform_(1, 2).shape",
                also: [.methodOnly]) { (x: Tensor, low: Double, high: Double, generator: Generator?) in
                try x.filled(.uniform(from: low, to: high), generator)
            },
            def("normal_(self, mean=0, std=1, *, generator=None)", "In place: normal numbers.", example: "torch.empty(2).normal_().shape",
                also: [.methodOnly]) { (x: Tensor, mean: Double, std: Double, generator: Generator?) in
                try x.filled(.normal(mean: mean, deviation: std), generator)
            },
            def("log_normal_(self, mean=1, std=2, *, generator=None)", "In place: numbers whose logarithm is normal.",
                example: "torch.empty(2).log_normal_().shape", also: [.methodOnly]) { (x: Tensor, mean: Double, std: Double, generator: Generator?) in
                try x.filled(.logNormal(mean: mean, deviation: std), generator)
            },
            def("exponential_(self, lambd=1, *, generator=None)", "In place: exponential numbers.", example: "torch.empty(2).exponential_().shape",
                also: [.methodOnly]) { (x: Tensor, rate: Double, generator: Generator?) in try x.filled(.exponential(rate: rate), generator) },
            def("cauchy_(self, median=0, sigma=1, *, generator=None)", "In place: Cauchy numbers.", example: "torch.empty(2).cauchy_().shape",
                also: [.methodOnly]) { (x: Tensor, median: Double, scale: Double, generator: Generator?) in
                try x.filled(.cauchy(median: median, scale: scale), generator)
            },
            def("geometric_(self, p, *, generator=None)", "In place: the number of trials up to the first success.", example: "torch.empty(2).geometric_(0.5).shape",
                also: [.methodOnly]) { (x: Tensor, p: Double, generator: Generator?) in try x.filled(.geometric(p), generator) },
            def("bernoulli_(self, p=0.5, *, generator=None)", "In place: zeros and ones; p is the probability of one.", example: "torch.empty(2).bernoulli_(1.)",
                also: [.methodOnly]) { (x: Tensor, p: Operand, generator: Generator?) in
                if case .number(let p) = p { return try x.filled(.bernoulli(p.double), generator) }
                return try x.copyInPlace(p.asTensor().expand(x.shape).bernoulli(generator: generator))
            },
            def("random_(self, *, generator=None)", "In place: whole numbers of the whole range.", example: "torch.empty(2).random_().shape",
                also: [.methodOnly]) { (x: Tensor, generator: Generator?) in try x.filled(.anyInteger, generator) },
            def("random_(self, to, *, generator=None)", "In place: whole numbers from 0 up to but without to.", example: "torch.empty(2).random_(5).shape",
                also: [.methodOnly]) { (x: Tensor, to: Int, generator: Generator?) in try x.filled(.integers(from: 0, to: Int64(to)), generator) },
            def("random_(self, low, to, *, generator=None)", "In place: whole numbers from low up to but without to.", example: "torch.empty(2).random_(3, 5).shape",
                also: [.methodOnly]) { (x: Tensor, low: Int, to: Int, generator: Generator?) in
                try x.filled(.integers(from: Int64(low), to: Int64(to)), generator)
            },
            def("_trunc_normal_(self, mean, std, a, b, *, generator=None)", "In place: normal numbers between a and b.",
                example: "torch.empty(2)._trunc_normal_(0., 1., -2., 2.).shape", also: [.methodOnly]) {
                (x: Tensor, mean: Double, std: Double, low: Double, high: Double, generator: Generator?) in
                try x.filled(.truncatedNormal(mean: mean, deviation: std, low: low, high: high), generator)
            },
        ]
    }

    /// Seeds and the state of the generator.
    static var randomState: [Row] {
        [
            def("manual_seed(seed)", "Starts the random numbers anew from seed.", example: "torch.manual_seed(0); torch.rand(1)") { (seed: Seed) in
                Engine.current.generator.seed(seed.bits)
                return GeneratorObject.defaultGenerator
            },
            def("seed()", "Starts the random numbers anew from an unforeseeable seed.", example: "torch.seed() >= 0") {
                try Seed(bits: Engine.current.generator.seedFromSystem()).value()
            },
            def("initial_seed()", "The seed the random numbers were started from.", example: "torch.manual_seed(7); torch.initial_seed()") {
                try Seed(bits: Engine.current.generator.initialSeed).value()
            },
            def("get_rng_state()", "The state of the random numbers as a tensor of bytes.", example: "torch.get_rng_state().shape") {
                try Tensor.from(Engine.current.generator.state())
            },
            def("set_rng_state(new_state)", "Returns to a state of the random numbers.", example: "torch.set_rng_state(torch.get_rng_state())") {
                (state: Tensor) in try Engine.current.generator.restore(state.elements(UInt8.self))
            },
        ]
    }
}

extension Tensor {
    /// Fills this tensor in place with numbers of a distribution, by the rules of in-place changes.
    func filled(_ law: RandomLaw, _ generator: Generator?) throws -> Tensor {
        try overwrite { try fillElements(law, generator: generator) }
        return self
    }
}
