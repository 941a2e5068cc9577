// Defines RandomStateObject: numpy.random's generators as values: RandomState, the legacy functions, and Generator.
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

    init(_ source: any NumPyRandom) {
        self.source = source
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
        if let array = seed.as(ArrayObject.self) { return try array.tensor.elements(Int.self).map { UInt32(truncatingIfNeeded: $0) } }
        guard let number = try seed.index() else {
            throw Raised.typeError("SeedSequence expects int or sequence of ints for entropy not \(try seed.repr())")
        }
        guard number >= 0 else { throw Raised.valueError("expected non-negative integer") }
        let low = UInt32(truncatingIfNeeded: number)
        let high = UInt32(truncatingIfNeeded: number >> 32)
        return high == 0 ? [low] : [low, high]
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
        constructor: { _, arguments in arguments.count > 0 ? arguments[0] : .object(RandomStateObject(DefaultRandom(entropy: try RandomStateObject.words(.none)))) })
}
