// RandomObject: a generator of Python's `random`, bit for bit CPython's stream.
import BigInt
import Glibc
import Runtime
import Tensors

/// `random.Random`
final class RandomObject: Object, @unchecked Sendable {
    private var engine = MersenneTwister(key: [0])
    /// The partner of the last pair of normal numbers.
    private var spareNormal: Double?
    static let cls = Class(native: "Random", module: "random", rows: { RandomMethods.rows }, constructor: { cls, arguments in
        let random = RandomObject(type: cls)
        try random.seed(arguments.count > 0 ? arguments[0] : .none)
        return .object(random)
    })

    /// Starts from a number, a text, or (None) from the system's entropy.
    func seed(_ value: Value) throws {
        spareNormal = nil
        if value.isNone {
            var words = [UInt32](repeating: 0, count: 8)
            let count = words.count * 4
            _ = words.withUnsafeMutableBytes { getentropy($0.baseAddress!, count) }
            engine = MersenneTwister(key: words)
            engine.isSeeded = false
            return
        }
        let magnitude: BigUInt
        if let integer = value.bigInteger {
            magnitude = integer.magnitude
        } else if let bytes = value.text.map({ Array($0.utf8) }) ?? value.as(BytesObject.self)?.bytes {
            magnitude = (bytes + SHA2.sha512(bytes)).reduce(BigUInt(0)) { $0 << 8 | BigUInt($1) }
        } else if case .float = value {
            magnitude = BigUInt(UInt(bitPattern: try value.hash()))
        } else {
            throw Raised.typeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        }
        let words = magnitude.words.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)] }
        let used = words.lastIndex { $0 != 0 } ?? 0
        engine = MersenneTwister(key: words.isEmpty ? [0] : Array(words[...used]))
    }

    /// A double in [0, 1) of 53 bits.
    func uniform() -> Double { engine.nextDouble() }

    /// `count` random bits, low words first.
    func bits(_ count: Int) -> BigInt {
        if count <= 0 { return 0 }
        if count <= 32 { return BigInt(engine.nextBits(count)) }
        let halves = stride(from: 0, to: count, by: 32).map { UInt(engine.nextBits(min(32, count - $0))) }
        let words = stride(from: 0, to: halves.count, by: 2).map { halves[$0] | ($0 + 1 < halves.count ? halves[$0 + 1] << 32 : 0) }
        return BigInt(sign: .plus, magnitude: BigUInt(words: words))
    }

    /// A number in `0..<limit` by rejection.
    func below(_ limit: BigInt) -> BigInt {
        let width = limit.magnitude.bitWidth
        while true {
            let value = bits(width)
            if value < limit { return value }
        }
    }

    /// As `below`, for Ints.
    func below(_ limit: Int) -> Int {
        let width = Int.bitWidth - limit.leadingZeroBitCount
        guard width <= 32 else { return Int(below(BigInt(limit))) }
        while true {
            let value = Int(engine.nextBits(width))
            if value < limit { return value }
        }
    }

    /// A normal number from a pair: cosine first, the sine is kept.
    func gauss() -> Double {
        if let spare = spareNormal {
            spareNormal = nil
            return spare
        }
        let angle = uniform() * (2 * .pi)
        let radius = (-2 * log(1 - uniform())).squareRoot()
        spareNormal = sin(angle) * radius
        return cos(angle) * radius
    }

    /// A normal number by the ratio of uniforms (Kinderman and Monahan 1977).
    func normal() -> Double {
        let magic = 4 * exp(-0.5) / 2.0.squareRoot()
        while true {
            let first = uniform()
            let second = 1 - uniform()
            let z = magic * (first - 0.5) / second
            if z * z / 4 <= -log(second) { return z }
        }
    }

    /// A gamma distributed number of scale 1: Cheng's method (1977) above shape 1, Ahrens and Dieter's (1974) below.
    func gamma(_ shape: Double) -> Double {
        if shape == 1 { return -log(1 - uniform()) }
        if shape > 1 {
            let width = (2 * shape - 1).squareRoot()
            while true {
                let u = uniform()
                guard u > 1e-7, u < 0.9999999 else { continue }
                let second = 1 - uniform()
                let v = log(u / (1 - u)) / width
                let x = shape * exp(v)
                let z = u * u * second
                let r = shape - log(4) + (shape + width) * v - x
                if r + (1 + log(4.5)) - 4.5 * z >= 0 || r >= log(z) { return x }
            }
        }
        while true {
            let b = (M_E + shape) / M_E
            let p = b * uniform()
            let x = p <= 1 ? pow(p, 1 / shape) : -log((b - p) / shape)
            let u = uniform()
            if p > 1 ? u <= pow(x, shape - 1) : u <= exp(-x) { return x }
        }
    }

    /// `(3, words and position, spare normal)`, for `getstate`.
    var state: Value {
        let words = engine.words.map { Value.int(Int($0)) } + [.int(engine.position)]
        return .tuple([3, .tuple(words), spareNormal.map { .float($0) } ?? .none])
    }

    /// Continues a saved state.
    func restore(_ state: Value) throws {
        let parts = try state.elements()
        guard parts.count == 3, let numbers = parts[1].sequenceElements, numbers.count == 625 else {
            throw Raised.valueError("state vector is the wrong size")
        }
        let words = try numbers.map { UInt32(truncatingIfNeeded: try $0.index() ?? 0) }
        guard let restored = MersenneTwister(words: Array(words[..<624]), position: Int(words[624])) else {
            throw Raised.valueError("state vector invalid")
        }
        engine = restored
        spareNormal = try parts[2].number()
    }
}

extension RandomObject: FromValue { static var expectedType: String { "Random" } }
