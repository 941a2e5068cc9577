// Defines FigureLayout: where the frames of all charts stand, so that no label is cut and no two collide.

/// One chart with its place and everything that depends on it.
struct PlacedChart {
    let index: Int
    let chart: Chart
    var frame: Frame
    var xTicks: TickSet
    var yTicks: TickSet
    /// Degrees by which labels along x are turned because they would run into each other.
    var tilt: Double
}

/// Room a chart needs around its frame, in points.
struct Margins: Hashable {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0

    /// The larger of two needs on every side.
    func union(_ other: Margins) -> Margins {
        Margins(left: max(left, other.left), right: max(right, other.right), top: max(top, other.top), bottom: max(bottom, other.bottom))
    }
}

/// Where the frames of all charts stand.
struct FigureLayout {
    private let figure: Figure
    private let size: Box
    private static let rim = 5.0

    init(figure: Figure, size: Box) {
        self.figure = figure
        self.size = size
    }

    /// All visible charts, placed; twins right after one another in the figure's order.
    func placed() -> [PlacedChart] {
        // First with a guess of the frames, then with the margins that the labels of the guess need.
        var margins = [Margins](repeating: Margins(left: 40, right: 10, top: 20, bottom: 35), count: figure.charts.count)
        var result: [PlacedChart] = []
        for _ in 0..<3 {
            let boxes = boxes(margins)
            result = figure.charts.indices.map { place($0, in: boxes[$0]) }
            for item in result { margins[item.index] = ChartMargins.needed(by: item) }
            for (index, chart) in figure.charts.enumerated() {
                guard case .twin(let host, _) = chart.placement, margins.indices.contains(host) else { continue }
                margins[host] = margins[host].union(margins[index])
            }
        }
        return result.filter { $0.chart.isVisible }
    }

    /// The frame boxes for given margins.
    private func boxes(_ margins: [Margins]) -> [Box] {
        let area = drawable
        var boxes = [Box](repeating: area, count: figure.charts.count)
        var grids: [[Int]] = []
        for (index, chart) in figure.charts.enumerated() {
            switch chart.placement {
            case .share(let left, let bottom, let width, let height):
                boxes[index] = Box(size.width * left, size.height * (1 - bottom - height), size.width * width, size.height * height)
            case .cell(let cell):
                let known = grids.firstIndex { group in
                    guard case .cell(let other) = figure.charts[group[0]].placement else { return false }
                    return other.rows == cell.rows && other.columns == cell.columns
                }
                if let known { grids[known].append(index) } else { grids.append([index]) }
            case .twin, .inset: break
            }
        }
        for group in grids { GridLayout(figure: figure, area: area, members: group, margins: margins).place(into: &boxes) }
        for index in boxes.indices { boxes[index] = shaped(boxes[index], index) }
        for (index, chart) in figure.charts.enumerated() {
            switch chart.placement {
            case .cell, .share: break
            case .twin(let host, _): if boxes.indices.contains(host) { boxes[index] = boxes[host] }
            case .inset(let host, let left, let bottom, let width, let height):
                guard boxes.indices.contains(host) else { continue }
                let frame = boxes[host]
                boxes[index] = shaped(
                    Box(frame.x + frame.width * left, frame.bottom - frame.height * (bottom + height), frame.width * width, frame.height * height), index)
            }
        }
        return boxes
    }

    /// The sheet without its rim and heading.
    private var drawable: Box {
        let rim = FigureLayout.rim
        let heading = figure.heading.isEmpty ? 0 : TextLayout.extent(of: figure.heading, style: figure.headingStyle).height + 6
        func room(_ name: String) -> Double { name.isEmpty ? 0 : TextLayout.extent(of: name, style: figure.nameStyle).height + 6 }
        let (left, bottom) = (room(figure.leftName), room(figure.bottomName))
        return Box(rim + left, rim + heading, size.width - 2 * rim - left, size.height - 2 * rim - heading - bottom)
    }

    /// The box made narrower or lower where the chart asks for a ratio of its units.
    private func shaped(_ box: Box, _ index: Int) -> Box {
        if figure.charts[index].polar != nil {
            let side = max(min(box.width, box.height), 1)
            return Box(box.center.x - side / 2, box.center.y - side / 2, side, side)
        }
        guard case .frame(let ratio) = figure.charts[index].aspect, ratio > 0, ratio.isFinite else { return box }
        let limits = figure.limits(of: index)
        let chart = figure.charts[index]
        let across = abs(chart.x.scale.forward(limits.x.upper) - chart.x.scale.forward(limits.x.lower))
        let up = abs(chart.y.scale.forward(limits.y.upper) - chart.y.scale.forward(limits.y.lower)) * ratio
        guard across > 0, up > 0, across.isFinite, up.isFinite else { return box }
        let unit = min(box.width / across, box.height / up)
        let (width, height) = (max(across * unit, 1), max(up * unit, 1))
        return Box(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    }

    private func place(_ index: Int, in box: Box) -> PlacedChart {
        let chart = figure.charts[index]
        var limits = figure.limits(of: index)
        if case .limits(let ratio) = chart.aspect { widen(&limits, to: ratio, box) }
        var frame = Frame(
            box: box,
            x: AxisMap(scale: chart.x.scale, lower: limits.x.lower, upper: limits.x.upper, start: box.x, end: box.right),
            y: AxisMap(scale: chart.y.scale, lower: limits.y.lower, upper: limits.y.upper, start: box.bottom, end: box.y),
            clip: "a\(index)")
        if let polar = chart.polar {
            let map = PolarMap(polar, angles: limits.x, radii: limits.y, scale: chart.y.scale, box: box)
            frame.polar = map
            return PlacedChart(
                index: index, chart: chart, frame: frame, xTicks: chart.x.tickSet(from: limits.x.lower, to: limits.x.upper, count: 9),
                yTicks: TickFitting.upright(chart.y, map.radii, length: map.radius * 1.4), tilt: 0)
        }
        let (xTicks, tilt) = TickFitting.across(chart.x, frame.x, length: box.width)
        let yTicks = TickFitting.upright(chart.y, frame.y, length: box.height)
        var item = PlacedChart(index: index, chart: chart, frame: frame, xTicks: xTicks, yTicks: yTicks, tilt: tilt)
        item.frame.depth = ChartMargins.depth(around: item)
        return item
    }

    /// Shows more of one axis until a unit of y is `ratio` times a unit of x.
    private func widen(_ limits: inout (x: (lower: Double, upper: Double), y: (lower: Double, upper: Double)), to ratio: Double, _ box: Box) {
        let (across, up) = (limits.x.upper - limits.x.lower, (limits.y.upper - limits.y.lower) * ratio)
        guard box.width > 0, box.height > 0, across != 0, up != 0, across.isFinite, up.isFinite else { return }
        let unit = max(abs(across) / box.width, abs(up) / box.height)
        func grown(_ range: (lower: Double, upper: Double), to span: Double) -> (lower: Double, upper: Double) {
            let extra = (span - abs(range.upper - range.lower)) / 2 * (range.upper < range.lower ? -1 : 1)
            return (range.lower - extra, range.upper + extra)
        }
        limits.x = grown(limits.x, to: unit * box.width)
        limits.y = grown(limits.y, to: unit * box.height / ratio)
    }
}
