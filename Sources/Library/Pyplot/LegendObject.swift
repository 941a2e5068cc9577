// LegendObject: a legend as programs hold it.
import Plotting
import Runtime

/// A legend of a chart or of a figure.
final class LegendObject: Object, Remembering, @unchecked Sendable {
    static let expectedType = "Legend"
    private static let cls = Class(native: "Legend", module: "matplotlib.legend", extensible: false, rows: { parts + properties.flatMap(\.rows) })

    private let owner: Object
    private let path: (get: () -> Legend?, set: (Legend?) -> Void)
    /// The artists that the list names, in order.
    private let handles: [Value]
    var given: [String: Value] = [:]

    /// The legend of a chart.
    init(_ axes: AxesObject, _ handles: [Value]) {
        owner = axes
        path = ({ axes.model.legend }, { axes.model.legend = $0 })
        self.handles = handles
        super.init(type: Self.cls)
    }

    /// The legend of a figure.
    init(_ figure: FigureObject, _ handles: [Value]) {
        owner = figure
        path = ({ figure.figure.legend }, { figure.figure.legend = $0 })
        self.handles = handles
        super.init(type: Self.cls)
    }

    private var legend: Legend {
        get { path.get() ?? Legend() }
        set { path.set(newValue) }
    }

    /// The texts of the list; each has its words, all have one style.
    private var texts: [LabelObject] {
        let entries = legend.entries ?? handles.compactMap { $0.as(ArtistObject.self) }.map { Legend.Entry(mark: $0.id, text: $0.label) }
        return entries.indices.map { index in
            LabelObject(of: self, x: .int(0), y: .int(0), read: {
                let now = self.legend.entries ?? entries
                return .init(words: now.indices.contains(index) ? now[index].text : "", style: self.legend.style)
            }, write: { content in
                var now = self.legend.entries ?? entries
                if now.indices.contains(index), now[index].text != content.words {
                    now[index].text = content.words
                    self.legend.entries = now
                }
                self.legend.style = content.style
            })
        }
    }

    private static let parts: [Row] = [
        def("remove(self)", "Takes the legend away.") { (legend: LegendObject) in legend.path.set(nil) },
        def("get_texts(self)", "The texts of the list.") { (legend: LegendObject) in Value.list(legend.texts.map { .object($0) }) },
        property("texts", "The texts of the list.") { (legend: LegendObject) in Value.list(legend.texts.map { .object($0) }) },
        property("legend_handles", "The artists that the list names.") { (legend: LegendObject) in Value.list(legend.handles) },
        def("get_lines(self)", "The lines that the list names.") { (legend: LegendObject) in legend.handles(of: ArtistClasses.line) },
        def("get_patches(self)", "The bars and shapes that the list names.") { (legend: LegendObject) in legend.handles(of: ArtistClasses.bars, ArtistClasses.polygon) },
        def("get_title(self)", "The line over the list.") { (legend: LegendObject) in
            LabelObject(of: legend, x: .int(0), y: .int(0), read: { .init(words: legend.legend.title, style: legend.legend.style) }, write: { legend.legend.title = $0.words })
        },
        def("set_title(self, title, prop=None)", "Sets the line over the list.") { (legend: LegendObject, title: Value, _: Value) in
            legend.legend.title = title.isNone ? "" : try title.str()
        },
        def("get_frame(self)", "The legend's frame.") { (legend: LegendObject) in legend },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (legend: Value, keywords: DictObject) in try ArtistRows.setAll(legend, keywords) },
        def("set_draggable(self, state, use_blit=False, update='loc')", "Accepted: nothing is dragged on a page.") { (_: LegendObject, _: Value, _: Value, _: Value) in },
        def("set_bbox_to_anchor(self, bbox, transform=None)", "Sets the point of the chart at which the list stands.") { (legend: LegendObject, place: [Double], _: Value) in
            if place.count >= 2 { legend.legend.anchor = (place[0], place[1]) }
        },
    ]

    private static let properties: [ArtistProperty<LegendObject>] = [
        ArtistProperty("visible", doc: "whether the legend is shown", read: { .bool($0.path.get() != nil) }, write: { legend, shown in
            if try !shown.truth() { legend.path.set(nil) }
        }),
        ArtistProperty("frame_on", doc: "whether the list has a frame", read: { .bool($0.legend.isFramed) }, write: { $0.legend.isFramed = try $1.truth() }),
        ArtistProperty(told: "alpha", doc: "the opacity of the ground", otherwise: { _ in .float(0.8) }, write: { $0.legend.alpha = try $1.number() ?? 1 }),
        ArtistProperty("facecolor", doc: "the ground", read: { PaintReading.channels($0.legend.background, alpha: (try? $0.given["alpha"]?.number()) ?? 0.8) },
                       write: { $0.legend.background = try PaintReading.paint($1) }),
        ArtistProperty(told: "edgecolor", doc: "the colour of the frame", otherwise: { _ in .string("0.8") }, write: { $0.legend.isFramed = try PaintReading.paint($1) != .none }),
        ArtistProperty(told: "linewidth", doc: "the width of the frame's lines", otherwise: { _ in .float(1) }, write: { legend, width in
            if try width.propertyNumber() == 0 { legend.legend.isFramed = false }
        }),
        ArtistProperty("loc", doc: "where the list stands", read: { .string($0.legend.location.rawValue) }, write: { try LegendReading.place(&$0.legend, at: $1) }),
        ArtistProperty("ncols", doc: "the number of columns", read: { .int($0.legend.columns) }, write: { $0.legend.columns = try $1.index() ?? 1 }),
    ]

    private func handles(of classes: Class...) -> Value {
        .list(handles.filter { handle in classes.contains { $0 === handle.type } || (handle.as(BarObject.self) != nil && classes.contains { $0 === ArtistClasses.bars }) })
    }

    override func repr() throws -> String { "<matplotlib.legend.Legend object at \(address)>" }
    override func visitReferences(_ visit: (Object) -> Void) {
        visit(owner)
        for case .object(let value) in handles + given.values { visit(value) }
    }
}
