// SpaceRows: the methods of three-dimensional charts (`projection='3d'`).
import Plotting
import Runtime

/// What a three-dimensional chart does otherwise than a flat one. Lines and points are read as flat ones first, then given heights.
enum SpaceRows {
    /// `mpl_toolkits.mplot3d.axes3d.Axes3D`
    static let axesClass = Class(
        native: "Axes3D", base: AxesObject.axesClass, module: "mpl_toolkits.mplot3d.axes3d", doc: "One three-dimensional chart of a figure.",
        extensible: false, rows: { all })

    /// `mpl_toolkits.mplot3d`, imported by programs for its effect alone.
    static let modules: ModuleRegistry = [
        "mpl_toolkits": { Module("mpl_toolkits", doc: "Additions to matplotlib.", submodules: ["mplot3d"]) },
        "mpl_toolkits.mplot3d": {
            Module("mpl_toolkits.mplot3d", doc: "Three-dimensional charts.", constants: [("Axes3D", .object(axesClass))], submodules: ["axes3d"])
        },
        "mpl_toolkits.mplot3d.axes3d": {
            Module("mpl_toolkits.mplot3d.axes3d", doc: "Three-dimensional charts.", constants: [("Axes3D", .object(axesClass))])
        },
    ]

    private static let all: [Row] = drawing + drawing.filter { ["plot", "scatter"].contains($0.name.text) }.map { $0.renamed($0.name.text + "3D") } + LimitRows.axis("z", \.z, low: "bottom", high: "top") + [
        def("set_zlabel(self, zlabel, fontdict=None, labelpad=None, **kwargs)", "Names the z axis.") {
            (axes: AxesObject, words: Value, _: Value, _: Value, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "Text")
            try StyleReading.apply(&keywords, to: &axes.model.z.labelStyle)
            try keywords.finish()
            axes.model.z.label = try words.str()
            return Value.object(axes.name(of: \.z))
        },
        def("get_zlabel(self)", "The name of the z axis.") { (axes: AxesObject) in axes.model.z.label },
        def("view_init(self, elev=None, azim=None, roll=None, vertical_axis='z', share=False)", "Sets where the chart is seen from, in degrees.") {
            (axes: AxesObject, elevation: Double?, azimuth: Double?, _: Value, _: Value, _: Value) in
            axes.model.space?.elevation = elevation ?? 30
            axes.model.space?.azimuth = azimuth ?? -60
        },
        def("set_box_aspect(self, aspect, *, zoom=1)", "Accepted: the block keeps its shape.") { (_: AxesObject, _: Value, _: Value) in },
        property("elev", "Degrees above the ground from which the chart is seen.") { (axes: AxesObject) in angle(axes.model.space?.elevation ?? 30) },
        property("azim", "Degrees around the vertical from which the chart is seen.") { (axes: AxesObject) in angle(axes.model.space?.azimuth ?? -60) },
        property("name", "The kind of chart.") { (_: AxesObject) in "3d" },
    ]

    private static let drawing: [Row] = [
        def("plot(self, xs, ys, *args, zdir='z', axlim_clip=False, **kwargs)", "Draws a line through points in space: `plot(x, y, z, 'r--')`.",
            example: "import matplotlib.pyplot as plt\nax = plt.figure().add_subplot(projection='3d')\nax.plot([0, 1], [0, 1], [0, 2])") {
            (axes: AxesObject, xs: Value, ys: Value, values: [Value], _: Value, _: Value, keywords: DictObject) in
            let named = try keywords.table.remove(.string("zs"))
            let hasHeights = values.first.map { $0.text == nil } ?? false
            let given = hasHeights ? values[0] : named ?? .int(0)
            let lines = try LineRows.plot(axes, [xs, ys] + values.dropFirst(hasHeights ? 1 : 0), keywords)
            let zs = try NumberGrid(given).values
            for line in lines { if let flat = line.mark as? LineMark { line.mark = SpaceLineMark(flat, zs: spread(zs, flat.xs.count)) } }
            return Value.list(lines.map { .object($0) })
        },
        def("scatter(self, xs, ys, zs=0, zdir='z', s=20, c=None, depthshade=True, *args, marker=None, cmap=None, norm=None, vmin=None, vmax=None, "
            + "alpha=None, linewidths=None, edgecolors=None, **kwargs)", "Draws points in space with their own sizes and colours.") {
            (axes: AxesObject, x: Value, y: Value, z: Value, _: Value, s: Value, c: Value, isShaded: Bool, _: [Value], marker: Value, map: Value,
             norm: Value, low: Double?, high: Double?, alpha: Double?, widths: Value, edges: Value, keywords: DictObject) in
            var reading = try ScatterReading(axes, x: x, y: y, keywords: keywords)
            try reading.colors(c, map: map, normalization: NormReading.normalization(norm, low: low, high: high))
            try reading.shape(sizes: s, marker: marker, widths: widths, edges: edges, alpha: alpha)
            let artist = try reading.finish()
            if let flat = artist.mark as? ScatterMark {
                var mark = SpaceScatterMark(flat, zs: spread(try NumberGrid(z).values, flat.xs.count))
                mark.isShaded = isShaded
                artist.mark = mark
            }
            return artist
        },
        def("plot_surface(self, X, Y, Z, *, norm=None, vmin=None, vmax=None, lightsource=None, axlim_clip=False, **kwargs)",
            "Draws a surface over a grid.",
            example: "import matplotlib.pyplot as plt\nax = plt.figure().add_subplot(projection='3d')\nax.plot_surface([[0, 1], [0, 1]], [[0, 0], [1, 1]], [[0, 1], [1, 2]])") {
            (axes: AxesObject, x: Value, y: Value, z: Value, norm: Value, low: Double?, high: Double?, _: Value, _: Value, keywords: DictObject) in
            try surface(axes, x, y, z, NormReading.normalization(norm, low: low, high: high), keywords)
        },
        def("plot_wireframe(self, X, Y, Z, *, axlim_clip=False, **kwargs)", "Draws a surface as a net of lines.") {
            (axes: AxesObject, x: Value, y: Value, z: Value, _: Value, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "Line3DCollection")
            let paint = try keywords.paint("color", "colors", "edgecolor") ?? axes.nextPaint()
            let stroke = Stroke(paint, width: try keywords.number("linewidth", "lw", "linewidths") ?? 1, alpha: try keywords.opacity() ?? 1)
            return try add(HeightField(x: x, y: y, z: z), .net(stroke), mapping: nil, alpha: 1, edge: nil, &keywords, axes)
        },
        def("text(self, x, y, z, s, zdir=None, **kwargs)", "Writes words at a place in space.") {
            (axes: AxesObject, x: Double, y: Double, z: Double, words: Value, _: Value, dict: DictObject) in
            var style = TextStyle(size: TextSize.label)
            style.horizontal = .left
            var keywords = try Keywords(dict, owner: "Text")
            try StyleReading.apply(&keywords, to: &style)
            var mark = SpaceTextMark(try words.str(), x: x, y: y, z: z, style: style)
            try keywords.traits(&mark.traits)
            try keywords.finish()
            return axes.add(mark, as: .text)
        },
    ]

    /// Degrees as programs give them: mostly whole.
    private static func angle(_ degrees: Double) -> Value { Int(exactly: degrees).map { .int($0) } ?? .float(degrees) }

    /// One height for all points, or one for each.
    private static func spread(_ zs: [Double], _ count: Int) -> [Double] { zs.count == 1 ? [Double](repeating: zs[0], count: count) : zs }

    private static func surface(_ axes: AxesObject, _ x: Value, _ y: Value, _ z: Value, _ normalization: Normalization, _ dict: DictObject) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "Poly3DCollection")
        let grid = try HeightField(x: x, y: y, z: z)
        let map = try keywords.take("cmap").map { try PaintReading.map($0) }
        let paint = try keywords.paint("color", "facecolor", "facecolors")
        let alpha = try keywords.opacity() ?? 1
        let isShaded = try keywords.flag("shade") ?? true
        let width = try keywords.number("linewidth", "lw", "linewidths")
        let edge = try keywords.paint("edgecolor", "edgecolors", "ec").map { Stroke($0, width: width ?? 1, alpha: alpha) }
        let fitted = normalization.fitted(to: grid.heights)
        let coloring: SurfaceMark.Coloring = map.map { .mapped(fitted, $0) } ?? .plain((paint ?? axes.nextPaint()).color, isShaded: isShaded)
        return try add(grid, coloring, mapping: map.map { (fitted, $0) }, alpha: alpha, edge: edge?.width == 0 ? nil : edge, &keywords, axes)
    }

    private static func add(_ grid: HeightField, _ coloring: SurfaceMark.Coloring, mapping: (normalization: Normalization, map: Colormap)?, alpha: Double,
                            edge: Stroke?, _ keywords: inout Keywords, _ axes: AxesObject) throws -> ArtistObject {
        func most(_ stride: Double?, _ count: Double?, _ size: Int) -> Int {
            if let stride, stride >= 1 { return max(1, size / Int(min(stride, 1e6))) }
            return count.map { Int(min(max($0, 1), 200)) } ?? 50
        }
        let down = most(try keywords.number("rstride"), try keywords.number("rcount"), grid.rows)
        let across = most(try keywords.number("cstride"), try keywords.number("ccount"), grid.columns)
        var mark = SurfaceMark(
            xs: grid.xs, ys: grid.ys, zs: grid.heights, rows: grid.rows, columns: grid.columns, coloring: coloring, alpha: alpha, edge: edge,
            mostFaces: (down, across))
        try keywords.traits(&mark.traits)
        try keywords.finish()
        let artist = axes.add(mark, as: .mesh)
        artist.mapping = mapping
        return artist
    }
}
