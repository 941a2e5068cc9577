// RecordCheck: fresh outputs against their record.

/// What a comparison of one cell found.
public struct CellCheck: Sendable, Equatable {
    /// The outcome for a cell.
    public enum Verdict: Sendable, Equatable {
        /// Every number is within its tolerance. `worst` is the largest used part of an allowance.
        case same(numbers: Int, worst: Double)
        case changed(Change)
        /// The code is not the recorded code; the outputs are within tolerance.
        case stale
        /// There is no record.
        case missing
        /// The cell asks not to be checked, or puts nothing out.
        case unchecked
    }

    /// How outputs differ.
    public struct Change: Sendable, Equatable {
        /// The first line that differs, recorded and fresh; nil for a line that the other side lacks.
        public var recorded: String?
        public var fresh: String?
        /// Numbers outside their tolerance.
        public var numbers: Int
        /// Numbers compared.
        public var compared: Int
        /// The largest difference as a multiple of what is allowed; infinite where words differ.
        public var worst: Double
        /// Whether the code differs too.
        public var codeChanged: Bool
    }

    public var cell: Cell
    public var verdict: Verdict
    /// What is recorded and what the cell put out now, as lines of a record.
    public var recorded: [String] = []
    public var fresh: [String] = []

    /// Whether the record holds.
    public var holds: Bool {
        switch verdict {
        case .same, .unchecked: true
        case .changed, .stale, .missing: false
        }
    }
}

/// Compares the outputs of a notebook with its record.
public struct RecordCheck {
    private let record: Record
    private let executed: ExecutedDocument
    /// How many times the usual tolerance is allowed where the notebook names none.
    private let looseness: Double

    /// Prepares a comparison.
    public init(_ executed: ExecutedDocument, with record: Record, looseness: Double = 1) {
        self.executed = executed
        self.record = record
        self.looseness = looseness
    }

    /// One verdict a cell, in order.
    public var cells: [CellCheck] {
        zip(executed.document.cells, executed.results).map { cell, result in
            let fresh = result.ending == .finished ? RecordWriter.lines(of: result.outputs) : []
            return CellCheck(cell: cell, verdict: verdict(cell, result), recorded: record.cell(cell.id)?.lines ?? [], fresh: fresh)
        }
    }

    /// Recorded cells that the notebook no longer has.
    public var orphans: [Record.Cell] {
        let ids = Set(executed.document.cells.map(\.id))
        return record.cells.filter { !ids.contains($0.id) }
    }

    /// The record with the fresh outputs of the cells that do not hold, and every other cell as it stands.
    public func accepted(only: String? = nil) -> Record {
        let ids = executed.document.cells.map(\.id)
        var cells: [Record.Cell] = []
        for (check, result) in zip(self.cells, executed.results) {
            let old = record.cell(check.cell.id)
            let takes = !check.holds && (only == nil || only == check.cell.id) && result.ending == .finished
            if takes { cells.append(RecordWriter.cell(check.cell, outputs: result.outputs)) } else if let old { cells.append(old) }
        }
        return Record(cells: cells.filter { ids.contains($0.id) })
    }

    private func verdict(_ cell: Cell, _ result: CellResult) -> CellCheck.Verdict {
        guard result.ending == .finished, cell.options.check != .skip else { return .unchecked }
        let fresh = RecordWriter.cell(cell, outputs: result.outputs)
        guard let old = record.cell(cell.id) else { return fresh.lines.isEmpty ? .unchecked : .missing }
        let comparison = LineComparison(
            tolerance: tolerance(of: cell, result), onlyShape: cell.options.check == .shape, rounded: result.rounded)
        var found = comparison.compare(recorded: old.lines, fresh: fresh.lines)
        if var change = found.change {
            change.codeChanged = old.code != fresh.code
            found.change = change
            return .changed(change)
        }
        return old.code == fresh.code ? .same(numbers: found.numbers, worst: found.worst) : .stale
    }

    /// What the fence says, else the head; else what float32 gives, and ten times that from the first training on, where small
    /// differences have been carried from step to step.
    private func tolerance(of cell: Cell, _ result: CellResult) -> Tolerance {
        let page = executed.document.frontMatter
        let trained = executed.results.prefix(cell.number).contains { $0.steps > 1 }
        return Tolerance(
            relative: cell.options.rtol ?? page.rtol ?? looseness * (trained ? Tolerance.trained : Tolerance.usual), absolute: cell.options.atol ?? page.atol)
    }
}
