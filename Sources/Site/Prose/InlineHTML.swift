// InlineHTML: running text → HTML.
import Notebook

/// Writes running text as HTML.
struct InlineHTML {
    let links: Links
    let allowedElements: Set<String>

    /// The elements of a piece of running text.
    func html(_ content: [Inline]) -> String {
        var result = ""
        var rest = content[...]
        while let piece = rest.popFirst() {
            if case .math = piece, case .text(let text)? = rest.first, let mark = text.first, InlineHTML.closing.contains(mark) {
                rest[rest.startIndex] = .text(String(text.dropFirst()))
                result += "<span class=\"stay\">\(html(piece))\(HTML.escape(String(mark)))</span>"
            } else {
                result += html(piece)
            }
        }
        return result
    }

    /// Marks that browsers would let begin a line after a formula.
    private static let closing: Set<Character> = [",", ".", ";", ":", "!", "?", ")", "]", "’", "”", "-"]

    private func html(_ piece: Inline) -> String {
        switch piece {
        case .text(let text): return HTML.escape(text)
        case .code(let text): return "<code>\(HTML.escape(text))</code>"
        case .emphasis(let inner): return "<em>\(html(inner))</em>"
        case .strong(let inner): return "<strong>\(html(inner))</strong>"
        case .strikethrough(let inner): return "<del>\(html(inner))</del>"
        case .link(let destination, let title, let inner):
            guard let safe = links.destination(destination) else { return html(inner) }
            return "<a href=\"\(HTML.escape(safe))\"\(attribute("title", title))>\(html(inner))</a>"
        case .image(let source, let title, let alternative):
            guard Links.scheme(of: source) == nil, let safe = links.destination(source) else { return HTML.escape(alternative.plainText) }
            return "<img src=\"\(HTML.escape(safe))\" alt=\"\(HTML.escape(alternative.plainText))\"\(attribute("title", title)) loading=\"lazy\">"
        case .math(let tex): return Formula.html(tex, display: false)
        case .footnote(let number): return "<sup><a id=\"mention-\(number)\" href=\"#note-\(number)\">\(number)</a></sup>"
        case .softBreak: return "\n"
        case .lineBreak: return "<br>\n"
        case .html(let text): return raw(text)
        }
    }

    private func attribute(_ name: String, _ value: String) -> String {
        value.isEmpty ? "" : " \(name)=\"\(HTML.escape(value))\""
    }

    /// Raw HTML: elements on the allow-list stay, without attributes; comments go; all else is shown as text.
    func raw(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            result += HTML.escape(rest[..<open])
            rest = rest[open...]
            if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
                rest = rest[end.upperBound...]
            } else if let close = rest.firstIndex(of: ">") {
                result += tag(rest[rest.index(after: open)..<close]) ?? HTML.escape(rest[...close])
                rest = rest[rest.index(after: close)...]
            } else {
                break
            }
        }
        return result + HTML.escape(rest)
    }

    /// A tag of an allowed element without its attributes; nil if the element is not allowed.
    private func tag(_ text: Substring) -> String? {
        let slash = text.hasPrefix("/") ? "/" : ""
        let name = text.dropFirst(slash.count).prefix { $0.isLetter || $0.isNumber }.lowercased()
        return allowedElements.contains(name) && !name.isEmpty ? "<\(slash)\(name)>" : nil
    }
}
