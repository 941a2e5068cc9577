// TeXToken: the words of a formula.

/// A word of a formula.
enum TeXToken: Equatable {
    /// `\name`, or `\` and one other character.
    case command(String)
    case character(Character)
    case open, close, superscript, `subscript`, alignment
    /// A blank; it matters in `\text` only.
    case blank

    /// The words of a formula.
    static func tokens(of tex: String) -> [TeXToken] {
        var tokens: [TeXToken] = []
        var rest = Substring(tex)
        while let character = rest.popFirst() {
            switch character {
            case "\\":
                let name = rest.prefix { $0.isASCII && $0.isLetter }
                if name.isEmpty {
                    tokens.append(.command(rest.popFirst().map(String.init) ?? ""))
                } else {
                    tokens.append(.command(String(name)))
                    rest = rest.dropFirst(name.count)
                }
            case "{": tokens.append(.open)
            case "}": tokens.append(.close)
            case "^": tokens.append(.superscript)
            case "_": tokens.append(.subscript)
            case "&": tokens.append(.alignment)
            case "%": rest = rest.drop { $0 != "\n" }
            case _ where character.isWhitespace: if tokens.last != .blank { tokens.append(.blank) }
            default: tokens.append(.character(character))
            }
        }
        return tokens
    }
}
