// Defines the rows of indexing, sorting and tensors built along diagonals.
import Tensors

enum SelectionRows {
    static let places: [OperationRow] = [
        OperationRow("gather") { try $0[0].gather(dim: 1, index: Given.grid([[0, 3], [1, 1], [2, 0]])) },
        OperationRow("scatter") { try $0[0].scatter(dim: 0, index: Given.grid([[0, 2], [1, 1]]), source: $0[1]) },
        OperationRow("scatter_add") { try $0[0].scatterAdd(dim: 0, index: Given.grid([[0, 2, 1, 1], [1, 2, 1, 0]]), source: $0[1]) },
        OperationRow("scatter prod") { try $0[0].scatterReduce(dim: 0, index: Given.whole(0, 1, 1, 2), source: $0[1], reduction: .prod) },
        OperationRow("scatter mean") {
            try $0[0].scatterReduce(dim: 0, index: Given.whole(0, 1, 1, 1), source: $0[1], reduction: .mean, includeSelf: false)
        },
        OperationRow("scatter amax") { try $0[0].scatterReduce(dim: 0, index: Given.whole(0, 1, 1, 2), source: $0[1], reduction: .amax) },
        OperationRow("index_select") { try $0[0].indexSelect(dim: 1, index: Given.whole(3, 0, 3)) },
        OperationRow("index_add") { try $0[0].indexAdd(dim: 0, index: Given.whole(2, 2), source: $0[1], alpha: 2) },
        OperationRow("index_copy") { try $0[0].indexCopy(dim: 0, index: Given.whole(2, 0), source: $0[1]) },
        OperationRow("index mixed") {
            try $0[0].index([.tensor(Given.whole(0, 2)), .slice(start: nil, stop: nil, step: nil), .tensor(Given.whole(1, 0))])
        },
        OperationRow("index adjacent") { try $0[0].index([.slice(start: 1, stop: nil, step: nil), .tensor(Given.whole(0, 3, 3))]) },
        OperationRow("index mask") { try $0[0].index([.tensor(Op.gt($0[0].detach(), 0.0))]) },
        OperationRow("masked_scatter") { try $0[0].maskedScatter(Given.mask(true, false, true), $0[1]) },
        OperationRow("take") { try $0[0].take(Given.whole(0, -1, 5)) },
    ]

    static let orders: [OperationRow] = [
        OperationRow("sort") { try $0[0].sort(0, descending: true).values },
        OperationRow("topk") { try $0[0].topk(2, 1, largest: false).values },
        OperationRow("kthvalue") { try $0[0].kthvalue(2).values },
        OperationRow("median") { try $0[0].median(dim: 1).values },
        OperationRow("median all") { try $0[0].median() },
        OperationRow("quantile") {
            let shares = try Given.real(Double(Float(0.1)), 0.5, 0.75)
            return try $0[0].quantile(.tensor(shares), dim: 1)
        },
        OperationRow("quantile midpoint") { try $0[0].quantile(0.3, dim: 0, keepdim: true, interpolation: "midpoint") },
        OperationRow("cummax") { try $0[0].cummax(1).values },
        OperationRow("logcumsumexp") { try $0[0].logcumsumexp(0) },
    ]

    static let shapes: [OperationRow] = [
        OperationRow("tril") { try $0[0].tril(-1) },
        OperationRow("triu") { try $0[0].triu(1) },
        OperationRow("diag") { try $0[0].diag(1) },
        OperationRow("diag_embed") { try $0[0].diagEmbed(-1) },
        OperationRow("trace") { try $0[0].trace() },
        OperationRow("block_diag") { try Tensor.blockDiag([$0[0], $0[1]]) },
        OperationRow("combinations") { try $0[0].combinations() },
        OperationRow("cov") { try $0[0].cov() },
        OperationRow("corrcoef") { try $0[0].corrcoef() },
        OperationRow("cross") { try $0[0].cross($0[1]) },
        OperationRow("renorm") { try $0[0].renorm(2, 0, 1) },
    ]
}
