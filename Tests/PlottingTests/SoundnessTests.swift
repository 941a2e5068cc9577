// Defines SoundnessTests: what holds for every figure, however odd its numbers.
import Foundation
import Plotting
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct SoundnessTests {
    /// Whether the text is well-formed XML.
    private func isWellFormed(_ svg: String) -> Bool {
        XMLParser(data: Data(svg.utf8)).parse()
    }

    private func check(_ figure: Figure, _ name: String) {
        for target in [Target.page, .file] {
            let svg = figure.svg(prefix: "f", target: target)
            #expect(isWellFormed(svg), "\(name) is no XML")
            let drawing = svg.components(separatedBy: "</desc>").last ?? ""
            #expect(!drawing.contains("nan") && !drawing.contains("inf"), "\(name) holds a number that is none")
            #expect(svg.contains("role=\"img\"") && svg.contains("<title id=\"f-title\">") && svg.contains("<desc id=\"f-desc\">"))
            #expect(!svg.contains("<script") && !svg.contains(" style="))
        }
    }

    @Test func galleryIsSound() {
        for (name, figure) in Gallery.figures { check(figure, name) }
    }

    /// Lists of numbers that break careless code.
    private static let odd: [(name: String, values: [Double])] = [
        ("empty", []), ("one", [3]), ("one zero", [0]), ("equal", [5, 5, 5]), ("all nan", [.nan, .nan]),
        ("nan inside", [1, .nan, 3, .infinity, 5, -.infinity]), ("huge", [-1.7e308, 1.7e308]), ("tiny", [5e-324, 1e-323]),
        ("wide", [1e-300, 1, 1e300]), ("near", [1, 1.0000000000000002]), ("offset", [123_456_789.1, 123_456_789.2]),
        ("negative", [-3, -2, -1]), ("infinite", [.infinity]),
    ]

    @Test func oddNumbersAreDrawnOnEveryScale() {
        for (name, values) in Self.odd {
            let xs = values.indices.map(Double.init)
            for scale in [Scale.linear, .log(base: 10), .log(base: 2), .symlog(base: 10, threshold: 1)] {
                let figure = Gallery.chart { axes in
                    axes.marks = [
                        Gallery.line(xs, values, 0, label: "a", marker: .circle), Gallery.line(values, xs, 1, marker: .star),
                        ScatterMark(xs: values, ys: values, areas: values, fills: []),
                        BarMark(bars: values.map { .init(start: $0, end: $0 + 1, foot: 0, top: $0) }, fills: []),
                        AreaMark(places: xs, lower: values.map { -$0 }, upper: values, fill: .cycle(2)),
                        ErrorMark(xs: xs, ys: values, vertical: values.map { ($0, $0) }, horizontal: values.map { ($0, $0) }, stroke: Stroke(.ink), capSize: 2),
                        ReferenceMark(.segments(zip(xs, values).map { .init($0, $1, $1, $0) }), stroke: Stroke(.ink)),
                        ArrowMark(zip(xs, values).map { ($0, $1, $1, $0) }, paints: [], style: ArrowStyle(stroke: Stroke(.ink))),
                    ]
                    (axes.x.scale, axes.y.scale) = (scale, scale)
                    axes.legend = Legend()
                }
                check(figure, "\(name) on \(scale.name)")
            }
            check(Figure.lossCurve(name: "loss", values: values), "loss of \(name)")
        }
    }

    @Test func oddGridsAreDrawn() {
        for (name, values) in Self.odd {
            let padded = (0..<12).map { values.isEmpty ? .nan : values[$0 % values.count] }
            let places = (0..<12).map { Double($0 % 4) }
            let figure = Gallery.chart { axes in
                axes.marks = [
                    ImageMark(.values(values, Normalization(), .viridis), rows: 3, columns: 4, extent: .init(left: 0, right: 4, bottom: 3, top: 0)),
                    ImageMark(.values(padded, Normalization(isLogarithmic: true), .viridis), rows: 3, columns: 4, extent: .init(left: 4, right: 0, bottom: 0, top: 3)),
                    ContourMark(xs: places, ys: places, heights: padded, rows: 3, columns: 4, levels: ContourMark.levels(for: padded, count: 5, isFilled: true), isFilled: true, paints: []),
                    PieMark(slices: values.map { .init(share: $0, fill: .cycle(1), label: "x") }),
                    BoxMark(summaries: [BoxSummary(values)].compactMap { $0 }, positions: [1], widths: [0.5]),
                    ViolinMark([ViolinMark.Density(values)].compactMap { $0 }, positions: [1], widths: [0.5], fill: .cycle(0)),
                ]
            }
            check(figure, name)
        }
    }

    @Test func oddNumbersAreDrawnInSpace() {
        for (name, values) in Self.odd {
            let padded = (0..<12).map { values.isEmpty ? .nan : values[$0 % values.count] }
            let figure = Gallery.chart { axes in
                var space = Space()
                (space.elevation, space.azimuth) = (values.first ?? .nan, values.last ?? .infinity)
                axes.space = space
                axes.marks = [
                    SpaceLineMark(Gallery.line(values, values, 0, label: "a", marker: .circle), zs: values),
                    SpaceScatterMark(ScatterMark(xs: values, ys: values, fills: []), zs: values),
                    SurfaceMark(xs: padded, ys: padded, zs: padded, rows: 3, columns: 4, coloring: .plain(.black, isShaded: true)),
                    SurfaceMark(xs: padded, ys: padded, zs: padded, rows: 3, columns: 4, coloring: .net(Stroke(.ink))),
                    SpaceTextMark("x", x: values.first ?? 0, y: 0, z: 0, style: TextStyle(size: 10)),
                ]
                axes.legend = Legend()
            }
            check(figure, "\(name) in space")
        }
    }

    @Test func longSeriesAreThinnedWithoutLosingExtremes() {
        var values = Gallery.noise(300_000)
        values[154_321] = 100
        let figure = Gallery.chart { axes in axes.marks = [Gallery.line(values.indices.map(Double.init), values, 0)] }
        let svg = figure.svg()
        #expect(svg.utf8.count < 120_000)
        #expect(svg.contains("highest 100 at 1.543e5"))
    }

    @Test func wordsAreEscaped() {
        let figure = Gallery.chart { axes in
            axes.title = "a < b & \"c\" \u{1} $\\frac{"
            axes.x.label = "$\\{x^{y^{z"
            axes.y.label = String(repeating: "{", count: 500) + "$$"
        }
        check(figure, "markup in words")
    }

    @Test func manyChartsLeaveEachOtherRoom() {
        var figure = Figure()
        for index in 0..<100 {
            var axes = Chart()
            axes.placement = .cell(GridCell(rows: 10, columns: 10, row: index / 10..<index / 10 + 1, column: index % 10..<index % 10 + 1))
            axes.title = "a long title of chart \(index)"
            figure.charts.append(axes)
        }
        check(figure, "a hundred charts")
    }
}
