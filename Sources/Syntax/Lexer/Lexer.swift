// Lexer: bytes → tokens, with indentation turned into tokens of its own.

/// Splits a text (or a part of it, for the fields of f-strings) into tokens.
///
/// The whole text is split before parsing. A lexical error ends the list with an `.error` token and is kept in `error`,
/// so that a grammatical error further up is still reported first, as CPython does.
struct Lexer {
    let bytes: [UInt8]
    let end: Int
    let mode: SourceMode
    var position: Int
    var line: Int32
    /// Offset of the current line's first byte; columns count from it.
    var lineStart: Int
    var tokens: [Token] = []
    var error: SyntaxError?
    /// Open brackets: kind and place.
    var brackets: [Token] = []
    /// Columns of the open blocks: with tabs as stops of 8, and with tabs as one column (to find ambiguous mixtures).
    private var indents: [(wide: Int, narrow: Int)] = [(0, 0)]
    private var atLineStart = true
    /// A part of a text is lexed as if inside brackets: line ends and indentation mean nothing.
    private let isFragment: Bool

    /// Splits all of `bytes`.
    init(_ bytes: [UInt8], mode: SourceMode, firstLine: Int) {
        self.bytes = bytes
        self.mode = mode
        end = bytes.count
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        line = Int32(clamping: firstLine)
        lineStart = position
        isFragment = false
        tokens.reserveCapacity(bytes.count / 4 + 8)
    }

    /// Splits `range` of `bytes`, which begins on `line` at `column`.
    init(_ bytes: [UInt8], fragment range: Range<Int>, line: Int32, column: Int32) {
        self.bytes = bytes
        mode = .file
        end = range.upperBound
        position = range.lowerBound
        self.line = line
        lineStart = range.lowerBound - Int(column)
        isFragment = true
        atLineStart = false
    }

    /// The byte `ahead` places further on, 0 past the end.
    @inline(__always)
    func peek(_ ahead: Int = 0) -> UInt8 {
        let index = position + ahead
        return index < end ? bytes[index] : 0
    }

    /// Splits everything. Afterwards `tokens` ends in `.end`, or in `.error` with `error` set.
    mutating func run() {
        do throws(SyntaxError) {
            while try step() {}
            try finish()
        } catch {
            self.error = error
            append(.error, from: position, to: position)
        }
    }

    /// Reads one token, or the blanks before it; false at the end.
    private mutating func step() throws(SyntaxError) -> Bool {
        if atLineStart {
            atLineStart = false
            if try !readIndentation() { return position < end }
        }
        guard position < end else { return false }
        let byte = bytes[position]
        switch byte {
        case 0x20, 0x09, 0x0C:
            position += 1
        case 0x0A, 0x0D:
            readLineEnd()
        case UInt8(ascii: "#"):
            skipComment()
        case UInt8(ascii: "\\"):
            try readContinuation()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            try readNumber()
        case UInt8(ascii: "."):
            if isDigit(peek(1)) { try readNumber() } else { try readOperator() }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            try readString(prefixLength: 0)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            try readName()
        default:
            try readOperator()
        }
        return true
    }

    /// Adds a token that ends on the current line.
    @inline(__always)
    mutating func append(_ kind: TokenKind, from start: Int, to end: Int) {
        tokens.append(Token(kind: kind, start: Int32(start), end: Int32(end), line: line, column: Int32(start - lineStart),
                            endLine: line, endColumn: Int32(end - lineStart)))
    }

    /// An error about the bytes from `start` to the current position.
    func failure(_ message: String, from start: Int, kind: SyntaxError.Kind = .syntax) -> SyntaxError {
        SyntaxError(message, at: Span(line: line, column: Int32(start - lineStart), endLine: line,
                                      endColumn: Int32(max(position, start + 1) - lineStart)), kind: kind)
    }

    /// Passes a line end, which makes a `.newline` token unless inside brackets or after nothing.
    private mutating func readLineEnd() {
        if brackets.isEmpty, !isFragment, let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
            append(.newline, from: position, to: position + 1)
        }
        passLineEnd()
        atLineStart = brackets.isEmpty && !isFragment
    }

    /// Moves behind `\n`, `\r` or `\r\n` and counts the line.
    mutating func passLineEnd() {
        position += peek() == 0x0D && peek(1) == 0x0A ? 2 : 1
        line += 1
        lineStart = position
    }

    private mutating func skipComment() {
        while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    }

    /// A backslash joins the next line to this one.
    private mutating func readContinuation() throws(SyntaxError) {
        let next = peek(1)
        guard next == 0x0A || next == 0x0D else {
            if position + 1 >= end {
                position += 1
                throw failure("unexpected EOF while parsing", from: position - 1)
            }
            position += 1
            throw failure("unexpected character after line continuation character", from: position)
        }
        position += 1
        passLineEnd()
        if position >= end { throw failure("unexpected EOF while parsing", from: position) }
    }

    /// Measures a line's indentation and opens or closes blocks; false if the line is empty or a magic.
    private mutating func readIndentation() throws(SyntaxError) -> Bool {
        var wide = 0
        var narrow = 0
        scan: while position < end {
            switch bytes[position] {
            case 0x20: wide += 1; narrow += 1
            case 0x09: wide = (wide / 8 + 1) * 8; narrow += 1
            case 0x0C: wide = 0; narrow = 0
            default: break scan
            }
            position += 1
        }
        let byte = peek()
        if position >= end || byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "#") {
            if position < end { skipComment() }
            if position < end { passLineEnd(); atLineStart = true }
            return false
        }
        try adjustBlocks(wide: wide, narrow: narrow)
        return mode != .cell || !readMagic()
    }

    private mutating func adjustBlocks(wide: Int, narrow: Int) throws(SyntaxError) {
        let current = indents[indents.count - 1]
        let mixture = "inconsistent use of tabs and spaces in indentation"
        if wide == current.wide {
            if narrow != current.narrow { throw failure(mixture, from: lineStart, kind: .tab) }
        } else if wide > current.wide {
            if narrow <= current.narrow { throw failure(mixture, from: lineStart, kind: .tab) }
            if indents.count >= 100 { throw failure("too many levels of indentation", from: lineStart, kind: .indentation) }
            indents.append((wide, narrow))
            append(.indent, from: lineStart, to: position)
        } else {
            while wide < indents[indents.count - 1].wide {
                indents.removeLast()
                append(.dedent, from: position, to: position)
            }
            let opened = indents[indents.count - 1]
            if wide != opened.wide {
                throw failure("unindent does not match any outer indentation level", from: lineStart, kind: .indentation)
            }
            if narrow != opened.narrow { throw failure(mixture, from: lineStart, kind: .tab) }
        }
    }

    /// Closes what is open at the end of the text.
    private mutating func finish() throws(SyntaxError) {
        if let open = brackets.last {
            let text = String(decoding: bytes[open.range], as: UTF8.self)
            throw SyntaxError("'\(text)' was never closed", at: open.span)
        }
        if !isFragment {
            if let last = tokens.last, last.kind != .newline { append(.newline, from: position, to: position) }
            for _ in 1..<indents.count { append(.dedent, from: position, to: position) }
        }
        append(.end, from: position, to: position)
    }
}
