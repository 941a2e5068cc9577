// Defines IndexPlan: which storage positions an index expression with tensors names, as sums of three offsets.

/// The positions of `source[i, j, …]` where i, j … are index tensors: before + indexed + after.
struct IndexPlan {
    /// Offsets of the dimensions that come before the indexed ones in the result.
    let before: [Int]
    /// Offsets named by the broadcast index tensors.
    let indexed: [Int]
    /// Offsets of the dimensions after them.
    let after: [Int]
    /// The last offsets follow each other, so that they can be copied at once.
    let isRun: Bool
    /// Sizes of the result.
    let shape: Dims

    /// `indices` has one entry for each dimension of `source`, nil for whole dimensions; at least one is not nil.
    init(_ source: Tensor, _ indices: [Tensor?]) throws {
        let given = indices.enumerated().compactMap { d, tensor in tensor.map { (d, $0) } }
        let common = try IndexPlan.broadcast(given.map(\.1))
        indexed = try IndexPlan.offsets(source, given, common)
        let isAdjacent = given.last!.0 - given.first!.0 == given.count - 1
        let whole = (0..<source.rank).filter { indices[$0] == nil }
        let lead = isAdjacent ? whole.filter { $0 < given[0].0 } : []
        let tail = isAdjacent ? whole.filter { $0 > given[0].0 } : whole
        func part(_ dims: [Int]) throws -> (Dims, Dims) {
            (try Dims(dims.map { source.shape[$0] }), try Dims(dims.map { source.strides[$0] }))
        }
        let (leadShape, leadStrides) = try part(lead)
        let (tailShape, tailStrides) = try part(tail)
        before = Positions.list(leadShape, leadStrides)
        after = Positions.list(tailShape, tailStrides)
        isRun = Layout(shape: tailShape, strides: tailStrides, offset: 0).isContiguous
        shape = try Dims(leadShape.array + common.array + tailShape.array)
    }

    /// Runs of `run` elements that start at the given positions, one after the other.
    init(positions: [Int], run: Int = 1, shape: Dims) {
        before = [0]
        indexed = positions
        after = Array(0..<run)
        isRun = run > 1
        self.shape = shape
    }

    /// Number of elements of the result.
    var count: Int { before.count * indexed.count * after.count }

    private static func broadcast(_ tensors: [Tensor]) throws -> Dims {
        var shape = tensors[0].shape
        do {
            for tensor in tensors.dropFirst() { shape = try Shapes.broadcast(shape, tensor.shape) }
        } catch is TensorError {
            let shapes = tensors.map { $0.shape.description }.joined(separator: ", ")
            throw TensorError.index("shape mismatch: indexing tensors could not be broadcast together with shapes \(shapes)")
        }
        return shape
    }

    private static func offsets(_ source: Tensor, _ given: [(Int, Tensor)], _ common: Dims) throws -> [Int] {
        var total = [Int](repeating: 0, count: common.product ?? 0)
        for (place, (d, tensor)) in given.enumerated() {
            let size = source.shape[d]
            let step = source.strides[d]
            let values = try tensor.shape == common ? tensor.elements(Int.self) : tensor.detach().expand(common.array).elements(Int.self)
            for k in 0..<total.count {
                guard let index = Positions.wrap(values[k], size) else {
                    throw TensorError.index("index \(values[k]) is out of bounds for dimension \(place) with size \(size)")
                }
                total[k] &+= index &* step
            }
        }
        return total
    }

    /// Calls `body` with each run of the result: position in the result, position in the source. Runs are `after.count` long.
    @inline(__always)
    func forEachRun(_ body: (_ result: Int, _ source: Int) -> Void) {
        let length = after.count
        var place = 0
        for lead in before {
            for index in indexed {
                body(place, lead &+ index)
                place &+= length
            }
        }
    }
}
