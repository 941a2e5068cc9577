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
        for i in out.indices { out[i] = uniform64() * width + from }
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
