// Defines the rows that tell about a tensor, take its numbers out, and copy it.
import Runtime
import Tensors

extension TorchRows {
    static var inspection: [Row] {
        [
            def("item(self)", "The only element as a number.", example: "torch.tensor([2.5]).item()", also: [.methodOnly]) { (x: Tensor) in try x.item() },
            def("tolist(self)", "The elements as nested lists.", example: "torch.tensor([[1, 2], [3, 4]]).tolist()", also: [.methodOnly]) {
                (x: Tensor) in try x.nestedLists()
            },
            def("size(self, dim=None)", "The sizes, or the size of one dimension.", example: "torch.ones(2, 3).size(1)", also: [.methodOnly]) {
                (x: Tensor, dim: Int?) in try dim.map { Value.int(try x.size($0)) } ?? Value.size(x.shape)
            },
            def("stride(self, dim=None)", "The steps between neighbours in memory, in elements.", example: "torch.ones(2, 3).stride()", also: [.methodOnly]) {
                (x: Tensor, dim: Int?) in
                if let dim { return Value.int(x.strides[try Shapes.wrap(dim, rank: x.rank)]) }
                return Value.tuple(x.strides.map { .int($0) })
            },
            def("dim(self)", "The number of dimensions.", example: "torch.ones(2, 3).dim()", also: [.methodOnly]) { (x: Tensor) in x.rank },
            def("ndimension(self)", "The number of dimensions.", example: "torch.ones(2, 3).ndimension()", also: [.methodOnly]) { (x: Tensor) in x.rank },
            def("numel(input)", "The number of elements.", example: "torch.numel(torch.ones(2, 3))", also: [.method]) { (x: Tensor) in x.count },
            def("nelement(self)", "The number of elements.", example: "torch.ones(2, 3).nelement()", also: [.methodOnly]) { (x: Tensor) in x.count },
            def("element_size(self)", "Bytes of one element.", example: "torch.ones(1).element_size()", also: [.methodOnly]) { (x: Tensor) in x.dtype.itemSize },
            def("storage_offset(self)", "Where the first element lies in memory, in elements.", example: "torch.arange(5)[2:].storage_offset()",
                also: [.methodOnly]) { (x: Tensor) in x.layout.offset },
            def("is_contiguous(self, memory_format=None)", "Whether the elements lie in row-major order without gaps.",
                example: "torch.ones(2, 3).t().is_contiguous()", also: [.methodOnly]) { (x: Tensor, _: Value) in x.isContiguous },
            def("contiguous(self, memory_format=None)", "The tensor in row-major order without gaps, copied where needed.",
                example: "torch.ones(2, 3).t().contiguous().stride()", also: [.methodOnly]) { (x: Tensor, _: Value) in try x.contiguous() },
            def("data_ptr(self)", "The address of the first element.", example: "torch.ones(1).data_ptr() > 0", also: [.methodOnly]) { (x: Tensor) in
                try x.address()
            },
            def("get_device(self)", "The number of the device: -1 for the CPU.", example: "torch.ones(1).get_device()", also: [.methodOnly]) {
                (x: Tensor) in x.device?.index ?? -1
            },
            def("is_inference(input)", "Whether the tensor was made in inference mode.", example: "torch.ones(1).is_inference()", also: [.method]) {
                (x: Tensor) in x.isInference
            },
            def("is_set_to(self, tensor)", "Whether two tensors see the same memory in the same way.", example: "x = torch.ones(1); x.is_set_to(x)",
                also: [.methodOnly]) { (x: Tensor, y: Tensor) in
                try x.address() == y.address() && x.shape == y.shape && x.strides == y.strides
            },
            def("is_storage(obj)", "Whether obj is a storage.", example: "torch.is_storage(torch.ones(1))") { (x: Value) in x.as(StorageObject.self) != nil },
            def("numpy(self, *, force=False)", "The elements as a numpy array over the same memory.", example: "torch.ones(2).numpy()",
                also: [.methodOnly]) { (x: Tensor, force: Bool) in
                if x.requiresGrad && !force {
                    throw Raised.runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
                }
                if x.dtype == .bfloat16 { throw Raised.typeError("Got unsupported ScalarType BFloat16") }
                return try ArrayBridge.array(x.detach().onHostForNumPy())
            },
            def("__array__(self, dtype=None)", "The elements as a numpy array.", example: "torch.ones(2).__array__()", also: [.methodOnly]) {
                (x: Tensor, _: Value) in
                if x.requiresGrad {
                    throw Raised.runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
                }
                return try ArrayBridge.array(x.onHostForNumPy())
            },
        ]
    }

    static var copies: [Row] {
        [
            def("clone(input, *, memory_format=None)", "A copy through which gradients flow.", example: "torch.ones(2).clone()", also: [.method]) {
                (x: Tensor, _: Value) in try x.clone()
            },
            def("detach(input)", "The same memory without history.", example: "torch.ones(2, requires_grad=True).detach()", also: [.method]) {
                (x: Tensor) in x.detach()
            },
            def("detach_(self)", "In place: forgets the history.", example: "torch.ones(2, requires_grad=True).detach_()", also: [.methodOnly]) {
                (x: Tensor) in try x.detachInPlace()
            },
            def("copy_(self, src, non_blocking=False)", "In place: the elements of src, converted and broadcast.", example: "torch.zeros(2).copy_(torch.ones(1))",
                also: [.methodOnly]) { (x: Tensor, given: Operand, _: Bool) in
                let source = try given.asTensor()
                // Checked here for the words PyTorch has for copy_ alone.
                _ = try Shapes.broadcast(x.shape, source.shape)
                return try x.copyInPlace(source) },
            def("fill_(self, value)", "In place: one value everywhere.", example: "torch.zeros(2).fill_(7)", also: [.methodOnly]) {
                (x: Tensor, value: Operand) in try x.fillInPlace(value)
            },
            def("zero_(self)", "In place: zero everywhere.", example: "torch.ones(2).zero_()", also: [.methodOnly]) { (x: Tensor) in
                try x.zeroInPlace()
            },
            def("fill_diagonal_(self, fill_value, wrap=False)", "In place: one value on the diagonal.", example: "torch.zeros(2, 2).fill_diagonal_(1)",
                also: [.methodOnly]) { (x: Tensor, value: Operand, _: Bool) in
                _ = try x.diagonal(0, 0, 1).fillInPlace(value)
                return x
            },
            def("set_(self, source)", "In place: looks at the memory of another tensor.", example: "torch.zeros(1).set_(torch.ones(2))",
                also: [.methodOnly]) { (x: Tensor, source: Tensor) in
                try x.setData(source)
                return x
            },
            def("_make_subclass(cls, data, require_grad=False)", "An instance of a subclass over the memory of a tensor.", also: [.methodOnly]) {
                (cls: Class, data: Tensor, requiresGrad: Bool) in
                if requiresGrad && !data.dtype.isFloatingPoint {
                    throw TensorError.runtime("Only Tensors of floating point and complex dtype can require gradients")
                }
                let object = TensorObject(data.detach(), type: cls)
                if requiresGrad { try object.tensor.setRequiresGrad(true) }
                return object
            }.asStatic,
            def("as_subclass(self, cls)", "The tensor as an instance of a subclass.", also: [.methodOnly]) { (x: Tensor, cls: Class) in
                TensorObject(try x.alias(), type: cls)
            },
            def("__deepcopy__(self, memo)", "A copy that shares nothing; leaves keep their gradient flag.", example: "import copy; copy.deepcopy(torch.ones(2))",
                also: [.methodOnly]) { (x: TensorObject, memo: Value) in try x.deepCopy(memo) },
        ]
    }

    static var storage: [Row] {
        [
            def("storage(self)", "The memory as a flat sequence.", example: "torch.tensor([[1, 2]]).storage()", also: [.methodOnly]) { (x: Tensor) in
                try StorageObject(x)
            },
            def("untyped_storage(self)", "The memory as a flat sequence.", example: "torch.ones(2).untyped_storage().data_ptr() > 0", also: [.methodOnly]) {
                (x: Tensor) in try StorageObject(x)
            },
        ]
    }
}
