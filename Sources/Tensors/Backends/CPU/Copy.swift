// Defines Copy: moving elements between tensors of the same shape, with conversion.

/// Copies of elements.
enum Copy {
    /// Bytes of the buffer on the stack that elements pass through.
    private static let tileCount = 1024

    /// Copies all elements of `source` to `target`; both have the same sizes. Memory must not overlap in conflicting order.
    static func run(from source: Cursor, to target: Cursor, count: Int) {
        if count == 0 { return }
        if source.dtype == target.dtype, source.isContiguous, target.isContiguous {
            target.base.copyMemory(from: source.base, byteCount: count * source.dtype.itemSize)
            return
        }
        withUnsafeTemporaryAllocation(byteCount: tileCount * 16, alignment: 64) { buffer in
            let loaded = buffer.baseAddress!
            let converted = loaded + tileCount * 8
            var start = 0
            while start < count {
                let n = min(tileCount, count - start)
                move(source, target, start, n, loaded, converted)
                start += n
            }
        }
    }

    private static func move(
        _ source: Cursor, _ target: Cursor, _ start: Int, _ n: Int,
        _ loaded: UnsafeMutableRawPointer, _ converted: UnsafeMutableRawPointer
    ) {
        source.load(start, n, into: loaded)
        if source.dtype.lane == target.dtype.lane {
            target.store(loaded, start, n)
        } else {
            LaneCast.convert(loaded, source.dtype.lane, to: converted, target.dtype.lane, n)
            target.store(converted, start, n)
        }
    }
}

extension Tensor {
    /// The elements as a row-major sequence.
    @inline(__always)
    func cursor() throws -> Cursor {
        Cursor(try storage().bytes, dtype, shape: shape, strides: strides, offset: layout.offset)
    }

    /// The elements as a row-major sequence of the larger shape they are broadcast to.
    @inline(__always)
    func cursor(expandedTo target: Dims) throws -> Cursor {
        guard let strides = layout.strides(expandedTo: target) else {
            throw TensorError.runtime(
                "The expanded size of the tensor (\(target)) must match the existing size (\(shape))")
        }
        return Cursor(try readableStorage().bytes, dtype, shape: target, strides: strides, offset: layout.offset)
    }

    /// A new contiguous tensor with the same values, converted; without history.
    func copied(as dtype: DType) throws -> Tensor {
        if let device {
            let copy = Pending(nil, Operands(a: .tensor(self)), work: dtype, dtype: dtype, layout: try Layout(contiguous: shape), on: device)
            return Tensor(dtype, copy.layout, try copy.compute())
        }
        let result = try Tensor(empty: shape, dtype)
        Copy.run(from: try cursor(), to: try result.cursor(), count: count)
        return result
    }

    /// Writes the elements of `source`, converted and broadcast, here: on the device where one of both lives there.
    func assign(_ source: Tensor) throws {
        guard let device else {
            let values = try source.cursor(expandedTo: shape)
            return Copy.run(from: values, to: try cursor(), count: count)
        }
        let copy = Pending(nil, Operands(a: .tensor(source)), work: dtype, dtype: dtype, layout: layout, on: device)
        try KernelBuilder.run(copy, into: region())
    }

    /// The tensor itself if its elements lie in row-major order without gaps, else a copy that does.
    public func contiguous() throws -> Tensor {
        if isContiguous { return self }
        return try copied(as: dtype).recorded("CloneBackward0", [self]) { grad, _ in [grad] }
    }

    /// A new tensor with the same elements; the order of dimensions in memory is kept where there are no gaps.
    public func clone() throws -> Tensor {
        try copiedInOrder().recorded("CloneBackward0", [self]) { grad, _ in [grad] }
    }

    private func copiedInOrder() throws -> Tensor {
        guard !isContiguous, layout.extent == count, !layout.hasInternalOverlap else { return try copied(as: dtype) }
        let size = dtype.itemSize
        let result = Tensor(dtype, Layout(shape: shape, strides: strides, offset: 0), try Storage(byteCount: count * size, on: device))
        if device != nil {
            try result.assign(self)
            return result
        }
        let source = try storage()
        result.memory?.bytes.copyMemory(from: source.bytes + layout.offset * size, byteCount: count * size)
        return result
    }

    /// The tensor converted to another element type; itself if it has that type.
    public func to(_ dtype: DType) throws -> Tensor {
        if dtype == self.dtype { return self }
        let result = try copied(as: dtype)
        let original = self.dtype
        return result.recorded("ToCopyBackward0", [self]) { grad, _ in [try grad.to(original)] }
    }
}
