// Defines IndexRead, IndexWrite and ScatterReduction: elements moved between planned places of a tensor and a row of values.

/// Reads the planned elements into a new tensor.
struct IndexRead: ElementVisitor {
    let source: Tensor
    let plan: IndexPlan

    /// The elements, where the source lives.
    func result() throws -> Tensor { try source.device.map { try $0.gather(source, plan) } ?? source.dtype.visit(self) }

    func run<E: Element>(_: E.Type) throws -> Tensor {
        try Tensor.make(plan.shape, E.self) { out in
            guard plan.count > 0, let target = out.baseAddress else { return }
            try source.withPointer(E.self) { base in
                let length = plan.after.count
                plan.after.withUnsafeBufferPointer { after in
                    plan.forEachRun { result, start in
                        let place = target + result
                        if plan.isRun {
                            place.update(from: base + start, count: length)
                        } else {
                            for k in 0..<length { place[k] = base[start &+ after[k]] }
                        }
                    }
                }
            }
        }
    }
}

/// How values that meet at one place are combined.
public enum ScatterReduction: String, Sendable, CaseIterable {
    case sum, prod, mean, amax, amin
}

/// Writes values (row-major, sizes of the plan) to the planned elements of a tensor in order, or combines them with what is there.
struct IndexWrite: OrderedVisitor {
    let target: Tensor
    let plan: IndexPlan
    let values: Tensor
    /// nil replaces.
    let reduction: ScatterReduction?

    /// Changes the target, where it lives.
    func apply() throws {
        if plan.count == 0 { return }
        if let device = target.device { return try device.scatter(self) }
        try target.dtype.visitOrdered(self)
    }

    func run<E: OrderedElement>(_: E.Type) throws {
        try values.withElements(E.self) { values in
            try target.withPointer(E.self) { base in
                switch reduction {
                case nil: join(base, values) { $1 }
                case .sum, .mean: join(base, values, E.plus)
                case .prod: join(base, values, E.times)
                case .amax: join(base, values) { E.isLess($0, $1) ? $1 : $0 }
                case .amin: join(base, values) { !$0.isMissing && (E.isLess($1, $0) || $1.isMissing) ? $1 : $0 }
                }
            }
        }
    }

    @inline(__always)
    private func join<E>(_ base: UnsafeMutablePointer<E>, _ values: UnsafeBufferPointer<E>, _ body: (E, E) -> E) {
        let length = plan.after.count
        plan.after.withUnsafeBufferPointer { after in
            plan.forEachRun { result, start in
                let place = base + start
                if plan.isRun {
                    for k in 0..<length { place[k] = body(place[k], values[result &+ k]) }
                } else {
                    for k in 0..<length { place[after[k]] = body(place[after[k]], values[result &+ k]) }
                }
            }
        }
    }
}
