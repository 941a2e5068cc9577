# rare functions of torch.special
import torch

x = torch.tensor([0.5, 1.0, 2.5, 10.0])
for name in [
    "bessel_j0", "bessel_j1", "bessel_y0", "bessel_y1", "modified_bessel_i0", "modified_bessel_k0", "modified_bessel_k1",
    "scaled_modified_bessel_k0", "spherical_bessel_j0", "erfcx", "entr",
]:
    print(name, getattr(torch.special, name)(x))
print(torch.special.zeta(torch.tensor([2.0, 3.0, 1.5]), torch.tensor([1.0, 2.0, 0.5])))
print(torch.special.multigammaln(x + 2, 2))
print(torch.special.entr(torch.tensor([-1.0, 0.0])))
for name in [
    "chebyshev_polynomial_t", "chebyshev_polynomial_u", "hermite_polynomial_h", "hermite_polynomial_he", "laguerre_polynomial_l",
    "legendre_polynomial_p",
]:
    print(name, [getattr(torch.special, name)(torch.tensor([-0.5, 0.0, 1.5]), n) for n in range(4)])
print(torch.special.softmax(x, 0), torch.special.logsumexp(x, 0))
