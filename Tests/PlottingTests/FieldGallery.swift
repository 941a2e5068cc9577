// Defines FieldGallery: figures of polar charts, hexagons, streams, triangles, tables, insets; golden files hold their SVG.
import Plotting

/// One figure of every kind that stands on other axes than upright ones, or beside them; from fixed numbers.
enum FieldGallery {
    static let figures: [(name: String, figure: Figure)] = polar + fields + triangles + beside

    private static let polar: [(name: String, figure: Figure)] = [
        ("polar-line", Gallery.chart { axes in
            Polar().prepare(&axes)
            let angles = Gallery.places(0, 6.28, 90)
            axes.marks = [Gallery.line(angles, angles.map { 1.5 + Gallery.wave($0 * 2) }, 0, label: "rose"), Gallery.line(angles, angles.map { $0 / 3 }, 1, dash: .dashed)]
            (axes.title, axes.legend) = ("Around the middle", Legend())
        }),
        ("polar-bars", Gallery.chart { axes in
            var polar = Polar()
            (polar.offset, polar.direction) = (.pi / 2, -1)
            polar.prepare(&axes)
            let bars = [1.0, 4, 2, 5, 3, 1, 4, 2].enumerated().map { index, top -> BarMark.Bar in
                let angle = Double(index) * 0.785
                return BarMark.Bar(start: angle - 0.3, end: angle + 0.3, foot: 0, top: top)
            }
            axes.marks = [BarMark(bars: bars, fills: [.cycle(2)], alpha: 0.8)]
            axes.y.ticks = .fixed([2, 4], labels: nil)
        }),
        ("polar-sector", Gallery.chart { axes in
            Polar().prepare(&axes)
            (axes.x.lower, axes.x.upper) = (0, .pi / 2)
            axes.x.ticks = .fixed([0, .pi / 4, .pi / 2], labels: ["0°", "45°", "90°"])
            axes.marks = [ScatterMark(xs: Gallery.places(0.1, 1.5, 12), ys: Gallery.places(1, 4, 12), fills: [.cycle(3)])]
        }),
    ]

    private static let fields: [(name: String, figure: Figure)] = [
        ("hexagons", Gallery.chart { axes in
            let (xs, ys) = (Gallery.noise(400, seed: 31), Gallery.noise(400, seed: 32))
            let grid = HexagonGrid(columns: 12, rows: nil, x: Interval(-2, 2), y: Interval(-2, 2))
            var counts: [Int: Double] = [:]
            for (x, y) in zip(xs, ys) { if let cell = grid.cell(ofX: x, y: y) { counts[cell, default: 0] += 1 } }
            let shown = counts.keys.sorted()
            let values = shown.map { counts[$0] ?? 0 }
            axes.marks = [HexagonMark(grid, shown: shown, values: values, normalization: Normalization(), map: .viridis)]
            axes.colorbars = [Colorbar(normalization: Normalization().fitted(to: values), map: .viridis)]
        }),
        ("streams", Gallery.chart { axes in
            let places = Gallery.places(-2, 2, 15)
            let field = StreamField(
                x: Interval(-2, 2), y: Interval(-2, 2), rows: 15, columns: 15, us: places.flatMap { y in places.map { _ in y } },
                vs: places.flatMap { y in places.map { x in y * 0.3 - x } }, density: (0.7, 0.7))
            axes.marks = [StreamMark(field, paint: .cycle(0), width: 1.5, head: 7, arrows: 1)]
            axes.aspect = .frame(ratio: 1)
        }),
    ]

    private static let cloud = (xs: Gallery.noise(60, seed: 41), ys: Gallery.noise(60, seed: 42))
    private static let net = Triangulation(xs: cloud.xs, ys: cloud.ys)
    private static let heights = zip(cloud.xs, cloud.ys).map { $0 * $0 + $1 }

    private static func triangles(_ style: TriangleMark.Style, _ count: Int) -> TriangleMark {
        let paints = Gallery.places(0, 1, max(count, 1)).map { Paint.exact(Colormap.viridis.color(at: $0)) }
        return TriangleMark(net, heights: heights, style: style, paints: paints)
    }

    private static let triangles: [(name: String, figure: Figure)] = {
        let levels = ContourMark.levels(for: heights, count: 6, isFilled: true)
        return [
            ("triangle-bands", Gallery.chart { axes in
                axes.marks = [triangles(.bands(levels: levels), levels.count - 1), triangles(.lines(levels: levels), 1)]
            }),
            ("triangle-faces", Gallery.chart { axes in axes.marks = [triangles(.faces, net.triangles.count)] }),
        ]
    }()

    private static let beside: [(name: String, figure: Figure)] = [
        ("table", Gallery.chart { axes in
            axes.marks = [Gallery.line([0, 1, 2], [1, 3, 2], 0)]
            (axes.x.label, axes.title) = ("epoch", "A table under a chart")
            var style = TextStyle(size: TextSize.tick)
            func row(_ words: [String]) -> [TableMark.Cell?] { words.enumerated().map { index, word in
                style.horizontal = index == 0 ? .left : .right
                return TableMark.Cell(word, fill: .paper, style: style)
            } }
            var table = TableMark(rows: [row(["", "loss", "accuracy"]), row(["train", "0.12", "0.97"]), row(["test", "0.20", "0.93"])], place: .below)
            table.hasRowNames = true
            axes.marks.append(table)
        }),
        ("inset", {
            let xs = Gallery.places(0, 10, 200)
            var figure = Gallery.chart { axes in
                axes.marks = [Gallery.line(xs, xs.map { Gallery.wave($0) + $0 / 2 }, 0),
                              InsetMark(x: (2, 4), y: (0.2, 1.6), inset: (0.08, 0.6, 0.35, 0.35), edge: Stroke(.theme(.frame), width: 1), fill: .none, alpha: 0.5)]
                axes.leftTitle = "left"
                axes.rightTitle = "right"
            }
            var inset = Chart()
            inset.placement = .inset(in: 0, left: 0.08, bottom: 0.6, width: 0.35, height: 0.35)
            inset.background = .paper
            inset.marks = [Gallery.line(xs, xs.map { Gallery.wave($0) + $0 / 2 }, 0)]
            (inset.x.lower, inset.x.upper, inset.y.lower, inset.y.upper) = (2, 4, 0.2, 1.6)
            figure.charts.append(inset)
            return figure
        }()),
        ("boxed-words", Gallery.chart { axes in
            for (index, fill) in [Color(rgb: 0xF5DEB3), Color(rgb: 0x203040)].enumerated() {
                var style = TextStyle(size: 12)
                style.box = TextBox(fill: .exact(fill), isRound: true, alpha: 0.9)
                axes.marks.append(TextMark("words in a box", x: 0.5, y: 0.3 + 0.4 * Double(index), ruler: .frame, style: style))
            }
        }),
    ]
}
