// Defines the rows only one of numpy's random interfaces has, and the functions of numpy.random.
import Runtime
import Tensors

extension RandomRows {
    /// Methods of RandomState alone.
    static var legacy: [Row] {
        [
            def("seed(self, seed=None)", "Starts the stream anew.", example: "np.random.seed(0)") { (r: RandomStateObject, seed: Value) in try r.seed(seed) },
            def("rand(self, *size)", "Uniform numbers in [0, 1).", example: "np.random.rand(2, 3)") { (r: RandomStateObject, size: [Int]) in
                try fill(size.isEmpty ? nil : ShapeArgument(sizes: size)) { _ in r.source.uniform() }
            },
            def("randn(self, *size)", "Standard normal numbers.", example: "np.random.randn(2, 3)") { (r: RandomStateObject, size: [Int]) in
                try fill(size.isEmpty ? nil : ShapeArgument(sizes: size)) { _ in r.source.normal() }
            },
            def("random_sample(self, size=None)", "Uniform numbers in [0, 1).", example: "np.random.random_sample(3)") { (r: RandomStateObject, size: ShapeArgument?) in
                try fill(size) { _ in r.source.uniform() }
            },
            def("ranf(self, size=None)", "Uniform numbers in [0, 1).", example: "np.random.ranf(3)") { (r: RandomStateObject, size: ShapeArgument?) in
                try fill(size) { _ in r.source.uniform() }
            },
            def("randint(self, low, high=None, size=None, dtype=None)", "Whole numbers from low to before high.", example: "np.random.randint(0, 10, 3)") {
                (r: RandomStateObject, low: Int, high: Int?, size: ShapeArgument?, type: ArrayType?) in
                try integers(r, low, high, size, type?.dtype)
            },
            def("random_integers(self, low, high=None, size=None)", "Whole numbers from low to high.", example: "np.random.random_integers(1, 6, 3)") {
                (r: RandomStateObject, low: Int, high: Int?, size: ShapeArgument?) in
                let (first, end) = high.map { (low, $0) } ?? (1, low)
                guard first <= end else { throw Raised.valueError("low > high") }
                return try fill(size, type: .int64) { _ in Double(first + Int(r.source.masked(UInt64(end - first)))) }
            },
            def("get_state(self)", "The state of the stream.", example: "np.random.get_state()[0]") { (r: RandomStateObject) in
                guard let legacy = r.legacy else { return Value.none }
                let words = try Tensor.from(legacy.engine.words.map { Int($0) }).intoArray()
                return .tuple(["MT19937", .object(words), .int(legacy.engine.position), .int(legacy.cachedNormal == nil ? 0 : 1), .float(legacy.cachedNormal ?? 0)])
            },
            def("set_state(self, state)", "Continues a state.", example: "s = np.random.get_state(); np.random.set_state(s)") { (r: RandomStateObject, state: Value) in
                let parts = try state.elements()
                guard parts.count >= 3, let position = try parts[2].index() else { throw Raised.valueError("state dictionary is not valid.") }
                let words = try ArrayObject.make(parts[1]).tensor.elements(Int.self).map { UInt32(truncatingIfNeeded: $0) }
                let cached = try parts.count >= 5 && parts[3].truth() ? parts[4].number() : nil
                guard r.legacy?.restore(words: words, position: position, cachedNormal: cached) == true else {
                    throw Raised.valueError("state dictionary is not valid.")
                }
            },
        ]
    }

    /// Whole numbers of a legacy generator, drawn in the width of their type.
    private static func integers(_ r: RandomStateObject, _ low: Int, _ high: Int?, _ size: ShapeArgument?, _ type: DType?) throws -> Value {
        let (first, end) = high.map { (low, $0) } ?? (0, low)
        guard first < end else { throw Raised.valueError(high == nil ? "high <= 0" : "low >= high") }
        let dtype = type ?? .int64
        if let range = dtype.integerRange, end - 1 > range.upperBound { throw Raised.valueError("high is out of bounds for \(dtype.name)") }
        let shape = try size?.dims()
        let count: Int = shape?.product ?? 1
        let bits: Int = dtype == .bool ? 1 : dtype.itemSize * 8
        let drawn = r.legacy?.integers(count, low: Int64(first), high: Int64(end - 1), bits: bits) ?? []
        let numbers = drawn.map { Int($0) }
        if let shape { return .object(try Tensor.from(numbers, shape).to(dtype).intoArray()) }
        let number = numbers.first ?? 0
        return type == nil ? .int(number) : .object(ScalarObject(.int(number), dtype))
    }

    /// Methods of Generator alone.
    static var modern: [Row] {
        [
            def("integers(self, low, high=None, size=None, dtype=None, endpoint=False)", "Whole numbers from low to before high.",
                example: "np.random.default_rng(0).integers(0, 10, 3)") {
                (r: RandomStateObject, low: Int, high: Int?, size: ShapeArgument?, type: ArrayType?, endpoint: Bool) in
                let (first, end) = high.map { (low, $0) } ?? (0, low)
                let last = endpoint ? end : end - 1
                guard first <= last else { throw Raised.valueError(high == nil ? "high <= 0" : "low >= high") }
                let span = UInt64(bitPattern: Int64(last &- first))
                let draw = { first &+ Int(truncatingIfNeeded: r.source.bounded(span)) }
                guard let size else { return Value.object(ScalarObject(.int(draw()), type?.dtype ?? .int64)) }
                let dims = try size.dims()
                return .object(try Tensor.from((0..<(dims.product ?? 0)).map { _ in draw() }, dims).to(type?.dtype ?? .int64).intoArray())
            },
            def("permuted(self, x, axis=None)", "The elements of an array in random order.", example: "np.random.default_rng(0).permuted([1, 2, 3])") {
                (r: RandomStateObject, x: ArrayArgument, axis: Int?) in
                guard let axis else {
                    let flat = try x.array.reshaped([x.tensor.count])
                    return try NumPyRows.taken(flat, r.source.shuffled(x.tensor.count), 0).reshaped(x.tensor.shape)
                }
                let dim = try ArrayShapes.wrap(axis, rank: x.tensor.rank)
                let moved = try x.tensor.movedim([dim], [x.tensor.rank - 1])
                let lines = try moved.reshape([x.tensor.count / max(moved.shape[x.tensor.rank - 1], 1), moved.shape[x.tensor.rank - 1]])
                let mixed = try lines.unbind(dim: 0).map { try NumPyRows.taken($0.intoArray(), r.source.shuffled($0.count), 0).tensor }
                return x.array.like(try Tensor.stack(mixed).reshape(moved.shape).movedim([x.tensor.rank - 1], [dim]))
            },
        ]
    }

    /// The functions of `numpy.random`: the legacy methods of one shared generator.
    static var functions: [Row] {
        (distributions + legacy).map { row in
            // The header of a method without its first parameter.
            let parameters = row.header.drop { $0 != "(" }.dropFirst().drop { $0 != "," && $0 != ")" }
            let rest = parameters.first == "," ? parameters.dropFirst().drop { $0 == " " } : parameters
            return def(raw: "\(row.name.text)(\(rest)", row.doc, example: row.example) { arguments in
                try Value.object(RandomStateObject.shared).callMethod(
                    row.name, Array(arguments.positional), keywords: arguments.keywordPairs.map { ($0.name, $0.value) })
            }
        } + [
            def("default_rng(seed=None)", "A new Generator.", example: "np.random.default_rng(0).random()") { (seed: Value) in
                try seed.as(RandomStateObject.self) ?? RandomStateObject(DefaultRandom(entropy: RandomStateObject.words(seed)))
            },
        ]
    }
}
