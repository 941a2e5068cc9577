// Defines Kernel: fused pointwise work as data, a list of steps over registers, with at most one reduction at the end.

/// What a backend gets: final shapes, final types, every step spelled out.
///
/// A register is one value per element. Registers are numbered: first the sources, then the results of the steps.
struct Kernel {
    /// What fills a register before the steps run.
    enum Source {
        /// Elements of a tensor, read in the kernel's order.
        case tensor(Region)
        /// The same number everywhere, of a dtype.
        case number(Number, DType)
    }

    /// One step; its register follows those of the sources and earlier steps.
    struct Step {
        /// The operation; nil for a conversion of `a`.
        let op: Op?
        let loop: Loop?
        let a: Int
        let b: Int
        let c: Int
        /// The type of register `a`.
        let from: DType
        /// The type of the result; what is stored narrower than its lane is rounded after the step.
        let dtype: DType
    }

    /// A register that is written to memory.
    struct Output {
        let register: Int
        let target: Region
    }

    var sources: [Source] = []
    var steps: [Step] = []
    var outputs: [Output] = []
    /// Number of elements computed.
    var count: Int
    /// The reduction of the last register, if any.
    var reduction: ReductionPlan?

    /// Registers in all.
    var registers: Int { sources.count + steps.count }

    /// The type of a register.
    func dtype(_ register: Int) -> DType {
        if register >= sources.count { return steps[register - sources.count].dtype }
        switch sources[register] {
        case .tensor(let region): return region.dtype
        case .number(_, let dtype): return dtype
        }
    }

    /// Fills a tile of the dtype's lane with one number.
    @inline(__always)
    static func splat(_ number: Number, _ dtype: DType, into tile: UnsafeMutableRawPointer, _ count: Int) {
        switch dtype.lane {
        case .float:
            let value = dtype == .float32 ? Float(number) : dtype == .float16 ? Float(Float16(number)) : BFloat16(number).float
            tile.assumingMemoryBound(to: Float.self).update(repeating: value, count: count)
        case .double: tile.assumingMemoryBound(to: Double.self).update(repeating: number.double, count: count)
        case .int: tile.assumingMemoryBound(to: Int.self).update(repeating: number.int, count: count)
        case .bool: tile.assumingMemoryBound(to: Bool.self).update(repeating: number.isTrue, count: count)
        }
    }
}

/// How the elements of a kernel, in its order, fall to the elements of a reduced result.
///
/// The kernel's order is outer × reduced × inner; the result has outer × inner elements.
struct ReductionPlan {
    let reduction: Reduction
    /// The register that is reduced.
    let register: Int
    let outer: Int
    let reduced: Int
    let inner: Int
    /// Where the results go, in row-major order of outer × inner.
    let target: Region
}
