// Defines SlotPlan: which scratch tile each register of a kernel uses; tiles are used again as soon as nobody reads them.

/// The assignment of registers to scratch tiles.
struct SlotPlan {
    /// For each register its tile, -1 where it points into a tensor.
    private(set) var slots: [Int]
    /// For each register the output it is computed into, -1 for none.
    private(set) var directOutput: [Int]
    /// Tiles in all.
    private(set) var count = 0
    /// Bytes of the widest lane value.
    private(set) var itemSize = 4
    private var free: [Int] = []

    init(_ kernel: Kernel) {
        slots = [Int](repeating: -1, count: kernel.registers)
        directOutput = [Int](repeating: -1, count: kernel.registers)
        for register in 0..<kernel.registers { itemSize = max(itemSize, kernel.dtype(register).lane.itemSize) }
        for (index, source) in kernel.sources.enumerated() where SlotPlan.needsTile(source) { slots[index] = take() }
        placeOutputs(kernel)
        let lastUse = SlotPlan.lastUses(kernel)
        for (index, step) in kernel.steps.enumerated() {
            let register = kernel.sources.count + index
            if directOutput[register] < 0 { slots[register] = take() }
            for operand in Set([step.a, step.b, step.c]) {
                // Sources keep their tiles: constants are filled only once.
                if operand >= kernel.sources.count, lastUse[operand] == index, slots[operand] >= 0 { free.append(slots[operand]) }
            }
        }
    }

    private mutating func take() -> Int {
        if let slot = free.popLast() { return slot }
        count += 1
        return count - 1
    }

    private static func needsTile(_ source: Kernel.Source) -> Bool {
        switch source {
        case .number: true
        case .tensor(let region): region.walk.isConstant || !(region.walk.isContiguous && region.dtype.isLaneNative)
        }
    }

    /// Registers of steps whose output is plain memory that no source reads are computed right there.
    private mutating func placeOutputs(_ kernel: Kernel) {
        for (index, output) in kernel.outputs.enumerated() {
            guard output.register >= kernel.sources.count, directOutput[output.register] < 0, output.target.walk.isContiguous,
                  output.target.dtype.isLaneNative, output.target.dtype == kernel.dtype(output.register) else { continue }
            let overlaps = kernel.sources.contains { source in
                if case .tensor(let region) = source { return region.mayOverlap(output.target) }
                return false
            }
            if !overlaps { directOutput[output.register] = index }
        }
    }

    /// For each register the last step that reads it; outputs and the reduced register are never given up.
    private static func lastUses(_ kernel: Kernel) -> [Int] {
        var last = [Int](repeating: -1, count: kernel.registers)
        for (index, step) in kernel.steps.enumerated() {
            last[step.a] = index
            last[step.b] = index
            last[step.c] = index
        }
        for output in kernel.outputs { last[output.register] = Int.max }
        if let reduction = kernel.reduction { last[reduction.register] = Int.max }
        return last
    }
}

extension Region {
    /// Whether the memory of both may be the same somewhere.
    func mayOverlap(_ other: Region) -> Bool {
        storage === other.storage && walk.offset * dtype.itemSize < other.walk.end * other.dtype.itemSize
            && other.walk.offset * other.dtype.itemSize < walk.end * dtype.itemSize
    }
}
