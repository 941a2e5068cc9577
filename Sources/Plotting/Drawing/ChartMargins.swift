// Defines ChartMargins: how much room the labels, title and colour bars of a chart need around its frame.

/// How much room the words around a frame need.
enum ChartMargins {
    /// Length of a tick and its distance to the label.
    static let tick = 3.5
    static let pad = 3.5
    /// Distance of the axis label to the tick labels, and of the title to the frame.
    static let labelPad = 4.0
    static let titlePad = 6.0
    /// Width of a colour bar and its distance to the frame.
    static let barWidth = 12.0
    static let barGap = 9.0

    /// Room for all that stands around the frame.
    static func needed(by item: PlacedChart) -> Margins {
        var margins = Margins()
        let chart = item.chart
        guard chart.isVisible else { return margins }
        if chart.polar != nil {
            margins = PolarDrawing.margins(for: item)
        } else if chart.isFramed, chart.space == nil {
            let depth = depth(of: chart.x, ticks: item.xTicks, tilt: item.tilt)
            if chart.x.isFar { margins.top += depth } else { margins.bottom += depth }
            let width = depthOfUpright(chart.y, item.yTicks)
            if chart.y.isFar { margins.right += width } else { margins.left += width }
            margins = margins.union(overhang(of: item))
        }
        margins.top += titleDepth(of: chart)
        for bar in chart.colorbars where bar.chart.isVisible {
            let ticks = barTicks(bar, length: bar.isHorizontal ? item.frame.box.width : item.frame.box.height)
            if bar.isHorizontal {
                margins.bottom += barGap + barWidth + depth(of: bar.axis, ticks: ticks, tilt: 0)
            } else {
                margins.right += barGap + barWidth + depthOfUpright(bar.axis, ticks)
            }
        }
        for case let table as TableMark in chart.marks where table.traits.isVisible {
            let room = table.margins(frame: item.frame.box.width)
            margins = Margins(left: max(margins.left, room.left), right: margins.right, top: margins.top + room.top, bottom: margins.bottom + room.bottom)
        }
        if let legend = chart.legend, let anchor = legend.anchor, !LegendDrawing.entries(of: legend, in: [chart]).isEmpty {
            let size = LegendDrawing(legend: legend, charts: [chart]).size
            // A list that hangs outside the frame needs its own room.
            if anchor.x >= 1, legend.location.corner.x == 0 { margins.right += size.width + (anchor.x - 1) * item.frame.box.width + 4 }
            if anchor.y >= 1, legend.location.corner.y == 0 { margins.top += size.height + 4 }
            if anchor.y <= 0, legend.location.corner.y == 1 { margins.bottom += size.height + 4 }
        }
        return margins
    }

    private static func titleDepth(of chart: Chart) -> Double {
        chart.titles.map { TextLayout.extent(of: $0.text, style: $0.style).height + titlePad }.max() ?? 0
    }

    /// What ticks, labels and titles take over and under the frame.
    static func depth(around item: PlacedChart) -> (top: Double, bottom: Double) {
        let chart = item.chart
        let axis = chart.isFramed ? depth(of: chart.x, ticks: item.xTicks, tilt: item.tilt) : 0
        return (titleDepth(of: chart) + (chart.x.isFar ? axis : 0), chart.x.isFar ? 0 : axis)
    }

    /// Room for ticks, tick labels and label of an axis along x.
    static func depth(of axis: Axis, ticks: TickSet, tilt: Double) -> Double {
        guard axis.isVisible else { return 0 }
        var depth = axis.showsTicks && !ticks.ticks.isEmpty ? tick : 0
        let labels = labelExtent(axis, ticks, tilt: tilt)
        if labels.height > 0 { depth += pad + labels.height }
        if !axis.label.isEmpty { depth += labelPad + TextLayout.extent(of: axis.label, style: axis.labelStyle).height }
        return depth
    }

    /// Room for ticks, tick labels and (turned) label of an axis along y.
    static func depthOfUpright(_ axis: Axis, _ ticks: TickSet) -> Double {
        guard axis.isVisible else { return 0 }
        var depth = axis.showsTicks && !ticks.ticks.isEmpty ? tick : 0
        let labels = labelExtent(axis, ticks, tilt: 0)
        if labels.width > 0 { depth += pad + labels.width }
        if !axis.label.isEmpty { depth += labelPad + TextLayout.extent(of: axis.label, style: axis.labelStyle).width }
        return depth
    }

    /// The widest and highest tick label.
    static func labelExtent(_ axis: Axis, _ ticks: TickSet, tilt: Double) -> (width: Double, height: Double) {
        guard axis.showsLabels else { return (0, 0) }
        var style = axis.tickStyle
        if tilt != 0 { style.rotation = tilt }
        return ticks.ticks.reduce((0, 0)) { most, tick in
            let extent = TextLayout.extent(of: tick.label, style: style)
            return (max(most.0, extent.width), max(most.1, extent.height))
        }
    }

    /// What labels at the ends of an axis need beyond the corners, and the shared factor over the y axis.
    private static func overhang(of item: PlacedChart) -> Margins {
        var margins = Margins()
        let (x, y, box) = (item.chart.x, item.chart.y, item.frame.box)
        if x.isVisible, x.showsLabels, item.tilt == 0 {
            for tick in item.xTicks.ticks where !tick.label.isEmpty {
                let half = TextLayout.extent(of: tick.label, style: x.tickStyle).width / 2
                let place = item.frame.x(tick.value)
                margins.right = max(margins.right, place + half - box.right)
                margins.left = max(margins.left, box.x - place + half)
            }
        }
        if y.isVisible, y.showsLabels, !item.yTicks.ticks.isEmpty {
            let half = y.tickStyle.size / 2
            margins.top = max(margins.top, item.yTicks.common.isEmpty ? half : y.tickStyle.size + 3)
            margins.bottom = max(margins.bottom, half)
        }
        if x.isVisible, x.showsLabels, !item.xTicks.common.isEmpty, !x.isFar { margins.bottom += 2 }
        return margins
    }

    /// The ticks of a colour bar of a given length.
    static func barTicks(_ bar: Colorbar, length: Double) -> TickSet {
        var axis = bar.axis
        if !bar.boundaries.isEmpty, axis.ticks == .automatic { axis.ticks = .fixed(bar.boundaries, labels: nil) }
        let (low, high) = bar.limits
        return axis.tickSet(from: low, to: high, count: TickFitting.count(along: length * bar.shrink, each: axis.tickStyle.size * 2))
    }
}
