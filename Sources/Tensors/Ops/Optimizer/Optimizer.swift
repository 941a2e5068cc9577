// Defines fused steps of optimisers: all parameters in one call, each element read and written once.

/// Optimiser steps over lists of parameters, in place and without history.
public enum Optimizer {
    /// Elements that one thread takes at a time.
    private static let stretch = 16_384

    /// One step of gradient descent.
    ///
    /// g ← ±grad + weightDecay · p; buffer ← momentum · buffer + (1 − dampening) · g (or g at first); p ← p − lr · (g, or the buffer,
    /// or g + momentum · buffer for Nesterov).
    public static func sgd(
        _ parameters: [Tensor], _ grads: [Tensor], _ buffers: [Tensor], lr: Double, momentum: Double, dampening: Double,
        weightDecay: Double, nesterov: Bool, maximize: Bool, isFirst: Bool
    ) throws {
        let rule = SGDRule(
            lr: lr, momentum: momentum, keep: 1 - dampening, weightDecay: weightDecay, nesterov: nesterov, sign: maximize ? -1 : 1,
            isFirst: isFirst, hasBuffer: momentum != 0)
        try step(parameters, grads, momentum != 0 ? [buffers] : []) { _ in rule }
    }

    /// One step of Adam (`decoupled`: AdamW); `steps` counts the steps including this one.
    public static func adam(
        _ parameters: [Tensor], _ grads: [Tensor], _ means: [Tensor], _ squares: [Tensor], _ maxima: [Tensor], steps: [Double],
        lr: Double, beta1: Double, beta2: Double, weightDecay: Double, eps: Double, amsgrad: Bool, maximize: Bool, decoupled: Bool
    ) throws {
        try step(parameters, grads, amsgrad ? [means, squares, maxima] : [means, squares]) { index in
            let t = steps[min(index, steps.count - 1)]
            return AdamRule(
                stepSize: lr / (1 - power(beta1, t)), correction: (1 - power(beta2, t)).squareRoot(), beta1: beta1, beta2: beta2,
                decay: decoupled ? 0 : weightDecay, shrink: decoupled ? 1 - lr * weightDecay : 1, eps: eps, amsgrad: amsgrad,
                sign: maximize ? -1 : 1)
        }
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double { Double.pow(base, exponent) }

    /// Applies a rule to every parameter with its gradient and state.
    private static func step<R: StepRule>(
        _ parameters: [Tensor], _ grads: [Tensor], _ states: [[Tensor]], _ rule: (Int) -> R
    ) throws {
        guard grads.count == parameters.count, states.allSatisfy({ $0.count == parameters.count }) else {
            throw TensorError.runtime("an optimizer step needs as many gradients and states as parameters")
        }
        var jobs: [StepJob<R>] = []
        var alive: [Tensor] = []
        var copies: [(to: Tensor, from: Tensor)] = []
        for (i, parameter) in parameters.enumerated() where parameter.count > 0 {
            let type: DType = parameter.dtype == .float64 ? .float64 : .float32
            let grad = try Engine.current.withoutGrad { try grads[i].to(type).contiguous() }
            guard grad.count == parameter.count else {
                throw TensorError.runtime("The size of tensor a (\(parameter.shape)) must match the size of tensor b (\(grad.shape))")
            }
            var targets: [Tensor] = []
            for tensor in [parameter] + states.map({ $0[i] }) {
                try tensor.willChange()
                let isPlain = tensor.isContiguous && tensor.dtype == type
                let plain = isPlain ? tensor : try tensor.copied(as: type)
                if !isPlain { copies.append((tensor, plain)) }
                targets.append(plain)
            }
            if let device = parameter.device, ([grad] + targets).allSatisfy({ $0.device === device }) {
                try device.step(rule(i).form, targets[0], grad, Array(targets.dropFirst()))
                continue
            }
            let pointers = try ([targets[0], grad] + targets.dropFirst()).map { tensor in
                try tensor.storage().bytes + tensor.layout.offset * type.itemSize
            }
            jobs.append(StepJob(rule: rule(i), pointers: pointers, count: parameter.count, isDouble: type == .float64))
            alive += targets + [grad]
        }
        withExtendedLifetime(alive) { run(jobs) }
        for (target, source) in copies { try target.assign(source) }
    }

    private static func run<R: StepRule>(_ jobs: [StepJob<R>]) {
        let total = jobs.reduce(0) { $0 + $1.count }
        if total < 2 * stretch {
            for job in jobs { job.run(0, job.count) }
            return
        }
        var parts: [(job: Int, start: Int)] = []
        for (index, job) in jobs.enumerated() {
            for start in stride(from: 0, to: job.count, by: stretch) { parts.append((index, start)) }
        }
        let stretches = parts
        Parallel.forEach(stretches.count) { part in
            let (index, start) = stretches[part]
            jobs[index].run(start, min(jobs[index].count, start + stretch))
        }
    }
}

/// How one optimiser changes one element. `p`, `g`: parameter and gradient; further values are states.
protocol StepRule: Sendable {
    /// The rule as a kernel for devices.
    var form: StepForm { get }
    func run<E: BinaryFloatingPoint>(_ pointers: [UnsafeMutableRawPointer], _ start: Int, _ end: Int, _: E.Type)
}

/// The work on one parameter.
private struct StepJob<R: StepRule>: @unchecked Sendable {
    let rule: R
    /// Parameter, gradient, states.
    let pointers: [UnsafeMutableRawPointer]
    let count: Int
    let isDouble: Bool

    func run(_ start: Int, _ end: Int) {
        if isDouble { rule.run(pointers, start, end, Double.self) } else { rule.run(pointers, start, end, Float.self) }
    }
}
