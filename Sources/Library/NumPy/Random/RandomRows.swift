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
        var shape = Dims()
        for parameter in parameters { shape = try Shapes.broadcast(shape, parameter.shape) }
        if let size { shape = try size.dims() }
        let columns = try parameters.map { try $0.expand(shape).elements(Double.self) }
        let values = try (0..<(shape.product ?? 0)).map { k in try draw(columns.map { $0[k] }) }
        return .object(try Tensor.from(values, shape).to(type).intoArray())
    }

    private static func scalar(_ value: Double, _ type: DType) -> Value {
        type == .int64 ? .int(Int(saturatingTowardZero: value)) : .float(value)
    }

    static var distributions: [Row] {
        [
            def("random(self, size=None, dtype=None)", "Uniform numbers in [0, 1).", example: "np.random.default_rng(0).random(2)") { (r: RandomStateObject, size: ShapeArgument?, type: ArrayType?) in
                if type?.dtype == .float32, let modern = r.modern { return try fill(size, type: .float32) { _ in Double(modern.uniform32()) } }
                return try fill(size) { _ in r.source.uniform() }
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
            def("standard_normal(self, size=None)", "Normal numbers of mean 0 and deviation 1.", example: "np.random.standard_normal(3)") {
                (r: RandomStateObject, size: ShapeArgument?) in try fill(size) { _ in r.source.normal() }
            },
            def("exponential(self, scale=1.0, size=None)", "Exponential numbers.", example: "np.random.exponential(2.0, 3)") {
                (r: RandomStateObject, scale: ArrayArgument, size: ShapeArgument?) in try fill(size, [scale]) { $0[0] * r.source.exponential() }
            },
            def("standard_exponential(self, size=None)", "Exponential numbers of mean 1.", example: "np.random.standard_exponential(3)") {
                (r: RandomStateObject, size: ShapeArgument?) in try fill(size) { _ in r.source.exponential() }
            },
            def("lognormal(self, mean=0.0, sigma=1.0, size=None)", "Exponentials of normal numbers.", example: "np.random.lognormal(0, 1, 3)") {
                (r: RandomStateObject, mean: ArrayArgument, sigma: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [mean, sigma]) { r.source.logNormal(mean: $0[0], deviation: $0[1]) }
            },
            def("laplace(self, loc=0.0, scale=1.0, size=None)", "Laplace numbers.", example: "np.random.laplace(0, 1, 3)") {
                (r: RandomStateObject, location: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [location, scale]) { r.source.laplace(location: $0[0], scale: $0[1]) }
            },
            def("gumbel(self, loc=0.0, scale=1.0, size=None)", "Gumbel numbers.", example: "np.random.gumbel(0, 1, 3)") {
                (r: RandomStateObject, location: ArrayArgument, scale: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [location, scale]) { r.source.gumbel(location: $0[0], scale: $0[1]) }
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
                try fill(size, [shape, scale]) { $0[1] * r.source.gamma($0[0]) }
            },
            def("beta(self, a, b, size=None)", "Beta numbers.", example: "np.random.beta(2.0, 3.0, 3)") { (r: RandomStateObject, a: ArrayArgument, b: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [a, b]) { r.source.beta($0[0], $0[1]) }
            },
            def("triangular(self, left, mode, right, size=None)", "Triangular numbers.", example: "np.random.triangular(0, 1, 3, 3)") {
                (r: RandomStateObject, left: ArrayArgument, mode: ArrayArgument, right: ArrayArgument, size: ShapeArgument?) in
                try fill(size, [left, mode, right]) { r.source.triangular(left: $0[0], mode: $0[1], right: $0[2]) }
            },
        ] + derived + arrangements
    }

    private static var arrangements: [Row] {
        [
            def("shuffle(self, x, axis=0)", "Puts the items of a list or the rows of an array in random order.", example: "x = [1, 2, 3]; np.random.shuffle(x)") {
                (r: RandomStateObject, x: Value, _: Int) in
                if let array = x.as(ArrayObject.self) {
                    guard array.tensor.rank > 0 else { throw Raised.typeError("len() of unsized object") }
                    let order = r.source.shuffled(array.tensor.shape[0])
                    _ = try array.tensor.copyInPlace(NumPyRows.taken(array, order, 0).tensor)
                } else if let list = x.as(ListObject.self) {
                    let items = list.elements
                    list.elements = r.source.shuffled(items.count).map { items[$0] }
                } else {
                    throw Raised.typeError("object of type '\(x.type.name)' has no len()")
                }
            },
            def("permutation(self, x, axis=0)", "The numbers below x, or the rows of x, in random order.", example: "np.random.permutation(4)") {
                (r: RandomStateObject, x: Value, _: Int) in
                if let count = try x.wholeNumber() { return try Tensor.from(r.source.shuffled(max(count, 0))).intoArray() }
                let array = try ArrayObject.make(x)
                guard array.tensor.rank > 0 else { throw Raised.indexError("x must be an integer or at least 1-dimensional") }
                return try NumPyRows.taken(array, r.source.shuffled(array.tensor.shape[0]), 0)
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
        if let array, random.legacy != nil, array.tensor.rank != 1 { throw Raised.valueError("a must be 1-dimensional") }
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
        guard let size else { return random.legacy != nil ? .int(positions[0]) : .object(ScalarObject(.int(positions[0]), .int64)) }
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
