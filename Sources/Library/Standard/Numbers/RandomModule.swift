// The module `random` and the methods of its generators.
import BigInt
import Glibc
import Runtime

enum RandomModule {
    static let module: @Sendable () -> Module = {
        // The functions of the module are methods of one hidden generator, as in CPython.
        let hidden = RandomObject(type: RandomObject.cls)
        try? hidden.seed(.none)
        let functions = RandomMethods.rows.map { row in
            (name: row.name.text, value: Value.object(BoundMethod(NativeFunction([row], owner: RandomObject.cls), receiver: .object(hidden))))
        }
        return Module("random", doc: "Random numbers.", constants: functions + [
            ("Random", .object(RandomObject.cls)), ("SystemRandom", .object(RandomObject.cls)),
        ])
    }
}

enum RandomMethods {
    static var rows: [Row] { state + integers + choosing + distributions }

    private static var state: [Row] {
        [
            def("seed(self, a=None, version=2)", "Starts anew from a number or a text.", example: "random.seed(0)") { (me: RandomObject, value: Value, version: Value) throws -> Void in
                try me.seed(value)
            },
            def("getstate(self)", "The state, for setstate.") { (me: RandomObject) in me.state },
            def("setstate(self, state)", "Continues a saved state.") { (me: RandomObject, state: Value) throws -> Void in try me.restore(state) },
            def(quick: "random(self, /)", "A float in [0, 1).", example: "random.random()") { (me: RandomObject) in me.uniform() },
            def("getrandbits(self, k, /)", "An integer of k random bits.") { (me: RandomObject, count: Int) in
                try bits(me, count)
            },
            def("randbytes(self, n)", "n random bytes.") { (me: RandomObject, count: Int) in
                let value = try bits(me, max(-1, min(count, 1 << 40)) * 8).magnitude.serialize()
                let padded = [UInt8](repeating: 0, count: max(0, count - value.count)) + value
                return Value.object(BytesObject(padded.reversed()))
            },
        ]
    }

    /// - Throws: ValueError for less than none, MemoryError for more than a number may have.
    private static func bits(_ me: RandomObject, _ count: Int) throws -> BigInt {
        if count < 0 { throw Raised.valueError("number of bits must be non-negative") }
        if count > 1 << 24 { throw Raised.memoryError }
        return me.bits(count)
    }

    /// A bound of a range: an integer, or a number or text that spells one.
    private static func integer(_ value: Value, _ role: String) throws -> BigInt {
        if let integer = try value.bigIndex() { return integer }
        let whole = try Value.object(Class.int).call([value])
        guard let integer = whole.bigInteger, try whole.equals(value) else { throw Raised.valueError("non-integer \(role) for randrange()") }
        return integer
    }

    private static var integers: [Row] {
        [
            def("randint(self, a, b)", "An integer from a to b, both included.", example: "random.randint(1, 6)") { (me: RandomObject, low: Value, high: Value) in
                let first = try integer(low, "arg 1"), last = try integer(Value.binary(.add, high, 1), "stop")
                guard first < last else { throw Raised.valueError("empty range for randrange() (\(first), \(last), \(last - first))") }
                return first + me.below(last - first)
            },
            def("randrange(self, start, stop=None, step=1)", "An element of a range.", example: "random.randrange(0, 10, 2)") {
                (me: RandomObject, start: Value, stop: Value, step: Value) in
                let first = try integer(start, "arg 1")
                if stop.isNone {
                    guard first > 0 else { throw Raised.valueError("empty range for randrange()") }
                    return me.below(first)
                }
                let last = try integer(stop, "stop"), stride = try integer(step, "step")
                let width = last - first
                if stride == 1 {
                    guard width > 0 else { throw Raised.valueError("empty range for randrange() (\(first), \(last), \(width))") }
                    return first + me.below(width)
                }
                if stride.isZero { throw Raised.valueError("zero step for randrange()") }
                let count = stride > 0 ? (width + stride - 1) / stride : (width + stride + 1) / stride
                guard count > 0 else { throw Raised.valueError("empty range for randrange()") }
                return first + stride * me.below(count)
            },
        ]
    }

    private static var choosing: [Row] {
        [
            def("choice(self, seq)", "An element of a sequence.", example: "random.choice('abc')") { (me: RandomObject, sequence: Value) in
                let count = try sequence.length()
                guard count > 0 else { throw Raised.indexError("Cannot choose from an empty sequence") }
                return try sequence.item(.int(me.below(count)))
            },
            def("shuffle(self, x)", "Shuffles a list in place.", example: "xs = [1, 2, 3]; random.shuffle(xs)") { (me: RandomObject, sequence: Value) throws -> Void in
                guard let list = sequence.as(ListObject.self) else { return try shuffle(sequence, me) }
                for i in stride(from: list.elements.count - 1, to: 0, by: -1) {
                    try Interpreter.pace()
                    list.elements.swapAt(i, me.below(i + 1))
                }
            },
            def("sample(self, population, k, *, counts=None)", "k elements without repetition.", example: "random.sample(range(100), 3)") {
                (me: RandomObject, population: Value, count: Int, counts: Value) in
                try sample(me, population, count, counts)
            },
            def("choices(self, population, weights=None, *, cum_weights=None, k=1)", "k elements with repetition, by weights.", example: "random.choices('ab', weights=[1, 3], k=4)") {
                (me: RandomObject, population: Value, weights: Value, cumulative: Value, count: Int) in
                try choices(me, population, weights, cumulative, count)
            },
        ]
    }

    /// Shuffles anything that has a length and can be assigned to.
    private static func shuffle(_ sequence: Value, _ random: RandomObject) throws {
        for i in stride(from: try sequence.length() - 1, to: 0, by: -1) {
            let j = Value.int(random.below(i + 1))
            let (a, b) = (try sequence.item(.int(i)), try sequence.item(j))
            try sequence.setItem(.int(i), b)
            try sequence.setItem(j, a)
        }
    }

    private static func sample(_ random: RandomObject, _ population: Value, _ count: Int, _ counts: Value) throws -> Value {
        guard case .object(let object) = population, object.type.lookup("__getitem__") != nil, !(object is DictObject) else {
            throw Raised.typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        }
        var population = population
        if !counts.isNone {
            var repeated: [Value] = []
            for (element, times) in zip(try population.elements(), try counts.elements()) {
                repeated += Array(repeating: element, count: max(0, try times.index() ?? 0))
            }
            population = .list(repeated)
        }
        let total = try population.length()
        guard count >= 0, count <= total else { throw Raised.valueError("Sample larger than population or is negative") }
        var limit = 21.0
        if count > 5 { limit += pow(4, ceil(log(Double(count * 3)) / log(4))) }
        var result: [Value] = []
        result.reserveCapacity(count)
        if Double(total) <= limit {
            var pool = try population.elements()
            for i in 0..<count {
                let j = random.below(total - i)
                result.append(pool[j])
                pool[j] = pool[total - i - 1]
            }
        } else {
            var taken: Set<Int> = []
            for _ in 0..<count {
                var j = random.below(total)
                while !taken.insert(j).inserted { j = random.below(total) }
                result.append(try population.item(.int(j)))
            }
        }
        return .list(result)
    }

    private static func choices(_ random: RandomObject, _ population: Value, _ weights: Value, _ cumulative: Value, _ count: Int) throws -> Value {
        let total = try population.length()
        if weights.isNone, cumulative.isNone {
            if total == 0, count > 0 { throw Raised.indexError("list index out of range") }
            return .list(try (0..<max(count, 0)).map { _ in try population.item(.int(Int(random.uniform() * Double(total)))) })
        }
        if !weights.isNone, !cumulative.isNone { throw Raised.typeError("Cannot specify both weights and cumulative weights") }
        var sums: [Double] = []
        for weight in try (weights.isNone ? cumulative : weights).elements() {
            guard let number = try weight.number() else { throw Raised.typeError("must be real number, not \(weight.type.name)") }
            sums.append(weights.isNone ? number : (sums.last ?? 0) + number)
        }
        guard sums.count == total else { throw Raised.valueError("The number of weights does not match the population") }
        guard let sum = sums.last, sum > 0 else { throw Raised.valueError("Total of weights must be greater than zero") }
        guard sum.isFinite else { throw Raised.valueError("Total of weights must be finite") }
        return .list(try (0..<max(count, 0)).map { _ in
            let point = random.uniform() * sum
            var low = 0, high = total - 1
            while low < high {
                let middle = (low + high) / 2
                if point < sums[middle] { high = middle } else { low = middle + 1 }
            }
            return try population.item(.int(low))
        })
    }

    private static var distributions: [Row] {
        [
            def("uniform(self, a, b)", "A float between a and b.", example: "random.uniform(-1, 1)") { (me: RandomObject, a: Double, b: Double) in a + (b - a) * me.uniform() },
            def("gauss(self, mu=0.0, sigma=1.0)", "A normal number.", example: "random.gauss(0, 1)") { (me: RandomObject, mean: Double, deviation: Double) in mean + me.gauss() * deviation },
            def("normalvariate(self, mu=0.0, sigma=1.0)", "A normal number.") { (me: RandomObject, mean: Double, deviation: Double) in mean + me.normal() * deviation },
            def("lognormvariate(self, mu, sigma)", "The exponential of a normal number.") { (me: RandomObject, mean: Double, deviation: Double) in exp(mean + me.normal() * deviation) },
            def("expovariate(self, lambd)", "An exponentially distributed number.") { (me: RandomObject, rate: Double) in
                if rate == 0 { throw Raised.zeroDivision("float division by zero") }
                return -log(1 - me.uniform()) / rate
            },
            def("gammavariate(self, alpha, beta)", "A gamma distributed number.") { (me: RandomObject, shape: Double, scale: Double) in
                guard shape > 0, scale > 0 else { throw Raised.valueError("gammavariate: alpha and beta must be > 0.0") }
                return me.gamma(shape) * scale
            },
            def("betavariate(self, alpha, beta)", "A beta distributed number.") { (me: RandomObject, a: Double, b: Double) in
                let y = me.gamma(a)
                return y == 0 ? 0 : y / (y + me.gamma(b))
            },
            def("paretovariate(self, alpha)", "A Pareto distributed number.") { (me: RandomObject, alpha: Double) in pow(1 - me.uniform(), -1 / alpha) },
            def("weibullvariate(self, alpha, beta)", "A Weibull distributed number.") { (me: RandomObject, scale: Double, shape: Double) in
                scale * pow(-log(1 - me.uniform()), 1 / shape)
            },
            def("vonmisesvariate(self, mu, kappa)", "An angle around mu (Best and Fisher 1979).") { (me: RandomObject, mean: Double, kappa: Double) in
                let circle = 2 * Double.pi
                if kappa <= 1e-6 { return circle * me.uniform() }
                let s = 0.5 / kappa
                let r = s + (1 + s * s).squareRoot()
                var z = 0.0
                while true {
                    z = cos(Double.pi * me.uniform())
                    let d = z / (r + z)
                    let u = me.uniform()
                    if u < 1 - d * d || u <= (1 - d) * exp(d) { break }
                }
                let q = 1 / r
                let angle = acos((q + z) / (1 + q * z))
                let turned = fmod(me.uniform() > 0.5 ? mean + angle : mean - angle, circle)
                return turned < 0 ? turned + circle : turned
            },
            def("triangular(self, low=0.0, high=1.0, mode=None)", "A number with a triangular distribution.") {
                (me: RandomObject, low: Double, high: Double, mode: Double?) in
                let u = me.uniform()
                if high == low { return low }
                let peak = mode.map { ($0 - low) / (high - low) } ?? 0.5
                if u > peak { return high + (low - high) * ((1 - u) * (1 - peak)).squareRoot() }
                return low + (high - low) * (u * peak).squareRoot()
            },
        ]
    }
}
