// Defines the product of (stacks of) matrices that mm, bmm and matmul share, without history.

extension Tensor {
    /// The product over the last two dimensions; leading ones are equal. Half types are computed in float32.
    static func product(_ a: Tensor, _ b: Tensor) throws -> Tensor { try product(a, b, addedTo: nil) }

    /// The product of two matrices added to this tensor, which BLAS does in one step; nil where it cannot.
    func plus(_ a: Tensor, times b: Tensor) throws -> Tensor? {
        guard dtype == .float32 || dtype == .float64, dtype == a.dtype, device == nil, a.device == nil, a.shape[1] > 0,
            Shapes.isExpandable(shape, to: [a.shape[0], b.shape[1]])
        else { return nil }
        return try Tensor.product(a, b, addedTo: self)
    }

    private static func product(_ a: Tensor, _ b: Tensor, addedTo start: Tensor?) throws -> Tensor {
        var shape = a.shape
        shape[shape.count - 1] = b.shape[b.rank - 1]
        let type = a.dtype.computeType
        guard type == a.dtype else {
            return try Engine.current.withoutGrad { try product(a.to(type), b.to(type)).to(a.dtype) }
        }
        if !type.isFloatingPoint && type != .int64 {
            return try Engine.current.withoutGrad { try product(a.to(.int64), b.to(.int64)).to(type) }
        }
        if a.shape[a.rank - 1] == 0 { return try Tensor.zeros(shape, type) }
        if let device = a.device, let count = shape.product, count > 0 { return try device.product(a, b, shape) }
        let result = try Tensor(empty: shape, type)
        if result.count == 0 { return result }
        if let start { try result.assign(start.expand(shape), apart: true) }
        let (x, y) = (try a.asMatrices(), try b.asMatrices())
        let stack = result.count / (shape[shape.count - 1] * shape[shape.count - 2])
        let (left, right) = (try x.matrices(), try y.matrices())
        nonisolated(unsafe) let target = try result.storage().bytes
        let size = result.count / stack
        let accumulates = start != nil
        withExtendedLifetime((x, y)) {
            let inner = stack == 1 || stack < Engine.current.threads
            let one: @Sendable (Int) -> Void = { i in
                switch type {
                case .float64:
                    let place = target.assumingMemoryBound(to: Double.self) + i * size
                    MatrixProduct.run(left[i], right[i], into: place, accumulates: accumulates, parallel: inner)
                case .float32:
                    let place = target.assumingMemoryBound(to: Float.self) + i * size
                    MatrixProduct.run(left[i], right[i], into: place, accumulates: accumulates, parallel: inner)
                case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint8, .bool, .uint16, .uint32, .uint64:
                    MatrixProduct.run(left[i], right[i], into: target.assumingMemoryBound(to: Int.self) + i * size)
                }
            }
            if inner || result.count * a.shape[a.rank - 1] < 1 << 18 {
                for i in 0..<stack { one(i) }
            } else {
                Parallel.forEach(stack, one)
            }
        }
        return result
    }

    /// The tensor itself where each matrix can be read by BLAS, else a contiguous copy.
    private func asMatrices() throws -> Tensor {
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let (down, right) = (strides[rank - 2], strides[rank - 1])
        let plain = (right == 1 || columns == 1) && (down >= columns || rows == 1) && down > 0
        let transposed = (down == 1 || rows == 1) && (right >= rows || columns == 1) && right > 0
        return plain || transposed ? self : try copied(as: dtype)
    }

    /// The matrices of a stack, in row-major order of the leading dimensions.
    private func matrices() throws -> [MatrixView] {
        let (rows, columns) = (shape[rank - 2], shape[rank - 1])
        let (down, right) = (strides[rank - 2], strides[rank - 1])
        let isPlain = (right == 1 || columns == 1) && (down >= columns || rows == 1)
        let first = try storage().bytes + layout.offset * dtype.itemSize
        var views: [MatrixView] = []
        var index = Dims(repeating: 0, count: rank)
        let stack = rows * columns == 0 ? 0 : count / (rows * columns)
        views.reserveCapacity(stack)
        for _ in 0..<stack {
            var position = 0
            for d in 0..<(rank - 2) { position += index[d] * strides[d] }
            views.append(MatrixView(
                base: first + position * dtype.itemSize, rows: rows, columns: columns, isTransposed: !isPlain,
                leading: Swift.max(isPlain ? down : right, isPlain ? columns : rows)))
            var d = rank - 3
            while d >= 0 {
                index[d] += 1
                if index[d] < shape[d] { break }
                index[d] = 0
                d -= 1
            }
        }
        return views
    }
}
