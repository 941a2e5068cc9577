// MarkdownReader: Markdown text → document, through libcmark.
import Ccmark_gfm

/// Reads Markdown notebooks.
struct MarkdownReader {
    private let lines: [Substring]
    private let math: MathSpans
    /// Quotes and lists may nest this deep: far beyond any lesson, far below the stack's end.
    static let mostDepth = 64
    private var depth = 0
    private var isTooDeep = false
    /// What was gathered before this text and by it.
    private(set) var gathered: DocumentParts

    /// Reads a text. Throws `Problems` with everything wrong in its head and its fences.
    static func read(text: String, file: String) throws -> Document {
        let head = FrontMatterReader(text: text, file: file)
        var gathered = DocumentParts(file: file, text: text, frontMatter: head.frontMatter)
        gathered.problems = head.problems
        var reader = MarkdownReader(body: head.body, lines: gathered.lines, gathered: gathered)
        let blocks = reader.blocks()
        return try reader.gathered.document(blocks)
    }

    /// Prepares to read a text whose lines are quoted from `lines`.
    init(body: String, lines: [Substring], gathered: DocumentParts) {
        self.lines = lines
        self.gathered = gathered
        math = MathSpans(body)
    }

    /// Parses the text and copies cmark's tree into ours.
    mutating func blocks() -> [Block] {
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
        guard depth < MarkdownReader.mostDepth else {
            if !isTooDeep { gathered.refuseDepth(at: node.line) }
            isTooDeep = true
            return []
        }
        depth += 1
        defer { depth -= 1 }
        return node.children.compactMap { read($0) }
    }

    private mutating func read(_ node: MarkdownNode) -> Block? {
        switch node.kind {
        case "heading":
            let content = inlines(of: node)
            let slug = gathered.heading(content.plainText)
            return .heading(Heading(level: node.headingLevel, content: content, slug: slug, line: node.line))
        case "paragraph": return paragraph(node)
        case "block_quote": return quote(node)
        case "list": return list(node)
        case "code_block": return fence(node)
        case "html_block": return .html(node.literal)
        case "thematic_break": return .thematicBreak
        case "table": return table(node)
        case "footnote_definition":
            let content = read(childrenOf: node)
            gathered.footnotes.append(Footnote(number: gathered.footnotes.count + 1, content: content))
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
        guard node.isFenced, gathered.frontMatter.run.contains(info.language) else {
            return .code(language: info.language, text: node.literal)
        }
        let quoted = node.line <= lines.count ? String(lines[node.line - 1]) : ""
        let column = quoted.firstRange(of: info.language).map { quoted.distance(from: quoted.startIndex, to: $0.lowerBound) } ?? 0
        let place = Problem.Position(file: gathered.file, line: node.line, column: column + 1, quoted: quoted)
        return gathered.addCell(node.literal, line: node.line + 1, indent: node.column - 1, info: info, at: place)
    }
}
