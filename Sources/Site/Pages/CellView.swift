// CellView: what the template of a cell is given.
import Foundation
import Notebook

/// A cell with its outputs, as `cell.mustache` reads it.
struct CellView {
    let id: String
    let number: Int
    /// Highlighted HTML.
    let code: String
    let hideCode: Bool
    let hideOutput: Bool
    let fold: Bool
    /// Whether the outputs are older than the code, or still to come.
    let waits: Bool
    let ui: [String: String]
    let outputs: [OutputView]

    /// Prepares a cell for its template. The result is nil where the cell has not been executed.
    init(_ cell: Cell, result: CellResult?, waits: Bool, ui: [String: String]) {
        id = cell.id
        number = cell.number
        code = Highlighter.html(cell.source, id: cell.id)
        hideCode = cell.options.hide == .code
        hideOutput = cell.options.hide == .output
        fold = cell.options.fold
        self.waits = waits
        self.ui = ui
        var outputs = result?.outputs.map(OutputView.init) ?? []
        if let problem = result?.problem { outputs.append(OutputView(problem)) }
        self.outputs = outputs
    }
}

/// One output; exactly one of the members is set.
struct OutputView {
    var text: String?
    var warning: String?
    var result: String?
    var error: ErrorView?
    var figure: FigureView?

    /// Prepares an output for its template.
    init(_ output: Output) {
        switch output {
        case .text(let text): self.text = text
        case .warning(let text): warning = text
        case .result(let text): result = text
        case .figure(let figure): self.figure = FigureView(figure)
        case .expectedError(let message): error = ErrorView(summary: message, detail: nil)
        }
    }

    /// Prepares a failure for its template.
    init(_ problem: Problem) { error = ErrorView(summary: problem.message, detail: problem.text) }
}

/// An exception as the page shows it.
struct ErrorView {
    let summary: String
    let detail: String?
}

/// A drawing with the table of its data.
struct FigureView {
    let svg: String
    let caption: String
    /// How wide the drawing is where there is room, in CSS pixels.
    let width: String
    /// HTML.
    let table: String?

    /// Prepares a figure for its template.
    init(_ figure: FigureOutput) {
        svg = figure.svg
        caption = figure.title
        width = figure.svg.prefix(400).firstMatch(of: /\swidth="([0-9.]+)"/).map { String($0.output.1) } ?? "0"
        table = figure.tables.isEmpty ? nil : figure.tables.map(FigureView.html).joined()
    }

    /// Rows of a series that the page shows; more are counted.
    private static let mostRows = 200

    private static func html(_ table: FigureOutput.Table) -> String {
        let head = table.columns.map { "<th>\(HTML.escape($0))</th>" }.joined()
        let rows = table.rows.prefix(mostRows).map { row in
            "<tr>\(row.map { "<td>\(number($0))</td>" }.joined())</tr>\n"
        }
        let rest = table.rows.count - rows.count
        let more = rest > 0 ? "<tr><td colspan=\"\(max(table.columns.count, 1))\">… \(rest)</td></tr>\n" : ""
        return "<table><caption>\(HTML.escape(table.name))</caption><thead><tr>\(head)</tr></thead>\n<tbody>\(rows.joined())\(more)</tbody></table>\n"
    }

    /// Six significant digits, without a point for whole numbers.
    private static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        return String(format: "%.6g", value)
    }
}
