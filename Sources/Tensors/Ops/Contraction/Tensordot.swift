// Defines tensordot and kron.

extension Tensor {
    /// The sum of products over pairs of dimensions of two tensors.
    public func tensordot(_ other: Tensor, _ first: [Int], _ second: [Int]) throws -> Tensor {
        guard first.count == second.count else {
            throw TensorError.runtime("both dimension lists should have same length")
        }
        let a = try Shapes.wrap(first, rank: rank)
        let b = try Shapes.wrap(second, rank: other.rank)
        for (i, (x, y)) in zip(a, b).enumerated() {
            guard shape[x] == other.shape[y] || shape[x] == 1 || other.shape[y] == 1 else {
                throw TensorError.runtime("contracted dimensions need to match, but first has size \(shape[x]) in dim \(first[i]) and second "
                    + "has size \(other.shape[y]) in dim \(second[i])")
            }
        }
        let left = (0..<rank).filter { !a.contains($0) }
        let right = (0..<other.rank).filter { !b.contains($0) }
        let m = left.reduce(1) { $0 * shape[$1] }
        let k = a.reduce(1) { $0 * shape[$1] }
        let n = right.reduce(1) { $0 * other.shape[$1] }
        let x = try permute(left + a).reshape([m, k])
        let y = try other.permute(b + right).reshape([k, n])
        return try x.mm(y).reshape(left.map { shape[$0] } + right.map { other.shape[$0] })
    }

    /// The Kronecker product: every element of this tensor times the whole other one.
    public func kron(_ other: Tensor) throws -> Tensor {
        let rank = Swift.max(self.rank, other.rank)
        let own = Array(repeating: 1, count: rank - self.rank) + shape.array
        let its = Array(repeating: 1, count: rank - other.rank) + other.shape.array
        var (a, b): ([Int], [Int]) = ([], [])
        for i in 0..<rank {
            a += [own[i], 1]
            b += [1, its[i]]
        }
        return try (reshape(a) * other.reshape(b)).unsafeView((0..<rank).map { own[$0] * its[$0] })
    }
}
