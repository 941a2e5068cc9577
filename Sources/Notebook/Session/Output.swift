// Output: one thing a cell put out. Plain data, so that it can be shown, stored, compared and replayed.
import Runtime

/// One thing a cell put out, in the order it appeared.
public enum Output: Sendable, Equatable {
    /// What was printed. Neighbouring pieces are one output.
    case text(String)
    /// What was written to the error stream, such as warnings.
    case warning(String)
    /// The value of the cell's last bare expression, as its `repr`.
    case result(String)
    case figure(FigureOutput)
    /// The exception that the cell was expected to raise: `RuntimeError: mat1 and mat2 …`.
    case expectedError(String)
}

/// A drawing with the data behind it.
public struct FigureOutput: Sendable, Equatable {
    /// The figure's title; empty where it has none.
    public var title: String
    /// The drawing. Ids in it start with the cell's name, so they are unique on the page.
    public var svg: String
    /// The data, one table a series.
    public var tables: [Table]

    /// The data of one series.
    public struct Table: Sendable, Equatable {
        public var name: String
        public var columns: [String]
        public var rows: [[Double]]

        /// Whether it is an image: a grid of means, its columns numbered from 1.
        var isGrid: Bool { columns.count > 1 && columns == (1...columns.count).map(String.init) }

        /// Makes a table.
        public init(name: String, columns: [String], rows: [[Double]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    /// Makes a figure.
    public init(title: String, svg: String, tables: [Table]) {
        self.title = title
        self.svg = svg
        self.tables = tables
    }
}

/// What became of one cell.
public struct CellResult: Sendable, Equatable {
    /// How the cell ended.
    public enum Ending: Sendable, Equatable {
        case finished
        /// Marked `skip`.
        case skipped
        /// An earlier cell failed, or the run was asked to stop before this one.
        case notRun
        case failed(Problem)
    }

    /// The cell's name.
    public var id: String
    public var ending: Ending
    public var outputs: [Output]
    /// Wall-clock time.
    public var seconds: Double
    /// How often a number was followed downhill: the steps of a training.
    public var steps = 0
    /// What was meant by rounded numbers in the outputs.
    public var rounded = RoundedNumbers()
    /// The line of the first random number that comes from a generator nobody seeded; nil where there is none.
    public var unseededLine: Int?

    /// Makes a result.
    public init(id: String, ending: Ending, outputs: [Output] = [], seconds: Double = 0) {
        self.id = id
        self.ending = ending
        self.outputs = outputs
        self.seconds = seconds
    }

    /// The problem, if the cell failed.
    public var problem: Problem? { if case .failed(let problem) = ending { problem } else { nil } }
}

/// A document with what its cells put out.
public struct ExecutedDocument: Sendable {
    public var document: Document
    /// One result for each cell of the document, in order.
    public var results: [CellResult]

    /// Pairs a document with its results.
    public init(document: Document, results: [CellResult]) {
        self.document = document
        self.results = results
    }

    /// What went wrong, in order.
    public var problems: [Problem] { results.compactMap(\.problem) }
}
