// Defines Gallery: one figure of every kind, drawn from fixed numbers; golden files hold their SVG.
import Plotting

/// One figure of every kind, from fixed numbers.
enum Gallery {
    static let figures: [(name: String, figure: Figure)] = lines + distributions + grids + others + FieldGallery.figures

    /// Even places from `low` to `high`.
    static func places(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        (0..<count).map { low + (high - low) * Double($0) / Double(max(count - 1, 1)) }
    }

    /// A parabola-like wave that needs no C library.
    static func wave(_ x: Double) -> Double {
        let turn = (x / 2).rounded(.down)
        let inside = x - 2 * turn - 1
        return (turn.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1) * (1 - inside * inside)
    }

    /// Numbers that look random and are the same everywhere.
    static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        return (0..<count).map { _ in
            var sum = 0.0
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                sum += Double(state >> 40) / Double(1 << 24) - 0.5
            }
            return sum
        }
    }

    static func chart(_ build: (inout Chart) -> Void) -> Figure {
        var figure = Figure()
        var axes = Chart()
        build(&axes)
        figure.charts = [axes]
        return figure
    }

    static func line(_ xs: [Double], _ ys: [Double], _ index: Int, label: String? = nil, dash: Dash = .solid, marker: Marker? = nil) -> LineMark {
        let paint = Paint.cycle(index)
        let style = marker.map { MarkerStyle($0, fill: paint, edge: Stroke(paint, width: 1)) }
        return LineMark(xs: xs, ys: ys, stroke: Stroke(paint, dash: dash), marker: style, label: label)
    }

    static func decay(_ count: Int, _ rate: Double, seed: UInt64) -> [Double] {
        var value = 2.3
        return noise(count, seed: seed).map {
            value *= rate
            return value * (1 + 0.1 * $0) + 0.05
        }
    }

    private static let lines: [(name: String, figure: Figure)] = [
        ("line", chart { axes in
            let xs = places(0, 10, 80)
            axes.marks = [
                line(xs, xs.map(wave), 0, label: "wave"), line(xs, xs.map { wave($0) * 0.5 + 0.2 }, 1, label: "half", dash: .dashed),
                line(places(0, 10, 11), places(0, 10, 11).map { wave($0 + 1) * 0.8 }, 2, label: "$x_{t+1}^2$", dash: .dotted, marker: .circle),
            ]
            axes.title = "Waves of width $2\\pi$"
            axes.x.label = "time $t$ [s]"
            axes.y.label = "amplitude"
            axes.legend = Legend()
            axes.x.grid = Stroke(.theme(.grid), width: 0.8)
            axes.y.grid = Stroke(.theme(.grid), width: 0.8)
        }),
        ("loss", Figure.lossCurve(name: "loss", values: decay(400, 0.98, seed: 3))),
        ("loss-decades", Figure.lossCurve(name: "loss", values: decay(400, 0.97, seed: 3).map { $0 * $0 * $0 * $0 })),
        ("train-test", chart { axes in
            let epochs = places(1, 20, 20)
            axes.marks = [
                line(epochs, decay(20, 0.85, seed: 1), 0, label: "train", marker: .circle),
                line(epochs, decay(20, 0.9, seed: 2), 1, label: "test", dash: .dashed, marker: .square),
            ]
            (axes.x.label, axes.y.label) = ("epoch", "loss")
            axes.y.scale = .log(base: 10)
            axes.legend = Legend()
        }),
        ("large-numbers", chart { axes in
            axes.marks = [line(places(2000, 2010, 11), places(1.2e6, 8.4e6, 11), 0), ReferenceMark(.horizontal(y: 5e6, from: 0, to: 1), stroke: Stroke(.theme(.red), width: 1.5, dash: .dashed)),
                          ReferenceMark(.verticalBand(from: 2003, to: 2005, start: 0, end: 1), stroke: nil, fill: .cycle(1), alpha: 0.3)]
        }),
        ("band", chart { axes in
            let xs = places(0, 5, 60)
            let ys = xs.map { wave($0) }
            axes.marks = [
                AreaMark(places: xs, lower: ys.map { $0 - 0.3 }, upper: ys.map { $0 + 0.3 }, fill: .cycle(0), alpha: 0.25, label: "95 %"),
                line(xs, ys, 0, label: "mean"),
                ErrorMark(xs: [1, 2, 3, 4], ys: [0.9, 0.1, -0.9, 0.1], vertical: [(0.2, 0.3), (0.2, 0.2), (0.1, 0.4), (0.3, 0.1)], horizontal: [], stroke: Stroke(.cycle(3)), capSize: 3),
            ]
            axes.legend = Legend()
        }),
    ]
    private static let distributions: [(name: String, figure: Figure)] = [
        ("scatter", chart { axes in
            for group in 0..<3 {
                let shift = Double(group) * 0.8
                axes.marks.append(ScatterMark(xs: noise(60, seed: UInt64(group + 1)).map { $0 + shift }, ys: noise(60, seed: UInt64(group + 9)).map { $0 + shift * 0.5 },
                    fills: [.cycle(group)], alpha: 0.7, label: "class \(group)"))
            }
            axes.legend = Legend()
            axes.title = "Three classes"
        }),
        ("scatter-map", chart { axes in
            let values = noise(120, seed: 5)
            let norm = Normalization().fitted(to: values)
            axes.marks = [ScatterMark(xs: noise(120, seed: 6), ys: noise(120, seed: 7), areas: values.map { 40 + 30 * $0 }, fills: values.map { .exact(Colormap.viridis.color(at: norm($0))) }, edges: [.ink], edgeWidth: 0.5, values: values)]
            var bar = Colorbar(normalization: norm, map: .viridis)
            bar.axis.label = "value"
            axes.colorbars = [bar]
        }),
        ("bars", chart { axes in
            let names = ["adam", "sgd", "rmsprop", "lbfgs"]
            let heights = [0.97, 0.92, 0.95, 0.88]
            axes.marks = [BarMark(bars: heights.enumerated().map { .init(start: Double($0.offset) - 0.4, end: Double($0.offset) + 0.4, foot: 0, top: $0.element) }, fills: [.cycle(0)])]
            axes.x.categories = names
            axes.y.label = "accuracy"
        }),
        ("bars-lying", chart { axes in
            axes.marks = [BarMark(bars: [3.0, 7, 1, 5].enumerated().map { .init(start: Double($0.offset) - 0.4, end: Double($0.offset) + 0.4, foot: 0, top: $0.element) }, isHorizontal: true, fills: (0..<4).map { .cycle($0) })]
            axes.y.categories = ["first class", "second class", "third", "the fourth class"]
        }),
        ("histogram", chart { axes in
            for group in 0..<2 {
                let values = noise(1000, seed: UInt64(group + 20)).map { $0 + Double(group) }
                let histogram = Histogram(values, edges: Histogram.edges(for: values, count: 30))
                axes.marks.append(BarMark(bars: histogram.counts.indices.map { .init(start: histogram.edges[$0], end: histogram.edges[$0 + 1], foot: 0, top: histogram.counts[$0]) }, fills: [.cycle(group)], alpha: 0.5, label: "layer \(group)"))
            }
            axes.legend = Legend()
        }),
        ("boxes", chart { axes in
            axes.marks = [BoxMark(summaries: (0..<4).compactMap { BoxSummary(noise(50, seed: UInt64($0 + 40)).map { $0 * 2 }) }, positions: [1, 2, 3, 4], widths: [0.5, 0.5, 0.5, 0.5])]
            axes.x.ticks = .fixed([1, 2, 3, 4], labels: ["a", "b", "c", "d"])
        }),
    ]
    private static let grids: [(name: String, figure: Figure)] = [
        ("image", chart { axes in
            let values = (0..<64).map { Double($0 % 8) * Double($0 / 8) }
            axes.marks = [ImageMark(.values(values, Normalization(), .viridis), rows: 8, columns: 8, extent: .init(left: -0.5, right: 7.5, bottom: 7.5, top: -0.5))]
            axes.y.isInverted = true
            axes.aspect = .frame(ratio: 1)
            axes.title = "A table of products"
            axes.colorbars = [Colorbar(normalization: Normalization().fitted(to: values), map: .viridis)]
        }),
        ("image-grid", {
            var figure = Figure()
            (figure.width, figure.height) = (8, 3.6)
            figure.heading = "Digits"
            for index in 0..<10 {
                var axes = Chart()
                axes.placement = .cell(GridCell(rows: 2, columns: 5, row: index / 5..<index / 5 + 1, column: index % 5..<index % 5 + 1))
                let values = noise(196, seed: UInt64(index + 1))
                axes.marks = [ImageMark(.values(values, Normalization(), Colormap.named("gray_r") ?? .viridis), rows: 14, columns: 14, extent: .init(left: -0.5, right: 13.5, bottom: 13.5, top: -0.5))]
                axes.y.isInverted = true
                axes.aspect = .frame(ratio: 1)
                axes.isFramed = false
                axes.title = "label \(index)"
                figure.charts.append(axes)
            }
            return figure
        }()),
        ("contours", {
            var figure = Figure()
            (figure.width, figure.height) = (9, 4)
            let (xs, ys) = (places(-3, 3, 40), places(-2, 2, 30))
            let gridX = ys.flatMap { _ in xs }
            let gridY = ys.flatMap { y in xs.map { _ in y } }
            let heights = zip(gridX, gridY).map { $0 * $0 - $1 * $1 * $1 + $0 * $1 }
            for isFilled in [true, false] {
                var axes = Chart()
                axes.placement = .cell(GridCell(rows: 1, columns: 2, row: 0..<1, column: isFilled ? 0..<1 : 1..<2))
                let levels = ContourMark.levels(for: heights, count: 7, isFilled: isFilled)
                let norm = Normalization(lower: levels.first, upper: levels.last)
                let middles = isFilled ? zip(levels, levels.dropFirst()).map { ($0 + $1) / 2 } : levels
                axes.marks = [ContourMark(xs: gridX, ys: gridY, heights: heights, rows: 30, columns: 40, levels: levels, isFilled: isFilled, paints: middles.map { .exact((Colormap.named("RdBu") ?? .viridis).color(at: norm($0))) })]
                axes.title = isFilled ? "bands" : "lines"
                figure.charts.append(axes)
            }
            return figure
        }()),
        ("decision", chart { axes in
            let xs = places(-2, 2, 50)
            let gridX = xs.flatMap { _ in xs }
            let gridY = xs.flatMap { y in xs.map { _ in y } }
            let heights = zip(gridX, gridY).map { $0 * $0 + $1 * $1 < 1.5 ? 1.0 : 0.0 }
            axes.marks = [ContourMark(xs: gridX, ys: gridY, heights: heights, rows: 50, columns: 50, levels: [-0.5, 0.5, 1.5], isFilled: true, paints: [.cycle(0), .cycle(1)], alpha: 0.3),
                          ScatterMark(xs: noise(80, seed: 3).map { $0 * 2 }, ys: noise(80, seed: 4).map { $0 * 2 }, fills: [.cycle(1)], edges: [.ink])]
        }),
        ("mesh", chart { axes in
            let edges = [0, 1, 1.5, 3, 6.0]
            axes.marks = [MeshMark(cornerX: edges.flatMap { _ in edges }, cornerY: edges.flatMap { y in edges.map { _ in y } }, values: (0..<16).map(Double.init), rows: 4, columns: 4, normalization: Normalization(), map: Colormap.named("coolwarm") ?? .viridis)]
        }),
    ]
    private static let others: [(name: String, figure: Figure)] = [
        ("annotation", chart { axes in
            let xs = places(0, 4, 50)
            axes.marks = [line(xs, xs.map(wave), 0)]
            var style = TextStyle(size: 11)
            style.horizontal = .left
            var note = TextMark("maximum", x: 2, y: 0.6, style: style)
            note.target = (1, 1, .data)
            note.arrow = ArrowStyle(stroke: Stroke(.ink, width: 1))
            var boxed = TextMark("boxed\ntwo lines", x: 0.95, y: 0.95, ruler: .frame, style: style)
            (boxed.style.horizontal, boxed.style.vertical) = (.right, .top)
            boxed.style.box = TextBox(fill: .exact(Color(rgb: 0xF5DEB3)), isRound: true, alpha: 0.6)
            axes.marks += [note, boxed]
        }),
        ("quiver", chart { axes in
            let places = places(-2, 2, 9)
            axes.marks = [ArrowMark(places.flatMap { y in places.map { x in (x, y, x - y * 0.2, y + x * 0.2) } }, paints: [.ink], style: ArrowStyle(stroke: Stroke(.ink, width: 1), gap: 0))]
            axes.aspect = .frame(ratio: 1)
        }),
        ("space", chart { axes in
            axes.space = Space()
            axes.z.label = "height"
            (axes.x.label, axes.y.label, axes.title) = ("x", "y", "A spiral and points")
            let turns = places(0, 12, 60)
            let spiral = LineMark(xs: turns.map(wave), ys: turns.map { wave($0 + 1.57) }, stroke: Stroke(.cycle(0)), label: "spiral")
            let points = ScatterMark(xs: noise(40, seed: 7), ys: noise(40, seed: 8), fills: [.cycle(1)], label: "points")
            axes.marks = [SpaceLineMark(spiral, zs: turns), SpaceScatterMark(points, zs: noise(40, seed: 9).map { $0 * 3 + 6 })]
            axes.legend = Legend()
        }),
        ("surface", chart { axes in
            axes.space = Space()
            let xs = places(-2, 2, 16)
            let (gridX, gridY) = (xs.flatMap { _ in xs }, xs.flatMap { y in xs.map { _ in y } })
            let heights = zip(gridX, gridY).map { $0 * $0 - $1 * $1 }
            axes.marks = [SurfaceMark(xs: gridX, ys: gridY, zs: heights, rows: 16, columns: 16, coloring: .mapped(Normalization().fitted(to: heights), .viridis))]
        }),
        ("violins", chart { axes in
            axes.marks = [ViolinMark((0..<3).compactMap { ViolinMark.Density(noise(60, seed: UInt64($0 + 60)).map { $0 * 2 }) }, positions: [1, 2, 3], widths: [0.5], fill: .cycle(0))]
        }),
        ("pie", chart { axes in
            axes.marks = [PieMark(slices: [0.45, 0.3, 0.15, 0.1].enumerated().map { .init(share: $0.element, fill: .cycle($0.offset), label: ["frogs", "hogs", "dogs", "logs"][$0.offset], inner: "\(Int($0.element * 100)) %", offset: $0.offset == 1 ? 0.1 : 0) }, startAngle: 90)]
            axes.aspect = .frame(ratio: 1)
            axes.isFramed = false
        }),
        ("twin", {
            var figure = chart { axes in
                axes.marks = [line(places(0, 10, 11), places(2, 0.1, 11), 0, label: "loss")]
                (axes.x.label, axes.y.label) = ("epoch", "loss")
                axes.y.labelStyle.paint = .cycle(0)
            }
            var twin = Chart()
            twin.placement = .twin(of: 0, sharesX: true)
            twin.marks = [line(places(0, 10, 11), places(0.1, 0.98, 11), 1)]
            twin.y.isFar = true
            twin.x.isVisible = false
            twin.y.label = "accuracy"
            twin.sides = []
            figure.charts.append(twin)
            return figure
        }()),
        ("shared", {
            var figure = Figure()
            figure.heading = "Four charts, one ruler"
            for index in 0..<4 {
                var axes = Chart()
                axes.placement = .cell(GridCell(rows: 2, columns: 2, row: index / 2..<index / 2 + 1, column: index % 2..<index % 2 + 1))
                let xs = places(0, 5 + Double(index), 30)
                axes.marks = [line(xs, xs.map { wave($0) * Double(index + 1) }, index, label: "chart \(index)")]
                (axes.sharedX, axes.sharedY) = (1, 2)
                axes.x.showsLabels = index >= 2
                axes.y.showsLabels = index % 2 == 0
                axes.legend = Legend()
                figure.charts.append(axes)
            }
            return figure
        }()),
        ("markers", chart { axes in
            for (index, shape) in Marker.allCases.enumerated() {
                axes.marks.append(ScatterMark(xs: [Double(index % 6)], ys: [Double(index / 6)], shape: shape, areas: [150], fills: [.cycle(index)]))
            }
        }),
    ]
}
