// Defines PolarDrawing: draws the circles and spokes of a polar chart and names them.

/// Draws what stands around the marks of a polar chart.
struct PolarDrawing {
    let item: PlacedChart
    let map: PolarMap

    private var chart: Chart { item.chart }
    /// Room between the rim and the names of the angles.
    static let pad = 5.0

    /// Circles at the ticks of the radius, spokes at those of the angle.
    func drawGrid(on canvas: inout Canvas) {
        if let stroke = chart.y.grid {
            var path = Path()
            for tick in item.yTicks.ticks where !tick.isMinor { circle(map.radii(tick.value), into: &path) }
            canvas.path(path, stroke: stroke)
        }
        if let stroke = chart.x.grid {
            var path = Path()
            for tick in shownAngles { path.polygon([map.center, map.spot(angle: tick.value, distance: map.radius)], closed: false) }
            canvas.path(path, stroke: stroke)
        }
    }

    private func circle(_ distance: Double, into path: inout Path) {
        guard distance.isFinite, distance > 0.5, distance < map.radius - 0.5 else { return }
        if map.isWhole {
            path.circle(map.center, radius: distance)
        } else {
            path.polygon(map.arc(from: map.angles.lower, to: map.angles.upper, distance: distance), closed: false)
        }
    }

    /// The ticks of the angle; where the turn is whole, its end is its start.
    private var shownAngles: [Tick] {
        let ticks = item.xTicks.ticks.filter { !$0.isMinor }
        guard map.isWhole, let first = ticks.first else { return ticks }
        return ticks.filter { $0.value < first.value + 2 * .pi - 1e-9 }
    }

    /// The rim, the names of angles outside it, those of radii inside.
    func drawLabels(on canvas: inout Canvas) {
        canvas.path(map.outline, stroke: Stroke(.theme(.frame), width: 0.9))
        if chart.x.isVisible, chart.x.showsLabels {
            for tick in shownAngles { drawAngle(tick, on: &canvas) }
        }
        if chart.y.isVisible, chart.y.showsLabels {
            // Radii are named in the middle between two spokes, on a ground that keeps them legible.
            var style = chart.y.tickStyle
            style.vertical = .center
            style.box = TextBox(fill: .paper, edge: .none, padding: 0.08, alpha: 0.75)
            let direction = map.isWhole ? item.labelAngle : map.angles.lower
            for tick in item.yTicks.ticks where !tick.isMinor && !tick.label.isEmpty {
                let distance = map.radii(tick.value)
                guard distance.isFinite, distance > 3 || !map.isWhole, distance <= map.radius + (map.isWhole ? 0.5 : -style.size) else { continue }
                canvas.text(tick.label, at: map.spot(angle: direction, distance: distance), style: style)
            }
        }
        drawNames(on: &canvas)
    }

    private func drawAngle(_ tick: Tick, on canvas: inout Canvas) {
        guard !tick.label.isEmpty else { return }
        var style = chart.x.tickStyle
        let rim = map.spot(angle: tick.value, distance: map.radius + PolarDrawing.pad)
        let way = rim - map.center
        let share = way.length > 0 ? way * (1 / way.length) : Point(0, 0)
        style.horizontal = share.x > 0.3 ? .left : share.x < -0.3 ? .right : .center
        style.vertical = .center
        let height = TextLayout.extent(of: tick.label, style: style).height
        canvas.text(tick.label, at: Point(rim.x, rim.y + share.y * height / 2), style: style)
    }

    /// The names of the two axes stand where a flat chart has them.
    private func drawNames(on canvas: inout Canvas) {
        let (box, room) = (item.frame.box, PolarDrawing.room(for: item))
        var words = chart.x.labelStyle
        (words.horizontal, words.vertical) = (.center, .top)
        canvas.text(chart.x.label, at: Point(box.center.x, box.bottom + room.height + ChartMargins.labelPad), style: words)
        words = chart.y.labelStyle
        words.vertical = .bottom
        canvas.text(chart.y.label, at: Point(box.x - room.width - ChartMargins.labelPad, box.center.y), style: words)
    }

    /// Room for the names of angles: beside the rim, and over and under it.
    static func room(for item: PlacedChart) -> (width: Double, height: Double) {
        guard item.chart.isFramed, item.chart.x.isVisible, item.chart.x.showsLabels else { return (0, 0) }
        let extent = ChartMargins.labelExtent(item.chart.x, item.xTicks, tilt: 0)
        return (extent.width + pad, extent.height + pad)
    }

    /// Room around the frame for all names.
    static func margins(for item: PlacedChart) -> Margins {
        let room = room(for: item)
        var margins = Margins(left: room.width, right: room.width, top: room.height, bottom: room.height)
        for (axis, side) in [(item.chart.x, \Margins.bottom), (item.chart.y, \Margins.left)] where item.chart.isFramed && !axis.label.isEmpty {
            let extent = TextLayout.extent(of: axis.label, style: axis.labelStyle)
            margins[keyPath: side] += ChartMargins.labelPad + (side == \.left ? extent.width : extent.height)
        }
        return margins
    }
}

extension PlacedChart {
    /// Where radii are named, in radians.
    fileprivate var labelAngle: Double { (chart.polar?.labelAngle ?? 0) * .pi / 180 }
}
