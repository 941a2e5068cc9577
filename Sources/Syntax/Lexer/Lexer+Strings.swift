// String literals: where they end.

extension Lexer {
    /// Reads a string literal, prefix and quotes included; its value is computed by `StringLiteral`.
    mutating func readString(prefixLength: Int) throws(SyntaxError) {
        let start = position
        let startLine = line
        let startColumn = Int32(position - lineStart)
        position += prefixLength
        let quote = peek()
        let isTriple = peek(1) == quote && peek(2) == quote
        position += isTriple ? 3 : 1
        var isClosed = false
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\") {
                position += 1
                if position < end { if peek() == 0x0A || peek() == 0x0D { passLineEnd() } else { position += 1 } }
            } else if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                position += isTriple ? 3 : 1
                isClosed = true
                break
            } else if byte == 0x0A || byte == 0x0D {
                if !isTriple { break }
                passLineEnd()
            } else {
                position += 1
            }
        }
        guard isClosed else {
            let name = isTriple ? "unterminated triple-quoted string literal" : "unterminated string literal"
            let place = Span(line: startLine, column: startColumn, endLine: startLine, endColumn: startColumn + 1)
            throw SyntaxError("\(name) (detected at line \(lastLine(isTriple)))", at: place)
        }
        tokens.append(Token(kind: .string, start: Int32(start), end: Int32(position), line: startLine, column: startColumn,
                            endLine: line, endColumn: Int32(position - lineStart)))
    }

    /// The line CPython names: for triple quotes the text's last line, without an empty one after the final line end.
    private func lastLine(_ isTriple: Bool) -> Int32 {
        isTriple && position == lineStart && line > 1 ? line - 1 : line
    }
}
