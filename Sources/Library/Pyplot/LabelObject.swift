// LabelObject: words that belong to a chart or a figure — titles, names of axes, labels of ticks — as programs hold them.
import Plotting
import Runtime

/// A title, the name of an axis, the label of a tick, a line of a legend: `Text(0.5, 1.0, 'words')`.
final class LabelObject: Object, TextHolder, @unchecked Sendable {
    static let expectedType = "Text"
    private static let cls = Class(native: "Text", module: "matplotlib.text", extensible: false, rows: {
        TextProperties<LabelObject>.rows + (ArtistProperty<LabelObject>(told: "alpha", doc: "the opacity", otherwise: { _ in .none }, write: { label, alpha in
            label.style.alpha = try alpha.number() ?? 1
        }).rows) + (ArtistProperty<LabelObject>("visible", doc: "whether it is shown", read: { .bool($0.style.alpha > 0) }, write: { label, shown in
            label.style.alpha = try shown.truth() ? 1 : 0
        }).rows) + [
            def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (label: Value, keywords: DictObject) in try ArtistRows.setAll(label, keywords) },
            def("update(self, props)", "Calls `set_name(value)` for every entry.") { (label: Value, properties: DictObject) in try ArtistRows.setAll(label, properties) },
        ]
    })

    /// Words and their style.
    struct Content {
        var words: String
        var style: TextStyle
    }

    /// Whose words they are.
    private let owner: Object?
    private let read: () -> Content
    private let write: (Content) -> Void
    var place: (x: Value, y: Value)
    var given: [String: Value] = [:]

    /// Words that are read from where they stand and written there.
    init(of owner: Object?, x: Value, y: Value, read: @escaping () -> Content, write: @escaping (Content) -> Void) {
        (self.owner, self.read, self.write, place) = (owner, read, write, (x, y))
        super.init(type: Self.cls)
    }

    /// Words of a chart.
    convenience init(of axes: AxesObject, _ words: WritableKeyPath<Chart, String>, _ style: WritableKeyPath<Chart, TextStyle>, x: Value, y: Value) {
        self.init(of: axes, x: x, y: y, read: { Content(words: axes.model[keyPath: words], style: axes.model[keyPath: style]) }, write: { content in
            axes.model[keyPath: words] = content.words
            axes.model[keyPath: style] = content.style
        })
    }

    /// Words of a figure.
    convenience init(of figure: FigureObject, _ words: WritableKeyPath<Figure, String>, _ style: WritableKeyPath<Figure, TextStyle>, x: Value, y: Value) {
        self.init(of: figure, x: x, y: y, read: { Content(words: figure.figure[keyPath: words], style: figure.figure[keyPath: style]) }, write: { content in
            figure.figure[keyPath: words] = content.words
            figure.figure[keyPath: style] = content.style
        })
    }

    /// The name of an axis.
    convenience init(of axes: AxesObject, axis: WritableKeyPath<Chart, Axis>) {
        self.init(of: axes, axis.appending(path: \.label), axis.appending(path: \.labelStyle), x: .float(0.5), y: .int(0))
        settle(axis: axis)
    }

    /// Stands where the side of the name of an axis asks for.
    func settle(axis: WritableKeyPath<Chart, Axis>) {
        guard axis != \Chart.y else { return place = (.int(0), .float(0.5)) }
        switch style.horizontal {
        case .left: place.x = .int(0)
        case .right: place.x = .int(1)
        case .center: place.x = .float(0.5)
        }
    }

    /// The label of a tick: its words are its own, its style that of all labels of the axis.
    convenience init(of axes: AxesObject, axis: WritableKeyPath<Chart, Axis>, tick words: String, x: Value, y: Value) {
        let style = axis.appending(path: \.tickStyle)
        self.init(of: axes, x: x, y: y, read: { Content(words: words, style: axes.model[keyPath: style]) }, write: { axes.model[keyPath: style] = $0.style })
    }

    var words: String {
        get { read().words }
        set { write(Content(words: newValue, style: style)) }
    }
    var style: TextStyle {
        get { read().style }
        set { write(Content(words: words, style: newValue)) }
    }

    override func repr() throws -> String { "Text(\(try place.x.repr()), \(try place.y.repr()), \(try Value.string(words).repr()))" }
    override func visitReferences(_ visit: (Object) -> Void) {
        if let owner { visit(owner) }
        for case .object(let value) in Array(given.values) + [place.x, place.y] { visit(value) }
    }
}
