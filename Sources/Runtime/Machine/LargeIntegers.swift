// LargeIntegers: products, quotients and powers of integers of any size, in pieces that let a program be stopped.
import BigInt

extension BigInt {
    /// An integer of one word. The package's conversion from any integer is generic, and not specialised for who calls it from outside.
    init(word: Int) { self.init(integerLiteral: Int64(word)) }
}

/// Arithmetic whose time grows faster than the size of its operands. The work is cut into pieces of a few milliseconds; between
/// two pieces the machine looks at the clock and at interruptions.
public enum LargeIntegers {
    /// Multiplications of words a piece may take.
    private static let pieceWork = 1 << 20
    private static let wordBits = BigUInt.Word.bitWidth

    /// `x * y`
    /// - Throws: what the interpreter's `poll` throws.
    public static func product(_ x: BigInt, _ y: BigInt) throws -> BigInt {
        BigInt(sign: x.sign == y.sign ? .plus : .minus, magnitude: try product(x.magnitude, y.magnitude))
    }

    private static func product(_ x: BigUInt, _ y: BigUInt) throws -> BigUInt {
        let (short, long) = x.words.count < y.words.count ? (x, y) : (y, x)
        let count = short.words.count, longCount = long.words.count
        guard count * longCount > pieceWork else { return x * y }
        guard count * 2 > longCount else { return try product(short, pieces: long, of: max(count, pieceWork / count)) }
        // Karatsuba: three products of halves.
        let half = (longCount + 1) / 2
        let (a, b) = (high(short, from: half), high(long, from: half))
        let (c, d) = (low(short, words: half), low(long, words: half))
        let outer = try product(a, b), inner = try product(c, d)
        let middle = try product(a + c, b + d) - outer - inner
        try poll()
        return (outer << (2 * half * wordBits)) + (middle << (half * wordBits)) + inner
    }

    /// A product with a much longer factor, which is cut into pieces.
    private static func product(_ short: BigUInt, pieces long: BigUInt, of size: Int) throws -> BigUInt {
        var result = BigUInt()
        let count = long.words.count
        for start in stride(from: 0, to: count, by: size) {
            let piece = BigUInt(words: long.words[start..<min(start + size, count)])
            result += try product(short, piece) << (start * wordBits)
            try poll()
        }
        return result
    }

    private static func high(_ number: BigUInt, from word: Int) -> BigUInt {
        word < number.words.count ? BigUInt(words: number.words[word...]) : 0
    }

    private static func low(_ number: BigUInt, words: Int) -> BigUInt { BigUInt(words: number.words[..<min(words, number.words.count)]) }

    /// Quotient rounded towards 0, rest with the sign of `x`.
    /// - Throws: what the interpreter's `poll` throws.
    public static func divide(_ x: BigInt, by y: BigInt) throws -> (quotient: BigInt, rest: BigInt) {
        let count = y.magnitude.words.count
        guard (x.magnitude.words.count - count) * count > pieceWork else {
            let (quotient, rest) = x.quotientAndRemainder(dividingBy: y)
            return (quotient, rest)
        }
        let (quotient, rest) = try longDivision(x.magnitude, by: y.magnitude, step: max(1, pieceWork / count))
        return (BigInt(sign: x.sign == y.sign ? .plus : .minus, magnitude: quotient), BigInt(sign: x.sign, magnitude: rest))
    }

    /// Division as on paper, `step` words at a time.
    private static func longDivision(_ x: BigUInt, by y: BigUInt, step: Int) throws -> (BigUInt, BigUInt) {
        let words = Array(x.words)
        var digits = Array(repeating: BigUInt.Word(0), count: words.count)
        var rest = BigUInt()
        var end = words.count
        while end > 0 {
            // The topmost piece is the short one, so that the others end where whole pieces end.
            let start = (end - 1) / step * step
            let dividend = rest << ((end - start) * wordBits) | BigUInt(words: words[start..<end])
            let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: y)
            for (index, word) in quotient.words.enumerated() { digits[start + index] = word }
            rest = remainder
            end = start
            try poll()
        }
        return (BigUInt(words: digits), rest)
    }

    /// `x ** exponent`
    public static func power(_ x: BigInt, _ exponent: Int) throws -> BigInt {
        try repeatedSquaring(x, BigInt(exponent)) { $0 }
    }

    /// `pow(x, exponent, modulus)` for exponents from 0 on; the rest has the sign of `modulus`.
    public static func power(_ x: BigInt, _ exponent: BigInt, modulo modulus: BigInt) throws -> BigInt {
        try repeatedSquaring(x, exponent) { product in
            let rest = try divide(product, by: modulus).rest
            return rest.isZero || rest.sign == modulus.sign ? rest : rest + modulus
        }
    }

    private static func repeatedSquaring(_ x: BigInt, _ exponent: BigInt, reduced: (BigInt) throws -> BigInt) throws -> BigInt {
        var result = try reduced(1), square = try reduced(x)
        let bits = exponent.magnitude
        for bit in 0..<bits.bitWidth {
            if bits.words[bit / wordBits] >> (bit % wordBits) & 1 == 1 { result = try reduced(product(result, square)) }
            if bit + 1 < bits.bitWidth { square = try reduced(product(square, square)) }
            try Interpreter.current?.turn()
        }
        return result
    }

    /// The greatest common divisor.
    public static func gcd(_ x: BigInt, _ y: BigInt) throws -> BigInt {
        var (a, b) = (BigInt(x.magnitude), BigInt(y.magnitude))
        while min(a.magnitude.words.count, b.magnitude.words.count) > 64 {
            (a, b) = (b, try divide(a, by: b).rest)
            try Interpreter.current?.turn()
        }
        return a.greatestCommonDivisor(with: b)
    }

    /// The integer part of the square root of a number that is not negative.
    public static func squareRoot(_ x: BigInt) throws -> BigInt {
        guard x.bitWidth > 4096 else { return BigInt(x.magnitude.squareRoot()) }
        // Newton's steps from above stop falling at the root.
        var root = BigInt(1) << ((x.magnitude.bitWidth + 1) / 2)
        while true {
            let next = (root + (try divide(x, by: root).quotient)) >> 1
            if next >= root { return root }
            root = next
        }
    }

    private static func poll() throws { try Interpreter.current?.poll() }
}
