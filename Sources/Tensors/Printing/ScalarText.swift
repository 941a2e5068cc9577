// Defines ScalarText: single numbers as numpy's scalars print them.

/// Texts of numpy scalars.
public enum ScalarText {
    /// `str` of a float scalar: shortest digits, with an exponent below 1e-4 and from 1e16 (float32: 1e6, float16: 1e3) on.
    public static func str(_ value: Double, _ width: FloatWidth) -> String {
        if !value.isFinite { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let digits = width.digits(value)
        let size = value.magnitude
        let limit = width.largestScalar
        if size != 0 && (size < 1e-4 || size >= limit) {
            let text = digits.scientific()
            guard digits.digits.count == 1, let point = text.firstIndex(of: ".") else { return text }
            return String(text[..<point] + text[text.index(after: point)...])
        }
        return digits.positional(minimumPlaces: 1)
    }

    /// `repr` of a float scalar: "np.float32(0.1)".
    public static func repr(_ value: Double, _ width: FloatWidth) -> String {
        switch width {
        case .half: "np.float16(\(str(value, width)))"
        case .single: "np.float32(\(str(value, width)))"
        case .double: "np.float64(\(str(value, width)))"
        }
    }
}

extension FloatWidth {
    /// Scalars from here on are printed with an exponent.
    var largestScalar: Double {
        switch self {
        case .half: 1e3
        case .single: 1e6
        case .double: 1e16
        }
    }
}
