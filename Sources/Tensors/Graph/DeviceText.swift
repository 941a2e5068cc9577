// Defines DeviceText: the text of a kernel in OpenCL C.

/// Writes a kernel as OpenCL C: parameters in the order of the plan's arguments, then one element, or one reduced result, of a work-item.
struct DeviceText {
    private let plan: DevicePlan
    private var kernel: Kernel { plan.kernel }
    private let code = DeviceCode()
    private var index: String { plan.isWide ? "long" : "int" }
    /// Whether results are added up in double.
    private let hasDouble: Bool
    /// Whether several work-items compute a result; on processors one does, and barriers would double the time that compilers take.
    private let meets: Bool

    /// The text; nil where an operation has no form in OpenCL C.
    static func text(of plan: DevicePlan, hasDouble: Bool, meets: Bool = true) -> String? {
        let text = DeviceText(plan: plan, hasDouble: hasDouble, meets: meets)
        return plan.kernel.reduction == nil ? text.pointwise() : text.reduction()
    }

    private init(plan: DevicePlan, hasDouble: Bool, meets: Bool) {
        self.plan = plan
        self.hasDouble = hasDouble
        self.meets = meets
    }

    /// A kernel with its functions in front and the rule that products and sums are rounded one by one, as on the processor.
    static func complete(_ kernel: String) -> String {
        "#pragma OPENCL FP_CONTRACT OFF\n" + DeviceFunctions.used(by: kernel) + kernel
    }

    // MARK: Pointwise

    private func pointwise() -> String? {
        guard let body = element() else { return nil }
        let lines = ["const \(index) i = get_global_id(0);", "if (i >= count) return;"] + body
        return DeviceText.complete(head(parameters()) + DeviceText.indented(lines, 1) + "}\n")
    }

    private func head(_ parameters: [String]) -> String {
        "__kernel void run(\(parameters.joined(separator: ", "))) {\n"
    }

    private static func indented(_ lines: [String], _ depth: Int) -> String {
        lines.map { String(repeating: "    ", count: depth) + $0 + "\n" }.joined()
    }

    private func parameters() -> [String] {
        var result: [String] = []
        for (i, source) in kernel.sources.enumerated() {
            switch source {
            case .tensor(let region):
                result += ["__global const \(region.dtype.deviceType) *s\(i)"] + walk("s\(i)", plan.sources[i])
            case .number(_, let dtype): result.append("const \(dtype.lane.deviceType) r\(i)")
            }
        }
        for (i, output) in kernel.outputs.enumerated() {
            result += ["__global \(output.target.dtype.deviceType) *o\(i)"] + walk("o\(i)", plan.outputs[i])
        }
        for (g, sizes) in plan.grids.enumerated() {
            for d in 1..<max(sizes.count, 1) { result.append("const \(index) g\(g)_\(d)") }
        }
        return result + ["const \(index) count"]
    }

    private func walk(_ name: String, _ place: DevicePlan.Place) -> [String] {
        var result = ["const \(index) \(name)_at"]
        if case .strided(let grid) = place { result += (0..<grid.rank).map { "const \(index) \(name)_t\($0)" } }
        return result
    }

    /// The statements that compute element `i` and store the outputs.
    private func element() -> [String]? {
        for (i, source) in kernel.sources.enumerated() {
            guard case .tensor(let region) = source else { continue }
            let load = region.dtype.deviceLoad("s\(i)", position("s\(i)", plan.sources[i], "i"))
            code.add("const \(region.dtype.lane.deviceType) r\(i) = \(load);")
        }
        for (i, step) in kernel.steps.enumerated() {
            guard let value = value(of: step) else { return nil }
            let rounded = step.dtype.deviceRounded(value) ?? value
            code.add("const \(step.dtype.lane.deviceType) r\(kernel.sources.count + i) = \(rounded);")
        }
        for (i, output) in kernel.outputs.enumerated() {
            let value = output.target.dtype.lane.deviceCast("r\(output.register)", from: kernel.dtype(output.register).lane)
            code.add(output.target.dtype.deviceStore(value, "o\(i)", position("o\(i)", plan.outputs[i], "i")))
        }
        return code.lines
    }

    private func value(of step: Kernel.Step) -> String? {
        guard let op = step.op else { return step.dtype.lane.deviceCast("r\(step.a)", from: step.from.lane) }
        return op.loops.form.write(step.from.lane, ["r\(step.a)", "r\(step.b)", "r\(step.c)"], result: step.dtype.lane, into: code)
    }

    /// Where the element that a walk meets at position `at` lies in its buffer.
    private func position(_ name: String, _ place: DevicePlan.Place, _ at: String) -> String {
        switch place {
        case .plain: return "\(name)_at + \(at)"
        case .single: return "\(name)_at"
        case .strided(let grid):
            var result = "\(name)_at"
            var rest = at
            for d in (1..<max(grid.rank, 1)).reversed() {
                let size = "g\(grid.number)_\(d)"
                result += " + \(code.name(index, "\(rest) % \(size)")) * \(name)_t\(d)"
                rest = code.name(index, "\(rest) / \(size)")
            }
            return result + " + \(rest) * \(name)_t0"
        }
    }

    // MARK: Reductions

    /// Outer × inner results; each is computed by the work-items of one row of a group, which meet in shared memory.
    ///
    /// Where `parts` is more than 1, a result's values are cut into as many parts, and the parts' results go to `partial`.
    private func reduction() -> String? {
        guard let reduction = kernel.reduction, let body = element() else { return nil }
        let accumulator = Accumulator(reduction, kernel.dtype(reduction.register).lane, hasDouble)
        let type = accumulator.type
        let extra = ["__global \(reduction.target.dtype.deviceType) *t"] + walk("t", plan.target) + [
            "__global \(type) *partial", "const \(index) parts", "const \(index) results", "const \(index) reduced", "const \(index) inner",
            "const \(accumulator.isWhole ? "long" : type) divisor",
        ] + (meets ? ["__local \(type) *shared"] : [])
        var lines = [
            "const \(index) q = get_global_id(0);",
            meets ? "const int row = get_local_id(0), lane = get_local_id(1), lanes = get_local_size(1);" : "const int lane = 0, lanes = 1;",
            "const \(index) result = q / parts, part = q % parts;", "\(type) total = \(accumulator.start);", "if (result < results) {",
            "    const \(index) length = (reduced + parts - 1) / parts;",
            "    const \(index) end = min(reduced, (part + 1) * length);",
            "    const \(index) first = result / inner * reduced * inner + result % inner;",
            "    for (\(index) k = part * length + lane; k < end; k += lanes) {", "        const \(index) i = first + k * inner;",
        ]
        lines += body.map { "        " + $0 }
        lines += ["        \(accumulator.add("r\(reduction.register)"))", "    }", "}"] + (meets ? DeviceText.meeting(accumulator) : [])
        lines.append("if (lane == 0 && result < results) {")
        lines.append("    if (parts > 1) partial[q] = total;")
        let finish = DeviceText(plan: plan, hasDouble: hasDouble, meets: meets)
        let place = finish.position("t", plan.target, "result")
        let value = accumulator.result(as: reduction.target.dtype)
        lines += ["    else {"] + (finish.code.lines + [reduction.target.dtype.deviceStore(value, "t", place)]).map { "        " + $0 }
        lines += ["    }", "}"]
        return DeviceText.complete(head(parameters() + extra) + DeviceText.indented(lines, 1) + "}\n")
    }

    /// The totals of a row's work-items become one.
    private static func meeting(_ accumulator: Accumulator) -> [String] {
        [
            "if (lanes > 1) {", "    shared[row * lanes + lane] = total;", "    barrier(CLK_LOCAL_MEM_FENCE);",
            "    for (int s = lanes / 2; s > 0; s /= 2) {",
            "        if (lane < s) { const \(accumulator.type) other = shared[row * lanes + lane + s]; \(accumulator.meet("other")) "
                + "shared[row * lanes + lane] = total; }",
            "        barrier(CLK_LOCAL_MEM_FENCE);", "    }", "}",
        ]
    }
}
