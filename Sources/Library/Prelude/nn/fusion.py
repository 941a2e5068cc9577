# torch.nn.utils.fusion (torch.nn.utils): layers merged with the normalisation behind them, and layers without first values.
import copy
import torch


def fuse_conv_bn_eval(conv, bn, transpose=False):
    """A convolution that does what a convolution and the batch normalisation behind it do in evaluation."""
    return _fused(conv, bn, fuse_conv_bn_weights, transpose)


def fuse_linear_bn_eval(linear, bn):
    """A linear layer that does what a linear layer and the batch normalisation behind it do in evaluation."""
    return _fused(linear, bn, fuse_linear_bn_weights)


def _fused(layer, bn, weights, *options):
    if layer.training or bn.training:
        raise AssertionError("Fusion only for eval!")
    merged = copy.deepcopy(layer)
    merged.weight, merged.bias = weights(
        layer.weight, layer.bias, bn.running_mean, bn.running_var, bn.eps, bn.weight, bn.bias, *options
    )
    return merged


def fuse_conv_bn_weights(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, transpose=False):
    """Weight and bias of the merged convolution."""
    shape = [1] * conv_w.dim()
    shape[1 if transpose else 0] = -1
    return _weights(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, shape)


def fuse_linear_bn_weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b):
    """Weight and bias of the merged linear layer."""
    return _weights(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, [-1, 1])


def _weights(weight, bias, mean, variance, eps, scale, shift, shape):
    bias = torch.zeros_like(mean) if bias is None else bias
    scale = torch.ones_like(mean) if scale is None else scale
    shift = torch.zeros_like(mean) if shift is None else shift
    factor = scale * torch.rsqrt(variance + eps)
    merged = (bias - mean) * factor + shift
    flags = weight.requires_grad, bias.requires_grad
    return (
        torch.nn.Parameter((weight * factor.reshape(shape)).detach(), flags[0]),
        torch.nn.Parameter(merged.detach(), flags[1]),
    )


def skip_init(module_cls, *args, **kwargs):
    """A module whose parameters hold no particular values."""
    if not issubclass(module_cls, torch.nn.Module):
        raise RuntimeError(f"Expected a Module; got {module_cls}")
    state = torch.get_rng_state()
    module = module_cls(*args, **kwargs)
    torch.set_rng_state(state)
    return module
