# What is remembered of anomaly detection and of its check for nan, and what blocks put back.
import torch


def show():
    print(torch.is_anomaly_enabled(), torch.is_anomaly_check_nan_enabled())


for arguments in ((True, False), (True,), (False, False), (False,)):
    torch.set_anomaly_enabled(*arguments)
    show()
with torch.autograd.detect_anomaly(check_nan=False):
    show()
    with torch.autograd.set_detect_anomaly(True):
        show()
    show()
    x = torch.zeros(1, requires_grad=True)
    (x.sqrt() * 0).backward()
    print(x.grad)
show()
