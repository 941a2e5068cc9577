// Defines the whole numbers of a Generator: ranges, full ranges of a dtype, permutations.

extension Generator {
    /// Ranges below this take one word a number, larger ones two.
    private static let wideRange: UInt64 = 1 << 28

    /// One number in `low ..< low + range`; `range` 0 stands for 2^64.
    package func integer(low: Int64, range: UInt64) -> Int64 {
        let offset: UInt64
        if range == 0 {
            offset = next64()
        } else if range < Self.wideRange {
            offset = UInt64(next32() % UInt32(range))
        } else {
            offset = next64() % range
        }
        return low &+ Int64(bitPattern: offset)
    }

    /// One number of `random_()` without bounds: all non-negative values of an integer type of `bits` value bits
    /// (63, 31, 15, 7; 8 for uint8; 1 for bool).
    package func integer(valueBits bits: Int) -> Int64 {
        bits > 32 ? Int64(bitPattern: next64() & (1 << UInt64(bits) - 1)) : Int64(next32() % UInt32(1 << bits))
    }

    /// One number of `random_()` on floats of `digits` significand bits (24, 53, 11, 8): 0 through 2^digits.
    package func integer(significandBits digits: Int) -> Int64 {
        let range = UInt64(1) << UInt64(digits) + 1
        return Int64(bitPattern: digits > 32 ? next64() % range : UInt64(next32()) % range)
    }

    /// The numbers 0 ..< count in random order (`torch.randperm`): count - 1 words.
    package func permutation(_ count: Int) -> [Int64] {
        var order = (0..<Int64(count)).map { $0 }
        order.withUnsafeMutableBufferPointer { order in
            take(max(count - 1, 0)) { words, start in
                for k in 0..<words.count {
                    let i = start + k
                    order.swapAt(i, i + Int(UInt64(words[k]) % UInt64(count - i)))
                }
            }
        }
        return order
    }

    /// PyTorch's RuntimeErrors for the bounds of `random_` and `randint`: an empty range, or bounds outside
    /// `limits` (the values of the dtype, whose C++ name is `typeName`).
    package static func checkIntegers(from: Int64, to: Int64, limits: ClosedRange<Int64>, typeName: String) throws {
        if from >= to {
            let range = "from=\(from) >= to=\(to)"
            throw TensorError.runtime("random_ expects 'from' to be less than 'to', but got \(range)")
        }
        if !limits.contains(from) { throw TensorError.runtime("from is out of bounds for \(typeName)") }
        if !limits.contains(to - 1) { throw TensorError.runtime("to - 1 is out of bounds for \(typeName)") }
    }
}
