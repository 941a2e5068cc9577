// Defines Copy: moving elements between tensors of the same shape, with conversion.

/// Copies of elements.
enum Copy {
    /// Elements of the buffer on the stack in which conversions happen.
    private static let tileCount = 1024

    /// Copies all elements of `source` to `target`; both have the same sizes. Memory must not overlap in conflicting order;
    /// where it is known to lie `apart`, all cores take part.
    static func run(from source: Cursor, to target: Cursor, count: Int, apart: Bool = false) {
        if apart, count >= 2 * Executor.parallelGrain {
            nonisolated(unsafe) let (source, target) = (source, target)
            Parallel.stretches(count, grain: Executor.parallelGrain) { start, end in copy(source, target, start, end) }
        } else {
            copy(source, target, 0, count)
        }
    }

    /// Copies elements `start ..< end`: in one move, run by run, or tile by tile with conversion.
    private static func copy(_ source: Cursor, _ target: Cursor, _ start: Int, _ end: Int) {
        let size = source.dtype.itemSize
        if source.dtype == target.dtype, target.isContiguous {
            let place = target.pointer(at: start)
            if source.isContiguous { return place.copyMemory(from: source.pointer(at: start), byteCount: (end - start) * size) }
            source.forEachRun(start, end - start) { position, stride, done, length in
                RunMove(from: source.base + position * size, every: stride, to: place + done * size, every: 1, count: length).run(size)
            }
        } else if source.dtype == target.dtype, source.isContiguous {
            let place = source.pointer(at: start)
            target.forEachRun(start, end - start) { position, stride, done, length in
                RunMove(from: place + done * size, every: 1, to: target.base + position * size, every: stride, count: length).run(size)
            }
        } else {
            convert(source, target, start, end)
        }
    }

    private static func convert(_ source: Cursor, _ target: Cursor, _ first: Int, _ end: Int) {
        withUnsafeTemporaryAllocation(byteCount: tileCount * 16, alignment: 64) { buffer in
            let loaded = buffer.baseAddress!
            let converted = loaded + tileCount * 8
            var start = first
            while start < end {
                let n = min(tileCount, end - start)
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

/// A move of elements of one size that lie at even distances.
private struct RunMove {
    let source: UnsafeRawPointer
    let sourceStride: Int
    let target: UnsafeMutableRawPointer
    let targetStride: Int
    let count: Int

    /// Distances are in elements.
    @inline(__always)
    init(from source: UnsafeRawPointer, every sourceStride: Int, to target: UnsafeMutableRawPointer, every targetStride: Int, count: Int) {
        (self.source, self.sourceStride, self.target, self.targetStride, self.count) = (source, sourceStride, target, targetStride, count)
    }

    /// Moves elements of `size` bytes.
    @inline(__always)
    func run(_ size: Int) {
        if sourceStride == 1, targetStride == 1 { return target.copyMemory(from: source, byteCount: count * size) }
        switch size {
        case 1: move(UInt8.self)
        case 2: move(UInt16.self)
        case 4: move(UInt32.self)
        default: move(UInt64.self)
        }
    }

    private func move<Word: BitwiseCopyable>(_: Word.Type) {
        let from = source.assumingMemoryBound(to: Word.self)
        let to = target.assumingMemoryBound(to: Word.self)
        for i in 0..<count { to[i &* targetStride] = from[i &* sourceStride] }
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
        guard let strides = layout.strides(expandedTo: target) else { throw TensorError.expansion(of: shape, dtype, to: target) }
        return Cursor(try readableStorage().bytes, dtype, shape: target, strides: strides, offset: layout.offset)
    }

    /// A new contiguous tensor with the same values, converted; without history.
    func copied(as dtype: DType) throws -> Tensor {
        if let device {
            let copy = Pending(nil, Operands(a: .tensor(self)), work: dtype, dtype: dtype, layout: try Layout(contiguous: shape), on: device)
            return Tensor(dtype, copy.layout, try copy.compute())
        }
        let result = try Tensor(empty: shape, dtype)
        Copy.run(from: try cursor(), to: try result.cursor(), count: count, apart: true)
        return result
    }

    /// Writes the elements of `source`, converted and broadcast, here: on the device where one of both lives there. `apart` says that
    /// they share no memory.
    func assign(_ source: Tensor, apart: Bool = false) throws {
        guard let device else {
            let values = try source.cursor(expandedTo: shape)
            return Copy.run(from: values, to: try cursor(), count: count, apart: apart)
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
