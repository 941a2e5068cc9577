// LooseLineObject: lines made without a chart, for a legend or to be added to one.
import Plotting
import Runtime

/// Lines made without a chart (`plt.Line2D`, `LineCollection`): for a legend, or to be added to a chart.
final class LooseLineObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Line2D"
    /// Each line as what `plot` takes: x and y.
    private let lines: [(x: Value, y: Value)]
    private let keywords: DictObject

    private init(_ cls: Class, _ lines: [(x: Value, y: Value)], _ keywords: DictObject) {
        (self.lines, self.keywords) = (lines, keywords)
        super.init(type: cls)
    }

    func draw(on axes: AxesObject) throws {
        for line in lines { _ = try LineRows.plot(axes, [line.x, line.y], keywords) }
    }

    /// The first line as a mark that stands on no chart.
    func mark() throws -> (any Mark)? {
        let axes = FigureObject(number: 0).currentAxes()
        try draw(on: axes)
        return axes.model.marks.first
    }

    /// What `matplotlib.lines.Line2D` makes.
    static let line: Class.Constructor = { cls, arguments in
        let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
        let x = try arguments.count > 0 ? arguments[0] : keywords.table.remove(.string("xdata")) ?? .list([])
        let y = try arguments.count > 1 ? arguments[1] : keywords.table.remove(.string("ydata")) ?? .list([])
        return .object(LooseLineObject(cls, [(x, y)], keywords))
    }

    /// `matplotlib.collections.LineCollection`
    static let collection = Class(native: "LineCollection", module: "matplotlib.collections", extensible: false, constructor: { cls, arguments in
        let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
        let segments = try arguments.count > 0 ? arguments[0] : keywords.table.remove(.string("segments")) ?? .list([])
        for (many, one) in [("colors", "color"), ("linewidths", "linewidth"), ("linestyles", "linestyle")] {
            guard let value = try keywords.table.remove(.string(many)) else { continue }
            keywords[one] = try value.text == nil && value.number() == nil ? value.elements().first ?? value : value
        }
        let lines = try segments.elements().map { segment in
            let columns = try NumberGrid(segment).columns
            guard columns.count == 2 else { throw Raised.valueError("a segment has rows of two numbers") }
            return (x: ArrayMaking.array(columns[0]), y: ArrayMaking.array(columns[1]))
        }
        return .object(LooseLineObject(cls, lines, keywords))
    })
}
