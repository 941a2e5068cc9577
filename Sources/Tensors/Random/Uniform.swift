// Defines the uniform fills of a Generator: floats in a range, for float32 and float64 buffers.

extension Generator {
    /// Fills with numbers in [from, to), one word each. Multiply and add are rounded once, as PyTorch's are.
    package func fillUniform(_ out: UnsafeMutableBufferPointer<Float>, from: Double = 0, to: Double = 1) {
        let low = Float(from)
        let width = Float(to) - low
        take(out.count) { words, start in
            let target = out.baseAddress! + start
            for i in 0..<words.count {
                let unit = Float(Int32(truncatingIfNeeded: words[i] & 0xff_ffff)) * 0x1p-24
                target[i] = low.addingProduct(unit, width)
            }
        }
    }

    /// Fills with numbers in [from, to), two words each.
    package func fillUniform(_ out: UnsafeMutableBufferPointer<Double>, from: Double = 0, to: Double = 1) {
        let width = to - from
        forEachTile(out.count) { units, start in
            let target = out.baseAddress! + start
            for i in 0..<units.count { target[i] = from.addingProduct(units[i], width) }
        }
    }

    /// Fills with 1 (with the given probability) and 0, two words each.
    package func fillBernoulli<F: ExpressibleByIntegerLiteral>(_ out: UnsafeMutableBufferPointer<F>, _ probability: Double) {
        forEachTile(out.count) { units, start in
            let target = out.baseAddress! + start
            for i in 0..<units.count { target[i] = units[i] < probability ? 1 : 0 }
        }
    }

    /// Makes `count` doubles in [0, 1), the numbers of `uniform64`, and hands them out by tiles with the index of their first.
    @inline(__always)
    private func forEachTile(_ count: Int, _ body: (UnsafeMutableBufferPointer<Double>, Int) -> Void) {
        let capacity = 512
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * capacity) { words in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { tile in
                var start = 0
                while start < count {
                    let n = min(capacity, count - start)
                    take(2 * n) { run, first in (words.baseAddress! + first).update(from: run.baseAddress!, count: run.count) }
                    // 21 bits of the high word and the low word: their sum is exact.
                    for i in 0..<n {
                        let high = Double(Int32(bitPattern: words[2 * i] & 0x1f_ffff)) * 0x1p-21
                        tile[i] = high + Double(words[2 * i + 1]) * 0x1p-53
                    }
                    body(UnsafeMutableBufferPointer(rebasing: tile[..<n]), start)
                    start += n
                }
            }
        }
    }

    /// PyTorch's RuntimeError when `from > to`.
    package static func checkUniform(from: Double, to: Double) throws {
        if from > to {
            let range = "from=\(shortNumber(from)) > to=\(shortNumber(to))"
            throw TensorError.runtime("uniform_ expects to return a [from, to) range, but found \(range)")
        }
    }
}

/// A number as C++ streams write it: six significant digits, no trailing zeros. Used in messages.
package func shortNumber(_ value: Double) -> String {
    if value.isNaN { return value.sign == .minus ? "-nan" : "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return DecimalText.general(value, digits: 6)
}
