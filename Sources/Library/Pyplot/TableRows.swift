// TableRows: tables of words beside a chart (`table`).
import Plotting
import Runtime

/// Tables of words beside a chart.
enum TableRows {
    /// The methods.
    static let all: [Row] = [
        def("table(self, cellText=None, cellColours=None, cellLoc='right', colWidths=None, rowLabels=None, rowColours=None, rowLoc='left', "
            + "colLabels=None, colColours=None, colLoc='center', loc='bottom', bbox=None, edges='closed', **kwargs)", "Adds a table of words.",
            example: "import matplotlib.pyplot as plt\nplt.table(cellText=[['1', '2']], colLabels=['a', 'b'])") {
            (axes: AxesObject, texts: Value, fills: Value, side: String, widths: [Double]?, rowNames: Value, rowFills: Value, rowSide: String, names: Value,
             nameFills: Value, nameSide: String, place: Value, box: Value, edges: String, dict: DictObject) in
            var reading = try TableReading(texts, fills, side)
            try reading.name(rows: rowNames, rowFills, rowSide)
            try reading.name(columns: names, nameFills, nameSide)
            var mark = TableMark(rows: reading.rows, widths: widths, place: try TableReading.place(place, box))
            mark.hasRowNames = reading.hasRowNames
            mark.hasLines = edges != "open"
            var keywords = try Keywords(dict, owner: "Table")
            if let size = keywords.take("fontsize") { try mark.setSize(StyleReading.size(size, base: TextSize.tick)) }
            try keywords.traits(&mark.traits)
            try keywords.finish()
            return TableObject(axes.add(mark, as: .table, given: keywords), hasColumnNames: reading.hasColumnNames)
        },
    ]
}

/// Reads the arguments of `table`.
private struct TableReading {
    private(set) var rows: [[TableMark.Cell?]] = []
    private(set) var hasRowNames = false
    private(set) var hasColumnNames = false

    init(_ texts: Value, _ fills: Value, _ side: String) throws {
        guard !texts.isNone || !fills.isNone else { throw Raised.valueError("At least one argument from \"cellColours\" or \"cellText\" must be provided to create a table.") }
        let colors = try fills.isNone ? nil : fills.elements().map { try $0.elements().map(PaintReading.paint) }
        let words = try texts.isNone ? colors?.map { $0.map { _ in "" } } ?? [] : texts.elements().map { try $0.elements().map { try $0.str() } }
        let columns = words.first?.count ?? 0
        guard words.allSatisfy({ $0.count == columns }) else { throw Raised.valueError("Each row in 'cellText' must have \(columns) columns") }
        guard words.count * columns <= 100_000 else { throw Raised.valueError("a table has 100000 cells at most") }
        let style = try TableReading.style(side)
        rows = words.enumerated().map { row, texts in
            texts.enumerated().map { column, text in
                let fill = colors.flatMap { $0.indices.contains(row) && $0[row].indices.contains(column) ? $0[row][column] : nil }
                return TableMark.Cell(text, fill: fill ?? .paper, style: style)
            }
        }
    }

    /// Puts names before the rows.
    mutating func name(rows names: Value, _ fills: Value, _ side: String) throws {
        guard !names.isNone || !fills.isNone else { return }
        let named = try TableReading.names(names, fills, side, count: rows.count)
        guard named.count == rows.count else { throw Raised.valueError("'rowLabels' must be of length \(rows.count)") }
        for (index, cell) in named.enumerated() { rows[index].insert(cell, at: 0) }
        hasRowNames = true
    }

    /// Puts names over the columns.
    mutating func name(columns names: Value, _ fills: Value, _ side: String) throws {
        guard !names.isNone || !fills.isNone else { return }
        let count = (rows.first?.count ?? 0) - (hasRowNames ? 1 : 0)
        let named = try TableReading.names(names, fills, side, count: count)
        guard named.count == count else { throw Raised.valueError("'colLabels' must be of length \(count)") }
        rows.insert((hasRowNames ? [nil] : []) + named, at: 0)
        hasColumnNames = true
    }

    private static func names(_ names: Value, _ fills: Value, _ side: String, count: Int) throws -> [TableMark.Cell] {
        let colors = try fills.isNone ? [] : fills.elements().map(PaintReading.paint)
        let texts = try names.isNone ? [String](repeating: "", count: count) : names.elements().map { try $0.str() }
        let style = try style(side)
        return texts.enumerated().map { TableMark.Cell($1, fill: colors.indices.contains($0) ? colors[$0] : .paper, style: style) }
    }

    private static func style(_ side: String) throws -> TextStyle {
        var style = TextStyle(size: TextSize.tick)
        style.horizontal = try StyleReading.side(side)
        return style
    }

    /// Where a table stands: beside the chart, at a corner inside it, or at shares of it.
    static func place(_ place: Value, _ box: Value) throws -> TableMark.Place {
        if !box.isNone {
            let numbers = try box.as(BoundsObject.self).map { [$0.x0, $0.y0, $0.width, $0.height] } ?? NumberGrid(box).values
            guard numbers.count == 4 else { throw Raised.valueError("bbox has four numbers") }
            return .box(left: numbers[0], bottom: numbers[1], width: numbers[2], height: numbers[3])
        }
        switch try place.str() {
        case "bottom": return .below
        case "top": return .above
        case "center", "best": return .inside(x: 0.5, y: 0.5)
        case "upper right", "top right", "right": return .inside(x: 1, y: place.text == "right" ? 0.5 : 1)
        case "upper left", "top left", "left": return .inside(x: 0, y: place.text == "left" ? 0.5 : 1)
        case "lower left", "bottom left": return .inside(x: 0, y: 0)
        case "lower right", "bottom right": return .inside(x: 1, y: 0)
        case "center left": return .inside(x: 0, y: 0.5)
        case "center right": return .inside(x: 1, y: 0.5)
        case "lower center": return .inside(x: 0.5, y: 0)
        case "upper center": return .inside(x: 0.5, y: 1)
        default: throw Raised.valueError("\(try place.repr()) is not a valid value for loc.")
        }
    }
}

extension TableMark {
    /// Gives all words one size.
    fileprivate mutating func setSize(_ size: Double) {
        for row in rows.indices { for column in rows[row].indices { rows[row][column]?.style.size = size } }
    }
}

/// `matplotlib.table.Table`
final class TableObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Table"
    fileprivate let artist: ArtistObject
    private let hasColumnNames: Bool

    fileprivate init(_ artist: ArtistObject, hasColumnNames: Bool) {
        (self.artist, self.hasColumnNames) = (artist, hasColumnNames)
        super.init(type: Self.cls)
    }

    /// The class of tables.
    static let cls = Class(native: "Table", module: "matplotlib.table", hooks: [.getitem], extensible: false, rows: {
        [
            def("auto_set_font_size(self, value=True)", "Accepted: words keep the size they are given.") { (_: TableObject, _: Value) in },
            def("set_fontsize(self, size)", "Sets the size of all words.") { (table: TableObject, size: Value) in
                let points = try StyleReading.size(size, base: TextSize.tick)
                table.artist.change(TableMark.self) { $0.setSize(points) }
            },
            def("scale(self, xscale, yscale)", "Stretches the cells.") { (table: TableObject, x: Double, y: Double) in
                guard x > 0, y > 0, x < 100, y < 100 else { throw Raised.valueError("factors lie between 0 and 100") }
                table.artist.change(TableMark.self) { $0.stretch = ($0.stretch.x * x, $0.stretch.y * y) }
            },
            def("auto_set_column_width(self, col)", "Makes columns as wide as their words.") { (table: TableObject, _: Value) in
                table.artist.change(TableMark.self) { mark in
                    if case .inside = mark.place { mark.widths = nil }
                }
            },
            def("get_celld(self)", "The cells by their (row, column).") { (table: TableObject) in
                let cells = DictObject()
                for (key, cell) in table.cells { try cells.setItem(key, .object(cell)) }
                return cells
            },
            def("remove(self)", "Takes the table away.") { (table: TableObject) in table.artist.mark = nil },
        ]
    })

    private var mark: TableMark? { artist.mark as? TableMark }

    /// Names of rows stand in column -1.
    private var cells: [(key: Value, cell: CellObject)] {
        guard let mark else { return [] }
        let first = mark.hasRowNames ? -1 : 0
        return mark.rows.indices.flatMap { row in
            mark.rows[row].indices.compactMap { column in
                mark.rows[row][column] == nil ? nil : (.tuple([.int(row), .int(column + first)]), CellObject(artist, row: row, column: column))
            }
        }
    }

    override func item(_ key: Value) throws -> Value {
        guard let found = try cells.first(where: { try $0.key.equals(key) }) else { throw Raised.keyError(key) }
        return .object(found.cell)
    }

    override func repr() throws -> String { "<matplotlib.table.Table object at \(address)>" }
    override func visitReferences(_ visit: (Object) -> Void) { visit(artist) }
}

/// One cell of a table as programs hold it.
final class CellObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "CustomCell"
    private static let cls = Class(native: "CustomCell", module: "matplotlib.table", extensible: false, rows: {
        [
            def("get_text(self)", "The words.") { (cell: CellObject) in cell.label },
            def("set_text_props(self, **kwargs)", "Sets properties of the words.") { (cell: CellObject, keywords: DictObject) in
                try ArtistRows.setAll(.object(cell.label), keywords)
            },
            def("set_fontsize(self, size)", "Sets the size of the words.") { (cell: CellObject, size: Value) in
                cell.content?.style.size = try StyleReading.size(size, base: TextSize.tick)
            },
            def("set_facecolor(self, color)", "Sets the ground.") { (cell: CellObject, color: Value) in cell.content?.fill = try PaintReading.paint(color) },
            def("set_color(self, color)", "Sets the ground.") { (cell: CellObject, color: Value) in cell.content?.fill = try PaintReading.paint(color) },
            def("get_facecolor(self)", "The ground.") { (cell: CellObject) in
                let fill = cell.content?.fill ?? .none
                return PaintReading.channels(fill == .paper ? .exact(.white) : fill, alpha: 1)
            },
            def("set_edgecolor(self, color)", "Accepted: all lines of a table look alike.") { (_: CellObject, _: Value) in },
            def("set_linewidth(self, width)", "Accepted: all lines of a table look alike.") { (_: CellObject, _: Value) in },
            def("set_height(self, height)", "Accepted: rows are as high as their words.") { (_: CellObject, _: Value) in },
            def("set_width(self, width)", "Accepted: columns are as wide as `colWidths` says.") { (_: CellObject, _: Value) in },
            def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (cell: Value, keywords: DictObject) in try ArtistRows.setAll(cell, keywords) },
        ]
    })
    private let artist: ArtistObject
    private let row: Int
    private let column: Int

    fileprivate init(_ artist: ArtistObject, row: Int, column: Int) {
        (self.artist, self.row, self.column) = (artist, row, column)
        super.init(type: Self.cls)
    }

    private var content: TableMark.Cell? {
        get { (artist.mark as? TableMark)?.rows[row][column] }
        set { artist.change(TableMark.self) { $0.rows[row][column] = newValue } }
    }

    private var label: LabelObject {
        LabelObject(of: self, x: .int(0), y: .int(0), read: { [self] in
            .init(words: content?.text ?? "", style: content?.style ?? TextStyle(size: TextSize.tick))
        }, write: { [self] label in
            guard var cell = content else { return }
            (cell.text, cell.style) = (label.words, label.style)
            content = cell
        })
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(artist) }
}
