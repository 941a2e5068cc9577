// SpineObject: the lines of a chart's frame as programs hold them.
import Plotting
import Runtime

/// A line of a chart's frame (`ax.spines["top"]`), or several of them.
final class SpineObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Spine"
    private static let cls = Class(native: "Spine", module: "matplotlib.spines", hooks: [.getitem, .iter, .len], extensible: false, rows: { properties.flatMap(\.rows) + others })

    private static let properties: [ArtistProperty<SpineObject>] = [
        ArtistProperty("visible", doc: "whether the line is shown", read: { spine in .bool(spine.sides.allSatisfy(spine.axes.model.sides.contains)) }, write: { spine, shown in
            let isShown = try shown.truth()
            for side in spine.sides { if isShown { spine.axes.model.sides.insert(side) } else { spine.axes.model.sides.remove(side) } }
        }),
        ArtistProperty("edgecolor", "color", "ec", doc: "the colour", read: { PaintReading.channels($0.stroke.paint == .theme(.frame) ? .exact(.black) : $0.stroke.paint, alpha: 1) },
                       write: { $0.stroke.paint = try PaintReading.paint($1) }),
        ArtistProperty("linewidth", "lw", doc: "the width in points", read: { .float($0.stroke.width == 0.9 ? 0.8 : $0.stroke.width) }, write: { $0.stroke.width = try $1.propertyNumber() }),
        ArtistProperty("linestyle", "ls", doc: "the dash pattern", read: { .string($0.stroke.dash.longStyle) }, write: { $0.stroke.dash = try StyleReading.dash($1) }),
        ArtistProperty("alpha", doc: "the opacity", read: { _ in .none }, write: { $0.stroke.alpha = try $1.number() ?? 1 }),
    ]

    private static let others: [Row] = [
        def("set_position(self, position)", "Lines stay at the frame.") { (_: SpineObject, _: Value) in },
        def("set_bounds(self, low=None, high=None)", "Lines keep their length.") { (_: SpineObject, _: Value, _: Value) in },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (spine: Value, keywords: DictObject) in try ArtistRows.setAll(spine, keywords) },
        def("keys(self)", "The names of the lines.") { (spine: SpineObject) in Value.list(spine.sides.map { .string("\($0)") }) },
        def("values(self)", "The lines.") { (spine: SpineObject) in Value.list(spine.each) },
        def("items(self)", "Names and lines.") { (spine: SpineObject) in Value.list(zip(spine.sides, spine.each).map { .tuple([.string("\($0)"), $1]) }) },
    ]

    private let axes: AxesObject
    private let sides: [Side]

    /// All four lines unless some are named.
    init(_ axes: AxesObject, _ sides: [Side] = [.left, .right, .bottom, .top]) {
        self.axes = axes
        self.sides = sides
        super.init(type: Self.cls)
    }

    private var each: [Value] { sides.map { .object(SpineObject(axes, [$0])) } }

    private var stroke: Stroke {
        get { sides.first.flatMap { axes.model.sideStrokes[$0] } ?? Stroke(.theme(.frame), width: 0.9) }
        set { for side in sides { axes.model.sideStrokes[side] = newValue } }
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
    override func length() throws -> Int? { sides.count }
    override func visitReferences(_ visit: (Object) -> Void) { visit(axes) }
}
