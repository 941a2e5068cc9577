// Defines ArrayReductions: sums, products, extremes and moments with numpy's types and errors.
import Runtime
import Tensors

/// Reductions over axes that are already wrapped.
enum ArrayReductions {
    /// The type sums and products of `type` have.
    static func accumulator(_ type: DType) -> DType { type.isFloatingPoint ? type : type.isUnsigned ? .uint64 : .int64 }

    static func sum(_ x: Tensor, _ axes: [Int], keepdims: Bool, type: DType? = nil) throws -> Tensor {
        let type = type ?? accumulator(x.dtype)
        if axes.isEmpty { return try x.to(type) }
        if type == .float64 || type == .float32, let total = try x.to(type).foldedInOrder(axes, keepdim: keepdims, isProduct: false) { return total }
        // Half floats add up in float32 and are rounded once.
        return try x.sum(dims: axes, keepdim: keepdims, dtype: type)
    }

    static func prod(_ x: Tensor, _ axes: [Int], keepdims: Bool, type: DType? = nil) throws -> Tensor {
        var result = try x.to(type ?? accumulator(x.dtype))
        if let product = try result.foldedInOrder(axes, keepdim: keepdims, isProduct: true) { return product }
        for axis in axes.sorted(by: >) { result = try result.prod(axis, keepdim: keepdims).to(result.dtype) }
        return result
    }

    /// Sums or products of the elements up to each one, every step rounded to the type, as numpy takes them.
    static func running(_ x: Tensor, _ dim: Int, isProduct: Bool) throws -> Tensor {
        guard x.dtype == .float32, x.count > 0 else { return try (isProduct ? x.cumprod(dim) : x.cumsum(dim)).to(x.dtype) }
        let moved = try x.movedim([dim], [x.rank - 1]).contiguous()
        let width = moved.shape[moved.rank - 1]
        var elements = try moved.elements(Float.self)
        for k in elements.indices where k % width != 0 {
            if isProduct { elements[k] *= elements[k - 1] } else { elements[k] += elements[k - 1] }
        }
        return try Tensor.from(elements, moved.shape).movedim([x.rank - 1], [dim])
    }

    static func extreme(_ x: Tensor, _ axes: [Int], keepdims: Bool, largest: Bool) throws -> Tensor {
        if axes.isEmpty { return x }
        if axes.contains(where: { x.shape[$0] == 0 }) {
            throw Raised.valueError("zero-size array to reduction operation \(largest ? "maximum" : "minimum") which has no identity")
        }
        return largest ? try x.amax(axes, keepdim: keepdims) : try x.amin(axes, keepdim: keepdims)
    }

    static func mean(_ x: Tensor, _ axes: [Int], keepdims: Bool, type: DType? = nil) throws -> Tensor {
        let floats = x.dtype.isFloatingPoint ? x : try x.to(.float64)
        if axes.isEmpty { return try floats.to(type ?? floats.dtype) }
        let result = type ?? floats.dtype
        if result == .float64 || result == .float32 {
            let count = axes.reduce(1) { $0 * x.shape[$1] }
            if count == 0 { try FloatingErrors.warnOfNothing("Mean of empty slice", of: [axes.count == x.rank ? "scalar divide" : "divide"]) }
            return try sum(floats, axes, keepdims: keepdims, type: result) / Tensor.full([], .float(Double(count)), result)
        }
        return try floats.mean(dims: axes, keepdim: keepdims, dtype: type ?? floats.dtype)
    }

    /// The mask of a reduction (`where=`) as bools of the sizes `shape`; nil where all elements count.
    static func truths(_ mask: Value, _ shape: Dims) throws -> Tensor? {
        if case .bool(true) = mask { return nil }
        return try ArrayObject.make(mask).tensor.to(.bool).expand(shape)
    }

    /// The elements, outside the mask replaced by a number that does not change the result.
    static func masked(_ x: Tensor, _ mask: Value, else neutral: Number) throws -> Tensor {
        guard let truths = try truths(mask, x.shape) else { return x }
        return try Op.where(.tensor(truths), .tensor(x), .tensor(Tensor.scalar(neutral, x.dtype)))
    }

    /// The mean of the elements where `truths` hold.
    static func maskedMean(_ x: Tensor, _ truths: Tensor, _ axes: [Int], keepdims: Bool) throws -> Tensor {
        let floats = x.dtype.isFloatingPoint ? x : try x.to(.float64)
        let kept = try Op.where(.tensor(truths), .tensor(floats), .tensor(Tensor.scalar(0, floats.dtype)))
        return try sum(kept, axes, keepdims: keepdims) / sum(truths.to(floats.dtype), axes, keepdims: keepdims)
    }

    /// Mean of the squared distances from the mean, divided by the number of elements less `ddof`.
    static func variance(
        _ x: Tensor, _ axes: [Int], keepdims: Bool, ddof: Double, where mask: Value = .bool(true), type: DType? = nil
    ) throws -> Tensor {
        let floats = x.dtype.isFloatingPoint && type == nil ? x : try x.to(type ?? .float64)
        if let truths = try truths(mask, x.shape) {
            let distance = try floats - maskedMean(floats, truths, axes, keepdims: true)
            let kept = try masked(distance * distance, mask, else: 0)
            return try sum(kept, axes, keepdims: keepdims) / (sum(truths.to(floats.dtype), axes, keepdims: keepdims) - ddof)
        }
        let size = axes.reduce(1) { $0 * x.shape[$1] }
        if size == 0 { try FloatingErrors.warnOfNothing("Degrees of freedom <= 0 for slice", of: ["divide", axes.count == x.rank ? "scalar divide" : "divide"]) }
        let center = size == 0 ? try Tensor.full([], .float(.nan), floats.dtype) : try mean(floats, axes, keepdims: true)
        let distance = try floats - center
        let count = axes.reduce(1.0) { $0 * Double(x.shape[$1]) }
        let total = try sum(distance * distance, axes, keepdims: keepdims)
        if count <= ddof, count > 0 { try FloatingErrors.warnOfNothing("Degrees of freedom <= 0 for slice", of: [axes.count == x.rank ? "scalar divide" : "divide"]) }
        return try total / max(count - ddof, 0)
    }

    /// Position of the largest or smallest element along one axis, or of the flattened array.
    static func position(_ x: Tensor, axis: Int?, keepdims: Bool, largest: Bool) throws -> Tensor {
        guard x.count > 0 else {
            throw Raised.valueError("attempt to get arg\(largest ? "max" : "min") of an empty sequence")
        }
        let plain = x.dtype == .bool ? try x.to(.uint8) : x
        guard let axis else {
            let flat = try plain.reshape([plain.count])
            let result = largest ? try flat.argmax(0) : try flat.argmin(0)
            return keepdims ? try result.reshape(Array(repeating: 1, count: x.rank)) : result
        }
        let dim = try ArrayShapes.wrap(axis, rank: x.rank)
        return largest ? try plain.argmax(dim, keepdim: keepdims) : try plain.argmin(dim, keepdim: keepdims)
    }

    static func all(_ x: Tensor, _ axes: [Int], keepdims: Bool) throws -> Tensor {
        try Op.logicalNot(any(Op.logicalNot(x.to(.bool)), axes, keepdims: keepdims))
    }

    static func any(_ x: Tensor, _ axes: [Int], keepdims: Bool) throws -> Tensor {
        if axes.isEmpty { return try x.to(.bool) }
        return try Op.gt(.tensor(x.to(.bool).sum(dims: axes, keepdim: keepdims)), 0)
    }
}
