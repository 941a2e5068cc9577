// Defines permute, transpose, expand and their relatives: views that reorder or repeat dimensions.

extension Tensor {
    /// Dimension `i` of the result is dimension `dims[i]` of this tensor.
    public func permute(_ dims: [Int]) throws -> Tensor {
        guard dims.count == rank else {
            throw TensorError.runtime("permute(sparse_coo): number of dimensions in the tensor input does not match the length of "
                + "the desired ordering of dimensions i.e. input.dim() = \(rank) is not equal to len(dims) = \(dims.count)")
        }
        let order = try dims.map { try Shapes.wrap($0, rank: rank) }
        guard Set(order).count == order.count else { throw TensorError.runtime("permute(): duplicate dims are not allowed.") }
        return try reordered(order, "PermuteBackward0")
    }

    private func reordered(_ order: [Int], _ name: String) throws -> Tensor {
        var sizes = shape
        var steps = strides
        var inverse = order
        for (i, d) in order.enumerated() {
            sizes[i] = shape[d]
            steps[i] = strides[d]
            inverse[d] = i
        }
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset), name) { [inverse] in
            try $0.permute(inverse)
        }
    }

    /// Two dimensions exchanged.
    public func transpose(_ a: Int, _ b: Int) throws -> Tensor { try exchanged(a, b, "TransposeBackward0") }

    /// The transpose of a matrix; vectors and 0-d tensors stay as they are (`x.t()`).
    public func t() throws -> Tensor {
        guard rank <= 2 else {
            throw TensorError.runtime("t() expects a tensor with <= 2 dimensions, but self is \(rank)D")
        }
        return rank == 2 ? try exchanged(0, 1, "TBackward0") : try exchanged(0, 0, "TBackward0")
    }

    /// Two dimensions exchanged by an operation that `grad_fn` calls `name`.
    func exchanged(_ a: Int, _ b: Int, _ name: String) throws -> Tensor {
        let x = try Shapes.wrap(a, rank: rank)
        let y = try Shapes.wrap(b, rank: rank)
        var sizes = shape
        var steps = strides
        if rank > 0 {
            (sizes[x], sizes[y]) = (sizes[y], sizes[x])
            (steps[x], steps[y]) = (steps[y], steps[x])
        }
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset), name) { try $0.transpose(x, y) }
    }

    /// Dimensions moved to other places; the others keep their order.
    public func movedim(_ source: [Int], _ destination: [Int]) throws -> Tensor {
        guard source.count == destination.count else {
            throw TensorError.runtime("movedim: Invalid source or destination dims: source (\(source) dims) should contain the same "
                + "number of dims as destination (\(destination) dims)")
        }
        let from = try Shapes.wrap(source, rank: rank)
        let to = try Shapes.wrap(destination, rank: rank)
        if rank == 0 { return self }
        var order = [Int](repeating: -1, count: rank)
        for (s, d) in zip(from, to) { order[d] = s }
        var rest = (0..<rank).filter { !from.contains($0) }.makeIterator()
        for i in 0..<rank where order[i] < 0 { order[i] = rest.next() ?? 0 }
        return try reordered(order, "PermuteBackward0")
    }

    /// Sizes of one stretched, and dimensions added in front, without copying; -1 keeps a size.
    public func expand(_ sizes: some Collection<Int>) throws -> Tensor {
        var target = try Dims(sizes)
        let lead = target.count - rank
        if lead < 0 { throw TensorError.expansion(of: shape, dtype, to: target) }
        var steps = Dims(repeating: 0, count: target.count)
        for i in 0..<target.count {
            if i < lead {
                if target[i] < 0 {
                    throw TensorError.runtime("The expanded size of the tensor (\(target[i])) isn't allowed in a leading, "
                        + "non-existing dimension \(i)")
                }
                continue
            }
            let own = shape[i - lead]
            if target[i] == -1 { target[i] = own }
            steps[i] = own == target[i] ? strides[i - lead] : 0
        }
        guard Shapes.isExpandable(shape, to: target) else { throw TensorError.expansion(of: shape, dtype, to: target) }
        if target.product == nil { throw TensorError.runtime("numel: integer multiplication overflow") }
        let original = shape
        return try viewed(Layout(shape: target, strides: steps, offset: layout.offset), "ExpandBackward0") {
            try $0.summed(to: original)
        }
    }
}
