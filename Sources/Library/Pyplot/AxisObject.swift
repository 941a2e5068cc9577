// AxisObject: one axis of a chart as programs hold it (`ax.xaxis`).
import Plotting
import Runtime

/// `matplotlib.axis.XAxis` or `YAxis`
final class AxisObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Axis"
    private static let across = Class(native: "XAxis", module: "matplotlib.axis", extensible: false, rows: { rows + told })
    private static let upright = Class(native: "YAxis", module: "matplotlib.axis", extensible: false, rows: { rows + told })
    private let axes: AxesObject
    private let path: WritableKeyPath<Chart, Axis> & Sendable

    init(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis> & Sendable) {
        self.axes = axes
        self.path = path
        super.init(type: path == \Chart.x ? Self.across : Self.upright)
    }

    private func change(_ body: (inout Axis) throws -> Void) rethrows { try body(&axes.model[keyPath: path]) }

    private static let rows: [Row] = [
        def("set_visible(self, b)", "Shows or hides ticks and labels.") { (axis: AxisObject, shown: Bool) in axis.change { $0.isVisible = shown } },
        def("set_ticks(self, ticks, labels=None, *, minor=False, **kwargs)", "Sets the places of the ticks.") {
            (axis: AxisObject, ticks: Value, labels: Value, minor: Bool, keywords: DictObject) in
            try LimitRows.setTicks(axis.axes, axis.path, ticks, labels, minor, keywords)
        },
        def("set_ticklabels(self, labels, **kwargs)", "Sets the labels of the ticks.") { (axis: AxisObject, labels: Value, _: DictObject) in
            let texts = try labels.elements().map { try $0.str() }
            axis.change { $0.labels = texts }
        },
        def("set_label_text(self, label, **kwargs)", "Names the axis.") { (axis: AxisObject, text: String, _: DictObject) in axis.change { $0.label = text } },
        def("set_major_locator(self, locator)", "Sets how ticks are chosen.") { (axis: AxisObject, locator: Value) in
            if let choice = locator.as(LocatorObject.self)?.choice { axis.change { $0.ticks = choice } }
        },
        def("set_minor_locator(self, locator)", "Sets how short ticks are chosen.") { (axis: AxisObject, locator: Value) in
            let isOn = locator.as(LocatorObject.self)?.choice != .fixed([], labels: nil)
            axis.change { $0.showsMinorTicks = isOn }
        },
        def("set_major_formatter(self, formatter)", "Sets how ticks are labelled.") { (axis: AxisObject, formatter: Value) in try axis.format(formatter) },
        def("set_minor_formatter(self, formatter)", "Short ticks carry no labels here.") { (_: AxisObject, _: Value) in },
        def("tick_top(self)", "Moves ticks and labels to the top.") { (axis: AxisObject) in axis.change { $0.isFar = true } },
        def("tick_bottom(self)", "Moves ticks and labels to the bottom.") { (axis: AxisObject) in axis.change { $0.isFar = false } },
        def("tick_right(self)", "Moves ticks and labels to the right.") { (axis: AxisObject) in axis.change { $0.isFar = true } },
        def("tick_left(self)", "Moves ticks and labels to the left.") { (axis: AxisObject) in axis.change { $0.isFar = false } },
        def("set_ticks_position(self, position)", "Moves ticks to a side.") { (axis: AxisObject, side: String) in
            axis.change { axis in
                axis.isFar = side == "top" || side == "right"
                if side == "none" { axis.showsTicks = false }
            }
        },
        def("set_label_position(self, position)", "Labels stay beside the ticks.") { (_: AxisObject, _: String) in },
        def("grid(self, visible=None, which='major', **kwargs)", "Draws lines at the ticks of this axis.") {
            (axis: AxisObject, shown: Bool?, _: Value, _: DictObject) in
            axis.change { $0.grid = shown ?? ($0.grid == nil) ? Stroke(.theme(.grid), width: 0.8) : nil }
        },
        def("set_tick_params(self, which='major', **kwargs)", "Sets the look of ticks.") { (axis: AxisObject, _: Value, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "Axis")
            try LimitRows.tickParameters(axis.axes, axis.path == \Chart.x ? "x" : "y", &keywords)
            try keywords.finish()
        },
        def("set_label_coords(self, x, y, transform=None)", "Labels stay beside the ticks.") { (_: AxisObject, _: Value, _: Value, _: Value) in },
        def("get_label_text(self)", "The name of the axis.") { (axis: AxisObject) in axis.axes.model[keyPath: axis.path].label },
        def("get_scale(self)", "The name of the scale.") { (axis: AxisObject) in axis.axes.model[keyPath: axis.path].scale.name },
        def("get_ticklocs(self, *, minor=False)", "The places of the ticks.") { (axis: AxisObject, _: Value) in LimitRows.places(axis.axes, axis.path) },
        def("get_ticklabels(self, minor=False, which=None)", "The labels of the ticks.") { (axis: AxisObject, _: Value, _: Value) in
            LimitRows.labels(axis.axes, axis.path)
        },
        def("get_visible(self)", "Whether ticks and labels are shown.") { (axis: AxisObject) in axis.axes.model[keyPath: axis.path].isVisible },
        def("minorticks_on(self)", "Draws short ticks between the labelled ones.") { (axis: AxisObject) in axis.change { $0.showsMinorTicks = true } },
        def("minorticks_off(self)", "Removes short ticks.") { (axis: AxisObject) in axis.change { $0.showsMinorTicks = false } },
        def("set_inverted(self, inverted)", "Turns the axis round.") { (axis: AxisObject, isInverted: Bool) in axis.change { $0.isInverted = isInverted } },
    ]

    /// What an axis tells about itself.
    private static let told: [Row] = [
        property("label", "The name of the axis.") { (axis: AxisObject) in axis.axes.name(of: axis.path) },
        def("get_label(self)", "The name of the axis.") { (axis: AxisObject) in axis.axes.name(of: axis.path) },
        property("axes", "The chart.") { (axis: AxisObject) in axis.axes },
        property("axis_name", "'x' or 'y'.") { (axis: AxisObject) in axis.path == \Chart.x ? "x" : "y" },
        def("get_label_position(self)", "The side of the name.") { (axis: AxisObject) in axis.side },
        def("get_ticks_position(self)", "The side of the ticks.") { (axis: AxisObject) in axis.side },
        def("get_majorticklocs(self)", "The places of the ticks.") { (axis: AxisObject) in LimitRows.places(axis.axes, axis.path) },
        def("get_minorticklocs(self)", "The places of the short ticks.") { (axis: AxisObject) in
            let range = axis.axes.range(axis.path)
            let ticks = axis.axes.model[keyPath: axis.path].tickSet(from: range.lower, to: range.upper, count: 9).ticks
            return ArrayMaking.array(ticks.filter(\.isMinor).map(\.value))
        },
        def("get_majorticklabels(self)", "The labels of the ticks.") { (axis: AxisObject) in LimitRows.labels(axis.axes, axis.path) },
        def("get_inverted(self)", "Whether the axis runs the other way.") { (axis: AxisObject) in axis.axes.range(axis.path).lower > axis.axes.range(axis.path).upper },
        def("get_data_interval(self)", "What the data covers.") { (axis: AxisObject) in
            let reach = axis.axes.model.reach
            let interval = axis.path == \Chart.x ? reach.x : reach.y
            return ArrayMaking.array([interval.lower, interval.upper])
        },
        def("get_view_interval(self)", "The shown range.") { (axis: AxisObject) in
            let range = axis.axes.range(axis.path)
            return ArrayMaking.array([range.lower, range.upper])
        },
        def("clear(self)", "Gives the axis its usual look.") { (axis: AxisObject) in axis.change { $0 = Axis() } },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (axis: Value, keywords: DictObject) in try ArtistRows.setAll(axis, keywords) },
    ]

    private var side: String {
        let isFar = axes.model[keyPath: path].isFar
        return path == \Chart.x ? (isFar ? "top" : "bottom") : (isFar ? "right" : "left")
    }

    /// Labels the ticks that are shown now by a function, a format or a formatter object.
    func format(_ formatter: Value) throws {
        if formatter.as(LocatorObject.self)?.isNull == true {
            change { $0.showsLabels = false }
            return
        }
        if let plain = formatter.as(LocatorObject.self), plain.function == nil {
            change { ($0.showsLabels, $0.labels) = (true, nil) }
            return
        }
        let call = formatter.as(LocatorObject.self)?.function ?? formatter
        let limits = axes.range(path)
        let places = axes.model[keyPath: path].tickSet(from: limits.lower, to: limits.upper, count: 8).ticks.filter { !$0.isMinor }.map(\.value)
        let texts = try places.enumerated().map { index, place -> String in
            if let format = call.text {
                return format.contains("{")
                    ? try Value.string(format).callMethod("format", [], keywords: [("x", .float(place)), ("pos", .int(index))]).str()
                    : try Value.binary(.modulo, .string(format), .float(place)).str()
            }
            return try call.call([.float(place), .int(index)]).str()
        }
        change { ($0.ticks, $0.showsLabels) = (.fixed(places, labels: texts), true) }
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(axes) }
}
