// ProseContents: the links, pictures, formulas and anchors of a document's prose.
import Notebook

/// What a document's prose holds that has to be checked before it becomes a page.
struct ProseContents {
    private(set) var links: [String] = []
    private(set) var images: [String] = []
    private(set) var formulas: [String] = []
    /// Names that links can end in: headings, cells, lines of cells.
    private(set) var anchors: Set<String> = []

    /// Goes through a document.
    init(_ document: Document) {
        for block in document.blocks { add(block) }
        for note in document.footnotes { note.content.forEach { add($0) } }
        for cell in document.cells {
            anchors.insert(cell.id)
            let lines = 1 + cell.source.utf8.count { $0 == 10 }
            for line in 1...lines { anchors.insert("\(cell.id)-L\(line)") }
        }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .heading(let heading):
            anchors.insert(heading.slug)
            add(heading.content)
        case .paragraph(let content): add(content)
        case .quote(let blocks), .callout(_, let blocks): blocks.forEach { add($0) }
        case .list(let list): list.items.flatMap(\.content).forEach { add($0) }
        case .math(let tex): formulas.append(tex)
        case .table(let table): (table.header + table.rows.flatMap { $0 }).forEach { add($0) }
        case .code, .thematicBreak, .html, .cell: break
        }
    }

    private mutating func add(_ content: [Inline]) {
        for piece in content {
            switch piece {
            case .link(let destination, _, let inner):
                links.append(destination)
                add(inner)
            case .image(let source, _, _): images.append(source)
            case .math(let tex): formulas.append(tex)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): add(inner)
            case .text, .code, .footnote, .softBreak, .lineBreak, .html: break
            }
        }
    }
}

extension Document {
    /// Where a piece of prose stands: the first line that holds `text` after one of the marks, else the first that holds it at all.
    func position(of text: String, after marks: [String]) -> Problem.Position {
        let lines = self.text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = text.split(separator: "\n").map { String($0) }.first { !$0.allSatisfy(\.isWhitespace) } ?? text
        for mark in marks + [""] where !(mark + first).isEmpty {
            for (index, line) in lines.enumerated() {
                guard let found = line.firstRange(of: mark + first) else { continue }
                let column = line.distance(from: line.startIndex, to: found.lowerBound) + mark.count + 1
                return Problem.Position(file: file, line: index + 1, column: column, endColumn: column + first.count, quoted: String(line))
            }
        }
        return Problem.Position(file: file, line: 1, quoted: String(line(1)))
    }
}
