// Defines MatrixProduct: products of matrices in memory, by OpenBLAS or by plain loops.
import Glibc

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

    /// Writes the product of Float matrices to row-major `c`, or adds it to what `c` holds.
    static func run(
        _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, accumulates: Bool = false, parallel: Bool = true
    ) {
        guard let gemm = OpenBLAS.gemmFloat else { return plain(a, b, c, accumulates) { $2.addingProduct($0, $1) } }
        split(a, b, parallel) { first, last, byRows in
            let (m, n) = byRows ? (last - first, b.columns) : (a.rows, last - first)
            let from = byRows ? start(a, row: first, Float.self) : start(a, row: 0, Float.self)
            let with = byRows ? start(b, column: 0, Float.self) : start(b, column: first, Float.self)
            gemm(101, a.isTransposed ? 112 : 111, b.isTransposed ? 112 : 111, Int32(m), Int32(n), Int32(a.columns), 1, from,
                 Int32(a.leading), with, Int32(b.leading), accumulates ? 1 : 0, c + (byRows ? first * b.columns : first), Int32(b.columns))
        }
    }

    /// Writes the product of Double matrices to row-major `c`, or adds it to what `c` holds.
    static func run(
        _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Double>, accumulates: Bool = false, parallel: Bool = true
    ) {
        guard let gemm = OpenBLAS.gemmDouble else { return plain(a, b, c, accumulates) { $2.addingProduct($0, $1) } }
        split(a, b, parallel) { first, last, byRows in
            let (m, n) = byRows ? (last - first, b.columns) : (a.rows, last - first)
            let from = byRows ? start(a, row: first, Double.self) : start(a, row: 0, Double.self)
            let with = byRows ? start(b, column: 0, Double.self) : start(b, column: first, Double.self)
            gemm(101, a.isTransposed ? 112 : 111, b.isTransposed ? 112 : 111, Int32(m), Int32(n), Int32(a.columns), 1, from,
                 Int32(a.leading), with, Int32(b.leading), accumulates ? 1 : 0, c + (byRows ? first * b.columns : first), Int32(b.columns))
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

    private static func start<E>(_ m: MatrixView, row: Int, _: E.Type) -> UnsafePointer<E> {
        UnsafePointer(m.base.assumingMemoryBound(to: E.self) + row * (m.isTransposed ? 1 : m.leading))
    }

    private static func start<E>(_ m: MatrixView, column: Int, _: E.Type) -> UnsafePointer<E> {
        UnsafePointer(m.base.assumingMemoryBound(to: E.self) + column * (m.isTransposed ? m.leading : 1))
    }

    /// Any arithmetic type by plain loops; integers wrap around.
    static func plain<E: Numeric>(
        _ a: MatrixView, _ b: MatrixView, _ c: UnsafeMutablePointer<E>, _ accumulates: Bool = false, _ fma: (E, E, E) -> E
    ) {
        let x = a.base.assumingMemoryBound(to: E.self)
        let y = b.base.assumingMemoryBound(to: E.self)
        for i in 0..<a.rows {
            let row = c + i * b.columns
            if !accumulates { row.update(repeating: 0, count: b.columns) }
            for k in 0..<a.columns {
                let factor = a.isTransposed ? x[k * a.leading + i] : x[i * a.leading + k]
                if b.isTransposed {
                    for j in 0..<b.columns { row[j] = fma(factor, y[j * b.leading + k], row[j]) }
                } else {
                    for j in 0..<b.columns { row[j] = fma(factor, y[k * b.leading + j], row[j]) }
                }
            }
        }
    }
}
