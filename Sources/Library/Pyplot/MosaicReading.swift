// MosaicReading: charts laid out as letters or names are (`subplot_mosaic`).
import Plotting
import Runtime

/// A picture of a layout: rows of names; equal names are one chart, which must be a rectangle.
struct MosaicReading {
    private let rows: [[Value]]
    private var empty = Value.string(".")
    private var own: DictObject?
    /// Properties of single charts, by their names.
    private var single: DictObject?
    private var ratios: (widths: [Double], heights: [Double]) = ([], [])
    private var gaps: (across: Double?, down: Double?)
    private var sharing: (x: Bool, y: Bool) = (false, false)

    /// Reads 'AB;CC', the same on lines, or lists of lists.
    init(_ mosaic: Value) throws {
        if let text = mosaic.text {
            let lines = text.split(whereSeparator: { $0 == ";" || $0 == "\n" }).map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
            rows = lines.map { $0.map { .string(String($0)) } }
        } else {
            rows = try mosaic.elements().map { try $0.elements() }
        }
        guard let first = rows.first, !first.isEmpty else { throw Raised.valueError("a mosaic needs a row and a name in it") }
        for (index, row) in rows.enumerated() where row.count != first.count {
            let texts = (try Value.list(first).repr(), try Value.list(row).repr())
            throw Raised.valueError("All of the rows must be the same length, however the first row (\(texts.0)) has length \(first.count) and row \(index) (\(texts.1)) has length \(row.count).")
        }
        guard rows.count <= 100, first.count <= 100 else { throw Raised.valueError("a grid has 1 to 100 rows and columns") }
    }

    /// Reads the keywords that say how the charts are; gives back those about the figure.
    mutating func read(_ dict: DictObject) throws -> DictObject {
        var keywords = try Keywords(dict, owner: "Figure")
        let grid = keywords.take("gridspec_kw")?.as(DictObject.self)
        own = keywords.take("subplot_kw")?.as(DictObject.self)
        single = keywords.take("per_subplot_kw")?.as(DictObject.self)
        empty = keywords.take("empty_sentinel") ?? empty
        ratios = (try (keywords.take("width_ratios") ?? grid?["width_ratios"]).map(NumberGrid.init)?.values ?? [],
                  try (keywords.take("height_ratios") ?? grid?["height_ratios"]).map(NumberGrid.init)?.values ?? [])
        gaps = (try grid?["wspace"]?.number(), try grid?["hspace"]?.number())
        sharing = (try keywords.flag("sharex") ?? false, try keywords.flag("sharey") ?? false)
        return keywords.remainder()
    }

    /// The charts by their names, in the order in which they begin.
    func charts(on figure: FigureObject) throws -> Value {
        figure.figure.horizontalGap = gaps.across ?? figure.figure.horizontalGap
        figure.figure.verticalGap = gaps.down ?? figure.figure.verticalGap
        let groups = (x: sharing.x ? figure.newGroup() : nil, y: sharing.y ? figure.newGroup() : nil)
        let result = DictObject(named: [])
        for (row, names) in rows.enumerated() {
            for (column, name) in names.enumerated() {
                if try name.equals(empty) { continue }
                if try result.table.value(name) != nil { continue }
                var cell = try span(of: name, row: row, column: column)
                (cell.widthRatios, cell.heightRatios) = ratios
                let properties = try FigureRows.merged([own, single.flatMap { try $0.table.value(name)?.as(DictObject.self) }])
                let axes = try FigureRows.add(.cell(cell), to: figure, properties)
                (axes.model.sharedX, axes.model.sharedY) = groups
                // Inner labels of a shared axis would only repeat those at the rim.
                FigureRows.labelOuter(axes, x: sharing.x, y: sharing.y)
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
