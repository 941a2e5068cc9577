// Defines the rows of torch.linalg that give the factors of LU and Cholesky, and answers that come with an error code.
import Runtime
import Tensors

extension LinalgRows {
    /// LU and Cholesky, each with the form that returns an error code.
    static var factorisations: [Row] {
        [
            def("lu(A, *, pivot=True)", "Factors P, a permutation, L, lower triangular, and U, upper triangular.",
                example: "torch.linalg.lu(torch.tensor([[1., 2.], [3., 4.]]))") { (a: Tensor, pivot: Bool) in
                try requirePivots(pivot, "lu")
                let factors = try a.lu()
                return NamedTensors("linalg_lu", factors.p, factors.l, factors.u)
            },
            def("lu_factor(A, *, pivot=True)", "L and U in one matrix, and the exchanges of rows, counted from 1.",
                example: "torch.linalg.lu_factor(torch.tensor([[1., 2.], [3., 4.]]))") { (a: Tensor, pivot: Bool) in
                try requirePivots(pivot, "lu_factor")
                let factors = try a.luFactor()
                return NamedTensors("linalg_lu_factor", factors.lu, factors.pivots)
            },
            def("inv_ex(A, *, check_errors=False)", "The inverse matrix, and 0; a failure is raised.", example: "torch.linalg.inv_ex(2 * torch.eye(2))") {
                (a: Tensor, _: Bool) in
                try coded("linalg_inv_ex", a) { try a.inv() }
            },
            def("cholesky_ex(A, *, upper=False, check_errors=False)", "The factor of Cholesky, and 0; a failure is raised.",
                example: "torch.linalg.cholesky_ex(4 * torch.eye(2))") { (a: Tensor, upper: Bool, _: Bool) in
                try coded("linalg_cholesky_ex", a) { try a.cholesky(upper: upper) }
            },
            def("solve_ex(A, B, *, left=True, check_errors=False)", "The solution of A @ X = B, and 0; a failure is raised.",
                example: "torch.linalg.solve_ex(2 * torch.eye(2), torch.ones(2))") { (a: Tensor, b: Tensor, left: Bool, _: Bool) in
                try coded("linalg_solve_ex", a) { try a.solve(b, left: left) }
            },
        ]
    }

    private static func requirePivots(_ pivot: Bool, _ name: String) throws {
        if !pivot { throw TensorError.runtime("linalg.\(name): LU without pivoting is not implemented on the CPU") }
    }

    /// The answer with its error code for each matrix: 0, for nothing failed. Where something fails, its own error tells where.
    private static func coded(_ name: String, _ a: Tensor, _ answer: () throws -> Tensor) throws -> NamedTensors {
        NamedTensors(name, try answer(), try Tensor.zeros(Dims(Array(a.shape.dropLast(2))), .int32))
    }
}
