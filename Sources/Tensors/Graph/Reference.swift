// Defines Reference: a slow, obvious interpreter of kernels, the definition of what they mean and the judge of backends in tests.

/// Computes kernels one element at a time.
package enum Reference {
    /// Computes a pending tensor's kernel without tiles, threads or fusion; the elements as numbers in row-major order.
    package static func elements(of tensor: Tensor) throws -> [Number] {
        guard let pending = tensor.pending, pending.storage == nil else { return try stored(tensor) }
        return try elements(of: pending)
    }

    /// The elements in memory, one by one.
    package static func stored(_ tensor: Tensor) throws -> [Number] {
        var result: [Number] = []
        for i in 0..<tensor.count { result.append(try tensor.load(at: position(i, tensor.shape, tensor.strides) + tensor.layout.offset)) }
        return result
    }

    private static func position(_ index: Int, _ shape: Dims, _ strides: Dims) -> Int {
        var rest = index
        var result = 0
        for d in (0..<shape.count).reversed() {
            result += rest % shape[d] * strides[d]
            rest /= shape[d]
        }
        return result
    }

    private static func elements(of pending: Pending) throws -> [Number] {
        guard let operands = pending.operands else { return [] }
        if let reduction = pending.reduction { return try reduced(operands.a, reduction, pending) }
        let a = try operand(operands.a, pending)
        let b = try operands.b.map { try operand($0, pending) } ?? a
        let c = try operands.c.map { try operand($0, pending) } ?? a
        let isCondition = pending.op?.rule == .conditional
        return try (0..<pending.layout.count).map { i in
            let x = cast(a[i], isCondition ? .bool : pending.op == nil ? pending.dtype : pending.work)
            guard let op = pending.op, let loop = op.loops[pending.work.lane] else { return x }
            return try apply(loop, x, cast(b[i], pending.work), cast(c[i], pending.work), pending, isCondition)
        }
    }

    /// The elements of an operand, broadcast to the sizes of the result.
    private static func operand(_ operand: Operand, _ user: Pending) throws -> [Number] {
        switch operand {
        case .number(let number): return Array(repeating: number, count: user.layout.count)
        case .tensor(let tensor):
            let values = try elements(of: tensor)
            let shape = user.layout.shape
            guard let strides = Layout(contiguous: tensor.shape, count: tensor.count).strides(expandedTo: shape) else { return [] }
            return (0..<user.layout.count).map { values[position($0, shape, strides)] }
        }
    }

    /// One element of an operation.
    private static func apply(
        _ loop: Loop, _ a: Number, _ b: Number, _ c: Number, _ pending: Pending, _ isCondition: Bool
    ) throws -> Number {
        var lanes = (0, 0, 0, 0)
        return withUnsafeMutableBytes(of: &lanes) { bytes in
            let base = bytes.baseAddress!
            Kernel.splat(a, isCondition ? .bool : pending.work, into: base, 1)
            Kernel.splat(b, pending.work, into: base + 8, 1)
            Kernel.splat(c, pending.work, into: base + 16, 1)
            loop(base + 24, base, base + 8, base + 16, 1)
            return cast(number(base + 24, pending.dtype.lane), pending.dtype)
        }
    }

    private static func number(_ place: UnsafeMutableRawPointer, _ lane: DType.Lane) -> Number {
        switch lane {
        case .float: .float(Double(place.load(as: Float.self)))
        case .double: .float(place.load(as: Double.self))
        case .int: .int(place.load(as: Int.self))
        case .bool: .bool(place.load(as: Bool.self))
        }
    }

    /// A number as the stored type has it.
    static func cast(_ number: Number, _ dtype: DType) -> Number {
        switch dtype {
        case .float32: Float(number).number
        case .float64: Double(number).number
        case .float16: Float16(number).number
        case .bfloat16: BFloat16(number).number
        case .int64: Int(number).number
        case .int32: Int32(truncatingIfNeeded: number.int).number
        case .int16: Int16(truncatingIfNeeded: number.int).number
        case .int8: Int8(truncatingIfNeeded: number.int).number
        case .uint8: UInt8(truncatingIfNeeded: number.int).number
        case .uint16: UInt16(truncatingIfNeeded: number.int).number
        case .uint32: UInt32(truncatingIfNeeded: number.int).number
        case .uint64: UInt64(number).number
        case .bool: .bool(number.isTrue)
        }
    }

    private static func reduced(_ operand: Operand, _ reduction: Reduction, _ pending: Pending) throws -> [Number] {
        guard case .tensor(let tensor) = operand else { return [] }
        let values = try elements(of: tensor).map { cast($0, reduction.work ?? tensor.dtype) }
        var kept = Dims(repeating: 0, count: tensor.rank)
        var step = 1
        for d in (0..<tensor.rank).reversed() where reduction.dims[d] == 0 {
            kept[d] = step
            step *= tensor.shape[d]
        }
        var groups = [[Number]](repeating: [], count: pending.layout.count)
        for (i, value) in values.enumerated() { groups[position(i, tensor.shape, kept)].append(value) }
        return groups.map { cast(combine($0, reduction), pending.dtype) }
    }

    private static func combine(_ values: [Number], _ reduction: Reduction) -> Number {
        if values.allSatisfy({ $0.category != .floating }), reduction.divisor == 1, !values.isEmpty {
            let whole = values.map(\.int)
            return switch reduction.kind {
            case .sum: .int(whole.reduce(0, &+))
            case .product: .int(whole.reduce(1, &*))
            case .maximum: .int(whole.max() ?? Int.min)
            case .minimum: .int(whole.min() ?? Int.max)
            }
        }
        let real = values.map(\.double)
        return switch reduction.kind {
        case .sum: .float(real.reduce(0, +) / reduction.divisor)
        case .product: .float(real.reduce(1, *))
        case .maximum: .float(real.reduce(-.infinity, Double.larger))
        case .minimum: .float(real.reduce(.infinity, Double.smaller))
        }
    }
}
