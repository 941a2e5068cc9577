// MemberRows: what a chart tells about itself, and artists that programs add to it by hand.
import Plotting
import Runtime

/// What a chart tells about itself, and what it takes in.
enum MemberRows {
    static let all: [Row] = [
        def("get_position(self, original=False)", "Where the chart stands, as shares of the figure.") { (axes: AxesObject, _: Value) in
            let place = axes.standardPlace
            return BoundsObject(place.left, place.bottom, place.width, place.height)
        },
        def("get_aspect(self)", "How long a unit of y is beside a unit of x: 'auto' or a number.") { (axes: AxesObject) in
            switch axes.model.aspect {
            case .automatic: return Value.string("auto")
            case .frame(let ratio), .limits(let ratio): return Value.float(ratio)
            }
        },
        def("get_children(self)", "What is drawn.") { (axes: AxesObject) in Value.list(axes.artists.map { .object($0) }) },
        def("add_artist(self, a)", "Adds a shape or a line.") { (axes: AxesObject, artist: Value) in try add(artist, to: axes) },
        def("add_line(self, line)", "Adds a line.") { (axes: AxesObject, line: Value) in try add(line, to: axes) },
        def("add_collection(self, collection, autolim=True)", "Adds shapes or lines.") { (axes: AxesObject, shapes: Value, _: Value) in
            try add(shapes, to: axes)
        },
        def("set_axisbelow(self, b)", "Accepted: grid lines lie below what is drawn.") { (_: AxesObject, _: Value) in },
        def("get_axisbelow(self)", "Whether grid lines lie below what is drawn.") { (_: AxesObject) in true },
        def("set_autoscale_on(self, b)", "Keeps the limits, or lets them follow the data.") { (axes: AxesObject, follows: Bool) in
            for path in [\Chart.x, \Chart.y] {
                let range = axes.range(path)
                (axes.model[keyPath: path].lower, axes.model[keyPath: path].upper) = follows ? (nil, nil) : (range.lower, range.upper)
            }
        },
        def("set_xmargin(self, m)", "Sets the room beyond the data along x.") { (axes: AxesObject, room: Double) in axes.model.x.margin = room },
        def("set_ymargin(self, m)", "Sets the room beyond the data along y.") { (axes: AxesObject, room: Double) in axes.model.y.margin = room },
        def("set_xbound(self, lower=None, upper=None)", "Sets the shown range of x.") { (axes: AxesObject, low: Value, high: Value) in
            try LimitRows.setLimits(axes, \.x, low, high)
        },
        def("set_ybound(self, lower=None, upper=None)", "Sets the shown range of y.") { (axes: AxesObject, low: Value, high: Value) in
            try LimitRows.setLimits(axes, \.y, low, high)
        },
        def("get_facecolor(self)", "The ground of the chart.") { (axes: AxesObject) in
            axes.model.background == .none ? Value.tuple([.float(1), .float(1), .float(1), .float(1)]) : PaintReading.value(axes.model.background)
        },
        def("get_visible(self)", "Whether the chart is shown.") { (axes: AxesObject) in axes.model.isVisible },
    ]

    /// Puts an artist that was made on its own on a chart.
    private static func add(_ artist: Value, to axes: AxesObject) throws -> Value {
        if let patch = artist.as(PatchObject.self) { axes.add(patch.mark, as: .polygon) } else if let line = artist.as(LooseLineObject.self) {
            try line.draw(on: axes)
        } else if artist.as(ArtistObject.self) == nil {
            throw Raised.typeError("a chart takes patches, Line2D and LineCollection, not \(artist.type.name)")
        }
        return artist
    }
}

/// A place on the figure as programs hold it: left, bottom, width, height.
final class BoundsObject: Object, @unchecked Sendable {
    private static let cls = Class(native: "Bbox", module: "matplotlib.transforms", extensible: false, rows: {
        [
            property("bounds", "Left, bottom, width, height.") { (box: Value) in ArrayMaking.tuple(try BoundsObject.of(box).numbers) },
            property("x0", "The left edge.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[0]) },
            property("y0", "The lower edge.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[1]) },
            property("x1", "The right edge.") { (box: Value) in Value.float(try BoundsObject.of(box).right) },
            property("y1", "The upper edge.") { (box: Value) in Value.float(try BoundsObject.of(box).top) },
            property("width", "The width.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[2]) },
            property("height", "The height.") { (box: Value) in Value.float(try BoundsObject.of(box).numbers[3]) },
        ]
    })
    private let numbers: [Double]
    private var right: Double { numbers[0] + numbers[2] }
    private var top: Double { numbers[1] + numbers[3] }

    init(_ left: Double, _ bottom: Double, _ width: Double, _ height: Double) {
        numbers = [left, bottom, width, height]
        super.init(type: Self.cls)
    }

    private static func of(_ value: Value) throws -> BoundsObject {
        guard let box = value.object as? BoundsObject else { throw Raised.typeError("not a place") }
        return box
    }

    override func repr() throws -> String {
        "Bbox(x0=\(FloatText.repr(numbers[0])), y0=\(FloatText.repr(numbers[1])), x1=\(FloatText.repr(right)), y1=\(FloatText.repr(top)))"
    }
}

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
