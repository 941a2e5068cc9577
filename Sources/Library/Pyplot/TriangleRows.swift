// TriangleRows: what is drawn from scattered points joined to triangles, and `matplotlib.tri`.
import Plotting
import Runtime

/// What is drawn from scattered points joined to triangles.
enum TriangleRows {
    /// The methods.
    static let all: [Row] = [
        def("triplot(self, *args, **kwargs)", "Draws the net of triangles through points: `triplot(x, y)`, `triplot(x, y, triangles)`.",
            example: "import matplotlib.pyplot as plt\nplt.triplot([0, 1, 1, 0], [0, 0, 1, 1])") { (axes: AxesObject, values: [Value], keywords: DictObject) in
            let (net, rest) = try read(values, keywords)
            let format = try rest.first.map { try FormatString($0.str()) }
            let gap = [Double.nan]
            let xs = net.edges.flatMap { [net.xs[$0[0]], net.xs[$0[1]]] + gap }
            let ys = net.edges.flatMap { [net.ys[$0[0]], net.ys[$0[1]]] + gap }
            // Lines without points, and points without lines.
            let lines = try LineRows.plot(axes, [ArrayMaking.array(xs), ArrayMaking.array(ys)] + rest, keywords)
            let points = try LineRows.plot(axes, [ArrayMaking.array(net.xs), ArrayMaking.array(net.ys)] + rest, keywords)
            lines[0].change(LineMark.self) { $0.marker = nil }
            points[0].change(LineMark.self) { $0.stroke = Stroke(.none) }
            if format?.marker == nil, keywords["marker"] == nil { points[0].mark?.traits.isVisible = false }
            points[0].mark?.traits.label = nil
            return Value.list((lines + points).map { .object($0) })
        },
        def("tripcolor(self, *args, alpha=1.0, norm=None, cmap=None, vmin=None, vmax=None, shading='flat', facecolors=None, **kwargs)",
            "Colours triangles by numbers of their points or their own: `tripcolor(x, y, c)`.") {
            (axes: AxesObject, values: [Value], alpha: Double, norm: Value, map: Value, low: Double?, high: Double?, shading: String, faces: Value, dict: DictObject) in
            try Keywords.choose(shading, "shading", of: ["flat", "gouraud"])
            let range = try NormReading.normalization(norm, low: low, high: high)
            return try colored(axes, values, faces, range, map, alpha, dict)
        },
        contours("tricontour", "Draws lines of equal height over scattered points: `tricontour(x, y, z, levels)`.", isFilled: false),
        contours("tricontourf", "Fills the bands between heights over scattered points: `tricontourf(x, y, z, levels)`.", isFilled: true),
    ]

    /// `matplotlib.tri`
    static let module = Module("matplotlib.tri", doc: "Nets of triangles.", constants: [("Triangulation", .object(TriangulationObject.cls))])

    /// The net that arguments begin with, and the arguments after it.
    private static func read(_ values: [Value], _ keywords: DictObject) throws -> (net: Triangulation, rest: [Value]) {
        if let object = values.first?.as(TriangulationObject.self) { return (object.net, Array(values.dropFirst())) }
        guard values.count >= 2 else { throw Raised.typeError("scattered points have x and y") }
        var rest = Array(values.dropFirst(2))
        var triangles = try keywords.table.remove(.string("triangles"))
        let mask = try keywords.table.remove(.string("mask")) ?? .none
        if triangles == nil, let first = rest.first, first.text == nil, (try? NumberGrid(first))?.shape.count == 2 { triangles = rest.removeFirst() }
        return (try TriangulationObject.net(values[0], values[1], triangles ?? .none, mask: mask), rest)
    }

    private static func colored(_ axes: AxesObject, _ values: [Value], _ faces: Value, _ range: Normalization, _ map: Value, _ alpha: Double, _ dict: DictObject) throws -> ArtistObject {
        let (net, rest) = try read(values, dict)
        guard let given = faces.isNone ? rest.first : faces else { throw Raised.typeError("tripcolor() missing 1 required positional argument: 'c'; or 1 required keyword-only argument: 'facecolors'") }
        var numbers = try NumberGrid(given).values
        if faces.isNone, numbers.count == net.xs.count {
            // A triangle has the mean of its corners.
            numbers = net.triangles.map { corners in corners.reduce(0) { $0 + numbers[$1] } / 3 }
        }
        guard numbers.count == net.triangles.count else {
            throw Raised.valueError("The length of c must match either the number of points or the number of triangles")
        }
        var keywords = try Keywords(dict, owner: "PolyCollection")
        let (fitted, map) = (range.fitted(to: numbers), try PaintReading.map(map.isNone ? nil : map))
        let edge = try keywords.paint("edgecolors", "edgecolor", "ec")
        let width = try keywords.number("linewidth", "linewidths", "lw") ?? 0.5
        var mark = TriangleMark(net, heights: numbers, style: .faces, paints: numbers.map { .exact(map.color(at: fitted($0))) }, stroke: edge.map { Stroke($0, width: width) }, alpha: alpha)
        try keywords.traits(&mark.traits)
        try keywords.finish()
        let artist = axes.add(mark, as: .hexagons, given: keywords)
        artist.mapping = (fitted, map)
        return artist
    }

    private static func contours(_ name: String, _ doc: String, isFilled: Bool) -> Row {
        def("\(name)(self, *args, **kwargs)", doc) { (axes: AxesObject, values: [Value], dict: DictObject) in
            let (net, rest) = try read(values, dict)
            guard let heights = try rest.first.map(NumberGrid.init)?.values else { throw Raised.typeError("\(name)() needs heights") }
            guard heights.count == net.xs.count else { throw Raised.valueError("z array must have same length as triangulation x and y arrays") }
            var keywords = try Keywords(dict, owner: "TriContourSet")
            let look = try ContourLook(&keywords, heights: heights, levels: rest.count > 1 ? rest[1] : nil, isFilled: isFilled)
            var mark = TriangleMark(
                net, heights: heights, style: isFilled ? .bands(levels: look.levels) : .lines(levels: look.levels), paints: look.paints,
                stroke: isFilled ? nil : Stroke(.ink, width: look.width, dash: look.dash), alpha: look.alpha)
            try keywords.traits(&mark.traits)
            try keywords.finish()
            let artist = axes.add(mark, as: .triangles, given: keywords)
            artist.mapping = look.mapping
            return Value.object(artist)
        }
    }
}

/// `matplotlib.tri.Triangulation`
final class TriangulationObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Triangulation"
    let net: Triangulation

    private init(_ net: Triangulation) {
        self.net = net
        super.init(type: Self.cls)
    }

    /// The class, whose constructor joins points to triangles.
    static let cls = Class(native: "Triangulation", module: "matplotlib.tri._triangulation", extensible: false, rows: {
        [
            property("x", "The x of the points.") { (object: TriangulationObject) in ArrayMaking.array(object.net.xs) },
            property("y", "The y of the points.") { (object: TriangulationObject) in ArrayMaking.array(object.net.ys) },
            property("triangles", "Rows of three point numbers.") { (object: TriangulationObject) in numbers(object.net.triangles) },
            property("edges", "Rows of two point numbers.") { (object: TriangulationObject) in numbers(object.net.edges) },
        ]
    }, constructor: { _, arguments in
        let x = arguments.count > 0 ? arguments[0] : arguments.keyword("x") ?? .none
        let y = arguments.count > 1 ? arguments[1] : arguments.keyword("y") ?? .none
        let triangles = arguments.count > 2 ? arguments[2] : arguments.keyword("triangles") ?? .none
        let mask = arguments.count > 3 ? arguments[3] : arguments.keyword("mask") ?? .none
        return .object(TriangulationObject(try net(x, y, triangles, mask: mask)))
    })

    private static func numbers(_ rows: [[Int]]) -> Value { ArrayMaking.array(of: .list(rows.map { .list($0.map { .int($0) }) })) }

    /// Points joined to triangles, without those that a mask names.
    /// - Throws: ValueError for unequal lists, RuntimeError for points on a line.
    static func net(_ x: Value, _ y: Value, _ triangles: Value, mask: Value) throws -> Triangulation {
        let all = try net(x, y, triangles)
        guard !mask.isNone else { return all }
        let grid = try NumberGrid(mask)
        guard grid.shape == [all.triangles.count] else { throw Raised.valueError("mask array must have same length as triangles array") }
        let shown = zip(all.triangles, grid.values).filter { $0.1 == 0 }.map(\.0)
        return Triangulation(xs: all.xs, ys: all.ys, triangles: shown)
    }

    /// Points joined to triangles: given ones, or Delaunay's.
    /// - Throws: ValueError for unequal lists, RuntimeError for points on a line.
    private static func net(_ x: Value, _ y: Value, _ triangles: Value) throws -> Triangulation {
        let (xs, ys) = (try NumberGrid(x).values, try NumberGrid(y).values)
        guard xs.count == ys.count else { throw Raised.valueError("x and y must be equal-length 1D arrays, but found shapes (\(xs.count),) and (\(ys.count),)") }
        guard triangles.isNone else {
            let grid = try NumberGrid(triangles)
            guard grid.shape.count == 2, grid.shape[1] == 3 else { throw Raised.valueError("triangles must be a (N, 3) int array, but found shape \(grid.shapeText)") }
            let rows = stride(from: 0, to: grid.values.count, by: 3).map { start in (0..<3).map { Int(exactly: grid.values[start + $0]) ?? -1 } }
            guard rows.joined().allSatisfy(xs.indices.contains) else { throw Raised.valueError("triangles are indices into the points and must be in the range 0 <= i < \(xs.count)") }
            return Triangulation(xs: xs, ys: ys, triangles: rows)
        }
        guard xs.count >= 3 else { throw Raised.valueError("x and y arrays must have a length of at least 3") }
        guard xs.count <= 20_000 else { throw Raised.valueError("a net of triangles has at most 20000 points here") }
        let net = Triangulation(xs: xs, ys: ys)
        guard !net.triangles.isEmpty else {
            throw Raised.runtimeError("Error in qhull Delaunay triangulation calculation: singular input data (exitcode=2); use python verbose option (-v) to see original qhull error.")
        }
        return net
    }
}
