// Defines DevicePlan: a kernel made ready for a device: what its text depends on, and the arguments that it gets besides.

/// A kernel taken apart into what is written into its text (operations, types, ranks) and what it gets as arguments (numbers, sizes,
/// strides), so that one compiled kernel serves all sizes.
struct DevicePlan {
    /// How a register is filled or an output is placed.
    enum Place {
        /// Element `i` from the offset on.
        case plain
        /// The element at the offset.
        case single
        /// The element that a strided walk meets at `i`.
        case strided(Grid)
    }

    /// A way to take a position apart into indices: the sizes are arguments, shared by all walks that have the same.
    struct Grid {
        let number: Int
        let rank: Int
    }

    let kernel: Kernel
    /// Whether positions need 64 bits.
    let isWide: Bool
    private(set) var sources: [Place] = []
    private(set) var outputs: [Place] = []
    private(set) var target: Place = .plain
    /// The sizes of each grid.
    private(set) var grids: [Dims] = []
    /// The arguments in the order of the parameters, except those that the launch decides.
    private(set) var arguments: [KernelArgument] = []

    init(_ kernel: Kernel) {
        self.kernel = kernel
        var regions = kernel.outputs.map(\.target)
        for case .tensor(let region) in kernel.sources { regions.append(region) }
        if let plan = kernel.reduction { regions.append(plan.target) }
        isWide = kernel.count >= 1 << 30 || regions.contains { $0.walk.end >= 1 << 30 || $0.walk.offset >= 1 << 30 }
        for source in kernel.sources {
            switch source {
            case .tensor(let region): sources.append(place(region.walk))
            case .number: sources.append(.single)
            }
        }
        outputs = kernel.outputs.map { place($0.target.walk) }
        if let plan = kernel.reduction { target = place(plan.target.walk) }
        gatherArguments()
    }

    private mutating func place(_ walk: Walk) -> Place {
        if walk.isContiguous { return .plain }
        if walk.isConstant { return .single }
        let number = grids.firstIndex(of: walk.sizes) ?? grids.count
        if number == grids.count { grids.append(walk.sizes) }
        return .strided(Grid(number: number, rank: walk.sizes.count))
    }

    // MARK: Arguments

    private mutating func gatherArguments() {
        for (place, source) in zip(sources, kernel.sources) {
            switch source {
            case .tensor(let region):
                arguments.append(.read(region.storage))
                addWalk(region.walk, place)
            case .number(let number, let dtype): arguments.append(DevicePlan.argument(number, dtype))
            }
        }
        for (place, output) in zip(outputs, kernel.outputs) {
            arguments.append(.write(output.target.storage, all: output.target.isWhole))
            addWalk(output.target.walk, place)
        }
        for sizes in grids {
            for size in sizes.dropFirst() { arguments.append(index(size)) }
        }
        arguments.append(index(kernel.count))
    }

    private mutating func addWalk(_ walk: Walk, _ place: Place) {
        arguments.append(index(walk.offset))
        guard case .strided = place else { return }
        for stride in walk.strides { arguments.append(index(stride)) }
    }

    /// A position or size as an argument.
    func index(_ value: Int) -> KernelArgument { isWide ? .long(value) : .int(Int32(value)) }

    /// Offset and strides of the reduction's target, which the text has after all others.
    var targetArguments: [KernelArgument] {
        guard let plan = kernel.reduction else { return [] }
        var result = [KernelArgument.write(plan.target.storage, all: plan.target.isWhole), index(plan.target.walk.offset)]
        if case .strided = target { for stride in plan.target.walk.strides { result.append(index(stride)) } }
        return result
    }

    /// A number rounded to its type, as a value of the lane.
    private static func argument(_ number: Number, _ dtype: DType) -> KernelArgument {
        withUnsafeTemporaryAllocation(byteCount: 8, alignment: 8) { place in
            let base = place.baseAddress!
            Kernel.splat(number, dtype, into: base, 1)
            switch dtype.lane {
            case .float: return .float(base.load(as: Float.self))
            case .double: return .double(base.load(as: Double.self))
            case .int: return .long(base.load(as: Int.self))
            case .bool: return .int(base.load(as: Bool.self) ? 1 : 0)
            }
        }
    }

    // MARK: What the text depends on

    /// Equal for kernels with the same text.
    var key: [Int] {
        var key = [isWide ? 1 : 0, sources.count, kernel.steps.count, outputs.count]
        for (place, source) in zip(sources, kernel.sources) {
            switch source {
            case .tensor(let region): key += [Int(region.dtype.rawValue), DevicePlan.key(place)]
            case .number(_, let dtype): key += [Int(dtype.rawValue), -1]
            }
        }
        for step in kernel.steps {
            key += [step.op.map { Int(bitPattern: ObjectIdentifier($0)) } ?? 0, step.a << 40 | step.b << 20 | step.c]
            key.append(Int(step.from.rawValue) << 8 | Int(step.dtype.rawValue))
        }
        for (place, output) in zip(outputs, kernel.outputs) {
            key += [output.register, Int(output.target.dtype.rawValue), DevicePlan.key(place)]
        }
        if let plan = kernel.reduction {
            key += [plan.register, Int(plan.target.dtype.rawValue), DevicePlan.key(target), plan.reduction.kind.number]
            key.append(plan.reduction.divisor == 1 ? 0 : 1)
        }
        return key
    }

    private static func key(_ place: Place) -> Int {
        switch place {
        case .plain: 1
        case .single: 2
        case .strided(let grid): grid.number << 8 | grid.rank << 2 | 3
        }
    }
}

extension Reduction.Kind {
    fileprivate var number: Int {
        switch self {
        case .sum: 0
        case .product: 1
        case .maximum: 2
        case .minimum: 3
        }
    }
}
