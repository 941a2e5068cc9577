// CheckedNotebook: what a check found in one notebook.

/// What a check found in one notebook.
public struct CheckedNotebook: Sendable {
    public let file: String
    /// Failed cells, wrong settings, torn records.
    public var problems: [Problem]
    /// Verdicts in cell order.
    public private(set) var cells: [CellCheck] = []
    /// Names of recorded cells that the notebook no longer has.
    public private(set) var orphans: [String] = []
    public private(set) var seconds = 0.0
    /// Whether the cells that did not hold have been written into the record.
    public private(set) var isAccepted = false
    /// Whether there was no record before.
    private(set) var hasNewRecord = false
    private var strict = false

    /// A notebook that could not be read.
    public init(file: String, problems: [Problem]) {
        self.file = file
        self.problems = problems
    }

    /// A notebook that was executed. `only` keeps the verdict of one cell.
    public init(file: String, executed: ExecutedDocument, check: RecordCheck, only: String?, strict: Bool) {
        self.file = file
        self.strict = strict
        problems = executed.problems
        cells = check.cells.filter { only == nil || $0.cell.id == only }
        orphans = check.orphans.map(\.id)
        seconds = executed.results.reduce(0) { $0 + $1.seconds }
    }

    /// Says that the record has been brought up to date, or that there is one now.
    public mutating func accept(isNew: Bool) { (isAccepted, hasNewRecord) = (true, isNew) }

    /// The cells whose record does not hold.
    public var differing: [CellCheck] {
        cells.filter { !$0.holds && (strict || $0.verdict != .missing) }
    }

    /// Cells whose outputs nobody compares.
    public var uncheckedLines: [Int] { cells.filter { $0.verdict == .unchecked && $0.cell.options.check == .skip }.map { $0.cell.line - 1 } }

    /// Whether a check of this notebook counts as passed.
    public var passes: Bool { problems.isEmpty && (isAccepted || differing.isEmpty && !(strict && !orphans.isEmpty)) }
}
