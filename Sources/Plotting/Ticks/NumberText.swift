// Defines NumberText: numbers as people read them in a figure.

/// Numbers as people read them in a figure, with a true minus sign.
public enum NumberText {
    /// `decimals` places after the point; zero never carries a sign.
    public static func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return special(value) }
        let text = formatted("f", max(0, min(decimals, 30)), value)
        let isZero = !text.contains { "123456789".contains($0) }
        return signed(isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text)
    }

    /// At most `digits` significant digits, no trailing zeros, an exponent only for very large or small numbers.
    public static func short(_ value: Double, digits: Int = 6) -> String {
        guard value.isFinite else { return special(value) }
        guard value != 0 else { return "0" }
        let text = formatted("g", digits, value)
        guard let split = text.firstIndex(of: "e") else { return signed(text) }
        let exponent = Int(text[text.index(after: split)...]) ?? 0
        return signed(text[..<split] + "e" + String(exponent))
    }

    private static func signed(_ text: String) -> String {
        text.contains("-") ? String(text.map { $0 == "-" ? "−" : $0 }) : text
    }

    private static func special(_ value: Double) -> String { value.isNaN ? "nan" : value > 0 ? "∞" : "−∞" }
}
