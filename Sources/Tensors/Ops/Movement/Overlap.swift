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
        let (space, first) = try Tensor.space(for: target, own, dtype)
        try space.seen(as: target, from: first).addOneByOne(self)
        return try space.seen(as: own, from: first).copied(as: dtype).recorded("AsStridedBackwardBackward0", [self]) { grad, _ in
            [try grad.region(target, of: own)]
        }
    }

    /// What a view of layout `target` shows of `self`, whose elements lie in memory as `own` says.
    func region(_ target: Layout, of own: Layout) throws -> Tensor {
        let (space, first) = try Tensor.space(for: target, own, dtype)
        try space.seen(as: own, from: first).assign(self)
        return try space.seen(as: target, from: first).copied(as: dtype).recorded("AsStridedBackward0", [self]) { grad, _ in
            [try grad.scattered(from: target, to: own)]
        }
    }

    /// Zeros that both layouts fit into, and the position of their first element.
    private static func space(for a: Layout, _ b: Layout, _ dtype: DType) throws -> (Tensor, Int) {
        let first = Swift.min(a.offset, b.offset)
        let span = Swift.max(a.offset + a.extent, b.offset + b.extent) - first
        return (try zeros([span], dtype), first)
    }

    private func seen(as layout: Layout, from first: Int) throws -> Tensor {
        try bareView(Layout(shape: layout.shape, strides: layout.strides, offset: layout.offset - first), dtype, .single)
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
        case .float32, .float64, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64:
            at.assumingMemoryBound(to: E.self).pointee += value
        }
    }
}
