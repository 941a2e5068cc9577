// Defines AxisDrawing: draws ticks, tick labels and axis labels.

/// Draws the ticks, tick labels and labels of both axes of a chart.
struct AxisDrawing {
    let item: PlacedChart

    /// Draws both axes.
    func draw(on canvas: inout Canvas) {
        if item.chart.x.isVisible { drawX(on: &canvas) }
        if item.chart.y.isVisible { drawY(on: &canvas) }
    }

    private func drawX(on canvas: inout Canvas) {
        let (axis, box) = (item.chart.x, item.frame.box)
        let outward: Double = axis.isFar ? -1 : 1
        let edge = axis.isFar ? box.y : box.bottom
        var path = Path()
        var style = axis.tickStyle
        if item.tilt != 0 { style.rotation = item.tilt }
        let label = edge + outward * (ChartMargins.pad + (axis.showsTicks ? ChartMargins.tick : 0))
        for tick in item.xTicks.ticks {
            let x = item.frame.x(tick.value)
            guard x.isFinite else { continue }
            if axis.showsTicks {
                let length = tick.isMinor ? ChartMargins.tick * 0.6 : ChartMargins.tick
                path.polygon([Point(x, edge), Point(x, edge + outward * length)], closed: false)
            }
            if axis.showsLabels { drawLabel(tick.label, at: Point(x, label), style, isAbove: axis.isFar, on: &canvas) }
        }
        canvas.path(path, stroke: Stroke(.theme(.frame), width: 0.9))
        let labels = ChartMargins.labelExtent(axis, item.xTicks, tilt: item.tilt).height
        if axis.showsLabels, !item.xTicks.common.isEmpty {
            var common = axis.tickStyle
            (common.horizontal, common.vertical) = (.right, axis.isFar ? .bottom : .top)
            canvas.text(AxisDrawing.factor(item.xTicks.common), at: Point(box.right, label + outward * (labels + 1)), style: common)
        }
        var words = axis.labelStyle
        words.vertical = axis.isFar ? .bottom : .top
        let x: Double = switch words.horizontal {
        case .left: box.x
        case .center: box.center.x
        case .right: box.right
        }
        let depth = ChartMargins.labelPad + (labels > 0 ? labels : -ChartMargins.pad)
        canvas.text(axis.label, at: Point(x, label + outward * depth), style: words)
    }

    /// A label under (or over) its tick; a turned one ends at the tick, so that it is clear which tick it belongs to.
    private func drawLabel(_ text: String, at place: Point, _ style: TextStyle, isAbove: Bool, on canvas: inout Canvas) {
        guard !text.isEmpty else { return }
        var style = style
        let turn = style.rotation.truncatingRemainder(dividingBy: 180)
        if turn == 0 {
            style.vertical = isAbove ? .bottom : .top
            canvas.text(text, at: place, style: style)
        } else {
            style.vertical = .center
            style.horizontal = (turn > 0) == isAbove ? .left : .right
            let shift = style.size * 0.45 * abs(cosine(turn * .pi / 180))
            canvas.text(text, at: Point(place.x, place.y + (isAbove ? -shift : shift)), style: style)
        }
    }

    private func drawY(on canvas: inout Canvas) {
        let (axis, box) = (item.chart.y, item.frame.box)
        let outward: Double = axis.isFar ? 1 : -1
        let edge = axis.isFar ? box.right : box.x
        var path = Path()
        var style = axis.tickStyle
        style.horizontal = axis.isFar ? .left : .right
        style.vertical = .center
        let label = edge + outward * (ChartMargins.pad + (axis.showsTicks ? ChartMargins.tick : 0))
        for tick in item.yTicks.ticks {
            let y = item.frame.y(tick.value)
            guard y.isFinite else { continue }
            if axis.showsTicks {
                let length = tick.isMinor ? ChartMargins.tick * 0.6 : ChartMargins.tick
                path.polygon([Point(edge, y), Point(edge + outward * length, y)], closed: false)
            }
            if axis.showsLabels { canvas.text(tick.label, at: Point(label, y), style: style) }
        }
        canvas.path(path, stroke: Stroke(.theme(.frame), width: 0.9))
        if axis.showsLabels, !item.yTicks.common.isEmpty {
            var common = axis.tickStyle
            (common.horizontal, common.vertical) = (axis.isFar ? .right : .left, .baseline)
            canvas.text(AxisDrawing.factor(item.yTicks.common), at: Point(edge, box.y - 4), style: common)
        }
        drawYLabel(axis, from: label, outward, on: &canvas)
    }

    private func drawYLabel(_ axis: Axis, from label: Double, _ outward: Double, on canvas: inout Canvas) {
        let labels = ChartMargins.labelExtent(axis, item.yTicks, tilt: 0).width
        var words = axis.labelStyle
        let depth = ChartMargins.labelPad + (labels > 0 ? labels : -ChartMargins.pad)
        let middle = item.frame.box.center.y
        if words.rotation == 0 {
            // A label that lies needs its own width.
            words.vertical = .center
            words.horizontal = axis.isFar ? .left : .right
        } else {
            words.vertical = words.rotation > 0 ? (axis.isFar ? .top : .bottom) : (axis.isFar ? .bottom : .top)
        }
        canvas.text(axis.label, at: Point(label + outward * depth, middle), style: words)
    }

    /// "1e6" as it is written in print: ×10⁶.
    static func factor(_ text: String) -> String {
        guard text.hasPrefix("1e") else { return text }
        let digits = text.dropFirst(2).prefix { $0 == "−" || $0.isNumber }
        return "×$10^{" + digits + "}$" + text.dropFirst(2 + digits.count)
    }
}
