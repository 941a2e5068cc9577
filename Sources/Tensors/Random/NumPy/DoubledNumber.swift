// Defines DoubledNumber: a number as the sum of two doubles, for tables whose last digit a double alone would lose.
import Glibc

/// About 106 bits: `high` is the sum rounded to a double, `low` what that leaves out.
struct DoubledNumber {
    let high: Double
    let low: Double

    init(_ high: Double, _ low: Double = 0) {
        self.high = high
        self.low = low
    }

    /// Two doubles added without loss, of which the first one is larger.
    private static func normalized(_ a: Double, _ b: Double) -> DoubledNumber {
        let sum = a + b
        return DoubledNumber(sum, b - (sum - a))
    }

    static func + (a: DoubledNumber, b: DoubledNumber) -> DoubledNumber {
        let sum = a.high + b.high
        let part = sum - a.high
        let left = (a.high - (sum - part)) + (b.high - part)
        return normalized(sum, left + (a.low + b.low))
    }

    static prefix func - (a: DoubledNumber) -> DoubledNumber { DoubledNumber(-a.high, -a.low) }
    static func - (a: DoubledNumber, b: DoubledNumber) -> DoubledNumber { a + -b }

    static func * (a: DoubledNumber, b: DoubledNumber) -> DoubledNumber {
        let product = a.high * b.high
        let left = (-product).addingProduct(a.high, b.high)
        return normalized(product, left + (a.high * b.low + a.low * b.high))
    }

    static func / (a: DoubledNumber, b: DoubledNumber) -> DoubledNumber {
        let first = a.high / b.high
        let rest = a - b * DoubledNumber(first)
        let second = rest.high / b.high
        let third = (rest - b * DoubledNumber(second)).high / b.high
        return normalized(first, second) + DoubledNumber(third)
    }

    /// e to this power: the series for a small part of it, squared again and again.
    var exponential: DoubledNumber {
        let part = DoubledNumber(high * 0x1p-10, low * 0x1p-10)
        var term = DoubledNumber(1)
        var sum = DoubledNumber(1)
        for k in 1...16 {
            term = term * part / DoubledNumber(Double(k))
            sum = sum + term
        }
        for _ in 0..<10 { sum = sum * sum }
        return sum
    }

    /// The natural logarithm: that of a double, made better by Newton's step.
    var logarithm: DoubledNumber {
        var result = DoubledNumber(log(high))
        for _ in 0..<2 { result = result + (self * (-result).exponential - DoubledNumber(1)) }
        return result
    }
}
