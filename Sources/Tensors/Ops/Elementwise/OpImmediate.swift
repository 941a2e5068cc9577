// Defines how an operation on few elements is computed at once: each operand as one tile, one loop over all elements.

extension Op {
    /// The result for operands of any layout and type; meant for counts below the deferral threshold.
    func immediate(_ operands: Operands, work: DType, dtype: DType, layout: Layout) throws -> Tensor {
        let result = try Tensor(empty: layout, dtype)
        guard layout.count > 0, let loop = loops[work.lane], let memory = result.memory else { return result }
        var tiles = OperandTiles(layout)
        let a = try tiles.tile(operands.a, rule == .conditional ? .bool : work)
        let b = try operands.b.map { try tiles.tile($0, work) } ?? a
        let c = try operands.c.map { try tiles.tile($0, work) } ?? a
        if dtype.isLaneNative {
            loop(memory.bytes, a, b, c, layout.count)
        } else {
            let tile = try tiles.scratch(dtype.lane)
            loop(tile, a, b, c, layout.count)
            dtype.visitStored(StoreRun(tile: tile, target: memory.bytes, stride: 1, count: layout.count))
        }
        withExtendedLifetime((tiles, operands)) {}
        return result
    }
}

/// Operands as contiguous lane values of the sizes of a result.
private struct OperandTiles {
    private let layout: Layout
    /// Keeps scratch tiles alive while the loop runs.
    private var tiles: [Storage] = []

    init(_ layout: Layout) { self.layout = layout }

    /// A tile with room for all elements of a lane.
    mutating func scratch(_ lane: DType.Lane) throws -> UnsafeMutableRawPointer {
        let storage = try Storage(byteCount: layout.count * lane.itemSize)
        tiles.append(storage)
        return storage.bytes
    }

    /// The values of an operand in a type: where they lie if that fits, else copied, broadcast and converted.
    mutating func tile(_ operand: Operand, _ type: DType) throws -> UnsafeRawPointer {
        switch operand {
        case .number(let number):
            let tile = try scratch(type.lane)
            Kernel.splat(number, type, into: tile, layout.count)
            return UnsafeRawPointer(tile)
        case .tensor(let tensor):
            let storage = try tensor.storage()
            if tensor.dtype == type && type.isLaneNative && tensor.isContiguous && tensor.shape == layout.shape {
                return UnsafeRawPointer(storage.bytes + tensor.layout.offset * type.itemSize)
            }
            return try converted(tensor, type)
        }
    }

    private mutating func converted(_ tensor: Tensor, _ type: DType) throws -> UnsafeRawPointer {
        let loaded = try scratch(tensor.dtype.lane)
        try tensor.cursor(expandedTo: layout.shape).load(0, layout.count, into: loaded)
        if tensor.dtype == type { return UnsafeRawPointer(loaded) }
        let tile = try scratch(type.lane)
        LaneCast.convert(loaded, tensor.dtype.lane, to: tile, type.lane, layout.count)
        if !type.isLaneNative {
            let stored = try scratch(type.lane)
            type.visitStored(StoreRun(tile: tile, target: stored, stride: 1, count: layout.count))
            type.visitStored(LoadRun(source: stored, stride: 1, tile: tile, count: layout.count))
        }
        return UnsafeRawPointer(tile)
    }
}
