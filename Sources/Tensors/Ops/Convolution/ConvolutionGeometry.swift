// Defines ConvolutionGeometry: the sizes of a convolution over one, two or three spatial dimensions.

/// Sizes and steps of a convolution. Spatial lists always have three entries; missing leading dimensions have size one.
struct ConvolutionGeometry: Sendable {
    let batch: Int
    let groups: Int
    /// Channels of the larger side (the input of a convolution, the output of a transposed one) in one group.
    let inChannels: Int
    /// Channels of the other side in one group.
    let outChannels: Int
    let input: Triple
    let kernel: Triple
    let output: Triple
    let stride: Triple
    let padding: Triple
    let dilation: Triple

    /// Elements of one channel of the input, of the output, and of one kernel.
    var inputArea: Int { input.product }
    var outputArea: Int { output.product }
    var kernelArea: Int { kernel.product }

    /// The columns are the input itself: a kernel of one element, moved by one.
    var isPointwise: Bool { kernelArea == 1 && stride.isAll(1) && padding.isAll(0) }
}

/// Depth, height, width.
struct Triple: Sendable, Equatable {
    var d: Int
    var h: Int
    var w: Int

    /// The last one, two or three entries; `missing` stands for the others.
    init(_ values: [Int], missing: Int) {
        let full = [Int](repeating: missing, count: max(0, 3 - values.count)) + values
        (d, h, w) = (full[0], full[1], full[2])
    }

    var product: Int { d * h * w }
    /// Whether all three are the same number.
    func isAll(_ value: Int) -> Bool { d == value && h == value && w == value }
}

extension ConvolutionGeometry {
    /// Writes the patches of one group of one sample as a matrix: a row for each (channel, kernel element), a column for each output element.
    func columns<E: NativeFloat>(_ x: UnsafePointer<E>, _ columns: UnsafeMutablePointer<E>) {
        forEachRow { row, channel, dz, dy, dx in
            let plane = x + channel * inputArea
            let target = columns + row * outputArea
            forEachLine(dz, dy) { line, source in
                let out = target + line * output.w
                guard let source else {
                    out.update(repeating: 0, count: output.w)
                    return
                }
                let (first, last) = insideRange(dx)
                let shift = dx * dilation.w - padding.w
                let from = plane + source * input.w
                for i in 0..<first { out[i] = 0 }
                if stride.w == 1 {
                    if last > first { (out + first).update(from: from + first + shift, count: last - first) }
                } else {
                    for i in first..<max(first, last) { out[i] = from[i * stride.w + shift] }
                }
                for i in max(first, last)..<output.w { out[i] = 0 }
            }
        }
    }

    /// The reverse of `columns`: adds each column element to the input element it was copied from.
    func addColumns<E: NativeFloat>(_ columns: UnsafePointer<E>, _ x: UnsafeMutablePointer<E>) {
        forEachRow { row, channel, dz, dy, dx in
            let plane = x + channel * inputArea
            let source = columns + row * outputArea
            forEachLine(dz, dy) { line, target in
                guard let target else { return }
                let (first, last) = insideRange(dx)
                let shift = dx * dilation.w - padding.w
                let to = plane + target * input.w
                let from = source + line * output.w
                guard last > first else { return }
                if stride.w == 1 {
                    for i in first..<last { to[i + shift] += from[i] }
                } else {
                    for i in first..<last { to[i * stride.w + shift] += from[i] }
                }
            }
        }
    }

    @inline(__always)
    private func forEachRow(_ body: (_ row: Int, _ channel: Int, _ dz: Int, _ dy: Int, _ dx: Int) -> Void) {
        var row = 0
        for channel in 0..<inChannels {
            for dz in 0..<kernel.d {
                for dy in 0..<kernel.h {
                    for dx in 0..<kernel.w {
                        body(row, channel, dz, dy, dx)
                        row += 1
                    }
                }
            }
        }
    }

    /// Each line of the output with the line of the input (counted over depth and height) that it reads, nil in the padding.
    @inline(__always)
    private func forEachLine(_ dz: Int, _ dy: Int, _ body: (_ line: Int, _ source: Int?) -> Void) {
        for oz in 0..<output.d {
            let z = oz * stride.d + dz * dilation.d - padding.d
            for oy in 0..<output.h {
                let y = oy * stride.h + dy * dilation.h - padding.h
                let isInside = z >= 0 && z < input.d && y >= 0 && y < input.h
                body(oz * output.h + oy, isInside ? z * input.h + y : nil)
            }
        }
    }

    /// The output columns whose input column lies inside: first ..< last.
    @inline(__always)
    private func insideRange(_ dx: Int) -> (Int, Int) {
        let shift = dx * dilation.w - padding.w
        let first = shift >= 0 ? 0 : (-shift + stride.w - 1) / stride.w
        let room = input.w - 1 - shift
        let last = room < 0 ? 0 : room / stride.w + 1
        return (min(first, output.w), min(last, output.w))
    }
}
