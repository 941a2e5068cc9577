// Defines RandomLaw: the distributions that fill a tensor in place, and which element types they accept.

/// A distribution with its parameters.
public enum RandomLaw: Sendable {
    /// `uniform_(from, to)`.
    case uniform(from: Double, to: Double)
    /// `normal_(mean, std)`.
    case normal(mean: Double, deviation: Double)
    /// Normal numbers within bounds (`nn.init.trunc_normal_`).
    case truncatedNormal(mean: Double, deviation: Double, low: Double, high: Double)
    /// `log_normal_(mean, std)`.
    case logNormal(mean: Double, deviation: Double)
    /// `exponential_(lambd)`.
    case exponential(rate: Double)
    /// `cauchy_(median, sigma)`.
    case cauchy(median: Double, scale: Double)
    /// `geometric_(p)`.
    case geometric(Double)
    /// `bernoulli_(p)` with a number p.
    case bernoulli(Double)
    /// `random_(from, to)` and `randint`: from ..< to.
    case integers(from: Int64, to: Int64)
    /// `random_()`: all whole numbers that the element type counts exactly, from 0 on.
    case anyInteger

    /// PyTorch's error when the parameters or the element type do not suit.
    func check(_ dtype: DType) throws {
        switch self {
        case .uniform(let from, let to):
            guard dtype.isFloatingPoint else { throw TensorError.unsupported("check_uniform_bounds", dtype) }
            try Generator.checkUniform(from: from, to: to)
        case .normal(_, let deviation), .truncatedNormal(_, let deviation, _, _):
            try Generator.checkNormal(deviation: deviation)
            guard dtype.isFloatingPoint else { throw TensorError.unsupported("normal_kernel_cpu", dtype) }
        case .logNormal(_, let deviation):
            try DistributionCheck.logNormal(deviation)
            guard dtype.isFloatingPoint else { throw TensorError.unsupported("log_normal_cpu", dtype) }
        case .exponential(let rate):
            guard dtype.isFloatingPoint else { throw Self.continuous("Exponential", dtype.scalarName) }
            try DistributionCheck.exponential(rate)
        case .cauchy(_, let scale):
            try DistributionCheck.cauchy(scale)
            guard dtype.isFloatingPoint else { throw Self.continuous("Cauchy", dtype.cName) }
        case .geometric(let probability): try DistributionCheck.geometric(probability)
        case .bernoulli(let probability): try DistributionCheck.bernoulli(probability)
        case .integers(let from, let to):
            try Generator.checkIntegers(from: from, to: to, limits: dtype.exactIntegers, typeName: dtype.cName)
        case .anyInteger: break
        }
    }

    private static func continuous(_ name: String, _ type: String) -> TensorError {
        .runtime("\(name) distribution is a continuous probability distribution. dtype must be a floating point but you specified \(type)")
    }

    /// Fills a float buffer in order. `isContiguous` tells whether the tensor behind it is: normals depend on it.
    func fill<F: UniformNormal>(_ out: UnsafeMutableBufferPointer<F>, _ generator: Generator, _ type: DType, isContiguous: Bool) {
        switch self {
        case .uniform(let from, let to): F.uniforms(generator, out, from, to)
        case .normal(let mean, let deviation):
            if isContiguous { return F.normals(generator, out, mean, deviation, inHalf: type == .float16 || type == .bfloat16) }
            for i in out.indices { out[i] = F(generator.normal(mean: mean, deviation: deviation)) }
        case .truncatedNormal(let mean, let deviation, let low, let high):
            generator.fillTruncatedNormal(out, mean: mean, deviation: deviation, low: low, high: high)
        case .logNormal(let mean, let deviation):
            for i in out.indices { out[i] = F(generator.logNormal(mean: mean, deviation: deviation)) }
        case .exponential(let rate): generator.fillExponential(out, rate: rate)
        case .cauchy(let median, let scale):
            for i in out.indices { out[i] = F(generator.cauchy(median: median, scale: scale)) }
        case .geometric(let probability):
            for i in out.indices { out[i] = F(generator.geometric(probability)) }
        case .bernoulli(let probability): generator.fillBernoulli(out, probability)
        case .integers, .anyInteger:
            for i in out.indices { out[i] = F(wholeNumber(generator, type)) }
        }
    }

    /// Fills an integer buffer in order; only the laws of whole numbers get here.
    func fill(_ out: UnsafeMutableBufferPointer<Int>, _ generator: Generator, _ type: DType) {
        switch self {
        case .geometric(let probability):
            for i in out.indices { out[i] = Int(saturatingTowardZero: generator.geometric(probability)) }
        case .bernoulli(let probability): generator.fillBernoulli(out, probability)
        case .integers, .anyInteger, .uniform, .normal, .truncatedNormal, .logNormal, .exponential, .cauchy:
            for i in out.indices { out[i] = Int(wholeNumber(generator, type)) }
        }
    }

    private func wholeNumber(_ generator: Generator, _ type: DType) -> Int64 {
        if case .integers(let from, let to) = self { return generator.integer(low: from, range: UInt64(bitPattern: to &- from)) }
        if type.isFloatingPoint { return generator.integer(significandBits: type.significandBits) }
        return generator.integer(valueBits: type.valueBits)
    }
}

extension DType {
    /// Bits of the significand of a floating type, with the hidden one.
    var significandBits: Int {
        switch self {
        case .float64: 53
        case .float16: 11
        case .bfloat16: 8
        case .float32, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: 24
        }
    }

    /// Bits of the non-negative values of an integer type.
    var valueBits: Int {
        switch self {
        case .bool: 1
        case .uint8, .uint16, .uint32: 8 * itemSize
        case .int8, .int16, .int32, .int64, .uint64, .float32, .float64, .float16, .bfloat16: 8 * itemSize - 1
        }
    }

    /// The integers `random_` accepts as bounds for this type.
    var exactIntegers: ClosedRange<Int64> {
        switch self {
        case .bool: 0...1
        case .uint8, .uint16, .uint32: 0...(1 << Int64(valueBits) - 1)
        case .uint64: 0...Int64.max
        case .int64, .float32, .float64, .bfloat16: Int64.min...Int64.max
        case .float16: -65504...65504
        case .int32, .int16, .int8: (-1 << Int64(valueBits))...(1 << Int64(valueBits) - 1)
        }
    }
}
