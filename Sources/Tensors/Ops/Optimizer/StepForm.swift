// Defines StepForm: the rule of a fused optimiser step as a kernel in OpenCL C.

/// A rule as text: `p` is the parameter, `g` its gradient, `s0`, `s1`, … its states; numbers are parameters of the kernel.
struct StepForm {
    /// Names and values of the numbers.
    let numbers: [(name: String, value: Double)]
    /// Statements that change `p` and the states.
    let body: String

    /// The kernel for a number of states and a lane.
    func text(states: Int, _ lane: DType.Lane) -> String {
        let type = lane.deviceType
        let places = ["p"] + (0..<states).map { "s\($0)" }
        var parameters = ["__global const \(type) *from_g", "const long g_at"]
        for place in places { parameters += ["__global \(type) *to_\(place)", "const long \(place)_at"] }
        parameters += numbers.map { "const \(type) \($0.name)" } + ["const long count"]
        let loads = places.map { "\(type) \($0) = to_\($0)[\($0)_at + i];" }.joined(separator: " ")
        let stores = places.map { "to_\($0)[\($0)_at + i] = \($0);" }.joined(separator: " ")
        return DeviceText.complete("""
            typedef \(type) real;
            __kernel void run(\(parameters.joined(separator: ", "))) {
                const long i = get_global_id(0);
                if (i >= count) return;
                const \(type) g = from_g[g_at + i];
                \(loads)
                \(body)
                \(stores)
            }

            """)
    }
}

extension ComputeDevice {
    /// Applies a rule to a parameter, its gradient and its states, all of one floating type and contiguous.
    func step(_ form: StepForm, _ parameter: Tensor, _ grad: Tensor, _ states: [Tensor]) throws {
        let lane = parameter.dtype.lane
        var arguments: [KernelArgument] = [.read(try grad.computed()), .long(grad.layout.offset)]
        for tensor in [parameter] + states { arguments += [.write(try tensor.computed(), all: false), .long(tensor.layout.offset)] }
        for (_, value) in form.numbers { arguments.append(lane == .double ? .double(value) : .float(Float(value))) }
        arguments.append(.long(parameter.count))
        try launch(programs.kernel(form.text(states: states.count, lane)), arguments, count: parameter.count)
    }
}

extension SGDRule {
    var form: StepForm {
        guard hasBuffer else {
            return StepForm(numbers: [("lr", lr), ("decay", weightDecay), ("sign", sign)], body: "p -= lr * (sign * g + decay * p);")
        }
        return StepForm(
            numbers: [
                ("lr", lr), ("decay", weightDecay), ("sign", sign), ("isFirst", isFirst ? 1 : 0), ("mu", momentum), ("keep", isFirst ? 1 : keep),
                ("ahead", nesterov ? momentum : 1), ("own", nesterov ? 1 : 0),
            ],
            body: "const real slope = sign * g + decay * p; s0 = (isFirst != 0 ? 0 : mu * s0) + keep * slope; "
                + "p -= lr * (own * slope + ahead * s0);")
    }
}

extension AdamRule {
    var form: StepForm {
        let top = amsgrad ? "s2 = s2 < s1 ? s1 : s2; " : ""
        return StepForm(
            numbers: [
                ("step", stepSize), ("bias", correction), ("w1", 1 - beta1), ("b2", beta2), ("w2", 1 - beta2), ("decay", decay), ("shrink", shrink),
                ("eps", eps), ("sign", sign),
            ],
            body: "const real slope = sign * g + decay * p; s0 += w1 * (slope - s0); s1 = b2 * s1 + w2 * slope * slope; \(top)"
                + "p = p * shrink - step * s0 / (sqrt(\(amsgrad ? "s2" : "s1")) / bias + eps);")
    }
}
