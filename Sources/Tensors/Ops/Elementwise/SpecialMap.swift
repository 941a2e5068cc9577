// Defines SpecialMap: rare functions of one or two numbers, computed in Double one element at a time.
import Glibc

/// How rare functions are applied to tensors. They are not worth loops of their own.
public enum SpecialMap {
    /// A function of one number. `slope`: its derivative as a tensor expression; nil where none flows.
    public static func unary(
        _ record: String, _ x: Tensor, _ slope: (@Sendable (Tensor) throws -> Tensor)? = nil, _ body: (Double) -> Double
    ) throws -> Tensor {
        let type = x.dtype.isFloatingPoint ? x.dtype : Engine.current.defaultDType
        let result = try Tensor.from(x.elements(Double.self).map(body), x.shape).to(type)
        guard let slope else { return result }
        return result.recorded(record, [x], saving: [x]) { grad, node in [try grad * slope(node.saved(0))] }
    }

    /// A function of two numbers, broadcast.
    public static func binary(_ a: Tensor, _ b: Tensor, floating: Bool = true, _ body: (Double, Double) -> Double) throws -> Tensor {
        let (sizes, x, y) = try operands(a, b, Double.self)
        let common = DType.promote(a.dtype, b.dtype)
        let type = common.isFloatingPoint || !floating ? common : Engine.current.defaultDType
        return try Tensor.from(zip(x, y).map(body), sizes).to(type)
    }

    /// A function of two whole numbers, broadcast.
    public static func whole(_ name: String, _ a: Tensor, _ b: Tensor, _ body: (Int, Int) -> Int) throws -> Tensor {
        let common = DType.promote(a.dtype, b.dtype)
        guard common.category == .integral else { throw TensorError.unsupported("\(name)_cpu", common) }
        let (sizes, x, y) = try operands(a, b, Int.self)
        return try Tensor.from(zip(x, y).map(body), sizes).to(common)
    }

    private static func operands<E: Element>(_ a: Tensor, _ b: Tensor, _: E.Type) throws -> (Dims, [E], [E]) {
        let sizes = try Shapes.broadcast(a.shape, b.shape)
        return (sizes, try a.detach().expand(sizes).elements(E.self), try b.detach().expand(sizes).elements(E.self))
    }
}

/// Functions that the C library lacks.
public enum RareFunctions {
    /// The largest whole number that divides both; never negative.
    public static func gcd(_ a: Int, _ b: Int) -> Int {
        var (x, y) = (a.magnitude, b.magnitude)
        while y != 0 { (x, y) = (y, x % y) }
        return Int(truncatingIfNeeded: x)
    }

    /// The next number from x towards y among those of `digits` binary digits and multiples of `smallest`.
    public static func next(_ x: Double, _ y: Double, digits: Int, smallest: Double) -> Double {
        if x.isNaN || y.isNaN { return .nan }
        if x == y { return y }
        let step = Swift.max(Glibc.scalbn(1, Int32(x.isZero ? -1000 : Int(x.exponent) - digits + 1)), smallest)
        let isGrowing = (y > x) == (x >= 0)
        // Towards zero from a power of two the numbers lie half as far apart.
        let isEdge = !isGrowing && x.magnitude.significand == 1 && step > smallest
        return x + (y > x ? 1 : -1) * (isEdge ? step / 2 : step)
    }

    /// The smallest whole number that both divide; never negative.
    public static func lcm(_ a: Int, _ b: Int) -> Int {
        let divisor = gcd(a, b)
        if divisor == 0 { return 0 }
        let product = (a / divisor).multipliedReportingOverflow(by: b).partialValue
        return Int(truncatingIfNeeded: product.magnitude)
    }

    /// The modified Bessel function of the first kind of order 0 or 1, times exp(−|x|) where `scaled`.
    public static func bessel(_ order: Int, _ x: Double, scaled: Bool) -> Double {
        let a = x.magnitude
        let sign: Double = order == 1 && x < 0 ? -1 : 1
        if a > 30 { return sign * besselFar(order, a) * (scaled ? 1 : Glibc.exp(a)) }
        let quarter = a * a / 4
        var term = order == 0 ? 1 : a / 2
        var sum = term
        for k in 1..<500 {
            term *= quarter / (Double(k) * Double(k + order))
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sign * sum * (scaled ? Glibc.exp(-a) : 1)
    }

    /// The asymptotic series (Abramowitz & Stegun 9.7.1) times exp(−x).
    private static func besselFar(_ order: Int, _ x: Double) -> Double {
        let mu = Double(4 * order * order)
        var term = 1.0
        var sum = 1.0
        for k in 1..<30 {
            let odd = Double(2 * k - 1)
            let next = term * -(mu - odd * odd) / (Double(k) * 8 * x)
            if next.magnitude > term.magnitude { break }
            term = next
            sum += term
        }
        return sum / (2 * Double.pi * x).squareRoot()
    }

    /// Derivatives of digamma: ψ⁽ⁿ⁾ for n ≥ 2 by recurrence and the asymptotic series.
    public static func polygamma(_ n: Int, _ value: Double) -> Double {
        if n == 0 { return SpecialFunctions.digamma(value) }
        if n == 1 { return SpecialFunctions.trigamma(value) }
        // Left of 0 the poles come at every whole number; far left nothing but them is left.
        if value < -1000 || value.isNaN { return .nan }
        let order = Double(n)
        let sign: Double = n % 2 == 0 ? -1 : 1
        let factorial = Glibc.exp(lgamma(order + 1))
        var x = value
        var sum = 0.0
        while x < 20 {
            sum += factorial / Glibc.pow(x, order + 1)
            x += 1
        }
        let bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66]
        sum += Glibc.exp(lgamma(order)) / Glibc.pow(x, order) + factorial / (2 * Glibc.pow(x, order + 1))
        for (k, b) in bernoulli.enumerated() {
            let even = Double(2 * (k + 1))
            sum += b * Glibc.exp(lgamma(even + order) - lgamma(even + 1)) / Glibc.pow(x, even + order)
        }
        return sign * sum
    }

    /// The probability that a standard normal number is smaller.
    public static func normalProbability(_ x: Double) -> Double { 0.5 * Glibc.erfc(-x * 0.7071067811865476) }

    /// The number below which a standard normal one lies with a probability.
    public static func normalQuantile(_ p: Double) -> Double { 1.4142135623730951 * SpecialFunctions.erfinv(2 * p - 1) }

    /// The regularised lower incomplete gamma function.
    public static func incompleteGamma(_ a: Double, _ x: Double) -> Double {
        if !(a >= 0 && x >= 0) { return .nan }
        if a == 0 { return x > 0 ? 1 : .nan }
        return x.isInfinite ? 1 : IncompleteGamma.value(a, x)
    }
}
