// Defines how a device multiplies (stacks of) matrices.

extension ComputeDevice {
    /// The product over the last two dimensions, of a type that is computed as it is stored; leading sizes are equal.
    func product(_ a: Tensor, _ b: Tensor, _ shape: Dims) throws -> Tensor {
        let result = Tensor(a.dtype, try Layout(contiguous: shape), try Storage(byteCount: (shape.product ?? 0) * a.dtype.itemSize, on: self))
        let (rows, columns, length) = (shape[shape.count - 2], shape[shape.count - 1], a.shape[a.rank - 1])
        let stack = result.count / (rows * columns)
        let x = try a.stacked()
        // A processor reads rows of the second factor; where many rows use them, they are laid out first.
        let transposes = description.isProcessor && b.strides[b.rank - 1] != 1 && rows > 2 && columns > 1
        let y = try transposes ? b.copied(as: b.dtype).stacked() : b.stacked()
        var arguments: [KernelArgument] = [.read(x.storage), .long(x.offset), .long(x.stack), .long(x.down), .long(x.right)]
        arguments += [.read(y.storage), .long(y.offset), .long(y.stack), .long(y.down), .long(y.right)]
        arguments += [.write(try result.computed(), all: true), .long(0), .long(rows), .long(columns), .long(length)]
        let size = ProductSize(rows: rows, columns: columns, length: length, stack: stack)
        let lane = a.dtype.lane
        let tile = try products.tile(for: size, lane, on: self) { try self.multiply(arguments, size, lane, $0) }
        try multiply(arguments, size, lane, tile)
        return result
    }

    private func multiply(_ arguments: [KernelArgument], _ size: ProductSize, _ lane: DType.Lane, _ tile: ProductTile) throws {
        let text = ProductText(lane: lane)
        if description.isProcessor {
            let tile = tile.fitting(size)
            let kernel = try programs.kernel(DeviceText.complete(text.forProcessor(tile)))
            // Neighbouring groups of one work-item: each has enough to do.
            let global = [(size.columns + tile.columns - 1) / tile.columns, (size.rows + tile.rows - 1) / tile.rows, size.stack]
            try launch(kernel, arguments, global: global, group: [1, 1, 1])
        } else {
            let kernel = try programs.kernel(DeviceText.complete(text.forCard(tile)))
            let side = 16 * tile.rows
            let groups = [(size.columns + side - 1) / side, (size.rows + side - 1) / side]
            try launch(kernel, arguments, global: [groups[0] * 16, groups[1] * 16, size.stack], group: [16, 16, 1])
        }
    }
}

/// A stack of matrices in memory.
private struct Stack {
    let storage: Storage
    /// The first element, and the strides from one matrix, row and column to the next.
    let offset: Int
    let stack: Int
    let down: Int
    let right: Int
}

extension Tensor {
    /// The matrices of the last two dimensions, which follow each other in equal distances; copied where they do not.
    fileprivate func stacked() throws -> Stack {
        var (leading, steps) = (Dims(), Dims())
        for d in 0..<(rank - 2) {
            leading.push(shape[d])
            steps.push(strides[d])
        }
        let walk = Walk(shape: leading, strides: steps, offset: layout.offset)
        guard walk.sizes.count == 1 else { return try copied(as: dtype).stacked() }
        return Stack(
            storage: try computed(), offset: layout.offset, stack: walk.sizes[0] == 1 ? 0 : walk.strides[0], down: strides[rank - 2],
            right: strides[rank - 1])
    }
}
