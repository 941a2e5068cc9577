// Defines the attributes of tensors: `x.shape`, `x.grad`, `x.requires_grad`, ….
import Runtime
import Tensors

/// The properties of `torch.Tensor`.
enum TensorAttributes {
    static var rows: [Row] { layout + autograd + constants }

    private static var layout: [Row] {
        [
            property("shape", "The sizes.", example: "torch.ones(2, 3).shape") { (x: Tensor) in Value.size(x.shape) },
            property("dtype", "The type of the elements.", example: "torch.ones(1).dtype") { (x: Tensor) in x.dtype },
            property("device", "Where the elements are.", example: "torch.ones(1).device") { (x: Tensor) in Device.of(x) },
            property("layout", "How the elements are kept: densely.", example: "torch.ones(1).layout") { (_: Tensor) in ConstantObject.strided },
            property("ndim", "The number of dimensions.", example: "torch.ones(2, 3).ndim") { (x: Tensor) in x.rank },
            property("T", "The dimensions in reverse order.", example: "torch.ones(2, 3).T.shape") { (x: Tensor) in
                try x.permute(Array((0..<x.rank).reversed()))
            },
            property("mT", "The last two dimensions exchanged.", example: "torch.ones(4, 2, 3).mT.shape") { (x: Tensor) in
                guard x.rank >= 2 else {
                    throw TensorError.runtime("tensor.mT is only supported on matrices or batches of matrices. Got \(x.rank)-D tensor.")
                }
                return try x.transpose(-2, -1)
            },
            property("H", "A matrix with its dimensions exchanged.", example: "torch.ones(2, 3).H.shape") { (x: Tensor) in
                guard x.rank == 2 || x.rank == 0 else {
                    throw TensorError.runtime("tensor.H is only supported on matrices (2-D tensors). Got \(x.rank)-D tensor.")
                }
                return try x.t()
            },
            property("mH", "The last two dimensions exchanged.", example: "torch.ones(2, 3).mH.shape") { (x: Tensor) in try x.transpose(-2, -1) },
            property("real", "The real part: the tensor itself.", example: "torch.ones(1).real") { (x: Tensor) in x },
            property("itemsize", "Bytes of one element.", example: "torch.ones(1).itemsize") { (x: Tensor) in x.dtype.itemSize },
            property("nbytes", "Bytes of all elements.", example: "torch.ones(3).nbytes") { (x: Tensor) in x.count * x.dtype.itemSize },
            property("names", "The names of the dimensions: none.", example: "torch.ones(1, 2).names") { (x: Tensor) in
                Value.tuple(Array(repeating: .none, count: x.rank))
            },
            property("_version", "How often the elements were changed in place.", example: "torch.ones(1).add_(1)._version") { (x: Tensor) in x.version },
        ]
    }

    private static var autograd: [Row] {
        [
            property("grad", "The gradient accumulated by backward, or None.", example: "torch.ones(1).grad", get: { (x: Tensor) in
                if x.grad == nil && !x.isLeaf && !x.retainsGrad { warnAboutNonLeaf() }
                return x.grad
            }, set: { (x: Tensor, value: Value) in try setGrad(x, value) }),
            property("requires_grad", "Whether gradients flow to this tensor.", example: "torch.ones(1).requires_grad", get: { (x: Tensor) in x.requiresGrad },
                     set: { (x: Tensor, value: Value) in
                let flag = try value.truth()
                if flag && !x.dtype.isFloatingPoint {
                    throw TensorError.runtime("only Tensors of floating point and complex dtype can require gradients")
                }
                try x.setRequiresGrad(flag)
            }),
            property("is_leaf", "Whether the tensor is not the result of a recorded operation.", example: "torch.ones(1).is_leaf") { (x: Tensor) in x.isLeaf },
            property("grad_fn", "The recorded operation that made this tensor, or None.", example: "torch.ones(1).grad_fn") { (x: Tensor) in
                x.node.map(NodeObject.of)
            },
            property("retains_grad", "Whether backward keeps the gradient of this result.", example: "torch.ones(1).retains_grad") { (x: Tensor) in x.retainsGrad },
            property("output_nr", "Which result of its operation the tensor is.", example: "torch.ones(1).output_nr") { (x: Tensor) in x.outputIndex },
            property("data", "The same memory without history.", example: "torch.ones(1, requires_grad=True).data", get: { (x: Tensor) in x.data },
                     set: { (x: Tensor, value: Value) in
                guard let source = Tensor.from(value) else {
                    throw Raised.typeError("Variable data has to be a tensor, but got \(value.type.name)")
                }
                try x.setData(source)
            }),
            property("_base", "The tensor this one is a view of, or None.", example: "torch.ones(1)._base") { (x: Tensor) in x.base },
        ]
    }

    private static var constants: [Row] {
        let flags = ["is_mps", "is_sparse", "is_quantized", "is_meta", "is_mkldnn", "is_xpu", "is_nested", "is_complex_"]
        return flags.dropLast().map { name in
            property(name, "Never true: no tensor is of this kind.", example: "torch.ones(1).\(name)") { (_: Tensor) in false }
        } + [
            property("is_cpu", "Whether the elements live on the processor.", example: "torch.ones(1).is_cpu") { (x: Tensor) in x.device == nil },
            property("is_cuda", "Whether the elements live on the device that `cuda` means.", example: "torch.ones(1).is_cuda") { (x: Tensor) in
                x.device != nil && Engine.current.hasCuda
            },
        ]
    }

    private static func warnAboutNonLeaf() {
        Interpreter.current.warnings(
            "UserWarning: The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated "
            + "during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the "
            + "non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead.\n")
    }

    private static func setGrad(_ x: Tensor, _ value: Value) throws {
        if value.isNone { x.grad = nil; return }
        guard let grad = Tensor.from(value) else {
            throw Raised.typeError("assigned grad expected to be a Tensor or None but got grad of type \(value.type.name)")
        }
        if grad === x { throw TensorError.runtime("can't assign Variable as its own grad") }
        try x.setGrad(grad)
    }
}
