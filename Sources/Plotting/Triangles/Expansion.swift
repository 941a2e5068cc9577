// Defines Expansion: an exact number as a sum of floating-point numbers, for signs that rounding must not turn.

/// An exact number: a sum of floating-point numbers whose digits do not overlap, the greatest last (Shewchuk's expansions). It is exact as
/// long as nothing leaves the range of floating-point numbers.
struct Expansion {
    private var parts: [Double] = []

    /// The difference of two numbers.
    static func difference(_ a: Double, _ b: Double) -> Expansion {
        var result = Expansion()
        result.add(a)
        result.add(-b)
        return result
    }

    /// Adds a number: what rounding takes from each sum stays as a part of its own.
    mutating func add(_ number: Double) {
        var carry = number
        var kept = 0
        for index in parts.indices {
            let part = parts[index]
            let sum = carry + part
            let share = sum - carry
            let rest = (carry - (sum - share)) + (part - share)
            carry = sum
            guard rest != 0 else { continue }
            parts[kept] = rest
            kept += 1
        }
        parts.removeLast(parts.count - kept)
        if carry != 0 { parts.append(carry) }
    }

    static func + (a: Expansion, b: Expansion) -> Expansion { b.parts.reduce(into: a) { $0.add($1) } }

    static func - (a: Expansion, b: Expansion) -> Expansion { b.parts.reduce(into: a) { $0.add(-$1) } }

    static func * (a: Expansion, b: Expansion) -> Expansion {
        var result = Expansion()
        for left in a.parts {
            for right in b.parts {
                let product = left * right
                result.add((-product).addingProduct(left, right))
                result.add(product)
            }
        }
        return result
    }

    /// -1, 0 or 1: the greatest part outweighs all others.
    var sign: Int { parts.last.map { $0 > 0 ? 1 : -1 } ?? 0 }
}
