# messages for sizes with elements that are no integers
import torch


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: torch.zeros(2, "a"))
attempt(lambda: torch.zeros([2, None]))
attempt(lambda: torch.zeros((2.5, 3)))
attempt(lambda: torch.ones(2, 3.0))
attempt(lambda: torch.rand(2, "x"))
attempt(lambda: torch.ones(2).view(2, "x"))
attempt(lambda: torch.ones(2).reshape((1.0, 2)))
attempt(lambda: torch.nn.Linear(2, "x"))
attempt(lambda: torch.nn.Linear(2.5, 3))
