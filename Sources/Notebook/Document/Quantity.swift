// Quantity: durations, sizes and tolerances as authors write them.

/// Reads durations, sizes and tolerances.
public enum Quantity {
    /// `90`, `90s`, `500ms`, `5m`, `1h` → seconds; nil if it is none or not above zero.
    public static func seconds(_ text: String) -> Double? {
        scaled(text, units: [("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)])
    }

    /// `500MB`, `2GB`, `1GiB`, `4096` → bytes; nil if it is none or not above zero.
    public static func bytes(_ text: String) -> Int? {
        let decimal = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12)]
        let binary = [("KiB", 0x1p10), ("MiB", 0x1p20), ("GiB", 0x1p30), ("TiB", 0x1p40)]
        guard let size = scaled(text, units: binary + decimal + [("B", 1)]), size < 0x1p62 else { return nil }
        return Int(size)
    }

    /// `1e-4` → 0.0001; nil unless a finite number, not below zero.
    public static func tolerance(_ text: String) -> Double? {
        guard let value = Double(text), value.isFinite, value >= 0 else { return nil }
        return value
    }

    private static func scaled(_ text: String, units: [(suffix: String, factor: Double)]) -> Double? {
        for unit in units where text.hasSuffix(unit.suffix) {
            return positive(text.dropLast(unit.suffix.count), times: unit.factor)
        }
        return positive(text[...], times: 1)
    }

    private static func positive(_ digits: Substring, times factor: Double) -> Double? {
        guard let value = Double(digits), value.isFinite, value > 0 else { return nil }
        return value * factor
    }
}
