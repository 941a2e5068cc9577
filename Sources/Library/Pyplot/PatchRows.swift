// PatchRows: filled shapes — `fill`, and the patches that programs make and add.
import Glibc
import Plotting
import Runtime

/// Filled shapes.
enum PatchRows {
    static let all: [Row] = [
        def("fill(self, *args, data=None, **kwargs)", "Fills polygons: `fill(x, y)`, `fill(x, y, 'r')`.") {
            (axes: AxesObject, values: [Value], _: Value, dict: DictObject) in
            var rest = values[...]
            var artists: [Value] = []
            while rest.count >= 2 {
                let (x, y) = (rest.removeFirst(), rest.removeFirst())
                var paint: Paint?
                if let text = rest.first?.text {
                    paint = try FormatString(text).paint
                    rest.removeFirst()
                }
                let ring = zip(try NumberGrid(x).values, try NumberGrid(y).values).map { (x: $0, y: $1) }
                var mark = PolygonMark(rings: [ring], fill: paint ?? .none)
                try style(&mark, dict, owner: "Polygon", default: paint ?? axes.nextFill())
                artists.append(.object(axes.add(mark, as: .polygon)))
            }
            return Value.list(artists)
        },
        def("add_patch(self, p)", "Adds a shape made by `matplotlib.patches`.") { (axes: AxesObject, patch: PatchObject) in
            axes.add(patch.mark, as: .polygon)
            return Value.object(patch)
        },
    ]

    /// Colour, edge, opacity of a shape.
    static func style(_ mark: inout PolygonMark, _ dict: DictObject, owner: String, default paint: Paint) throws {
        var keywords = try Keywords(dict, owner: owner)
        let both = try keywords.paint("color")
        mark.fill = try keywords.paint("facecolor", "fc") ?? both ?? paint
        mark.alpha = try keywords.number("alpha") ?? 1
        if try keywords.flag("fill") == false { mark.fill = .none }
        let edge = try keywords.paint("edgecolor", "ec") ?? both ?? (mark.fill == .none ? .ink : nil)
        let width = try keywords.number("linewidth", "lw") ?? 1
        let dash = try keywords.dash("linestyle", "ls") ?? .solid
        mark.edge = edge.map { Stroke($0, width: width, dash: dash, alpha: mark.alpha) }
        mark.isClosed = try keywords.flag("closed") ?? true
        try keywords.traits(&mark.traits)
        keywords.accept("hatch", "joinstyle")
        try keywords.finish()
    }
}

/// A shape of `matplotlib.patches`, before or after it is added to a chart.
final class PatchObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Patch"
    let mark: PolygonMark

    init(_ cls: Class, _ mark: PolygonMark) {
        self.mark = mark
        super.init(type: cls)
    }

    override func repr() throws -> String { "<matplotlib.patches.\(type.name) object at \(address)>" }

    /// `matplotlib.patches`
    static let module = Module("matplotlib.patches", doc: "Shapes to add to a chart.", constants: [
        ("Rectangle", .object(rectangle)), ("Circle", .object(circle)), ("Ellipse", .object(ellipse)), ("Polygon", .object(polygon)),
        ("Patch", .object(plain)),
    ])

    private static func make(_ name: String, _ header: String, _ ring: @escaping @Sendable ([Value]) throws -> [(x: Double, y: Double)]) -> Class {
        Class(native: name, module: "matplotlib.patches", extensible: false, constructor: { cls, arguments in
            let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
            var values = Array(arguments.positional)
            for parameter in header.split(separator: ",").map({ $0.filter { $0 != " " } }).dropFirst(values.count) {
                let key = String(parameter)
                guard let value = keywords[key] else { continue }
                values.append(value)
                keywords[key] = nil
            }
            var mark = PolygonMark(rings: [try ring(values)], fill: .cycle(0))
            try PatchRows.style(&mark, keywords, owner: name, default: .cycle(0))
            return .object(PatchObject(cls, mark))
        })
    }

    private static func number(_ values: [Value], _ index: Int, _ fallback: Double? = nil) throws -> Double {
        if index < values.count, let number = try values[index].number() { return number }
        guard let fallback else { throw Raised.typeError("a shape needs more arguments") }
        return fallback
    }

    private static func point(_ values: [Value]) throws -> (Double, Double) {
        guard let first = values.first else { throw Raised.typeError("a shape needs a place") }
        let place = try NumberGrid(first).values
        guard place.count == 2 else { throw Raised.valueError("a place has two numbers") }
        return (place[0], place[1])
    }

    static let rectangle = make("Rectangle", "xy, width, height, angle, ") { values in
        let (x, y) = try point(values)
        let (width, height, turn) = (try number(values, 1), try number(values, 2), try number(values, 3, 0) * .pi / 180)
        let (c, s) = (cos(turn), sin(turn))
        return [(0, 0), (width, 0), (width, height), (0, height)].map { (x: x + $0.0 * c - $0.1 * s, y: y + $0.0 * s + $0.1 * c) }
    }
    static let circle = make("Circle", "xy, radius, ") { values in
        let (x, y) = try point(values)
        let radius = try number(values, 1, 5)
        return PolygonMark.ellipse(x: x, y: y, width: 2 * radius, height: 2 * radius)
    }
    static let ellipse = make("Ellipse", "xy, width, height, angle, ") { values in
        let (x, y) = try point(values)
        return PolygonMark.ellipse(x: x, y: y, width: try number(values, 1), height: try number(values, 2), angle: try number(values, 3, 0))
    }
    static let polygon = make("Polygon", "xy, ") { values in
        guard let first = values.first else { throw Raised.typeError("Polygon needs its corners") }
        let columns = try NumberGrid(first).columns
        guard columns.count == 2 else { throw Raised.valueError("corners are rows of two numbers") }
        return zip(columns[0], columns[1]).map { (x: $0, y: $1) }
    }
    static let plain = make("Patch", "") { _ in [] }
}
