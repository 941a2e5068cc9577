# arguments that constructors lack or do not know, and what is an instance of what
import torch
from torch import nn


def attempt(call):
    try:
        print(call())
    except (TypeError, ValueError, AssertionError) as error:
        print(error)


attempt(lambda: nn.Conv2d(1, 2))
attempt(lambda: nn.Conv1d(1, 2, 3, colour=1))
attempt(lambda: nn.ConvTranspose2d(1))
attempt(lambda: nn.MaxPool2d())
attempt(lambda: nn.AvgPool2d())
attempt(lambda: nn.AdaptiveAvgPool2d())
attempt(lambda: nn.ZeroPad2d())
attempt(lambda: nn.ConstantPad1d(1))
attempt(lambda: nn.SiLU(1, 2))
attempt(lambda: nn.CELU(beta=1))
attempt(lambda: nn.LSTM(2))
attempt(lambda: nn.GRU(2, 3, width=1))
attempt(lambda: nn.GRU(2, 3, proj_size=1))
attempt(lambda: nn.RNN(2, 3, 1, "sigmoid"))
attempt(lambda: nn.Hardtanh(2, 1))
attempt(lambda: nn.Softmax("rows"))
attempt(lambda: nn.Sequential(nn.ReLU))
print(isinstance(nn.SiLU(), nn.ReLU), isinstance(nn.ReLU6(), nn.ReLU), isinstance(nn.ReLU6(), nn.Hardtanh), isinstance(nn.CELU(), nn.ELU))
print(nn.RNN(2, 3, 1, "relu"), nn.LSTM(2, 3, 2, True, True), nn.GRU(2, 3, bidirectional=True))
