// Defines ProductText: kernels of matrix products in OpenCL C, one for processors and one for graphics cards.

/// Products c = a · b of stacks of matrices; a and b have any strides, c is row-major.
///
/// Parameters: for a and b buffer, offset, strides of stack, rows, columns; then c, rows, columns, and the length of the sums.
struct ProductText {
    /// The lane: float, double or whole numbers.
    let lane: DType.Lane
    private var type: String { lane.deviceType }
    private var head: String {
        "(__global const \(type) *a, const long a_at, const long a_s, const long a_m, const long a_k, "
            + "__global const \(type) *b, const long b_at, const long b_s, const long b_k, const long b_n, "
            + "__global \(type) *c, const long c_at, const long rows, const long columns, const long length) {\n"
    }

    private func sum(_ a: String, _ b: String, _ c: String) -> String {
        lane == .int ? "\(c) + \(a) * \(b)" : "fma(\(a), \(b), \(c))"
    }

    /// Each work-item computes a tile, which a processor keeps in vector registers. Tiles at the border reach back over their neighbours,
    /// which compute the same numbers.
    func forProcessor(_ tile: ProductTile) -> String {
        let (rows, parts) = (0..<tile.rows, 0..<(tile.columns / 8))
        let zeros = rows.flatMap { r in parts.map { "c\(r)_\($0) = 0" } }.joined(separator: ", ")
        let loads = parts.map { "const \(type)8 y\($0) = vload8(\($0), y + k * b_k);" }.joined(separator: " ")
        let sums = rows.map { r in
            "{ const \(type)8 u = x[\(r) * a_m + k * a_k]; "
                + parts.map { "c\(r)_\($0) = \(sum("u", "y\($0)", "c\(r)_\($0)"));" }.joined(separator: " ") + " }"
        }
        let stores = rows.flatMap { r in parts.map { "vstore8(c\(r)_\($0), \($0), z + (i + \(r)) * columns + j);" } }
        return """
            __kernel void run\(head)\
                const long j = min((long)get_global_id(0) * \(tile.columns), max(columns - \(tile.columns), 0L));
                const long i = min((long)get_global_id(1) * \(tile.rows), max(rows - \(tile.rows), 0L)), s = get_global_id(2);
                __global const \(type) *x = a + a_at + s * a_s + i * a_m, *y = b + b_at + s * b_s + j * b_n;
                __global \(type) *z = c + c_at + s * rows * columns;
                if (rows >= \(tile.rows) && columns >= \(tile.columns) && b_n == 1) {
                    \(type)8 \(zeros);
                    for (long k = 0; k < length; k++) {
                        \(loads)
                        \(sums.joined(separator: "\n            "))
                    }
                    \(stores.joined(separator: " "))
                    return;
                }
                for (long r = 0; r < \(tile.rows) && i + r < rows; r++)
                    for (long q = 0; q < \(tile.columns) && j + q < columns; q++) {
                        \(type) total = 0;
                        for (long k = 0; k < length; k++) total = \(sum("x[r * a_m + k * a_k]", "y[q * b_n + k * b_k]", "total"));
                        z[(i + r) * columns + j + q] = total;
                    }
            }

            """
    }

    /// A group of 16 × 16 work-items computes 16 tiles by 16; each has the sums of its tile in registers. `depth` rows and columns of the
    /// factors are in shared memory at a time.
    func forCard(_ share: ProductTile) -> String {
        let (tile, depth, own) = (16 * share.rows, 16, share.rows)
        return """
            __kernel __attribute__((reqd_work_group_size(16, 16, 1))) void run\(head)\
                __local \(type) left[\(depth)][\(tile + 1)], right[\(depth)][\(tile + 1)];
                const int x = get_local_id(0), y = get_local_id(1), own = y * 16 + x;
                const long j0 = get_group_id(0) * \(tile), i0 = get_group_id(1) * \(tile), s = get_global_id(2);
                a += a_at + s * a_s;
                b += b_at + s * b_s;
                \(type) sums[\(own)][\(own)];
                for (int r = 0; r < \(own); r++) for (int q = 0; q < \(own); q++) sums[r][q] = 0;
                for (long k0 = 0; k0 < length; k0 += \(depth)) {
                    for (int t = own; t < \(tile * depth); t += 256) {
                        const int ka = a_k == 1 ? t % \(depth) : t / \(tile), i = a_k == 1 ? t / \(depth) : t % \(tile);
                        left[ka][i] = i0 + i < rows && k0 + ka < length ? a[(i0 + i) * a_m + (k0 + ka) * a_k] : 0;
                        const int kb = b_k == 1 ? t % \(depth) : t / \(tile), j = b_k == 1 ? t / \(depth) : t % \(tile);
                        right[kb][j] = j0 + j < columns && k0 + kb < length ? b[(k0 + kb) * b_k + (j0 + j) * b_n] : 0;
                    }
                    barrier(CLK_LOCAL_MEM_FENCE);
                    for (int k = 0; k < \(depth); k++) {
                        \(type) u[\(own)], v[\(own)];
                        for (int r = 0; r < \(own); r++) { u[r] = left[k][y + 16 * r]; v[r] = right[k][x + 16 * r]; }
                        for (int r = 0; r < \(own); r++) for (int q = 0; q < \(own); q++) sums[r][q] = \(sum("u[r]", "v[q]", "sums[r][q]"));
                    }
                    barrier(CLK_LOCAL_MEM_FENCE);
                }
                for (int r = 0; r < \(own); r++) for (int q = 0; q < \(own); q++) {
                    const long i = i0 + y + 16 * r, j = j0 + x + 16 * q;
                    if (i < rows && j < columns) c[c_at + (s * rows + i) * columns + j] = sums[r][q];
                }
            }

            """
    }
}
