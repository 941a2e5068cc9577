// Defines the rules of the fused optimiser steps: what SGD and Adam do with each element.

/// Gradient descent with momentum.
struct SGDRule: StepRule {
    let lr: Double
    let momentum: Double
    /// 1 − dampening.
    let keep: Double
    let weightDecay: Double
    let nesterov: Bool
    /// -1 to maximise.
    let sign: Double
    let isFirst: Bool
    let hasBuffer: Bool

    @inline(__always)
    func run<E: BinaryFloatingPoint>(_ pointers: [UnsafeMutableRawPointer], _ start: Int, _ end: Int, _: E.Type) {
        let p = pointers[0].assumingMemoryBound(to: E.self)
        let g = pointers[1].assumingMemoryBound(to: E.self)
        let (lr, decay, sign) = (E(lr), E(weightDecay), E(sign))
        guard hasBuffer else {
            for i in start..<end { p[i] -= lr * (sign * g[i] + decay * p[i]) }
            return
        }
        let b = pointers[2].assumingMemoryBound(to: E.self)
        let (mu, keep) = (isFirst ? E(0) : E(momentum), isFirst ? E(1) : E(keep))
        let (ahead, own) = nesterov ? (E(momentum), E(1)) : (E(1), E(0))
        for i in start..<end {
            let slope = sign * g[i] + decay * p[i]
            let moved = (isFirst ? 0 : mu * b[i]) + keep * slope
            b[i] = moved
            p[i] -= lr * (own * slope + ahead * moved)
        }
    }
}

/// Adam and AdamW.
struct AdamRule: StepRule {
    /// lr / (1 − beta1ᵗ).
    let stepSize: Double
    /// √(1 − beta2ᵗ).
    let correction: Double
    let beta1: Double
    let beta2: Double
    /// Weight decay added to the gradient.
    let decay: Double
    /// Weight decay as a factor of the parameter.
    let shrink: Double
    let eps: Double
    let amsgrad: Bool
    /// -1 to maximise.
    let sign: Double

    @inline(__always)
    func run<E: BinaryFloatingPoint>(_ pointers: [UnsafeMutableRawPointer], _ start: Int, _ end: Int, _: E.Type) {
        let p = pointers[0].assumingMemoryBound(to: E.self)
        let g = pointers[1].assumingMemoryBound(to: E.self)
        let m = pointers[2].assumingMemoryBound(to: E.self)
        let v = pointers[3].assumingMemoryBound(to: E.self)
        let (w1, b2, w2) = (E(1 - beta1), E(beta2), E(1 - beta2))
        let (step, bias, eps, decay, shrink, sign) = (E(stepSize), E(correction), E(eps), E(decay), E(shrink), E(sign))
        if amsgrad {
            let top = pointers[4].assumingMemoryBound(to: E.self)
            for i in start..<end {
                let slope = sign * g[i] + decay * p[i]
                let mean = m[i] + w1 * (slope - m[i])
                let square = b2 * v[i] + w2 * slope * slope
                let largest = top[i] < square ? square : top[i]
                m[i] = mean
                v[i] = square
                top[i] = largest
                p[i] = p[i] * shrink - step * mean / (largest.squareRoot() / bias + eps)
            }
            return
        }
        for i in start..<end {
            let slope = sign * g[i] + decay * p[i]
            let mean = m[i] + w1 * (slope - m[i])
            let square = b2 * v[i] + w2 * slope * slope
            m[i] = mean
            v[i] = square
            p[i] = p[i] * shrink - step * mean / (square.squareRoot() / bias + eps)
        }
    }
}
