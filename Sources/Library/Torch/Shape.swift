// Defines the rows that look at the same elements under other sizes, and those that rearrange or repeat them.
import Runtime
import Tensors

extension TorchRows {
    static var views: [Row] {
        [
            def("view(self, *size)", "The same elements under other sizes; -1 is worked out.", example: "torch.arange(6).view(2, -1)", also: [.methodOnly]) {
                (x: Tensor, sizes: Sizes) in try x.view(sizes)
            },
            def("view(self, dtype)", "The same memory read as another type.", example: "torch.ones(1).view(torch.int32)", also: [.methodOnly]) {
                (x: Tensor, dtype: DType) in try x.view(as: dtype)
            },
            def("view_as(self, other)", "The same elements under the sizes of other.", example: "torch.arange(4).view_as(torch.ones(2, 2))",
                also: [.methodOnly]) { (x: Tensor, y: Tensor) in try x.view(y.shape) },
            def("reshape(input, *shape)", "The same elements under other sizes, copied where needed; -1 is worked out.",
                example: "torch.arange(6).reshape(3, 2)", also: [.method]) { (x: Tensor, shape: Sizes) in try x.reshape(shape) },
            def("reshape_as(self, other)", "The elements under the sizes of other.", example: "torch.arange(4).reshape_as(torch.ones(2, 2))",
                also: [.methodOnly]) { (x: Tensor, y: Tensor) in try x.reshape(y.shape) },
            def("flatten(input, start_dim=0, end_dim=-1)", "Joins neighbouring dimensions into one.", example: "torch.ones(2, 3).flatten().shape",
                also: [.method]) { (x: Tensor, start: Int, end: Int) in try x.flatten(start, end) },
            def("ravel(input)", "All elements in one dimension.", example: "torch.ones(2, 3).ravel().shape", also: [.method]) { (x: Tensor) in
                try x.reshape([-1])
            },
            def("unflatten(input, dim, sizes)", "Splits one dimension into several.", example: "torch.arange(6).unflatten(0, (2, 3))", also: [.method]) {
                (x: Tensor, dim: Int, sizes: [Int]) in try x.unflatten(dim, sizes)
            },
            def("squeeze(input, dim=None)", "Without dimensions of size 1.", example: "torch.ones(1, 3, 1).squeeze().shape", also: [.method]) {
                (x: Tensor, dims: Axes) in try dims.list.map { try x.squeeze($0) } ?? x.squeeze()
            },
            def("unsqueeze(input, dim)", "With a new dimension of size 1.", example: "torch.arange(3).unsqueeze(1).shape", also: [.method]) {
                (x: Tensor, dim: Int) in try x.unsqueeze(dim)
            },
            def("expand(self, *size, implicit=False)", "Dimensions of size 1 repeated without copying.", example: "torch.tensor([[1], [2]]).expand(2, 3)",
                also: [.methodOnly]) { (x: Tensor, size: Sizes, _: Bool) in try x.expand(size) },
            def("expand_as(self, other)", "Expanded to the sizes of other.", example: "torch.tensor([1]).expand_as(torch.ones(3))", also: [.methodOnly]) {
                (x: Tensor, y: Tensor) in try x.expand(y.shape)
            },
            def("broadcast_to(input, size)", "Expanded to the given sizes.", example: "torch.broadcast_to(torch.tensor([1, 2]), (2, 2))", also: [.method]) {
                (x: Tensor, size: [Int]) in try x.expand(size)
            },
            def("broadcast_tensors(*tensors)", "Tensors expanded to their common sizes.",
                example: "torch.broadcast_tensors(torch.ones(2, 1), torch.ones(3))[0].shape") { (tensors: TensorList) in
                TensorTuple(try Tensor.broadcast(tensors.list))
            },
            def("broadcast_shapes(*shapes)", "The common sizes of shapes.", example: "torch.broadcast_shapes((2, 1), (3,))") { (shapes: [Sizes]) in
                Value.size(try shapes.reduce(Dims()) { try Shapes.broadcast($0, Dims($1)) })
            },
            def("narrow(input, dim, start, length)", "A range of one dimension.", example: "torch.arange(5).narrow(0, 1, 3)", also: [.method]) {
                (x: Tensor, dim: Int, start: Int, length: Int) in try x.narrow(dim, start, length)
            },
            def("select(input, dim, index)", "One index of one dimension.", example: "torch.ones(2, 3).select(1, 0).shape", also: [.method]) {
                (x: Tensor, dim: Int, index: Int) in try x.select(dim, index)
            },
            def("diagonal(input, offset=0, dim1=0, dim2=1)", "The diagonal as a view.", example: "torch.eye(3).diagonal()", also: [.method]) {
                (x: Tensor, offset: Int, first: Int, second: Int) in try x.diagonal(offset, first, second)
            },
            def("unfold(self, dimension, size, step)", "All windows of a size along a dimension.", example: "torch.arange(5).unfold(0, 3, 1)",
                also: [.methodOnly]) { (x: Tensor, dim: Int, size: Int, step: Int) in try x.unfold(dim, size, step) },
            def("as_strided(input, size, stride, storage_offset=None)", "A view with sizes and strides of its own.",
                example: "torch.arange(6).as_strided((2, 2), (3, 1))", also: [.method]) {
                (x: Tensor, size: [Int], stride: [Int], offset: Int?) in try x.asStrided(size, stride, offset)
            },
            def("atleast_1d(*tensors)", "With at least one dimension.", example: "torch.atleast_1d(torch.tensor(1))") { (tensors: TensorList) in
                try atLeast(tensors.list) { $0.rank == 0 ? try $0.reshape([1]) : $0 }
            },
            def("atleast_2d(*tensors)", "With at least two dimensions.", example: "torch.atleast_2d(torch.tensor([1, 2]))") { (tensors: TensorList) in
                try atLeast(tensors.list) { $0.rank == 0 ? try $0.reshape([1, 1]) : $0.rank == 1 ? try $0.unsqueeze(0) : $0 }
            },
            def("atleast_3d(*tensors)", "With at least three dimensions.", example: "torch.atleast_3d(torch.tensor([1, 2])).shape") {
                (tensors: TensorList) in
                try atLeast(tensors.list) { x in
                    if x.rank == 0 { return try x.reshape([1, 1, 1]) }
                    if x.rank == 1 { return try x.unsqueeze(0).unsqueeze(2) }
                    return x.rank == 2 ? try x.unsqueeze(2) : x
                }
            },
        ]
    }

    private static func atLeast(_ tensors: [Tensor], _ raise: (Tensor) throws -> Tensor) throws -> Value {
        let raised = try tensors.map(raise)
        return raised.count == 1 ? raised[0].intoValue() : TensorTuple(raised).intoValue()
    }

    static var rearrangements: [Row] {
        let rows: [Row] = [
            def("transpose(input, dim0, dim1)", "Two dimensions exchanged.", example: "torch.ones(2, 3).transpose(0, 1).shape", also: [.method]) {
                (x: Tensor, first: Int, second: Int) in try x.transpose(first, second)
            },
            def("t(input)", "The transposed matrix.", example: "torch.ones(2, 3).t().shape", also: [.method]) { (x: Tensor) in try x.t() },
            def("adjoint(input)", "The last two dimensions exchanged.", example: "torch.ones(2, 3).adjoint().shape", also: [.method]) {
                (x: Tensor) in try x.transpose(-2, -1)
            },
            def("permute(input, *dims)", "The dimensions in another order.", example: "torch.ones(2, 3, 4).permute(2, 0, 1).shape", also: [.method]) {
                (x: Tensor, dims: Sizes) in try x.permute(dims.list)
            },
            def("movedim(input, source, destination)", "Dimensions moved elsewhere.", example: "torch.ones(2, 3, 4).movedim(0, 2).shape", also: [.method]) {
                (x: Tensor, source: Sizes, destination: Sizes) in try x.movedim(source.list, destination.list)
            },
            def("flip(input, *dims)", "The order along dimensions reversed.", example: "torch.arange(3).flip(0)", also: [.method]) {
                (x: Tensor, dims: Sizes) in try x.flip(dims.list)
            },
            def("fliplr(input)", "Columns in reverse order.", example: "torch.eye(2).fliplr()", also: [.method]) { (x: Tensor) in try x.flip([1]) },
            def("flipud(input)", "Rows in reverse order.", example: "torch.eye(2).flipud()", also: [.method]) { (x: Tensor) in try x.flip([0]) },
            def("rot90(input, k=1, dims=(0, 1))", "Rotated by 90 degrees, k times.", example: "torch.rot90(torch.tensor([[1, 2], [3, 4]]))",
                also: [.method]) { (x: Tensor, k: Int, dims: [Int]) in try x.rot90(k, dims) },
            def("roll(input, shifts, dims=None)", "Elements moved around the end to the start.", example: "torch.arange(4).roll(1)", also: [.method]) {
                (x: Tensor, shifts: Sizes, dims: Axes) in try x.roll(shifts.list, dims.dims ?? [])
            },
        ]
        let names = ["transpose": ["swapaxes", "swapdims"], "movedim": ["moveaxis"]]
        return rows + rows.flatMap { row in (names[row.name.text] ?? []).map(row.renamed) }
    }

    static var repetitions: [Row] {
        [
            def("repeat(self, *repeats)", "Copies laid side by side, so many along each dimension.", example: "torch.tensor([1, 2]).repeat(2, 2)",
                also: [.methodOnly]) { (x: Tensor, repeats: Sizes) in try x.repeat(repeats.list) },
            def("tile(input, *dims)", "Copies laid side by side, so many along the last dimensions.", example: "torch.tensor([1, 2]).tile(2)",
                also: [.method]) { (x: Tensor, dims: Sizes) in
                try x.repeat(Array(repeating: 1, count: Swift.max(0, x.rank - dims.count)) + dims.list)
            },
            def("repeat_interleave(input, repeats, dim=None, *, output_size=None)", "Every element several times in a row.",
                example: "torch.tensor([1, 2]).repeat_interleave(2)", also: [.method]) {
                (x: Tensor, repeats: Operand, dim: Int?, _: Int?) in try x.repeatInterleave(repeats, dim)
            },
            def("squeeze_(self, dim=None)", "In place: without dimensions of size 1.", example: "torch.ones(1, 3).squeeze_().shape", also: [.methodOnly]) {
                (x: Tensor, dims: Axes) in try x.adoptView(of: dims.list.map { try x.squeeze($0) } ?? x.squeeze())
            },
            def("unsqueeze_(self, dim)", "In place: with a new dimension of size 1.", example: "torch.arange(3).unsqueeze_(0).shape", also: [.methodOnly]) {
                (x: Tensor, dim: Int) in try x.adoptView(of: x.unsqueeze(dim))
            },
            def("transpose_(self, dim0, dim1)", "In place: two dimensions exchanged.", example: "torch.ones(2, 3).transpose_(0, 1).shape",
                also: [.methodOnly]) { (x: Tensor, first: Int, second: Int) in try x.adoptView(of: x.transpose(first, second)) },
            def("t_(self)", "In place: the transposed matrix.", example: "torch.ones(2, 3).t_().shape", also: [.methodOnly]) { (x: Tensor) in
                try x.adoptView(of: x.t())
            },
            def("resize_(self, *size)", "In place: other sizes over the same memory, which grows where needed.", example: "torch.arange(4).resize_(2, 2)",
                also: [.methodOnly]) { (x: Tensor, size: Sizes) in try x.resizeInPlace(size.shape()) },
        ]
    }
}
