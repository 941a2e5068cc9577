// Defines the rows that join tensors and split them.
import Runtime
import Tensors

extension TorchRows {
    static var joining: [Row] {
        let rows: [Row] = [
            def("cat(tensors, dim=0)", "Tensors one after the other along a dimension.", example: "torch.cat([torch.ones(2), torch.zeros(1)])") {
                (tensors: TensorList, dim: Int) in try Tensor.cat(tensors.list, dim: dim)
            },
            def("stack(tensors, dim=0)", "Tensors along a new dimension.", example: "torch.stack([torch.ones(2), torch.zeros(2)])") {
                (tensors: TensorList, dim: Int) in try Tensor.stack(tensors.list, dim: dim)
            },
            def("hstack(tensors)", "Tensors side by side.", example: "torch.hstack([torch.ones(2), torch.zeros(1)])") { (tensors: TensorList) in
                let parts = try tensors.list.map { $0.rank == 0 ? try $0.reshape([1]) : $0 }
                return try Tensor.cat(parts, dim: parts.first?.rank == 1 ? 0 : 1)
            },
            def("vstack(tensors)", "Tensors below each other.", example: "torch.vstack([torch.ones(2), torch.zeros(2)])") { (tensors: TensorList) in
                try Tensor.cat(tensors.list.map { $0.rank == 0 ? try $0.reshape([1, 1]) : $0.rank == 1 ? try $0.unsqueeze(0) : $0 }, dim: 0)
            },
            def("dstack(tensors)", "Tensors behind each other.", example: "torch.dstack([torch.ones(2), torch.zeros(2)]).shape") {
                (tensors: TensorList) in
                let parts = try tensors.list.map { x in
                    if x.rank == 0 { return try x.reshape([1, 1, 1]) }
                    if x.rank == 1 { return try x.unsqueeze(0).unsqueeze(2) }
                    return x.rank == 2 ? try x.unsqueeze(2) : x
                }
                return try Tensor.cat(parts, dim: 2)
            },
            def("column_stack(tensors)", "Vectors as the columns of a matrix.", example: "torch.column_stack([torch.ones(2), torch.zeros(2)])") {
                (tensors: TensorList) in
                try Tensor.cat(tensors.list.map { $0.rank <= 1 ? try $0.reshape([$0.count, 1]) : $0 }, dim: 1)
            },
            def("block_diag(*tensors)", "Matrices along the diagonal of a larger one.", example: "torch.block_diag(torch.ones(1, 1), torch.ones(2, 2))") {
                (tensors: TensorList) in try Tensor.blockDiag(tensors.list)
            },
        ]
        let names = ["cat": ["concat", "concatenate"], "vstack": ["row_stack"]]
        return rows + rows.flatMap { row in (names[row.name.text] ?? []).map(row.renamed) }
    }

    static var splitting: [Row] {
        [
            def("split(tensor, split_size_or_sections, dim=0)", "Parts of a size, or of a list of sizes, along a dimension.",
                example: "torch.arange(5).split(2)", also: [.method]) { (x: Tensor, size: Int, dim: Int) in TensorTuple(try x.split(size, dim: dim)) },
            def("split(tensor, split_size_or_sections, dim=0)", "Parts of a size, or of a list of sizes, along a dimension.",
                example: "torch.arange(5).split([1, 4])", also: [.method]) { (x: Tensor, sizes: [Int], dim: Int) in
                TensorTuple(try x.split(sizes, dim: dim))
            },
            def("split(tensor, split_size, dim=0)", "Parts of a size along a dimension.",
                example: "torch.arange(5).split(split_size=2)", also: [.method]) { (x: Tensor, size: Int, dim: Int) in TensorTuple(try x.split(size, dim: dim)) },
            def("split_with_sizes(input, split_sizes, dim=0)", "Parts of the given sizes along a dimension.",
                example: "torch.arange(5).split_with_sizes([1, 4])", also: [.method]) { (x: Tensor, sizes: [Int], dim: Int) in
                TensorTuple(try x.split(sizes, dim: dim))
            },
            def("chunk(input, chunks, dim=0)", "So many parts along a dimension.", example: "torch.arange(5).chunk(2)", also: [.method]) {
                (x: Tensor, chunks: Int, dim: Int) in TensorTuple(try x.chunk(chunks, dim: dim))
            },
            def("unbind(input, dim=0)", "All slices of a dimension.", example: "torch.eye(2).unbind()", also: [.method]) { (x: Tensor, dim: Int) in
                TensorTuple(try x.unbind(dim: dim))
            },
            def("tensor_split(input, indices_or_sections, dim=0)", "So many nearly equal parts, or parts cut at indices.",
                example: "torch.arange(5).tensor_split(2)", also: [.method]) { (x: Tensor, cuts: Sections, dim: Int) in
                TensorTuple(try cuts.parts(of: x, dim))
            },
            def("hsplit(input, indices_or_sections)", "Parts side by side.", example: "torch.arange(4).hsplit(2)", also: [.method]) {
                (x: Tensor, cuts: Sections) in TensorTuple(try cuts.parts(of: x, x.rank == 1 ? 0 : 1))
            },
            def("vsplit(input, indices_or_sections)", "Parts below each other.", example: "torch.eye(2).vsplit(2)", also: [.method]) {
                (x: Tensor, cuts: Sections) in TensorTuple(try cuts.parts(of: x, 0))
            },
            def("dsplit(input, indices_or_sections)", "Parts behind each other.", example: "torch.ones(1, 1, 2).dsplit(2)[0].shape", also: [.method]) {
                (x: Tensor, cuts: Sections) in TensorTuple(try cuts.parts(of: x, 2))
            },
        ]
    }
}

/// Where to cut a dimension: into a number of parts, or at indices.
private enum Sections: FromValue {
    case count(Int)
    case indices([Int])

    static func from(_ value: Value) throws -> Sections? {
        if let indices = try [Int].from(value) { return .indices(indices) }
        if let tensor = Tensor.from(value), tensor.rank == 1 { return .indices(try tensor.elements(Int.self)) }
        return try Int.from(value).map { .count($0) }
    }

    static var expectedType: String { "int" }

    /// The parts; the first ones are larger by one where the division has a rest.
    func parts(of x: Tensor, _ dim: Int) throws -> [Tensor] {
        let size = try x.size(dim)
        switch self {
        case .count(let count):
            guard count > 0 else { throw TensorError.runtime("number of sections must be larger than 0, got \(count)") }
            let (width, rest) = size.quotientAndRemainder(dividingBy: count)
            try Shapes.checkParts(count)
            return try x.split((0..<count).map { $0 < rest ? width + 1 : width }, dim: dim)
        case .indices(let indices):
            let cuts = [0] + indices.map { Swift.min(Swift.max($0 < 0 ? $0 + size : $0, 0), size) } + [size]
            return try (1..<cuts.count).map { try x.narrow(dim, Swift.min(cuts[$0 - 1], size), Swift.max(0, cuts[$0] - cuts[$0 - 1])) }
        }
    }
}
