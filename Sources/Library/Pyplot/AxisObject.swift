// AxisObject: one axis of a chart as programs hold it (`ax.xaxis`), the lines of its frame, and the choosers of ticks.
import Plotting
import Runtime

/// `matplotlib.axis.XAxis` or `YAxis`
final class AxisObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Axis"
    private static let cls = Class(native: "Axis", module: "matplotlib.axis", extensible: false, rows: { rows })
    private let axes: AxesObject
    private let path: WritableKeyPath<Chart, Axis> & Sendable

    init(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis> & Sendable) {
        self.axes = axes
        self.path = path
        super.init(type: Self.cls)
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
        def("get_view_interval(self)", "The shown range.") { (axis: AxisObject) in
            let range = axis.axes.range(axis.path)
            return ArrayMaking.array([range.lower, range.upper])
        },
        def("get_visible(self)", "Whether ticks and labels are shown.") { (axis: AxisObject) in axis.axes.model[keyPath: axis.path].isVisible },
        def("minorticks_on(self)", "Draws short ticks between the labelled ones.") { (axis: AxisObject) in axis.change { $0.showsMinorTicks = true } },
        def("set_inverted(self, inverted)", "Turns the axis round.") { (axis: AxisObject, isInverted: Bool) in axis.change { $0.isInverted = isInverted } },
    ]

    /// Labels the ticks that are shown now by a function, a format or a formatter object.
    func format(_ formatter: Value) throws {
        if formatter.as(LocatorObject.self)?.isNull == true {
            change { $0.showsLabels = false }
            return
        }
        let limits = axes.range(path)
        let places = axes.model[keyPath: path].tickSet(from: limits.lower, to: limits.upper, count: 8).ticks.filter { !$0.isMinor }.map(\.value)
        let call = formatter.as(LocatorObject.self)?.function ?? formatter
        let texts = try places.enumerated().map { index, place -> String in
            if let format = call.text {
                return format.contains("{")
                    ? try Value.string(format).callMethod("format", [], keywords: [("x", .float(place)), ("pos", .int(index))]).str()
                    : try Value.binary(.modulo, .string(format), .float(place)).str()
            }
            return try call.call([.float(place), .int(index)]).str()
        }
        change { $0.ticks = .fixed(places, labels: texts) }
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(axes) }
}

/// A line of a chart's frame (`ax.spines["top"]`), or several of them.
final class SpineObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Spine"
    private static let cls = Class(native: "Spine", module: "matplotlib.spines", extensible: false, rows: {
        [
            def("set_visible(self, b)", "Shows or hides the line.") { (spine: SpineObject, shown: Bool) in spine.show(shown) },
            def("set_color(self, c)", "Hides the line where the colour is 'none'.") { (spine: SpineObject, color: Value) in spine.show(try PaintReading.paint(color) != .none) },
            def("set_position(self, position)", "Lines stay at the frame.") { (_: SpineObject, _: Value) in },
            def("set_linewidth(self, w)", "Hides the line where the width is 0.") { (spine: SpineObject, width: Double) in spine.show(width > 0) },
            def("set_bounds(self, low=None, high=None)", "Lines keep their length.") { (_: SpineObject, _: Value, _: Value) in },
            def("values(self)", "The four lines.") { (spine: SpineObject) in Value.list(spine.each) },
            def("items(self)", "Names and lines.") { (spine: SpineObject) in
                Value.list(zip(spine.sides, spine.each).map { .tuple([.string("\($0)"), $1]) })
            },
        ]
    })
    private let axes: AxesObject
    private let sides: [Side]

    init(_ axes: AxesObject, _ sides: [Side] = [.left, .right, .bottom, .top]) {
        self.axes = axes
        self.sides = sides
        super.init(type: Self.cls)
    }

    private var each: [Value] { sides.map { .object(SpineObject(axes, [$0])) } }

    private func show(_ shown: Bool) {
        for side in sides { if shown { axes.model.sides.insert(side) } else { axes.model.sides.remove(side) } }
    }

    override func item(_ key: Value) throws -> Value {
        if key.as(SliceObject.self) != nil { return .object(SpineObject(axes)) }
        let names = try key.text.map { [$0] } ?? key.elements().map { try $0.str() }
        let chosen = try names.map { name in
            guard let side = Side.allCases.first(where: { "\($0)" == name }) else { throw Raised.keyError(key) }
            return side
        }
        return .object(SpineObject(axes, chosen))
    }

    override func attribute(_ name: Name) throws -> Value? {
        Side.allCases.first { "\($0)" == name.text }.map { .object(SpineObject(axes, [$0])) }
    }

    override func iterate() throws -> Object? { try Value.list(sides.map { .string("\($0)") }).iterator() }
}

/// An object of `matplotlib.ticker`: how ticks are chosen or labelled.
final class LocatorObject: Object, @unchecked Sendable {
    let choice: TickChoice?
    /// What labels a value: a function or a format.
    let function: Value?
    let isNull: Bool

    private init(_ cls: Class, choice: TickChoice? = nil, function: Value? = nil, isNull: Bool = false) {
        self.choice = choice
        self.function = function
        self.isNull = isNull
        super.init(type: cls)
    }

    private static func make(_ name: String, _ build: @escaping @Sendable (Class, Arguments) throws -> LocatorObject) -> (name: String, value: Value) {
        (name, .object(Class(native: name, module: "matplotlib.ticker", extensible: false, constructor: { cls, arguments in .object(try build(cls, arguments)) })))
    }

    private static func first(_ arguments: Arguments, _ name: Name) -> Value {
        arguments.count > 0 ? arguments[0] : arguments.keyword(name) ?? .none
    }

    /// `matplotlib.ticker`
    static let module = Module("matplotlib.ticker", doc: "How ticks are chosen and labelled.", constants: [
        make("MaxNLocator") { cls, arguments in
            let count = try first(arguments, "nbins").index() ?? 9
            return LocatorObject(cls, choice: .atMost(max(count, 1), integer: try arguments.keyword("integer")?.truth() ?? false))
        },
        make("MultipleLocator") { cls, arguments in LocatorObject(cls, choice: .multiples(of: try first(arguments, "base").number() ?? 1)) },
        make("FixedLocator") { cls, arguments in LocatorObject(cls, choice: .fixed(try NumberGrid(first(arguments, "locs")).values, labels: nil)) },
        make("NullLocator") { cls, _ in LocatorObject(cls, choice: .fixed([], labels: nil)) },
        make("AutoLocator") { cls, _ in LocatorObject(cls, choice: .automatic) },
        make("AutoMinorLocator") { cls, _ in LocatorObject(cls, choice: .automatic) },
        make("LogLocator") { cls, _ in LocatorObject(cls, choice: .automatic) },
        make("NullFormatter") { cls, _ in LocatorObject(cls, isNull: true) },
        make("FuncFormatter") { cls, arguments in LocatorObject(cls, function: first(arguments, "func")) },
        make("FormatStrFormatter") { cls, arguments in LocatorObject(cls, function: first(arguments, "fmt")) },
        make("StrMethodFormatter") { cls, arguments in LocatorObject(cls, function: first(arguments, "fmt")) },
        make("PercentFormatter") { cls, arguments in
            let whole = try first(arguments, "xmax").number() ?? 100
            let format = def("percent(x, pos=None)", "A share as a percentage.") { (x: Double, _: Value) in NumberText.short(x / whole * 100) + "%" }
            return LocatorObject(cls, function: .object(NativeFunction([format])))
        },
        make("ScalarFormatter") { cls, _ in LocatorObject(cls) },
    ])
}
