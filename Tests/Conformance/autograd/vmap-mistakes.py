# what vmap says about wrong arguments and results
import torch


def named(x):
    return 3


def attempt(call):
    try:
        print(call())
    except (ValueError, RuntimeError, TypeError) as error:
        print(type(error).__name__, error)


attempt(lambda: torch.vmap(named)(torch.ones(2)))
attempt(lambda: torch.vmap(named, in_dims=(1,))(torch.ones(2)))
attempt(lambda: torch.vmap(named)(torch.tensor(1.0)))
attempt(lambda: torch.vmap(named)(3))
attempt(lambda: torch.vmap(named)())
attempt(lambda: torch.vmap(named, in_dims="0")(torch.ones(2)))
attempt(lambda: torch.vmap(named, in_dims=(None,))(torch.ones(2)))
attempt(lambda: torch.vmap(lambda x, y: x + y)(torch.ones(2), torch.ones(3)))
attempt(lambda: torch.func.grad(lambda x: x.sum(), argnums=2)(torch.ones(2)))
attempt(lambda: torch.func.grad(lambda x: 3.0)(torch.ones(2)))
attempt(lambda: torch.func.linearize(torch.sin, torch.tensor(0.0))[1](torch.tensor(2.0)))
