// Defines the rows that pick elements by index or by mask, and those that write to such places.
import Runtime
import Tensors

extension TorchRows {
    static var gathering: [Row] {
        [
            def("gather(input, dim, index, *, sparse_grad=False)", "Elements picked along a dimension, one for each index.",
                example: "torch.gather(torch.tensor([[1, 2], [3, 4]]), 1, torch.tensor([[0], [1]]))", also: [.method]) {
                (x: Tensor, dim: Int, index: Tensor, _: Bool) in try x.gather(dim: dim, index: index)
            },
            def("take_along_dim(input, indices, dim=None)", "Elements picked along a dimension; sizes broadcast.",
                example: "torch.take_along_dim(torch.tensor([3, 1, 2]), torch.tensor([1, 2, 0]), dim=0)", also: [.method]) {
                (x: Tensor, index: Tensor, dim: Int?) in try x.takeAlongDim(index, dim: dim)
            },
            def("index_select(input, dim, index)", "Slices picked from one dimension.",
                example: "torch.eye(3).index_select(0, torch.tensor([2, 0]))", also: [.method]) {
                (x: Tensor, dim: Int, index: Tensor) in try x.indexSelect(dim: dim, index: index)
            },
            def("take(input, index)", "Elements picked by their position in row-major order.", example: "torch.take(torch.eye(2), torch.tensor([0, 3]))",
                also: [.method]) { (x: Tensor, index: Tensor) in try x.take(index) },
            def("masked_select(input, mask)", "The elements where mask is true.",
                example: "torch.masked_select(torch.tensor([1, 2, 3]), torch.tensor([True, False, True]))", also: [.method]) {
                (x: Tensor, mask: Tensor) in try x.maskedSelect(mask)
            },
            def("nonzero(input, *, as_tuple=False)", "The indices of the elements that are not zero.", example: "torch.nonzero(torch.tensor([0, 5, 6]))",
                also: [.method]) { (x: Tensor, asTuple: Bool) in
                let indices = try x.nonzero()
                return asTuple ? TensorTuple(try x.rank == 0 ? [indices.reshape([-1])] : indices.unbind(dim: 1)).intoValue() : indices.intoValue()
            },
            def("argwhere(input)", "The indices of the elements that are not zero.", example: "torch.argwhere(torch.tensor([0, 5, 6]))", also: [.method]) {
                (x: Tensor) in try x.nonzero()
            },
            def("where(condition, input, other)", "Elements of input where condition is true, of other elsewhere.",
                example: "torch.where(torch.tensor([True, False]), 1., torch.zeros(2))") {
                (condition: Tensor, x: Operand, y: Operand) in try Tensor.where(condition, x, y)
            },
            def("where(condition)", "The indices where condition is true.", example: "torch.where(torch.tensor([True, False, True]))") {
                (condition: Tensor) in TensorTuple(try condition.nonzero().unbind(dim: 1))
            },
            def("where(self, condition, other)", "The elements where condition is true, those of other elsewhere.",
                example: "torch.tensor([1., 2.]).where(torch.tensor([True, False]), 0)", also: [.methodOnly]) {
                (x: Tensor, condition: Tensor, y: Operand) in try Tensor.where(condition, .tensor(x), y)
            },
            def("unravel_index(indices, shape)", "Positions in row-major order as indices of each dimension.",
                example: "torch.unravel_index(torch.tensor(5), (2, 3))") { (indices: Tensor, shape: Sizes) in
                var rest = indices
                var parts: [Tensor] = []
                for size in shape.reversed() {
                    parts.append(try Op.remainder(.tensor(rest), .number(.int(size))))
                    rest = try Op.floorDivide(.tensor(rest), .number(.int(size)))
                }
                return TensorTuple(parts.reversed())
            },
        ]
    }

    static var scattering: [Row] {
        [
            def("scatter(input, dim, index, src)", "A copy with src written to places along a dimension.",
                example: "torch.zeros(3).scatter(0, torch.tensor([2]), torch.tensor([5.]))", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Operand) in try scattered(x, dim, index, source)
            },
            def("scatter(input, dim, index, value)", "A copy with one value written to places along a dimension.",
                example: "torch.zeros(3).scatter(0, torch.tensor([2]), value=5.)", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, value: Operand) in try scattered(x, dim, index, value)
            },
            def("scatter(input, dim, index, src, *, reduce)", "A copy with src added to or multiplied into places along a dimension.",
                example: "torch.ones(3).scatter(0, torch.tensor([2]), torch.tensor([5.]), reduce='add')", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Operand, reduce: String) in
                try scattered(x, dim, index, source, reduce)
            },
            def("scatter_add(input, dim, index, src)", "A copy with src added to places along a dimension.",
                example: "torch.zeros(2).scatter_add(0, torch.tensor([1, 1]), torch.ones(2))", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Tensor) in try x.scatterAdd(dim: dim, index: index, source: source)
            },
            def("scatter_reduce(input, dim, index, src, reduce, *, include_self=True)", "A copy with src reduced into places: sum, prod, mean, amax, amin.",
                example: "torch.zeros(2).scatter_reduce(0, torch.tensor([1, 1]), torch.tensor([2., 3.]), 'amax')", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Tensor, reduce: String, includeSelf: Bool) in
                try x.scatterReduce(dim: dim, index: index, source: source, reduction: reduction(reduce), includeSelf: includeSelf)
            },
            def("index_add(input, dim, index, source, *, alpha=1)", "A copy with slices of source added to the slices at index.",
                example: "torch.zeros(3).index_add(0, torch.tensor([0, 0]), torch.ones(2))", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Tensor, alpha: Number) in try x.indexAdd(dim: dim, index: index, source: source, alpha: alpha)
            },
            def("index_copy(input, dim, index, source)", "A copy with slices of source in place of the slices at index.",
                example: "torch.zeros(3).index_copy(0, torch.tensor([0]), torch.ones(1))", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, source: Tensor) in try x.indexCopy(dim: dim, index: index, source: source)
            },
            def("index_fill(input, dim, index, value)", "A copy with one value in the slices at index.",
                example: "torch.zeros(3).index_fill(0, torch.tensor([0]), 5)", also: [.method, .inPlace]) {
                (x: Tensor, dim: Int, index: Tensor, value: Number) in try x.indexFill(dim: dim, index: index, value: value)
            },
            def("index_put(input, indices, values, accumulate=False)", "A copy with values written to the elements at indices.",
                example: "torch.zeros(3).index_put((torch.tensor([1]),), torch.tensor([5.]))", also: [.method, .inPlace]) {
                (x: Tensor, indices: [Tensor], values: Tensor, accumulate: Bool) in try x.indexPut(indices, values, accumulate: accumulate)
            },
            def("select_scatter(input, src, dim, index)", "A copy with src in place of one slice.",
                example: "torch.zeros(2, 2).select_scatter(torch.ones(2), 0, 1)", also: [.method]) {
                (x: Tensor, source: Tensor, dim: Int, index: Int) in
                let result = try x.clone()
                _ = try result.select(dim, index).copyInPlace(source)
                return result
            },
            def("diagonal_scatter(input, src, offset=0, dim1=0, dim2=1)", "A copy with src in place of the diagonal.",
                example: "torch.zeros(2, 2).diagonal_scatter(torch.ones(2))", also: [.method]) {
                (x: Tensor, source: Tensor, offset: Int, dim1: Int, dim2: Int) in
                let result = try x.clone()
                _ = try result.diagonal(offset, dim1, dim2).copyInPlace(source)
                return result
            },
            def("slice_scatter(input, src, dim=0, start=None, end=None, step=1)", "A copy with src in place of every step-th slice from start to end.",
                example: "torch.zeros(3).slice_scatter(torch.ones(2), start=1)", also: [.method]) {
                (x: Tensor, source: Tensor, dim: Int, start: Int?, end: Int?, step: Int) in
                let result = try x.clone()
                _ = try result.slice(dim, start, end, step).copyInPlace(source)
                return result
            },
        ]
    }

    /// A copy of `x` with the source written to places along a dimension, or reduced into them.
    @Sendable private static func scattered(_ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Operand, _ reduce: String? = nil) throws -> Tensor {
        if let reduce {
            let operation = try reduction(reduce == "add" ? "sum" : reduce == "multiply" ? "prod" : reduce)
            let values = try source.asTensor().to(x.dtype).expand(index.shape)
            return try x.scatterReduce(dim: dim, index: index, source: values, reduction: operation, includeSelf: true)
        }
        switch source {
        case .tensor(let source): return try x.scatter(dim: dim, index: index, source: source)
        case .number(let value): return try x.scatter(dim: dim, index: index, value: value)
        }
    }

    /// The reduction of a name.
    @Sendable static func reduction(_ name: String) throws -> ScatterReduction {
        guard let reduction = ScatterReduction(rawValue: name) else {
            throw TensorError.runtime("reduce argument must be either sum, prod, mean, amax or amin, got \(name)")
        }
        return reduction
    }

    static var masks: [Row] {
        [
            def("masked_fill(input, mask, value)", "A copy with one value where mask is true.",
                example: "torch.ones(2).masked_fill(torch.tensor([True, False]), 5)", also: [.method, .inPlace]) {
                (x: Tensor, mask: Tensor, value: Operand) in try x.maskedFill(mask, value)
            },
            def("masked_scatter(input, mask, source)", "A copy with the elements of source, in order, where mask is true.",
                example: "torch.zeros(3).masked_scatter(torch.tensor([True, False, True]), torch.tensor([1., 2.]))", also: [.method, .inPlace]) {
                (x: Tensor, mask: Tensor, source: Tensor) in try x.maskedScatter(mask, source)
            },
            def("one_hot(input, num_classes=-1)", "Rows of zeros with a one at the index.", example: "torch.nn.functional.one_hot(torch.tensor([0, 2]))",
                also: [.functional, .methodOnly]) { (x: Tensor, classes: Int) in try x.oneHot(classes) },
        ]
    }
}
