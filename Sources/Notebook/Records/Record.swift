// Record: the outputs a notebook had when its author last looked at them, as kept in `NAME.rec`.

/// The recorded outputs of one notebook.
public struct Record: Sendable, Equatable {
    /// One recorded cell.
    public struct Cell: Sendable, Equatable {
        public var id: String
        /// The short hash of the cell's tokens.
        public var code: String
        /// The lines below the cell's heading, as they stand in the file.
        public var lines: [String]
        /// The line of the cell's heading in the file, from 1.
        public var line: Int

        /// Makes a recorded cell.
        public init(id: String, code: String, lines: [String], line: Int = 0) {
            self.id = id
            self.code = code
            self.lines = lines
            self.line = line
        }
    }

    public var cells: [Cell]

    /// The first line of every file.
    static let header = "litgrad-rec 1"

    /// Makes a record.
    public init(cells: [Cell] = []) { self.cells = cells }

    /// A document whose cells put out what is recorded of them: text as it stands. Drawings are not kept in records.
    public func replayed(for document: Document) -> ExecutedDocument {
        let results = document.cells.map { cell in
            guard let recorded = self.cell(cell.id) else { return CellResult(id: cell.id, ending: .notRun) }
            let text = recorded.lines.filter { $0.hasPrefix("| ") }.map { $0.dropFirst(2) + "\n" }.joined()
            return CellResult(id: cell.id, ending: .finished, outputs: text.isEmpty ? [] : [.text(text)])
        }
        return ExecutedDocument(document: document, results: results)
    }

    /// The recorded cell of a name.
    func cell(_ id: String) -> Cell? { cells.first { $0.id == id } }

    /// The file's text: cells in order, one heading each, a line break at the end.
    public var text: String {
        let cells = cells.map { cell in "== \(cell.id) code=\(cell.code)\n" + cell.lines.map { $0 + "\n" }.joined() }
        return Record.header + "\n" + cells.joined()
    }

    /// Reads a file. Cells whose lines hold marks of an unresolved merge are left out and reported.
    public static func read(_ text: String, file: String) throws -> (record: Record, problems: [Problem]) {
        let lines = text.textLines.map(String.init)
        guard lines.first == header else {
            let place = Problem.Position(file: file, line: 1, quoted: lines.first ?? "")
            throw Problems([Problem(.configuration, "not a record: its first line should be `\(header)`", at: place)])
        }
        var cells: [Cell] = []
        var torn: Set<String> = []
        var problems: [Problem] = []
        for (index, line) in lines.enumerated().dropFirst() {
            if ["<<<<<<<", "=======", ">>>>>>>"].contains(where: line.hasPrefix) {
                if line.hasPrefix("<<<<<<<") {
                    let place = Problem.Position(file: file, line: index + 1, quoted: line)
                    problems.append(Problem(.configuration, "an unresolved merge", at: place, help: "the cells it touches have no record until it is resolved"))
                }
                if let last = cells.last { torn.insert(last.id) }
            } else if line.hasPrefix("== ") {
                cells.append(heading(line, line: index + 1))
            } else if !cells.isEmpty, index + 1 < lines.count || !line.isEmpty {
                cells[cells.count - 1].lines.append(line)
            }
        }
        return (Record(cells: cells.filter { !torn.contains($0.id) }), problems)
    }

    /// `== name code=5b07aa`; words that a later version adds are passed over.
    private static func heading(_ line: String, line number: Int) -> Cell {
        let words = line.dropFirst(3)
        guard let code = words.range(of: " code=", direction: .last) else { return Cell(id: String(words), code: "", lines: [], line: number) }
        let hash = words[code.upperBound...].prefix { $0 != " " }
        return Cell(id: String(words[..<code.lowerBound]), code: String(hash), lines: [], line: number)
    }
}

extension Substring {
    enum Direction { case first, last }

    /// Where a text stands in this one.
    func range(of text: String, direction: Direction) -> Range<Index>? {
        direction == .first ? firstRange(of: text) : ranges(of: text).last
    }
}
