// MarkdownReader: Markdown text → document, through libcmark.
import Ccmark_gfm

/// Reads Markdown notebooks.
struct MarkdownReader {
    private let file: String
    private let lines: [Substring]
    private let frontMatter: FrontMatter
    private let math: MathSpans
    private var problems: [Problem]
    private var cells: [Cell] = []
    private var footnotes: [Footnote] = []
    private var slugs = Slugs()
    private var names = CellNames()

    /// Reads a text. Throws `Problems` with everything wrong in its head and its fences.
    static func read(text: String, file: String) throws -> Document {
        var reader = MarkdownReader(text: text, file: file)
        let blocks = reader.blocks()
        reader.refuseRepeatedNames()
        guard reader.problems.isEmpty else { throw Problems(reader.problems) }
        return Document(
            file: file, text: text, frontMatter: reader.frontMatter, blocks: blocks, cells: reader.cells, footnotes: reader.footnotes)
    }

    private init(text: String, file: String) {
        let head = FrontMatterReader(text: text, file: file)
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        frontMatter = head.frontMatter
        problems = head.problems
        math = MathSpans(head.body)
    }

    /// Parses the text and copies cmark's tree into ours.
    private mutating func blocks() -> [Block] {
        cmark_gfm_core_extensions_ensure_registered()
        let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_FULL_INFO_STRING | CMARK_OPT_VALIDATE_UTF8)
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        var text = math.text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        let root = cmark_parser_finish(parser)
        defer { cmark_node_free(root) }
        return root.map { read(childrenOf: MarkdownNode($0)) } ?? []
    }

    private mutating func read(childrenOf node: MarkdownNode) -> [Block] {
        node.children.compactMap { read($0) }
    }

    private mutating func read(_ node: MarkdownNode) -> Block? {
        switch node.kind {
        case "heading":
            let content = inlines(of: node)
            let slug = slugs.heading(content.plainText)
            names.enter(heading: slug)
            return .heading(Heading(level: node.headingLevel, content: content, slug: slug, line: node.line))
        case "paragraph": return paragraph(node)
        case "block_quote": return quote(node)
        case "list": return list(node)
        case "code_block": return fence(node)
        case "html_block": return .html(node.literal)
        case "thematic_break": return .thematicBreak
        case "table": return table(node)
        case "footnote_definition":
            footnotes.append(Footnote(number: footnotes.count + 1, content: read(childrenOf: node)))
            return nil
        default: return nil
        }
    }

    private func inlines(of node: MarkdownNode) -> [Inline] { InlineReader(math: math).read(childrenOf: node) }

    /// A paragraph that is nothing but one `$$…$$` is a formula on lines of its own.
    private func paragraph(_ node: MarkdownNode) -> Block {
        let content = inlines(of: node)
        let solid = content.filter { $0 != .softBreak && $0 != .text("") }
        if solid.count == 1, case .math(let tex) = solid[0], math.spans.contains(where: { $0.display && $0.tex == tex }) {
            return .math(tex)
        }
        return .paragraph(content)
    }

    /// A quote whose first line is `[!NOTE]` or one of its kin is a callout.
    private mutating func quote(_ node: MarkdownNode) -> Block {
        var content = read(childrenOf: node)
        guard case .paragraph(var words)? = content.first, case .text(let mark)? = words.first, mark.hasPrefix("[!"), mark.hasSuffix("]"),
            let kind = CalloutKind(rawValue: mark.dropFirst(2).dropLast().lowercased()), words.count == 1 || words[1] == .softBreak
        else { return .quote(content) }
        words.removeFirst(min(2, words.count))
        content.removeFirst()
        return .callout(kind, words.isEmpty ? content : [.paragraph(words)] + content)
    }

    private mutating func list(_ node: MarkdownNode) -> Block {
        var items: [List.Item] = []
        for item in node.children { items.append(List.Item(ticked: item.ticked, content: read(childrenOf: item))) }
        return .list(List(start: node.listStart, tight: node.listIsTight, items: items))
    }

    private func table(_ node: MarkdownNode) -> Block {
        let rows = node.children.map { row in row.children.map { inlines(of: $0) } }
        return .table(Table(alignments: node.columnAlignments, header: rows.first ?? [], rows: Array(rows.dropFirst())))
    }

    /// A fence: a formula, a cell, or code that is only shown.
    private mutating func fence(_ node: MarkdownNode) -> Block {
        let info = InfoString(node.fenceInfo)
        if info.language == "math" { return .math(node.literal) }
        guard node.isFenced, frontMatter.run.contains(info.language) else {
            return .code(language: info.language, text: node.literal)
        }
        let quoted = node.line <= lines.count ? String(lines[node.line - 1]) : ""
        let infoColumn = quoted.range(of: info.language).map { quoted.distance(from: quoted.startIndex, to: $0.lowerBound) } ?? 0
        let (options, wrong) = info.options { word in
            let column = infoColumn + word.column
            return Problem.Position(file: file, line: node.line, column: column, endColumn: column + word.length, quoted: quoted)
        }
        problems += wrong
        let name = names.next()
        cells.append(
            Cell(
                id: options.id ?? name, number: cells.count + 1, language: info.language, source: node.literal, line: node.line + 1,
                indent: node.column - 1, options: options))
        return .cell(cells.count - 1)
    }

    /// Two cells of one name could not be told apart in records and links.
    private mutating func refuseRepeatedNames() {
        var first: [String: Int] = [:]
        for cell in cells {
            guard let line = first[cell.id] else {
                first[cell.id] = cell.line - 1
                continue
            }
            let place = Problem.Position(file: file, line: cell.line - 1, quoted: String(lines[cell.line - 2]))
            problems.append(Problem(.configuration, "two cells are named `\(cell.id)`; the other stands at line \(line)", at: place))
        }
    }
}
