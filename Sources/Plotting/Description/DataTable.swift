// Defines DataTable: the numbers behind a figure, few enough to be read and recorded.

/// The numbers behind one series in data space.
public struct DataTable: Hashable, Sendable {
    /// The series' name, or what kind of picture it is; the names of bars and slices follow.
    public let title: String
    public let columns: [String]
    public let rows: [[Double]]

    /// The tables of a figure. Of a long series they hold `limit` rows, evenly chosen with the first and the last; of an image the means
    /// of at most 8 by 8 blocks.
    public static func tables(of figure: Figure, limit: Int = 100) -> [DataTable] {
        figure.charts.filter(\.isVisible).flatMap { chart in
            chart.marks.filter(\.traits.isVisible).compactMap(\.series).map { DataTable($0, chart: chart, limit: max(limit, 2)) }
        }
    }

    private init(_ series: Series, chart: Chart, limit: Int) {
        let names = [MathText.plain(chart.title), series.name.map(MathText.plain) ?? series.kind.rawValue].filter { !$0.isEmpty }
        let name = names.joined(separator: ": ")
        if let grid = series.grid {
            (title, columns, rows) = DataTable.blocks(series, grid, name)
            return
        }
        title = series.rowNames.isEmpty ? name : name + " (" + series.rowNames.prefix(20).map(MathText.plain).joined(separator: ", ") + ")"
        columns = series.columns.map { column in
            switch column.name {
            case "x" where !chart.x.label.isEmpty: MathText.plain(chart.x.label)
            case "y" where !chart.y.label.isEmpty: MathText.plain(chart.y.label)
            default: column.name
            }
        }
        let count = series.count
        let chosen = count <= limit ? Array(0..<count) : (0..<limit).map { $0 * (count - 1) / (limit - 1) }
        rows = chosen.map { row in series.columns.map { $0.values.indices.contains(row) ? $0.values[row] : .nan } }
    }

    /// An image as a coarse grid of means.
    private static func blocks(_ series: Series, _ grid: (rows: Int, columns: Int), _ name: String) -> (String, [String], [[Double]]) {
        let values = series.columns[0].values
        let (down, across) = (min(grid.rows, 8), min(grid.columns, 8))
        guard down > 0, across > 0, values.count >= grid.rows * grid.columns else { return (name, [], []) }
        let rows = (0..<down).map { row in
            (0..<across).map { column -> Double in
                let (top, bottom) = (row * grid.rows / down, (row + 1) * grid.rows / down)
                let (left, right) = (column * grid.columns / across, (column + 1) * grid.columns / across)
                var (sum, count) = (0.0, 0)
                for r in top..<bottom {
                    for c in left..<right where values[r * grid.columns + c].isFinite {
                        sum += values[r * grid.columns + c]
                        count += 1
                    }
                }
                return count > 0 ? sum / Double(count) : .nan
            }
        }
        return ("\(name) (\(grid.rows) × \(grid.columns))", (1...across).map(String.init), rows)
    }
}
