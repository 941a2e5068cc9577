# torch.func: Jacobians by rows and by columns, of nested values, products with them, second derivatives.
import torch
from torch.func import hessian, jacfwd, jacrev, jvp, vjp

x = torch.tensor([1.0, 2.0, 3.0])
print(jacrev(torch.sin)(x))
print(jacfwd(torch.sin)(x))
print(jacrev(lambda a: {"double": a * 2, "sums": (a.sum(), a.prod())})(x))
print(jacfwd(lambda a: (a * 2, a.sum()))(x))
print(jacrev(lambda a: (a * 2, a), has_aux=True)(x))
print(jacrev(lambda a, b: a * b, argnums=(0, 1))(x, x + 1))
print(jacrev(lambda p: p["w"] * x + p["b"])({"w": x, "b": torch.tensor(1.0)}))
print(hessian(lambda a: (a**3).sum())(x))
print(jvp(torch.sin, (x,), (torch.ones(3),)))
print(jvp(lambda a: (a.sin(), a), (x,), (torch.ones(3),), has_aux=True))
print(jvp(lambda a, b: (a * b, a), (x, x), (torch.ones(3), torch.zeros(3))))
output, pull_back = vjp(lambda a, b: (a * b, a + b), x, x)
print(output, pull_back((torch.ones(3), torch.ones(3))))
