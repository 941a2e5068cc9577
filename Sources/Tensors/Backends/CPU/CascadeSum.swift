// Defines CascadeSum: sums of few numbers in exactly the order in which PyTorch takes them, so that the last bits agree.

/// Sums in the working precision, in cascades: partial sums of 16 or more numbers are added up on four levels.
///
/// The order is that of PyTorch's processor kernels with 256-bit vectors: printing decides by a single bit whether a sum of
/// probabilities shows as `1.` or `1.0000`.
struct CascadeSum<E: BinaryFloatingPoint & BitwiseCopyable> {
    /// Numbers in a vector register.
    private let lanes: Int
    private static var levels: Int { 4 }
    /// Sums taken side by side.
    private static var width: Int { 4 }

    init() { lanes = 32 / MemoryLayout<E>.size }

    /// The sum of `count` neighbours.
    func row(_ values: UnsafePointer<E>, _ count: Int) -> E {
        if count < lanes { return interleaved(values, stride: 1, lanes: 1, count) { $0[0] } }
        let vectors = count / lanes
        return interleaved(values, stride: lanes, lanes: lanes, vectors) { partial in
            var total: E = 0
            for i in (vectors * lanes)..<count { total += values[i] }
            for lane in 0..<lanes { total += partial[lane] }
            return total
        }
    }

    /// The sums of the columns of a row-major matrix.
    func columns(_ values: UnsafePointer<E>, rows: Int, columns: Int, into sums: UnsafeMutablePointer<E>) {
        let vector = columns >= lanes ? lanes : 1
        let block = CascadeSum.width * vector
        var column = 0
        while column + block <= columns {
            cascade(values + column, rowStride: columns, columnStride: vector, lanes: vector, rows) { sums[column + $0] = $1 }
            column += block
        }
        while column < columns {
            let n = column + vector <= columns ? vector : 1
            interleaved(values + column, stride: columns, lanes: n, rows) { partial in
                for lane in 0..<n { sums[column + lane] = partial[lane] }
            }
            column += n
        }
    }

    /// `count` vectors, `stride` apart: every fourth one goes to the same of four sums, which are added at the end.
    @inline(__always)
    private func interleaved<R>(
        _ values: UnsafePointer<E>, stride: Int, lanes: Int, _ count: Int, _ body: (UnsafeMutablePointer<E>) -> R
    ) -> R {
        withUnsafeTemporaryAllocation(of: E.self, capacity: CascadeSum.width * 8) { buffer in
            let sums = buffer.baseAddress!
            let width = CascadeSum.width
            let whole = count / width
            cascade(values, rowStride: stride * width, columnStride: stride, lanes: lanes, whole) { sums[$0] = $1 }
            for i in (whole * width)..<Swift.max(count, whole * width) {
                for lane in 0..<lanes { sums[lane] += values[i * stride + lane] }
            }
            for k in 1..<width {
                for lane in 0..<lanes { sums[lane] += sums[k * lanes + lane] }
            }
            return body(sums)
        }
    }

    /// `count` rows of four vectors: each column of numbers is summed on its own, in a cascade of levels.
    @inline(__always)
    private func cascade(
        _ values: UnsafePointer<E>, rowStride: Int, columnStride: Int, lanes: Int, _ count: Int, _ store: (Int, E) -> Void
    ) {
        let width = CascadeSum.width * lanes
        let log = count <= 1 ? 0 : Int.bitWidth - (count - 1).leadingZeroBitCount
        let power = Swift.max(4, log / CascadeSum.levels)
        let step = 1 << power
        withUnsafeTemporaryAllocation(of: E.self, capacity: CascadeSum.levels * CascadeSum.width * 8) { buffer in
            let sums = buffer.baseAddress!
            sums.update(repeating: 0, count: CascadeSum.levels * width)
            func add(_ row: Int) {
                for k in 0..<CascadeSum.width {
                    let from = values + row * rowStride + k * columnStride
                    for lane in 0..<lanes { sums[k * lanes + lane] += from[lane] }
                }
            }
            var row = 0
            while row + step <= count {
                for _ in 0..<step {
                    add(row)
                    row += 1
                }
                for level in 1..<CascadeSum.levels {
                    for i in 0..<width {
                        sums[level * width + i] += sums[(level - 1) * width + i]
                        sums[(level - 1) * width + i] = 0
                    }
                    if row & ((step - 1) << (level * power)) != 0 { break }
                }
            }
            while row < count {
                add(row)
                row += 1
            }
            for level in 1..<CascadeSum.levels {
                for i in 0..<width { sums[i] += sums[level * width + i] }
            }
            for i in 0..<width { store(i, sums[i]) }
        }
    }
}
