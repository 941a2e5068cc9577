// Defines RandomStateObject: numpy.random's generators as values: RandomState, the legacy functions, and Generator.
import BigInt
import Runtime
import Tensors

/// A `numpy.random.RandomState` or `numpy.random.Generator`.
final class RandomStateObject: Object, @unchecked Sendable {
    /// The stream.
    let source: any NumPyRandom
    /// The stream, where it is the legacy one.
    var legacy: LegacyRandom? { source as? LegacyRandom }
    /// The stream, where it is the modern one.
    var modern: DefaultRandom? { source as? DefaultRandom }

    /// What seeded a modern stream; it spawns others.
    let seed: SeedSequenceObject?

    init(_ source: any NumPyRandom, seed: SeedSequenceObject? = nil) {
        self.source = source
        self.seed = seed
        super.init(type: source is LegacyRandom ? .randomState : .randomGenerator)
    }

    /// What `np.random.rand` and the other functions of the module draw from. Unseeded, it starts from the clock and the process,
    /// as numpy's does from the system.
    static let shared = RandomStateObject(LegacyRandom.unseeded())

    override func repr() -> String {
        legacy != nil ? "RandomState(MT19937) at \(address.uppercased().replacing("0X", with: "0x"))" : "Generator(PCG64) at \(address.uppercased().replacing("0X", with: "0x"))"
    }

    /// A seed as 32-bit words, low word first.
    /// - Throws: numpy's errors for seeds that are none.
    static func words(_ seed: Value) throws -> [UInt32] {
        if seed.isNone || seed.isUnset {
            let number = Entropy.seed()
            Entropy.isUsed()
            return [UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32)]
        }
        if let items = seed.sequenceElements { return try items.flatMap { try words($0) } }
        if let sequence = seed.as(SeedSequenceObject.self) { return try sequence.words() }
        if let big = seed.bigInteger, big > BigInt(Int.max) {
            return (0..<(big.bitWidth + 31) / 32).map { UInt32(truncatingIfNeeded: big >> (32 * $0)) }.reversed().drop { $0 == 0 }.reversed()
        }
        if let array = seed.as(ArrayObject.self) { return try array.tensor.elements(Int.self).map { UInt32(truncatingIfNeeded: $0) } }
        guard let number = try seed.index() else {
            throw Raised.typeError("SeedSequence expects int or sequence of ints for entropy not \(try seed.str())")
        }
        guard number >= 0 else { throw Raised.valueError("expected non-negative integer") }
        let low = UInt32(truncatingIfNeeded: number)
        let high = UInt32(truncatingIfNeeded: number >> 32)
        return high == 0 ? [low] : [low, high]
    }

    /// `default_rng(seed)`
    static func modern(_ seed: Value) throws -> RandomStateObject {
        if let given = seed.as(RandomStateObject.self) { return given }
        if let words = seed.as(BitGeneratorObject.self) { return RandomStateObject(words.source) }
        let sequence = try seed.as(SeedSequenceObject.self) ?? SeedSequenceObject(seed, spawnKey: [])
        return RandomStateObject(DefaultRandom(entropy: try sequence.words()), seed: sequence)
    }

    /// Seeds the legacy stream anew.
    func seed(_ seed: Value) throws {
        guard let legacy else { return }
        if seed.sequenceElements != nil || seed.as(ArrayObject.self) != nil { return legacy.seed(key: try Self.words(seed)) }
        let whole = try seed.index()
        guard whole != nil || seed.isNone || seed.isUnset else {
            let type = try ArrayObject.make(seed).arrayType.name
            throw Raised.typeError("Cannot cast scalar from dtype('\(type)') to dtype('int64') according to the rule 'safe'")
        }
        guard seed.isNone || seed.isUnset || (0...Int(UInt32.max)).contains(whole ?? 0) else { throw Raised.valueError("Seed must be between 0 and 2**32 - 1") }
        let words = try Self.words(seed)
        guard words.count == 1 || seed.isNone else { throw Raised.valueError("Seed must be between 0 and 2**32 - 1") }
        legacy.seed(words[0])
    }
}

extension RandomStateObject: FromValue { static var expectedType: String { "numpy.random.RandomState" } }

extension Class {
    /// `numpy.random.RandomState`
    static let randomState = Class(
        native: "numpy.random.mtrand.RandomState", module: "numpy.random.mtrand", doc: "numpy's legacy random numbers.", extensible: false,
        rows: { RandomRows.distributions + RandomRows.legacy },
        constructor: { _, arguments in
            let state = RandomStateObject(LegacyRandom(seed: 0))
            try state.seed(arguments.count > 0 ? arguments[0] : arguments.keyword("seed") ?? .none)
            return .object(state)
        })
    /// `numpy.random.Generator`
    static let randomGenerator = Class(
        native: "numpy.random._generator.Generator", module: "numpy.random._generator", doc: "numpy's random numbers.", extensible: false,
        rows: { RandomRows.distributions + RandomRows.modern },
        constructor: { _, arguments in
            guard let words = arguments.count > 0 ? arguments[0].as(BitGeneratorObject.self) : nil else {
                throw Raised.typeError("Generator() needs a bit generator such as np.random.PCG64(0); np.random.default_rng(0) makes both")
            }
            return .object(RandomStateObject(words.source))
        })
}
