// PartObject: a part of a drawing that is one mark here — the median of a box, the body of a violin, the slice of a pie.
import Plotting
import Runtime

/// A part of a box plot, a violin plot or a pie as programs hold it.
final class PartObject: Object, Remembering, @unchecked Sendable {
    static let expectedType = "Artist"

    /// Which of matplotlib's classes a part stands for.
    enum Kind {
        case line, patch, wedge, body, lines

        fileprivate var cls: Class {
            switch self {
            case .line: PartObject.line
            case .patch: PartObject.patch
            case .wedge: PartObject.wedge
            case .body: PartObject.body
            case .lines: PartObject.lines
            }
        }
    }

    private static func make(_ name: String, _ module: String) -> Class { Class(native: name, module: "matplotlib." + module, extensible: false, rows: { rows }) }
    private static let line = make("Line2D", "lines")
    private static let patch = make("PathPatch", "patches")
    private static let wedge = make("Wedge", "patches")
    private static let body = make("FillBetweenPolyCollection", "collections")
    private static let lines = make("LineCollection", "collections")

    private let container: ArtistObject
    private let points: (xs: [Double], ys: [Double])
    /// The colour of the part in the mark; nil where the mark has none for it alone.
    private let paint: (get: () -> Paint, set: (Paint) -> Void)?
    var given: [String: Value]

    init(_ kind: Kind, of container: ArtistObject, xs: [Double] = [], ys: [Double] = [], given: [String: Value] = [:], paint: (get: () -> Paint, set: (Paint) -> Void)? = nil) {
        (self.container, points, self.given, self.paint) = (container, (xs, ys), given, paint)
        super.init(type: kind.cls)
    }

    private static let rows: [Row] = ArtistProperty<PartObject>("facecolor", "fc", doc: "the colour", read: { part in
        part.paint.map { PaintReading.channels($0.get(), alpha: part.container.mark?.look.alpha ?? 1) } ?? .none
    }, write: { part, color in part.paint?.set(try PaintReading.paint(color)) }).rows
        + ArtistProperty<PartObject>(told: "color", "c", doc: "the colour", otherwise: { $0.paint.map { PaintReading.value($0.get()) } ?? .none }, write: { part, color in
            part.paint?.set(try PaintReading.paint(color))
        }).rows
        // What all parts of a drawing share here is remembered for each.
        + [["edgecolor", "ec"], ["linewidth", "lw"], ["linestyle", "ls"], ["alpha"], ["marker"], ["markersize", "ms"], ["markerfacecolor", "mfc"],
           ["markeredgecolor", "mec"], ["label"], ["zorder"], ["visible"], ["hatch"]].flatMap { names in
            names.flatMap { name in
                ArtistProperty<PartObject>(name, doc: "the \(names[0]): remembered", read: { $0.given[names[0]] ?? .none }, write: { $0.given[names[0]] = $1 }).rows
            }
        } + [
            def("get_xdata(self, orig=True)", "The x of the part.") { (part: PartObject, _: Value) in ArrayMaking.array(part.points.xs) },
            def("get_ydata(self, orig=True)", "The y of the part.") { (part: PartObject, _: Value) in ArrayMaking.array(part.points.ys) },
            def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (part: Value, keywords: DictObject) in try ArtistRows.setAll(part, keywords) },
            property("theta1", "Where a slice begins, in degrees.") { (part: PartObject) in part.given["theta1"] ?? .none },
            property("theta2", "Where a slice ends, in degrees.") { (part: PartObject) in part.given["theta2"] ?? .none },
            property("r", "The radius of a slice.") { (part: PartObject) in part.given["r"] ?? .none },
            property("axes", "The chart it belongs to.") { (part: PartObject) in part.container.axes },
        ]

    override func repr() throws -> String { "<\(type.module).\(type.name) object at \(address)>" }
    override func visitReferences(_ visit: (Object) -> Void) {
        visit(container)
        for case .object(let value) in given.values { visit(value) }
    }
}

extension ArtistObject {
    /// The parts of a box plot by their kinds.
    func boxParts(isFilled: Bool) -> [(String, Value)] {
        guard let mark = mark as? BoxMark else { return [] }
        func parts(_ kind: PartObject.Kind = .line, _ build: (BoxSummary, Double, Double) -> [(across: [Double], along: [Double])]) -> Value {
            .list(mark.summaries.indices.flatMap { index -> [Value] in
                build(mark.summaries[index], mark.positions[index], mark.widths[index] / 2).map { part in
                    let (xs, ys) = mark.isHorizontal ? (part.along, part.across) : (part.across, part.along)
                    return .object(PartObject(kind, of: self, xs: xs, ys: ys, paint: kind == .patch ? boxPaint(index) : nil))
                }
            })
        }
        return [
            ("whiskers", parts { box, x, _ in [([x, x], [box.lowerQuartile, box.lowWhisker]), ([x, x], [box.upperQuartile, box.highWhisker])] }),
            ("caps", parts { box, x, half in [box.lowWhisker, box.highWhisker].map { ([x - half / 2, x + half / 2], [$0, $0]) } }),
            ("boxes", parts(isFilled ? .patch : .line) { box, x, half in
                [([x - half, x + half, x + half, x - half, x - half], [box.lowerQuartile, box.lowerQuartile, box.upperQuartile, box.upperQuartile, box.lowerQuartile])]
            }),
            ("medians", parts { box, x, half in [([x - half, x + half], [box.median, box.median])] }),
            ("fliers", mark.showsOutliers ? parts { box, x, _ in [(box.outliers.map { _ in x }, box.outliers)] } : .list([])),
            ("means", mark.showsMeans ? parts { box, x, _ in [([x], [box.mean])] } : .list([])),
        ]
    }

    private func boxPaint(_ index: Int) -> (get: () -> Paint, set: (Paint) -> Void) {
        ({ [self] in (mark as? BoxMark).flatMap { $0.fills.isEmpty ? nil : $0.fills[index % $0.fills.count] } ?? .none }, { [self] paint in
            change(BoxMark.self) { mark in
                if mark.fills.isEmpty { mark.fills = [.none] }
                var fills = mark.summaries.indices.map { mark.fills[$0 % mark.fills.count] }
                fills[index] = paint
                mark.fills = fills
            }
        })
    }

    /// The parts of a violin plot by their kinds.
    func violinParts() -> [(String, Value)] {
        guard let mark = mark as? ViolinMark else { return [] }
        let bodies = mark.violins.indices.map { index in
            Value.object(PartObject(.body, of: self, paint: ({ [self] in (self.mark as? ViolinMark)?.paint(index) ?? .none }, { [self] paint in
                change(ViolinMark.self) { violins in
                    violins.fills = violins.violins.indices.map { violins.paint($0) }
                    violins.fills[index] = paint
                }
            })))
        }
        let lines = [("cmeans", mark.showsMeans), ("cmaxes", mark.showsExtremes), ("cmins", mark.showsExtremes), ("cbars", mark.showsExtremes), ("cmedians", mark.showsMedians)]
        return [("bodies", .list(bodies))] + lines.filter(\.1).map { ($0.0, .object(PartObject(.lines, of: self))) }
    }

    /// The slices of a pie, the words beside them, and those inside.
    func pieParts() -> (wedges: [Value], labels: [Value], inner: [Value]) {
        guard let mark = mark as? PieMark else { return ([], [], []) }
        var turn = mark.startAngle
        let wedges = mark.slices.indices.map { index -> Value in
            let next = turn + (mark.isClockwise ? -360 : 360) * mark.slices[index].share
            let ends = (min(turn, next), max(turn, next))
            turn = next
            return .object(PartObject(.wedge, of: self, given: ["theta1": .float(ends.0), "theta2": .float(ends.1), "r": .short(mark.radius)], paint: ({ [self] in
                (self.mark as? PieMark)?.slices[index].fill ?? .none
            }, { [self] paint in change(PieMark.self) { $0.slices[index].fill = paint } })))
        }
        func words(_ path: WritableKeyPath<PieMark.Slice, String>) -> [Value] {
            mark.slices.indices.map { index in
                .object(LabelObject(of: self, x: .float(0), y: .float(0), read: { [self] in
                    let pie = self.mark as? PieMark
                    return .init(words: pie?.slices[index][keyPath: path] ?? "", style: pie?.textStyle ?? TextStyle(size: TextSize.tick))
                }, write: { [self] content in
                    change(PieMark.self) { ($0.slices[index][keyPath: path], $0.textStyle) = (content.words, content.style) }
                }))
            }
        }
        return (wedges, words(\.label), words(\.inner))
    }
}
