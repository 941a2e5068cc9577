// ProseHTML: blocks of prose → HTML.
import Notebook

/// Writes prose as HTML. What a notebook says can never become an element or a script of the page.
package struct ProseHTML {
    let links: Links
    /// Raw HTML elements that stay, without attributes.
    package var allowedElements: Set<String> = []
    /// Titles of callouts in the page's language.
    var calloutTitle: (CalloutKind) -> String = { $0.rawValue.capitalized }
    /// Writes the cell with this index.
    var cell: (Int) -> String = { _ in "" }

    /// Prepares to write prose whose links are decided by `links`.
    package init(links: Links) { self.links = links }

    /// Blocks, one after the other.
    package func html(_ blocks: [Block]) -> String { blocks.map(html).joined() }

    private func html(_ block: Block) -> String {
        switch block {
        case .heading(let heading): self.heading(heading)
        case .paragraph(let content): "<p>\(inline.html(content))</p>\n"
        case .quote(let content): "<blockquote>\n\(html(content))</blockquote>\n"
        case .callout(let kind, let content):
            "<aside class=\"callout \(kind.rawValue)\"><p class=\"callout-title\">\(HTML.escape(calloutTitle(kind)))</p>\n\(html(content))</aside>\n"
        case .list(let list): self.list(list)
        case .code(let language, let text): code(language: language, text: text)
        case .math(let tex): "<div class=\"scroll math\" tabindex=\"0\">\(Formula.html(tex, display: true))</div>\n"
        case .table(let table): self.table(table)
        case .thematicBreak: "<hr>\n"
        case .html(let text): inline.raw(text) + "\n"
        case .cell(let index): cell(index)
        }
    }

    private var inline: InlineHTML { InlineHTML(links: links, allowedElements: allowedElements) }

    private func heading(_ heading: Heading) -> String {
        let tag = "h\(heading.level)"
        let slug = HTML.escape(heading.slug)
        let text = inline.html(heading.content)
        guard heading.level > 1 else { return "<\(tag) id=\"\(slug)\">\(text)</\(tag)>\n" }
        return "<\(tag) id=\"\(slug)\">\(text) <a class=\"anchor\" href=\"#\(slug)\" aria-hidden=\"true\" tabindex=\"-1\">#</a></\(tag)>\n"
    }

    private func list(_ list: List) -> String {
        let tag = list.start == nil ? "ul" : "ol"
        let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        let items = list.items.map { item in
            let box = item.ticked.map { "<input type=\"checkbox\" disabled\($0 ? " checked" : "")> " } ?? ""
            return "<li>\(box)\(list.tight ? tight(item.content) : "\n" + html(item.content))</li>\n"
        }
        return "<\(tag)\(start)>\n\(items.joined())</\(tag)>\n"
    }

    /// The paragraphs of a tight list's item are not set apart.
    private func tight(_ blocks: [Block]) -> String {
        blocks.map { block in
            if case .paragraph(let content) = block { inline.html(content) } else { "\n" + html(block) }
        }.joined()
    }

    private func code(language: String, text: String) -> String {
        let isPython = ["python", "py", "tensor"].contains(language)
        let body = isPython ? Highlighter.html(text) : HTML.escape(text)
        return "<div class=\"scroll\" tabindex=\"0\"><pre class=\"code\"><code>\(body)</code></pre></div>\n"
    }

    private func table(_ table: Table) -> String {
        func row(_ cells: [[Inline]], _ tag: String) -> String {
            let written = cells.enumerated().map { index, content in
                // A header without words, as in the corner of a table, names nothing.
                let tag = content.isEmpty ? "td" : tag
                return "<\(tag)\(style(index))>\(inline.html(content))</\(tag)>"
            }
            return "<tr>\(written.joined())</tr>\n"
        }
        func style(_ column: Int) -> String {
            guard table.alignments.indices.contains(column) else { return "" }
            return switch table.alignments[column] {
            case .none: ""
            case .left: " class=\"left\""
            case .center: " class=\"center\""
            case .right: " class=\"right\""
            }
        }
        let rows = table.rows.map { row($0, "td") }.joined()
        return "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead>\(row(table.header, "th"))</thead>\n<tbody>\(rows)</tbody>\n</table></div>\n"
    }

    /// The notes at the end of a page, each with a way back to where it is mentioned first.
    package func footnotes(_ notes: [Footnote], title: String, back: String) -> String {
        guard !notes.isEmpty else { return "" }
        let items = notes.map { note in
            "<li id=\"note-\(note.number)\">\(html(note.content))<a href=\"#mention-\(note.number)\" aria-label=\"\(HTML.escape(back)) \(note.number)\">↩</a></li>\n"
        }
        return "<section class=\"footnotes\" aria-label=\"\(HTML.escape(title))\"><ol>\n\(items.joined())</ol></section>\n"
    }
}
