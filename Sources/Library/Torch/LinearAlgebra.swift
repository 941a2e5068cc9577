// Defines the rows of torch for matrices: diagonals, triangles, inverses.
import Runtime
import Tensors

extension TorchRows {
    static var triangles: [Row] {
        [
            def("tril(input, diagonal=0)", "The elements on and below the diagonal.", example: "torch.tril(torch.ones(2, 2))", also: [.method, .inPlace]) {
                (x: Tensor, diagonal: Int) in try x.tril(diagonal)
            },
            def("triu(input, diagonal=0)", "The elements on and above the diagonal.", example: "torch.triu(torch.ones(2, 2))", also: [.method, .inPlace]) {
                (x: Tensor, diagonal: Int) in try x.triu(diagonal)
            },
            def("tril_indices(row, col, offset=0, *, dtype=None, device=None, layout=None)", "The indices on and below the diagonal.",
                example: "torch.tril_indices(2, 2)") { (rows: Int, columns: Int, offset: Int, dtype: DType?, _: Device?, _: Value) in
                try Tensor.triangleIndices(rows, columns, offset, isLower: true, dtype ?? .int64)
            },
            def("triu_indices(row, col, offset=0, *, dtype=None, device=None, layout=None)", "The indices on and above the diagonal.",
                example: "torch.triu_indices(2, 2)") { (rows: Int, columns: Int, offset: Int, dtype: DType?, _: Device?, _: Value) in
                try Tensor.triangleIndices(rows, columns, offset, isLower: false, dtype ?? .int64)
            },
            def("diag(input, diagonal=0)", "The diagonal of a matrix, or the matrix with a diagonal.", example: "torch.diag(torch.tensor([1, 2]))",
                also: [.method]) { (x: Tensor, diagonal: Int) in try x.diag(diagonal) },
            def("diag_embed(input, offset=0, dim1=-2, dim2=-1)", "Matrices with the given diagonals.", example: "torch.diag_embed(torch.ones(2))",
                also: [.method]) { (x: Tensor, offset: Int, first: Int, second: Int) in try x.diagEmbed(offset, first, second) },
            def("diagflat(input, offset=0)", "The matrix with all elements on its diagonal.", example: "torch.diagflat(torch.tensor([1, 2]))",
                also: [.method]) { (x: Tensor, offset: Int) in try x.diagflat(offset) },
            def("trace(input)", "Sum of the diagonal.", example: "torch.trace(torch.eye(3))", also: [.method]) { (x: Tensor) in try x.trace() },
            def("vander(x, N=None, increasing=False)", "The matrix of powers of a vector.", example: "torch.vander(torch.tensor([1, 2, 3]))") {
                (x: Tensor, n: Int?, increasing: Bool) in try x.vander(n ?? x.count, increasing: increasing)
            },
        ]
    }

    static var matrices: [Row] {
        [
            def("inverse(input)", "The inverse matrix.", example: "torch.inverse(2 * torch.eye(2))", also: [.method]) { (x: Tensor) in try x.inv() },
            def("pinverse(input, rcond=1e-15)", "The pseudo-inverse matrix.", example: "torch.pinverse(torch.eye(2))", also: [.method]) {
                (x: Tensor, rcond: Double) in try x.pinv(rtol: rcond)
            },
            def("det(input)", "The determinant.", example: "torch.det(2 * torch.eye(2))", also: [.method]) { (x: Tensor) in try x.det() },
            def("logdet(input)", "Logarithm of the determinant.", example: "torch.logdet(2 * torch.eye(2))", also: [.method]) { (x: Tensor) in
                try x.logdet()
            },
            def("slogdet(input)", "Sign and logarithm of the absolute value of the determinant.", example: "torch.slogdet(torch.eye(2))", also: [.method]) {
                (x: Tensor) in
                let parts = try x.slogdet()
                return NamedTensors("slogdet", parts.sign, parts.logabsdet)
            },
            def("cholesky(input, upper=False)", "The triangular matrix L with L @ L.T equal to input.", example: "torch.cholesky(4 * torch.eye(2))",
                also: [.method]) { (x: Tensor, upper: Bool) in try x.cholesky(upper: upper) },
            def("cholesky_solve(input, L, upper=False)", "Solves (L @ L.T) @ X = input.", example: "torch.cholesky_solve(torch.ones(2, 1), 2 * torch.eye(2))",
                also: [.method]) { (b: Tensor, l: Tensor, upper: Bool) in try b.choleskySolve(l, upper: upper) },
            def("qr(input, some=True)", "Factors Q, orthogonal, and R, triangular.", example: "torch.qr(torch.eye(2))", also: [.method]) {
                (x: Tensor, some: Bool) in
                let parts = try x.qr(mode: some ? "reduced" : "complete")
                return NamedTensors("qr", parts.q, parts.r)
            },
            def("svd(input, some=True, compute_uv=True)", "Singular value decomposition with V (not transposed).", example: "torch.svd(torch.eye(2))",
                also: [.method]) { (x: Tensor, some: Bool, _: Bool) in
                let parts = try x.svd(fullMatrices: !some)
                return NamedTensors("svd", parts.u, parts.s, try parts.vh.transpose(-2, -1))
            },
            def("matrix_power(input, n)", "A matrix to a whole power.", example: "torch.matrix_power(2 * torch.eye(2), 3)", also: [.method]) {
                (x: Tensor, n: Int) in try x.matrixPower(n)
            },
            def("matrix_exp(input)", "The exponential of a matrix.", example: "torch.matrix_exp(torch.zeros(2, 2))", also: [.method]) {
                (x: Tensor) in try x.matrixExp()
            },
            def("renorm(input, p, dim, maxnorm)", "Slices scaled down to a norm of at most maxnorm.", example: "torch.renorm(torch.ones(2, 4), 2, 0, 1)",
                also: [.method, .inPlace]) { (x: Tensor, p: Double, dim: Int, limit: Double) in try x.renorm(p, dim, limit) },
            def("cov(input, *, correction=1, fweights=None, aweights=None)", "Covariances of the rows.", example: "torch.cov(torch.tensor([[1., 2.], [2., 1.]]))",
                also: [.method]) { (x: Tensor, correction: Double, _: Value, _: Value) in try x.cov(correction: correction) },
            def("corrcoef(input)", "Correlation coefficients of the rows.", example: "torch.corrcoef(torch.tensor([[1., 2.], [2., 1.]]))", also: [.method]) {
                (x: Tensor) in try x.corrcoef()
            },
        ]
    }
}
