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
        // Cells of unknown kinds stand in comments of three lines.
        let comment = lines[first...last].firstIndex { $0 == Part.commentMark }
        if let comment, comment + 2 <= last, let cell = Part.cell(inComment: lines[comment...comment + 2].joined(separator: "\n")) {
            let blanks = prose(lines[start..<comment], from: start, into: &parts)
            parts.append(Part(content: .unknown(cell), line: comment + 1, blanksBefore: usual(blanks, parts)))
            return prose(lines[(comment + 3)...], from: comment + 3, into: &parts)
        }
        let text = lines[first...last].joined(separator: "\n")
        parts.append(Part(content: .prose(text), line: first + 1, blanksBefore: usual(first - start, parts)))
        return lines.endIndex - 1 - last
    }

    private static func usual(_ blanks: Int, _ parts: [Part]) -> Int? { blanks == (parts.isEmpty ? 0 : 1) ? nil : blanks }

    /// What must be added to the marks of a fence so that no line of the code closes it.
    private static func longer(_ marks: Substring, for source: String) -> String {
        let runs = source.textLines.map { line -> Int in
            let text = line.drop { $0 == " " }
            let run = text.prefix { $0 == marks.first }
            let closes = line.count - text.count <= 3 && text.dropFirst(run.count).allSatisfy { $0 == " " || $0 == "\t" }
            return closes ? run.count : 0
        }
        let most = runs.max() ?? 0
        return String(repeating: marks.first.map(String.init) ?? "", count: most >= marks.count ? most + 1 - marks.count : 0)
    }

    /// Writes parts as a notebook.
    static func text(of parts: [Part]) -> String {
        var text = ""
        for (index, part) in parts.enumerated() {
            let gap = String(repeating: "\n", count: part.blanksBefore ?? (index == 0 ? 0 : 1))
            switch part.content {
            case .head(let yaml): text += "---\n\(yaml)\n---\n"
            case .prose(let prose): text += gap + prose + "\n"
            case .code(let source, let fence):
                let marks = fence.prefix { $0 == "`" || $0 == "~" }
                let longer = MarkdownText.longer(marks, for: source)
                text += gap + longer + fence + "\n" + source + longer + marks + "\n"
            case .unknown(let cell): text += gap + Part.comment(of: cell) + "\n"
            }
        }
        return text
    }
}
