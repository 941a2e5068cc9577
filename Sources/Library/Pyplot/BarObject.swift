// BarObject: one bar of a bar chart or a histogram as programs hold it.
import Plotting
import Runtime

/// One bar of a container.
final class BarObject: Object, Remembering, @unchecked Sendable {
    static let expectedType = "Rectangle"
    private static let cls = Class(
        native: "Rectangle", base: PatchClasses.rectangle, module: "matplotlib.patches", extensible: false,
        rows: { (geometry + look).flatMap(\.rows) + others })

    /// Which numbers were given as whole ones: they are told as such.
    struct Wholeness {
        var place = false
        var width = false
        var foot = false
        var length = false
    }

    private let container: ArtistObject
    private let index: Int
    /// The size across, as it was given: the edges' difference may be off by a rounding error.
    private var across: Double
    private let isWhole: Wholeness
    var given: [String: Value] = [:]

    init(_ container: ArtistObject, index: Int, across: Double, isWhole: Wholeness = Wholeness()) {
        (self.container, self.index, self.across, self.isWhole) = (container, index, across, isWhole)
        super.init(type: Self.cls)
    }

    private var mark: BarMark? { container.mark as? BarMark }
    private var isHorizontal: Bool { mark?.isHorizontal ?? false }
    private var bar: BarMark.Bar {
        get { mark.flatMap { $0.bars.indices.contains(index) ? $0.bars[index] : nil } ?? BarMark.Bar(start: 0, end: 0, foot: 0, top: 0) }
        set { container.change(BarMark.self) { if $0.bars.indices.contains(index) { $0.bars[index] = newValue } } }
    }

    private func start() throws -> Value { try ArrayMaking.scalar(bar.start, isWhole: isWhole.place) }
    private func foot() throws -> Value { try ArrayMaking.scalar(bar.foot, isWhole: isWhole.foot) }
    private func width() throws -> Value { try ArrayMaking.scalar(across, isWhole: isWhole.width) }
    /// The number that the bar shows.
    func length() throws -> Value { try ArrayMaking.scalar(bar.top - bar.foot, isWhole: isWhole.length) }

    private static let geometry: [ArtistProperty<BarObject>] = [
        ArtistProperty(told: "x", doc: "the left edge", otherwise: { try $0.isHorizontal ? $0.foot() : $0.start() }, write: { try $0.move(x: $1.propertyNumber()) }),
        ArtistProperty(told: "y", doc: "the lower edge", otherwise: { try $0.isHorizontal ? $0.start() : $0.foot() }, write: { try $0.move(y: $1.propertyNumber()) }),
        ArtistProperty(told: "width", doc: "the width", otherwise: { try $0.isHorizontal ? $0.length() : $0.width() }, write: { try $0.resize(width: $1.propertyNumber()) }),
        ArtistProperty(told: "height", doc: "the height", otherwise: { try $0.isHorizontal ? $0.width() : $0.length() }, write: { try $0.resize(height: $1.propertyNumber()) }),
        ArtistProperty("xy", doc: "the lower left corner", read: { .tuple([try Value.object($0).callMethod("get_x"), try Value.object($0).callMethod("get_y")]) }),
        ArtistProperty("center", doc: "the middle", read: { bar in
            let (low, high) = (bar.bar, bar.across)
            let (along, over) = ((low.foot + low.top) / 2, low.start + high / 2)
            return ArrayMaking.array(bar.isHorizontal ? [along, over] : [over, along])
        }),
        ArtistProperty("angle", doc: "the angle by which it is turned", read: { _ in .float(0) }),
    ]

    private static let look: [ArtistProperty<BarObject>] = [
        ArtistProperty("facecolor", "fc", doc: "the colour", read: { bar in
            guard let mark = bar.mark else { return .none }
            return PaintReading.channels(mark.fills[bar.index % mark.fills.count], alpha: mark.alpha)
        }, write: { try $0.paint($1) }),
        ArtistProperty("color", doc: "the colour", read: { bar in bar.mark.map { PaintReading.value($0.fills[bar.index % $0.fills.count]) } ?? .none }, write: { try $0.paint($1) }),
        ArtistProperty("edgecolor", "ec", doc: "the colour of all bars' edges", read: { bar in
            PaintReading.channels(bar.mark?.edge?.paint ?? .exact(.black), alpha: bar.mark?.edge == nil ? 0 : bar.mark?.alpha ?? 1)
        }, write: { bar, color in
            let paint = try PaintReading.paint(color)
            bar.container.change(BarMark.self) { $0.edge = Stroke(paint, width: $0.edge?.width ?? 1, alpha: $0.alpha) }
        }),
        ArtistProperty("linewidth", "lw", doc: "the width of all bars' edges", read: { .float($0.mark?.edge?.width ?? 1) }, write: { bar, width in
            let width = try width.propertyNumber()
            bar.container.change(BarMark.self) { $0.edge?.width = width }
            bar.given["linewidth"] = .float(width)
        }),
        ArtistProperty("linestyle", "ls", doc: "the dash pattern of all bars' edges", read: { .string(($0.mark?.edge?.dash ?? .solid).longStyle) }),
        ArtistProperty(told: "alpha", doc: "the opacity of all bars", otherwise: { bar in bar.mark.map { $0.alpha == 1 ? .none : .float($0.alpha) } ?? .none }, write: { bar, alpha in
            let alpha = try alpha.number() ?? 1
            bar.container.mark?.look.alpha = alpha
        }),
        ArtistProperty(told: "hatch", doc: "the pattern: remembered, not drawn", otherwise: { _ in .none }, write: { _, _ in }),
        ArtistProperty(told: "label", doc: "the name in the legend", otherwise: { _ in .string("_nolegend_") }, write: { bar, label in
            let label = try label.str()
            bar.container.mark?.traits.label = label
        }),
        ArtistProperty("fill", doc: "whether it is filled", read: { .bool($0.mark?.fills.first != Paint.none) }),
        ArtistProperty("visible", doc: "whether the bars are shown", read: { .bool($0.mark?.traits.isVisible ?? false) }, write: { bar, shown in
            bar.container.mark?.traits.isVisible = try shown.truth()
        }),
        ArtistProperty("zorder", doc: "what covers what", read: { .short($0.mark?.traits.order ?? 1) }, write: { bar, order in
            bar.container.mark?.traits.order = try order.propertyNumber()
        }),
    ]

    private static let others: [Row] = [
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (bar: Value, keywords: DictObject) in try ArtistRows.setAll(bar, keywords) },
        property("axes", "The chart it belongs to.") { (bar: BarObject) in bar.container.axes },
        property("xy", "The lower left corner.") { (bar: Value) in try bar.callMethod("get_xy") },
    ]

    private func move(x: Double? = nil, y: Double? = nil) {
        var bar = bar
        if let start = isHorizontal ? y : x { (bar.start, bar.end) = (start, start + across) }
        if let foot = isHorizontal ? x : y { (bar.foot, bar.top) = (foot, foot + bar.top - bar.foot) }
        self.bar = bar
    }

    private func resize(width: Double? = nil, height: Double? = nil) {
        var bar = bar
        if let size = isHorizontal ? height : width {
            across = size
            bar.end = bar.start + size
        }
        if let length = isHorizontal ? width : height { bar.top = bar.foot + length }
        self.bar = bar
    }

    private func paint(_ color: Value) throws {
        let paint = try PaintReading.paint(color)
        container.change(BarMark.self) { mark in
            var fills = mark.bars.indices.map { mark.fills[$0 % mark.fills.count] }
            if fills.indices.contains(index) { fills[index] = paint }
            mark.fills = fills
        }
    }

    override func repr() throws -> String { "<matplotlib.patches.Rectangle object at \(address)>" }

    override func str() throws -> String {
        let bar = bar
        let (x, y) = isHorizontal ? (bar.foot, bar.start) : (bar.start, bar.foot)
        let (width, height) = isHorizontal ? (bar.top - bar.foot, across) : (across, bar.top - bar.foot)
        let numbers = [x, y, width, height].map { NumberText.short($0).replacing("−", with: "-") }
        return "Rectangle(xy=(\(numbers[0]), \(numbers[1])), width=\(numbers[2]), height=\(numbers[3]), angle=0)"
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(container) }
}
