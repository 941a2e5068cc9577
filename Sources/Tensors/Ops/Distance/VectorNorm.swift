// Defines vector_norm: lengths of vectors in any p-norm.

extension Tensor {
    /// (Σ |x|ᵖ)^(1/p) over dimensions; p = 0 counts nonzero elements, ±∞ takes the extreme. `name` is that of the recorded node.
    public func vectorNorm(
        _ p: Double = 2, dims: [Int]? = nil, keepdim: Bool = false, dtype type: DType? = nil, name: String = "LinalgVectorNormBackward0"
    ) throws -> Tensor {
        guard (type ?? dtype).isFloatingPoint else {
            throw TensorError.notImplemented("linalg.vector_norm: Expected a floating point or complex tensor as input. Got \(dtype.scalarName)")
        }
        if let type, type != dtype { return try to(type).vectorNorm(p, dims: dims, keepdim: keepdim, name: name) }
        let mask = try reducedMask(dims?.isEmpty == true ? nil : dims)
        if p.magnitude == .infinity || p < 0 { try checkNotEmpty(p, mask) }
        let result = try Engine.current.withoutGrad { try norm(p, mask, keepdim) }
        return result.recorded(name, [self], saving: [self, result]) { grad, node in
            let (x, length) = (try node.saved(0), try node.saved(1).restored(mask, keepdim: keepdim))
            return [try x.normGradient(grad.restored(mask, keepdim: keepdim), length, p, mask)]
        }
    }

    private func checkNotEmpty(_ p: Double, _ mask: Dims) throws {
        for d in 0..<rank where mask[d] != 0 && shape[d] == 0 {
            throw TensorError.runtime("linalg.vector_norm cannot compute the \(shortNumber(p)) norm on an empty tensor because the operation "
                + "does not have an identity")
        }
    }

    private func norm(_ p: Double, _ mask: Dims, _ keepdim: Bool) throws -> Tensor {
        func total(_ x: Tensor) throws -> Tensor { try x.reduced(.sum, mask, keepdim: keepdim, work: dtype, dtype: dtype) }
        switch p {
        case 2: return try Op.sqrt(total(Op.square(self)))
        case 1: return try total(Op.abs(self))
        case 0: return try total(Op.ne(self, 0.0).to(dtype))
        case .infinity: return try Op.abs(self).reduced(.maximum, mask, keepdim: keepdim, work: nil, dtype: dtype)
        case -.infinity: return try Op.abs(self).reduced(.minimum, mask, keepdim: keepdim, work: nil, dtype: dtype)
        default:
            let powers = try Op.powNumber(.tensor(Op.abs(self)), .number(.float(p)))
            return try Op.powNumber(.tensor(total(powers)), .number(.float(1 / p)))
        }
    }

    /// The derivative of the norm; zero where the norm is zero.
    private func normGradient(_ grad: Tensor, _ length: Tensor, _ p: Double, _ mask: Dims) throws -> Tensor {
        switch p {
        case 0: return try Tensor.zeros(shape, grad.dtype)
        case 1: return try Op.sign(self) * grad
        case 2:
            let share = try grad / length
            let safe = try share.maskedFill(Op.eq(length, 0.0), 0.0)
            return try self * safe
        case .infinity, -.infinity:
            let isExtreme = try Op.eq(Op.abs(self), length).to(grad.dtype)
            let ties = try isExtreme.reduced(.sum, mask, keepdim: true, work: grad.dtype, dtype: grad.dtype)
            return try Op.sign(self) * isExtreme * (grad / ties)
        default:
            let powers = try Op.powNumber(.tensor(Op.abs(self)), .number(.float(p - 1)))
            let scale = try grad / Op.powNumber(.tensor(length), .number(.float(p - 1)))
            let slope = try Op.sign(self) * powers * scale
            return try slope.maskedFill(Op.eq(self, 0.0), 0.0).maskedFill(Op.eq(length, 0.0), 0.0)
        }
    }
}
