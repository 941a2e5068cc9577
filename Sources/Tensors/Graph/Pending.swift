// Defines Pending: the expression of a tensor whose elements are not computed yet.

/// A deferred pointwise operation.
final class Pending {
    /// The elements, once computed.
    var storage: Storage?

    /// Computes every pending tensor that is alive, because some memory they read is about to change.
    static func computeAll() throws {}
}

extension Tensor {
    /// Computes a pending tensor and returns its memory.
    @inline(never)
    func realised() throws -> Storage {
        throw TensorError.runtime("tensor without storage")
    }
}
