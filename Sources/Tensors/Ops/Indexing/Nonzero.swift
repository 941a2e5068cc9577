// Defines nonzero and argwhere: where the elements are that are not zero.

/// Row-major positions of all elements that are not zero.
private struct NonzeroPositions: ElementVisitor {
    let source: Tensor

    func run<E: Element>(_: E.Type) throws -> [Int] {
        try source.withElements(E.self) { values in
            var found: [Int] = []
            for i in 0..<values.count where values[i].number.isTrue { found.append(i) }
            return found
        }
    }
}

extension Tensor {
    /// The indices of the nonzero elements for each dimension, as 1-d int64 tensors (`nonzero(as_tuple=True)`).
    public func nonzeroColumns() throws -> [Tensor] {
        if rank == 0 { return try reshape([1]).nonzeroColumns() }
        let positions = try detach().nonzeroPositions()
        let steps = Layout.rowMajor(shape)
        return try (0..<rank).map { d in
            let step = steps[d]
            let size = Swift.max(shape[d], 1)
            return try Tensor.from(positions.map { $0 / step % size })
        }
    }

    /// The indices of the nonzero elements, one row each.
    public func nonzero() throws -> Tensor {
        let positions = try detach().nonzeroPositions()
        let steps = Layout.rowMajor(shape)
        let sizes = shape
        let rank = rank
        return try Tensor.make([positions.count, rank], Int.self) { out in
            for (row, position) in positions.enumerated() {
                for d in 0..<rank { out[row * rank + d] = position / steps[d] % Swift.max(sizes[d], 1) }
            }
        }
    }

    private func nonzeroPositions() throws -> [Int] { try dtype.visit(NonzeroPositions(source: self)) }
}
