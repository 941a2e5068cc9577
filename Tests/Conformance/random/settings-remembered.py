# What is asked of algorithms is remembered, and wrong words are refused.
import torch

print(torch.are_deterministic_algorithms_enabled(), torch.get_deterministic_debug_mode(), torch.get_float32_matmul_precision())
torch.use_deterministic_algorithms(True, warn_only=True)
print(torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled(), torch.get_deterministic_debug_mode())
torch.set_deterministic_debug_mode("error")
print(torch.get_deterministic_debug_mode())
torch.set_deterministic_debug_mode(0)
torch.set_float32_matmul_precision("medium")
print(torch.are_deterministic_algorithms_enabled(), torch.get_float32_matmul_precision())
for call in (
    lambda: torch.use_deterministic_algorithms(1),
    lambda: torch.set_deterministic_debug_mode("some"),
    lambda: torch.set_deterministic_debug_mode(5),
    lambda: torch.set_float32_matmul_precision(3),
    lambda: torch.optim.Adam([torch.ones(1, requires_grad=True)], foreach=True, fused=True),
):
    try:
        call()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
