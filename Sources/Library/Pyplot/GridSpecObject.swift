// GridSpecObject: a grid whose cells programs take (`GridSpec`).
import Plotting
import Runtime

/// `matplotlib.gridspec.GridSpec`, or a part of it.
final class GridSpecObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "GridSpec"
    let cell: GridCell

    private init(_ cell: GridCell) {
        self.cell = cell
        super.init(type: Self.gridSpec)
    }

    /// `GridSpec(nrows, ncols, …)`
    static let gridSpec = Class(native: "GridSpec", module: "matplotlib.gridspec", extensible: false, rows: {
        [
            property("nrows", "The number of rows.") { (spec: GridSpecObject) in spec.cell.rows },
            property("ncols", "The number of columns.") { (spec: GridSpecObject) in spec.cell.columns },
            def("get_geometry(self)", "Rows and columns.") { (spec: GridSpecObject) in Value.tuple([.int(spec.cell.rows), .int(spec.cell.columns)]) },
        ]
    }, constructor: { _, arguments in
        let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
        let rows = try (arguments.count > 0 ? arguments[0] : keywords["nrows"] ?? .int(1)).index() ?? 1
        let columns = try (arguments.count > 1 ? arguments[1] : keywords["ncols"] ?? .int(1)).index() ?? 1
        guard (1...100).contains(rows), (1...100).contains(columns) else { throw Raised.valueError("a grid has 1 to 100 rows and columns") }
        var cell = GridCell(rows: rows, columns: columns, row: 0..<rows, column: 0..<columns)
        cell.widthRatios = try keywords["width_ratios"].map(NumberGrid.init)?.values ?? []
        cell.heightRatios = try keywords["height_ratios"].map(NumberGrid.init)?.values ?? []
        return .object(GridSpecObject(cell))
    })

    override func item(_ key: Value) throws -> Value {
        var part = cell
        if let pair = key.as(TupleObject.self)?.elements, pair.count == 2 {
            part.rowSpan = try span(pair[0], cell.rows)
            part.columnSpan = try span(pair[1], cell.columns)
        } else {
            let flat = try span(key, cell.rows * cell.columns)
            part.rowSpan = flat.lowerBound / cell.columns..<(flat.upperBound - 1) / cell.columns + 1
            part.columnSpan = flat.lowerBound % cell.columns..<max((flat.upperBound - 1) % cell.columns, flat.lowerBound % cell.columns) + 1
        }
        return .object(GridSpecObject(part))
    }

    private func span(_ key: Value, _ count: Int) throws -> Range<Int> {
        if key.as(SliceObject.self) != nil {
            let chosen = try Value.list((0..<count).map { .int($0) }).item(key).elements().compactMap { try $0.index() }
            guard let low = chosen.min(), let high = chosen.max() else { throw Raised.indexError("GridSpec slice would result in no space allocated for subplot") }
            return low..<high + 1
        }
        guard let index = try key.index(), index >= -count, index < count else { throw Raised.indexError("index is out of bounds for GridSpec") }
        let place = index < 0 ? index + count : index
        return place..<place + 1
    }
}
