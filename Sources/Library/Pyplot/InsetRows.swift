// InsetRows: charts inside and beside another chart — insets, and further rulers along its axes.
import Plotting
import Runtime

/// Insets and further rulers.
enum InsetRows {
    /// The methods.
    static let all: [Row] = [
        def("inset_axes(self, bounds, *, transform=None, zorder=5, **kwargs)", "A chart inside this one, at shares of its frame: left, bottom, width, height.",
            example: "import matplotlib.pyplot as plt\nax = plt.gca()\nsmall = ax.inset_axes([0.6, 0.6, 0.35, 0.35])") {
            (axes: AxesObject, bounds: Value, transform: Value, _: Value, keywords: DictObject) in
            let place = try bounds.as(BoundsObject.self).map { [$0.x0, $0.y0, $0.width, $0.height] } ?? NumberGrid(bounds).values
            guard place.count == 4 else { throw Raised.valueError("bounds are four numbers: left, bottom, width, height") }
            return try inset(in: axes, isData: transform.as(TransformObject.self)?.ruler == .data ? place : nil, place, keywords)
        },
        def("indicate_inset_zoom(self, inset_ax, **kwargs)", "Marks the part that an inset shows, with lines to the inset.") {
            (axes: AxesObject, inset: AxesObject, keywords: DictObject) in
            let limits = inset.limits
            return try indicate(axes, x: limits.x, y: limits.y, inset, keywords)
        },
        def("indicate_inset(self, bounds=None, inset_ax=None, *, transform=None, **kwargs)", "Marks a part of the chart, with lines to an inset.") {
            (axes: AxesObject, bounds: [Double]?, inset: AxesObject?, _: Value, keywords: DictObject) in
            if let bounds {
                guard bounds.count == 4 else { throw Raised.valueError("bounds are four numbers: left, bottom, width, height") }
                return try indicate(axes, x: (bounds[0], bounds[0] + bounds[2]), y: (bounds[1], bounds[1] + bounds[3]), inset, keywords)
            }
            guard let inset else { throw Raised.valueError("At least one of bounds or inset_ax must be supplied") }
            return try indicate(axes, x: inset.limits.x, y: inset.limits.y, inset, keywords)
        },
        secondary("x", far: "top", near: "bottom"), secondary("y", far: "right", near: "left"),
    ]

    private static func inset(in axes: AxesObject, isData bounds: [Double]?, _ place: [Double], _ dict: DictObject) throws -> AxesObject {
        var place = place
        if let bounds {
            // Data values become shares of the frame.
            let limits = axes.limits
            let (width, height) = (limits.x.upper - limits.x.lower, limits.y.upper - limits.y.lower)
            place = [(bounds[0] - limits.x.lower) / width, (bounds[1] - limits.y.lower) / height, bounds[2] / width, bounds[3] / height]
        }
        try FigureRows.check(shares: place)
        let placement = Placement.inset(in: axes.position, left: place[0], bottom: place[1], width: place[2], height: place[3])
        return try axes.figure.child(of: axes.position) { figure in
            let inset = try FigureRows.add(placement, to: figure, dict)
            // It covers what lies under it.
            if inset.model.background == .none { inset.model.background = .paper }
            for path in [\Chart.x, \Chart.y] { inset.model[keyPath: path].tickStyle.size = TextSize.tick * 0.9 }
            return inset
        }
    }

    private static func indicate(_ axes: AxesObject, x: (lower: Double, upper: Double), y: (lower: Double, upper: Double), _ inset: AxesObject?,
                                 _ dict: DictObject) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "InsetIndicator")
        let alpha = try keywords.opacity() ?? 0.5
        let paint = try keywords.paint("edgecolor", "ec", "color") ?? .theme(.frame)
        let width = try keywords.number("linewidth", "lw") ?? 1
        let edge = Stroke(paint, width: width, dash: try keywords.dash("linestyle", "ls") ?? .solid, alpha: paint == .theme(.frame) ? 1 : alpha)
        var place: (left: Double, bottom: Double, width: Double, height: Double)?
        if let inset, case .inset(let host, let left, let bottom, let width, let height) = inset.model.placement, host == axes.position {
            place = (left, bottom, width, height)
        }
        var mark = InsetMark(x: (x.lower, x.upper), y: (y.lower, y.upper), inset: place, edge: edge, fill: try keywords.paint("facecolor", "fc") ?? .none, alpha: alpha)
        try keywords.traits(&mark.traits)
        try keywords.finish()
        return axes.add(mark, as: .indicator, given: keywords)
    }

    private static func secondary(_ letter: String, far: String, near: String) -> Row {
        def("secondary_\(letter)axis(self, location, functions=None, *, transform=None, **kwargs)",
            "A further ruler along the \(letter) axis; `functions` lead from the chart's values to the ruler's, and back.") {
            (axes: AxesObject, location: Value, functions: Value, _: Value, keywords: DictObject) in
            let isFar: Bool
            if let side = location.text, [far, near].contains(side) {
                isFar = side == far
            } else if location.text == nil, let share = try location.number() {
                isFar = share > 0.5
            } else {
                throw Raised.valueError("secondary_\(letter)axis location must be either a float or \"\(far)\"/\"\(near)\"")
            }
            return try ruler(axes, isAcross: letter == "x", isFar: isFar, functions, keywords)
        }
    }

    private static func ruler(_ axes: AxesObject, isAcross: Bool, isFar: Bool, _ functions: Value, _ keywords: DictObject) throws -> AxesObject {
        let pair = try functions.isNone ? [] : functions.iteratorIfIterable() == nil ? [functions] : functions.elements()
        guard pair.isEmpty || pair.count == 2 else {
            throw Raised.valueError("functions argument of secondary Axes must be a two-tuple of callable functions with the first function being the transform and the second being the inverse")
        }
        let own: WritableKeyPath<Chart, Axis> = isAcross ? \.x : \.y
        let other: WritableKeyPath<Chart, Axis> = isAcross ? \.y : \.x
        return try axes.figure.child(of: axes.position) { figure in
            let ruler = figure.add(.twin(of: axes.position, sharesX: isAcross))
            ruler.model[keyPath: own].isFar = isFar
            ruler.model[keyPath: own].scale = axes.model[keyPath: own].scale
            ruler.model[keyPath: other].isVisible = false
            ruler.model.sides = []
            if pair.count == 2 { ruler.ruler = SecondaryRuler(path: own, there: pair[0], back: pair[1]) }
            try ArtistRows.setAll(.object(ruler), keywords)
            return ruler
        }
    }
}

/// The functions that lead from a chart's values to those of a further ruler, and back.
struct SecondaryRuler {
    let path: WritableKeyPath<Chart, Axis>
    let there: Value
    let back: Value

    /// A range of the chart on the ruler.
    func range(_ range: (lower: Double, upper: Double)) throws -> (lower: Double, upper: Double) {
        (try value(range.lower, there), try value(range.upper, there))
    }

    private func value(_ number: Double, _ function: Value) throws -> Double {
        let array = try function.call([ArrayMaking.array([number])])
        return try NumberGrid(array).values.first ?? .nan
    }

    /// Round values of the ruler become ticks at the places that the chart gives them.
    func settle(_ axes: AxesObject) throws {
        let shown = path == \Chart.x ? axes.limits.x : axes.limits.y
        var axis = axes.model[keyPath: path]
        let ends = try range(shown)
        guard ends.lower.isFinite, ends.upper.isFinite, ends.lower != ends.upper else { return }
        if axes.givenTicks[path] == nil { axis.ticks = .automatic }
        axis.scale = .linear
        let set = axis.tickSet(from: ends.lower, to: ends.upper, count: 8)
        let ticks = set.ticks.filter { !$0.isMinor }
        let places = try ticks.map { try value($0.value, back) }
        axes.model[keyPath: path].ticks = .fixed(places, labels: ticks.map(\.label))
    }
}
