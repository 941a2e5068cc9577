// Defines the recorded products of a convolution, each of whose gradients is made of the other two.

/// Output, input gradient and weight gradient as tensor operations that can be differentiated any number of times.
struct ConvolutionOps {
    let geometry: ConvolutionGeometry
    /// Sizes of the larger side, of the smaller side and of the weight.
    let inputShape: Dims
    let outputShape: Dims
    let weightShape: Dims

    /// weight ∗ x (+ bias).
    func output(_ x: Tensor, _ weight: Tensor, _ bias: Tensor?) throws -> Tensor {
        let kernel = Product(kind: .output, ops: self, first: x.detach(), second: weight.detach(), bias: bias?.detach())
        let result = try kernel.onDevice() ?? x.dtype.visitNative("conv", kernel)
        return result.recorded("ConvolutionBackward0", [x, weight] + (bias.map { [$0] } ?? []), saving: [x, weight]) { grad, node in
            let g = try grad.contiguous()
            return [node.needs(0) ? try inputGradient(g, node.saved(1)) : nil,
                    node.needs(1) ? try weightGradient(g, node.saved(0)) : nil,
                    node.needs(2) ? try g.sum(dims: [0] + Array(2..<g.rank)) : nil]
        }
    }

    /// The adjoint of `output` in x; with a bias it is a transposed convolution.
    func inputGradient(_ g: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) throws -> Tensor {
        let kernel = Product(kind: .input, ops: self, first: g.detach(), second: weight.detach(), bias: nil)
        var result = try kernel.onDevice() ?? g.dtype.visitNative("conv_transpose", kernel)
        if let bias {
            let sizes = [1, -1] + [Int](repeating: 1, count: inputShape.count - 2)
            result = try Engine.current.withoutGrad { try result + bias.detach().view(sizes) }
        }
        return result.recorded("ConvolutionBackward0", [g, weight] + (bias.map { [$0] } ?? []), saving: [g, weight]) { grad, node in
            let u = try grad.contiguous()
            return [node.needs(0) ? try output(u, node.saved(1), nil) : nil,
                    node.needs(1) ? try weightGradient(node.saved(0), u) : nil,
                    node.needs(2) ? try u.sum(dims: [0] + Array(2..<u.rank)) : nil]
        }
    }

    /// The adjoint of `output` in the weight.
    func weightGradient(_ g: Tensor, _ x: Tensor) throws -> Tensor {
        let kernel = Product(kind: .weight, ops: self, first: g.detach(), second: x.detach(), bias: nil)
        let result = try kernel.onDevice() ?? g.dtype.visitNative("conv_backward", kernel)
        return result.recorded("ConvolutionBackwardBackward0", [g, x], saving: [g, x]) { grad, node in
            let v = try grad.contiguous()
            return [node.needs(0) ? try output(node.saved(1), v, nil) : nil,
                    node.needs(1) ? try inputGradient(node.saved(0), v) : nil]
        }
    }

    /// One of the three products.
    private struct Product: NativeVisitor {
        enum Kind { case output, input, weight }
        let kind: Kind
        let ops: ConvolutionOps
        let first: Tensor
        let second: Tensor
        let bias: Tensor?

        /// The product where the tensors live on a device; nil where the host computes it.
        func onDevice() throws -> Tensor? {
            guard first.device != nil, let expression = ConvolutionExpression(ops), first.count > 0, second.count > 0 else { return nil }
            return try Engine.current.withoutGrad {
                switch kind {
                case .output: try expression.output(first, second, bias)
                case .input: try expression.inputGradient(first, second)
                case .weight: try expression.weightGradient(first, second)
                }
            }
        }

        func run<E: NativeFloat>(_: E.Type) throws -> Tensor {
            let kernels = ConvolutionKernels<E>(geometry: ops.geometry)
            let shape = kind == .output ? ops.outputShape : kind == .input ? ops.inputShape : ops.weightShape
            let plainBias = try bias?.contiguous()
            return try first.withElements(E.self) { a in
                try second.withElements(E.self) { b in
                    try Tensor.make(shape, E.self) { out in
                        guard out.count > 0, let x = a.baseAddress, let y = b.baseAddress, let target = out.baseAddress else { return }
                        switch kind {
                        case .output: kernels.forward(x, y, try plainBias.map { UnsafePointer(try $0.base(E.self)) }, target)
                        case .input: kernels.inputGradient(x, y, target)
                        case .weight: kernels.weightGradient(x, y, target)
                        }
                    }
                }
            }
        }
    }
}
