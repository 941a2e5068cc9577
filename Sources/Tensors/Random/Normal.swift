// Defines the normal numbers of a Generator: pairs in double for small or scattered outputs, blocks of 16 for the rest.
import Glibc

extension Generator {
    /// From this many elements on, contiguous outputs are made in blocks.
    package static let blockSize = 16

    /// One normal number by the Box-Muller transform. The second of each pair is kept for the next call.
    package func normal(mean: Double = 0, deviation: Double = 1) -> Double {
        if let cached = cachedNormal {
            cachedNormal = nil
            return cached * deviation + mean
        }
        let first = uniform64()
        let second = uniform64()
        let radius = (-2 * log1p(-second)).squareRoot()
        let angle = 2 * Double.pi * first
        cachedNormal = radius * sin(angle)
        return radius * cos(angle) * deviation + mean
    }

    /// Fills a contiguous float32 output: blocks from 16 elements on, pairs below. For types of 16 bits uniforms are drawn for whole
    /// blocks only, before the rest is drawn.
    package func fillNormal(_ out: UnsafeMutableBufferPointer<Float>, mean: Double = 0, deviation: Double = 1, inHalf: Bool = false) {
        guard out.count >= Self.blockSize else {
            for i in out.indices { out[i] = Float(normal(mean: mean, deviation: deviation)) }
            return
        }
        fillUniform(UnsafeMutableBufferPointer(rebasing: out[..<(inHalf ? out.count / Self.blockSize * Self.blockSize : out.count)]))
        let blocks = NormalBlocks(mean: Float(mean), deviation: Float(deviation))
        inBlocks(out, redraw: { fillUniform($0) }, transform: blocks.transform)
    }

    /// Fills a contiguous float64 output: blocks from 16 elements on, pairs below.
    package func fillNormal(_ out: UnsafeMutableBufferPointer<Double>, mean: Double = 0, deviation: Double = 1) {
        guard out.count >= Self.blockSize else {
            for i in out.indices { out[i] = normal(mean: mean, deviation: deviation) }
            return
        }
        fillUniform(out)
        inBlocks(out, redraw: { fillUniform($0) }) { start, count in
            for k in 0..<8 * count {
                let (block, j) = (start + k / 8 * 16, k % 8)
                let radius = (-2 * log(1 - block[j])).squareRoot()
                let angle = 2 * Double.pi * block[j + 8]
                block[j] = radius * cos(angle) * deviation + mean
                block[j + 8] = radius * sin(angle) * deviation + mean
            }
        }
    }

    /// Transforms every whole block of uniforms; a rest makes the last 16 places be drawn and transformed anew.
    private func inBlocks<F>(
        _ out: UnsafeMutableBufferPointer<F>, redraw: (UnsafeMutableBufferPointer<F>) -> Void,
        transform: (_ blocks: UnsafeMutablePointer<F>, _ count: Int) -> Void
    ) {
        let base = out.baseAddress!
        transform(base, out.count / Self.blockSize)
        if out.count % Self.blockSize != 0 {
            let last = UnsafeMutableBufferPointer(start: base + out.count - Self.blockSize, count: Self.blockSize)
            redraw(last)
            transform(last.baseAddress!, 1)
        }
    }

    /// PyTorch's RuntimeError for a negative deviation.
    package static func checkNormal(deviation: Double) throws {
        if !(deviation >= 0) { throw TensorError.runtime("normal expects std >= 0.0, but found std \(shortNumber(deviation))") }
    }
}
