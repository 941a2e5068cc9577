// Defines the tensors that are made of random numbers: rand, randn, randint, randperm, normal, bernoulli, poisson, multinomial.

extension Tensor {
    /// A new tensor filled by a distribution; the sizes must not be negative.
    public static func random(
        _ shape: Dims, _ law: RandomLaw, _ dtype: DType = Engine.current.defaultDType, generator: Generator? = nil
    ) throws -> Tensor {
        for size in shape where size < 0 {
            throw TensorError.runtime("Trying to create tensor with negative dimension \(size): \(shape)")
        }
        let result = try Tensor(empty: shape, dtype)
        try result.fillElements(law, generator: generator)
        return result
    }

    /// A new tensor with the sizes and the memory order of another, filled by a distribution.
    public static func random(
        like other: Tensor, _ law: RandomLaw, _ dtype: DType? = nil, generator: Generator? = nil
    ) throws -> Tensor {
        let result = try emptyLike(other, dtype)
        try result.fillElements(law, generator: generator)
        return result
    }

    /// Uniform numbers in [0, 1).
    public static func rand(_ shape: Dims, _ dtype: DType = Engine.current.defaultDType, generator: Generator? = nil) throws -> Tensor {
        try random(shape, .uniform(from: 0, to: 1), dtype, generator: generator)
    }

    /// Standard normal numbers.
    public static func randn(_ shape: Dims, _ dtype: DType = Engine.current.defaultDType, generator: Generator? = nil) throws -> Tensor {
        try random(shape, .normal(mean: 0, deviation: 1), dtype, generator: generator)
    }

    /// Whole numbers in low ..< high.
    public static func randint(
        _ low: Int, _ high: Int, _ shape: Dims, _ dtype: DType = .int64, generator: Generator? = nil
    ) throws -> Tensor {
        try random(shape, .integers(from: Int64(low), to: Int64(high)), dtype, generator: generator)
    }

    /// The numbers 0 ..< count in random order.
    public static func randperm(_ count: Int, _ dtype: DType = .int64, generator: Generator? = nil) throws -> Tensor {
        if count < 0 { throw TensorError.runtime("Trying to create tensor with negative dimension \(count): [\(count)]") }
        if !dtype.exactIntegers.contains(Int64(Swift.max(count - 1, 0))) {
            throw TensorError.runtime("value cannot be converted to type \(dtype.fixedWidthName) without overflow")
        }
        try Shapes.checkCount([count])
        let order = (generator ?? Engine.current.generator).permutation(count)
        return try Tensor.from(order.map { Int($0) }).to(dtype)
    }

    /// Normal numbers whose means and deviations are tensors or numbers; at least one is a tensor.
    public static func normal(mean: Operand, deviation: Operand, generator: Generator? = nil) throws -> Tensor {
        let means = try mean.asTensor()
        let deviations = try deviation.asTensor()
        if case .tensor(let tensor) = deviation {
            for value in try tensor.elements(Double.self) where !(value >= 0) {
                throw TensorError.runtime("normal expects all elements of std >= 0.0")
            }
        } else {
            try Generator.checkNormal(deviation: try deviations.item().double)
        }
        let shape = try Shapes.broadcast(means.shape, deviations.shape)
        var type = Promotion()
        if case .tensor(let tensor) = mean { type.add(tensor) }
        if case .tensor(let tensor) = deviation { type.add(tensor) }
        let standard = try Tensor.randn(shape, type.result, generator: generator)
        func scaled<F: Element & BinaryFloatingPoint>(_: F.Type) throws -> Tensor {
            let center = try means.repeated(to: shape, F.self)
            let spread = try deviations.repeated(to: shape, F.self)
            let numbers = try standard.elements(F.self)
            return try Tensor.from(numbers.indices.map { numbers[$0] * spread[$0] + center[$0] }, shape).to(type.result)
        }
        return type.result == .float64 ? try scaled(Double.self) : try scaled(Float.self)
    }

    /// The elements broadcast to a larger shape, in row-major order.
    private func repeated<F: Element>(to shape: Dims, _: F.Type) throws -> [F] {
        let copy = try Tensor(empty: shape, F.dtype)
        Copy.run(from: try cursor(expandedTo: shape), to: try copy.cursor(), count: copy.count)
        return try copy.elements(F.self)
    }

    /// Zeros and ones, each element a trial with its own probability (`torch.bernoulli(p)`).
    public func bernoulli(generator: Generator? = nil) throws -> Tensor {
        guard dtype.isFloatingPoint else { throw TensorError.unsupported("bernoulli_tensor_cpu_p_", dtype) }
        return try Tensor.bernoulli(probabilities: self, dtype, generator: generator)
    }

    /// Trials with the probabilities of a float tensor, as elements of `dtype`.
    static func bernoulli(probabilities: Tensor, _ dtype: DType, generator: Generator?) throws -> Tensor {
        let source = generator ?? Engine.current.generator
        let chances = try probabilities.elements(Double.self)
        guard chances.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            throw TensorError.runtime("Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be "
                + "improved?  If so, please report an enhancement request to PyTorch.)")
        }
        let isDouble = probabilities.dtype == .float64
        let hits = chances.map { isDouble ? source.bernoulli($0) : source.bernoulli(Float($0)) }
        return try Tensor.from(hits, probabilities.shape).to(dtype)
    }

    /// Poisson numbers with the means of this tensor.
    public func poisson(generator: Generator? = nil) throws -> Tensor {
        guard dtype.isFloatingPoint else { throw TensorError.unsupported("poisson_cpu", dtype) }
        let source = generator ?? Engine.current.generator
        let means = try elements(Double.self)
        guard means.allSatisfy({ $0 >= 0 }) else {
            throw TensorError.runtime("invalid Poisson rate, expected rate to be non-negative")
        }
        return try Tensor.from(means.map { source.poisson($0) }, shape).to(dtype)
    }

    /// Indices drawn with the weights of each row (`torch.multinomial`).
    public func multinomial(_ samples: Int, replacement: Bool = false, generator: Generator? = nil) throws -> Tensor {
        guard rank == 1 || rank == 2 else { throw TensorError.runtime("prob_dist must be 1 or 2 dim") }
        guard dtype.isFloatingPoint else {
            throw TensorError.runtime("multinomial only supports floating-point dtypes for input, got: \(dtype.scalarName)")
        }
        let source = generator ?? Engine.current.generator
        let rows = rank == 1 ? 1 : shape[0]
        if samples > 0 { try Shapes.checkCount(Array(repeating: samples, count: Swift.max(rows, 1))) }
        let categories = shape[rank - 1]
        func draw<F: Element & BinaryFloatingPoint>(_: F.Type) throws -> [Int64] {
            try Multinomial<F>.sample(
                try elements(F.self), rows: rows, categories: categories, samples: samples, replacement: replacement, generator: source)
        }
        let indices = dtype == .float64 ? try draw(Double.self) : try draw(Float.self)
        return try Tensor.from(indices.map { Int($0) }, rank == 1 ? [samples] : [rows, samples])
    }
}

extension DType {
    /// The C name with its width, as messages about conversions use it.
    var fixedWidthName: String {
        switch self {
        case .uint8: "uint8_t"
        case .uint16: "uint16_t"
        case .uint32: "uint32_t"
        case .uint64: "uint64_t"
        case .int8: "int8_t"
        case .int16: "int16_t"
        case .int32: "int32_t"
        case .int64: "int64_t"
        case .float32, .float64, .float16, .bfloat16, .bool: cName
        }
    }
}
