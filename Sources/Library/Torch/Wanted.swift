// Defines operations the engine does not have yet: they say so when called.
import Tensors

private func lacking(_ name: String) -> TensorError { .notImplemented("\(name) is not implemented yet") }

extension Tensor {
    func glu(_ dim: Int) throws -> Tensor { throw lacking("glu") }
    func vectorNorm(_ p: Double, dims: [Int]?, keepdim: Bool) throws -> Tensor { throw lacking("norm") }
    func nuclearNorm(dims: [Int], keepdim: Bool) throws -> Tensor { throw lacking("norm") }
    func dropout(_ p: Double, training: Bool) throws -> Tensor { throw lacking("dropout") }
    func indexAssign(_ indices: [Index], _ source: Operand) throws { throw lacking("assignment") }
    func isin(_ other: Tensor, invert: Bool) throws -> Tensor { throw lacking("isin") }
    static func meshgrid(_ axes: [Tensor], indexing: String) throws -> [Tensor] { throw lacking("meshgrid") }
    static func broadcast(_ tensors: [Tensor]) throws -> [Tensor] { throw lacking("broadcast") }
    static func blockDiag(_ tensors: [Tensor]) throws -> Tensor { throw lacking("block_diag") }
    static func multiDot(_ matrices: [Tensor]) throws -> Tensor { throw lacking("multi_dot") }
    func combinations(_ r: Int, withReplacement: Bool) throws -> Tensor { throw lacking("combinations") }
    func cummax(_ dim: Int) throws -> (values: Tensor, indices: Tensor) { throw lacking("cummax") }
    func cummin(_ dim: Int) throws -> (values: Tensor, indices: Tensor) { throw lacking("cummin") }
    func logcumsumexp(_ dim: Int) throws -> Tensor { throw lacking("logcumsumexp") }
    func oneHot(_ classes: Int) throws -> Tensor { throw lacking("one_hot") }
    func tril(_ diagonal: Int) throws -> Tensor { throw lacking("tril") }
    func triu(_ diagonal: Int) throws -> Tensor { throw lacking("triu") }
    func diagEmbed(_ offset: Int, _ first: Int, _ second: Int) throws -> Tensor { throw lacking("diag_embed") }
    func vander(_ n: Int, increasing: Bool) throws -> Tensor { throw lacking("vander") }
    func inv() throws -> Tensor { throw lacking("inv") }
    func pinv(rtol: Double?) throws -> Tensor { throw lacking("pinv") }
    func det() throws -> Tensor { throw lacking("det") }
    func logdet() throws -> Tensor { throw lacking("logdet") }
    func slogdet() throws -> (sign: Tensor, logabsdet: Tensor) { throw lacking("slogdet") }
    func cholesky(upper: Bool) throws -> Tensor { throw lacking("cholesky") }
    func choleskySolve(_ l: Tensor, upper: Bool) throws -> Tensor { throw lacking("cholesky_solve") }
    func qr(mode: String) throws -> (q: Tensor, r: Tensor) { throw lacking("qr") }
    func svd(fullMatrices: Bool) throws -> (u: Tensor, s: Tensor, vh: Tensor) { throw lacking("svd") }
    func svdvals() throws -> Tensor { throw lacking("svdvals") }
    func eigh(upper: Bool) throws -> (values: Tensor, vectors: Tensor) { throw lacking("eigh") }
    func solve(_ b: Tensor) throws -> Tensor { throw lacking("solve") }
    func solveTriangular(_ b: Tensor, upper: Bool, left: Bool, unitriangular: Bool) throws -> Tensor { throw lacking("solve_triangular") }
    func lstsq(_ b: Tensor) throws -> (solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor) { throw lacking("lstsq") }
    func matrixRank(rtol: Double?) throws -> Tensor { throw lacking("matrix_rank") }
    func matrixPower(_ n: Int) throws -> Tensor { throw lacking("matrix_power") }
    func matrixExp() throws -> Tensor { throw lacking("matrix_exp") }
    func renorm(_ p: Double, _ dim: Int, _ limit: Double) throws -> Tensor { throw lacking("renorm") }
    func cov(correction: Double) throws -> Tensor { throw lacking("cov") }
    func corrcoef() throws -> Tensor { throw lacking("corrcoef") }
    func cross(_ other: Tensor, _ dim: Int) throws -> Tensor { throw lacking("cross") }
    func cdist(_ other: Tensor, p: Double) throws -> Tensor { throw lacking("cdist") }
    func median() throws -> Tensor { throw lacking("median") }
    func median(dim: Int, keepdim: Bool) throws -> (values: Tensor, indices: Tensor) { throw lacking("median") }
    func nanmedian() throws -> Tensor { throw lacking("nanmedian") }
    func nanmedian(dim: Int, keepdim: Bool) throws -> (values: Tensor, indices: Tensor) { throw lacking("nanmedian") }
    func mode(dim: Int, keepdim: Bool) throws -> (values: Tensor, indices: Tensor) { throw lacking("mode") }
    func quantile(_ q: Operand, dim: Int?, keepdim: Bool, interpolation: String) throws -> Tensor { throw lacking("quantile") }
    func nanquantile(_ q: Operand, dim: Int?, keepdim: Bool, interpolation: String) throws -> Tensor { throw lacking("nanquantile") }
    func nansum(dims: [Int]?, keepdim: Bool, dtype: DType?) throws -> Tensor { throw lacking("nansum") }
    func nanmean(dims: [Int]?, keepdim: Bool, dtype: DType?) throws -> Tensor { throw lacking("nanmean") }
    func sort(_ dim: Int, descending: Bool) throws -> (values: Tensor, indices: Tensor) { throw lacking("sort") }
    func topk(_ k: Int, _ dim: Int, largest: Bool, sorted: Bool) throws -> (values: Tensor, indices: Tensor) { throw lacking("topk") }
    func kthvalue(_ k: Int, _ dim: Int, keepdim: Bool) throws -> (values: Tensor, indices: Tensor) { throw lacking("kthvalue") }
    func unique(dim: Int?) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) { throw lacking("unique") }
    func uniqueConsecutive(dim: Int?) throws -> (values: Tensor, inverse: Tensor, counts: Tensor) { throw lacking("unique_consecutive") }
    func searchsorted(_ values: Operand, right: Bool) throws -> Tensor { throw lacking("searchsorted") }
    func bincount(_ weights: Tensor?, _ minimum: Int) throws -> Tensor { throw lacking("bincount") }
    func histc(_ bins: Int, _ low: Double, _ high: Double) throws -> Tensor { throw lacking("histc") }
    func histogram(edges: Tensor, weight: Tensor?, density: Bool) throws -> (hist: Tensor, edges: Tensor) { throw lacking("histogram") }
    func histogram(bins: Int, range: (Double, Double)?, weight: Tensor?, density: Bool) throws -> (hist: Tensor, edges: Tensor) { throw lacking("histogram") }
}
