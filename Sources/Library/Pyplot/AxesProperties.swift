// AxesProperties: what programs ask of a chart and change on it beside its axes and labels.
import Plotting
import Runtime

extension AxesObject: Remembering {}

/// What programs ask of a chart and change on it beside its axes and labels.
enum AxesProperties {
    /// The methods.
    static let rows: [Row] = (all + direction("x", \.x) + direction("y", \.y)).flatMap(\.rows) + others

    private static let all: [ArtistProperty<AxesObject>] = [
        ArtistProperty(told: "label", doc: "the name by which programs know the chart", otherwise: { _ in .string("") }, write: { _, _ in }),
        ArtistProperty(told: "zorder", doc: "what covers what among charts: remembered", otherwise: { _ in .int(0) }, write: { _, _ in }),
        ArtistProperty(told: "alpha", doc: "the opacity: remembered", otherwise: { _ in .none }, write: { _, _ in }),
        ArtistProperty(told: "navigate", doc: "whether the chart can be moved: pages stand still", otherwise: { _ in .bool(true) }, write: { _, _ in }),
        ArtistProperty(told: "anchor", doc: "where the frame stands in its place: remembered", otherwise: { _ in .string("C") }, write: { _, _ in }),
        ArtistProperty("adjustable", doc: "what gives way to the aspect: 'box' or 'datalim'", read: { axes in
            if case .limits = axes.model.aspect { return .string("datalim") }
            return .string("box")
        }, write: { axes, word in
            try Keywords.choose(word.str(), "adjustable", of: ["box", "datalim"])
            switch axes.model.aspect {
            case .frame(let ratio) where word.text == "datalim": axes.model.aspect = .limits(ratio: ratio)
            case .limits(let ratio) where word.text == "box": axes.model.aspect = .frame(ratio: ratio)
            case .automatic, .frame, .limits: break
            }
        }),
        ArtistProperty("frame_on", doc: "whether the frame is drawn", read: { .bool(!$0.model.sides.isEmpty) }),
        ArtistProperty("autoscale_on", doc: "whether limits follow the data", read: { .bool($0.model.x.lower == nil && $0.model.y.lower == nil) }),
        ArtistProperty("box_aspect", doc: "height over width of the frame", read: { $0.given["box_aspect"] ?? .none }),
        ArtistProperty("data_ratio", doc: "height over width of the shown ranges", read: { axes in
            let limits = axes.limits
            return try ArrayMaking.scalar(abs((limits.y.upper - limits.y.lower) / (limits.x.upper - limits.x.lower)), isWhole: false)
        }),
    ]

    private static func direction(_ letter: String, _ path: WritableKeyPath<Chart, Axis> & Sendable) -> [ArtistProperty<AxesObject>] {
        [
            ArtistProperty("\(letter)margin", doc: "the room beyond the data along \(letter)", read: { .float($0.model[keyPath: path].margin) }),
            ArtistProperty("autoscale\(letter)_on", doc: "whether the limits of \(letter) follow the data", read: { .bool($0.model[keyPath: path].lower == nil) }),
            ArtistProperty("\(letter)inverted", doc: "whether \(letter) runs the other way", read: { .bool(isInverted($0, path)) }, write: { axes, inverted in
                if try inverted.truth() != isInverted(axes, path) { _ = try Value.object(axes).callMethod(Name("invert_\(letter)axis")) }
            }),
        ]
    }

    private static func isInverted(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> Bool { axes.range(path).lower > axes.range(path).upper }

    private static let others: [Row] = [
        def("xaxis_inverted(self)", "Whether x runs the other way.") { (axes: AxesObject) in isInverted(axes, \.x) },
        def("yaxis_inverted(self)", "Whether y runs the other way.") { (axes: AxesObject) in isInverted(axes, \.y) },
        property("axison", "Whether frame, ticks and labels are drawn.") { (axes: AxesObject) in axes.model.isFramed },
        property("patch", "The ground of the chart.") { (axes: AxesObject) in GroundObject(axes, get: { axes.model.background }, set: { axes.model.background = $0 }) },
        property("viewLim", "The shown ranges.") { (axes: AxesObject) in
            let limits = axes.limits
            return BoundsObject(limits.x.lower, limits.y.lower, limits.x.upper - limits.x.lower, limits.y.upper - limits.y.lower)
        },
        property("dataLim", "What the data covers.") { (axes: AxesObject) in
            let reach = axes.model.reach
            return BoundsObject(reach.x.lower, reach.y.lower, reach.x.upper - reach.x.lower, reach.y.upper - reach.y.lower)
        },
        property("child_axes", "The insets and further rulers.") { (axes: AxesObject) in Value.list(axes.children.map { .object($0) }) },
        property("tables", "The tables.") { (axes: AxesObject) in Value.list(axes.artists.filter { $0.mark is TableMark }.map { .object($0) }) },
        def("get_xaxis_transform(self, which='grid')", "Places with x in data space and y as a share of the frame: as `transAxes` here.") { (_: AxesObject, _: Value) in TransformObject(.data) },
        def("get_yaxis_transform(self, which='grid')", "Places with y in data space and x as a share of the frame: as `transAxes` here.") { (_: AxesObject, _: Value) in TransformObject(.data) },
    ]
}

/// The ground of a chart or a figure (`ax.patch`, `fig.patch`).
final class GroundObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Rectangle"
    private static let cls = Class(native: "Rectangle", module: "matplotlib.patches", extensible: false, rows: {
        ArtistProperty<GroundObject>("facecolor", "fc", "color", doc: "the colour", read: { ground in
            PaintReading.channels(ground.get() == .none ? .exact(.white) : ground.get(), alpha: 1)
        }, write: { $0.set(try PaintReading.paint($1)) }).rows
            + ArtistProperty<GroundObject>("alpha", doc: "the opacity", read: { _ in .none }, write: { ground, alpha in
                guard let alpha = try alpha.number() else { return }
                var color = (ground.get() == .none ? Paint.exact(.white) : ground.get()).told
                color.alpha = alpha
                ground.set(alpha == 0 ? .none : .exact(color))
            }).rows
            + ArtistProperty<GroundObject>("visible", doc: "whether it is drawn", read: { .bool($0.get() != .none) }, write: { ground, shown in
                if try !shown.truth() { ground.set(.none) }
            }).rows
            + ArtistProperty<GroundObject>("edgecolor", "linewidth", doc: "accepted: a ground has no edge", read: { _ in .none }, write: { _, _ in }).rows
    })
    private let owner: Object
    private let get: () -> Paint
    private let set: (Paint) -> Void

    init(_ owner: Object, get: @escaping () -> Paint, set: @escaping (Paint) -> Void) {
        (self.owner, self.get, self.set) = (owner, get, set)
        super.init(type: Self.cls)
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(owner) }
}
