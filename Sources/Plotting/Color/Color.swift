// Defines Color: an exact sRGB colour with opacity.

/// An sRGB colour; every component is in 0…1.
public struct Color: Hashable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double
    public var alpha: Double

    /// Components outside 0…1 are brought to the nearest bound; NaN becomes 0.
    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = Color.unit(red)
        self.green = Color.unit(green)
        self.blue = Color.unit(blue)
        self.alpha = Color.unit(alpha)
    }

    /// The colour 0xRRGGBB, opaque.
    public init(rgb: UInt32) {
        self.init(red: Double((rgb >> 16) & 255) / 255, green: Double((rgb >> 8) & 255) / 255, blue: Double(rgb & 255) / 255)
    }

    /// Reads "#rgb", "#rgba", "#rrggbb" or "#rrggbbaa"; nil for anything else.
    public init?(hex text: String) {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        var digits: [UInt8] = []
        for character in text.dropFirst() {
            guard character.isASCII, let value = character.hexDigitValue else { return nil }
            digits.append(UInt8(value))
        }
        if digits.count == 3 || digits.count == 4 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6 || digits.count == 8 else { return nil }
        func channel(_ index: Int) -> Double { Double(digits[2 * index] * 16 + digits[2 * index + 1]) / 255 }
        self.init(red: channel(0), green: channel(1), blue: channel(2), alpha: digits.count == 8 ? channel(3) : 1)
    }

    public static let black = Color(rgb: 0x000000)
    public static let white = Color(rgb: 0xFFFFFF)
    public static let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)

    /// The channels as bytes, in the order red, green, blue, alpha.
    public var bytes: (UInt8, UInt8, UInt8, UInt8) {
        (Color.byte(red), Color.byte(green), Color.byte(blue), Color.byte(alpha))
    }

    /// "#rrggbb"; the opacity is left out.
    public var hex: String {
        let (r, g, b, _) = bytes
        return "#" + [r, g, b].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Relative luminance by WCAG 2.2, 0 for black to 1 for white.
    public var luminance: Double {
        func linear(_ channel: Double) -> Double {
            channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The colour at `fraction` of the way from this one to `other`.
    public func mixed(with other: Color, _ fraction: Double) -> Color {
        func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * fraction }
        return Color(red: between(red, other.red), green: between(green, other.green),
                     blue: between(blue, other.blue), alpha: between(alpha, other.alpha))
    }

    private static func unit(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
    private static func byte(_ value: Double) -> UInt8 { UInt8((value * 255).rounded()) }
}
