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
                try x.diff(n, dim: dim, prepend: before, append: after)
            },
            def("trapezoid(y, x=None, *, dx=1, dim=-1)", "Area under the curve by the trapezoid rule.",
                example: "torch.trapezoid(torch.tensor([1., 2., 3.]))") { (y: Tensor, x: Tensor?, dx: Double, dim: Int) in
                try y.trapezoid(x: x, dx: dx, dim: dim)
            },
            def("cumulative_trapezoid(y, x=None, *, dx=1, dim=-1)", "Running area under the curve by the trapezoid rule.",
                example: "torch.cumulative_trapezoid(torch.tensor([1., 2., 3.]))") { (y: Tensor, x: Tensor?, dx: Double, dim: Int) in
                try y.cumulativeTrapezoid(x: x, dx: dx, dim: dim)
            },
        ]
    }
}
