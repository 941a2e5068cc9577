// Defines the rows that accumulate along a dimension.
import Runtime
import Tensors

extension TorchRows {
    static var cumulative: [Row] {
        [
            def("cumsum(input, dim, *, dtype=None)", "Running sum along a dimension.", example: "torch.cumsum(torch.tensor([1, 2, 3]), dim=0)",
                also: [.method, .inPlace]) { (x: Tensor, dim: Int, dtype: DType?) in try x.cumsum(dim, dtype: dtype) },
            def("cumprod(input, dim, *, dtype=None)", "Running product along a dimension.", example: "torch.cumprod(torch.tensor([1, 2, 3]), dim=0)",
                also: [.method, .inPlace]) { (x: Tensor, dim: Int, dtype: DType?) in try x.cumprod(dim, dtype: dtype) },
            def("cummax(input, dim)", "Running maximum along a dimension, and where it is.", example: "torch.cummax(torch.tensor([1, 3, 2]), dim=0)",
                also: [.method]) { (x: Tensor, dim: Int) in NamedTensors("cummax", try x.cummax(dim)) },
            def("cummin(input, dim)", "Running minimum along a dimension, and where it is.", example: "torch.cummin(torch.tensor([3, 1, 2]), dim=0)",
                also: [.method]) { (x: Tensor, dim: Int) in NamedTensors("cummin", try x.cummin(dim)) },
            def("logcumsumexp(input, dim)", "Logarithm of the running sum of exponentials.",
                example: "torch.logcumsumexp(torch.tensor([0., 0.]), dim=0)", also: [.method]) { (x: Tensor, dim: Int) in try x.logcumsumexp(dim) },
            def("diff(input, n=1, dim=-1, prepend=None, append=None)", "Differences of neighbours, n times.",
                example: "torch.diff(torch.tensor([1, 4, 9]))", also: [.method]) {
                (x: Tensor, n: Int, dim: Int, before: Tensor?, after: Tensor?) in
                var x = x
                if before != nil || after != nil { x = try Tensor.cat([before, x, after].compactMap { $0 }, dim: dim) }
                for _ in 0..<Swift.max(0, n) {
                    let size = try x.size(dim)
                    if size == 0 { break }
                    let (later, earlier) = (try x.narrow(dim, 1, size - 1), try x.narrow(dim, 0, size - 1))
                    x = try x.dtype == .bool ? Op.logicalXor(later, earlier) : later - earlier
                }
                return x
            },
            def("trapezoid(y, x=None, *, dx=1, dim=-1)", "Area under the curve by the trapezoid rule.",
                example: "torch.trapezoid(torch.tensor([1., 2., 3.]))") { (y: Tensor, x: Tensor?, dx: Double, dim: Int) in
                try strips(y, x, dx, dim).sum(dims: [dim])
            },
            def("cumulative_trapezoid(y, x=None, *, dx=1, dim=-1)", "Running area under the curve by the trapezoid rule.",
                example: "torch.cumulative_trapezoid(torch.tensor([1., 2., 3.]))") { (y: Tensor, x: Tensor?, dx: Double, dim: Int) in
                try strips(y, x, dx, dim).cumsum(dim, dtype: nil)
            },
        ]
    }

    /// The areas of the strips under a curve between neighbouring points.
    private static func strips(_ y: Tensor, _ x: Tensor?, _ dx: Double, _ dim: Int) throws -> Tensor {
        let size = try y.size(dim)
        let halves = try (y.narrow(dim, 1, Swift.max(0, size - 1)) + y.narrow(dim, 0, Swift.max(0, size - 1))) / 2.0
        guard let x else { return try halves * dx }
        let axis = x.rank == 1 ? 0 : dim
        let count = try x.size(axis)
        var widths = try x.narrow(axis, 1, Swift.max(0, count - 1)) - x.narrow(axis, 0, Swift.max(0, count - 1))
        if x.rank == 1 && y.rank > 1 {
            var shape = [Int](repeating: 1, count: y.rank)
            shape[dim < 0 ? dim + y.rank : dim] = count - 1
            widths = try widths.reshape(shape)
        }
        return try halves * widths
    }
}
