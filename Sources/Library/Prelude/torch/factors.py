# torch.functional (torch): solutions from factors of matrices, and matrices of low rank near a matrix.
import torch


def lu_solve(b, LU_data, LU_pivots):
    """X with A @ X equal to b, from the factors of A."""
    return torch.linalg.lu_solve(LU_data, LU_pivots, b)


def lu(A, *, pivot=True, get_infos=False):
    """L and U in one matrix, and the exchanges of rows."""
    LU, pivots = torch.linalg.lu_factor(A, pivot=pivot)
    if get_infos:
        return LU, pivots, torch.zeros(A.shape[:-2], dtype=torch.int32)
    return LU, pivots


def cholesky_inverse(L, upper=False):
    """The inverse of the matrix whose factor of Cholesky is L."""
    L = L.mT if upper else L
    inverse = torch.linalg.solve_triangular(L.tril(), torch.eye(L.shape[-1], dtype=L.dtype), upper=False)
    return inverse.mT @ inverse


def triangular_solve(b, A, upper=True, transpose=False, unitriangular=False):
    """X with A @ X equal to b for a triangular A, and A."""
    matrix = A.mT if transpose else A
    X = torch.linalg.solve_triangular(matrix, b, upper=upper != transpose, unitriangular=unitriangular)
    return torch.return_types.triangular_solve((X, A.clone()))


def _basis(A, q, niter):
    """Orthonormal columns whose span comes near that of A: those of A times random vectors, turned towards A again and again."""
    Q = torch.linalg.qr(A @ torch.randn(A.shape[-1], q, dtype=A.dtype)).Q
    for _ in range(niter):
        Q = torch.linalg.qr(A.mT @ Q).Q
        Q = torch.linalg.qr(A @ Q).Q
    return Q


def svd_lowrank(A, q=6, niter=2, M=None):
    """U, S and V of a matrix of rank q near A (near A - M)."""
    A = A if M is None else A - M
    q = min(q, *A.shape[-2:])
    if A.shape[-2] < A.shape[-1]:
        V, S, U = svd_lowrank(A.mT, q, niter)
        return U, S, V
    Q = _basis(A, q, niter)
    U, S, Vh = torch.linalg.svd(Q.mT @ A, full_matrices=False)
    return Q @ U, S, Vh.mT


def pca_lowrank(A, q=None, center=True, niter=2):
    """The first q principal components of the rows of A: U, S and V of a matrix of rank q near A with centred columns."""
    q = min(6, *A.shape[-2:]) if q is None else q
    if not 0 <= q <= min(A.shape[-2:]):
        raise ValueError(f"q(={q}) must be non-negative integer and not greater than min(m, n)={min(A.shape[-2:])}")
    if niter < 0:
        raise ValueError(f"niter(={niter}) must be non-negative integer")
    return svd_lowrank(A - A.mean(-2, keepdim=True) if center else A, q, niter)
