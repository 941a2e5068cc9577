// Hashing: hashes of numbers and tuples as CPython documents them.
import BigInt

/// Hashes of numbers: the value modulo the prime 2^61 - 1, so that equal numbers of any type hash alike
/// ("Hashing of numeric types" in the language reference). Never -1.
public enum Hashing {
    private static let modulus: UInt64 = (1 << 61) - 1

    /// The hash of an integer.
    @inline(__always)
    public static func hash(_ value: Int) -> Int {
        if value >= 0 && UInt64(value) < modulus { return value }
        let reduced = Int(UInt64(value.magnitude) % modulus)
        let signed = value < 0 ? -reduced : reduced
        return signed == -1 ? -2 : signed
    }

    /// The hash of an integer of any size.
    public static func hash(_ value: BigInt) -> Int {
        if let small = Int(exactly: value) { return hash(small) }
        let reduced = Int(value.magnitude % BigUInt(modulus))
        let signed = value.sign == .minus ? -reduced : reduced
        return signed == -1 ? -2 : signed
    }

    /// The hash of a float.
    public static func hash(_ value: Double) -> Int {
        if value.isInfinite { return value > 0 ? 314159 : -314159 }
        if value.isNaN { return 0 }
        if let int = Int(exactly: value) { return hash(int) }
        var fraction = value.magnitude.significand / 2
        var exponent = Int(value.exponent) + 1
        var result: UInt64 = 0
        while fraction != 0 {
            result = ((result << 28) & modulus) | result >> (61 - 28)
            fraction *= 268_435_456
            exponent -= 28
            let digit = UInt64(fraction)
            fraction -= Double(digit)
            result += digit
            if result >= modulus { result -= modulus }
        }
        let shift = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61
        result = ((result << UInt64(shift)) & modulus) | result >> UInt64(61 - shift)
        let signed = value < 0 ? -Int(result) : Int(result)
        return signed == -1 ? -2 : signed
    }

    /// The hash of a tuple from its elements' hashes (xxHash's accumulation, the order-dependent kind).
    public static func combine(_ hashes: [Int]) -> Int {
        let prime1: UInt64 = 11_400_714_785_074_694_791
        let prime2: UInt64 = 14_029_467_366_897_019_727
        let prime5: UInt64 = 2_870_177_450_012_600_261
        var result = prime5
        for hash in hashes {
            result = result &+ UInt64(bitPattern: Int64(hash)) &* prime2
            result = (result << 31) | (result >> 33)
            result = result &* prime1
        }
        result = result &+ (UInt64(hashes.count) ^ (prime5 ^ 3_527_539))
        return result == UInt64.max ? 1_546_275_796 : Int(truncatingIfNeeded: result)
    }
}
