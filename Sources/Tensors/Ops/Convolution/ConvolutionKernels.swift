// Defines the three products of a convolution (output, gradient of the input, gradient of the weight) over raw memory.

/// Convolution as matrix products of the weight with columns of patches, sample by sample.
struct ConvolutionKernels<E: NativeFloat> {
    let geometry: ConvolutionGeometry

    private var rows: Int { geometry.inChannels * geometry.kernelArea }
    private var inputSize: Int { geometry.groups * geometry.inChannels * geometry.inputArea }
    private var outputSize: Int { geometry.groups * geometry.outChannels * geometry.outputArea }

    /// y = weight ∗ x + bias.
    func forward(_ x: UnsafePointer<E>, _ weight: UnsafePointer<E>, _ bias: UnsafePointer<E>?, _ y: UnsafeMutablePointer<E>) {
        nonisolated(unsafe) let (x, weight, bias, y) = (x, weight, bias, y)
        forEachSample { sample, scratch in
            for group in 0..<geometry.groups {
                let source = x + sample * inputSize + group * geometry.inChannels * geometry.inputArea
                let target = y + sample * outputSize + group * geometry.outChannels * geometry.outputArea
                let patches = columns(source, scratch)
                if let bias {
                    for channel in 0..<geometry.outChannels {
                        (target + channel * geometry.outputArea).update(
                            repeating: bias[group * geometry.outChannels + channel], count: geometry.outputArea)
                    }
                }
                E.gemm(
                    false, false, geometry.outChannels, geometry.outputArea, rows, 1, weight + group * geometry.outChannels * rows, rows,
                    patches, geometry.outputArea, bias == nil ? 0 : 1, target, geometry.outputArea)
            }
        }
    }

    /// dx = the adjoint of `forward` applied to g; also the output of a transposed convolution.
    func inputGradient(_ g: UnsafePointer<E>, _ weight: UnsafePointer<E>, _ dx: UnsafeMutablePointer<E>) {
        nonisolated(unsafe) let (g, weight, dx) = (g, weight, dx)
        forEachSample { sample, scratch in
            for group in 0..<geometry.groups {
                let source = g + sample * outputSize + group * geometry.outChannels * geometry.outputArea
                let target = dx + sample * inputSize + group * geometry.inChannels * geometry.inputArea
                let product = geometry.isPointwise ? target : scratch
                E.gemm(
                    true, false, rows, geometry.outputArea, geometry.outChannels, 1, weight + group * geometry.outChannels * rows, rows,
                    source, geometry.outputArea, 0, product, geometry.outputArea)
                if geometry.isPointwise { continue }
                target.update(repeating: 0, count: geometry.inChannels * geometry.inputArea)
                geometry.addColumns(scratch, target)
            }
        }
    }

    /// dw = Σ over samples of g · columns(x)ᵀ, in a fixed number of partial sums.
    func weightGradient(_ g: UnsafePointer<E>, _ x: UnsafePointer<E>, _ dw: UnsafeMutablePointer<E>) {
        let size = geometry.groups * geometry.outChannels * rows
        dw.update(repeating: 0, count: size)
        let parts = max(1, min(8, geometry.batch))
        let partial = UnsafeMutablePointer<E>.allocate(capacity: parts * size)
        partial.initialize(repeating: 0, count: parts * size)
        defer { partial.deallocate() }
        nonisolated(unsafe) let (g, x, sums) = (g, x, partial)
        Parallel.forEach(parts) { part in
            withScratch { scratch in
                for sample in part * geometry.batch / parts..<(part + 1) * geometry.batch / parts {
                    for group in 0..<geometry.groups {
                        let source = x + sample * inputSize + group * geometry.inChannels * geometry.inputArea
                        let grad = g + sample * outputSize + group * geometry.outChannels * geometry.outputArea
                        let patches = columns(source, scratch)
                        E.gemm(
                            false, true, geometry.outChannels, rows, geometry.outputArea, 1, grad, geometry.outputArea, patches,
                            geometry.outputArea, 1, sums + part * size + group * geometry.outChannels * rows, rows)
                    }
                }
            }
        }
        for part in 0..<parts {
            let from = partial + part * size
            for i in 0..<size { dw[i] += from[i] }
        }
    }

    @inline(__always)
    private func columns(_ source: UnsafePointer<E>, _ scratch: UnsafeMutablePointer<E>) -> UnsafePointer<E> {
        if geometry.isPointwise { return source }
        geometry.columns(source, scratch)
        return UnsafePointer(scratch)
    }

    private func forEachSample(_ body: @Sendable (_ sample: Int, _ scratch: UnsafeMutablePointer<E>) -> Void) {
        Parallel.stretches(geometry.batch, grain: 1) { start, end in
            withScratch { scratch in
                for sample in start..<end { body(sample, scratch) }
            }
        }
    }

    private func withScratch(_ body: (UnsafeMutablePointer<E>) -> Void) {
        let size = geometry.isPointwise ? 1 : max(1, rows * geometry.outputArea)
        let scratch = UnsafeMutablePointer<E>.allocate(capacity: size)
        body(scratch)
        scratch.deallocate()
    }
}
