// Defines ArrayFloatColumn: floats of a numpy array as texts of one width.

/// The texts of a set of floats, formatted alike.
struct ArrayFloatColumn {
    /// One text for each value.
    let texts: [String]

    init(_ values: [Double], width: FloatWidth, options: ArrayPrintOptions) {
        let finite = values.filter(\.isFinite)
        let format = Format(width: width, options: options)
        let parts = format.usesExponents(finite) ? format.scientific(finite) : format.plain(finite)
        let signed = parts.map { part in
            let sign = options.sign == .plus && !part.left.hasPrefix("-") ? "+" : ""
            return NumberParts(left: sign + part.left, right: part.right)
        }
        var left = signed.map(\.left.utf8.count).max() ?? 0
        // A blank for the sign is only added where no minus sign has made room already.
        if options.sign == .space, !finite.contains(where: { $0.sign == .minus }) { left += 1 }
        let right = signed.map(\.right.utf8.count).max() ?? 0
        let special = values.filter { !$0.isFinite }.map { format.special($0) }
        // Point included: special texts may reach to the end of the column.
        let inner = finite.isEmpty ? 0 : right + 1
        for text in special { left = max(left, text.utf8.count - inner) }
        var nextPart = 0
        var nextSpecial = 0
        texts = values.map { value in
            guard value.isFinite else {
                nextSpecial += 1
                let text = special[nextSpecial - 1]
                return Self.blanks(left + inner - text.utf8.count) + text
            }
            let part = signed[nextPart]
            nextPart += 1
            let tail = Self.blanks(right - part.right.utf8.count)
            return Self.blanks(left - part.left.utf8.count) + part.left + "." + part.right + tail
        }
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

/// What stands before and after the point.
private struct NumberParts {
    let left: String
    let right: String

    init(left: String, right: String) {
        self.left = left
        self.right = right
    }

    /// Splits at the point, which the text has.
    init(splitting text: String) {
        let point = text.firstIndex(of: ".") ?? text.endIndex
        left = String(text[..<point])
        right = String(text[point...].dropFirst())
    }
}

/// numpy's rules of notation.
private struct Format {
    let width: FloatWidth
    let options: ArrayPrintOptions

    func usesExponents(_ finite: [Double]) -> Bool {
        let sizes = finite.lazy.filter { $0 != 0 }.map(\.magnitude)
        guard let smallest = sizes.min(), let largest = sizes.max() else { return false }
        if largest >= width.largestPlain { return true }
        if options.suppressesSmall { return false }
        return smallest < width.smallestPlain || width.quotient(largest, smallest) > 1000
    }

    func special(_ value: Double) -> String {
        if value.isNaN { return (options.sign == .plus ? "+" : "") + options.nanText }
        let sign = value < 0 ? "-" : options.sign == .plus ? "+" : ""
        return sign + options.infinityText
    }

    /// Plain notation; only "fixed" and "maxprec_equal" fill up with zeros.
    func plain(_ values: [Double]) -> [NumberParts] {
        let places = max(0, options.precision)
        let digits = values.map { value -> ShortestDigits in
            if options.floatMode == .fixed { return ShortestDigits(rounding: value, places: places) }
            let shortest = width.digits(value)
            if options.floatMode == .unique || shortest.places <= places { return shortest }
            return ShortestDigits(rounding: value, places: places)
        }
        let filled: Int
        switch options.floatMode {
        case .fixed: filled = places
        case .maxprecEqual: filled = digits.map(\.places).max() ?? 0
        case .maxprec, .unique: filled = 0
        }
        return zip(values, digits).map { value, number in
            // Places beyond the shortest digits show the exact value.
            let exact = number.places < filled ? ShortestDigits(rounding: value, places: filled) : number
            return NumberParts(splitting: exact.positional(minimumPlaces: filled))
        }
    }

    /// Exponent notation; all numbers get the digits of the longest.
    func scientific(_ values: [Double]) -> [NumberParts] {
        let places = max(0, options.precision)
        let digits = values.map { value -> ShortestDigits in
            if options.floatMode == .fixed { return ShortestDigits(rounding: value, scientificPlaces: places) }
            let shortest = width.digits(value)
            if options.floatMode == .unique || shortest.digits.count - 1 <= places { return shortest }
            return ShortestDigits(rounding: value, scientificPlaces: places)
        }
        let longest = digits.map { $0.digits.count - 1 }.max() ?? 0
        let filled = options.floatMode == .fixed ? places : longest
        let exponentDigits = digits.map { max(2, String($0.exponent.magnitude).utf8.count) }.max() ?? 2
        return zip(values, digits).map { value, number in
            // Places beyond the shortest digits show the exact value.
            let isShort = number.digits.count - 1 < filled
            let exact = isShort ? ShortestDigits(rounding: value, scientificPlaces: filled) : number
            return NumberParts(splitting: exact.scientific(minimumPlaces: filled, exponentDigits: exponentDigits))
        }
    }
}
