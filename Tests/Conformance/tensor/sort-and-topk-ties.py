# Which of equal elements sort, topk, kthvalue and mode name.
import torch

torch.manual_seed(0)
grades = torch.randint(0, 5, (40,))
print(grades.sort().indices)
print(grades.sort(descending=True).indices)
print(grades.sort(stable=True).indices)
print(grades.topk(6))
print(grades.topk(3, largest=False).indices)
print(grades.kthvalue(20))
print(grades.mode())
few = torch.tensor([3.0, 1.0, 2.0, 1.0, 3.0])
print(few.topk(2), few.topk(4).indices)
print(torch.randint(0, 4, (500,)).topk(5).indices)
