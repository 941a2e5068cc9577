// Defines the draws of torch's generator whose results are recorded in RandomNumbers.txt.
import Tensors

/// One recorded draw: its name in the table and how to repeat it.
struct RandomRow: Sendable, CustomStringConvertible {
    let name: String
    /// Numbers may differ in the last places: they come from other polynomials or tables than the real library's.
    let isNear: Bool
    let draw: @Sendable () throws -> [String]

    var description: String { name }

    init(_ name: String, near: Bool = false, _ draw: @escaping @Sendable () throws -> [String]) {
        self.name = name
        isNear = near
        self.draw = draw
    }
}

/// Texts in which results are recorded: bit patterns of floats, plain integers.
enum Recorded {
    static func hex(_ bits: UInt64, _ digits: Int) -> String {
        let text = String(bits, radix: 16)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }
    static func bits(_ values: [Double]) -> [String] { values.map { hex($0.bitPattern, 16) } }
    static func bits(_ values: [Float]) -> [String] { values.map { hex(UInt64($0.bitPattern), 8) } }
    static func single(_ tensor: Tensor) throws -> [String] { bits(try tensor.elements(Float.self)) }
    static func double(_ tensor: Tensor) throws -> [String] { bits(try tensor.elements(Double.self)) }
    static func whole(_ tensor: Tensor) throws -> [String] {
        if !tensor.dtype.isFloatingPoint { return try tensor.elements(Int.self).map { String($0) } }
        return try tensor.elements(Double.self).map { String(Int($0)) }
    }
}

private func seeded() -> Generator { Generator(seed: 7) }

private func filled(_ shape: Dims, _ law: RandomLaw, _ dtype: DType = .float32) throws -> Tensor {
    try Tensor.random(shape, law, dtype, generator: seeded())
}

private func row(_ name: String, _ law: RandomLaw, _ count: Int, near: Bool = false) -> RandomRow {
    let double = name.hasSuffix("f64")
    return RandomRow(name, near: near) {
        let tensor = try filled([count], law, double ? .float64 : .float32)
        return double ? try Recorded.double(tensor) : try Recorded.single(tensor)
    }
}

enum TorchRandomRows {
    static let floats: [RandomRow] = [
        row("rand 5 f32", .uniform(from: 0, to: 1), 5),
        row("rand 5 f64", .uniform(from: 0, to: 1), 5),
        row("uniform -2 3 f32", .uniform(from: -2, to: 3), 6),
        row("uniform -2 3 f64", .uniform(from: -2, to: 3), 6),
        row("randn 5 f32", .normal(mean: 0, deviation: 1), 5),
        row("randn 15 f64", .normal(mean: 0, deviation: 1), 15),
        row("randn 16 f64", .normal(mean: 0, deviation: 1), 16),
        row("randn 21 f64", .normal(mean: 0, deviation: 1), 21),
        row("randn 40 f32", .normal(mean: 0, deviation: 1), 40, near: true),
        row("normal 3 2 f32", .normal(mean: 3, deviation: 2), 33, near: true),
        row("exponential f32", .exponential(rate: 1.5), 6),
        row("exponential f64", .exponential(rate: 1.5), 6),
        row("lognormal f32", .logNormal(mean: 0.5, deviation: 0.25), 5),
        row("cauchy f64", .cauchy(median: 1, scale: 2), 5),
        row("trunc normal f32", .truncatedNormal(mean: 0.5, deviation: 1, low: -1, high: 1), 24, near: true),
        row("trunc normal tail f64", .truncatedNormal(mean: 0, deviation: 1, low: 2, high: 3), 8),
    ]

    static let wholes: [RandomRow] = [1 << 28 - 1, 1 << 28, 1 << 40].map { high in
        RandomRow("randint \(high)") { try Recorded.whole(filled([6], .integers(from: 0, to: high), .int64)) }
    } + DType.allCases.filter(\.isOriginal).map { type in
        RandomRow("random \(type.name)") { try Recorded.whole(filled([6], .anyInteger, type)) }
    } + [
        RandomRow("randint -5 5 f32") { try Recorded.whole(filled([8], .integers(from: -5, to: 5))) },
        RandomRow("randperm 12") { try Recorded.whole(Tensor.randperm(12, generator: seeded())) },
        RandomRow("bernoulli 0.3") { try Recorded.whole(filled([20], .bernoulli(0.3))) },
        RandomRow("bernoulli p32") { try Recorded.whole(Tensor.from([Double](repeating: 0.3, count: 20)).to(.float32).bernoulli(generator: seeded())) },
        RandomRow("bernoulli p64") { try Recorded.whole(Tensor.from([Double](repeating: 0.3, count: 20)).to(.float64).bernoulli(generator: seeded())) },
        RandomRow("geometric") { try Recorded.whole(filled([10], .geometric(0.3))) },
        RandomRow("poisson") {
            let means = try Tensor.from([0, 0.5, 3, 9.9, 10, 25, 100, 1000] as [Float])
            return try Recorded.whole(means.poisson(generator: seeded()))
        },
    ]

    private static func weights(_ dtype: DType = .float32) throws -> Tensor {
        try Tensor.from([0.1, 0.2, 0.3, 0.4, 4, 3, 0, 1] as [Float], [2, 4]).to(dtype)
    }

    static let others: [RandomRow] = [
        RandomRow("multinomial 1") { try Recorded.whole(weights().multinomial(1, generator: seeded())) },
        RandomRow("multinomial 3") { try Recorded.whole(weights().multinomial(3, generator: seeded())) },
        RandomRow("multinomial 6 r") { try Recorded.whole(weights().multinomial(6, replacement: true, generator: seeded())) },
        RandomRow("multinomial 6 r f64") {
            try Recorded.whole(weights(.float64).multinomial(6, replacement: true, generator: seeded()))
        },
        RandomRow("transposed rand") { try strided([3, 4], [1, 3], .uniform(from: 0, to: 1), room: 12, transposed: true) },
        RandomRow("transposed randn") { try strided([5, 4], [1, 5], .normal(mean: 0, deviation: 1), room: 20, transposed: true) },
        RandomRow("sliced randn") { try strided([4, 3], [6, 2], .normal(mean: 0, deviation: 1), room: 24, transposed: false) },
        RandomRow("state") {
            let generator = seeded()
            _ = try Tensor.randn([3], .float32, generator: generator)
            let bytes = generator.state()
            let copy = Generator()
            try copy.restore(bytes)
            return (copy.state()[..<60] + bytes[5000...]).map { String($0) }
        },
    ]

    /// Fills a strided view of fresh memory. `transposed`: `shape` is that of the memory, the view is its transpose.
    private static func strided(_ shape: Dims, _ strides: Dims, _ law: RandomLaw, room: Int, transposed: Bool) throws -> [String] {
        let storage = try Storage(byteCount: 4 * room)
        let sizes: Dims = transposed ? [shape[1], shape[0]] : shape
        let steps: Dims = transposed ? [1, shape[1]] : strides
        let view = Tensor(.float32, Layout(shape: sizes, strides: steps, offset: 0), storage)
        try view.fillElements(law, generator: seeded())
        return try Recorded.single(view)
    }
}
