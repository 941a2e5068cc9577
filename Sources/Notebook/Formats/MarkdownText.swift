// MarkdownText: Markdown notebooks as parts, and parts as Markdown.

/// Cuts Markdown notebooks into parts and puts them together again, to the byte.
enum MarkdownText {
    /// Cuts a document at its cells. Cells inside lists and quotes stay in the prose; `nested` counts them.
    static func parts(of document: Document) -> (parts: [Part], nested: Int) {
        let lines = document.text.textLines.map(String.init)
        var parts: [Part] = []
        var start = 0
        if lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) {
            parts.append(Part(content: .head(lines[1..<end].joined(separator: "\n")), line: 2))
            start = end + 1
        }
        let top = document.blocks.compactMap { if case .cell(let index) = $0 { document.cells[index] } else { nil } }
        for cell in top {
            let fence = cell.line - 2
            let blanks = prose(lines[start..<fence], from: start, into: &parts)
            let length = cell.source.textLines.count - 1
            parts.append(Part(content: .code(cell.source, fence: lines[fence]), line: cell.line, blanksBefore: usual(blanks, parts)))
            start = min(fence + length + 2, lines.count)
        }
        _ = prose(lines[start...], from: start, into: &parts)
        return (parts, document.cells.count - top.count)
    }

    /// Adds the prose in some lines, if there is any, and returns the count of empty lines after it.
    private static func prose(_ lines: ArraySlice<String>, from start: Int, into parts: inout [Part]) -> Int {
        guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty }) else { return lines.count }
        let text = lines[first...last].joined(separator: "\n")
        parts.append(Part(content: .prose(text), line: first + 1, blanksBefore: usual(first - start, parts)))
        return lines.endIndex - 1 - last
    }

    private static func usual(_ blanks: Int, _ parts: [Part]) -> Int? { blanks == (parts.isEmpty ? 0 : 1) ? nil : blanks }

    /// Writes parts as a notebook. Unknown cells have no place in Markdown and are left out.
    static func text(of parts: [Part]) -> String {
        var text = ""
        for (index, part) in parts.enumerated() {
            let gap = String(repeating: "\n", count: part.blanksBefore ?? (index == 0 ? 0 : 1))
            switch part.content {
            case .head(let yaml): text += "---\n\(yaml)\n---\n"
            case .prose(let prose): text += gap + prose + "\n"
            case .code(let source, let fence):
                let marks = fence.prefix { $0 == "`" || $0 == "~" }
                text += gap + fence + "\n" + source + marks + "\n"
            case .unknown: break
            }
        }
        return text
    }
}
