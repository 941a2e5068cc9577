// Defines gradients of views that show an element more than once: the contributions are added up.

extension Tensor {
    /// As `embedded`, for views whose elements overlap: adds up what lands on the same element.
    func accumulated(in shape: Dims, _ name: String, _ view: @escaping (Tensor) throws -> Tensor) throws -> Tensor {
        let result = try Tensor.zeros(shape, dtype)
        let part = try Engine.current.withoutGrad { try view(result) }
        try part.addOneByOne(self)
        return result.recorded(name, [self]) { grad, _ in [try view(grad)] }
    }

    /// The gradient of `as_strided`: `self` has the layout `target` of the view; the result that of the base, `own`.
    func scattered(from target: Layout, to own: Layout) throws -> Tensor {
        let first = Swift.min(target.offset, own.offset)
        let span = Swift.max(target.offset + target.extent, own.offset + own.extent) - first
        let space = try Tensor.zeros([span], dtype)
        let part = try space.bareView(
            Layout(shape: target.shape, strides: target.strides, offset: target.offset - first), dtype, .single)
        try part.addOneByOne(self)
        let whole = try space.bareView(Layout(shape: own.shape, strides: own.strides, offset: own.offset - first), dtype, .single)
        return try whole.copied(as: dtype).recorded("AsStridedBackwardBackward0", [self]) { grad, _ in
            let flat = try Tensor.zeros([span], grad.dtype)
            let place = try flat.bareView(
                Layout(shape: own.shape, strides: own.strides, offset: own.offset - first), grad.dtype, .single)
            Copy.run(from: try grad.cursor(), to: try place.cursor(), count: grad.count)
            let shown = try flat.bareView(
                Layout(shape: target.shape, strides: target.strides, offset: target.offset - first), grad.dtype, .single)
            return [try shown.copied(as: grad.dtype)]
        }
    }

    /// Adds the elements of `other` (same sizes) in order, so that elements of this view that share memory get all of them.
    private func addOneByOne(_ other: Tensor) throws {
        let source = try other.to(dtype).contiguous()
        _ = try dtype.computeType.visitFloat("as_strided_backward", AddOneByOne(target: self, source: source))
    }
}

/// The loop of `addOneByOne`.
private struct AddOneByOne: FloatVisitor {
    let target: Tensor
    let source: Tensor

    func run<E: Element & BinaryFloatingPoint>(_: E.Type) throws {
        let cursor = try target.cursor()
        try source.withElements(E.self) { values in
            cursor.forEachRun(0, source.count) { position, stride, done, length in
                for i in 0..<length {
                    let at = cursor.base + (position + i * stride) * cursor.dtype.itemSize
                    add(values[done + i], at, cursor.dtype)
                }
            }
        }
    }

    @inline(__always)
    private func add<E: BinaryFloatingPoint>(_ value: E, _ at: UnsafeMutableRawPointer, _ dtype: DType) {
        switch dtype {
        case .float16:
            let place = at.assumingMemoryBound(to: Float16.self)
            place.pointee = Float16(Float(place.pointee) + Float(value))
        case .bfloat16:
            let place = at.assumingMemoryBound(to: BFloat16.self)
            place.pointee = BFloat16(place.pointee.float + Float(value))
        case .float32, .float64, .int64, .int32, .int16, .int8, .uint8, .bool:
            at.assumingMemoryBound(to: E.self).pointee += value
        }
    }
}
