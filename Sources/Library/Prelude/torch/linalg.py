# torch.linalg: solutions from factors, and equations between tensors of several dimensions.
import math
import torch


def lu_solve(LU, pivots, B, *, left=True, adjoint=False):
    """X with A @ X equal to B, from what `lu_factor` gave for A."""
    if not left:
        return lu_solve(LU, pivots, B.mT, adjoint=not adjoint).mT
    lower, upper = LU.tril(-1) + torch.eye(LU.shape[-1], dtype=LU.dtype), LU.triu()
    order = _order(pivots, LU.shape[-1])
    place = order.unsqueeze(-1).expand(*order.shape, B.shape[-1])
    if adjoint:
        X = torch.linalg.solve_triangular(upper.mT, B, upper=False)
        X = torch.linalg.solve_triangular(lower.mT, X, upper=True, unitriangular=True)
        return torch.empty_like(X).scatter(-2, place, X)
    X = torch.linalg.solve_triangular(lower, B.gather(-2, place), upper=False, unitriangular=True)
    return torch.linalg.solve_triangular(upper, X, upper=True)


def _order(pivots, size):
    """The rows of a matrix in the order that exchanges, counted from 1, bring them to."""
    orders = []
    for exchanges in pivots.reshape(-1, pivots.shape[-1]).tolist():
        order = list(range(size))
        for i, j in enumerate(exchanges):
            order[i], order[j - 1] = order[j - 1], order[i]
        orders.append(order)
    return torch.tensor(orders).reshape(*pivots.shape[:-1], size)


def tensorsolve(A, B, dims=None):
    """X whose product with A over all dimensions of X is B."""
    if dims is not None:
        rest = [d for d in range(A.ndim) if d not in [dim % A.ndim for dim in dims]]
        A = A.permute(*rest, *[dim % A.ndim for dim in dims])
    sizes = A.shape[B.ndim:]
    if math.prod(sizes) != math.prod(B.shape):
        raise RuntimeError(
            "Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), "
            f"but got {math.prod(sizes)} != {math.prod(A.shape[:B.ndim])}"
        )
    return torch.linalg.solve(A.reshape(B.numel(), -1), B.reshape(-1)).reshape(sizes)


def tensorinv(A, ind=2):
    """The inverse by a product over the last dimensions of the result."""
    if ind <= 0:
        raise RuntimeError("Expected a strictly positive integer for 'ind'")
    rows, columns = A.shape[:ind], A.shape[ind:]
    if math.prod(rows) != math.prod(columns):
        raise RuntimeError(
            "Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got "
            f"{math.prod(columns)} != {math.prod(rows)}"
        )
    return torch.linalg.inv(A.reshape(math.prod(rows), -1)).reshape(*columns, *rows)


def householder_product(A, tau):
    """The first columns of the product of the reflections whose vectors lie below the diagonal of A."""
    vectors = A.tril(-1) + torch.eye(*A.shape[-2:], dtype=A.dtype)
    product = torch.eye(A.shape[-2], dtype=A.dtype).expand(*A.shape[:-2], A.shape[-2], A.shape[-2])
    for i in range(tau.shape[-1]):
        vector = vectors[..., :, i : i + 1]
        product = product - tau[..., i, None, None] * (product @ vector) @ vector.mT
    return product[..., :, : A.shape[-1]]
