// Defines SeedSequenceObject: a seed that many independent streams can be made from.
import Runtime
import Tensors

/// A `numpy.random.SeedSequence`.
final class SeedSequenceObject: Object, @unchecked Sendable {
    let entropy: Value
    let spawnKey: [Int]
    private(set) var spawned = 0

    init(_ entropy: Value, spawnKey: [Int]) throws {
        self.entropy = entropy.isNone ? Self.unseeded() : entropy
        self.spawnKey = spawnKey
        super.init(type: .seedSequence)
        _ = try words()
    }

    /// A seed from the system, kept so that the sequence and those spawned from it belong together.
    private static func unseeded() -> Value {
        Entropy.isUsed()
        return .int(Int(truncatingIfNeeded: Entropy.seed() >> 1))
    }

    /// The seed's words; those of the place among the spawned ones follow after four.
    func words() throws -> [UInt32] {
        var words = try RandomStateObject.words(entropy)
        if !spawnKey.isEmpty {
            while words.count < 4 { words.append(0) }
            for key in spawnKey { words += try RandomStateObject.words(.int(key)) }
        }
        return words
    }

    /// New sequences, independent of this one.
    func spawn(_ count: Int) throws -> [Value] {
        guard count >= 0, count < 1 << 20 else { throw Raised.valueError("n_children must be a small number that is not negative") }
        defer { spawned += count }
        return try (spawned..<spawned + count).map { .object(try SeedSequenceObject(entropy, spawnKey: spawnKey + [$0])) }
    }

    override func repr() throws -> String {
        var text = "SeedSequence(\n    entropy=\(try entropy.repr()),\n"
        if !spawnKey.isEmpty { text += "    spawn_key=\(try Value.tuple(spawnKey.map { .int($0) }).repr()),\n" }
        if spawned > 0 { text += "    n_children_spawned=\(spawned),\n" }
        return text + ")"
    }
}

extension SeedSequenceObject: FromValue {
    static var expectedType: String { "numpy.random.SeedSequence" }

    /// Attributes and methods.
    static var rows: [Row] {
        [
            property("entropy", "The seed.", example: "np.random.SeedSequence(1).entropy") { (x: SeedSequenceObject) in x.entropy },
            property("spawn_key", "The place among spawned sequences.", example: "np.random.SeedSequence(1).spawn_key") { (x: SeedSequenceObject) in
                Value.tuple(x.spawnKey.map { .int($0) })
            },
            property("n_children_spawned", "How many were spawned.", example: "np.random.SeedSequence(1).n_children_spawned") { (x: SeedSequenceObject) in x.spawned },
            property("pool_size", "Words of the pool.", example: "np.random.SeedSequence(1).pool_size") { (_: SeedSequenceObject) in 4 },
            def("spawn(self, n_children)", "New sequences, independent of this one.", example: "np.random.SeedSequence(1).spawn(2)") {
                (x: SeedSequenceObject, count: Int) in Value.list(try x.spawn(count))
            },
            def("generate_state(self, n_words, dtype=None)", "Words made of the seed.", example: "np.random.SeedSequence(1).generate_state(2)") {
                (x: SeedSequenceObject, count: Int, type: ArrayType?) in
                try ArrayMemory.check([max(count, 0)], .uint64)
                let sequence = SeedSequence(entropy: try x.words())
                if type == .number(.uint64) { return try Tensor.from(sequence.longWords(max(count, 0))).intoArray() }
                return try Tensor.from(sequence.words(max(count, 0))).intoArray()
            },
        ]
    }
}

extension Class {
    /// `numpy.random.SeedSequence`
    static let seedSequence = Class(
        native: "numpy.random.bit_generator.SeedSequence", module: "numpy.random.bit_generator", doc: "Spreads a seed over many streams.", extensible: false,
        rows: { SeedSequenceObject.rows },
        constructor: { _, arguments in
            let entropy = arguments.count > 0 ? arguments[0] : arguments.keyword("entropy") ?? .none
            let key = try arguments.keyword("spawn_key")?.elements().compactMap { try $0.index() } ?? []
            return .object(try SeedSequenceObject(entropy, spawnKey: key))
        })
}
