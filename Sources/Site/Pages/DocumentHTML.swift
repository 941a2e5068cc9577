// DocumentHTML: a document's prose and cells as HTML.
import Notebook

/// Writes the blocks of a document with its cells among them.
struct DocumentHTML {
    private let prose: ProseHTML
    private let document: Document
    private let ui: [String: String]

    /// Prepares to write a document of a site with what its cells put out.
    init(_ executed: ExecutedDocument, site: SiteBuilder, ui: [String: String]) throws {
        let file = executed.document.file
        try self.init(executed, links: site.check.links[file] ?? Links(), waiting: site.waiting[file] ?? [], theme: site.theme, ui: ui)
    }

    /// Prepares to write a document with what its cells put out; those in `waiting` are marked as still to come.
    init(_ executed: ExecutedDocument, links: Links, waiting: Set<String> = [], theme: Theme, ui: [String: String]) throws {
        document = executed.document
        let cells = try document.cells.enumerated().map { index, cell in
            guard cell.options.hide != .cell else { return "" }
            let result = executed.results.indices.contains(index) ? executed.results[index] : nil
            return try theme.render(CellView(cell, result: result, waits: waiting.contains(cell.id), ui: ui), template: "cell")
        }
        var prose = ProseHTML(links: links)
        prose.allowedElements = Set(document.frontMatter.html.map { $0.lowercased() })
        prose.calloutTitle = { ui[$0.rawValue] ?? $0.rawValue.capitalized }
        prose.cell = { cells[$0] }
        self.prose = prose
        self.ui = ui
    }

    /// Some of the document's blocks.
    func html(_ blocks: some Sequence<Block>) -> String { prose.html(Array(blocks)) }

    /// The notes at the end of the page.
    var footnotes: String { prose.footnotes(document.footnotes, title: ui["footnotes"] ?? "", back: ui["back"] ?? "") }
}
