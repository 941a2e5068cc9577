// Inline: a piece of running text.

/// A piece of running text inside a block.
public indirect enum Inline: Sendable, Equatable {
    case text(String)
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(destination: String, title: String, [Inline])
    case image(source: String, title: String, alternative: [Inline])
    /// A formula within a line, as TeX.
    case math(String)
    /// A reference to the footnote of this number.
    case footnote(Int)
    /// A line end in the source that means a blank.
    case softBreak
    case lineBreak
    /// Raw HTML; pages escape what is not on their allow-list.
    case html(String)
}

extension [Inline] {
    /// The words alone, as an outline, a page title or a search index shows them.
    public var plainText: String {
        var words = ""
        for piece in self {
            switch piece {
            case .text(let text), .code(let text), .math(let text): words += text
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): words += inner.plainText
            case .link(_, _, let inner), .image(_, _, let inner): words += inner.plainText
            case .softBreak, .lineBreak: words += " "
            case .footnote, .html: break
            }
        }
        return words
    }
}
