// Defines the rows of torch.linalg.
import Runtime
import Tensors

/// The rows of `torch.linalg`.
enum LinalgRows {
    static var all: [Row] { decompositions + factorisations + solutions + norms + products }

    private static var decompositions: [Row] {
        [
            def("cholesky(A, *, upper=False)", "The triangular matrix L with L @ L.T equal to A.", example: "torch.linalg.cholesky(4 * torch.eye(2))") {
                (a: Tensor, upper: Bool) in try a.cholesky(upper: upper)
            },
            def("qr(A, mode='reduced')", "Factors Q, orthogonal, and R, triangular.", example: "torch.linalg.qr(torch.eye(2))") {
                (a: Tensor, mode: String) in
                let parts = try a.qr(mode: mode)
                return NamedTensors("linalg_qr", parts.q, parts.r)
            },
            def("svd(A, full_matrices=True, *, driver=None)", "Singular value decomposition.", example: "torch.linalg.svd(torch.eye(2))") {
                (a: Tensor, full: Bool, _: Value) in
                let parts = try a.svd(fullMatrices: full)
                return NamedTensors("linalg_svd", parts.u, parts.s, parts.vh)
            },
            def("svdvals(A, *, driver=None)", "The singular values.", example: "torch.linalg.svdvals(torch.eye(2))") { (a: Tensor, _: Value) in
                try a.svdvals()
            },
            def("eigh(A, UPLO='L')", "Eigenvalues and eigenvectors of a symmetric matrix.", example: "torch.linalg.eigh(torch.eye(2))") {
                (a: Tensor, triangle: String) in
                let parts = try a.eigh(upper: triangle == "U")
                return NamedTensors("linalg_eigh", parts.values, parts.vectors)
            },
            def("eigvalsh(A, UPLO='L')", "Eigenvalues of a symmetric matrix.", example: "torch.linalg.eigvalsh(torch.eye(2))") {
                (a: Tensor, triangle: String) in try a.eigh(upper: triangle == "U").values
            },
        ]
    }

    private static var solutions: [Row] {
        [
            def("inv(A)", "The inverse matrix.", example: "torch.linalg.inv(2 * torch.eye(2))") { (a: Tensor) in try a.inv() },
            def("pinv(A, rtol=None, *, atol=None, hermitian=False)", "The pseudo-inverse matrix.", example: "torch.linalg.pinv(torch.eye(2))") {
                (a: Tensor, rtol: Double?, _: Double?, _: Bool) in try a.pinv(rtol: rtol)
            },
            def("det(A)", "The determinant.", example: "torch.linalg.det(2 * torch.eye(2))") { (a: Tensor) in try a.det() },
            def("slogdet(A)", "Sign and logarithm of the absolute value of the determinant.", example: "torch.linalg.slogdet(torch.eye(2))") {
                (a: Tensor) in
                let parts = try a.slogdet()
                return NamedTensors("linalg_slogdet", parts.sign, parts.logabsdet)
            },
            def("solve(A, B, *, left=True)", "Solves A @ X = B.", example: "torch.linalg.solve(2 * torch.eye(2), torch.ones(2))") {
                (a: Tensor, b: Tensor, left: Bool) in
                left ? try a.solve(b) : try a.transpose(-2, -1).solve(b.transpose(-2, -1)).transpose(-2, -1)
            },
            def("solve_triangular(A, B, *, upper, left=True, unitriangular=False)", "Solves A @ X = B for a triangular A.",
                example: "torch.linalg.solve_triangular(2 * torch.eye(2), torch.ones(2, 1), upper=True)") {
                (a: Tensor, b: Tensor, upper: Bool, left: Bool, unit: Bool) in
                try a.solveTriangular(b, upper: upper, left: left, unitriangular: unit)
            },
            def("lstsq(A, B, rcond=None, *, driver=None)", "The X for which A @ X is nearest to B.", example: "torch.linalg.lstsq(torch.eye(2), torch.ones(2, 1))") {
                (a: Tensor, b: Tensor, _: Value, _: Value) in
                let parts = try a.lstsq(b)
                return NamedTensors("linalg_lstsq", parts.solution, parts.residuals, parts.rank, parts.singularValues)
            },
            def("matrix_rank(A, *, atol=None, rtol=None, hermitian=False)", "The rank of a matrix.", example: "torch.linalg.matrix_rank(torch.eye(2))") {
                (a: Tensor, _: Double?, rtol: Double?, _: Bool) in try a.matrixRank(rtol: rtol)
            },
            def("cond(A, p=None)", "The condition number of a matrix.", example: "torch.linalg.cond(torch.eye(2))") { (a: Tensor, p: Value) in
                try cond(a, p)
            },
        ]
    }

    private static var norms: [Row] {
        [
            def("norm(A, ord=None, dim=None, keepdim=False, *, dtype=None)", "The norm of a vector or of matrices.", example: "torch.linalg.norm(torch.tensor([3., 4.]))") {
                (a: Tensor, order: Value, axes: Axes, keepdim: Bool, dtype: DType?) in
                let a = try dtype.map { try a.to($0) } ?? a
                let isMatrix = !order.isNone && (axes.list?.count == 2 || axes.list == nil && a.rank == 2)
                return isMatrix ? try matrixNorm(a, order, axes.list ?? [-2, -1], keepdim)
                    : try a.vectorNorm(Double.from(order) ?? 2, dims: axes.dims, keepdim: keepdim)
            },
            def("vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None)", "The norm of vectors.", example: "torch.linalg.vector_norm(torch.tensor([3., 4.]))") {
                (x: Tensor, order: Double, axes: Axes, keepdim: Bool, dtype: DType?) in
                try (dtype.map { try x.to($0) } ?? x).vectorNorm(order, dims: axes.dims, keepdim: keepdim)
            },
            def("matrix_norm(A, ord='fro', dim=(-2, -1), keepdim=False, *, dtype=None)", "The norm of matrices.", example: "torch.linalg.matrix_norm(torch.eye(2))") {
                (a: Tensor, order: Value, dims: [Int], keepdim: Bool, dtype: DType?) in
                try matrixNorm(dtype.map { try a.to($0) } ?? a, order, dims, keepdim)
            },
        ]
    }

    private static var products: [Row] {
        [
            def("multi_dot(tensors)", "Product of several matrices.", example: "torch.linalg.multi_dot([torch.eye(2), torch.eye(2)])") {
                (tensors: TensorList) in try Tensor.multiDot(tensors.list)
            },
            def("matrix_power(A, n)", "A matrix to a whole power.", example: "torch.linalg.matrix_power(2 * torch.eye(2), 3)") {
                (a: Tensor, n: Int) in try a.matrixPower(n)
            },
            def("matrix_exp(A)", "The exponential of a matrix.", example: "torch.linalg.matrix_exp(torch.zeros(2, 2))") { (a: Tensor) in try a.matrixExp() },
            def("matmul(input, other)", "Product of matrices.", example: "torch.linalg.matmul(torch.eye(2), torch.ones(2))") {
                (x: Tensor, y: Tensor) in try x.matmul(y)
            },
            def("cross(input, other, *, dim=-1)", "Cross product of vectors of three elements.",
                example: "torch.linalg.cross(torch.tensor([1., 0., 0.]), torch.tensor([0., 1., 0.]))") { (x: Tensor, y: Tensor, dim: Int) in
                try x.cross(y, dim)
            },
            def("vecdot(x, y, *, dim=-1)", "Sums of products along a dimension.", example: "torch.linalg.vecdot(torch.ones(2), torch.ones(2))") {
                (x: Tensor, y: Tensor, dim: Int) in try Op.mul(x, y).sum(dims: [dim])
            },
            def("diagonal(A, *, offset=0, dim1=-2, dim2=-1)", "The diagonals as a view.", example: "torch.linalg.diagonal(torch.eye(2))") {
                (a: Tensor, offset: Int, first: Int, second: Int) in try a.diagonal(offset, first, second)
            },
            def("vander(x, *, N=None)", "The matrix of rising powers of a vector.", example: "torch.linalg.vander(torch.tensor([1, 2]))") {
                (x: Tensor, n: Int?) in try x.vander(n ?? x.shape.last ?? 0, increasing: true)
            },
        ]
    }

    /// The norm of matrices: 'fro', 'nuc', 1, -1, 2, -2, inf, -inf.
    private static func matrixNorm(_ a: Tensor, _ order: Value, _ dims: [Int], _ keepdim: Bool) throws -> Tensor {
        guard dims.count == 2 else { throw TensorError.runtime("linalg.matrix_norm: dim must be a 2-tuple. Got \(dims)") }
        if order.text == "fro" { return try a.vectorNorm(2, dims: dims, keepdim: keepdim) }
        if order.text == "nuc" { return try a.nuclearNorm(dims: dims, keepdim: keepdim) }
        let p = try Double.from(order) ?? 2
        let rows = dims[0] < 0 ? dims[0] + a.rank : dims[0]
        let columns = dims[1] < 0 ? dims[1] + a.rank : dims[1]
        if Swift.abs(p) == 2 {
            let values = try a.movedim([rows, columns], [-2, -1]).svdvals()
            let norm = try p > 0 ? values.amax([-1], keepdim: false) : values.amin([-1], keepdim: false)
            return keepdim ? try norm.unsqueeze(Swift.min(rows, columns)).unsqueeze(Swift.max(rows, columns)) : norm
        }
        guard Swift.abs(p) == 1 || p.isInfinite else { throw TensorError.runtime("linalg.matrix_norm: Order \(p) not supported.") }
        let summed = Swift.abs(p) == 1 ? rows : columns
        let other = Swift.abs(p) == 1 ? columns : rows
        let sums = try Op.abs(a).sum(dims: [summed], keepdim: true)
        let norm = try p > 0 ? sums.amax([other], keepdim: true) : sums.amin([other], keepdim: true)
        return keepdim ? norm : try norm.squeeze([rows, columns])
    }

    private static func cond(_ a: Tensor, _ order: Value) throws -> Tensor {
        let p = try order.isNone ? 2 : Double.from(order) ?? 0
        if Swift.abs(p) == 2 {
            let values = try a.svdvals()
            let (large, small) = (try values.amax([-1], keepdim: false), try values.amin([-1], keepdim: false))
            return p > 0 ? try large / small : try small / large
        }
        return try matrixNorm(a, order, [-2, -1], false) * matrixNorm(a.inv(), order, [-2, -1], false)
    }
}
