// Defines Rows: sums, products and extremes of contiguous rows, in lanes, in an order that nothing changes.

/// Reductions of one row: sixteen partial results, joined pairwise, then the rest one by one.
enum Rows {
    @inline(__always)
    private static func lanes<E: NativeFloat>(_ row: UnsafePointer<E>, _ at: Int) -> SIMD8<E> {
        UnsafeRawPointer(row + at).loadUnaligned(as: SIMD8<E>.self)
    }

    /// Adds `body(row)` over all elements; `lane` and `single` are the same formula for vectors and for the rest.
    @inline(__always)
    private static func accumulate<E: NativeFloat>(
        _ count: Int, _ lane: (Int) -> SIMD8<E>, _ single: (Int) -> E
    ) -> E {
        var a = SIMD8<E>(repeating: 0)
        var b = a
        var i = 0
        while i + 16 <= count {
            a += lane(i)
            b += lane(i + 8)
            i += 16
        }
        let s = a + b
        var total = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
        while i < count {
            total += single(i)
            i += 1
        }
        return total
    }

    /// Sum of a row.
    @inline(__always)
    static func sum<E: NativeFloat>(_ x: UnsafePointer<E>, _ count: Int) -> E {
        accumulate(count, { lanes(x, $0) }, { x[$0] })
    }

    /// Sum of the products of two rows.
    @inline(__always)
    static func dot<E: NativeFloat>(_ x: UnsafePointer<E>, _ y: UnsafePointer<E>, _ count: Int) -> E {
        accumulate(count, { lanes(x, $0) * lanes(y, $0) }, { x[$0] * y[$0] })
    }

    /// Sum of the squares of the distances from `center`.
    @inline(__always)
    static func spread<E: NativeFloat>(_ x: UnsafePointer<E>, _ center: E, _ count: Int) -> E {
        let middle = SIMD8<E>(repeating: center)
        return accumulate(count, { at -> SIMD8<E> in
            let distance = lanes(x, at) - middle
            return distance * distance
        }, { (x[$0] - center) * (x[$0] - center) })
    }

    /// Sum of x · (y - center).
    @inline(__always)
    static func product<E: NativeFloat>(_ x: UnsafePointer<E>, _ y: UnsafePointer<E>, _ center: E, _ count: Int) -> E {
        let middle = SIMD8<E>(repeating: center)
        return accumulate(count, { lanes(x, $0) * (lanes(y, $0) - middle) }, { x[$0] * (y[$0] - center) })
    }

    /// The largest element of a row that is not empty; any number if one of them is nan.
    @inline(__always)
    static func maximum<E: NativeFloat>(_ x: UnsafePointer<E>, _ count: Int) -> E {
        if count < 16 {
            var top = x[0]
            for i in 1..<max(count, 1) { top = x[i] > top ? x[i] : top }
            return top
        }
        return withUnsafeTemporaryAllocation(of: E.self, capacity: 16) { lanes in
            let tops = lanes.baseAddress!
            tops.update(from: x, count: 16)
            var i = 16
            while i + 16 <= count {
                for k in 0..<16 { tops[k] = x[i + k] > tops[k] ? x[i + k] : tops[k] }
                i += 16
            }
            for k in 0..<count - i { tops[k] = x[i + k] > tops[k] ? x[i + k] : tops[k] }
            var top = tops[0]
            for k in 1..<16 { top = tops[k] > top ? tops[k] : top }
            return top
        }
    }
}
