// RecordWriter: what a cell put out → the lines of its record.
import Syntax

/// Writes outputs as the lines of a record.
enum RecordWriter {
    /// A text of more lines is folded to its first and last ones.
    private static let mostLines = 40
    private static let shownLines = 10
    /// How many points of a series are kept.
    static let samples = 16

    /// The record of a cell that ran.
    static func cell(_ cell: Cell, outputs: [Output]) -> Record.Cell {
        Record.Cell(id: cell.id, code: codeHash(cell.source), lines: lines(of: outputs))
    }

    /// A hash of the cell's tokens.
    static func codeHash(_ source: String) -> String { String(tokenHash(source).hex.prefix(6)) }

    /// A hash of the cell's tokens: comments and blanks inside a line do not count, indentation does.
    static func tokenHash(_ source: String) -> ContentHash {
        var hash = ContentHash()
        var pending = ""
        func add(_ token: some StringProtocol) {
            hash.add(pending + token)
            pending = ""
        }
        for piece in CodePiece.pieces(of: source) where piece.kind != .comment {
            guard piece.kind == .plain else {
                add(piece.text)
                continue
            }
            for (index, part) in piece.text.textLines.enumerated() {
                if index > 0 { pending = "\n" + part.prefix { $0 == " " || $0 == "\t" } }
                let solid = part.filter { !$0.isWhitespace }
                if !solid.isEmpty { add(solid) }
            }
        }
        return hash
    }

    /// The lines of outputs: printed text behind `| `, figures as their data.
    static func lines(of outputs: [Output]) -> [String] {
        var lines: [String] = []
        var text = ""
        func flush() {
            lines += folded(printed(text)).map { "| " + $0 }
            text = ""
        }
        for output in outputs {
            switch output {
            case .text(let piece): text += piece
            case .result(let value): text += (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + value + "\n"
            case .expectedError(let message): text += (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + message + "\n"
            case .warning: break  // Warnings name places of the machine they come from.
            case .figure(let figure):
                flush()
                lines += plot(figure)
            }
        }
        flush()
        return lines
    }

    /// The lines a reader sees: a carriage return starts its line again, control characters are written out.
    private static func printed(_ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var lines = text.textLines
        if lines.last == "" { lines.removeLast() }
        return lines.map { line in
            let shown = line.split(separator: "\r", omittingEmptySubsequences: true).last ?? ""
            return shown.unicodeScalars.map { scalar in
                scalar.value < 32 && scalar != "\t" || scalar.value == 127 ? "\\x" + hex(scalar.value) : String(scalar)
            }.joined()
        }
    }

    private static func hex(_ value: UInt32) -> String { (value < 16 ? "0" : "") + String(value, radix: 16) }

    private static func folded(_ lines: [String]) -> [String] {
        guard lines.count > mostLines else { return lines }
        return lines.prefix(shownLines) + ["...\(lines.count - 2 * shownLines) lines"] + lines.suffix(shownLines)
    }

    /// `plot "title"` and for each series its length, the ends of its first column and samples of its last.
    private static func plot(_ figure: FigureOutput) -> [String] {
        ["plot \(quoted(figure.title))"] + figure.tables.flatMap { table in
            if table.isGrid { return grid(table) }
            let columns = table.columns.map(quoted).joined(separator: " ")
            let values = table.rows.map { $0.last ?? .nan }
            let ends = table.rows.first.map { first in " from \(digits(first.first ?? .nan)) to \(digits(table.rows.last?.first ?? .nan))" } ?? ""
            let shown = sampled(values).map(digits).joined(separator: " ")
            return ["\(series)\(quoted(table.name)) of \(columns) n=\(table.rows.count)\(ends): \(shown)"]
        }
    }

    /// An image as its range and a coarse grid of levels from 00 to 99 within it; `--` where there is no number.
    private static func grid(_ table: FigureOutput.Table) -> [String] {
        let values = table.rows.joined().filter(\.isFinite)
        guard let least = values.min(), let most = values.max() else { return ["\(image)\(quoted(table.name)) without numbers"] }
        let range = most > least ? most - least : 1
        let rows = table.rows.map { row in
            levels + row.map { value -> String in
                guard value.isFinite else { return "--" }
                let level = Int(((value - least) / range * topLevel).rounded())
                return (level < 10 ? "0" : "") + String(level)
            }.joined(separator: " ")
        }
        return ["\(image)\(quoted(table.name)) from \(digits(least)) to \(digits(most)):"] + rows
    }

    /// How the lines begin that hold a series, the range of an image, and its levels.
    static let series = "  series "
    static let image = "  image "
    static let levels = "    levels "
    /// The level of an image's largest number; its smallest has 0.
    static let topLevel = 99.0

    /// Points of a series at equal distances, the first and the last among them.
    static func sampled(_ values: [Double]) -> [Double] {
        guard values.count > samples else { return values }
        return (0..<samples).map { values[$0 * (values.count - 1) / (samples - 1)] }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    /// Four significant digits.
    private static func digits(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : value.isNaN ? "nan" : value > 0 ? "inf" : "-inf" }
        if value == value.rounded(), abs(value) < 1e4 { return String(Int(value)) }
        return SignificantDigits.text(value, count: 4)
    }
}
