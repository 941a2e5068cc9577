# torch.autograd.functional: jacobian, hessian and products with them.
import torch


def _prepared(inputs, create_graph, name):
    """The inputs as a tuple of tensors to differentiate by, and whether they came as a tuple."""
    several = isinstance(inputs, (tuple, list))
    values = tuple(inputs) if several else (inputs,)
    for i, value in enumerate(values):
        if not isinstance(value, torch.Tensor):
            given = f"value at index {i} of the inputs to {name} has type" if several else "the given inputs has type"
            raise TypeError(
                f"The inputs given to {name} must be either a Tensor or a tuple of Tensors but {given} {type(value)}."
            )
    if create_graph:
        return tuple(v.view_as(v) if v.requires_grad else v.detach().requires_grad_() for v in values), several
    return tuple(value.detach().requires_grad_() for value in values), several


def _as_tuple(outputs, name):
    several = isinstance(outputs, (tuple, list))
    values = tuple(outputs) if several else (outputs,)
    for value in values:
        if not isinstance(value, torch.Tensor):
            raise TypeError(
                f"The outputs of the user-provided function given to {name} must be either a Tensor or a tuple of "
                f"Tensors but the given outputs of the user-provided function has type {type(value)}."
            )
    return values, several


def _zeros_for_none(grads, inputs):
    return tuple(torch.zeros_like(x) if grad is None else grad for grad, x in zip(grads, inputs))


def _grad(outputs, inputs, grad_outputs=None, create_graph=False, retain_graph=True):
    """Gradients with zeros where an input does not matter."""
    kept = [i for i, output in enumerate(outputs) if output.requires_grad]
    if not kept:
        return tuple(torch.zeros_like(x) for x in inputs)
    weights = None if grad_outputs is None else [grad_outputs[i] for i in kept]
    grads = torch.autograd.grad(
        [outputs[i] for i in kept], inputs, weights, retain_graph=retain_graph, create_graph=create_graph,
        allow_unused=True,
    )
    return _zeros_for_none(grads, inputs)


def _settled(values, create_graph):
    return values if create_graph else tuple(value.detach() for value in values)


def _one_or_all(values, several):
    return values if several else values[0]


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """∂output/∂input of shape output.shape + input.shape, for each output and input.

    Reverse mode takes one gradient for each element of an output, forward mode one for each element of an input."""
    if strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError(
            'Expected strategy to be either "forward-mode" or "reverse-mode". Hint: If your function has more outputs '
            'than inputs, "forward-mode" tends to be more performant. Otherwise, prefer to use "reverse-mode".'
        )
    with torch.enable_grad():
        inputs, several_inputs = _prepared(inputs, create_graph or strict, "jacobian")
        outputs, several_outputs = _as_tuple(func(*inputs), "jacobian")
        if strict:
            _check_dependence(outputs, inputs)
        parts = _forward_parts if strategy == "forward-mode" else _reverse_parts
        rows = parts(outputs, inputs, create_graph)
    rows = [_one_or_all(_settled(row, create_graph), several_inputs) for row in rows]
    return tuple(rows) if several_outputs else rows[0]


def _check_dependence(outputs, inputs):
    """Every output must depend on every input."""
    for i, output in enumerate(outputs):
        if not output.requires_grad:
            raise RuntimeError(
                f"Output {i} of the user-provided function does not require gradients. The outputs must be computed "
                "in a differentiable manner from the input when running in strict mode."
            )
        slopes = torch.autograd.grad(output.sum(), inputs, retain_graph=True, allow_unused=True)
        for place, slope in enumerate(slopes):
            if slope is None:
                raise RuntimeError(
                    f"Output {i} of the user-provided function is independent of input {place}. This is not allowed "
                    "in strict mode."
                )


def _reverse_parts(outputs, inputs, create_graph):
    rows = []
    for output in outputs:
        columns = [[] for _ in inputs]
        for element in output.reshape(-1):
            for column, grad in zip(columns, _grad((element,), inputs, create_graph=create_graph)):
                column.append(grad)
        rows.append(
            tuple(
                torch.stack(column).view(output.shape + x.shape) if column else x.new_zeros(output.shape + x.shape)
                for column, x in zip(columns, inputs)
            )
        )
    return rows


def _forward_parts(outputs, inputs, create_graph):
    probes = tuple(torch.zeros_like(output, requires_grad=True) for output in outputs)
    slopes = _grad(outputs, inputs, probes, create_graph=True)
    columns = []
    for x, slope in zip(inputs, slopes):
        changes = [
            _grad((slope,), probes, (direction.view(x.shape),), create_graph)
            for direction in torch.eye(x.numel(), dtype=x.dtype)
        ]
        columns.append([torch.stack(parts, -1).view(parts[0].shape + x.shape) for parts in zip(*changes)])
    return list(zip(*columns))


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The second derivatives of a function with one number as output."""
    several = isinstance(inputs, (tuple, list))

    def gradient(*values):
        output = _single(func(*values), "hessian")
        grads = _grad((output,), values, create_graph=True)
        return _one_or_all(tuple(grads), several)

    return jacobian(gradient, inputs, create_graph, strategy=outer_jacobian_strategy)


def _single(output, name):
    if not isinstance(output, torch.Tensor):
        raise RuntimeError(f"The function given to {name} should return a single Tensor")
    if output.numel() != 1:
        raise RuntimeError(f"The Tensor returned by the function given to {name} should contain a single element")
    return output.reshape(())


def _weights(v, like, name):
    """The vector of a product, as a tuple; 1 where there is but one number."""
    if v is None:
        if len(like) != 1 or like[0].numel() != 1:
            raise RuntimeError(
                "The vector v can only be None if the user-provided function returns a single Tensor with a single "
                "element."
                if name in ("vjp",)
                else "The vector v can only be None if the input to the user-provided function is a single Tensor "
                "with a single element."
            )
        return (torch.ones_like(like[0]),)
    values = tuple(v) if isinstance(v, (tuple, list)) else (v,)
    if len(values) != len(like):
        raise RuntimeError(
            f"v is a tuple of invalid length: should be {len(like)} but got {len(values)}."
        )
    for i, (value, x) in enumerate(zip(values, like)):
        if value.shape != x.shape:
            raise RuntimeError(
                f"v has invalid size: should be {x.shape} but got {value.shape}."
                if len(values) == 1
                else f"Entry {i} in v has invalid size: should be {x.shape} but got {value.shape}."
            )
    return values


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The output and vᵀ · jacobian."""
    with torch.enable_grad():
        inputs, several = _prepared(inputs, create_graph, "vjp")
        outputs, several_outputs = _as_tuple(func(*inputs), "vjp")
        product = _grad(outputs, inputs, _weights(v, outputs, "vjp"), create_graph)
    outputs = _one_or_all(_settled(outputs, create_graph), several_outputs)
    return outputs, _one_or_all(_settled(product, create_graph), several)


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The output and jacobian · v, by differentiating twice in reverse."""
    with torch.enable_grad():
        inputs, _ = _prepared(inputs, create_graph, "jvp")
        weights = _weights(v, inputs, "jvp")
        outputs, several_outputs = _as_tuple(func(*inputs), "jvp")
        probes = tuple(torch.zeros_like(output, requires_grad=True) for output in outputs)
        slopes = _grad(outputs, inputs, probes, create_graph=True)
        product = _grad(slopes, probes, weights, create_graph)
    outputs = _one_or_all(_settled(outputs, create_graph), several_outputs)
    return outputs, _one_or_all(_settled(product, create_graph), several_outputs)


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    """The output and vᵀ · hessian."""
    return _hessian_product(func, inputs, v, create_graph, "vhp")


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """The output and hessian · v, which is vᵀ · hessian because the Hessian is symmetric."""
    return _hessian_product(func, inputs, v, create_graph, "hvp")


def _hessian_product(func, inputs, v, create_graph, name):
    with torch.enable_grad():
        inputs, several = _prepared(inputs, create_graph, name)
        weights = _weights(v, inputs, name)
        output = _single(func(*inputs), name)
        slopes = _grad((output,), inputs, create_graph=True)
        product = _grad(slopes, inputs, weights, create_graph)
    return _settled((output,), create_graph)[0], _one_or_all(_settled(product, create_graph), several)
