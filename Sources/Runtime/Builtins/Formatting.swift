// Formatting: the format mini-language.

/// `format(value, spec)` for numbers and text.
public enum Formatting {
    /// The number `value` in the form `spec` asks for.
    public static func format(_ value: Value, _ spec: String) throws -> String {
        throw Raised.valueError("Invalid format specifier")
    }
}
