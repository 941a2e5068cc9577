// Defines the rows only one of numpy's random interfaces has, and the functions of numpy.random.
import Runtime
import Tensors

extension RandomRows {
    /// Methods of RandomState alone.
    static var legacy: [Row] {
        [
            def("seed(self, seed=None)", "Starts the stream anew.", example: "np.random.seed(0)") { (r: RandomStateObject, seed: Value) in try r.seed(seed) },
            def("rand(self, *size)", "Uniform numbers in [0, 1).", example: "np.random.rand(2, 3)") { (r: RandomStateObject, size: [Value]) in
                try fill(sizes(size)) { _ in r.source.uniform() }
            },
            def("randn(self, *size)", "Standard normal numbers.", example: "np.random.randn(2, 3)") { (r: RandomStateObject, size: [Value]) in
                try fill(sizes(size)) { _ in r.source.normal() }
            },
            def("random_sample(self, size=None)", "Uniform numbers in [0, 1).", example: "np.random.random_sample(3)") { (r: RandomStateObject, size: ShapeArgument?) in
                try fill(size) { _ in r.source.uniform() }
            },
            def("sample(self, size=None)", "Uniform numbers in [0, 1).", example: "np.random.sample(3)") { (r: RandomStateObject, size: ShapeArgument?) in
                try fill(size) { _ in r.source.uniform() }
            },
            def("ranf(self, size=None)", "Uniform numbers in [0, 1).", example: "np.random.ranf(3)") { (r: RandomStateObject, size: ShapeArgument?) in
                try fill(size) { _ in r.source.uniform() }
            },
            def("get_state(self)", "The state of the stream.", example: "np.random.get_state()[0]") { (r: RandomStateObject) in
                guard let legacy = r.legacy else { return Value.none }
                let words = try Tensor.from(legacy.engine.words.map { Int($0) }).to(.uint32).intoArray()
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
        ] + legacyIntegers
    }

    /// The sizes that `rand` and `randn` take one by one.
    private static func sizes(_ values: [Value]) throws -> ShapeArgument? {
        if values.isEmpty { return nil }
        return ShapeArgument(sizes: try values.map { value in
            guard let size = try value.index() else { throw Raised.typeError("'\(value.type.name)' object cannot be interpreted as an integer") }
            return size
        })
    }

    /// Methods of Generator alone.
    static var modern: [Row] {
        [
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
                return try x.array.like(Tensor.stack(mixed).reshape(moved.shape).movedim([x.tensor.rank - 1], [dim]))
            },
        ] + modernIntegers + streams + modernRarer
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
                try RandomStateObject.modern(seed)
            },
        ]
    }
}
