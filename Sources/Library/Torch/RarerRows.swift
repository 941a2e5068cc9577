// Defines rows of torch that programs seldom call: writes to places, loops over elements, what complex numbers would need.
import Runtime
import Tensors

extension TorchRows {
    /// Writes to places of a copy, beyond scatter and index_add.
    static var rarerScattering: [Row] {
        [
            def("index_reduce(input, dim, index, source, reduce, *, include_self=True)", "A copy with slices of source reduced into the slices at index.",
                example: "torch.ones(2).index_reduce(0, torch.tensor([1, 1]), torch.tensor([2., 3.]), 'prod')", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Tensor, reduce: String, includesSelf: Bool) in
                try reducedSlices(x, dim, index, source, reduce, includesSelf)
            },
            def("put(input, index, source, accumulate=False)", "A copy with source written to positions in row-major order.",
                example: "torch.put(torch.zeros(3), torch.tensor([1]), torch.tensor([5.]))", also: [.method, .inPlace]) {
                (x: Tensor, index: Tensor, source: Tensor, accumulate: Bool) in
                guard index.dtype == .int64 else { throw TensorError.runtime("put_(): Expected a long tensor for index, but got \(index.dtype.scalarName)") }
                guard source.count == index.count else {
                    throw TensorError.index("put_(): Expected source and index to have the same number of elements, but got source.numel() = "
                        + "\(source.count), index.numel() = \(index.count)")
                }
                try index.checkPositions(of: x.count)
                return try x.reshape([-1]).indexPut([index.reshape([-1])], source.reshape([-1]), accumulate: accumulate).reshape(x.shape)
            },
            def("as_strided_scatter(input, src, size, stride, storage_offset=None)", "A copy with src in place of a view with sizes and strides of its own.",
                example: "torch.zeros(4).as_strided_scatter(torch.ones(2), (2,), (2,))", also: [.method]) {
                (x: Tensor, source: Tensor, size: [Int], stride: [Int], offset: Int?) in
                let result = try x.clone()
                _ = try result.asStrided(size, stride, offset).copyInPlace(source)
                return result
            },
            def("fill(input, value)", "A copy with one value everywhere.", example: "torch.fill(torch.zeros(2), 7)") { (x: Tensor, value: Operand) in
                try x.clone().fillInPlace(value)
            },
            def("nonzero_static(input, *, size, fill_value=-1)", "The first rows of nonzero, filled up to a number of rows.",
                example: "torch.nonzero_static(torch.tensor([0, 3]), size=2)", also: [.method]) { (x: Tensor, size: Int, fill: Number) in
                guard size >= 0 else { throw TensorError.runtime("nonzero_static: 'size' must be an non-negative integer") }
                let found = try x.nonzero()
                let taken = try found.narrow(0, 0, Swift.min(size, found.shape[0]))
                return try Tensor.cat([taken, Tensor.full([size - taken.shape[0], x.rank], fill, .int64)])
            },
            def("narrow_copy(input, dim, start, length)", "A copy of a range of one dimension.", example: "torch.narrow_copy(torch.arange(5), 0, 1, 3)",
                also: [.method]) { (x: Tensor, dim: Int, start: Int, length: Int) in try x.narrow(dim, start, length).clone() },
        ]
    }

    /// `index_reduce`: a scatter whose places are the same all over each slice.
    @Sendable private static func reducedSlices(
        _ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, _ reduce: String, _ includesSelf: Bool
    ) throws -> Tensor {
        guard let kind = ScatterReduction(rawValue: reduce), kind != .sum else {
            throw TensorError.runtime("index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got \(reduce).")
        }
        let d = try Shapes.wrap(dim, rank: x.rank)
        guard index.rank <= 1 else {
            throw TensorError.index("index_reduce_(): Index is supposed to be a vector, but got dim: \(index.rank) with type: "
                + "\(index.dtype.scalarName) and size: \(index.shape)")
        }
        guard d < Swift.max(source.rank, 1) else {
            throw TensorError.runtime("index_reduce_(): Indexing dim \(d) is out of bounds of the source tensor with dim \(source.rank)")
        }
        let length = source.rank == 0 ? 1 : source.shape[d]
        guard x.rank == source.rank, x.shape.indices.allSatisfy({ $0 == d || x.shape[$0] == source.shape[$0] }) else {
            throw TensorError.runtime("source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = "
                + "\(x.shape) source.shape = \(source.shape)")
        }
        guard index.count == length else {
            throw TensorError.runtime("index_reduce_(): Number of indices (\(index.count)) should be equal to source.size(dim): (\(length)), for dim: \(d)")
        }
        var sizes = [Int](repeating: 1, count: source.rank)
        if source.rank > 0 { sizes[d] = length }
        let places = try index.reshape(sizes).expand(source.shape)
        return try x.scatterReduce(dim: d, index: places, source: source, reduction: kind, includeSelf: includesSelf)
    }

    /// Functions whose answer differs for complex numbers alone; all numbers here are real.
    static var realAnswers: [Row] {
        [
            def("real(input)", "The real part: the tensor itself.", example: "torch.real(torch.ones(2))") { (x: Tensor) in x },
            def("conj(input)", "The conjugate: the tensor itself.", example: "torch.conj(torch.ones(2))", also: [.method]) { (x: Tensor) in x },
            def("conj_physical(input)", "The conjugate: the tensor itself.", example: "torch.conj_physical(torch.ones(2))", also: [.method]) { (x: Tensor) in x },
            def("resolve_conj(input)", "The tensor itself.", example: "torch.resolve_conj(torch.ones(2))", also: [.method]) { (x: Tensor) in x },
            def("resolve_neg(input)", "The tensor itself.", example: "torch.resolve_neg(torch.ones(2))", also: [.method]) { (x: Tensor) in x },
            def("is_conj(input)", "Whether a conjugate is put off: never.", example: "torch.is_conj(torch.ones(2))", also: [.method]) { (_: Tensor) in false },
            def("is_neg(input)", "Whether a change of sign is put off: never.", example: "torch.is_neg(torch.ones(2))", also: [.method]) { (_: Tensor) in false },
            def("imag(input)", "The imaginary part, which real numbers do not have.") { (_: Tensor) -> Tensor in
                throw Raised.typeError("imag is not implemented for tensors with non-complex dtypes.")
            },
            def("angle(input)", "0, or π where an element is negative.", example: "torch.angle(torch.tensor([1., -1.]))", also: [.method]) { (x: Tensor) -> Tensor in
                let x = x.dtype.isFloatingPoint ? x : try x.to(Engine.current.defaultDType)
                let angles = try Tensor.where(Op.lt(x, 0), .number(.float(.pi)), .tensor(Tensor.zeros(x.shape, x.dtype)))
                return try Tensor.where(Op.isnan(x), .tensor(x), .tensor(angles))
            },
        ]
    }

    /// Methods that call a function of the language for each element, and further names of methods.
    static var rarerMethods: [Row] {
        [
            def("apply_(self, callable)", "In place: what callable gives for each element.", example: "torch.arange(3.).apply_(lambda x: x * 2)", also: [.methodOnly]) {
                (x: Tensor, function: Value) in try mapped("apply_", x, [x], function)
            },
            def("map_(self, tensor, callable)", "In place: what callable gives for each pair of elements.",
                example: "torch.ones(2).map_(torch.arange(2.), lambda a, b: a + b)", also: [.methodOnly]) {
                (x: Tensor, other: Tensor, function: Value) in try mapped("map_", x, [x, other.expand(x.shape)], function)
            },
            def("resize_as_(self, the_template)", "In place: the sizes of another tensor.", example: "torch.arange(4).resize_as_(torch.ones(2, 2))",
                also: [.methodOnly]) { (x: Tensor, template: Tensor) in try x.resizeInPlace(template.shape) },
            def("swapaxes_(self, axis0, axis1)", "In place: two dimensions exchanged.", example: "torch.ones(2, 3).swapaxes_(0, 1).shape", also: [.methodOnly]) {
                (x: Tensor, first: Int, second: Int) in try x.adoptView(of: x.transpose(first, second))
            },
            def("swapdims_(self, dim0, dim1)", "In place: two dimensions exchanged.", example: "torch.ones(2, 3).swapdims_(0, 1).shape", also: [.methodOnly]) {
                (x: Tensor, first: Int, second: Int) in try x.adoptView(of: x.transpose(first, second))
            },
            def("sum_to_size(self, *size)", "Summed over dimensions until the sizes are those given.", example: "torch.ones(2, 3).sum_to_size(3)", also: [.methodOnly]) {
                (x: Tensor, size: Sizes) in
                let shape = try size.shape()
                guard (try? Shapes.broadcast(x.shape, shape)) == x.shape else {
                    throw TensorError.runtime("size {\(shape)} is not expandable to size {\(x.shape)}.")
                }
                return try x.summed(to: shape)
            },
            def("is_shared(self)", "Whether other processes see the memory: there are none.", example: "torch.ones(1).is_shared()", also: [.methodOnly]) {
                (_: Tensor) in false
            },
            def("share_memory_(self)", "The tensor itself: there are no other processes.", example: "torch.ones(1).share_memory_()", also: [.methodOnly]) { (x: Tensor) in x },
        ]
    }

    /// The elements of `x` replaced by what a function gives for those of the operands at the same places.
    @Sendable private static func mapped(_ name: String, _ x: Tensor, _ operands: [Tensor], _ function: Value) throws -> Tensor {
        if operands.contains(where: \.requiresGrad) {
            throw Raised.runtimeError("Can't call \(name)() on Variable that requires grad. Use var.detach().\(name)() instead.")
        }
        let columns = try operands.map { try $0.reshape([-1]).nestedLists().elements() }
        let results = try (0..<x.count).map { place in try function.call(columns.map { $0[place] }) }
        return try x.copyInPlace(NestedSequence.tensor(.list(results), dtype: x.dtype).reshape(x.shape))
    }
}
