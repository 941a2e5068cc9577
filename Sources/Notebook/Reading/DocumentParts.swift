// DocumentParts: what a reader gathers besides the blocks: cells, footnotes, names, problems.

/// What a reader gathers while it goes through the prose and code of one document.
struct DocumentParts {
    let file: String
    let text: String
    let frontMatter: FrontMatter
    let lines: [Substring]
    var footnotes: [Footnote] = []
    var problems: [Problem] = []
    private var cells: [Cell] = []
    private var slugs = Slugs()
    private var names = CellNames()

    /// Begins a document.
    init(file: String, text: String, frontMatter: FrontMatter) {
        self.file = file
        self.text = text
        self.frontMatter = frontMatter
        lines = text.textLines
    }

    /// The text of a line, from 1; empty outside the document.
    func line(_ number: Int) -> Substring { lines.indices.contains(number - 1) ? lines[number - 1] : "" }

    /// The anchor of a heading; cells that follow are named by it.
    mutating func heading(_ text: String) -> String {
        let slug = slugs.heading(text)
        names.enter(heading: slug)
        return slug
    }

    /// Adds a cell. `start` is where its info string begins, for errors in its options.
    mutating func addCell(_ source: String, line: Int, indent: Int, info: InfoString, at start: Problem.Position) -> Block {
        let (options, wrong) = info.options(at: start)
        problems += wrong
        let name = names.next()
        cells.append(
            Cell(
                id: options.id ?? name, number: cells.count + 1, language: info.language, source: source, line: line, indent: indent,
                options: options))
        return .cell(cells.count - 1)
    }

    /// Refuses quotes and lists that nest too deep.
    mutating func refuseDepth(at line: Int) {
        let place = Problem.Position(file: file, line: line, quoted: String(self.line(line).prefix(200)))
        problems.append(Problem(.configuration, "quotes and lists nested more than \(MarkdownReader.mostDepth) deep", at: place))
    }

    /// The finished document. Throws `Problems` with everything that was wrong.
    func document(_ blocks: [Block]) throws -> Document {
        let all = problems + repeatedNames()
        guard all.isEmpty else { throw Problems(all) }
        return Document(file: file, text: text, frontMatter: frontMatter, blocks: blocks, cells: cells, footnotes: footnotes)
    }

    /// Two cells of one name could not be told apart in records and links.
    private func repeatedNames() -> [Problem] {
        var first: [String: Int] = [:]
        return cells.compactMap { cell in
            guard let line = first[cell.id] else {
                first[cell.id] = cell.line - 1
                return nil
            }
            let place = Problem.Position(file: file, line: cell.line - 1, quoted: String(self.line(cell.line - 1)))
            return Problem(.configuration, "two cells are named `\(cell.id)`; the other stands at line \(line)", at: place)
        }
    }
}
