// Defines ColorbarDrawing: draws the colour scales beside a chart.

/// Draws the colour scales beside a chart.
struct ColorbarDrawing {
    let item: PlacedChart

    /// Draws all scales of the chart.
    func draw(on canvas: inout Canvas) {
        let frame = item.frame.box
        var right = frame.right
        if item.chart.isFramed, item.chart.y.isFar { right += ChartMargins.depthOfUpright(item.chart.y, item.yTicks) }
        var below = frame.bottom
        if item.chart.isFramed, !item.chart.x.isFar { below += ChartMargins.depth(of: item.chart.x, ticks: item.xTicks, tilt: item.tilt) }
        for (number, bar) in item.chart.colorbars.enumerated() where bar.chart.isVisible {
            let ticks = ChartMargins.barTicks(bar, length: bar.isHorizontal ? frame.width : frame.height)
            let shrink = min(max(bar.shrink, 0.05), 1)
            if bar.isHorizontal {
                let width = frame.width * shrink
                let box = Box(frame.center.x - width / 2, below + ChartMargins.barGap, width, ChartMargins.barWidth)
                draw(bar, number, ticks, in: box, on: &canvas)
                below = box.bottom + ChartMargins.depth(of: bar.axis, ticks: ticks, tilt: 0)
            } else {
                let height = frame.height * shrink
                let box = Box(right + ChartMargins.barGap, frame.center.y - height / 2, ChartMargins.barWidth, height)
                draw(bar, number, ticks, in: box, on: &canvas)
                right = box.right + ChartMargins.depthOfUpright(bar.axis, ticks)
            }
        }
    }

    private func draw(_ bar: Colorbar, _ number: Int, _ ticks: TickSet, in box: Box, on canvas: inout Canvas) {
        canvas.image(raster(of: bar), in: box, isSmooth: false)
        var chart = bar.chart
        if bar.isHorizontal { chart.y.isVisible = false } else { chart.x.isVisible = false }
        let (low, high) = bar.limits
        let frame = Frame(
            box: box, x: AxisMap(scale: bar.axis.scale, lower: low, upper: high, start: box.x, end: box.right),
            y: AxisMap(scale: bar.axis.scale, lower: low, upper: high, start: box.bottom, end: box.y), clip: "")
        var outline = Path()
        outline.rectangle(box)
        if !chart.sides.isEmpty { canvas.path(outline, stroke: Stroke(.theme(.frame), width: 0.9)) }
        for title in chart.titles { canvas.text(title.text, at: Point(box.center.x, box.y - ChartMargins.titlePad), style: title.style) }
        AxisDrawing(item: PlacedChart(index: item.index, chart: chart, frame: frame, xTicks: ticks, yTicks: ticks, tilt: 0)).draw(on: &canvas)
    }

    /// The run of colours, one pixel wide; low values at the bottom or left.
    private func raster(of bar: Colorbar) -> Raster {
        let count: Int
        let color: (Int) -> Color
        if bar.boundaries.count > 1 {
            // Bands keep the widths that their edges have.
            count = 128
            let (low, high) = bar.limits
            color = { bar.map.color(at: bar.normalization(low + (high - low) * (Double($0) + 0.5) / 128)) }
        } else {
            count = bar.map.entries.count
            color = { bar.map.entries[$0] }
        }
        return bar.isHorizontal
            ? Raster(width: count, height: 1) { _, column in color(column) }
            : Raster(width: 1, height: count) { row, _ in color(count - 1 - row) }
    }
}
