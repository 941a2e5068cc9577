// Defines how tensors are filled with random numbers: in the order of their memory, whatever their strides.

extension Tensor {
    /// Fills this tensor with numbers of a distribution (`uniform_`, `normal_`, …). Elements are drawn in memory order:
    /// the dimension with the largest stride is outermost. Autograd does not learn of it; in-place rules are the caller's.
    public func fillElements(_ law: RandomLaw, generator: Generator? = nil) throws {
        try law.check(dtype)
        if count == 0 { return }
        let source = generator ?? Engine.current.generator
        if isContiguous {
            switch dtype {
            case .float32: return try draw(law, source, Float.self)
            case .float64: return try draw(law, source, Double.self)
            case .int64, .float16, .bfloat16, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: break
            }
        }
        let drawn = try Tensor(empty: [count], dtype.drawnType)
        switch drawn.dtype {
        case .float64: try drawn.withPointer(Double.self) { fill(law, source, $0) }
        case .float32: try drawn.withPointer(Float.self) { fill(law, source, $0) }
        case .int64, .float16, .bfloat16, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64:
            try drawn.withPointer(Int.self) { law.fill(UnsafeMutableBufferPointer(start: $0, count: count), source, dtype) }
        }
        let target = try inMemoryOrder()
        let ordered = Tensor(drawn.dtype, try Layout(contiguous: target.shape), try drawn.computed())
        try target.assign(ordered)
    }

    private func draw<F: UniformNormal & Element>(_ law: RandomLaw, _ source: Generator, _: F.Type) throws {
        try withPointer(F.self) { fill(law, source, $0) }
    }

    private func fill<F: UniformNormal>(_ law: RandomLaw, _ source: Generator, _ pointer: UnsafeMutablePointer<F>) {
        law.fill(UnsafeMutableBufferPointer(start: pointer, count: count), source, dtype, isContiguous: isContiguous)
    }

    /// The same elements with the dimensions sorted by stride, largest first; without history.
    func inMemoryOrder() throws -> Tensor {
        let order = (0..<rank).sorted { (-strides[$0], $0) < (-strides[$1], $1) }
        let sizes = try Dims(order.map { shape[$0] })
        let steps = try Dims(order.map { strides[$0] })
        return Tensor(dtype, Layout(shape: sizes, strides: steps, offset: layout.offset), try computed())
    }
}

extension DType {
    /// The type in which random numbers for this type are made.
    fileprivate var drawnType: DType {
        switch self {
        case .float64: .float64
        case .float32, .float16, .bfloat16: .float32
        case .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64: .int64
        }
    }
}
