// Defines ChartDrawing: draws one chart — ground, grid, marks, frame, axes, title.

/// Draws one placed chart.
struct ChartDrawing {
    let item: PlacedChart

    private var chart: Chart { item.chart }
    private var frame: Frame { item.frame }

    /// Draws the chart.
    func draw(on canvas: inout Canvas) {
        if let space = chart.space {
            SpaceDrawing(item, space).draw(on: &canvas)
            ColorbarDrawing(item: item).draw(on: &canvas)
            drawTitle(on: &canvas)
            return
        }
        let clip = canvas.prefix + "-" + frame.clip
        canvas.open("clipPath", ["id": clip])
        if let polar = frame.polar {
            canvas.element("path", ["d": polar.outline.text])
        } else {
            canvas.element("rect", [
                "x": Coordinate.text(frame.box.x), "y": Coordinate.text(frame.box.y),
                "width": Coordinate.text(frame.box.width), "height": Coordinate.text(frame.box.height),
            ])
        }
        canvas.close("clipPath")
        if chart.isFramed { drawGround(on: &canvas) }
        let marks = chart.marks.filter(\.traits.isVisible).enumerated().sorted {
            ($0.element.traits.order, $0.offset) < ($1.element.traits.order, $1.offset)
        }.map(\.element)
        canvas.group(clip: clip) { canvas in
            for mark in marks { mark.draw(on: &canvas, in: frame) }
        }
        if chart.isFramed, let polar = frame.polar {
            PolarDrawing(item: item, map: polar).drawLabels(on: &canvas)
        } else if chart.isFramed {
            drawSides(on: &canvas)
            AxisDrawing(item: item).draw(on: &canvas)
        }
        for mark in marks { mark.drawUncut(on: &canvas, in: frame) }
        ColorbarDrawing(item: item).draw(on: &canvas)
        drawTitle(on: &canvas)
    }

    /// The chart's own colour, and its grid.
    private func drawGround(on canvas: inout Canvas) {
        var ground = frame.polar?.outline ?? Path()
        if ground.isEmpty { ground.rectangle(frame.box) }
        canvas.path(ground, fill: chart.background)
        if let polar = frame.polar { PolarDrawing(item: item, map: polar).drawGrid(on: &canvas) } else { drawGrid(on: &canvas) }
    }

    private func drawGrid(on canvas: inout Canvas) {
        let box = frame.box
        for isMinor in [true, false] {
            if let stroke = isMinor ? chart.x.minorGrid : chart.x.grid {
                var path = Path()
                for tick in item.xTicks.ticks where tick.isMinor == isMinor {
                    let x = frame.x(tick.value)
                    path.polygon([Point(x, box.y), Point(x, box.bottom)], closed: false)
                }
                canvas.path(path, stroke: stroke)
            }
            if let stroke = isMinor ? chart.y.minorGrid : chart.y.grid {
                var path = Path()
                for tick in item.yTicks.ticks where tick.isMinor == isMinor {
                    let y = frame.y(tick.value)
                    path.polygon([Point(box.x, y), Point(box.right, y)], closed: false)
                }
                canvas.path(path, stroke: stroke)
            }
        }
    }

    private func drawSides(on canvas: inout Canvas) {
        let box = frame.box
        var path = Path()
        if chart.sides.count == 4, chart.sideStrokes.isEmpty {
            path.rectangle(box)
        } else {
            let (a, b, c, d) = (Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))
            let lines: [(Side, Point, Point)] = [(.top, a, b), (.right, b, c), (.bottom, d, c), (.left, a, d)]
            for (side, start, end) in lines where chart.sides.contains(side) {
                guard let stroke = chart.sideStrokes[side] else {
                    path.polygon([start, end], closed: false)
                    continue
                }
                var own = Path()
                own.polygon([start, end], closed: false)
                canvas.path(own, stroke: stroke)
            }
        }
        canvas.path(path, stroke: Stroke(.theme(.frame), width: 0.9))
    }

    private func drawTitle(on canvas: inout Canvas) {
        guard !chart.titles.isEmpty else { return }
        let box = frame.box
        var rise = ChartMargins.titlePad
        if chart.polar != nil { rise += PolarDrawing.room(for: item).height }
        if chart.isFramed, chart.polar == nil, chart.x.isFar { rise += ChartMargins.depth(of: chart.x, ticks: item.xTicks, tilt: item.tilt) }
        if chart.isFramed, chart.polar == nil, chart.y.showsLabels, chart.y.isVisible, !item.yTicks.common.isEmpty { rise = max(rise, chart.y.tickStyle.size + 5) }
        for title in chart.titles {
            var style = title.style
            style.vertical = .baseline
            canvas.text(title.text, at: Point(box.x + box.width * title.share, box.y - rise), style: style)
        }
    }
}
