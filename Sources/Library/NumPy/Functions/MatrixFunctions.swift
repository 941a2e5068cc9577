// Defines the rows of numpy.linalg.
import Runtime
import Tensors

/// `numpy.linalg`
enum LinearAlgebraRows {
    /// `numpy.linalg.LinAlgError`
    static let error = Class(native: "LinAlgError", base: .exception("ValueError"), module: "numpy.linalg")

    /// Runs `body` on a matrix in float64, in which numpy computes all of this, and with the type its results are to have; numerical
    /// failures become LinAlgError.
    private static func matrix<R>(_ a: ArrayArgument, square: Bool = false, _ name: String, _ body: (Tensor, DType) throws -> R) throws -> R {
        let x = try a.floats(for: name)
        guard x.rank >= 2 else {
            throw Raised(error, "\(x.rank)-dimensional array given. Array must be at least two-dimensional")
        }
        if square, x.shape[x.rank - 1] != x.shape[x.rank - 2] { throw Raised(error, "Last 2 dimensions of the array must be square") }
        // numpy hands LAPACK the columns of the matrix itself; in this order the engine factors it so, and rounds the same.
        let columns = try x.to(.float64).transpose(-1, -2).contiguous().transpose(-1, -2)
        return try translated { try body(columns, x.dtype) }
    }

    private static func translated<R>(_ body: () throws -> R) throws -> R {
        do { return try body() } catch let failure as TensorError where failure.kind == .linalg {
            let text = failure.message
            if text.contains("positive-definite") { throw Raised(error, "Matrix is not positive definite") }
            throw Raised(error, text.contains("converge") ? "SVD did not converge" : "Singular matrix")
        }
    }

    static var rows: [Row] {
        [
            def("inv(a)", "The inverse matrix.", example: "np.linalg.inv(np.eye(2) * 2)") { (a: ArrayArgument) in
                try matrix(a, square: true, "inv") { try $0.inv().to($1).intoArray() }
            },
            def("det(a)", "The determinant.", example: "np.linalg.det([[1, 2], [3, 4]])") { (a: ArrayArgument) in
                // numpy takes it from the logarithm of the pivots: [[1, 2], [3, 4]] has -2.0000000000000004.
                try matrix(a, square: true, "det") { x, type in
                    let parts = try x.slogdet()
                    return try (parts.sign * Op.exp(parts.logabsdet)).to(type).scalarOrArray()
                }
            },
            def("slogdet(a)", "Sign and logarithm of the determinant.", example: "np.linalg.slogdet(np.eye(2))[1]") { (a: ArrayArgument) in
                try matrix(a, square: true, "slogdet") { x, type in
                    let parts = try x.slogdet()
                    return try named("SlogdetResult", [parts.sign.to(type).scalarOrArray(), parts.logabsdet.to(type).scalarOrArray()])
                }
            },
            def("solve(a, b)", "The x with a @ x == b.", example: "np.linalg.solve([[2, 0], [0, 4]], [1, 2])") { (a: ArrayArgument, b: ArrayArgument) in
                try matrix(a, square: true, "solve") { x, type in
                    let right = try b.floats(for: "solve")
                    let (y, common) = (try right.to(.float64), ArrayPromotion.common(type, right.dtype))
                    let isVector = y.rank == 1
                    let (size, rows) = (x.shape[x.rank - 1], isVector ? y.shape[0] : y.shape[max(y.rank - 2, 0)])
                    guard rows == size else {
                        let signature = isVector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)"
                        throw Raised.valueError(
                            "solve\(isVector ? "1" : ""): Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \(signature) "
                            + "(size \(rows) is different from \(size))")
                    }
                    let solved = try x.solve(isVector ? y.unsqueeze(1) : y)
                    return try (isVector ? solved.squeeze([solved.rank - 1]) : solved).to(common).intoArray()
                }
            },
            def("cholesky(a, *, upper=False)", "The lower factor L with a == L @ L.T.", example: "np.linalg.cholesky([[4.0, 2.0], [2.0, 3.0]])") {
                (a: ArrayArgument, upper: Bool) in
                try matrix(a, square: true, "cholesky") { x, type in
                    let lower = try x.cholesky().to(type)
                    return try (upper ? lower.transpose(-1, -2) : lower).intoArray()
                }
            },
            def("qr(a, mode='reduced')", "Orthogonal and upper triangular factors.", example: "np.linalg.qr(np.eye(2))[1]") { (a: ArrayArgument, mode: String) in
                try matrix(a, "qr") { x, type in
                    let parts = try x.qr(mode: mode)
                    let r = Value.object(try parts.r.to(type).intoArray())
                    return try mode == "r" ? r : named("QRResult", [.object(parts.q.to(type).intoArray()), r])
                }
            },
            def("eigh(a, UPLO='L')", "Eigenvalues and vectors of a symmetric matrix.", example: "np.linalg.eigh(np.eye(2))[0]") { (a: ArrayArgument, _: String) in
                try matrix(a, square: true, "eigh") { x, type in
                    let parts = try x.eigh()
                    return try named("EighResult", [.object(parts.values.to(type).intoArray()), .object(parts.vectors.to(type).intoArray())])
                }
            },
            def("eigvalsh(a, UPLO='L')", "Eigenvalues of a symmetric matrix.", example: "np.linalg.eigvalsh(np.eye(2))") { (a: ArrayArgument, _: String) in
                try matrix(a, square: true, "eigvalsh") { try $0.eigh().values.to($1).intoArray() }
            },
            def("eig(a)", "Eigenvalues and vectors of a matrix.", example: "np.linalg.eig([[2, 0], [0, 3]])[0]") { (a: ArrayArgument) in
                try matrix(a, square: true, "eig") { x, type in
                    let parts = try spectrum(x, type)
                    return try named("EigResult", [.object(parts.values), .object(parts.vectors)])
                }
            },
            def("eigvals(a)", "Eigenvalues of a matrix.", example: "np.linalg.eigvals([[2, 0], [0, 3]])") { (a: ArrayArgument) in
                try matrix(a, square: true, "eigvals") { try spectrum($0, $1).values }
            },
            def("svd(a, full_matrices=True, compute_uv=True, hermitian=False)", "Singular value decomposition.", example: "np.linalg.svd(np.eye(2))[1]") {
                (a: ArrayArgument, full: Bool, vectors: Bool, _: Bool) in
                try matrix(a, "svd") { x, type in
                    let parts = try x.svd(fullMatrices: full)
                    let values = Value.object(try parts.s.to(type).intoArray())
                    if !vectors { return values }
                    return try named("SVDResult", [.object(parts.u.to(type).intoArray()), values, .object(parts.vh.to(type).intoArray())])
                }
            },
            def("pinv(a, rcond=None, hermitian=False, *, rtol=None)", "The pseudo-inverse.", example: "np.linalg.pinv([[1.0], [2.0]])") {
                (a: ArrayArgument, rcond: Double?, _: Bool, rtol: Double?) in
                try matrix(a, "pinv") { try $0.pinv(rtol: rcond ?? rtol).to($1).intoArray() }
            },
            def("matrix_rank(A, tol=None, hermitian=False, *, rtol=None)", "Number of independent rows.", example: "np.linalg.matrix_rank(np.eye(3))") {
                (a: ArrayArgument, tolerance: Double?, _: Bool, relative: Double?) -> Value in
                let x = try a.floats(for: "matrix_rank")
                guard x.rank >= 2 else { return Value.object(ScalarObject(.int(try Op.ne(.tensor(x), 0).any().item().isTrue ? 1 : 0), .int64)) }
                let values = try x.svd(fullMatrices: false).s.elements(Double.self)
                let limit = tolerance ?? relative.map { $0 * (values.first ?? 0) } ?? (values.first ?? 0) * Double(max(x.shape[0], x.shape[1])) * (x.dtype == .float32 ? 1.1920929e-07 : 2.220446049250313e-16)
                return Value.object(ScalarObject(.int(values.filter { $0 > limit }.count), .int64))
            },
            def("lstsq(a, b, rcond=None)", "Least squares: solution, residuals, rank, singular values.", example: "np.linalg.lstsq([[1.0], [1.0]], [1.0, 3.0])[0]") {
                (a: ArrayArgument, b: ArrayArgument, rcond: Double?) in try matrix(a, "lstsq") { try leastSquares($0, b.floats(for: "lstsq"), rcond, $1) }
            },
        ]
    }

    /// Several results as one of the named tuples that the prelude declares.
    private static func named(_ name: String, _ results: [Value]) throws -> Value {
        try Prelude.value(of: Name(name), in: "numpy.linalg")?.call(results) ?? .tuple(results)
    }

    /// Eigenvalues and vectors, complex where one of them is.
    private static func spectrum(_ x: Tensor, _ type: DType) throws -> (values: ArrayObject, vectors: ArrayObject) {
        guard !(try Op.logicalNot(Op.isfinite(x)).any().item().isTrue) else { throw Raised(error, "Array must not contain infs or NaNs") }
        let parts = try x.eigen()
        guard try Op.ne(.tensor(parts.imaginary), 0).any().item().isTrue else {
            return (try parts.real.to(type).intoArray(), try parts.vectorsReal.to(type).intoArray())
        }
        let values = ComplexArray(try parts.real.to(.float64), try parts.imaginary.to(.float64))
        let vectors = ComplexArray(try parts.vectorsReal.to(.float64), try parts.vectorsImaginary.to(.float64))
        return (try values.array(), try vectors.array())
    }

    private static func leastSquares(_ a: Tensor, _ b: Tensor, _ rcond: Double?, _ type: DType) throws -> Value {
        let (rows, columns) = (a.shape[0], a.shape[1])
        let y = try b.to(a.dtype)
        let right = try y.rank == 1 ? y.unsqueeze(1) : y
        guard right.shape[0] == rows else { throw Raised(error, "Incompatible dimensions") }
        let parts = try a.svd(fullMatrices: false)
        let values = try parts.s.elements(Double.self)
        let precision = type == .float32 ? 1.1920929e-07 : 2.220446049250313e-16
        let limit = (values.first ?? 0) * (rcond.map { $0 < 0 ? precision : $0 } ?? Double(max(rows, columns)) * precision)
        let rank = values.filter { $0 > limit }.count
        let inverse = try Tensor.from(values.map { $0 > limit ? 1 / $0 : 0 }).to(a.dtype)
        let projected = try parts.u.transpose(0, 1).matmul(right)
        let solution = try parts.vh.transpose(0, 1).matmul(projected * inverse.unsqueeze(1))
        let rest: Tensor = try right - a.matmul(solution)
        let squares: Tensor = try rest * rest
        let residuals = try squares.sum(dims: [0])
        let shown = rank == columns && rows > columns ? residuals : try Tensor.zeros([0], a.dtype)
        let answer = try y.rank == 1 ? solution.squeeze([1]) : solution
        let floats = try [answer, shown, parts.s].map { Value.object(try $0.to(ArrayPromotion.common(type, b.dtype)).intoArray()) }
        return .tuple([floats[0], floats[1], .object(ScalarObject(.int(rank), .int32)), floats[2]])
    }
}
