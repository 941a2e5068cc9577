// Defines LAPACK: the matrix factorisations of the library inside OpenBLAS.

/// The routines we use, in the precision of the matrix. Every call goes through `routine`, which knows what is missing.
enum LAPACK {
    private typealias Ints = UnsafeMutablePointer<Int32>
    /// Floats or doubles, as the routine's name says.
    private typealias Reals = UnsafeMutableRawPointer
    private typealias Text = UnsafePointer<CChar>

    /// The routine `sNAME_` or `dNAME_`.
    private static func routine<F>(_ name: String, _ single: Bool, _: F.Type) throws -> F {
        guard let function = OpenBLAS.function((single ? "s" : "d") + name + "_", F.self) else {
            throw TensorError.runtime("linear algebra needs LAPACK, which was not found: install libopenblas")
        }
        return function
    }

    /// Memory of numbers in the precision of a call.
    private final class Buffer {
        private let memory: UnsafeMutableRawPointer
        private let isSingle: Bool
        private let count: Int

        init(_ values: [Double], single: Bool) {
            isSingle = single
            count = values.count
            memory = .allocate(byteCount: max(count, 1) * 8, alignment: 64)
            for (i, value) in values.enumerated() {
                if single { memory.storeBytes(of: Float(value), toByteOffset: 4 * i, as: Float.self) } else {
                    memory.storeBytes(of: value, toByteOffset: 8 * i, as: Double.self)
                }
            }
        }

        convenience init(count: Int, single: Bool) { self.init([Double](repeating: 0, count: count), single: single) }
        deinit { memory.deallocate() }

        var reals: Reals { memory }
        var values: [Double] {
            (0..<count).map { isSingle ? Double(memory.load(fromByteOffset: 4 * $0, as: Float.self)) : memory.load(fromByteOffset: 8 * $0, as: Double.self) }
        }
    }

    /// Calls a routine that can be asked for the size of its workspace: `body(work, lwork)` returns its `info`.
    private static func withWorkspace(_ single: Bool, _ body: (Reals, Ints) -> Int32) -> Int32 {
        let best = Buffer(count: 1, single: single)
        var query: Int32 = -1
        let info = body(best.reals, &query)
        if info != 0 { return info }
        var size = Int32(clamping: Int(max(best.values[0], 1)))
        let work = Buffer(count: Int(size), single: single)
        return body(work.reals, &size)
    }

    /// PA = LU in place. Pivots count from 1; `zero` is the number of the first zero pivot, 0 if there is none.
    static func lu(_ a: inout ColumnMatrix) throws -> (pivots: [Int32], zero: Int) {
        typealias F = @convention(c) (Ints, Ints, Reals, Ints, Ints, Ints) -> Void
        let getrf = try routine("getrf", a.isSingle, F.self)
        var (m, n, lead, info) = (Int32(a.rows), Int32(a.columns), Int32(max(a.rows, 1)), Int32(0))
        var pivots = [Int32](repeating: 0, count: min(a.rows, a.columns))
        if a.values.isEmpty { return (pivots, 0) }
        let matrix = Buffer(a.values, single: a.isSingle)
        getrf(&m, &n, matrix.reals, &lead, &pivots, &info)
        a.values = matrix.values
        return (pivots, Int(max(info, 0)))
    }

    /// Solves with the factors of `lu`, or with those of the transpose.
    static func solve(_ lu: ColumnMatrix, _ pivots: [Int32], _ b: inout ColumnMatrix, transposed: Bool) throws {
        typealias F = @convention(c) (Text, Ints, Ints, Reals, Ints, Ints, Reals, Ints, Ints) -> Void
        let getrs = try routine("getrs", lu.isSingle, F.self)
        var (n, k, info) = (Int32(lu.rows), Int32(b.columns), Int32(0))
        var (leadA, leadB) = (max(n, 1), max(n, 1))
        if b.values.isEmpty { return }
        var order = pivots
        let (factors, right) = (Buffer(lu.values, single: lu.isSingle), Buffer(b.values, single: lu.isSingle))
        getrs(transposed ? "T" : "N", &n, &k, factors.reals, &leadA, &order, right.reals, &leadB, &info)
        b.values = right.values
    }

    /// A = LLᵀ in place (lower triangle). Returns the order of the first minor that is not positive-definite, 0 if all are.
    static func cholesky(_ a: inout ColumnMatrix) throws -> Int {
        typealias F = @convention(c) (Text, Ints, Reals, Ints, Ints) -> Void
        let potrf = try routine("potrf", a.isSingle, F.self)
        var (n, lead, info) = (Int32(a.rows), Int32(max(a.rows, 1)), Int32(0))
        if a.values.isEmpty { return 0 }
        let matrix = Buffer(a.values, single: a.isSingle)
        potrf("L", &n, matrix.reals, &lead, &info)
        a.values = matrix.values
        for j in 0..<a.columns {
            for i in 0..<j { a[i, j] = 0 }
        }
        return Int(max(info, 0))
    }

    /// A = QR; Q has as many columns as rows if `complete`, else as many as the shorter side.
    static func qr(_ a: ColumnMatrix, complete: Bool) throws -> (q: ColumnMatrix, r: ColumnMatrix) {
        typealias Factor = @convention(c) (Ints, Ints, Reals, Ints, Reals, Reals, Ints, Ints) -> Void
        typealias Build = @convention(c) (Ints, Ints, Ints, Reals, Ints, Reals, Reals, Ints, Ints) -> Void
        let single = a.isSingle
        let (geqrf, orgqr) = (try routine("geqrf", single, Factor.self), try routine("orgqr", single, Build.self))
        let (m, n) = (a.rows, a.columns)
        let k = min(m, n)
        let width = complete ? m : k
        var factors = ColumnMatrix(m, max(n, width), single: single)
        for j in 0..<n { for i in 0..<m { factors[i, j] = a[i, j] } }
        var r = ColumnMatrix(width, n, single: single)
        if k == 0 { return (complete ? .identity(m, single: single) : ColumnMatrix(m, 0, single: single), r) }
        let (matrix, scales) = (Buffer(factors.values, single: single), Buffer(count: k, single: single))
        var (rows, columns, lead, reflectors, wide) = (Int32(m), Int32(n), Int32(m), Int32(k), Int32(width))
        _ = withWorkspace(single) { work, size in
            var info: Int32 = 0
            geqrf(&rows, &columns, matrix.reals, &lead, scales.reals, work, size, &info)
            return info
        }
        factors.values = matrix.values
        for j in 0..<n { for i in 0...min(j, k - 1) { r[i, j] = factors[i, j] } }
        _ = withWorkspace(single) { work, size in
            var info: Int32 = 0
            orgqr(&rows, &wide, &reflectors, matrix.reals, &lead, scales.reals, work, size, &info)
            return info
        }
        factors.values = matrix.values
        return (factors.part(m, width), r)
    }

    /// Eigenvalues (ascending) and eigenvectors (columns) of a symmetric matrix, of which one triangle is read.
    static func symmetricEigen(_ a: ColumnMatrix, lower: Bool) throws -> (values: [Double], vectors: ColumnMatrix) {
        typealias F = @convention(c) (Text, Text, Ints, Reals, Ints, Reals, Reals, Ints, Ints, Ints, Ints) -> Void
        let single = a.isSingle
        let syevd = try routine("syevd", single, F.self)
        if a.rows == 0 { return ([], a) }
        let size = a.rows
        var (n, lead, info) = (Int32(size), Int32(size), Int32(0))
        var (workSize, integerSize) = (Int32(clamping: 1 + 6 * size + 2 * size * size), Int32(3 + 5 * size))
        let (matrix, values) = (Buffer(a.values, single: single), Buffer(count: size, single: single))
        let work = Buffer(count: Int(workSize), single: single)
        var integers = [Int32](repeating: 0, count: Int(integerSize))
        syevd("V", lower ? "L" : "U", &n, matrix.reals, &lead, values.reals, work.reals, &workSize, &integers, &integerSize, &info)
        if info != 0 { throw failure("linalg.eigh", "too many repeated eigenvalues", info) }
        var vectors = a
        vectors.values = matrix.values
        return (values.values, vectors)
    }

    /// A = U · diag(S) · Vᵀ; `full` gives square U and V.
    static func svd(_ a: ColumnMatrix, full: Bool) throws -> (u: ColumnMatrix, s: [Double], vt: ColumnMatrix) {
        typealias F = @convention(c) (Text, Ints, Ints, Reals, Ints, Reals, Reals, Ints, Reals, Ints, Reals, Ints, Ints, Ints) -> Void
        let single = a.isSingle
        let gesdd = try routine("gesdd", single, F.self)
        let (m, n) = (a.rows, a.columns)
        let k = min(m, n)
        var (u, vt) = (ColumnMatrix(m, full ? m : k, single: single), ColumnMatrix(full ? n : k, n, single: single))
        if k == 0 { return (full ? .identity(m, single: single) : u, [], full ? .identity(n, single: single) : vt) }
        if a.values.contains(where: { !$0.isFinite }) { throw failure("linalg.svd", "input contained non-finite values", 1) }
        let (matrix, s) = (Buffer(a.values, single: single), Buffer(count: k, single: single))
        let (left, right) = (Buffer(u.values, single: single), Buffer(vt.values, single: single))
        var integers = [Int32](repeating: 0, count: 8 * k)
        var (rows, columns) = (Int32(m), Int32(n))
        var (leadA, leadU, leadV) = (Int32(m), Int32(m), Int32(vt.rows))
        let info = withWorkspace(single) { work, size in
            var info: Int32 = 0
            gesdd(full ? "A" : "S", &rows, &columns, matrix.reals, &leadA, s.reals, left.reals, &leadU, right.reals, &leadV, work, size,
                &integers, &info)
            return info
        }
        if info != 0 { throw failure("linalg.svd", "too many repeated singular values", info) }
        (u.values, vt.values) = (left.values, right.values)
        return (u, s.values, vt)
    }

    /// Eigenvalues (real and imaginary parts) and right eigenvectors of any square matrix. A complex pair shares two columns:
    /// real and imaginary part of the first of them.
    static func eigen(_ a: ColumnMatrix) throws -> (real: [Double], imaginary: [Double], vectors: ColumnMatrix) {
        typealias F = @convention(c) (Text, Text, Ints, Reals, Ints, Reals, Reals, Reals, Ints, Reals, Ints, Reals, Ints, Ints) -> Void
        let single = a.isSingle
        let geev = try routine("geev", single, F.self)
        let size = a.rows
        if size == 0 { return ([], [], a) }
        let (real, imaginary) = (Buffer(count: size, single: single), Buffer(count: size, single: single))
        let (matrix, vectors, unused) = (Buffer(a.values, single: single), Buffer(a.values, single: single), Buffer(count: 1, single: single))
        var (n, one, leadA, leadV) = (Int32(size), Int32(1), Int32(size), Int32(size))
        let info = withWorkspace(single) { work, length in
            var info: Int32 = 0
            geev("N", "V", &n, matrix.reals, &leadA, real.reals, imaginary.reals, unused.reals, &one, vectors.reals, &leadV, work, length,
                &info)
            return info
        }
        if info != 0 { throw failure("linalg.eig", "too many repeated eigenvalues", info) }
        var columns = a
        columns.values = vectors.values
        return (real.values, imaginary.values, columns)
    }

    private static func failure(_ name: String, _ why: String, _ code: Int32) -> TensorError {
        .linalg("\(name): The algorithm failed to converge because the input matrix is ill-conditioned or has \(why) (error code: \(code)).")
    }
}
