// Defines the rows of numpy.random that both kinds of generator have.
import Runtime
import Tensors

/// The methods of random generators; the legacy ones are functions of `numpy.random`, too.
enum RandomRows {
    /// Fills an array of the broadcast of the parameters and `size` by one draw an element.
    static func fill(_ size: ShapeArgument?, _ parameters: [ArrayArgument] = [], type: DType = .float64, _ draw: ([Double]) throws -> Double) throws -> Value {
        let parameters = try parameters.map { try $0.parameters() }
        if parameters.allSatisfy({ $0.rank == 0 }) {
            let values = try parameters.map { try $0.item().double }
            guard let size else { return scalar(try draw(values), type) }
            let dims = try size.dims()
            return .object(try Tensor.from((0..<(dims.product ?? 0)).map { _ in try draw(values) }, dims).to(type).intoArray())
        }
        let shape = try shape(of: parameters, size)
        let columns = try parameters.map { try $0.expand(shape).elements(Double.self) }
        let values = try (0..<(shape.product ?? 0)).map { k in try draw(columns.map { $0[k] }) }
        return .object(try Tensor.from(values, shape).to(type).intoArray())
    }

    /// The sizes of the results for parameters that are arrays.
    /// - Throws: numpy's ValueError where they do not fit each other or the sizes asked for.
    static func shape(of parameters: [Tensor], _ size: ShapeArgument?) throws -> Dims {
        func mismatch(_ k: Int, _ a: Dims, _ j: Int, _ b: Dims) -> Raised {
            .valueError(
                "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg \(k) with shape \(ArrayShapes.text(a)) "
                + "and arg \(j) with shape \(ArrayShapes.text(b)).")
        }
        let wanted = try size?.dims()
        var shape = Dims()
        for (k, parameter) in parameters.enumerated() {
            guard Ufunc.fits(shape, parameter.shape) else { throw mismatch(k - 1, shape, k, parameter.shape) }
            shape = try Shapes.broadcast(shape, parameter.shape)
            if let wanted, parameter.layout.strides(expandedTo: wanted) == nil { throw mismatch(0, wanted, k + 1, parameter.shape) }
        }
        return wanted ?? shape
    }

    /// - Throws: ValueError where a parameter is not what a distribution needs.
    static func require(_ holds: Bool, _ message: String) throws {
        if !holds { throw Raised.valueError(message) }
    }

    private static func scalar(_ value: Double, _ type: DType) -> Value {
        type == .int64 ? .int(Int(saturatingTowardZero: value)) : .float(value)
    }

    /// Numbers of a distribution without parameters, in float64 or, from a modern stream, in float32.
    private static func standard(
        _ r: RandomStateObject, _ size: ShapeArgument?, _ type: ArrayType?, _ out: Value, _ wide: (any NumPyRandom) -> Double, _ short: (DefaultRandom) -> Double
    ) throws -> Value {
        let rule = OutputRule.of("random")
        let place = try rule.target(out)
        let sizes = size ?? place.map { ShapeArgument(sizes: $0.tensor.shape.array) }
        let dtype = type?.dtype ?? .float64
        let result: Value
        if dtype == .float32, let modern = r.modern {
            result = try fill(sizes, type: .float32) { _ in short(modern) }
        } else {
            guard dtype == .float64 else { throw Raised.typeError("Unsupported dtype dtype('\(dtype.name)') for random") }
            result = try fill(sizes) { _ in wide(r.source) }
        }
        guard let place, let numbers = result.as(ArrayObject.self) else { return result }
        try rule.write(numbers, to: place)
        return out
    }

    static var distributions: [Row] {
        [
            def("random(self, size=None, dtype=None, out=None)", "Uniform numbers in [0, 1).", example: "np.random.default_rng(0).random(2)") {
                (r: RandomStateObject, size: ShapeArgument?, type: ArrayType?, out: Value) in
                try standard(r, size, type, out, { $0.uniform() }, { Double($0.uniform32()) })
            },
            def("uniform(self, low=0.0, high=1.0, size=None)", "Uniform numbers in [low, high).", example: "np.random.uniform(-1, 1, 3)") {
                (r: RandomStateObject, low: ArrayArgument, high: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [low, high]) { $0[0] + ($0[1] - $0[0]) * r.source.uniform() }
            },
            def("normal(self, loc=0.0, scale=1.0, size=None)", "Normal numbers.", example: "np.random.normal(0, 1, 3)") {
                (r: RandomStateObject, mean: ArrayArgument, deviation: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [mean, deviation]) { parameters in
                    guard parameters[1] >= 0 else { throw Raised.valueError("scale < 0") }
                    return parameters[0] + parameters[1] * r.source.normal()
                }
            },
            def("standard_normal(self, size=None, dtype=None, out=None)", "Normal numbers of mean 0 and deviation 1.", example: "np.random.standard_normal(3)") {
                (r: RandomStateObject, size: ShapeArgument?, type: ArrayType?, out: Value) in
                try standard(r, size, type, out, { $0.normal() }, { Double($0.normal32()) })
            },
            def("exponential(self, scale=1.0, size=None)", "Exponential numbers.", example: "np.random.exponential(2.0, 3)") {
                (r: RandomStateObject, scale: ArrayArgument, size: ShapeArgument?) in try fill(size, [scale]) {
                    try require($0[0] >= 0, "scale < 0")
                    return $0[0] * r.source.exponential()
                }
            },
            def("standard_exponential(self, size=None, dtype=None, out=None)", "Exponential numbers of mean 1.", example: "np.random.standard_exponential(3)") {
                (r: RandomStateObject, size: ShapeArgument?, type: ArrayType?, out: Value) in
                try standard(r, size, type, out, { $0.exponential() }, { Double($0.exponential32()) })
            },
            def("lognormal(self, mean=0.0, sigma=1.0, size=None)", "Exponentials of normal numbers.", example: "np.random.lognormal(0, 1, 3)") {
                (r: RandomStateObject, mean: ArrayArgument, sigma: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [mean, sigma]) {
                    try require($0[1] >= 0, "sigma < 0")
                    return r.source.logNormal(mean: $0[0], deviation: $0[1])
                }
            },
            def("laplace(self, loc=0.0, scale=1.0, size=None)", "Laplace numbers.", example: "np.random.laplace(0, 1, 3)") {
                (r: RandomStateObject, location: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [location, scale]) {
                    try require($0[1] >= 0, "scale < 0")
                    return r.source.laplace(location: $0[0], scale: $0[1])
                }
            },
            def("gumbel(self, loc=0.0, scale=1.0, size=None)", "Gumbel numbers.", example: "np.random.gumbel(0, 1, 3)") {
                (r: RandomStateObject, location: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [location, scale]) {
                    try require($0[1] >= 0, "scale < 0")
                    return r.source.gumbel(location: $0[0], scale: $0[1])
                }
            },
            def("poisson(self, lam=1.0, size=None)", "Poisson numbers.", example: "np.random.poisson(3.0, 3)") { (r: RandomStateObject, mean: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [mean], type: .int64) { parameters in
                    guard parameters[0] >= 0 else { throw Raised.valueError("lam < 0 or lam is NaN") }
                    return r.source.poisson(parameters[0])
                }
            },
            def("binomial(self, n, p, size=None)", "Successes in n trials.", example: "np.random.binomial(10, 0.5, 3)") {
                (r: RandomStateObject, n: ArrayArgument, p: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [n, p], type: .int64) { parameters in
                    guard parameters[0] >= 0 else { throw Raised.valueError("n < 0") }
                    guard (0...1).contains(parameters[1]) else { throw Raised.valueError("p < 0, p > 1 or p is NaN") }
                    return Double(r.source.binomial(Int64(parameters[0]), parameters[1]))
                }
            },
            def("geometric(self, p, size=None)", "Trials up to the first success.", example: "np.random.geometric(0.5, 3)") { (r: RandomStateObject, p: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [p], type: .int64) { parameters in
                    guard parameters[0] > 0, parameters[0] <= 1 else { throw Raised.valueError("p <= 0, p > 1 or p contains NaNs") }
                    return r.source.geometric(parameters[0])
                }
            },
            def("gamma(self, shape, scale=1.0, size=None)", "Gamma numbers.", example: "np.random.gamma(2.0, 1.0, 3)") {
                (r: RandomStateObject, shape: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [shape, scale]) {
                    try require($0[0] >= 0, "shape < 0")
                    try require($0[1] >= 0, "scale < 0")
                    return $0[1] * r.source.gamma($0[0])
                }
            },
            def("beta(self, a, b, size=None)", "Beta numbers.", example: "np.random.beta(2.0, 3.0, 3)") { (r: RandomStateObject, a: ArrayArgument, b: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [a, b]) {
                    try require($0[0] > 0, "a <= 0")
                    try require($0[1] > 0, "b <= 0")
                    return r.source.beta($0[0], $0[1])
                }
            },
            def("triangular(self, left, mode, right, size=None)", "Triangular numbers.", example: "np.random.triangular(0, 1, 3, 3)") {
                (r: RandomStateObject, left: ArrayArgument, mode: ArrayArgument, right: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [left, mode, right]) {
                    try require($0[0] <= $0[1], "left > mode")
                    try require($0[1] <= $0[2], "mode > right")
                    try require($0[0] != $0[2], "left == right")
                    return r.source.triangular(left: $0[0], mode: $0[1], right: $0[2])
                }
            },
        ] + derived + arrangements + bytes
    }

    private static var arrangements: [Row] {
        [
            def("shuffle(self, x, axis=0)", "Puts the items of a list or the rows of an array in random order.", example: "x = [1, 2, 3]; np.random.shuffle(x)") {
                (r: RandomStateObject, x: Value, axis: Int) in
                if let array = x.as(ArrayObject.self) {
                    guard array.tensor.rank > 0 else { throw Raised.typeError("len() of unsized object") }
                    try array.checkOutput()
                    let dim = try ArrayShapes.wrap(axis, rank: array.tensor.rank)
                    let order = r.source.shuffled(array.tensor.shape[dim])
                    _ = try array.tensor.copyInPlace(NumPyRows.taken(array, order, dim).tensor)
                } else if let list = x.as(ListObject.self) {
                    let items = list.elements
                    list.elements = r.source.shuffled(items.count).map { items[$0] }
                } else {
                    throw Raised.typeError("object of type '\(x.type.name)' has no len()")
                }
            },
            def("permutation(self, x, axis=0)", "The numbers below x, or the rows of x, in random order.", example: "np.random.permutation(4)") {
                (r: RandomStateObject, x: Value, axis: Int) in
                if let count = try x.wholeNumber() { return try Tensor.from(r.source.shuffled(max(count, 0))).intoArray() }
                let array = try ArrayObject.make(x)
                guard array.tensor.rank > 0 else { throw Raised.indexError("x must be an integer or at least 1-dimensional") }
                let dim = try ArrayShapes.wrap(axis, rank: array.tensor.rank)
                return try NumPyRows.taken(array, r.source.shuffled(array.tensor.shape[dim]), dim)
            },
            def("choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True)", "Items drawn from a range or a vector.", example: "np.random.choice(5, 3)") {
                (r: RandomStateObject, a: Value, size: ShapeArgument?, replace: Bool, p: Value, axis: Int, shuffle: Bool) in
                let p = try p.isNone ? nil : ArrayArgument.from(p)
                return try Choice(random: r, population: a, size: size, replace: replace, axis: axis, shuffle: shuffle).draw(p)
            },
            def("multivariate_normal(self, mean, cov, size=None, check_valid='warn', tol=1e-8, *, method='svd')", "Normal vectors of a covariance.",
                example: "np.random.multivariate_normal([0, 0], np.eye(2), 3).shape") {
                (r: RandomStateObject, mean: ArrayArgument, covariance: ArrayArgument, size: ShapeArgument?, _: Value, _: Value, _: Value) in
                let dimension = mean.tensor.count
                let count = try size?.dims().product ?? 1
                guard covariance.tensor.shape == [dimension, dimension] else {
                    throw Raised.valueError(
                        covariance.tensor.rank == 2 && covariance.tensor.shape[0] == covariance.tensor.shape[1]
                            ? "mean and cov must have same length" : "cov must be 2 dimensional and square")
                }
                let normals = try Tensor.from((0..<count * dimension).map { _ in r.source.normal() }, [count, dimension])
                let parts = try covariance.floats(for: "svd").to(.float64).svd(fullMatrices: true)
                let scaled = try Op.sqrt(parts.s).unsqueeze(1) * parts.vh
                let result = try normals.matmul(scaled) + mean.tensor.to(.float64)
                return try result.reshape((size?.sizes ?? []) + [dimension]).intoArray()
            },
        ]
    }
}

/// One call of `choice`.
private struct Choice {
    let random: RandomStateObject
    let population: Value
    let size: ShapeArgument?
    let replace: Bool
    let axis: Int
    let shuffle: Bool

    func draw(_ p: ArrayArgument?) throws -> Value {
        let whole = try population.wholeNumber()
        let array = try whole == nil ? ArrayObject.make(population) : nil
        if let array, random.legacy != nil, array.tensor.rank != 1 { throw Raised.valueError(array.tensor.rank == 0 ? "a must be 1-dimensional or an integer" : "a must be 1-dimensional") }
        let axis = try array.map { try ArrayShapes.wrap(self.axis, rank: $0.tensor.rank) } ?? 0
        let count = array?.tensor.shape[axis] ?? whole ?? 0
        guard count > 0 || size?.sizes.contains(0) == true else {
            let number = random.legacy != nil ? "a must be greater than 0" : "a must be a positive integer"
            let items = random.legacy != nil ? "'a' cannot be empty" : "a cannot be empty"
            throw Raised.valueError((array == nil ? number : items) + " unless no samples are taken")
        }
        let wanted = try size?.dims().product ?? 1
        if !replace, wanted > count {
            let option = random.legacy != nil ? "'replace=False'" : "replace is False"
            throw Raised.valueError("Cannot take a larger sample than population when \(option)")
        }
        let positions = try p.map { try weighted($0, count, wanted) } ?? plain(count, wanted)
        if let array {
            let items = try NumPyRows.taken(array, positions, axis)
            guard let size else { return try items.view(items.tensor.select(axis, 0)).scalarOrSelf() }
            let shape = items.tensor.shape.array
            return .object(try items.reshaped(shape[..<axis] + size.sizes + shape[(axis + 1)...]))
        }
        guard let size else { return .int(positions[0]) }
        return .object(try Tensor.from(positions, size.dims()).intoArray())
    }

    private func weighted(_ p: ArrayArgument, _ count: Int, _ wanted: Int) throws -> [Int] {
        let weights = try p.tensor.elements(Double.self)
        let isLegacy = random.legacy != nil
        guard weights.count == count else { throw Raised.valueError(isLegacy ? "'a' and 'p' must have same size" : "a and p must have same size") }
        if weights.contains(where: \.isNaN) { throw Raised.valueError((isLegacy ? "p" : "P") + "robabilities contain NaN") }
        if weights.contains(where: { $0 < 0 }) { throw Raised.valueError((isLegacy ? "p" : "P") + "robabilities are not non-negative") }
        guard abs(weights.reduce(0, +) - 1) < 1.5e-8 else {
            throw Raised.valueError(isLegacy ? "probabilities do not sum to 1"
                : "Probabilities do not sum to 1. See Notes section of docstring for more information.")
        }
        if replace { return random.source.choice(wanted, p: weights) }
        guard weights.filter({ $0 > 0 }).count >= wanted else { throw Raised.valueError("Fewer non-zero entries in p than size") }
        return random.source.choiceWithoutReplacement(wanted, p: weights)
    }

    private func plain(_ count: Int, _ wanted: Int) -> [Int] {
        if let modern = random.modern {
            return replace ? (0..<wanted).map { _ in Int(modern.bounded(UInt64(count - 1))) } : modern.sample(wanted, of: count, shuffle: shuffle)
        }
        return replace ? (0..<wanted).map { _ in Int(random.source.masked(UInt64(count - 1))) } : Array(random.source.shuffled(count).prefix(wanted))
    }
}
