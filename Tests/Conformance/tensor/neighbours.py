# diff, trapezoid, cumulative_trapezoid and pdist: values, histories and errors.
import torch


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


y = torch.tensor([[1.0, 4.0, 9.0], [2.0, 3.0, 7.0]], requires_grad=True)
points = torch.tensor([1.0, 2.0, 5.0])
show(lambda: torch.diff(torch.tensor(1.0)))
show(lambda: torch.diff(y, n=-1))
show(lambda: torch.diff(y, n=0))
show(lambda: torch.diff(y, n=5))
show(lambda: torch.diff(y, prepend=torch.zeros(2, 1)))
show(lambda: torch.diff(torch.ones(2), append=torch.tensor(1.0)))
show(lambda: torch.diff(torch.tensor([True, False, True])))

show(lambda: torch.trapezoid(y))
show(lambda: torch.trapezoid(y, dx=0.3, dim=0))
show(lambda: torch.trapezoid(y, points))
show(lambda: torch.trapezoid(y, torch.tensor([1.0, 2.0])))
show(lambda: torch.trapezoid(y, y.detach()))
show(lambda: torch.trapezoid(torch.tensor(1.0)))
show(lambda: torch.trapezoid(torch.zeros(2, 0)))
show(lambda: torch.trapezoid(torch.tensor([1, 2, 4])))
show(lambda: torch.trapezoid(torch.tensor([True, False])))
show(lambda: torch.trapezoid(torch.tensor([1.0, 2.0]), torch.tensor([True, False])))
show(lambda: torch.cumulative_trapezoid(y))
show(lambda: torch.cumulative_trapezoid(y, points))
show(lambda: torch.cumulative_trapezoid(torch.tensor(1.0)))

show(lambda: torch.pdist(y, p=1))
show(lambda: torch.pdist(y, p=-1))
show(lambda: torch.pdist(torch.tensor([[1, 2], [3, 4]])))
show(lambda: torch.nn.functional.pdist(torch.ones(1, 3)))
show(lambda: torch.cartesian_prod(torch.ones(2, 2), torch.ones(2)))
show(lambda: torch.tril_indices(-1, 2))
show(lambda: torch.triu_indices(2, 3, 1, dtype=torch.int32))
