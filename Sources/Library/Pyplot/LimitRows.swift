// LimitRows: limits, scales and ticks of a chart's axes.
import Plotting
import Runtime

/// Limits, scales and ticks.
enum LimitRows {
    static let all: [Row] = axis("x", \.x, low: "left", high: "right") + axis("y", \.y, low: "bottom", high: "top") + both

    /// The rows of one axis.
    static func axis(_ letter: String, _ path: WritableKeyPath<Chart, Axis> & Sendable, low: String, high: String) -> [Row] {
        [
            def("set_\(letter)lim(self, \(low)=None, \(high)=None, *, emit=True, auto=False, \(letter)min=None, \(letter)max=None)", "Sets the shown range.") {
                (axes: AxesObject, low: Value, high: Value, _: Value, _: Value, least: Value, most: Value) in
                var (low, high) = (low.isNone ? least : low, high.isNone ? most : high)
                if low.text != nil { throw Raised.valueError("not enough values to unpack (expected 2, got \(low.text?.count ?? 0))") }
                if high.isNone, let pair = low.sequenceElements, pair.count == 2 { (low, high) = (pair[0], pair[1]) }
                if high.isNone, low.object != nil, let pair = try? NumberGrid(low).values, pair.count == 2 { (low, high) = (.float(pair[0]), .float(pair[1])) }
                try setLimits(axes, path, low, high)
                let range = axes.range(path)
                return Value.tuple([.float(range.lower), .float(range.upper)])
            },
            def("get_\(letter)lim(self)", "The shown range.") { (axes: AxesObject) in limits(axes, path) },
            def("get_\(letter)bound(self)", "The shown range, the smaller end first.") { (axes: AxesObject) in
                let range = axes.range(path)
                return ArrayMaking.tuple([min(range.lower, range.upper), max(range.lower, range.upper)])
            },
            def("invert_\(letter)axis(self)", "Turns the axis round.") { (axes: AxesObject) in
                let range = axes.range(path)
                if axes.model[keyPath: path].lower != nil, axes.model[keyPath: path].upper != nil {
                    (axes.model[keyPath: path].lower, axes.model[keyPath: path].upper) = (range.upper, range.lower)
                } else {
                    axes.model[keyPath: path].isInverted.toggle()
                }
            },
            def("set_\(letter)scale(self, value, **kwargs)", "Sets the scale: 'linear', 'log', 'symlog'.") {
                (axes: AxesObject, name: String, keywords: DictObject) in
                axes.model[keyPath: path].scale = try scale(name, keywords)
            },
            def("get_\(letter)scale(self)", "The name of the scale.") { (axes: AxesObject) in axes.model[keyPath: path].scale.name },
            def("set_\(letter)ticks(self, ticks, labels=None, *, minor=False, **kwargs)", "Sets the places of the ticks, and their labels.") {
                (axes: AxesObject, ticks: Value, labels: Value, minor: Bool, keywords: DictObject) in
                try setTicks(axes, path, ticks, labels, minor, keywords)
            },
            def("get_\(letter)ticks(self, *, minor=False)", "The places of the ticks.") { (axes: AxesObject, _: Value) in
                places(axes, path)
            },
            def("set_\(letter)ticklabels(self, labels, *, minor=False, fontdict=None, **kwargs)", "Sets the labels of the ticks.") {
                (axes: AxesObject, labels: Value, _: Value, _: Value, keywords: DictObject) in
                let texts = try labels.elements().map { try $0.str() }
                var axis = axes.model[keyPath: path]
                try style(&axis.tickStyle, keywords)
                if case .fixed(let places, _) = axis.ticks {
                    try requireAsMany(places, labels)
                    axis.ticks = .fixed(places, labels: texts)
                } else {
                    axis.labels = texts
                }
                axes.model[keyPath: path] = axis
                return Value.list(texts.map { .object(LabelObject(of: axes, axis: path, tick: $0, x: .int(0), y: .int(0))) })
            },
            def("get_\(letter)ticklabels(self, minor=False, which=None)", "The labels of the ticks.") { (axes: AxesObject, _: Value, _: Value) in
                labels(axes, path)
            },
            def("get_\(letter)axis(self)", "The axis.") { (axes: AxesObject) in AxisObject(axes, path) },
            property("\(letter)axis", "The axis.") { (axes: AxesObject) in AxisObject(axes, path) },
        ]
    }

    private static let both: [Row] = [
        def("tick_params(self, axis='both', **kwargs)", "Sets the look of ticks and their labels.") { (axes: AxesObject, which: String, dict: DictObject) in
            try Keywords.choose(which, "axis", of: ["x", "y", "both"])
            var keywords = try Keywords(dict, owner: "Axes", voice: .tick)
            try tickParameters(axes, which, &keywords)
            try keywords.finish()
        },
        def("minorticks_on(self)", "Draws short ticks between the labelled ones.") { (axes: AxesObject) in
            (axes.model.x.showsMinorTicks, axes.model.y.showsMinorTicks) = (true, true)
        },
        def("minorticks_off(self)", "Removes short ticks.") { (axes: AxesObject) in
            (axes.model.x.showsMinorTicks, axes.model.y.showsMinorTicks) = (false, false)
        },
        def("locator_params(self, axis='both', tight=None, **kwargs)", "Sets how many ticks there may be.") {
            (axes: AxesObject, which: String, _: Value, keywords: DictObject) in
            let count = try keywords["nbins"]?.index() ?? 9
            if which != "y" { axes.model.x.ticks = .atMost(count, integer: false) }
            if which != "x" { axes.model.y.ticks = .atMost(count, integer: false) }
        },
        def("ticklabel_format(self, *, axis='both', style=None, scilimits=None, useOffset=None, useLocale=None, useMathText=None)",
            "Accepted; labels choose their own short form.") { (_: AxesObject, _: Value, _: Value, _: Value, _: Value, _: Value, _: Value) in },
        def("margins(self, *margins, x=None, y=None, tight=True)", "Sets the room beyond the data.") {
            (axes: AxesObject, values: [Double], x: Double?, y: Double?, _: Value) in
            for margin in values + [x, y].compactMap({ $0 }) where margin <= -0.5 { throw Raised.valueError("margin must be greater than -0.5") }
            if let margin = x ?? values.first { axes.model.x.margin = margin }
            if let margin = y ?? values.last { axes.model.y.margin = margin }
        },
        def("autoscale(self, enable=True, axis='both', tight=None)", "Lets the limits follow the data again.") {
            (axes: AxesObject, isOn: Bool, which: String, tight: Bool?) in
            guard isOn else { return }
            for path in [\Chart.x, \Chart.y] where which == "both" || (which == "x") == (path == \Chart.x) {
                (axes.model[keyPath: path].lower, axes.model[keyPath: path].upper) = (nil, nil)
                if tight == true { axes.model[keyPath: path].margin = 0 }
            }
        },
        def("autoscale_view(self, tight=None, scalex=True, scaley=True)", "Limits follow the data at drawing.") { (_: AxesObject, _: Value, _: Value, _: Value) in },
        def("relim(self, visible_only=False)", "Limits follow the data at drawing.") { (_: AxesObject, _: Value) in },
    ]

    /// The shown range as a pair.
    private static func limits(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> Value {
        let range = axes.range(path)
        return ArrayMaking.tuple([range.lower, range.upper])
    }

    /// Sets the ends of an axis that are given, and of all axes that share it.
    static func setLimits(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>, _ low: Value, _ high: Value) throws {
        let (first, last) = (try low.number(), try high.number())
        for value in [first, last] { if let value, !value.isFinite { throw Raised.valueError("Axis limits cannot be NaN or Inf") } }
        // Charts that share an axis move together.
        let shared: KeyPath<Chart, Int?>? = path == \Chart.x ? \.sharedX : path == \Chart.y ? \.sharedY : nil
        let group = shared.flatMap { axes.model[keyPath: $0] }
        for other in axes.figure.axes where other === axes || (group != nil && shared.flatMap { other.model[keyPath: $0] } == group) {
            if let first { other.model[keyPath: path].lower = first }
            if let last { other.model[keyPath: path].upper = last }
        }
    }

    /// The scale of a name.
    static func scale(_ name: String, _ keywords: DictObject) throws -> Scale {
        let known = ["base", "basex", "basey", "subs", "subsx", "subsy", "nonpositive", "linthresh", "linscale", "functions", "one_half", "use_overline"]
        for key in try keywords.table.keys.map({ try $0.str() }) where !known.contains(key) {
            throw Raised.typeError("\(name.prefix(1).uppercased() + name.dropFirst())Scale.__init__() got an unexpected keyword argument '\(key)'")
        }
        let base = try (keywords["base"] ?? keywords["basex"] ?? keywords["basey"])?.number() ?? 10
        switch name {
        case "linear": return .linear
        case "log":
            guard base > 0, base != 1 else { throw Raised.valueError("The log base cannot be <= 0 or == 1") }
            return .log(base: base)
        case "symlog": return .symlog(base: max(base, 1.5), threshold: max(try keywords["linthresh"]?.number() ?? 2, 1e-300))
        default: throw Raised.valueError("'\(name)' is not a valid value for scale.")
        }
    }

    /// Sets the places of the ticks, and their labels.
    static func setTicks(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>, _ ticks: Value, _ labels: Value, _ minor: Bool, _ dict: DictObject) throws {
        var axis = axes.model[keyPath: path]
        if labels.isNone, let name = dict.table.keys.first {
            throw Raised.valueError("Incorrect use of keyword argument \(try name.repr()). Keyword arguments other than 'minor' modify the text labels and can only be used if 'labels' are passed as well.")
        }
        try style(&axis.tickStyle, dict)
        if minor {
            axis.showsMinorTicks = try ticks.elements().isEmpty == false
        } else if !ticks.isNone {
            let places = try AxisPlaces(ticks, categories: &axis.categories).values
            if !labels.isNone { try requireAsMany(places, labels) }
            axes.givenTicks[path] = ticks
            axis.ticks = .fixed(places, labels: try labels.isNone ? nil : labels.elements().map { try $0.str() })
        } else if !labels.isNone {
            axis.labels = try labels.elements().map { try $0.str() }
        }
        axes.model[keyPath: path] = axis
    }

    private static func requireAsMany(_ places: [Double], _ labels: Value) throws {
        let count = try labels.elements().count
        guard count != places.count else { return }
        throw Raised.valueError("The number of FixedLocator locations (\(places.count)), usually from a call to set_ticks, does not match the number of labels (\(count)).")
    }

    private static func style(_ style: inout TextStyle, _ dict: DictObject) throws {
        var keywords = try Keywords(dict, owner: "Text")
        try StyleReading.apply(&keywords, to: &style)
        try keywords.finish()
    }

    /// The places of the ticks, whole numbers where the program gave whole numbers or names.
    static func places(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> Value {
        // Radii come as a list.
        if axes.projection == .polar, path == \Chart.y {
            let radii = axes.givenTicks[path].map { ArrayMaking.array(of: $0) } ?? ArrayMaking.array(ticks(axes, path).map(\.value))
            return (try? Value.list(radii.elements())) ?? radii
        }
        if case .fixed = axes.model[keyPath: path].ticks, let given = axes.givenTicks[path] { return ArrayMaking.array(of: given) }
        let places = ticks(axes, path).map(\.value)
        return axes.model[keyPath: path].categories.isEmpty ? ArrayMaking.array(places) : .list(places.map { .int(Int($0)) })
    }

    /// The places of the ticks within the shown range.
    static func shownPlaces(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> Value {
        if case .fixed = axes.model[keyPath: path].ticks { return places(axes, path) }
        let range = axes.range(path)
        return ArrayMaking.array(ticks(axes, path).map(\.value).filter { $0 >= range.lower - 1e-12 && $0 <= range.upper + 1e-12 })
    }

    /// The labels of the ticks as text objects.
    static func labels(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> Value {
        .list(ticks(axes, path).map { .object(label(of: $0, axes, path)) })
    }

    private static func ticks(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> [Tick] {
        let range = axes.range(path)
        let isRadius = axes.projection == .polar && path == \Chart.y
        let told = axes.model[keyPath: path].toldTicks(from: range.lower, to: range.upper, count: isRadius ? 9 : room(axes, path))
        return isRadius && axes.givenTicks[path] == nil ? told.filter { $0.value > range.lower } : told
    }

    /// How many gaps between ticks pyplot finds room for: a label takes three times its size across, twice its size upright.
    private static func room(_ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> Int {
        let share = axes.standardPlace
        let length = path == \Chart.x ? share.width * axes.figure.figure.width * 72 / 30 : share.height * axes.figure.figure.height * 72 / 20
        return length.isFinite ? min(max(Int(min(length, 9)), 1), 9) : 9
    }

    /// The label of a tick as a text object; powers of ten are set upright, as pyplot writes them.
    private static func label(of tick: Tick, _ axes: AxesObject, _ path: WritableKeyPath<Chart, Axis>) -> LabelObject {
        let text = tick.label.hasPrefix("$10^") ? "$\\mathdefault{" + tick.label.dropFirst().dropLast().replacing("−", with: "-") + "}$" : tick.label
        let isUpright = path == \Chart.y
        let place = axes.givenTicks[path] == nil ? Value.float(tick.value) : .short(tick.value)
        return LabelObject(of: axes, axis: path, tick: text, x: isUpright ? .int(0) : place, y: isUpright ? place : .int(0))
    }

    /// Sets the look of ticks and their labels, of one axis or of both.
    static func tickParameters(_ axes: AxesObject, _ which: String, _ keywords: inout Keywords) throws {
        let size = try keywords.take("labelsize").map { try StyleReading.size($0, base: TextSize.tick) }
        let paint = try keywords.paint("labelcolor", "colors")
        let turn = try keywords.number("rotation", "labelrotation")
        let isMinor = try keywords.text("which") == "minor"
        let sides = (bottom: try keywords.flag("bottom"), left: try keywords.flag("left"), labelBottom: try keywords.flag("labelbottom"), labelLeft: try keywords.flag("labelleft"))
        let far = (top: try keywords.flag("top", "labeltop"), right: try keywords.flag("right", "labelright"))
        let length = try keywords.number("length", "size")
        for path in [\Chart.x, \Chart.y] where which == "both" || (which == "x") == (path == \Chart.x) {
            var axis = axes.model[keyPath: path]
            let isX = path == \Chart.x
            if let size { axis.tickStyle.size = size }
            if let paint { axis.tickStyle.paint = paint }
            if let turn { axis.tickStyle.rotation = turn }
            if !isMinor {
                if let shown = isX ? sides.bottom : sides.left { axis.showsTicks = shown }
                if let shown = isX ? sides.labelBottom : sides.labelLeft { axis.showsLabels = shown }
                if length == 0 { axis.showsTicks = false }
                if let shown = isX ? far.top : far.right, shown { axis.isFar = true }
            }
            axes.model[keyPath: path] = axis
        }
        keywords.accept("direction", "width", "color", "pad", "grid_color", "grid_alpha", "reset", "labeltop", "labelright")
    }
}
