// Defines Reduction: a sum, product, largest or smallest value over some dimensions, and the order in which they are walked.

/// A reduction of an expression over dimensions.
struct Reduction {
    /// How values are combined.
    enum Kind: Sendable {
        case sum, product, maximum, minimum
    }

    let kind: Kind
    /// For each dimension whether it is reduced.
    let dims: Dims
    /// The type values are converted to before; nil to keep theirs.
    let work: DType?
    /// The result is divided by this (the number of elements for a mean).
    let divisor: Double
}

/// The order in which a reduction walks the dimensions of its input, as outer × reduced × inner.
struct ReductionGeometry {
    /// The order of dimensions; nil for the natural one.
    private(set) var order: [Int]?
    private(set) var outer = 1
    private(set) var reduced = 1
    private(set) var inner = 1

    /// The natural order, where the reduced dimensions are neighbours; nil where they are not. Sets no array up: small tensors
    /// are reduced often.
    @inline(__always)
    static func natural(_ shape: Dims, _ reducedDims: Dims) -> (outer: Int, reduced: Int, inner: Int)? {
        var (outer, reduced, inner) = (1, 1, 1)
        var phase = 0
        for i in 0..<shape.count where shape[i] != 1 {
            if reducedDims[i] != 0 {
                if phase == 2 { return nil }
                phase = 1
                reduced *= shape[i]
            } else if phase == 0 {
                outer *= shape[i]
            } else {
                phase = 2
                inner *= shape[i]
            }
        }
        return (outer, reduced, inner)
    }

    init(_ layout: Layout, _ reduction: Reduction) {
        let shape = layout.shape
        let walked = (0..<shape.count).filter { shape[$0] != 1 }
        let reducedDims = walked.filter { reduction.dims[$0] != 0 }
        var innerDims: [Int] = []
        for d in walked.reversed() {
            if reduction.dims[d] != 0 { break }
            innerDims.insert(d, at: 0)
        }
        // Inner dimensions are only good to walk together where their elements lie closer than those of the reduced ones.
        if let last = innerDims.last, let closest = reducedDims.map({ layout.strides[$0] }).min(), closest < layout.strides[last] {
            innerDims = []
        }
        let outerDims = walked.filter { reduction.dims[$0] == 0 && !innerDims.contains($0) }
        let chosen = outerDims + reducedDims + innerDims
        if chosen != walked {
            let single = (0..<shape.count).filter { shape[$0] == 1 }
            order = single + chosen
        }
        for d in outerDims { outer *= shape[d] }
        for d in reducedDims { reduced *= shape[d] }
        for d in innerDims { inner *= shape[d] }
    }
}
