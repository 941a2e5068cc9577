// Defines select, slice, narrow, diagonal, unfold, as_strided: views of a part of a tensor.

extension Tensor {
    /// The part at one index of a dimension, which disappears.
    public func select(_ dim: Int, _ index: Int) throws -> Tensor {
        if rank == 0 { throw TensorError.index("select() cannot be applied to a 0-dim tensor.") }
        let d = try Shapes.wrap(dim, rank: rank)
        let size = shape[d]
        guard index >= -size, index < size else {
            throw TensorError.index("select(): index \(index) out of range for tensor of size \(shape) at dimension \(d)")
        }
        let i = index < 0 ? index + size : index
        var sizes = shape
        var steps = strides
        sizes.remove(at: d)
        steps.remove(at: d)
        let original = shape
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset + i * strides[d]), "SelectBackward0") {
            try $0.embedded(in: original, "SelectBackwardBackward0") { try $0.select(d, i) }
        }
    }

    /// Elements `start ..< end` of a dimension, every `step`-th; negative bounds count from the back, others are cut to fit.
    public func slice(_ dim: Int, _ start: Int? = nil, _ end: Int? = nil, _ step: Int = 1) throws -> Tensor {
        if rank == 0 { throw TensorError.index("slice() cannot be applied to a 0-dim tensor.") }
        let d = try Shapes.wrap(dim, rank: rank)
        guard step > 0 else { throw TensorError.value("step must be greater than zero") }
        let size = shape[d]
        func bound(_ value: Int) -> Int { Swift.min(Swift.max(value < 0 ? value + size : value, 0), size) }
        let first = bound(start ?? 0)
        let last = Swift.max(bound(end ?? size), first)
        var sizes = shape
        var steps = strides
        sizes[d] = (last - first + Swift.min(step, Int.max / 2) - 1) / step
        steps[d] = strides[d] &* step
        let original = shape
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset + first * strides[d]), "SliceBackward0") {
            try $0.embedded(in: original, "SliceBackwardBackward0") { try $0.slice(d, first, last, step) }
        }
    }

    /// Elements `start ..< start + length` of a dimension; unlike `slice` never cut to fit.
    public func narrow(_ dim: Int, _ start: Int, _ length: Int) throws -> Tensor {
        if rank == 0 { throw TensorError.runtime("narrow() cannot be applied to a 0-dim tensor.") }
        if length < 0 { throw TensorError.runtime("narrow(): length must be non-negative.") }
        let d = try Shapes.wrap(dim, rank: rank)
        let size = shape[d]
        guard start >= -size, start <= size else {
            throw TensorError.index("start out of range (expected to be in range of [\(-size), \(size)], but got \(start))")
        }
        let first = start < 0 ? start + size : start
        guard length <= size - first else {
            throw TensorError.runtime("start (\(first)) + length (\(length)) exceeds dimension size (\(size)).")
        }
        return try slice(d, first, first + length)
    }

    /// The diagonal of two dimensions as a new last one.
    public func diagonal(_ offset: Int = 0, _ first: Int = 0, _ second: Int = 1) throws -> Tensor {
        let a = try Shapes.wrap(first, rank: rank)
        let b = try Shapes.wrap(second, rank: rank)
        guard a != b else { throw TensorError.runtime("diagonal dimensions cannot be identical \(first), \(second)") }
        let room = offset >= 0 ? Swift.min(shape[a], shape[b] - offset) : Swift.min(shape[a] + offset, shape[b])
        let length = Swift.max(room, 0)
        let shift = length == 0 ? 0 : offset >= 0 ? offset * strides[b] : -offset * strides[a]
        var sizes = shape
        var steps = strides
        let step = strides[a] + strides[b]
        sizes.remove(at: Swift.max(a, b))
        sizes.remove(at: Swift.min(a, b))
        steps.remove(at: Swift.max(a, b))
        steps.remove(at: Swift.min(a, b))
        sizes.push(length)
        steps.push(step)
        let original = shape
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset + shift), "DiagonalBackward0") {
            try $0.embedded(in: original, "DiagonalBackwardBackward0") { try $0.diagonal(offset, a, b) }
        }
    }

    /// Windows of `size` elements, `step` apart, of a dimension; their elements become a new last dimension.
    public func unfold(_ dim: Int, _ size: Int, _ step: Int) throws -> Tensor {
        let d = try Shapes.wrap(dim, rank: rank)
        let length = rank == 0 ? 1 : shape[d]
        if step <= 0 { throw TensorError.runtime("step is \(step) but must be > 0") }
        guard size >= 0, size <= length else {
            throw TensorError.runtime("maximum size for tensor at dimension \(dim) is \(length) but size is \(size)")
        }
        var sizes = shape
        var steps = strides
        try sizes.append(size)
        try steps.append(rank == 0 ? 1 : strides[d])
        if rank > 0 {
            sizes[d] = (length - size) / step + 1
            steps[d] = strides[d] &* step
        }
        let original = shape
        return try viewed(Layout(shape: sizes, strides: steps, offset: layout.offset), "UnfoldBackward0") {
            try $0.accumulated(in: original, "UnfoldBackwardBackward0") { try $0.unfold(d, size, step) }
        }
    }

    /// Any layout over the storage; an error where it would leave it.
    public func asStrided(_ sizes: some Collection<Int>, _ strides: some Collection<Int>, _ offset: Int? = nil) throws -> Tensor {
        let shape = try Dims(sizes)
        let steps = try Dims(strides)
        guard shape.count == steps.count else { throw TensorError.runtime("mismatch in length of strides and shape") }
        let target = Layout(shape: shape, strides: steps, offset: offset ?? layout.offset)
        let (space, _) = try computed().byteCount.quotientAndRemainder(dividingBy: dtype.itemSize)
        guard target.offset >= 0, steps.allSatisfy({ $0 >= 0 }), shape.allSatisfy({ $0 >= 0 }), target.offset + target.extent <= space else {
            throw TensorError.runtime("setStorage: sizes \(shape), strides \(steps), storage offset \(target.offset), and itemsize "
                + "\(dtype.itemSize) requiring a storage size of \((target.offset + target.extent) * dtype.itemSize) are out of "
                + "bounds for storage of size \(try computed().byteCount)")
        }
        let own = layout
        return try viewed(target, "AsStridedBackward0") { try $0.scattered(from: target, to: own) }
    }
}
