// Defines the rows for products of vectors and matrices.
import Runtime
import Tensors

extension TorchRows {
    static var products: [Row] {
        let rows: [Row] = [
            def("matmul(input, other)", "Product of matrices or vectors, batched over leading dimensions.", example: "torch.matmul(torch.ones(2, 3), torch.ones(3))",
                also: [.method]) { (x: Tensor, y: Tensor) in try x.matmul(y) },
            def("mm(input, mat2)", "Product of two matrices.", example: "torch.mm(torch.ones(2, 3), torch.ones(3, 2))", also: [.method]) {
                (x: Tensor, y: Tensor) in try x.mm(y)
            },
            def("bmm(input, mat2)", "Products of matrices, one for each pair of a batch.", example: "torch.bmm(torch.ones(2, 1, 3), torch.ones(2, 3, 1))",
                also: [.method]) { (x: Tensor, y: Tensor) in try x.bmm(y) },
            def("mv(input, vec)", "Product of a matrix and a vector.", example: "torch.mv(torch.ones(2, 3), torch.ones(3))", also: [.method]) {
                (x: Tensor, y: Tensor) in try x.mv(y)
            },
            def("dot(input, tensor)", "Sum of the products of two vectors.", example: "torch.dot(torch.tensor([1., 2.]), torch.tensor([3., 4.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try x.dot(y) },
            def("vdot(input, other)", "Sum of the products of two vectors.", example: "torch.vdot(torch.tensor([1., 2.]), torch.tensor([3., 4.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try x.dot(y) },
            def("inner(input, other)", "Sums of products over the last dimensions.", example: "torch.inner(torch.ones(2, 3), torch.ones(3))",
                also: [.method]) { (x: Tensor, y: Tensor) in
                x.rank == 0 || y.rank == 0 ? try x * y : try x.tensordot(y, [x.rank - 1], [y.rank - 1])
            },
            def("outer(input, vec2)", "All products of the elements of two vectors.", example: "torch.outer(torch.tensor([1., 2.]), torch.tensor([3., 4.]))",
                also: [.method]) { (x: Tensor, y: Tensor) in try x.outer(y) },
            def("kron(input, other)", "Kronecker product.", example: "torch.kron(torch.eye(2), torch.ones(1, 2))", also: [.method]) {
                (x: Tensor, y: Tensor) in try x.kron(y)
            },
            def("cross(input, other, dim=None)", "Cross product of vectors of three elements.",
                example: "torch.cross(torch.tensor([1., 0., 0.]), torch.tensor([0., 1., 0.]), dim=0)", also: [.method]) {
                (x: Tensor, y: Tensor, dim: Int?) in try x.cross(y, dim ?? x.shape.firstIndex(of: 3) ?? -1)
            },
            def("tensordot(a, b, dims=2)", "Sums of products over chosen dimensions.", example: "torch.tensordot(torch.ones(2, 3), torch.ones(3, 2), dims=1)") {
                (a: Tensor, b: Tensor, dims: ContractedDims) in
                let (first, second) = dims.pair(a.rank)
                return try a.tensordot(b, first, second)
            },
            def("einsum(equation, *operands)", "Sums of products written in Einstein's notation.",
                example: "torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(3, 2))") { (equation: String, operands: TensorList) in
                try Tensor.einsum(equation, operands.list)
            },
            def("chain_matmul(*matrices)", "Product of several matrices.", example: "torch.chain_matmul(torch.eye(2), torch.eye(2))") {
                (matrices: TensorList) in try Tensor.multiDot(matrices.list)
            },
            def("cdist(x1, x2, p=2.0, compute_mode=None)", "Distances between all rows of two matrices.", example: "torch.cdist(torch.zeros(1, 2), torch.tensor([[3., 4.]]))") {
                (x: Tensor, y: Tensor, p: Double, _: Value) in try x.cdist(y, p: p)
            },
        ]
        return rows + rows.filter { $0.name == "outer" }.map { $0.renamed("ger") }
    }

    /// `beta * x + alpha * product`
    @Sendable private static func scaled(_ x: Tensor, _ beta: Number, _ product: Tensor, _ alpha: Number) throws -> Tensor {
        let base = try beta == 1 ? x : Op.mul(.tensor(x), .number(beta))
        return try base.add(.tensor(product), alpha: alpha)
    }

    /// A product added to a tensor.
    static var productsAndSums: [Row] {
        [
            def("addmm(input, mat1, mat2, *, beta=1, alpha=1)", "beta * input + alpha * (mat1 @ mat2).",
                example: "torch.addmm(torch.zeros(2), torch.eye(2), torch.ones(2, 2))", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, beta: Number, alpha: Number) in try x.addmm(a, b, beta: beta, alpha: alpha)
            },
            def("addmv(input, mat, vec, *, beta=1, alpha=1)", "beta * input + alpha * (mat @ vec).",
                example: "torch.addmv(torch.zeros(2), torch.eye(2), torch.ones(2))", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, beta: Number, alpha: Number) in
                try scaled(x, beta, a.mv(b), alpha)
            },
            def("addr(input, vec1, vec2, *, beta=1, alpha=1)", "beta * input + alpha * outer(vec1, vec2).",
                example: "torch.addr(torch.zeros(2, 2), torch.ones(2), torch.ones(2))", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, beta: Number, alpha: Number) in
                try scaled(x, beta, a.outer(b), alpha)
            },
            def("addbmm(input, batch1, batch2, *, beta=1, alpha=1)", "beta * input + alpha times the sum of the products of a batch.",
                example: "torch.addbmm(torch.zeros(1, 1), torch.ones(2, 1, 3), torch.ones(2, 3, 1))", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, beta: Number, alpha: Number) in
                try scaled(x, beta, a.bmm(b).sum(dims: [0]), alpha)
            },
            def("baddbmm(input, batch1, batch2, *, beta=1, alpha=1)", "beta * input + alpha times the products of a batch.",
                example: "torch.baddbmm(torch.zeros(2, 1, 1), torch.ones(2, 1, 3), torch.ones(2, 3, 1))", also: [.method, .inPlace]) {
                (x: Tensor, a: Tensor, b: Tensor, beta: Number, alpha: Number) in
                try scaled(x, beta, a.bmm(b), alpha)
            },
        ]
    }
}

/// The dimensions `tensordot` sums over: a number of them, or a list for each operand.
private struct ContractedDims: FromValue {
    private let count: Int?
    private let lists: ([Int], [Int])

    static func from(_ value: Value) throws -> ContractedDims? {
        if let parts = value.sequenceElements, parts.count == 2, let first = try Axes.from(parts[0]), let second = try Axes.from(parts[1]) {
            return ContractedDims(count: nil, lists: (first.list ?? [], second.list ?? []))
        }
        return try Int.from(value).map { ContractedDims(count: $0, lists: ([], [])) }
    }

    static var expectedType: String { "int" }

    /// The dimensions of the first operand, of this rank, and those of the second.
    func pair(_ rank: Int) -> ([Int], [Int]) {
        guard let count else { return lists }
        return (Array(-Swift.max(0, Swift.min(count, rank))..<0), Array(0..<Swift.max(0, count)))
    }
}
