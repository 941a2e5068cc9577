// LooseLines: lines made without a chart, for a legend or to be added to one.
import Plotting
import Runtime

/// Lines made without a chart (`plt.Line2D`, `LineCollection`): they stand on a sheet of their own until a chart takes them.
enum LooseLines {
    /// What `matplotlib.lines.Line2D` makes.
    static let line: Class.Constructor = { _, arguments in
        let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
        let x = try arguments.count > 0 ? arguments[0] : keywords.table.remove(.string("xdata")) ?? .list([])
        let y = try arguments.count > 1 ? arguments[1] : keywords.table.remove(.string("ydata")) ?? .list([])
        return try LineRows.plot(FigureObject(number: 0).currentAxes(), [x, y], keywords).first.map { .object($0) } ?? .none
    }

    /// What `matplotlib.collections.LineCollection` makes.
    static let collection: Class.Constructor = { cls, arguments in
        let dict = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
        let segments = try arguments.count > 0 ? arguments[0] : dict.table.remove(.string("segments")) ?? .list([])
        let rings = try segments.elements().map { segment in
            let columns = try NumberGrid(segment).columns
            guard columns.count == 2 else { throw Raised.valueError("a segment has rows of two numbers") }
            return zip(columns[0], columns[1]).map { (x: $0, y: $1) }
        }
        var keywords = try Keywords(dict, owner: "LineCollection")
        let paint = try keywords.paints("colors", "color")?.first ?? .cycle(0)
        let width = try keywords.number("linewidths", "linewidth", "lw") ?? 1.5
        let dash = try keywords.take("linestyles", "linestyle", "ls").map { try StyleReading.dash($0.text == nil && $0.sequenceElements?.count != 2 ? $0.item(0) : $0) }
        var mark = PolygonMark(rings: rings, fill: .none, edge: Stroke(paint, width: width, dash: dash ?? .solid, alpha: try keywords.opacity() ?? 1))
        mark.isClosed = false
        try keywords.traits(&mark.traits)
        keywords.accept("cmap", "norm", "array")
        try keywords.finish()
        let artist = ArtistObject(loose: mark, cls)
        artist.given = keywords.given
        return .object(artist)
    }
}
