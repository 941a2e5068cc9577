// Defines SpaceDrawing: draws a three-dimensional chart — its three back walls with their grids, its ticks and labels, its marks.

/// Draws a three-dimensional chart.
struct SpaceDrawing {
    private let chart: Chart
    private let view: SpaceView
    private let axes: [SpaceAxis]

    init(_ item: PlacedChart, _ space: Space) {
        chart = item.chart
        view = SpaceView(
            chart: chart, space: space, x: (item.frame.x.lower, item.frame.x.upper), y: (item.frame.y.lower, item.frame.y.upper), box: item.frame.box)
        axes = SpaceAxis.all(of: chart, in: view)
    }

    func draw(on canvas: inout Canvas) {
        if chart.isFramed {
            for axis in axes { drawWall(behind: axis, on: &canvas) }
            for axis in axes { drawGrid(of: axis, on: &canvas) }
            for axis in axes { drawLabels(of: axis, on: &canvas) }
        }
        let marks = chart.marks.filter(\.traits.isVisible)
        let pieces = marks.flatMap { ($0 as? any SpaceMark)?.pieces(in: view) ?? [] }
        let order = pieces.indices.sorted { (pieces[$0].nearness, $0) < (pieces[$1].nearness, $1) }
        for index in order { pieces[index].draw(on: &canvas, in: view.box) }
    }

    /// The wall that the eye sees behind the marks, across an axis.
    private func drawWall(behind axis: SpaceAxis, on canvas: inout Canvas) {
        let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)].map { view.place(axis.onWall($0.0, $0.1)).point }
        var path = Path()
        path.polygon(corners)
        canvas.path(path, fill: .ink, alpha: 0.03, stroke: Stroke(.theme(.grid), width: 0.8))
    }

    /// Lines at the ticks of an axis on the two walls along it.
    private func drawGrid(of axis: SpaceAxis, on canvas: inout Canvas) {
        var path = Path()
        for tick in axis.ticks where !tick.isMinor {
            path.polygon(axis.gridLine(at: axis.share(tick.value)).map { view.place($0).point }, closed: false)
        }
        canvas.path(path, stroke: Stroke(.theme(.grid), width: 0.7))
    }

    /// The axis line with its ticks, their labels and the axis' own.
    private func drawLabels(of axis: SpaceAxis, on canvas: inout Canvas) {
        let (start, end) = (view.place(axis.onEdge(0)).point, view.place(axis.onEdge(1)).point)
        let middle = (start + end) * 0.5
        let along = end - start
        guard along.length > 1 else { return }
        // Labels stand on the side of the axis that faces away from the chart.
        var outward = Point(-along.y, along.x) * (1 / along.length)
        let center = view.place(Spot(0.5, 0.5, 0.5)).point
        if outward.x * (middle.x - center.x) + outward.y * (middle.y - center.y) < 0 { outward = outward * -1 }
        var line = Path()
        line.polygon([start, end], closed: false)
        var style = axis.axis.tickStyle
        style.vertical = .center
        style.horizontal = outward.x > 0.5 ? .left : outward.x < -0.5 ? .right : .center
        var depth = 6.0
        for tick in axis.ticks where !tick.isMinor {
            let place = view.place(axis.onEdge(axis.share(tick.value))).point
            line.polygon([place, place + outward * 3], closed: false)
            guard axis.axis.showsLabels else { continue }
            let extent = TextLayout.extent(of: tick.label, style: style)
            let distance = 6 + (style.horizontal == .center ? extent.height / 2 + 2 : 0)
            canvas.text(tick.label, at: place + outward * distance, style: style)
            depth = max(depth, distance + abs(outward.x) * extent.width + abs(outward.y) * extent.height / 2)
        }
        canvas.path(line, stroke: Stroke(.theme(.frame), width: 0.9))
        guard !axis.axis.label.isEmpty else { return }
        var words = axis.axis.labelStyle
        words.vertical = .center
        words.horizontal = .center
        let turn = -angle(along.y, along.x) * 180 / .pi
        words.rotation = turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn
        canvas.text(axis.axis.label, at: middle + outward * (depth + words.size * 0.9), style: words)
    }
}

/// One of the three axes of a chart, with the edge of the block it stands on.
struct SpaceAxis {
    let axis: Axis
    let ticks: [Tick]
    /// 0, 1 or 2.
    private let index: Int
    private let range: (lower: Double, upper: Double)
    /// For each direction the side of the block (0 or 1) that is farther from the eye.
    private let back: [Double]
    /// Where the axis line stands in the other two directions.
    private let edge: [Double]

    static func all(of chart: Chart, in view: SpaceView) -> [SpaceAxis] {
        let back = [view.eye.x, view.eye.y, view.eye.z].map { $0 > 0 ? 0.0 : 1 }
        let ranges = [view.x, view.y, view.z]
        return [chart.x, chart.y, chart.z].enumerated().map { index, axis in
            // The flat axes stand on the ground in front; the upright one on the right.
            var edge = [1 - back[0], 1 - back[1], back[2]]
            if index == 2 {
                let sides = [[1 - back[0], back[1], 0.5], [back[0], 1 - back[1], 0.5]]
                func across(_ side: [Double]) -> Double { view.place(Spot(side[0], side[1], 0.5)).point.x }
                edge = across(sides[0]) >= across(sides[1]) ? sides[0] : sides[1]
            }
            let ticks = axis.tickSet(from: ranges[index].lower, to: ranges[index].upper, count: 6).ticks
            return SpaceAxis(axis: axis, ticks: axis.isVisible ? ticks : [], index: index, range: ranges[index], back: back, edge: edge)
        }
    }

    private init(axis: Axis, ticks: [Tick], index: Int, range: (lower: Double, upper: Double), back: [Double], edge: [Double]) {
        self.axis = axis
        self.ticks = ticks
        self.index = index
        self.range = range
        self.back = back
        self.edge = edge
    }

    func share(_ value: Double) -> Double { SpaceView.share(value, range) }

    /// A place on the axis line.
    func onEdge(_ share: Double) -> Spot {
        var place = edge
        place[index] = share
        return Spot(place[0], place[1], place[2])
    }

    /// A place on the wall across the axis.
    func onWall(_ a: Double, _ b: Double) -> Spot {
        var place = back
        let others = [0, 1, 2].filter { $0 != index }
        (place[others[0]], place[others[1]]) = (a, b)
        return Spot(place[0], place[1], place[2])
    }

    /// The line at a tick: over the one wall along the axis, round the corner, over the other.
    func gridLine(at share: Double) -> [Spot] {
        let others = [0, 1, 2].filter { $0 != index }
        func spot(_ first: Double, _ second: Double) -> Spot {
            var place = back
            place[index] = share
            (place[others[0]], place[others[1]]) = (first, second)
            return Spot(place[0], place[1], place[2])
        }
        let (a, b) = (back[others[0]], back[others[1]])
        return [spot(1 - a, b), spot(a, b), spot(a, 1 - b)]
    }
}
