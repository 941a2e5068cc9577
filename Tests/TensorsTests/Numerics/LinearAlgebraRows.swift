// Defines the rows of linear algebra.
import Tensors

enum LinearAlgebraRows {
    private static func symmetric(_ a: Tensor) throws -> Tensor { try a + a.t() }

    static let solving: [OperationRow] = [
        OperationRow("inv") { try $0[0].inv() },
        OperationRow("det") { try $0[0].det() },
        OperationRow("slogdet") { try $0[0].slogdet().logabsdet },
        OperationRow("solve") { try $0[0].solve($0[1]) },
        OperationRow("solve vector") { try $0[0].solve($0[1]) },
        OperationRow("solve_triangular") { try $0[0].solveTriangular($0[1], upper: true) },
        OperationRow("lstsq") { try $0[0].lstsq($0[1]).solution },
        OperationRow("pinv") { try $0[0].pinv() },
        OperationRow("matrix_exp") { try $0[0].matrixExp() },
        OperationRow("matrix_power") { try $0[0].matrixPower(-3) },
        OperationRow("nuclear") { try $0[0].matrixNorm(.nuclear) },
        OperationRow("norm spectral") { try $0[0].matrixNorm(.order(2)) },
        OperationRow("cond") { try $0[0].cond() },
    ]

    static let factors: [OperationRow] = [
        OperationRow("cholesky") { try ($0[0].mm($0[0].t()) + Tensor.eye(3, nil, .float64)).cholesky() },
        OperationRow("qr") { try $0[0].qr().q },
        OperationRow("qr r") { try $0[0].qr().r },
        OperationRow("eigh values") { try symmetric($0[0]).eigh().values },
        OperationRow("eigh vectors") { try Op.abs(symmetric($0[0]).eigh().vectors) },
        OperationRow("svd s") { try $0[0].svd(fullMatrices: false).s },
        OperationRow("svd u") { try Op.abs($0[0].svd(fullMatrices: false).u) },
        OperationRow("svd v") { try Op.abs($0[0].svd(fullMatrices: false).vh) },
        OperationRow("lu u") { try $0[0].detach().lu().u + $0[0] * 0 },
    ]
}
