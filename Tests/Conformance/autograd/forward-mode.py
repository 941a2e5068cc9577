# Dual numbers of torch.autograd.forward_ad: results carry the tangents of what they were computed from.
import torch
import torch.autograd.forward_ad as fwAD

x, tangent = torch.tensor([1.0, 2.0]), torch.tensor([1.0, 0.5])
with fwAD.dual_level():
    dual = fwAD.make_dual(x, tangent)
    print(fwAD.unpack_dual(dual))
    print(fwAD.unpack_dual(dual.sin()))
    print(fwAD.unpack_dual((dual * dual).sum()).tangent)
    print(fwAD.unpack_dual(torch.ones(2)))
    layer = torch.nn.Linear(2, 3)
    primal, change = fwAD.unpack_dual(layer(dual))
    print(torch.allclose(change, layer.weight @ tangent), primal.shape)
    try:
        fwAD.make_dual(x, torch.ones(3))
    except RuntimeError as error:
        print(error)
