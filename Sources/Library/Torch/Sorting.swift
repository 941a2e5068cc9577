// Defines the rows that order elements and search among them.
import Runtime
import Tensors

extension TorchRows {
    static var sorting: [Row] {
        [
            def("sort(input, dim=-1, descending=False, stable=False)", "The elements in order along a dimension, and where they were.",
                example: "torch.sort(torch.tensor([3, 1, 2]))", also: [.method]) {
                (x: Tensor, dim: Int, descending: Bool, stable: Bool) in NamedTensors("sort", try x.sort(dim, descending: descending, stable: stable))
            },
            def("argsort(input, dim=-1, descending=False, stable=False)", "Where the elements in order are.",
                example: "torch.argsort(torch.tensor([3, 1, 2]))", also: [.method]) {
                (x: Tensor, dim: Int, descending: Bool, stable: Bool) in try x.sort(dim, descending: descending, stable: stable).indices
            },
            def("msort(input)", "The elements in order along the first dimension.", example: "torch.msort(torch.tensor([3, 1, 2]))", also: [.method]) {
                (x: Tensor) in try x.sort(0, stable: false).values
            },
            def("topk(input, k, dim=-1, largest=True, sorted=True)", "The k largest elements along a dimension, and where they are.",
                example: "torch.topk(torch.tensor([3, 1, 2]), 2)", also: [.method]) {
                (x: Tensor, k: Int, dim: Int, largest: Bool, sorted: Bool) in NamedTensors("topk", try x.topk(k, dim, largest: largest, sorted: sorted))
            },
            def("kthvalue(input, k, dim=-1, keepdim=False)", "The k-th smallest element along a dimension, and where it is.",
                example: "torch.kthvalue(torch.tensor([3, 1, 2]), 2)", also: [.method]) { (x: Tensor, k: Int, dim: Int, keepdim: Bool) in
                NamedTensors("kthvalue", try x.kthvalue(k, dim, keepdim: keepdim))
            },
            def("unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None)", "The different elements; their places and counts on request.",
                example: "torch.unique(torch.tensor([2, 1, 2]), return_counts=True)", also: [.method]) {
                (x: Tensor, _: Bool, inverse: Bool, counts: Bool, dim: Int?) in
                chosen(try x.unique(dim: dim), inverse: inverse, counts: counts)
            },
            def("unique_consecutive(input, return_inverse=False, return_counts=False, dim=None)", "The elements without repetitions of the one before.",
                example: "torch.unique_consecutive(torch.tensor([1, 1, 2, 1]))", also: [.method]) {
                (x: Tensor, inverse: Bool, counts: Bool, dim: Int?) in
                chosen(try x.uniqueConsecutive(dim: dim), inverse: inverse, counts: counts)
            },
        ]
    }

    /// One tensor, or a tuple with the parts asked for.
    @Sendable private static func chosen(_ parts: (values: Tensor, inverse: Tensor, counts: Tensor), inverse: Bool, counts: Bool) -> Value {
        guard inverse || counts else { return parts.values.intoValue() }
        return TensorTuple([parts.values] + (inverse ? [parts.inverse] : []) + (counts ? [parts.counts] : [])).intoValue()
    }

    static var searching: [Row] {
        [
            def("searchsorted(sorted_sequence, values, *, right=False, side=None)", "Where values would be inserted to keep the order.",
                example: "torch.searchsorted(torch.tensor([1, 3, 5]), torch.tensor([2, 5]))") {
                (sequence: Tensor, values: Operand, right: Bool, side: String?) in
                try sequence.searchsorted(values, right: right || side == "right")
            },
            def("bucketize(input, boundaries, *, right=False)", "The number of the interval each element falls into.",
                example: "torch.bucketize(torch.tensor([2, 5]), torch.tensor([1, 3, 5]))", also: [.method]) {
                (x: Operand, boundaries: Tensor, right: Bool) in try boundaries.searchsorted(x, right: right)
            },
            def("bincount(input, weights=None, minlength=0)", "How often each small whole number occurs.",
                example: "torch.bincount(torch.tensor([0, 1, 1, 3]))", also: [.method]) { (x: Tensor, weights: Tensor?, minimum: Int) in
                try x.bincount(weights, minimum)
            },
            def("histc(input, bins=100, min=0, max=0)", "How many elements fall into each of equal intervals.",
                example: "torch.histc(torch.tensor([1., 2., 1.]), bins=4, min=0, max=3)", also: [.method]) {
                (x: Tensor, bins: Int, low: Double, high: Double) in try x.histc(bins, low, high)
            },
            def("histogram(input, bins, *, range=None, weight=None, density=False)", "How many elements fall into each interval, and the edges.",
                example: "torch.histogram(torch.tensor([1., 2., 1.]), bins=4, range=(0., 3.))", also: [.method]) {
                (x: Tensor, bins: Value, range: [Double]?, weight: Tensor?, density: Bool) in
                let result: (hist: Tensor, edges: Tensor)
                if let edges = Tensor.from(bins) {
                    result = try x.histogram(edges: edges, weight: weight, density: density)
                } else {
                    result = try x.histogram(bins: Int.from(bins) ?? 100, range: range.map { ($0[0], $0[1]) }, weight: weight, density: density)
                }
                return NamedTensors("histogram", result.hist, result.edges)
            },
        ]
    }
}
