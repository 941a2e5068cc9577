# torch.autograd._gradcheck (torch.autograd): compares gradients with differences of nearby values.
import torch


class GradcheckError(RuntimeError):
    """A gradient that does not agree with the differences."""


def gradcheck(
    func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0,
    check_undefined_grad=True, check_grad_dtypes=False, check_batched_grad=False, check_batched_forward_grad=False,
    check_forward_ad=False, check_backward_ad=True, fast_mode=False, masked=None,
):
    """Whether the gradients of a function of float64 tensors are right; raises GradcheckError where they are not."""
    try:
        _check(func, inputs, eps, atol, rtol)
    except GradcheckError:
        if raise_exception:
            raise
        return False
    return True


def _check(func, inputs, eps, atol, rtol):
    inputs = (inputs,) if isinstance(inputs, torch.Tensor) else tuple(inputs)
    checked = [i for i, x in enumerate(inputs) if isinstance(x, torch.Tensor) and x.requires_grad]
    if not checked:
        raise ValueError(
            "gradcheck expects at least one input tensor to require gradient, but none of the them have "
            "requires_grad=True."
        )
    outputs = _outputs(func, inputs)
    for number, output in enumerate(outputs):
        if not output.requires_grad:
            continue
        for place in checked:
            analytical = _analytical(output, inputs[place])
            numerical = _numerical(func, inputs, place, number, eps)
            if not torch.allclose(analytical, numerical, rtol, atol):
                raise GradcheckError(
                    f"Jacobian mismatch for output {number} with respect to input {place},\n"
                    f"numerical:{numerical}\nanalytical:{analytical}\n"
                )


def _outputs(func, inputs):
    result = func(*inputs)
    values = result if isinstance(result, (tuple, list)) else (result,)
    return [value for value in values if isinstance(value, torch.Tensor) and value.is_floating_point()]


def _analytical(output, x):
    """The Jacobian by autograd: a row for each input element, a column for each output element."""
    columns = []
    for element in output.reshape(-1):
        (grad,) = torch.autograd.grad(element, x, retain_graph=True, allow_unused=True)
        columns.append(torch.zeros_like(x).reshape(-1) if grad is None else grad.detach().reshape(-1))
    return torch.stack(columns, 1)


def _numerical(func, inputs, place, number, eps):
    """The Jacobian by central differences."""
    x = inputs[place]
    rows = []

    def value_at(shifted):
        values = list(inputs)
        values[place] = shifted.view_as(x).requires_grad_()
        return _outputs(func, values)[number].detach().reshape(-1)

    for i in range(x.numel()):
        above, below = x.detach().clone().reshape(-1), x.detach().clone().reshape(-1)
        above[i] += eps
        below[i] -= eps
        rows.append((value_at(above) - value_at(below)) / (2 * eps))
    return torch.stack(rows)


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **options):
    """The same for the gradients of the gradients."""
    inputs = (inputs,) if isinstance(inputs, torch.Tensor) else tuple(inputs)
    outputs = _outputs(func, inputs)
    if grad_outputs is None:
        weights = tuple(torch.randn_like(output).requires_grad_() for output in outputs)
    else:
        weights = (grad_outputs,) if isinstance(grad_outputs, torch.Tensor) else tuple(grad_outputs)

    def gradient(*values):
        xs, ws = values[: len(inputs)], values[len(inputs) :]
        wanted = [x for x in xs if isinstance(x, torch.Tensor) and x.requires_grad]
        grads = torch.autograd.grad(_outputs(func, xs), wanted, ws, create_graph=True, allow_unused=True)
        return tuple(grad for grad in grads if grad is not None)

    return gradcheck(gradient, inputs + weights, eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception)
