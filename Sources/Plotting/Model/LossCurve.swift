// Defines the figure of a quantity that training drives down, step by step.

extension Figure {
    /// The curve of a quantity over the steps at which it was computed; on a log axis where it spans at least two decades above zero.
    /// `name` is what the code calls it.
    public static func lossCurve(name: String, values: [Double]) -> Figure {
        var figure = Figure()
        figure.height = 3.6
        var chart = Chart()
        let steps = values.indices.map { Double($0 + 1) }
        chart.marks = [LineMark(xs: steps, ys: values, stroke: Stroke(.cycle(0), width: values.count > 500 ? 1 : 1.5))]
        if values.count == 1 {
            chart.marks = [LineMark(xs: steps, ys: values, stroke: Stroke(.none), marker:
                MarkerStyle(.circle, fill: .cycle(0), edge: Stroke(.cycle(0), width: 1)))]
        }
        chart.x.label = "step"
        chart.y.label = name
        chart.x.ticks = .atMost(9, integer: true)
        chart.x.margin = 0.02
        chart.y.grid = Stroke(.theme(.grid), width: 0.8)
        chart.sides = [.left, .bottom]
        var reach = Interval()
        for value in values { reach.include(value) }
        if reach.lower > 0, reach.upper / reach.lower >= 100 { chart.y.scale = .log(base: 10) }
        figure.charts = [chart]
        return figure
    }
}
