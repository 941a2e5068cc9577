// Numeric literals: where they end, and what may not follow.

extension Lexer {
    /// Reads an integer or float literal; its value is computed by `NumberLiteral`.
    mutating func readNumber() throws(SyntaxError) {
        let start = position
        if peek() == UInt8(ascii: "0") {
            switch peek(1) | 0x20 {
            case UInt8(ascii: "x"): return try readRadix("hexadecimal", start) { isDigit($0) || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66) }
            case UInt8(ascii: "o"): return try readRadix("octal", start) { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
            case UInt8(ascii: "b"): return try readRadix("binary", start) { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }
            default: break
            }
        }
        var isFloat = false
        if peek() != UInt8(ascii: ".") { try readDigits("decimal", start) }
        if peek() == UInt8(ascii: ".") {
            isFloat = true
            position += 1
            if isDigit(peek()) { try readDigits("decimal", start) }
        }
        if peek() | 0x20 == UInt8(ascii: "e"), startsExponent {
            isFloat = true
            position += peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 2 : 1
            try readDigits("decimal", start)
        }
        if peek() | 0x20 == UInt8(ascii: "j"), !isNameByte(peek(1)) {
            position += 1
            return append(.number, from: start, to: position)
        }
        if !isFloat { try rejectLeadingZero(start) }
        try checkEnd("decimal", start)
        append(.number, from: start, to: position)
    }

    /// True if the `e` here has an exponent behind it.
    private var startsExponent: Bool {
        let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
        return isDigit(peek(sign ? 2 : 1))
    }

    /// Digits with single underscores between them.
    private mutating func readDigits(_ name: String, _ start: Int) throws(SyntaxError) {
        while true {
            while isDigit(peek()) { position += 1 }
            guard peek() == UInt8(ascii: "_") else { return }
            position += 1
            if !isDigit(peek()) { throw failure("invalid \(name) literal", from: start) }
        }
    }

    private mutating func readRadix(_ name: String, _ start: Int, _ accepts: (UInt8) -> Bool) throws(SyntaxError) {
        position += 2
        repeat {
            if peek() == UInt8(ascii: "_") { position += 1 }
            guard accepts(peek()) else {
                if isDigit(peek()) {
                    let digit = peek() - UInt8(ascii: "0")
                    position += 1
                    throw failure("invalid digit '\(digit)' in \(name) literal", from: position - 1)
                }
                throw failure("invalid \(name) literal", from: start)
            }
            while accepts(peek()) { position += 1 }
        } while peek() == UInt8(ascii: "_")
        if isDigit(peek()) {
            let digit = peek() - UInt8(ascii: "0")
            position += 1
            throw failure("invalid digit '\(digit)' in \(name) literal", from: position - 1)
        }
        try checkEnd(name, start)
        append(.number, from: start, to: position)
    }

    private func rejectLeadingZero(_ start: Int) throws(SyntaxError) {
        guard bytes[start] == UInt8(ascii: "0"), position - start > 1,
              bytes[start..<position].contains(where: { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "_") }) else { return }
        throw failure("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", from: start)
    }

    /// A name may not touch the number before it, except the keywords that can follow a number (`1if x else y`).
    private mutating func checkEnd(_ name: String, _ start: Int) throws(SyntaxError) {
        guard isNameByte(peek()) || peek() >= 0x80 else { return }
        var stop = position
        while stop < end, isNameByte(bytes[stop]) { stop += 1 }
        switch Keyword.kind(of: bytes[position..<stop]) {
        case .and, .or, .if, .in, .is, .else, .for, .not: return
        default: throw failure("invalid \(name) literal", from: start)
        }
    }
}
