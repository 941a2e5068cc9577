# Bessel, gamma and normal functions, divisors and parts of numbers.
import torch

x = torch.tensor([0.5, 1.0, 2.0, 3.0])
print(torch.i0(x), torch.special.i1(x), torch.special.i0e(x))
print(torch.special.ndtr(x), torch.special.ndtri(torch.tensor([0.1, 0.5, 0.9])))
print(torch.polygamma(1, x), torch.polygamma(2, x))
print(torch.igamma(x, x + 1), torch.special.gammaincc(x, x))
print(torch.special.entr(x), torch.special.xlog1py(x, x))
print(torch.gcd(torch.tensor([12, -18]), torch.tensor([18, 4])), torch.lcm(torch.tensor([4, 0]), torch.tensor([6, 3])))
print(torch.frexp(torch.tensor([6.0, -0.3, 0.0])))
print(torch.ldexp(torch.tensor([1.0, 3.0]), torch.tensor([3, -1])))
print(torch.mvlgamma(x + 1, 2))
