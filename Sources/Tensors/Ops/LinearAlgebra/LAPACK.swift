// Defines LAPACK: the matrix factorisations of the library inside OpenBLAS, over column-major matrices of doubles.

/// A matrix whose columns follow each other in memory, as LAPACK wants it.
struct ColumnMatrix {
    let rows: Int
    let columns: Int
    var values: [Double]

    /// All zero.
    init(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
        values = [Double](repeating: 0, count: rows * columns)
    }

    /// From elements in row-major order.
    init(_ rows: Int, _ columns: Int, rowMajor: ArraySlice<Double>) {
        self.init(rows, columns)
        let start = rowMajor.startIndex
        for i in 0..<rows {
            for j in 0..<columns { values[j * rows + i] = rowMajor[start + i * columns + j] }
        }
    }

    /// Ones on the diagonal.
    static func identity(_ size: Int) -> ColumnMatrix {
        var result = ColumnMatrix(size, size)
        for i in 0..<size { result[i, i] = 1 }
        return result
    }

    subscript(_ row: Int, _ column: Int) -> Double {
        get { values[column * rows + row] }
        set { values[column * rows + row] = newValue }
    }

    /// The elements in row-major order.
    var rowMajor: [Double] {
        var result: [Double] = []
        result.reserveCapacity(values.count)
        for i in 0..<rows {
            for j in 0..<columns { result.append(self[i, j]) }
        }
        return result
    }

    /// The first rows and columns.
    func part(_ rows: Int, _ columns: Int) -> ColumnMatrix {
        var result = ColumnMatrix(rows, columns)
        for j in 0..<columns {
            for i in 0..<rows { result[i, j] = self[i, j] }
        }
        return result
    }
}

/// The routines we use. Every call goes through `routine`, which knows what is missing.
enum LAPACK {
    private typealias Ints = UnsafeMutablePointer<Int32>
    private typealias Doubles = UnsafeMutablePointer<Double>
    private typealias Text = UnsafePointer<CChar>

    private static func routine<F>(_ name: String, _: F.Type) throws -> F {
        guard let function = OpenBLAS.function(name, F.self) else {
            throw TensorError.runtime("linear algebra needs LAPACK, which was not found: install libopenblas")
        }
        return function
    }

    /// Calls a routine that can be asked for the size of its workspace: `body(work, lwork)` returns its `info`.
    private static func withWorkspace(_ body: (Doubles, Ints) -> Int32) -> Int32 {
        var best = 0.0
        var query: Int32 = -1
        let info = body(&best, &query)
        if info != 0 { return info }
        var size = Int32(clamping: Int(max(best, 1)))
        var work = [Double](repeating: 0, count: Int(size))
        return body(&work, &size)
    }

    /// PA = LU in place. Pivots count from 1; `zero` is the number of the first zero pivot, 0 if there is none.
    static func lu(_ a: inout ColumnMatrix) throws -> (pivots: [Int32], zero: Int) {
        typealias F = @convention(c) (Ints, Ints, Doubles, Ints, Ints, Ints) -> Void
        let getrf = try routine("dgetrf_", F.self)
        var (m, n, info) = (Int32(a.rows), Int32(a.columns), Int32(0))
        var lead = max(m, 1)
        var pivots = [Int32](repeating: 0, count: min(a.rows, a.columns))
        if a.values.isEmpty { return (pivots, 0) }
        getrf(&m, &n, &a.values, &lead, &pivots, &info)
        return (pivots, Int(max(info, 0)))
    }

    /// Solves with the factors of `lu`.
    static func solve(_ lu: ColumnMatrix, _ pivots: [Int32], _ b: inout ColumnMatrix) throws {
        typealias F = @convention(c) (Text, Ints, Ints, Doubles, Ints, Ints, Doubles, Ints, Ints) -> Void
        let getrs = try routine("dgetrs_", F.self)
        var (n, k, info) = (Int32(lu.rows), Int32(b.columns), Int32(0))
        var (leadA, leadB) = (max(n, 1), max(n, 1))
        var (factors, order) = (lu.values, pivots)
        if b.values.isEmpty { return }
        getrs("N", &n, &k, &factors, &leadA, &order, &b.values, &leadB, &info)
    }

    /// A = LLᵀ in place (lower triangle). Returns the order of the first minor that is not positive-definite, 0 if all are.
    static func cholesky(_ a: inout ColumnMatrix) throws -> Int {
        typealias F = @convention(c) (Text, Ints, Doubles, Ints, Ints) -> Void
        let potrf = try routine("dpotrf_", F.self)
        var (n, info) = (Int32(a.rows), Int32(0))
        var lead = max(n, 1)
        if a.values.isEmpty { return 0 }
        potrf("L", &n, &a.values, &lead, &info)
        for j in 0..<a.columns {
            for i in 0..<j { a[i, j] = 0 }
        }
        return Int(max(info, 0))
    }

    /// A = QR; Q has as many columns as rows if `complete`, else as many as the shorter side.
    static func qr(_ a: ColumnMatrix, complete: Bool) throws -> (q: ColumnMatrix, r: ColumnMatrix) {
        typealias Factor = @convention(c) (Ints, Ints, Doubles, Ints, Doubles, Doubles, Ints, Ints) -> Void
        typealias Build = @convention(c) (Ints, Ints, Ints, Doubles, Ints, Doubles, Doubles, Ints, Ints) -> Void
        let (geqrf, orgqr) = (try routine("dgeqrf_", Factor.self), try routine("dorgqr_", Build.self))
        let (m, n) = (a.rows, a.columns)
        let k = min(m, n)
        let width = complete ? m : k
        var factors = ColumnMatrix(m, max(n, width))
        for j in 0..<n { for i in 0..<m { factors[i, j] = a[i, j] } }
        if k == 0 { return (complete ? .identity(m) : ColumnMatrix(m, 0), ColumnMatrix(width, n)) }
        var scales = [Double](repeating: 0, count: k)
        var (rows, columns, lead, reflectors, wide) = (Int32(m), Int32(n), Int32(m), Int32(k), Int32(width))
        _ = withWorkspace { work, size in
            var info: Int32 = 0
            geqrf(&rows, &columns, &factors.values, &lead, &scales, work, size, &info)
            return info
        }
        var r = ColumnMatrix(width, n)
        for j in 0..<n { for i in 0...min(j, k - 1) { r[i, j] = factors[i, j] } }
        _ = withWorkspace { work, size in
            var info: Int32 = 0
            orgqr(&rows, &wide, &reflectors, &factors.values, &lead, &scales, work, size, &info)
            return info
        }
        return (factors.part(m, width), r)
    }

    /// Eigenvalues (ascending) and eigenvectors (columns) of a symmetric matrix, of which one triangle is read.
    static func symmetricEigen(_ a: ColumnMatrix, lower: Bool) throws -> (values: [Double], vectors: ColumnMatrix) {
        typealias F = @convention(c) (Text, Text, Ints, Doubles, Ints, Doubles, Doubles, Ints, Ints, Ints, Ints) -> Void
        let syevd = try routine("dsyevd_", F.self)
        var vectors = a
        var values = [Double](repeating: 0, count: a.rows)
        if a.rows == 0 { return (values, vectors) }
        var (n, lead, info) = (Int32(a.rows), Int32(a.rows), Int32(0))
        let size = a.rows
        var workSize = Int32(clamping: 1 + 6 * size + 2 * size * size)
        var integerSize = Int32(3 + 5 * size)
        var work = [Double](repeating: 0, count: Int(workSize))
        var integers = [Int32](repeating: 0, count: Int(integerSize))
        syevd("V", lower ? "L" : "U", &n, &vectors.values, &lead, &values, &work, &workSize, &integers, &integerSize, &info)
        if info != 0 { throw failure("linalg.eigh", "too many repeated eigenvalues", info) }
        return (values, vectors)
    }

    /// A = U · diag(S) · Vᵀ; `full` gives square U and V.
    static func svd(_ a: ColumnMatrix, full: Bool) throws -> (u: ColumnMatrix, s: [Double], vt: ColumnMatrix) {
        typealias F = @convention(c) (
            Text, Ints, Ints, Doubles, Ints, Doubles, Doubles, Ints, Doubles, Ints, Doubles, Ints, Ints, Ints) -> Void
        let gesdd = try routine("dgesdd_", F.self)
        let (m, n) = (a.rows, a.columns)
        let k = min(m, n)
        var (u, vt) = (ColumnMatrix(m, full ? m : k), ColumnMatrix(full ? n : k, n))
        var s = [Double](repeating: 0, count: k)
        if k == 0 { return (full ? .identity(m) : u, s, full ? .identity(n) : vt) }
        if a.values.contains(where: { !$0.isFinite }) { throw failure("linalg.svd", "input contained non-finite values", 1) }
        var copy = a
        var integers = [Int32](repeating: 0, count: 8 * k)
        var (rows, columns) = (Int32(m), Int32(n))
        var (leadA, leadU, leadV) = (Int32(m), Int32(m), Int32(vt.rows))
        let info = withWorkspace { work, size in
            var info: Int32 = 0
            gesdd(full ? "A" : "S", &rows, &columns, &copy.values, &leadA, &s, &u.values, &leadU, &vt.values, &leadV, work, size, &integers, &info)
            return info
        }
        if info != 0 { throw failure("linalg.svd", "too many repeated singular values", info) }
        return (u, s, vt)
    }

    /// Eigenvalues (real and imaginary parts) and right eigenvectors of any square matrix. A complex pair shares two columns:
    /// real and imaginary part of the first of them.
    static func eigen(_ a: ColumnMatrix) throws -> (real: [Double], imaginary: [Double], vectors: ColumnMatrix) {
        typealias F = @convention(c) (
            Text, Text, Ints, Doubles, Ints, Doubles, Doubles, Doubles, Ints, Doubles, Ints, Doubles, Ints, Ints) -> Void
        let geev = try routine("dgeev_", F.self)
        let size = a.rows
        var (real, imaginary) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
        var (copy, vectors, unused) = (a, ColumnMatrix(size, size), 0.0)
        if size == 0 { return (real, imaginary, vectors) }
        var (n, one, leadA, leadV) = (Int32(size), Int32(1), Int32(size), Int32(size))
        let info = withWorkspace { work, length in
            var info: Int32 = 0
            geev("N", "V", &n, &copy.values, &leadA, &real, &imaginary, &unused, &one, &vectors.values, &leadV, work, length, &info)
            return info
        }
        if info != 0 { throw failure("linalg.eig", "too many repeated eigenvalues", info) }
        return (real, imaginary, vectors)
    }

    private static func failure(_ name: String, _ why: String, _ code: Int32) -> TensorError {
        .linalg("\(name): The algorithm failed to converge because the input matrix is ill-conditioned or has \(why) (error code: \(code)).")
    }
}
