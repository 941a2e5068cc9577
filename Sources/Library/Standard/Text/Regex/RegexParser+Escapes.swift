// Escapes and character sets of regular expressions.

extension RegexParser {
    /// What stands behind a backslash outside sets.
    mutating func escape(_ start: Int) throws(RegexError) -> RegexNode {
        guard let letter = peek() else { throw failure("bad escape (end of pattern)", at: start) }
        let isASCII = flags.contains(.ascii)
        if let set = category(letter) {
            index += 1
            return .set(set)
        }
        switch letter {
        case "A": index += 1; return .textStart
        case "Z": index += 1; return .textEnd
        case "b": index += 1; return .wordBoundary(isASCII: isASCII)
        case "B": index += 1; return .notWordBoundary(isASCII: isASCII)
        case "1"..."9":
            if let octal = octalEscape() { return literal(octal) }
            var number = 0
            var digits = 0
            while digits < 2, let digit = peek(), (0x30...0x39).contains(digit.value) {
                number = number * 10 + Int(digit.value - 0x30)
                index += 1
                digits += 1
            }
            guard number <= groupCount else { throw failure("invalid group reference \(number)", at: start + 1) }
            if openGroups.contains(number) { throw failure("cannot refer to an open group", at: start) }
            return .backreference(number, ignoresCase: flags.contains(.ignoreCase))
        default: return literal(try escapedScalar(start))
        }
    }

    /// Three octal digits are a character, not a reference.
    mutating func octalEscape() -> Unicode.Scalar? {
        let digits = pattern[index...].prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0.value) }) else { return nil }
        index += 3
        return Unicode.Scalar(digits.reduce(0) { $0 * 8 + ($1.value - 0x30) } & 0xFF)
    }

    /// The characters that `\d`, `\w`, `\s` and their opposites stand for.
    func category(_ letter: Unicode.Scalar) -> RegexSet? {
        let isASCII = flags.contains(.ascii)
        switch letter {
        case "d": return RegexSet(.digit, isASCII: isASCII)
        case "D": return RegexSet(.digit, isNegated: true, isASCII: isASCII)
        case "w": return RegexSet(.word, isASCII: isASCII)
        case "W": return RegexSet(.word, isNegated: true, isASCII: isASCII)
        case "s": return RegexSet(.space, isASCII: isASCII)
        case "S": return RegexSet(.space, isNegated: true, isASCII: isASCII)
        default: return nil
        }
    }

    /// The character behind a backslash.
    mutating func escapedScalar(_ start: Int) throws(RegexError) -> Unicode.Scalar {
        guard let letter = peek() else { throw failure("bad escape (end of pattern)", at: start) }
        index += 1
        switch letter {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "a": return "\u{07}"
        case "x": return try hexadecimal(2, start)
        case "u": return try hexadecimal(4, start)
        case "U": return try hexadecimal(8, start)
        case "0"..."7":
            index -= 1
            var value: UInt32 = 0
            var digits = 0
            while digits < 3, let digit = peek(), (0x30...0x37).contains(digit.value) {
                value = value * 8 + digit.value - 0x30
                index += 1
                digits += 1
            }
            return Unicode.Scalar(value & 0x1FF) ?? "\u{FFFD}"
        default:
            if letter.value < 0x80, letter.properties.isAlphabetic || (0x30...0x39).contains(letter.value) {
                throw failure("bad escape \\\(letter)", at: start)
            }
            return letter
        }
    }

    /// The character with so many hexadecimal digits.
    mutating func hexadecimal(_ digits: Int, _ start: Int) throws(RegexError) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let scalar = peek(), let digit = Character(scalar).hexDigitValue else {
                throw failure("incomplete escape \(String(String.UnicodeScalarView(pattern[start..<index])))", at: start)
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        guard let scalar = Unicode.Scalar(value) else { throw failure("bad escape", at: start) }
        return scalar
    }

    /// `[…]`, from behind the bracket on.
    mutating func set(_ start: Int) throws(RegexError) -> RegexSet {
        var set = RegexSet()
        set.ignoresCase = flags.contains(.ignoreCase)
        set.isASCII = flags.contains(.ascii)
        set.isNegated = accept("^")
        var isFirst = true
        while true {
            guard let scalar = peek() else { throw failure("unterminated character set", at: start) }
            if scalar == "]", !isFirst { break }
            isFirst = false
            let place = index
            guard let low = try setItem(&set) else { continue }
            guard peek() == "-", let next = peek(1), next != "]" else {
                set.ranges.append(low.value...low.value)
                continue
            }
            index += 1
            guard let high = try setItem(&set), high.value >= low.value else {
                throw failure("bad character range \(String(String.UnicodeScalarView(pattern[place..<index])))", at: place)
            }
            set.ranges.append(low.value...high.value)
        }
        index += 1
        return set
    }

    /// One character of a set; nil where a category was added instead.
    mutating func setItem(_ set: inout RegexSet) throws(RegexError) -> Unicode.Scalar? {
        let start = index
        guard let scalar = peek() else { throw failure("unterminated character set", at: start) }
        index += 1
        guard scalar == "\\" else { return scalar }
        if let letter = peek(), let category = category(letter) {
            index += 1
            set.categories += category.categories
            return nil
        }
        if accept("b") { return "\u{08}" }
        return try escapedScalar(start)
    }
}
