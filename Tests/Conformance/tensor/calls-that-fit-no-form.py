# what PyTorch says where a call fits none of a function's forms
import torch

x = torch.arange(6.0).reshape(2, 3)


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(str(error).rstrip())


attempt(lambda: torch.add(x))
attempt(lambda: x.add(1, 2, 3))
attempt(lambda: x.sum(1.5))
attempt(lambda: torch.sum(x, dim="rows"))
attempt(lambda: x.max("x"))
attempt(lambda: torch.max(x, "x", keepdim=True))
attempt(lambda: torch.max([1, 2]))
attempt(lambda: x.view("flat"))
attempt(lambda: torch.where(x > 1, "a", x))
attempt(lambda: x.clamp("low", "high"))
attempt(lambda: torch.arange(1, 2, "x"))
attempt(lambda: torch.linspace(0, 1))
attempt(lambda: torch.randint(5, 3))
attempt(lambda: torch.randint(0, 5, 3))
attempt(lambda: torch.normal(0.0, 1.0))
attempt(lambda: torch.eye())
attempt(lambda: torch.mean(x, 0, True, 3))
attempt(lambda: x.pow("two"))
attempt(lambda: x.masked_fill(1, 2))
attempt(lambda: x.fill_([1]))
attempt(lambda: x.std("x"))
attempt(lambda: torch.addmm(x, x))
attempt(lambda: x.scatter(0, "x", 1))
attempt(lambda: x.exp(1))
attempt(lambda: x.tolist(depth=1))
