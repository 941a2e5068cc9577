// Defines DataTable: the numbers behind a figure, as rows of text.

/// The numbers behind one series, as rows of text.
public struct DataTable: Hashable, Sendable {
    public let title: String
    public let header: [String]
    public let rows: [[String]]
    /// How many rows were left out between those shown.
    public let omitted: Int

    /// The tables of a figure; of a long series `limit` rows, evenly chosen with the first and the last. Images have none: their grid
    /// says less than their description.
    public static func tables(of figure: Figure, limit: Int = 60) -> [DataTable] {
        figure.charts.filter(\.isVisible).flatMap { chart in
            chart.marks.filter(\.traits.isVisible).compactMap(\.series).enumerated().compactMap { index, series in
                DataTable(series, chart: chart, number: index + 1, limit: max(limit, 2))
            }
        }
    }

    private init?(_ series: Series, chart: Chart, number: Int, limit: Int) {
        guard series.grid == nil, series.count > 0 else { return nil }
        let names = [MathText.plain(chart.title), series.name.map(MathText.plain) ?? ""].filter { !$0.isEmpty }
        title = names.isEmpty ? "Series \(number)" : names.joined(separator: ": ")
        header = (series.rowNames.isEmpty ? [] : [""]) + series.columns.map { column in
            switch column.name {
            case "x" where !chart.x.label.isEmpty: MathText.plain(chart.x.label)
            case "y" where !chart.y.label.isEmpty: MathText.plain(chart.y.label)
            default: column.name
            }
        }
        let count = series.count
        let chosen = count <= limit ? Array(0..<count) : (0..<limit).map { $0 * (count - 1) / (limit - 1) }
        rows = chosen.map { row in
            let names = series.rowNames.isEmpty ? [] : [row < series.rowNames.count ? series.rowNames[row] : ""]
            return names + series.columns.map { $0.values.indices.contains(row) ? NumberText.short($0.values[row]) : "" }
        }
        omitted = count - chosen.count
    }
}
