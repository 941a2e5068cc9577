// ColorbarObject: a colour scale beside a chart as programs hold it.
import Plotting
import Runtime

/// `matplotlib.colorbar.Colorbar`
final class ColorbarObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Colorbar"
    private static let cls = Class(native: "Colorbar", module: "matplotlib.colorbar", extensible: false, rows: {
        [
            def("set_label(self, label, **kwargs)", "Names the scale.") { (bar: ColorbarObject, label: String, dict: DictObject) in
                var keywords = try Keywords(dict, owner: "Text")
                var style = TextStyle(size: TextSize.label)
                try StyleReading.apply(&keywords, to: &style)
                try keywords.finish()
                bar.change {
                    $0.axis.label = label
                    $0.axis.labelStyle.size = style.size
                }
            },
            def("set_ticks(self, ticks, labels=None, **kwargs)", "Sets the places of the ticks.") { (bar: ColorbarObject, ticks: Value, labels: Value, _: DictObject) in
                let places = try NumberGrid(ticks).values
                let texts = try labels.isNone ? nil : labels.elements().map { try $0.str() }
                bar.change { $0.axis.ticks = .fixed(places, labels: texts) }
            },
            def("set_ticklabels(self, ticklabels, **kwargs)", "Sets the labels of the ticks.") { (bar: ColorbarObject, labels: Value, _: DictObject) in
                let texts = try labels.elements().map { try $0.str() }
                bar.change { bar in
                    if case .fixed(let places, _) = bar.axis.ticks { bar.axis.ticks = .fixed(places, labels: texts) } else { bar.axis.labels = texts }
                }
            },
            def("remove(self)", "Takes the scale away.") { (bar: ColorbarObject) in
                guard bar.axes.model.colorbars.indices.contains(bar.index) else { return }
                bar.axes.model.colorbars.remove(at: bar.index)
            },
            property("ax", "The chart of the scale.") { (bar: ColorbarObject) in bar.axes },
        ]
    })
    private let axes: AxesObject
    private let index: Int

    private init(_ axes: AxesObject, index: Int) {
        self.axes = axes
        self.index = index
        super.init(type: Self.cls)
    }

    private func change(_ body: (inout Colorbar) -> Void) {
        if axes.model.colorbars.indices.contains(index) { body(&axes.model.colorbars[index]) }
    }

    /// Puts a scale beside the chart of what it explains.
    /// - Throws: RuntimeError where nothing with a colour map is drawn.
    static func add(to figure: FigureObject, _ mappable: Value, _ cax: Value, _ ax: Value, _ dict: DictObject) throws -> ColorbarObject {
        let artist = mappable.as(ArtistObject.self) ?? PyplotSession.current.mappable
        let free = mappable.as(MappableObject.self)
        guard let mapping = free?.mapping ?? artist?.mapping else {
            throw Raised.runtimeError("No mappable was found to use for colorbar creation. First define a mappable such as an image (with imshow) or a contour set (with contourf).")
        }
        var host = artist?.axes ?? figure.currentAxes()
        if let own = ax.as(AxesObject.self) {
            host = own
        } else if !ax.isNone, let last = try ax.elements().last {
            host = try last.as(AxesObject.self) ?? last.elements().last?.as(AxesObject.self) ?? host
        }
        var keywords = try Keywords(dict, owner: "Colorbar")
        var bar = Colorbar(normalization: mapping.normalization, map: mapping.map)
        let (orientation, side) = (try keywords.text("orientation"), try keywords.text("location"))
        bar.isHorizontal = orientation == "horizontal" || side == "top" || side == "bottom"
        bar.shrink = try keywords.number("shrink") ?? 1
        bar.axis.label = try keywords.text("label") ?? ""
        if let ticks = keywords.take("ticks"), ticks.as(LocatorObject.self) == nil { bar.axis.ticks = .fixed(try NumberGrid(ticks).values, labels: nil) }
        for name in ["fraction", "pad", "aspect", "extend", "format", "drawedges", "boundaries", "values", "spacing", "anchor", "use_gridspec", "extendfrac"] {
            keywords.accept(name)
        }
        try keywords.finish()
        if let own = cax.as(AxesObject.self) { own.model.isVisible = false }
        host.model.colorbars.append(bar)
        return ColorbarObject(host, index: host.model.colorbars.count - 1)
    }

    override func repr() throws -> String { "<matplotlib.colorbar.Colorbar object at \(address)>" }
    override func visitReferences(_ visit: (Object) -> Void) { visit(axes) }
}
