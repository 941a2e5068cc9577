// PatchRows: filled shapes — `fill`, and how shapes that programs make are added.
import Plotting
import Runtime

/// Filled shapes.
enum PatchRows {
    /// The methods.
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
        def("add_patch(self, p)", "Adds a shape made by `matplotlib.patches`.") { (axes: AxesObject, patch: ArtistObject) in
            patch.move(to: axes)
            return patch
        },
    ]

    /// Colour, edge, opacity of a shape.
    /// - Returns: the keywords as they were given.
    @discardableResult
    static func style(_ mark: inout PolygonMark, _ dict: DictObject, owner: String, default paint: Paint) throws -> [String: Value] {
        var keywords = try Keywords(dict, owner: owner)
        let both = try keywords.paint("color")
        mark.fill = try keywords.paint("facecolor", "fc") ?? both ?? paint
        mark.alpha = try keywords.opacity() ?? 1
        if try keywords.flag("fill") == false { mark.fill = .none }
        let edge = try keywords.paint("edgecolor", "ec") ?? both ?? (mark.fill == .none ? .ink : nil)
        let width = try keywords.number("linewidth", "lw") ?? 1
        let dash = try keywords.dash("linestyle", "ls") ?? .solid
        mark.edge = edge.map { Stroke($0, width: width, dash: dash, alpha: mark.alpha) }
        mark.isClosed = try keywords.flag("closed") ?? true
        try keywords.traits(&mark.traits)
        _ = keywords.take("hatch")
        keywords.accept("joinstyle", "boxstyle", "mutation_scale", "mutation_aspect", "rotation_point")
        try keywords.finish()
        return keywords.given
    }
}
