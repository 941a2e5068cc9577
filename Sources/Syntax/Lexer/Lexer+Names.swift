// Names, keywords, string prefixes and operators.

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// True for the ASCII bytes that can stand inside a name.
@inline(__always)
func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || isDigit(byte) || byte == UInt8(ascii: "_")
}

extension Lexer {
    /// Reads a name, a keyword, or a string that begins with a prefix such as `rb`.
    mutating func readName() throws(SyntaxError) {
        let start = position
        while position < end, isNameByte(bytes[position]) { position += 1 }
        if position < end, bytes[position] >= 0x80 { return try readUnicodeName(from: start) }
        let quote = peek()
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), isStringPrefix(bytes[start..<position]) {
            let length = position - start
            position = start
            return try readString(prefixLength: length)
        }
        append(Keyword.kind(of: bytes[start..<position]), from: start, to: position)
    }

    private func isStringPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 2 else { return false }
        let lower = bytes.map { $0 | 0x20 }
        switch String(decoding: lower, as: UTF8.self) {
        case "r", "b", "f", "u", "rb", "br", "rf", "fr": return true
        default: return false
        }
    }

    /// Reads a name with characters beyond ASCII.
    private mutating func readUnicodeName(from start: Int) throws(SyntaxError) {
        while position < end {
            if isNameByte(bytes[position]) { position += 1; continue }
            guard bytes[position] >= 0x80 else { break }
            guard let (scalar, length) = scalar(at: position) else {
                position += 1
                throw failure("(unicode error) 'utf-8' codec can't decode byte", from: position - 1)
            }
            let properties = scalar.properties
            let fits = position == start ? properties.isXIDStart : properties.isXIDContinue
            guard fits else {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
                let place = position
                position += length
                if !scalar.isPrintable { throw failure("invalid non-printable character U+\(padded)", from: place) }
                throw failure("invalid character '\(Character(scalar))' (U+\(padded))", from: place)
            }
            position += length
        }
        append(.name, from: start, to: position)
    }

    /// The character encoded at `offset` and its length in bytes; nil if the bytes are not UTF-8.
    func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
        let first = bytes[offset]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard offset + length <= end else { return nil }
        var decoder = UTF8()
        var iterator = bytes[offset..<offset + length].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, length)
    }

    /// Reads an operator or a bracket.
    mutating func readOperator() throws(SyntaxError) {
        let start = position
        guard let (kind, length) = operatorHere() else {
            position += 1
            if bytes[start] < 0x20 || bytes[start] == 0x7F {
                throw failure("invalid non-printable character U+00\(bytes[start] < 16 ? "0" : "")\(String(bytes[start], radix: 16, uppercase: true))", from: start)
            }
            throw failure("invalid syntax", from: start)
        }
        position += length
        switch kind {
        case .leftParenthesis, .leftBracket, .leftBrace:
            append(kind, from: start, to: position)
            if brackets.count >= 200 { throw failure("too many nested parentheses", from: start) }
            brackets.append(tokens[tokens.count - 1])
        case .rightParenthesis, .rightBracket, .rightBrace:
            try close(kind, from: start)
            append(kind, from: start, to: position)
        default:
            append(kind, from: start, to: position)
        }
    }

    private mutating func close(_ kind: TokenKind, from start: Int) throws(SyntaxError) {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let open = brackets.popLast() else { throw failure("unmatched '\(text)'", from: start) }
        let expected: TokenKind = open.kind == .leftParenthesis ? .rightParenthesis
            : open.kind == .leftBracket ? .rightBracket : .rightBrace
        if kind == expected { return }
        let opening = String(decoding: bytes[open.range], as: UTF8.self)
        let place = open.line == line ? "" : " on line \(open.line)"
        throw failure("closing parenthesis '\(text)' does not match opening parenthesis '\(opening)'\(place)", from: start)
    }

    /// The longest operator at the current position, and its length.
    private func operatorHere() -> (TokenKind, Int)? {
        let second = peek(1)
        let equals = second == UInt8(ascii: "=")
        switch peek() {
        case UInt8(ascii: "("): return (.leftParenthesis, 1)
        case UInt8(ascii: ")"): return (.rightParenthesis, 1)
        case UInt8(ascii: "["): return (.leftBracket, 1)
        case UInt8(ascii: "]"): return (.rightBracket, 1)
        case UInt8(ascii: "{"): return (.leftBrace, 1)
        case UInt8(ascii: "}"): return (.rightBrace, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: ";"): return (.semicolon, 1)
        case UInt8(ascii: "~"): return (.tilde, 1)
        case UInt8(ascii: ":"): return equals ? (.walrus, 2) : (.colon, 1)
        case UInt8(ascii: "."): return second == UInt8(ascii: ".") && peek(2) == second ? (.ellipsis, 3) : (.dot, 1)
        case UInt8(ascii: "="): return equals ? (.doubleEqual, 2) : (.equal, 1)
        case UInt8(ascii: "!"): return equals ? (.notEqual, 2) : nil
        case UInt8(ascii: "+"): return equals ? (.plusEqual, 2) : (.plus, 1)
        case UInt8(ascii: "-"): return equals ? (.minusEqual, 2) : second == UInt8(ascii: ">") ? (.arrow, 2) : (.minus, 1)
        case UInt8(ascii: "%"): return equals ? (.percentEqual, 2) : (.percent, 1)
        case UInt8(ascii: "@"): return equals ? (.atEqual, 2) : (.at, 1)
        case UInt8(ascii: "&"): return equals ? (.ampersandEqual, 2) : (.ampersand, 1)
        case UInt8(ascii: "|"): return equals ? (.barEqual, 2) : (.bar, 1)
        case UInt8(ascii: "^"): return equals ? (.caretEqual, 2) : (.caret, 1)
        case UInt8(ascii: "*"): return doubled(second, .star, .starEqual, .doubleStar, .doubleStarEqual)
        case UInt8(ascii: "/"): return doubled(second, .slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
        case UInt8(ascii: "<"): return doubled(second, .less, .lessEqual, .leftShift, .leftShiftEqual)
        case UInt8(ascii: ">"): return doubled(second, .greater, .greaterEqual, .rightShift, .rightShiftEqual)
        default: return nil
        }
    }

    /// Chooses among `x`, `x=`, `xx` and `xx=`.
    private func doubled(_ second: UInt8, _ one: TokenKind, _ oneEqual: TokenKind, _ two: TokenKind,
                         _ twoEqual: TokenKind) -> (TokenKind, Int) {
        if second == UInt8(ascii: "=") { return (oneEqual, 2) }
        if second != peek() { return (one, 1) }
        return peek(2) == UInt8(ascii: "=") ? (twoEqual, 3) : (two, 2)
    }
}

extension Unicode.Scalar {
    /// Python's `str.isprintable` for one character.
    public var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: value == 0x20
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
             .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation, .dashPunctuation, .openPunctuation,
             .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
             .modifierSymbol, .otherSymbol: true
        @unknown default: true
        }
    }
}
