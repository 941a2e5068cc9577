// Defines cummax, cummin and logcumsumexp: running extremes, and running sums of exponentials.

extension Tensor {
    /// The largest element so far along a dimension, with its place (the last of equals).
    public func cummax(_ dim: Int) throws -> (values: Tensor, indices: Tensor) { try running(dim, isMax: true) }

    /// The smallest element so far along a dimension, with its place (the last of equals).
    public func cummin(_ dim: Int) throws -> (values: Tensor, indices: Tensor) { try running(dim, isMax: false) }

    private func running(_ dim: Int, isMax: Bool) throws -> (values: Tensor, indices: Tensor) {
        let d = try Shapes.wrap(dim, rank: rank)
        let places = try dtype.visitOrdered(RunningExtreme(source: detach(), strip: Strip(shape, d), isMax: isMax))
        let indices = try Tensor.from(places, shape)
        let values = try Engine.current.withoutGrad { try detach().gather(dim: d, index: indices) }
        let original = shape
        _ = values.recorded(isMax ? "CummaxBackward0" : "CumminBackward0", [self]) { grad, _ in
            [try Tensor.zeros(original, grad.dtype).scatterAdd(dim: d, index: indices, source: grad)]
        }
        return (values, indices)
    }

    /// log of the running sums of exponentials along a dimension.
    public func logcumsumexp(_ dim: Int) throws -> Tensor {
        guard dtype.isFloatingPoint else { throw TensorError.unsupported("logcumsumexp_out_cpu", dtype) }
        let d = try Shapes.wrap(dim, rank: rank)
        let wide = try detach().to(dtype.computeType)
        let result = try wide.dtype.visitNative("logcumsumexp_out_cpu", RunningLogSum(source: wide, strip: Strip(shape, d))).to(dtype)
        return result.recorded("LogcumsumexpBackward0", [self], saving: [self, result]) { grad, node in
            let (x, total) = (try node.saved(0), try node.saved(1))
            // Σ over later results of g · exp(x − result), summed from the end.
            let part = try grad * Op.exp(Op.neg(total))
            let tail = try part.flip([d]).cumsum(d).flip([d])
            return [try Op.exp(x) * tail]
        }
    }
}

/// Places of the running extremes of each line.
private struct RunningExtreme: OrderedVisitor {
    let source: Tensor
    let strip: Strip
    let isMax: Bool

    func run<E: OrderedElement>(_: E.Type) throws -> [Int] {
        var result = [Int](repeating: 0, count: source.count)
        return try source.withElements(E.self) { x in
            _ = strip.mapLines { start, step in
                var best = 0
                for k in 0..<strip.length {
                    let (value, held) = (x[start + k * step], x[start + best * step])
                    let wins = isMax ? !E.isLess(value, held) : !held.isMissing && (value.isMissing || !E.isLess(held, value))
                    if wins { best = k }
                    result[start + k * step] = best
                }
            }
            return result
        }
    }
}

/// Running log-sum-exp of each line.
private struct RunningLogSum: NativeVisitor {
    let source: Tensor
    let strip: Strip

    func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
        try source.withElements(E.self) { x in
            try Tensor.make(source.shape, E.self) { y in
                _ = strip.mapLines { start, step in
                    var total = -E.infinity
                    for k in 0..<strip.length {
                        let value = x[start + k * step]
                        let top = max(total, value)
                        if value.isNaN || total.isNaN {
                            total = .nan
                        } else if top.isFinite {
                            total = top + E.log1p(E.exp(min(total, value) - top))
                        } else {
                            total = top
                        }
                        y[start + k * step] = total
                    }
                }
            }
        }
    }
}
