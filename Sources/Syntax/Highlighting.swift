// Highlighting: the text of a program cut into pieces by what they are.

/// A piece of a program's text. The pieces of a text, put together, are the text.
public struct CodePiece: Equatable, Sendable {
    /// What a piece is.
    public enum Kind: Sendable {
        case keyword, constant, string, number, comment, `operator`, name
        /// A name that is being defined by `def` or `class`, or stands in a decorator.
        case definition
        /// Blanks and brackets.
        case plain
    }

    public let kind: Kind
    public let text: String
}

extension CodePiece {
    /// Cuts a program or a cell into pieces. Text that cannot be lexed comes back as one plain piece at the end.
    public static func pieces(of source: String) -> [CodePiece] {
        var lexer = Lexer(Array(source.utf8), mode: .cell, firstLine: 1)
        lexer.run()
        var pieces: [CodePiece] = []
        var position = 0
        var previous: TokenKind = .newline
        // An `@` at the start of a logical line decorates; any other multiplies matrices.
        var (startsLine, decorates) = (true, false)
        for token in lexer.tokens {
            if token.kind == .error { break }
            if token.kind == .at { decorates = startsLine }
            startsLine = token.kind == .newline || startsLine && (token.kind == .indent || token.kind == .dedent)
            guard token.range.upperBound > position else { continue }
            guard let kind = kind(of: token, after: previous == .at && !decorates ? .name : previous) else { continue }
            gap(lexer.bytes[position..<token.range.lowerBound], into: &pieces)
            pieces.append(CodePiece(kind: kind, text: String(decoding: lexer.bytes[token.range], as: UTF8.self)))
            position = token.range.upperBound
            previous = token.kind
        }
        gap(lexer.bytes[position...], into: &pieces)
        return pieces
    }

    /// Blanks and comments between two tokens.
    private static func gap(_ bytes: ArraySlice<UInt8>, into pieces: inout [CodePiece]) {
        var rest = bytes
        while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
            let end = rest[mark...].firstIndex(of: 10) ?? rest.endIndex
            if mark > rest.startIndex { pieces.append(CodePiece(kind: .plain, text: String(decoding: rest[..<mark], as: UTF8.self))) }
            pieces.append(CodePiece(kind: .comment, text: String(decoding: rest[mark..<end], as: UTF8.self)))
            rest = rest[end...]
        }
        if !rest.isEmpty { pieces.append(CodePiece(kind: .plain, text: String(decoding: rest, as: UTF8.self))) }
    }

    /// What a token counts as; nil for tokens that stand for no text of their own.
    private static func kind(of token: Token, after previous: TokenKind) -> Kind? {
        switch token.kind {
        case .end, .newline, .indent, .dedent, .error: nil
        case .magic: .comment
        case .name: previous == .def || previous == .class || previous == .at ? .definition : .name
        case .number: .number
        case .string: .string
        case .none, .true, .false: .constant
        case .leftParenthesis, .rightParenthesis, .leftBracket, .rightBracket, .leftBrace, .rightBrace, .comma, .colon, .semicolon, .dot:
            .plain
        default: token.kind.isKeyword ? .keyword : .operator
        }
    }
}
