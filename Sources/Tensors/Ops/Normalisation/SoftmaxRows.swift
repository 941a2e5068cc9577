// Defines the loops of softmax and log_softmax over raw memory, forward and backward.

/// Loops over rows and over blocks of columns.
enum Softmax {
    /// One contiguous row.
    @inline(__always)
    static func row<E: NativeFloat>(_ x: UnsafePointer<E>, _ y: UnsafeMutablePointer<E>, _ n: Int, _ isLog: Bool) {
        let top = Rows.maximum(x, n)
        for i in 0..<n { y[i] = E.exp(x[i] - top) }
        let sum = Rows.sum(y, n)
        if isLog {
            let offset = E.log(sum)
            for i in 0..<n { y[i] = (x[i] - top) - offset }
        } else {
            let scale = 1 / sum
            for i in 0..<n { y[i] *= scale }
        }
    }

    /// `inner` columns at once, each `inner` elements apart.
    static func columns<E: NativeFloat>(
        _ x: UnsafePointer<E>, _ y: UnsafeMutablePointer<E>, _ n: Int, _ inner: Int, _ isLog: Bool
    ) {
        withUnsafeTemporaryAllocation(of: E.self, capacity: 2 * inner) { scratch in
            let top = scratch.baseAddress!
            let sum = top + inner
            for i in 0..<inner {
                top[i] = x[i]
                sum[i] = 0
            }
            for k in 1..<max(n, 1) {
                for i in 0..<inner where !(x[k * inner + i] <= top[i]) { top[i] = x[k * inner + i] }
            }
            for k in 0..<n {
                for i in 0..<inner {
                    let e = E.exp(x[k * inner + i] - top[i])
                    sum[i] += e
                    y[k * inner + i] = isLog ? x[k * inner + i] - top[i] : e
                }
            }
            for i in 0..<inner { sum[i] = isLog ? E.log(sum[i]) : 1 / sum[i] }
            for k in 0..<n {
                for i in 0..<inner { y[k * inner + i] = isLog ? y[k * inner + i] - sum[i] : y[k * inner + i] * sum[i] }
            }
        }
    }

    /// The gradient of `row` from its result and the result's gradient.
    @inline(__always)
    static func rowGradient<E: NativeFloat>(
        _ y: UnsafePointer<E>, _ g: UnsafePointer<E>, _ t: UnsafeMutablePointer<E>, _ n: Int, _ isLog: Bool
    ) {
        if isLog {
            let sum = Rows.sum(g, n)
            for i in 0..<n { t[i] = g[i] - E.exp(y[i]) * sum }
        } else {
            let sum = Rows.dot(g, y, n)
            for i in 0..<n { t[i] = (g[i] - sum) * y[i] }
        }
    }

    /// The gradients of `columns`.
    static func columnsGradient<E: NativeFloat>(
        _ y: UnsafePointer<E>, _ g: UnsafePointer<E>, _ t: UnsafeMutablePointer<E>, _ n: Int, _ inner: Int, _ isLog: Bool
    ) {
        withUnsafeTemporaryAllocation(of: E.self, capacity: inner) { scratch in
            let sum = scratch.baseAddress!
            for i in 0..<inner { sum[i] = 0 }
            for k in 0..<n * inner { sum[k % inner] += isLog ? g[k] : g[k] * y[k] }
            for k in 0..<n {
                for i in 0..<inner {
                    let at = k * inner + i
                    t[at] = isLog ? g[at] - E.exp(y[at]) * sum[i] : (g[at] - sum[i]) * y[at]
                }
            }
        }
    }
}
