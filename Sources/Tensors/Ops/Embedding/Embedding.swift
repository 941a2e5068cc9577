// Defines embedding: rows of a table chosen by indices, and embedding_bag, their sums, means or maxima.

/// What becomes of the rows of one bag.
public enum BagMode: String, Sendable, CaseIterable {
    case sum, mean, max
}

extension Tensor {
    /// Rows of this table (count × width) at the places of `indices`. The row `paddingIndex` gets no gradient.
    public func embedding(_ indices: Tensor, paddingIndex: Int? = nil, scaleGradByFrequency: Bool = false) throws -> Tensor {
        guard rank == 2 else { throw TensorError.runtime("'weight' must be 2-D") }
        try Tensor.checkEmbeddingIndices(indices, "embedding")
        let places = try indices.elements(Int.self)
        for place in places where !(0..<shape[0]).contains(place) { throw TensorError.index("index out of range in self") }
        let (source, width) = (detach(), shape[1])
        let result = try IndexRead(source: source, plan: IndexPlan(source, [indices, nil])).result()
        let (rows, padding) = (shape[0], paddingIndex.map { $0 < 0 ? $0 + shape[0] : $0 })
        return result.recorded("EmbeddingBackward0", [self]) { grad, _ in
            [try grad.embeddingGradient(places, rows, width, padding, scaleGradByFrequency)]
        }
    }

    private static func checkEmbeddingIndices(_ indices: Tensor, _ name: String) throws {
        guard indices.dtype == .int64 || indices.dtype == .int32 else {
            throw TensorError.runtime("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
                + "torch.\(indices.dtype.scalarName)Tensor instead (while checking arguments for \(name))")
        }
    }

    /// The gradient of the table: each row of this tensor is added where it came from.
    private func embeddingGradient(
        _ places: [Int], _ rows: Int, _ width: Int, _ padding: Int?, _ byFrequency: Bool
    ) throws -> Tensor {
        guard dtype.computeType == dtype else {
            return try to(.float32).embeddingGradient(places, rows, width, padding, byFrequency).to(dtype)
        }
        let result = try Engine.current.withoutGrad {
            let table = try Tensor.zeros([rows, width], dtype)
            let values = try byFrequency ? reshape([places.count, width]) * Tensor.frequencies(places, dtype) : self
            let plan = IndexPlan(positions: places.map { $0 * width }, run: width, shape: try Dims([places.count, width]))
            try IndexWrite(target: table, plan: plan, values: values.detach(), reduction: .sum).apply()
            if let padding, places.contains(padding) { try table.select(0, padding).assign(Tensor.zeros([width], dtype)) }
            return table
        }
        return result.recorded("EmbeddingDenseBackwardBackward0", [self]) { again, _ in
            let table = try padding.map { try again.indexFill(dim: 0, index: Tensor.from([$0]), value: 0) } ?? again
            return [try table.embedding(Tensor.from(places)).reshape(self.shape.array)]
        }
    }

    /// One over how often each row is named, as a column.
    private static func frequencies(_ places: [Int], _ dtype: DType) throws -> Tensor {
        let counts = Dictionary(places.map { ($0, 1.0) }, uniquingKeysWith: +)
        return try Tensor.from(places.map { 1 / (counts[$0] ?? 1) }, [places.count, 1]).to(dtype)
    }

    /// Rescales the rows of this table that `indices` name to a norm of at most `maxNorm`, in place and without history.
    public func renormRows(_ indices: Tensor, maxNorm: Double, normType: Double = 2) throws {
        try Engine.current.withoutGrad {
            for row in Set(try indices.elements(Int.self)).sorted() where (0..<shape[0]).contains(row) {
                let vector = try select(0, row)
                let length = try vector.vectorNorm(normType).item().double
                if length > maxNorm { _ = try vector.copyInPlace(vector * (maxNorm / (length + 1e-7))) }
            }
        }
    }

    /// Sums, means or maxima of rows of this table. Bags are the rows of a 2-d `indices`, or start at `offsets` of a 1-d one.
    public func embeddingBag(
        _ indices: Tensor, offsets: Tensor? = nil, mode: BagMode = .mean, perSampleWeights: Tensor? = nil, includeLastOffset: Bool = false,
        paddingIndex: Int? = nil
    ) throws -> Tensor {
        try Tensor.checkEmbeddingIndices(indices, "embedding_bag")
        let flat = try indices.reshape([-1])
        let starts = try Tensor.bagStarts(indices, offsets, includeLastOffset)
        if perSampleWeights != nil, mode != .sum {
            throw TensorError.notImplemented("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' "
                + "(got mode='\(mode.rawValue)'). Please open a feature request on GitHub.")
        }
        let padding = paddingIndex.map { $0 < 0 ? $0 + shape[0] : $0 }
        let places = try flat.elements(Int.self)
        var members: [[Int]] = []
        for (bag, start) in starts.enumerated() {
            let end = bag + 1 < starts.count ? starts[bag + 1] : places.count
            members.append((start..<Swift.max(start, end)).filter { places[$0] != padding })
        }
        let inputs = [self] + (perSampleWeights.map { [$0] } ?? [])
        return try Tensor.composed("EmbeddingBagBackward0", inputs) { parts in
            var rows = try parts[0].embedding(flat)
            if parts.count > 1 { rows = try rows * parts[1].reshape([-1, 1]) }
            return try rows.bagged(members, mode)
        }
    }

    private static func bagStarts(_ indices: Tensor, _ offsets: Tensor?, _ includeLast: Bool) throws -> [Int] {
        if indices.rank == 2 {
            guard offsets == nil else {
                throw TensorError.value("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length "
                    + "sequences. However, found offsets of type <class 'torch.Tensor'>")
            }
            return (0..<indices.shape[0]).map { $0 * indices.shape[1] }
        }
        guard indices.rank == 1 else {
            throw TensorError.value("input has to be 1D or 2D Tensor, but got Tensor of dimension \(indices.rank)")
        }
        guard let offsets, offsets.rank == 1 else {
            throw TensorError.value(offsets == nil ? "offsets has to be a 1D Tensor but got None" : "offsets has to be a 1D Tensor")
        }
        var starts = try offsets.elements(Int.self)
        if let first = starts.first, first != 0 {
            throw TensorError.runtime("offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. "
                + "However, got \(first)")
        }
        if let last = starts.last, last > indices.count {
            throw TensorError.runtime("offsets[-1] can not be greater than input's length \(indices.count) but got offsets[-1] of \(last)")
        }
        if includeLast, !starts.isEmpty { starts.removeLast() }
        return starts.map { Swift.max(0, $0) }
    }

    /// Joins rows by bags.
    private func bagged(_ members: [[Int]], _ mode: BagMode) throws -> Tensor {
        let width = shape[1]
        if mode == .max {
            let parts = try members.map { bag -> Tensor in
                if bag.isEmpty { return try Tensor.zeros([width], dtype) }
                return try indexSelect(dim: 0, index: Tensor.from(bag)).max(0).values
            }
            return try Tensor.stack(parts)
        }
        let order = try Tensor.from(members.flatMap { $0 })
        let bags = try Tensor.from(members.enumerated().flatMap { [Int](repeating: $0, count: $1.count) })
        let sums = try Tensor.zeros([members.count, width], dtype).indexAdd(dim: 0, index: bags, source: indexSelect(dim: 0, index: order))
        if mode == .sum { return sums }
        let counts = try Tensor.from(members.map { Double(Swift.max($0.count, 1)) }, [members.count, 1]).to(dtype)
        return try sums / counts
    }
}
