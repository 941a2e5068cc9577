# Arguments that index_reduce and put refuse, and sizes that sum_to_size cannot reach.
import torch


def attempt(action):
    try:
        print(action())
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)


one, first = torch.tensor([1.0]), torch.tensor([0])
for dim in (5, -5, 1):
    attempt(lambda: torch.ones(2).index_reduce(dim, first, one, "prod"))
attempt(lambda: torch.ones(2, 3).index_reduce(1, first, one, "prod"))
attempt(lambda: torch.ones(2).index_reduce(0, first, torch.ones(1, 2), "prod"))
attempt(lambda: torch.ones(2, 3).index_reduce(0, torch.tensor([0, 1]), torch.ones(1, 3), "prod"))
attempt(lambda: torch.ones(2).index_reduce(0, first, one, "sum"))
attempt(lambda: torch.tensor(2.0).index_reduce(0, first, torch.tensor(3.0), "prod"))
attempt(lambda: torch.ones(2, 3).index_reduce(-1, torch.tensor([2, 0]), torch.full((2, 2), 2.0), "prod"))
for place in (5, -4, -3):
    attempt(lambda: torch.zeros(3).put(torch.tensor([place]), one))
attempt(lambda: torch.zeros(3).put(torch.tensor([0, 1]), one))
attempt(lambda: torch.ones(2, 3).sum_to_size(4))
attempt(lambda: torch.ones(2, 3).sum_to_size(1, 1))
attempt(lambda: torch.ones(2, requires_grad=True).apply_(lambda x: x))
attempt(lambda: torch.ones(2).map_(torch.ones(2, requires_grad=True), lambda x, y: x))
