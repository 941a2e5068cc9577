// Defines FigureDrawing: draws a laid-out figure, chart by chart.

/// Draws a laid-out figure, chart by chart.
struct FigureDrawing {
    let figure: Figure
    let size: Box

    /// Draws the figure.
    func draw(on canvas: inout Canvas) {
        let placed = FigureLayout(figure: figure, size: size).placed()
        for item in placed { ChartDrawing(item: item).draw(on: &canvas) }
        // Keys come last: nothing may cover them.
        for item in placed {
            if let legend = item.chart.legend {
                let charts = [item.chart] + placed.filter { isTwin($0, of: item.index) && $0.chart.legend == nil }.map(\.chart)
                let obstacles = charts.flatMap { $0.marks.filter(\.traits.isVisible).flatMap { $0.obstacles(in: item.frame) } }
                LegendDrawing(legend: legend, charts: legend.entries == nil ? [item.chart] : charts).draw(on: &canvas, in: item.frame.box, avoiding: obstacles)
            }
        }
        if let legend = figure.legend {
            LegendDrawing(legend: legend, charts: figure.charts).draw(on: &canvas, in: size.grown(by: -6), avoiding: [])
        }
        drawNames(on: &canvas)
        for note in figure.notes {
            canvas.text(note.text, at: Point(size.width * note.x, size.height * (1 - note.y)), style: note.style)
        }
        if !figure.heading.isEmpty {
            var style = figure.headingStyle
            style.vertical = .top
            canvas.text(figure.heading, at: Point(size.width / 2, 6), style: style)
        }
    }

    private func drawNames(on canvas: inout Canvas) {
        var style = figure.nameStyle
        (style.horizontal, style.vertical) = (.center, .bottom)
        canvas.text(figure.bottomName, at: Point(size.width / 2, size.height - 4), style: style)
        (style.rotation, style.vertical) = (90, .top)
        canvas.text(figure.leftName, at: Point(4, size.height / 2), style: style)
    }

    private func isTwin(_ item: PlacedChart, of index: Int) -> Bool {
        if case .twin(index, _) = item.chart.placement { return true }
        return false
    }
}
