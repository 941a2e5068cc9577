// Defines how a device runs fused kernels: text, compilation, arguments, sizes of groups.

extension ComputeDevice {
    /// Runs a kernel; false where an operation in it has no form in OpenCL C, so that the host must compute it.
    func run(_ kernel: Kernel) throws -> Bool {
        if kernel.count == 0 && kernel.reduction == nil { return true }
        let plan = DevicePlan(kernel)
        guard let compiled = try compiled(plan) else {
            log.onHost += 1
            return false
        }
        guard let reduction = kernel.reduction else {
            try launch(compiled, plan.arguments, count: kernel.count)
            return true
        }
        if reduction.outer * reduction.inner > 0 { try reduce(plan, reduction, compiled) }
        return true
    }

    /// Launches one work-item for each element.
    func launch(_ kernel: DeviceKernel, _ arguments: [KernelArgument], count: Int) throws {
        if count == 0 { return }
        try launch(kernel, arguments, global: [rounded(count, to: groupSize)], group: [groupSize])
    }

    /// Work-items of a group that share nothing.
    private var groupSize: Int { min(256, description.largestGroup) }

    private func rounded(_ count: Int, to size: Int) -> Int { (count + size - 1) / size * size }

    /// The compiled kernel of a plan: known by its structure, else by its text; nil where it has none.
    private func compiled(_ plan: DevicePlan) throws -> DeviceKernel? {
        let key = plan.key
        if let known = plans[key] { return known }
        if !description.hasDouble && plan.kernel.usesDouble {
            throw TensorError.runtime("the device \(Engine.current.name(of: self)) (\(description.name)) does not compute float64")
        }
        guard let text = DeviceText.text(of: plan, hasDouble: description.hasDouble, meets: !description.isProcessor) else {
            plans.updateValue(nil, forKey: key)
            return nil
        }
        let kernel = try programs.kernel(text)
        plans.updateValue(kernel, forKey: key)
        return kernel
    }

    // MARK: Reductions

    /// How a reduction is spread over work-items.
    private struct Spread {
        /// Results of a group.
        let rows: Int
        /// Work-items for each result.
        let lanes: Int
        /// Parts that the values of a result are cut into.
        let parts: Int
    }

    /// On a processor each work-item has a stretch of its own; on a card neighbours read neighbouring elements.
    private func spread(_ plan: ReductionPlan, _ isPlain: Bool) -> Spread {
        let results = plan.outer * plan.inner
        let lanes: Int
        if description.isProcessor {
            lanes = 1
        } else if plan.inner > 1 {
            lanes = 8
        } else {
            lanes = plan.reduced >= 256 ? 256 : 32
        }
        let group = min(description.isProcessor ? 64 : 256, description.largestGroup)
        let rows = max(1, group / lanes)
        // So many results at once keep all units busy.
        let wanted = description.computeUnits * rows * 4
        let longest = plan.reduced / (lanes * 64)
        let parts = isPlain && results < wanted ? max(1, min(longest, wanted / max(results, 1))) : 1
        return Spread(rows: rows, lanes: min(lanes, group), parts: parts)
    }

    private func reduce(_ plan: DevicePlan, _ reduction: ReductionPlan, _ compiled: DeviceKernel) throws {
        let results = reduction.outer * reduction.inner
        let spread = spread(reduction, reduction.target.walk.isContiguous)
        let lane = plan.kernel.dtype(reduction.register).lane
        let accumulator = Accumulator(reduction, lane, description.hasDouble)
        let divisor: KernelArgument = accumulator.isWhole ? .long(1) : accumulator.type == "double" ? .double(reduction.reduction.divisor)
            : .float(Float(reduction.reduction.divisor))
        let partial = try Storage(byteCount: spread.parts > 1 ? results * spread.parts * 8 : 8, on: self)
        var arguments = plan.arguments + plan.targetArguments
        arguments += [.write(partial, all: true), plan.index(spread.parts), plan.index(results), plan.index(reduction.reduced)]
        arguments += [plan.index(reduction.inner), divisor]
        if !description.isProcessor { arguments.append(.shared(spread.rows * spread.lanes * 8)) }
        try launch(compiled, arguments, global: [rounded(results * spread.parts, to: spread.rows), spread.lanes], group: [spread.rows, spread.lanes])
        if spread.parts == 1 { return }
        let kernel = try programs.kernel(accumulator.gathering(into: reduction.target.dtype))
        let target = reduction.target
        try launch(kernel, [.read(partial), .write(target.storage, all: target.isWhole), .long(target.walk.offset), .long(spread.parts),
                            .long(results), divisor], count: results)
    }
}

extension Kernel {
    /// Whether some value is a float64.
    var usesDouble: Bool { (0..<registers).contains { dtype($0).lane == .double } }
}

extension Accumulator {
    /// The kernel that combines the parts of each result.
    func gathering(into dtype: DType) -> String {
        DeviceText.complete("""
            __kernel void run(__global const \(type) *partial, __global \(dtype.deviceType) *t, const long t_at, const long parts, \
            const long results, const \(isWhole ? "long" : type) divisor) {
                const long q = get_global_id(0);
                if (q >= results) return;
                \(type) total = \(start);
                for (long p = 0; p < parts; p++) \(add("partial[q * parts + p]"))
                \(dtype.deviceStore(result(as: dtype), "t", "t_at + q"))
            }

            """)
    }
}
