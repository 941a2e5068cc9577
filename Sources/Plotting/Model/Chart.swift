// Defines Chart: one chart — its two axes, its marks, its title and legend.

/// A place in a grid of charts.
public struct GridCell: Hashable, Sendable {
    public var rows: Int
    public var columns: Int
    /// The cells covered, counted from 0 at the upper left.
    public var rowSpan: Range<Int>
    public var columnSpan: Range<Int>
    /// Relative sizes; empty means equal.
    public var heightRatios: [Double] = []
    public var widthRatios: [Double] = []

    /// Counts below 1 become 1; spans are brought inside the grid.
    public init(rows: Int, columns: Int, row: Range<Int>, column: Range<Int>) {
        let (rows, columns) = (max(rows, 1), max(columns, 1))
        func inside(_ span: Range<Int>, _ count: Int) -> Range<Int> {
            let low = min(max(span.lowerBound, 0), count - 1)
            return low..<min(max(span.upperBound, low + 1), count)
        }
        self.rows = rows
        self.columns = columns
        rowSpan = inside(row, rows)
        columnSpan = inside(column, columns)
    }

    /// The whole figure.
    public static let whole = GridCell(rows: 1, columns: 1, row: 0..<1, column: 0..<1)
}

/// Where a chart stands on the figure.
public enum Placement: Hashable, Sendable {
    case cell(GridCell)
    /// Shares of the figure, from the lower left.
    case share(left: Double, bottom: Double, width: Double, height: Double)
    /// On top of another chart, with its own y axis on the right (or its own x axis on top).
    case twin(of: Int, sharesX: Bool)
    /// Inside another chart's frame (or beside it), at shares of that frame, from the lower left.
    case inset(in: Int, left: Double, bottom: Double, width: Double, height: Double)
}

/// How long a unit of y is beside a unit of x.
public enum Aspect: Hashable, Sendable {
    /// As the room allows.
    case automatic
    /// This ratio, by making the frame narrower or lower.
    case frame(ratio: Double)
    /// This ratio, by showing more of one axis.
    case limits(ratio: Double)
}

/// The four lines around a chart.
public enum Side: Hashable, Sendable, CaseIterable { case left, right, top, bottom }

/// One chart.
public struct Chart: Sendable {
    public var placement = Placement.cell(.whole)
    public var x = Axis()
    public var y = Axis()
    public var marks: [any Mark] = []
    /// What makes the chart three-dimensional; nil for a flat one.
    public var space: Space?
    /// What makes the chart polar; nil for one with upright axes.
    public var polar: Polar?
    public var title = ""
    public var titleStyle = TextStyle(size: TextSize.title)
    /// Titles over the left and the right corner.
    public var leftTitle = ""
    public var leftTitleStyle = TextStyle(size: TextSize.title)
    public var rightTitle = ""
    public var rightTitleStyle = TextStyle(size: TextSize.title)
    public var legend: Legend?
    public var colorbars: [Colorbar] = []
    public var aspect = Aspect.automatic
    /// Whether frame, ticks and labels are drawn (`axis("off")` turns them off).
    public var isFramed = true
    public var isVisible = true
    public var background = Paint.none
    public var sides: Set<Side> = [.left, .bottom, .right, .top]
    /// How single lines of the frame are drawn where they do not look like the others.
    public var sideStrokes: [Side: Stroke] = [:]
    /// Charts with the same number share the limits of that axis.
    public var sharedX: Int?
    public var sharedY: Int?

    public init() {
        y.labelStyle.rotation = 90
    }

    /// The titles that are there, each with the share of the frame's width at which it stands.
    var titles: [(text: String, style: TextStyle, share: Double)] {
        func placed(_ style: TextStyle, _ side: HorizontalAlignment) -> TextStyle {
            var style = style
            style.horizontal = side
            return style
        }
        return [(title, placed(titleStyle, .center), 0.5), (leftTitle, placed(leftTitleStyle, .left), 0), (rightTitle, placed(rightTitleStyle, .right), 1)]
            .filter { !$0.0.isEmpty }
    }

    /// What all fitted marks cover together.
    public var reach: Reach {
        var reach = Reach()
        for mark in marks where mark.traits.isFitted && mark.traits.isVisible { reach.include(mark.reach) }
        return reach
    }
}
