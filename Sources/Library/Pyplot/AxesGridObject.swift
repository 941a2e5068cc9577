// AxesGridObject: the array of charts that `subplots` gives; GridSpecObject: a grid whose cells programs take.
import Plotting
import Runtime

/// An array of charts with one or two dimensions.
final class AxesGridObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "ndarray"
    private static let cls = Class(native: "ndarray", module: "numpy", hooks: [.len, .getitem, .iter], extensible: false, rows: {
        [
            def("flatten(self)", "The charts in one row.") { (grid: AxesGridObject) in grid.flat },
            def("ravel(self)", "The charts in one row.") { (grid: AxesGridObject) in grid.flat },
            def("reshape(self, *shape)", "The same charts in another shape.") { (grid: AxesGridObject, _: [Value]) in grid.flat },
            def("tolist(self)", "The charts as lists.") { (grid: AxesGridObject) in Value.list(try Value.object(grid).elements()) },
            property("flat", "The charts one after the other.") { (grid: AxesGridObject) in grid.flat },
            property("shape", "(rows, columns)") { (grid: AxesGridObject) in Value.tuple(grid.shape.map { .int($0) }) },
            property("size", "How many charts.") { (grid: AxesGridObject) in grid.axes.count },
            property("ndim", "One or two.") { (grid: AxesGridObject) in grid.shape.count },
            property("T", "Rows and columns exchanged.") { (grid: AxesGridObject) in grid.turned },
        ]
    })

    private let axes: [AxesObject]
    private let shape: [Int]

    init(_ axes: [AxesObject], shape: [Int]) {
        self.axes = axes
        self.shape = shape
        super.init(type: Self.cls)
    }

    private var flat: AxesGridObject { AxesGridObject(axes, shape: [axes.count]) }

    private var turned: AxesGridObject {
        guard shape.count == 2 else { return self }
        let (rows, columns) = (shape[0], shape[1])
        return AxesGridObject((0..<rows * columns).map { axes[$0 % rows * columns + $0 / rows] }, shape: [columns, rows])
    }

    private func row(_ index: Int) -> Value {
        guard shape.count == 2 else { return .object(axes[index]) }
        return .object(AxesGridObject(Array(axes[index * shape[1]..<(index + 1) * shape[1]]), shape: [shape[1]]))
    }

    override func length() throws -> Int? { shape[0] }
    override func truth() throws -> Bool { true }
    override func iterate() throws -> Object? { try Value.list((0..<shape[0]).map(row)).iterator() }

    override func item(_ key: Value) throws -> Value {
        if let pair = key.as(TupleObject.self)?.elements, pair.count == 2, shape.count == 2 {
            let first = try item(pair[0])
            if first.as(AxesGridObject.self).map({ $0.shape.count == 1 }) == true { return try first.item(pair[1]) }
            // A slice of rows: the column of each.
            return .object(try AxesGridObject.joined(first.elements().map { try $0.item(pair[1]) }))
        }
        if let range = key.as(SliceObject.self) { return .object(try AxesGridObject.joined(Value.list((0..<shape[0]).map(row)).item(.object(range)).elements())) }
        if let pair = key.as(TupleObject.self)?.elements, pair.count == 1 { return try item(pair[0]) }
        guard let index = try key.index() else { throw Raised.indexError("only integers, slices (`:`) and tuples of them are valid indices") }
        let place = index < 0 ? index + shape[0] : index
        guard place >= 0, place < shape[0] else {
            throw Raised.indexError("index \(index) is out of bounds for axis 0 with size \(shape[0])")
        }
        return row(place)
    }

    /// Charts or rows of charts as one array.
    private static func joined(_ values: [Value]) throws -> AxesGridObject {
        let rows = values.compactMap { $0.as(AxesGridObject.self) }
        if rows.count == values.count, let first = rows.first {
            return AxesGridObject(rows.flatMap(\.axes), shape: [rows.count, first.shape[0]])
        }
        let axes = values.compactMap { $0.as(AxesObject.self) }
        return AxesGridObject(axes, shape: [axes.count])
    }

    override func repr() throws -> String { "array(" + (try text(indent: "       ", separator: ", ")) + ", dtype=object)" }
    override func str() throws -> String { try text(indent: " ", separator: " ") }

    private func text(indent: String, separator: String) throws -> String {
        let texts = try axes.map { try $0.repr() }
        guard shape.count == 2 else { return "[" + texts.joined(separator: separator) + "]" }
        let rows = (0..<shape[0]).map { "[" + texts[$0 * shape[1]..<($0 + 1) * shape[1]].joined(separator: separator) + "]" }
        return "[" + rows.joined(separator: (separator == ", " ? "," : "") + "\n" + indent) + "]"
    }

    override func visitReferences(_ visit: (Object) -> Void) { for object in axes { visit(object) } }
}

/// `matplotlib.gridspec.GridSpec`, or a part of it.
final class GridSpecObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "GridSpec"
    let cell: GridCell

    private init(_ cell: GridCell) {
        self.cell = cell
        super.init(type: Self.gridSpec)
    }

    /// `GridSpec(nrows, ncols, …)`
    static let gridSpec = Class(native: "GridSpec", module: "matplotlib.gridspec", extensible: false, constructor: { _, arguments in
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

/// `fig.canvas`: accepts what programs for windows do.
final class CanvasObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "FigureCanvas"
    private static let cls = Class(native: "FigureCanvasAgg", module: "matplotlib.backends.backend_agg", extensible: false, rows: {
        [
            def("draw(self)", "Accepted.") { (_: CanvasObject) in },
            def("draw_idle(self)", "Accepted.") { (_: CanvasObject) in },
            def("flush_events(self)", "Accepted.") { (_: CanvasObject) in },
            def("set_window_title(self, title)", "Accepted.") { (_: CanvasObject, _: Value) in },
            def("mpl_connect(self, s, func)", "Accepted: pages send no events.") { (_: CanvasObject, _: Value, _: Value) in 0 },
        ]
    })
    private let figure: FigureObject

    init(_ figure: FigureObject) {
        self.figure = figure
        super.init(type: Self.cls)
    }
}
