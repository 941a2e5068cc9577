// MosaicReading: charts laid out as letters or names are (`subplot_mosaic`).
import Plotting
import Runtime

/// A picture of a layout: rows of names; equal names are one chart, which must be a rectangle.
struct MosaicReading {
    private let rows: [[Value]]

    /// Reads 'AB;CC', the same on lines, or lists of lists.
    init(_ mosaic: Value) throws {
        if let text = mosaic.text {
            let lines = text.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
            rows = lines.map { $0.map { .string(String($0)) } }
        } else {
            rows = try mosaic.elements().map { try $0.elements() }
        }
        guard let first = rows.first, !first.isEmpty, rows.allSatisfy({ $0.count == first.count }) else {
            throw Raised.valueError("All of the rows must be the same length")
        }
        guard rows.count <= 100, first.count <= 100 else { throw Raised.valueError("a grid has 1 to 100 rows and columns") }
    }

    /// The charts by their names, in the order in which they begin.
    func charts(on figure: FigureObject, _ dict: DictObject) throws -> Value {
        var keywords = try Keywords(dict, owner: "Figure")
        let grid = keywords.take("gridspec_kw")?.as(DictObject.self)
        let own = keywords.take("subplot_kw")?.as(DictObject.self)
        let empty = keywords.take("empty_sentinel") ?? .string(".")
        let widths = try (keywords.take("width_ratios") ?? grid?["width_ratios"]).map(NumberGrid.init)?.values ?? []
        let heights = try (keywords.take("height_ratios") ?? grid?["height_ratios"]).map(NumberGrid.init)?.values ?? []
        keywords.accept("sharex", "sharey", "per_subplot_kw", "layout", "constrained_layout", "tight_layout", "dpi", "facecolor", "num")
        try keywords.finish()
        let result = DictObject(named: [])
        for (row, names) in rows.enumerated() {
            for (column, name) in names.enumerated() {
                if try name.equals(empty) { continue }
                if try result.table.value(name) != nil { continue }
                var cell = try span(of: name, row: row, column: column)
                (cell.widthRatios, cell.heightRatios) = (widths, heights)
                var properties = try Keywords(own ?? DictObject(named: []), owner: "Axes")
                let axes = figure.add(.cell(cell), projection: try Projection(&properties))
                try result.setItem(name, .object(axes))
            }
        }
        return .object(result)
    }

    /// The rectangle that begins at a place and holds one name.
    private func span(of name: Value, row: Int, column: Int) throws -> GridCell {
        func holds(_ row: Int, _ column: Int) throws -> Bool { try rows[row][column].equals(name) }
        var (bottom, right) = (row + 1, column + 1)
        while right < rows[0].count, try holds(row, right) { right += 1 }
        while bottom < rows.count, try holds(bottom, column) { bottom += 1 }
        for (y, names) in rows.enumerated() {
            for x in names.indices where try holds(y, x) != ((row..<bottom).contains(y) && (column..<right).contains(x)) {
                throw Raised.valueError("While trying to layout\n\(try Value.list(rows.map { .list($0) }).repr())\nwe found that the label \(try name.repr()) specifies a non-rectangular or non-contiguous area.")
            }
        }
        return GridCell(rows: rows.count, columns: rows[0].count, row: row..<bottom, column: column..<right)
    }
}
