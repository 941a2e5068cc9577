// ChartPlacing: how charts are laid out on a figure — at cells of grids, at shares of the sheet, sharing axes.
import Plotting
import Runtime

extension FigureRows {
    /// The chart at (rows, columns, number), at a code of three digits, or the whole figure.
    static func chart(_ figure: FigureObject, _ values: [Value], _ dict: DictObject) throws -> AxesObject {
        var keywords = try Keywords(dict, owner: "Axes")
        let projection = try Projection(&keywords)
        let (sharex, sharey) = (keywords.take("sharex")?.as(AxesObject.self), keywords.take("sharey")?.as(AxesObject.self))
        let axes: AxesObject
        if let spec = values.first?.as(GridSpecObject.self) {
            axes = figure.axes(at: spec.cell, projection: projection)
        } else {
            axes = figure.axes(at: try cell(values), projection: projection)
        }
        if let sharex { _ = try Value.object(axes).callMethod("sharex", [.object(sharex)]) }
        if let sharey { _ = try Value.object(axes).callMethod("sharey", [.object(sharey)]) }
        try setProperties(of: axes, &keywords)
        return axes
    }

    /// The chart at shares of the figure: left, bottom, width, height.
    static func chart(_ figure: FigureObject, shares: [Double], _ dict: DictObject) throws -> AxesObject {
        try check(shares: shares)
        return try add(.share(left: shares[0], bottom: shares[1], width: shares[2], height: shares[3]), to: figure, dict)
    }

    /// Refuses places that are no numbers, or so far out that distances on the sheet would no longer be numbers one can reckon with.
    static func check(shares: [Double]) throws {
        guard shares.allSatisfy(\.isFinite) else {
            throw Raised.valueError("all entries in rect must be finite not \(try Value.list(shares.map { .short($0) }).repr())")
        }
        guard shares.allSatisfy({ abs($0) <= 1e6 }) else { throw Raised.valueError("a chart is at most a million times as large as what it stands in") }
    }

    /// A new chart with properties: `projection=`, `xlim=`, `title=` …
    static func add(_ placement: Placement, to figure: FigureObject, _ dict: DictObject) throws -> AxesObject {
        var keywords = try Keywords(dict, owner: "Axes")
        let axes = figure.add(placement, projection: try Projection(&keywords))
        try setProperties(of: axes, &keywords)
        return axes
    }

    /// The entries of several dicts; later ones win.
    static func merged(_ dicts: [DictObject?]) throws -> DictObject {
        let all = DictObject(named: [])
        for dict in dicts { for (key, value) in dict?.table.pairs ?? [] { try all.setItem(key, value) } }
        return all
    }

    /// What is left of the keywords are properties of the new chart: `xlim=(0, 1)`, `title="a"`.
    private static func setProperties(of axes: AxesObject, _ keywords: inout Keywords) throws {
        keywords.accept("frameon")
        try ArtistRows.setAll(.object(axes), keywords.remainder())
    }

    /// The cell that (rows, columns, number) or a code of three digits name.
    static func cell(_ values: [Value]) throws -> GridCell {
        var (rows, columns, number) = (1, 1, Value.int(1))
        if values.count == 1, let code = try values[0].index() {
            guard (100...999).contains(code) else { throw Raised.valueError("Single argument to subplot must be a three-digit integer, not \(code)") }
            (rows, columns, number) = (code / 100, code / 10 % 10, .int(code % 10))
        } else if values.count == 3, let down = try values[0].index(), let across = try values[1].index() {
            (rows, columns, number) = (down, across, values[2])
        } else if values.count == 1 {
            throw Raised.valueError("Single argument to subplot must be a three-digit integer, not \(try values[0].repr())")
        } else if !values.isEmpty {
            throw Raised.typeError("add_subplot() takes 1 or 3 positional arguments but \(values.count) were given")
        }
        guard rows > 0, rows <= 100 else { throw Raised.valueError("Number of rows must be a positive integer, not \(rows)") }
        guard columns > 0, columns <= 100 else { throw Raised.valueError("Number of columns must be a positive integer, not \(columns)") }
        // One number, or the first and the last cell: whole ones, for every other number has no cell.
        let place = try NumberGrid(number).values
        let cells = place.compactMap { Int(exactly: $0) }
        guard cells.count == place.count, cells.count <= 2, let from = cells.first, let to = cells.last, from >= 1, to >= from, to <= rows * columns else {
            throw Raised.valueError("num must be an integer with 1 <= num <= \(rows * columns), not \(try number.repr())")
        }
        let (first, end) = (from - 1, to - 1)
        return GridCell(rows: rows, columns: columns, row: first / columns..<end / columns + 1, column: first % columns..<max(end % columns, first % columns) + 1)
    }

    /// A grid of charts, squeezed as `subplots` does.
    static func charts(_ figure: FigureObject, _ rows: Int, _ columns: Int, _ sharex: Value, _ sharey: Value, _ squeeze: Bool, _ widths: [Double]?,
                       _ heights: [Double]?, _ own: DictObject?, _ grid: DictObject?) throws -> Value {
        guard rows > 0 else { throw Raised.valueError("Number of rows must be a positive integer, not \(rows)") }
        guard columns > 0 else { throw Raised.valueError("Number of columns must be a positive integer, not \(columns)") }
        guard rows <= 1000, columns <= 1000, rows * columns <= 1000 else { throw Raised.valueError("a figure has 1000 charts at most") }
        let spread = try (grid?["width_ratios"]).map(NumberGrid.init)?.values ?? widths ?? []
        let stack = try (grid?["height_ratios"]).map(NumberGrid.init)?.values ?? heights ?? []
        figure.figure.horizontalGap = try grid?["wspace"]?.number() ?? figure.figure.horizontalGap
        figure.figure.verticalGap = try grid?["hspace"]?.number() ?? figure.figure.verticalGap
        let (groupX, groupY) = (try Sharing(sharex, "sharex"), try Sharing(sharey, "sharey"))
        var all: [AxesObject] = []
        let base = (0..<(rows + columns + 1)).map { _ in figure.newGroup() }
        for index in 0..<rows * columns {
            let (row, column) = (index / columns, index % columns)
            var cell = GridCell(rows: rows, columns: columns, row: row..<row + 1, column: column..<column + 1)
            (cell.widthRatios, cell.heightRatios) = (spread, stack)
            let axes = try add(.cell(cell), to: figure, own ?? DictObject(named: []))
            axes.model.sharedX = groupX.group(row: row, column: column, base)
            axes.model.sharedY = groupY.group(row: row, column: column, base)
            // Inner labels of a shared axis would only repeat those at the rim.
            labelOuter(axes, x: groupX.isDownward, y: groupY.isAcross)
            all.append(axes)
        }
        figure.current = all.last
        if squeeze, rows * columns == 1 { return .object(all[0]) }
        return try ArrayMaking.objects(all.map { .object($0) }, shape: squeeze && (rows == 1 || columns == 1) ? [rows * columns] : [rows, columns])
    }

    /// Who shares an axis: all, every row, every column, none.
    private struct Sharing {
        private enum Mode { case none, all, row, col }
        private let mode: Mode

        init(_ value: Value, _ name: String) throws {
            switch value.text {
            case "all": mode = .all
            case "row": mode = .row
            case "col": mode = .col
            case "none": mode = .none
            case nil: mode = try value.truth() ? .all : .none
            case let word?: throw Raised.valueError("'\(word)' is not a valid value for \(name). Supported values are 'all', 'row', 'col', 'none', False, True")
            }
        }

        /// Whether charts of one column share it.
        var isDownward: Bool { mode == .all || mode == .col }
        /// Whether charts of one row share it.
        var isAcross: Bool { mode == .all || mode == .row }

        func group(row: Int, column: Int, _ base: [Int]) -> Int? {
            switch mode {
            case .none: nil
            case .all: base[0]
            case .row: base[1 + row]
            case .col: base[base.count - 1 - column]
            }
        }
    }

    /// Keeps names and labels of a chart only at the rim of its grid.
    static func labelOuter(_ axes: AxesObject, x: Bool = true, y: Bool = true) {
        guard case .cell(let cell) = axes.model.placement else { return }
        if x, cell.rowSpan.upperBound < cell.rows {
            axes.model.x.showsLabels = false
            axes.model.x.label = ""
        }
        if y, cell.columnSpan.lowerBound > 0 {
            axes.model.y.showsLabels = false
            axes.model.y.label = ""
        }
    }
}
