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

    /// The largest element; nan if there is one. The row is not empty.
    @inline(__always)
    static func maximum<E: NativeFloat>(_ x: UnsafePointer<E>, _ count: Int) -> E {
        var top = SIMD8<E>(repeating: x[0])
        var i = 0
        var sawNaN = SIMD8<E>(repeating: 0)
        while i + 8 <= count {
            let v = lanes(x, i)
            top.replace(with: v, where: v .> top)
            // Stays nan once it met one; infinities times zero are nan too, and are looked at again below.
            sawNaN += v * 0
            i += 8
        }
        var best = top[0]
        for k in 1..<8 where top[k] > best { best = top[k] }
        var hasNaN = sawNaN.sum() != 0 || sawNaN.sum().isNaN
        while i < count {
            if x[i] > best { best = x[i] }
            hasNaN = hasNaN || x[i].isNaN
            i += 1
        }
        guard hasNaN else { return best }
        for k in 0..<count where x[k].isNaN { return x[k] }
        return best
    }
}
