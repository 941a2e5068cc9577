// Defines Figure: a sheet with charts; `svg` draws it.

/// A sheet with charts.
public struct Figure: Sendable {
    /// Width and height in inches.
    public var width = 6.4
    public var height = 4.8
    /// The title over all charts.
    public var heading = ""
    public var headingStyle = TextStyle(size: TextSize.heading)
    public var charts: [Chart] = []
    /// Names below all charts and left of them.
    public var bottomName = ""
    public var leftName = ""
    public var nameStyle = TextStyle(size: TextSize.title)
    /// Words at shares of the sheet, from the lower left.
    public var notes: [Note] = []
    /// Gaps between neighbouring charts as shares of their mean size; nil means as much as labels need.
    public var horizontalGap: Double?
    public var verticalGap: Double?
    /// A legend of the whole figure, listing all charts' marks.
    public var legend: Legend?
    public var background = Paint.none

    /// Words at a place of the sheet.
    public struct Note: Sendable {
        public var text: String
        public var x: Double
        public var y: Double
        public var style: TextStyle

        public init(_ text: String, x: Double, y: Double, style: TextStyle) {
            (self.text, self.x, self.y, self.style) = (text, x, y, style)
        }
    }

    public init() {}

    /// The shown range of a chart: (lower, upper) of x and of y. Always finite, lower ≠ upper.
    public func limits(of index: Int) -> (x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)) {
        guard charts.indices.contains(index) else { return ((0, 1), (0, 1)) }
        let (xs, ys) = (partners(of: index, alongX: true), partners(of: index, alongX: false))
        let x = Figure.common(xs.map { charts[$0].x }, xs.map { charts[$0].reach }.map { ($0.x, $0.stickyX) })
        let y = Figure.common(ys.map { charts[$0].y }, ys.map { charts[$0].reach }.map { ($0.y, $0.stickyY) })
        return (x, y)
    }

    /// The charts that share an axis with one, itself first.
    private func partners(of index: Int, alongX: Bool) -> [Int] {
        func host(_ index: Int) -> Int {
            if case .twin(let host, let sharesX) = charts[index].placement, sharesX == alongX, charts.indices.contains(host) { return host }
            return index
        }
        func group(_ index: Int) -> Int? { alongX ? charts[host(index)].sharedX : charts[host(index)].sharedY }
        let own = host(index)
        return [index] + charts.indices.filter { other in
            other != index && (host(other) == own || (group(other) != nil && group(other) == group(index)))
        }
    }

    /// The limits of axes that move together: set limits of any of them, else all their data.
    private static func common(_ axes: [Axis], _ reaches: [(Interval, [Double])]) -> (lower: Double, upper: Double) {
        var joint = axes[0]
        var reach = Interval()
        for (axis, (interval, _)) in zip(axes, reaches) {
            reach.include(interval)
            joint.lower = joint.lower ?? axis.lower
            joint.upper = joint.upper ?? axis.upper
            joint.isInverted = joint.isInverted || axis.isInverted
        }
        return joint.limits(for: reach, sticky: reaches.flatMap(\.1))
    }

    /// A name for the figure: its heading or the charts' titles, else what it shows.
    public var title: String { Description.title(of: self) }

    /// The data of all charts, for records and tables.
    public var series: [Series] {
        charts.filter(\.isVisible).flatMap { chart in chart.marks.filter(\.traits.isVisible).compactMap(\.series) }
    }

    /// The figure as SVG text: the same figure and prefix give the same bytes. `prefix` starts every id; it must be unique on its page.
    public func svg(prefix: String = "figure", target: Target = .page) -> String {
        let size = Box(0, 0, Figure.points(width), Figure.points(height))
        var canvas = Canvas(target: target, prefix: prefix)
        canvas.open("svg", [
            "xmlns": "http://www.w3.org/2000/svg", "class": "figure",
            "viewBox": "0 0 \(Coordinate.text(size.width)) \(Coordinate.text(size.height))",
            // A point of type is shown a quarter larger than in print.
            "width": Coordinate.text(size.width * 1.25), "height": Coordinate.text(size.height * 1.25),
            "role": "img", "aria-labelledby": "\(prefix)-title \(prefix)-desc",
            "font-family": FontMetrics.family, "stroke-linejoin": "round",
        ])
        canvas.open("title", ["id": "\(prefix)-title"])
        canvas.write(Description.title(of: self))
        canvas.close("title")
        canvas.open("desc", ["id": "\(prefix)-desc"])
        canvas.write(Description.text(of: self))
        canvas.close("desc")
        let ground = background == .none && target == .file ? Paint.paper : background
        var sheet = Path()
        sheet.rectangle(size)
        canvas.path(sheet, fill: ground)
        FigureDrawing(figure: self, size: size).draw(on: &canvas)
        canvas.close("svg")
        return canvas.text
    }

    /// A length in inches as points, kept between a thumbnail and a wall.
    private static func points(_ inches: Double) -> Double {
        inches.isFinite ? min(max(inches, 0.5), 200) * 72 : 400
    }
}
