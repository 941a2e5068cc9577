// Defines the making of tensors from sizes and rules: zeros, full, arange, linspace, eye …

extension Tensor {
    /// All zero.
    public static func zeros(_ shape: Dims, _ dtype: DType = Engine.current.defaultDType) throws -> Tensor {
        let result = try Tensor(empty: try checked(shape), dtype)
        if result.device != nil {
            try result.fillElements(0)
            return result
        }
        let storage = try result.storage()
        storage.bytes.initializeMemory(as: UInt8.self, repeating: 0, count: storage.byteCount)
        return result
    }

    /// All one.
    public static func ones(_ shape: Dims, _ dtype: DType = Engine.current.defaultDType) throws -> Tensor {
        try full(shape, 1, dtype)
    }

    /// All the same number, of the number's type unless told.
    public static func full(_ shape: Dims, _ value: Number, _ dtype: DType? = nil) throws -> Tensor {
        let result = try Tensor(empty: try checked(shape), dtype ?? value.dtype)
        try result.fillElements(value)
        return result
    }

    /// Sizes must not be negative.
    private static func checked(_ shape: Dims) throws -> Dims {
        for size in shape where size < 0 {
            throw TensorError.runtime("zeros: Dimension size must be non-negative.")
        }
        return shape
    }

    /// Sets every element; without history or version change.
    func fillElements(_ value: Number) throws {
        if count == 0 { return }
        if let device {
            let fill = Pending(nil, Operands(a: .number(value)), work: dtype, dtype: dtype, layout: layout, on: device)
            return try KernelBuilder.run(fill, into: region())
        }
        let one = try Tensor.scalar(value, dtype)
        Copy.run(from: try one.cursor(expandedTo: shape), to: try cursor(), count: count)
    }

    /// `start`, `start + step`, … below `end`. Integers unless one of the three is a float.
    public static func arange(_ start: Number, _ end: Number, _ step: Number = 1, _ dtype: DType? = nil) throws -> Tensor {
        let exact = [start, end, step].allSatisfy { $0.category != .floating }
        let type = dtype ?? (exact ? .int64 : Engine.current.defaultDType)
        guard step.double != 0 else { throw TensorError.runtime("step must be nonzero") }
        guard start.double.isFinite, end.double.isFinite else {
            throw TensorError.runtime("unsupported range: \(start.double) -> \(end.double)")
        }
        guard step.double > 0 ? start.double <= end.double : start.double >= end.double else {
            throw TensorError.runtime("upper bound and lower bound inconsistent with step sign")
        }
        let length = ((end.double - start.double) / step.double).rounded(.up)
        guard length < 9e15 else { throw TensorError.runtime("invalid size, possible overflow?") }
        if !type.isFloatingPoint {
            let (first, by) = (start.int, step.int)
            return try make([Int(length)], Int.self) { out in
                for i in 0..<out.count { out[i] = first &+ i &* by }
            }.to(type)
        }
        switch type {
        case .float32: return try counted(start.double, step.double, Int(length), Float.self)
        case .float16: return try counted(Float(start.double), Float(step.double), Int(length), Float16.self)
        case .bfloat16: return try counted(Float(start.double), Float(step.double), Int(length), BFloat16.self, isFused: false)
        default: return try counted(start.double, step.double, Int(length), Double.self).to(type)
        }
    }

    /// Numbers as PyTorch counts them on processors with vectors of 32 bytes, in rounds of two: the first of a vector is rounded to the
    /// type before the others are counted from it, so that zero among tenths is -2.98e-09. What is left over is counted one by one.
    /// Numbers of two bytes are counted in Float; products within a vector are rounded for themselves where it is not `isFused`.
    private static func counted<E: Element, Counter: BinaryFloatingPoint>(
        _ start: Counter, _ step: Counter, _ count: Int, _: E.Type, isFused: Bool = true
    ) throws -> Tensor {
        let lanes = 32 / MemoryLayout<E>.size
        let inRounds = count - count % (2 * lanes)
        return try make([count], E.self) { out in
            for i in 0..<count {
                let first = i < inRounds ? i - i % lanes : i
                let base = E(.float(Double(start.addingProduct(step, Counter(first)))))
                let (counter, place) = (Counter(base.double), Counter(i - first))
                out[i] = first == i ? base : E(.float(Double(isFused ? counter.addingProduct(place, step) : counter + place * step)))
            }
        }
    }

    /// `start`, `start + step`, … up to `end`, which counts where it is hit.
    public static func range(_ start: Double, _ end: Double, _ step: Double, _ type: DType) throws -> Tensor {
        guard step != 0 else { throw TensorError.runtime("step must be nonzero") }
        let length = ((end - start) / step).rounded(.down) + 1
        guard length >= 1 else { throw TensorError.runtime("upper bound and lower bound inconsistent with step sign") }
        guard length < 9e15 else { throw TensorError.runtime("invalid size, possible overflow?") }
        return try make([Int(length)], Double.self) { out in
            for i in 0..<out.count { out[i] = start + step * Double(i) }
        }.to(type)
    }

    /// `steps` numbers from `start` to `end`, evenly spaced; counted from both ends so that the last is exact.
    public static func linspace(_ start: Number, _ end: Number, _ steps: Int, _ dtype: DType? = nil) throws -> Tensor {
        guard steps >= 0 else { throw TensorError.runtime("number of steps must be non-negative") }
        let type = dtype ?? Engine.current.defaultDType
        if type == .float64 { return try spaced(start.double, end.double, steps).to(type) }
        if type.isFloatingPoint { return try spaced(Float(start.double), Float(end.double), steps).to(type) }
        let step = steps > 1 ? (end.double - start.double) / Double(steps - 1) : 0
        return try make([steps], Double.self) { out in
            for i in 0..<steps {
                out[i] = i < steps / 2 || steps == 1 ? start.double + step * Double(i) : end.double - step * Double(steps - 1 - i)
            }
        }.to(type)
    }

    /// Multiplied and added with one rounding, as PyTorch does: the middle of an odd number of steps may miss zero by 3e-08.
    private static func spaced<E: Element & BinaryFloatingPoint>(_ start: E, _ end: E, _ steps: Int) throws -> Tensor {
        let step: E = steps > 1 ? (end - start) / E(steps - 1) : 0
        return try make([steps], E.self) { out in
            for i in 0..<steps {
                out[i] = i < steps / 2 || steps == 1 ? start.addingProduct(step, E(i)) : end.addingProduct(-step, E(steps - 1 - i))
            }
        }
    }

    /// `base` to the power of evenly spaced exponents.
    public static func logspace(
        _ start: Number, _ end: Number, _ steps: Int, base: Double = 10, _ dtype: DType? = nil
    ) throws -> Tensor {
        try Op.powNumber(.number(.float(base)), .tensor(linspace(start, end, steps, .float64))).to(dtype ?? Engine.current.defaultDType)
    }

    /// Ones on the diagonal, zeros elsewhere.
    public static func eye(_ rows: Int, _ columns: Int? = nil, _ dtype: DType = Engine.current.defaultDType) throws -> Tensor {
        let width = columns ?? rows
        guard rows >= 0 else { throw TensorError.runtime("n must be greater or equal to 0, got \(rows)") }
        guard width >= 0 else { throw TensorError.runtime("m must be greater or equal to 0, got \(width)") }
        let result = try zeros([rows, width], dtype)
        try result.diagonal().fillElements(1)
        return result
    }
}
