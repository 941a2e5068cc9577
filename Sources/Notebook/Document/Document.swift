// Document: a notebook as read from a file, before anything is executed.

/// A notebook: prose blocks in reading order, with the cells among them.
///
/// Every reader (Markdown, `.py`, `.ipynb`) makes one of these; the session, the site and the converters read it.
public struct Document: Sendable {
    /// The file as the user named it; error messages repeat it.
    public var file: String
    /// The whole text that line and column numbers refer to.
    public var text: String
    /// What the head of the file declares.
    public var frontMatter: FrontMatter
    /// The blocks in reading order. A cell appears as `.cell(index)` into `cells`.
    public var blocks: [Block]
    /// The cells in order of execution.
    public var cells: [Cell]
    /// Footnotes in the order of their first mention.
    public var footnotes: [Footnote]
    /// The files that its cells may read.
    public var data: [DataFile] = []

    /// Makes a document from its parts.
    public init(
        file: String, text: String, frontMatter: FrontMatter = FrontMatter(), blocks: [Block] = [], cells: [Cell] = [],
        footnotes: [Footnote] = []
    ) {
        self.file = file
        self.text = text
        self.frontMatter = frontMatter
        self.blocks = blocks
        self.cells = cells
        self.footnotes = footnotes
    }

    /// The title: from the front matter, else the first heading of level 1, else the file's name without its ending.
    public var title: String {
        if let title = frontMatter.title { return title }
        for case .heading(let heading) in blocks where heading.level == 1 { return heading.content.plainText }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// All headings in reading order, for outlines and anchors.
    public var headings: [Heading] {
        blocks.compactMap { if case .heading(let heading) = $0 { heading } else { nil } }
    }

    /// The text of a line, counted from 1, without its line break; empty past the end.
    public func line(_ number: Int) -> Substring {
        var current = 1
        var rest = text.utf8[...]
        while current < number {
            guard let newline = rest.firstIndex(of: 10) else { return "" }
            rest = rest[rest.index(after: newline)...]
            current += 1
        }
        let end = rest.firstIndex(of: 10) ?? rest.endIndex
        return text[rest.startIndex..<end]
    }
}

/// A note that is set at the end of the page and referred to by its number.
public struct Footnote: Sendable, Equatable {
    /// The number the reader sees, counted from 1.
    public var number: Int
    /// The note itself.
    public var content: [Block]
}
