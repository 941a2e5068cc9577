// ColorbarObject: a colour scale beside a chart as programs hold it.
import Plotting
import Runtime

/// `matplotlib.colorbar.Colorbar`
final class ColorbarObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Colorbar"
    private static let cls = Class(native: "Colorbar", module: "matplotlib.colorbar", extensible: false, rows: { rows })

    /// The chart of the scale.
    private let axes: AxesObject
    /// What the scale explains.
    private let mappable: Value

    private init(_ axes: AxesObject, _ mappable: Value) {
        (self.axes, self.mappable) = (axes, mappable)
        super.init(type: Self.cls)
        mappable.as(ArtistObject.self)?.colorbar = self
    }

    private var isHorizontal: Bool { axes.bar?.isHorizontal ?? false }
    private var path: WritableKeyPath<Chart, Axis> & Sendable { isHorizontal ? \Chart.x : \Chart.y }

    private static let rows: [Row] = [
        def("set_label(self, label, *, loc=None, **kwargs)", "Names the scale.") { (bar: ColorbarObject, label: Value, _: Value, keywords: DictObject) in
            _ = try Value.object(bar.axes).callMethod(bar.isHorizontal ? "set_xlabel" : "set_ylabel", [label], keywords: keywords.asKeywords())
        },
        def("set_ticks(self, ticks, *, labels=None, minor=False, **kwargs)", "Sets the places of the ticks.") {
            (bar: ColorbarObject, ticks: Value, labels: Value, minor: Bool, keywords: DictObject) in
            if let choice = ticks.as(LocatorObject.self)?.choice {
                bar.axes.model[keyPath: bar.path].ticks = choice
            } else {
                try LimitRows.setTicks(bar.axes, bar.path, ticks, labels, minor, keywords)
            }
        },
        def("get_ticks(self, minor=False)", "The places of the ticks.") { (bar: ColorbarObject, _: Value) in LimitRows.shownPlaces(bar.axes, bar.path) },
        def("set_ticklabels(self, ticklabels, *, minor=False, **kwargs)", "Sets the labels of the ticks.") {
            (bar: ColorbarObject, labels: Value, _: Value, keywords: DictObject) in
            _ = try Value.object(bar.axes).callMethod(bar.isHorizontal ? "set_xticklabels" : "set_yticklabels", [labels], keywords: keywords.asKeywords())
        },
        def("minorticks_on(self)", "Draws short ticks between the labelled ones.") { (bar: ColorbarObject) in bar.axes.model[keyPath: bar.path].showsMinorTicks = true },
        def("minorticks_off(self)", "Removes short ticks.") { (bar: ColorbarObject) in bar.axes.model[keyPath: bar.path].showsMinorTicks = false },
        def("set_alpha(self, alpha)", "Accepted: the scale is opaque.") { (_: ColorbarObject, _: Value) in },
        def("update_normal(self, mappable=None)", "Follows what the scale explains.") { (bar: ColorbarObject, _: Value) in
            if let (range, map) = bar.mappable.as(ArtistObject.self)?.mapping { bar.follow(range, map) }
        },
        def("draw_all(self)", "Accepted.") { (_: ColorbarObject) in },
        def("remove(self)", "Takes the scale away.") { (bar: ColorbarObject) in
            bar.axes.model.isVisible = false
            bar.mappable.as(ArtistObject.self)?.colorbar = nil
        },
        property("ax", "The chart of the scale.") { (bar: ColorbarObject) in bar.axes },
        property("mappable", "What the scale explains.") { (bar: ColorbarObject) in bar.mappable },
        property("orientation", "'vertical' or 'horizontal'.") { (bar: ColorbarObject) in bar.isHorizontal ? "horizontal" : "vertical" },
        property("vmin", "The value at the low end.") { (bar: ColorbarObject) in try ArrayMaking.scalar(bar.axes.bar?.limits.lower ?? 0, isWhole: false) },
        property("vmax", "The value at the high end.") { (bar: ColorbarObject) in try ArrayMaking.scalar(bar.axes.bar?.limits.upper ?? 1, isWhole: false) },
        property("cmap", "The colour map.") { (bar: ColorbarObject) in ColormapObject(bar.axes.bar?.map ?? .viridis) },
        property("norm", "How numbers are brought to the map.") { (bar: ColorbarObject) in NormalizeObject(bar.axes.bar?.normalization ?? Normalization()) },
        property("outline", "The frame of the scale.") { (bar: ColorbarObject) in SpineObject(bar.axes) },
    ]

    /// Shows another range or map.
    func follow(_ range: Normalization, _ map: Colormap) {
        axes.bar?.normalization = range
        axes.bar?.map = map
    }

    /// Puts a scale beside the chart of what it explains.
    /// - Throws: RuntimeError where nothing with a colour map is drawn.
    static func add(to figure: FigureObject, _ mappable: Value, _ cax: Value, _ ax: Value, _ dict: DictObject) throws -> ColorbarObject {
        let artist = mappable.as(ArtistObject.self) ?? (mappable.isNone ? PyplotSession.current.mappable : nil)
        guard let mapping = mappable.as(MappableObject.self)?.mapping ?? artist?.mapping else {
            throw Raised.runtimeError("No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).")
        }
        var host = artist?.axes ?? figure.currentAxes()
        if let own = ax.as(AxesObject.self) {
            host = own
        } else if !ax.isNone, let last = try ax.elements().last {
            host = try last.as(AxesObject.self) ?? last.elements().last?.as(AxesObject.self) ?? host
        }
        var keywords = try Keywords(dict, owner: "Colorbar.__init__", voice: .call)
        let (orientation, side) = (try keywords.choice("orientation", of: ["vertical", "horizontal"]), try keywords.choice("location", of: ["left", "right", "top", "bottom"]))
        var bar = Colorbar(
            normalization: mapping.normalization, map: mapping.map, isHorizontal: orientation == "horizontal" || side == "top" || side == "bottom")
        bar.shrink = try keywords.number("shrink") ?? 1
        bar.axis.label = try keywords.text("label") ?? ""
        let (ticks, format) = (keywords.take("ticks"), keywords.take("format"))
        keywords.accept("fraction", "pad", "aspect", "extend", "drawedges", "boundaries", "values", "spacing", "anchor", "panchor", "use_gridspec", "extendfrac",
                        "extendrect", "alpha", "shrink", "location", "ticklocation")
        try keywords.finish()
        if let own = cax.as(AxesObject.self) { own.model.isVisible = false }
        let current = host.figure.current
        let object = ColorbarObject(host.figure.add(bar, beside: host), artist.map { .object($0) } ?? mappable)
        host.figure.current = current
        if let ticks { _ = try Value.object(object).callMethod("set_ticks", [ticks]) }
        if let format { try AxisObject(object.axes, object.path).format(format) }
        return object
    }

    override func repr() throws -> String { "<matplotlib.colorbar.Colorbar object at \(address)>" }
    override func visitReferences(_ visit: (Object) -> Void) {
        visit(axes)
        if case .object(let object) = mappable { visit(object) }
    }
}
