// Defines BitGeneratorObject: where a Generator's words come from.
import BigInt
import Runtime
import Tensors

/// A `numpy.random.PCG64`.
final class BitGeneratorObject: Object, @unchecked Sendable {
    let source: DefaultRandom

    init(_ source: DefaultRandom) {
        self.source = source
        super.init(type: .pcg64)
    }

    /// The state as numpy's dictionary.
    func state() throws -> Value {
        let snapshot = source.engine.snapshot
        let words = DictObject()
        try words.setItem("state", .integer(Self.wide(snapshot.state)))
        try words.setItem("inc", .integer(Self.wide(snapshot.increment)))
        let result = DictObject()
        try result.setItem("bit_generator", "PCG64")
        try result.setItem("state", .object(words))
        try result.setItem("has_uint32", .int(snapshot.spare == nil ? 0 : 1))
        try result.setItem("uinteger", .int(Int(snapshot.spare ?? 0)))
        return .object(result)
    }

    /// Continues a state of `state()`.
    func restore(_ value: Value) throws {
        guard let name = try value.item("bit_generator").text, name == "PCG64" else { throw Raised.valueError("state must be for a PCG64 PRNG") }
        let words = try value.item("state")
        let spare = try value.item("has_uint32").truth() ? value.item("uinteger").index().map { UInt32(truncatingIfNeeded: $0) } : nil
        source.engine.snapshot = PCG64.Snapshot(state: try Self.halves(words.item("state")), increment: try Self.halves(words.item("inc")), spare: spare)
    }

    private static func wide(_ words: (high: UInt64, low: UInt64)) -> BigInt { (BigInt(words.high) << 64) + BigInt(words.low) }

    private static func halves(_ value: Value) throws -> (high: UInt64, low: UInt64) {
        guard let big = try value.bigInteger ?? value.index().map({ BigInt($0) }) else { throw Raised.typeError("state must be a dict") }
        return (UInt64(truncatingIfNeeded: big >> 64), UInt64(truncatingIfNeeded: big))
    }
}

extension BitGeneratorObject: FromValue {
    static var expectedType: String { "numpy.random.BitGenerator" }

    /// Attributes and methods.
    static var rows: [Row] {
        [
            property("state", "The state as a dictionary.", example: "np.random.PCG64(1).state['bit_generator']",
                     get: { (x: BitGeneratorObject) in try x.state() }, set: { (x: BitGeneratorObject, value: Value) in try x.restore(value) }),
            def("random_raw(self, size=None)", "Words of 64 bits.", example: "np.random.PCG64(1).random_raw()") { (x: BitGeneratorObject, size: ShapeArgument?) in
                guard let size else { return Number.int(Int(bitPattern: UInt(x.source.next64()))).value(in: .uint64) }
                let dims = try size.dims(of: .uint64)
                return .object(try Tensor.from((0..<(dims.product ?? 0)).map { _ in x.source.next64() }, dims).intoArray())
            },
        ]
    }
}

extension Class {
    /// `numpy.random.PCG64`
    static let pcg64 = Class(
        native: "numpy.random._pcg64.PCG64", module: "numpy.random._pcg64", doc: "The words of default_rng.", extensible: false,
        rows: { BitGeneratorObject.rows },
        constructor: { _, arguments in
            let seed = arguments.count > 0 ? arguments[0] : arguments.keyword("seed") ?? .none
            return .object(BitGeneratorObject(DefaultRandom(entropy: try RandomStateObject.words(seed))))
        })
}

extension RandomRows {
    /// What a Generator says about its words.
    static var streams: [Row] {
        [
            property("bit_generator", "Where the words come from.", example: "np.random.default_rng(0).bit_generator.state['has_uint32']") { (r: RandomStateObject) in
                r.modern.map { Value.object(BitGeneratorObject($0)) } ?? .none
            },
            def("spawn(self, n_children)", "New generators, independent of this one.", example: "np.random.default_rng(0).spawn(2)[0].random()") {
                (r: RandomStateObject, count: Int) in
                guard let seed = r.seed else { throw Raised.typeError("The underlying SeedSequence does not implement spawning.") }
                return Value.list(try seed.spawn(count).map { child in
                    .object(try RandomStateObject.modern(child))
                })
            },
        ]
    }
}
