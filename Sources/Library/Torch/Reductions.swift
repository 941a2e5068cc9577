// Defines the rows that reduce dimensions: sums, extremes, statistics.
import Runtime
import Tensors

extension TorchRows {
    static var sums: [Row] {
        [
            def("sum(input, dim=None, keepdim=False, *, dtype=None)", "Sum of the elements, of all or along dimensions.",
                example: "torch.tensor([[1., 2.], [3., 4.]]).sum(dim=0)", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool, dtype: DType?) in try x.sum(dims: axes.dims, keepdim: keepdim, dtype: dtype)
            },
            def("mean(input, dim=None, keepdim=False, *, dtype=None)", "Mean of the elements, of all or along dimensions.",
                example: "torch.tensor([[1., 2.], [3., 4.]]).mean(dim=1)", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool, dtype: DType?) in try x.mean(dims: axes.dims, keepdim: keepdim, dtype: dtype)
            },
            def("nansum(input, dim=None, keepdim=False, *, dtype=None)", "Sum that takes nan as 0.",
                example: "torch.nansum(torch.tensor([1., float('nan')]))", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool, dtype: DType?) in try x.nansum(dims: axes.dims, keepdim: keepdim, dtype: dtype)
            },
            def("nanmean(input, dim=None, keepdim=False, *, dtype=None)", "Mean of the elements that are not nan.",
                example: "torch.nanmean(torch.tensor([1., float('nan')]))", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool, dtype: DType?) in try x.nanmean(dims: axes.dims, keepdim: keepdim, dtype: dtype)
            },
            def("prod(input, *, dtype=None)", "Product of all elements.", example: "torch.tensor([2., 3.]).prod()", also: [.method]) {
                (x: Tensor, dtype: DType?) in try x.prod(dtype: dtype)
            },
            def("prod(input, dim, keepdim=False, *, dtype=None)", "Product of the elements along a dimension.",
                example: "torch.tensor([[1., 2.], [3., 4.]]).prod(dim=0)", also: [.method]) {
                (x: Tensor, dim: Int, keepdim: Bool, dtype: DType?) in try x.prod(dim, keepdim: keepdim, dtype: dtype)
            },
            def("all(input, dim=None, keepdim=False)", "Whether all elements are true (not zero).",
                example: "torch.tensor([True, False]).all()", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool) in try x.all(dims: axes.dims, keepdim: keepdim)
            },
            def("any(input, dim=None, keepdim=False)", "Whether any element is true (not zero).",
                example: "torch.tensor([True, False]).any()", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool) in try x.any(dims: axes.dims, keepdim: keepdim)
            },
            def("count_nonzero(input, dim=None)", "Number of elements that are not zero.", example: "torch.count_nonzero(torch.tensor([0, 3, 5]))",
                also: [.method]) { (x: Tensor, axes: Axes) in try Op.ne(.tensor(x), 0).sum(dims: axes.dims) },
            def("logsumexp(input, dim, keepdim=False)", "Logarithm of the sum of exponentials, without overflow.",
                example: "torch.logsumexp(torch.tensor([1., 2.]), dim=0)", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool) in try x.logsumexp(dims: axes.dims, keepdim: keepdim)
            },
            def("norm(input, p='fro', dim=None, keepdim=False, dtype=None)", "Norm of the elements, of all or along dimensions.",
                example: "torch.norm(torch.tensor([3., 4.]))", also: [.method]) {
                (x: Tensor, p: NormOrder, axes: Axes, keepdim: Bool, dtype: DType?) in
                try p.norm(dtype.map { try x.to($0) } ?? x, dims: axes.dims, keepdim: keepdim)
            },
            def("dist(input, other, p=2)", "Norm of the difference.", example: "torch.dist(torch.zeros(2), torch.tensor([3., 4.]))", also: [.method]) {
                (x: Tensor, y: Tensor, p: Double) in try Op.sub(x, y).vectorNorm(p, dims: nil, keepdim: false)
            },
        ]
    }

    static var extremes: [Row] {
        [
            def("max(input)", "The largest element.", example: "torch.tensor([1., 5., 2.]).max()", also: [.method]) { (x: Tensor) in try x.max() },
            def("max(input, other)", "The larger of two elements.", example: "torch.max(torch.tensor([1., 5.]), torch.tensor([3., 2.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try Op.maximum(x, y) },
            def("max(input, dim, keepdim=False)", "The largest elements along a dimension, and where they are.",
                example: "torch.tensor([[1, 5], [7, 2]]).max(dim=1)", also: [.method]) { (x: Tensor, dim: Int, keepdim: Bool) in
                NamedTensors("max", try x.max(dim, keepdim: keepdim))
            },
            def("min(input)", "The smallest element.", example: "torch.tensor([1., 5., 2.]).min()", also: [.method]) { (x: Tensor) in try x.min() },
            def("min(input, other)", "The smaller of two elements.", example: "torch.min(torch.tensor([1., 5.]), torch.tensor([3., 2.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try Op.minimum(x, y) },
            def("min(input, dim, keepdim=False)", "The smallest elements along a dimension, and where they are.",
                example: "torch.tensor([[1, 5], [7, 2]]).min(dim=1)", also: [.method]) { (x: Tensor, dim: Int, keepdim: Bool) in
                NamedTensors("min", try x.min(dim, keepdim: keepdim))
            },
            def("amax(input, dim=(), keepdim=False)", "The largest element along dimensions; ties share the gradient.",
                example: "torch.tensor([[1., 5.], [7., 2.]]).amax(dim=1)", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool) in try x.amax(axes.dims, keepdim: keepdim)
            },
            def("amin(input, dim=(), keepdim=False)", "The smallest element along dimensions; ties share the gradient.",
                example: "torch.tensor([[1., 5.], [7., 2.]]).amin(dim=1)", also: [.method]) {
                (x: Tensor, axes: Axes, keepdim: Bool) in try x.amin(axes.dims, keepdim: keepdim)
            },
            def("aminmax(input, *, dim=None, keepdim=False)", "The smallest and the largest element.",
                example: "torch.aminmax(torch.tensor([3., 1., 2.]))", also: [.method]) { (x: Tensor, dim: Int?, keepdim: Bool) in
                let dims = dim.map { [$0] }
                return NamedTensors("aminmax", try x.amin(dims, keepdim: keepdim), try x.amax(dims, keepdim: keepdim))
            },
            def("argmax(input, dim=None, keepdim=False)", "Where the largest element is.", example: "torch.tensor([1., 5., 2.]).argmax()",
                also: [.method]) { (x: Tensor, dim: Int?, keepdim: Bool) in try x.argmax(dim, keepdim: keepdim) },
            def("argmin(input, dim=None, keepdim=False)", "Where the smallest element is.", example: "torch.tensor([1., 5., 2.]).argmin()",
                also: [.method]) { (x: Tensor, dim: Int?, keepdim: Bool) in try x.argmin(dim, keepdim: keepdim) },
        ]
    }

    static var statistics: [Row] {
        let spreads = ["var", "std"].flatMap { name in spread(name) + spreadAndMean(name) }
        return spreads + quantiles
    }

    /// The divisor's correction: `correction` wins over `unbiased`.
    @Sendable private static func correction(_ correction: Double?, _ unbiased: Bool) -> Double { correction ?? (unbiased ? 1 : 0) }

    /// `var` or `std`, with `unbiased` in the place PyTorch has it.
    private static func spread(_ name: String) -> [Row] {
        let isDeviation = name == "std"
        let word = isDeviation ? "Standard deviation" : "Variance"
        @Sendable func compute(_ x: Tensor, _ dims: [Int]?, _ correction: Double, _ keepdim: Bool) throws -> Tensor {
            try isDeviation ? x.std(dims, correction: correction, keepdim: keepdim) : x.variance(dims, correction: correction, keepdim: keepdim)
        }
        return [
            def("\(name)(input, dim=None, unbiased=True, keepdim=False, *, correction=None)", "\(word) of the elements, of all or along dimensions.",
                example: "torch.tensor([1., 2., 4.]).\(name)()", also: [.method]) {
                (x: Tensor, axes: AxesOrFlag, unbiased: Bool, keepdim: Bool, correction: Double?) in
                try compute(x, axes.dims, Self.correction(correction, axes.flag ?? unbiased), keepdim)
            },
        ]
    }

    private static func spreadAndMean(_ name: String) -> [Row] {
        let isDeviation = name == "std"
        return [
            def("\(name)_mean(input, dim=None, unbiased=True, keepdim=False, *, correction=None)", "\(isDeviation ? "Standard deviation" : "Variance") and mean.",
                example: "torch.\(name)_mean(torch.tensor([1., 2., 4.]))") {
                (x: Tensor, axes: AxesOrFlag, unbiased: Bool, keepdim: Bool, correction: Double?) in
                let freedom = Self.correction(correction, axes.flag ?? unbiased)
                let spread = try isDeviation ? x.std(axes.dims, correction: freedom, keepdim: keepdim)
                    : x.variance(axes.dims, correction: freedom, keepdim: keepdim)
                return TensorTuple([spread, try x.mean(dims: axes.dims, keepdim: keepdim, dtype: nil)])
            },
        ]
    }

    private static var quantiles: [Row] {
        [
            def("median(input)", "The middle element, the lower of two.", example: "torch.tensor([5., 1., 4., 2.]).median()", also: [.method]) {
                (x: Tensor) in try x.median()
            },
            def("median(input, dim, keepdim=False)", "The middle elements along a dimension, and where they are.",
                example: "torch.tensor([[7, 2, 9], [1, 8, 3]]).median(dim=1)", also: [.method]) { (x: Tensor, dim: Int, keepdim: Bool) in
                NamedTensors("median", try x.median(dim: dim, keepdim: keepdim))
            },
            def("nanmedian(input)", "The middle of the elements that are not nan.", example: "torch.nanmedian(torch.tensor([1., float('nan')]))",
                also: [.method]) { (x: Tensor) in try x.nanmedian() },
            def("nanmedian(input, dim, keepdim=False)", "The middle of the elements that are not nan along a dimension.",
                example: "torch.nanmedian(torch.tensor([[1., float('nan')]]), dim=1)", also: [.method]) { (x: Tensor, dim: Int, keepdim: Bool) in
                NamedTensors("nanmedian", try x.nanmedian(dim: dim, keepdim: keepdim))
            },
            def("mode(input, dim=-1, keepdim=False)", "The most frequent elements along a dimension, and where they are.",
                example: "torch.tensor([2, 3, 3]).mode()", also: [.method]) { (x: Tensor, dim: Int, keepdim: Bool) in
                NamedTensors("mode", try x.mode(dim: dim, keepdim: keepdim))
            },
            def("quantile(input, q, dim=None, keepdim=False, *, interpolation='linear')", "The values below which the shares q of the elements lie.",
                example: "torch.quantile(torch.tensor([1., 2., 3., 4.]), 0.25)", also: [.method]) {
                (x: Tensor, q: Operand, dim: Int?, keepdim: Bool, interpolation: String) in
                try x.quantile(q, dim: dim, keepdim: keepdim, interpolation: interpolation)
            },
            def("nanquantile(input, q, dim=None, keepdim=False, *, interpolation='linear')", "The quantile of the elements that are not nan.",
                example: "torch.nanquantile(torch.tensor([1., 3., float('nan')]), 0.5)", also: [.method]) {
                (x: Tensor, q: Operand, dim: Int?, keepdim: Bool, interpolation: String) in
                try x.nanquantile(q, dim: dim, keepdim: keepdim, interpolation: interpolation)
            },
        ]
    }
}

/// The second parameter of `std` and `var`: dimensions, or the flag `unbiased`.
struct AxesOrFlag: FromValue {
    let dims: [Int]?
    let flag: Bool?

    static func from(_ value: Value) throws -> AxesOrFlag? {
        if case .bool(let flag) = value { return AxesOrFlag(dims: nil, flag: flag) }
        return try Axes.from(value).map { AxesOrFlag(dims: $0.dims, flag: nil) }
    }

    static var expectedType: String { Axes.expectedType }
}

/// The order of a norm: a number, 'fro' or 'nuc'.
struct NormOrder: FromValue {
    /// The order; 2 for 'fro'.
    let p: Double
    let isNuclear: Bool
    /// Whether it was given as 'fro' (or not at all).
    let isFrobenius: Bool

    static func from(_ value: Value) throws -> NormOrder? {
        if value.isNone || value.text == "fro" { return NormOrder(p: 2, isNuclear: false, isFrobenius: true) }
        if value.text == "nuc" { return NormOrder(p: 1, isNuclear: true, isFrobenius: false) }
        return try Double.from(value).map { NormOrder(p: $0, isNuclear: false, isFrobenius: false) }
    }

    static var expectedType: String { "Number" }

    /// The vector norm of this order over all elements or along dimensions; the nuclear norm over the last two.
    func norm(_ x: Tensor, dims: [Int]?, keepdim: Bool) throws -> Tensor {
        isNuclear ? try x.nuclearNorm(dims: dims ?? [-2, -1], keepdim: keepdim) : try x.vectorNorm(p, dims: dims, keepdim: keepdim)
    }
}
