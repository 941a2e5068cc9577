// Defines MatrixProduct: products of matrices in memory, split over threads.

/// A matrix in memory: `rows` × `columns`, one of the two strides being 1.
struct MatrixView: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let rows: Int
    let columns: Int
    /// Whether rows and columns change places: element (i, j) is at `j * leading + i`.
    let isTransposed: Bool
    /// Elements from one row (column, if transposed) to the next.
    let leading: Int
}

/// C = A · B, or C += A · B.
enum MatrixProduct {
    /// Multiplications from which a product is split over threads.
    private static let parallelWork = 1 << 18
    /// Rows or columns of the result from which it is split into more than two parts: each part reads the whole of the shorter factor.
    private static let longPart = 512
    /// Rows or columns that OpenBLAS's kernels compute together; parts are multiples of it.
    private static let unit = 4

    /// Writes the product of matrices to row-major `c`, or adds it to what `c` holds.
    static func run<E: NativeFloat>(
        _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<E>, accumulates: Bool = false, parallel: Bool = true
    ) {
        split(a, b, parallel) { first, last, byRows in
            let (m, n) = byRows ? (last - first, b.columns) : (a.rows, last - first)
            let (from, with): (UnsafePointer<E>, UnsafePointer<E>) = (start(a, row: byRows ? first : 0), start(b, column: byRows ? 0 : first))
            E.gemm(
                a.isTransposed, b.isTransposed, m, n, a.columns, 1, from, a.leading, with, b.leading, accumulates ? 1 : 0,
                c + (byRows ? first * b.columns : first), b.columns)
        }
    }

    /// Into how many parts a side of the result is cut; the number of threads has no say, so that results do not depend on it.
    static func parts(_ length: Int) -> Int { min(8, max(2, length / longPart * 2)) }

    /// Cuts the longer side of the result into parts that depend on the sizes only.
    private static func split(_ a: MatrixView, _ b: MatrixView, _ parallel: Bool, _ body: (Int, Int, Bool) -> Void) {
        let work = Double(a.rows) * Double(b.columns) * Double(a.columns)
        let byRows = a.rows >= b.columns
        let length = byRows ? a.rows : b.columns
        if work < Double(parallelWork) || length < 32 {
            body(0, length, byRows)
            return
        }
        let parts = parts(length)
        let size = ((length + parts - 1) / parts + unit - 1) / unit * unit
        let count = (length + size - 1) / size
        withoutActuallyEscaping(body) { body in
            nonisolated(unsafe) let part = body
            if parallel {
                Parallel.forEach(count) { part($0 * size, min(length, ($0 + 1) * size), byRows) }
            } else {
                for i in 0..<count { part(i * size, min(length, (i + 1) * size), byRows) }
            }
        }
    }

    private static func start<E>(_ m: MatrixView, row: Int) -> UnsafePointer<E> {
        UnsafePointer(m.base.assumingMemoryBound(to: E.self) + row * (m.isTransposed ? 1 : m.leading))
    }

    private static func start<E>(_ m: MatrixView, column: Int) -> UnsafePointer<E> {
        UnsafePointer(m.base.assumingMemoryBound(to: E.self) + column * (m.isTransposed ? m.leading : 1))
    }

    /// Writes the product of matrices of integers, which wrap around, to row-major `c`.
    static func run(_ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Int>) {
        let x = a.base.assumingMemoryBound(to: Int.self)
        let y = b.base.assumingMemoryBound(to: Int.self)
        for i in 0..<a.rows {
            let row = c + i * b.columns
            row.update(repeating: 0, count: b.columns)
            for k in 0..<a.columns {
                let factor = a.isTransposed ? x[k * a.leading + i] : x[i * a.leading + k]
                if b.isTransposed {
                    for j in 0..<b.columns { row[j] &+= factor &* y[j * b.leading + k] }
                } else {
                    for j in 0..<b.columns { row[j] &+= factor &* y[k * b.leading + j] }
                }
            }
        }
    }
}
