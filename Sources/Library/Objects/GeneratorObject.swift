// Defines GeneratorObject: a source of random numbers as a value (`torch.Generator`).
import Runtime
import Tensors

/// A `torch.Generator`.
final class GeneratorObject: Object, @unchecked Sendable {
    /// The generator.
    let generator: Generator

    init(_ generator: Generator) {
        self.generator = generator
        super.init(type: .generatorClass)
    }

    /// `torch.default_generator`
    static let defaultGenerator = GeneratorObject(Engine.current.generator)

    override func repr() -> String { "<torch._C.Generator object at \(address)>" }
}

extension Generator: FromValue {
    public static func from(_ value: Value) -> Generator? { value.as(GeneratorObject.self)?.generator }
    public static var expectedType: String { "torch.Generator" }
}

extension Class {
    /// `torch.Generator`
    static let generatorClass = Class(
        native: "Generator", module: "torch._C", doc: "A source of random numbers with a state of its own.", extensible: false, rows: {
            [
                def("manual_seed(self, seed)", "Starts the numbers anew from seed.", example: "torch.Generator().manual_seed(0).initial_seed()") {
                    (object: GeneratorObject, seed: Seed) in
                    object.generator.seed(seed.bits)
                    return object
                },
                def("seed(self)", "Starts the numbers anew from an unforeseeable seed.", example: "torch.Generator().seed() >= 0") { (x: Generator) in
                    try Seed(bits: x.seedFromSystem()).value()
                },
                def("initial_seed(self)", "The seed the numbers were started from.", example: "torch.Generator().initial_seed()") { (x: Generator) in
                    try Seed(bits: x.initialSeed).value()
                },
                def("get_state(self)", "The state as a tensor of bytes.", example: "torch.Generator().get_state().shape") { (x: Generator) in
                    try Tensor.from(x.state())
                },
                def("set_state(self, new_state)", "Returns to a state.",
                    example: "g = torch.Generator(); g.set_state(g.get_state()) is g") { (object: GeneratorObject, state: Tensor) in
                    try object.generator.restore(state.elements(UInt8.self))
                    return object
                },
                Runtime.property("device", "Where the numbers are made.", example: "torch.Generator().device") { (_: Generator) in Device.cpu },
            ]
        }, constructor: { _, arguments in
            let place = arguments.count > 0 ? arguments[0] : arguments.keyword("device") ?? .none
            try (Device?.from(place) ?? nil)?.checkAvailable()
            return .object(GeneratorObject(Generator()))
        })
}

extension GeneratorObject: FromValue { static var expectedType: String { "torch.Generator" } }

/// A seed: 64 bits, given as a signed or an unsigned integer.
struct Seed: FromValue {
    let bits: UInt64

    static func from(_ value: Value) throws -> Seed? {
        if let text = value.text { throw Raised.valueError("invalid literal for int() with base 10: \(try Value.string(text).repr())") }
        if value.isNone {
            throw Raised.typeError("int() argument must be a string, a bytes-like object or a real number, not 'NoneType'")
        }
        if case .float(let double) = value { return Seed(bits: UInt64(bitPattern: Int64(Int(saturatingTowardZero: double)))) }
        if case .object = value, value.bigInteger != nil {
            guard let bits = UInt64(try value.str()) else { throw Raised.valueError("Overflow when unpacking long long") }
            return Seed(bits: bits)
        }
        return try Int.from(value).map { Seed(bits: UInt64(bitPattern: Int64($0))) }
    }

    static var expectedType: String { "int" }

    /// The seed as an integer of the language, never negative.
    func value() throws -> Value {
        if let small = Int(exactly: bits) { return .int(small) }
        return try Value.object(Class.int).call([.string(String(bits))])
    }
}
