// GridRows: what is drawn from grids — images, contours, meshes, fields of arrows.
import Plotting
import Runtime

/// Images, contours, meshes, fields.
enum GridRows {
    static let all: [Row] = [
        def("imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, colorizer=None, "
            + "origin=None, extent=None, interpolation_stage=None, filternorm=True, filterrad=4.0, resample=None, url=None, data=None, **kwargs)",
            "Shows a grid of numbers or colours as an image.",
            example: "import matplotlib.pyplot as plt\nplt.imshow([[0, 1], [2, 3]], cmap='gray')") {
            (axes: AxesObject, x: Value, map: Value, norm: Value, aspect: Value, interpolation: String?, alpha: Value, low: Double?, high: Double?,
             _: Value, origin: String?, extent: [Double]?, _: Value, _: Value, _: Value, _: Value, _: Value, _: Value, keywords: DictObject) in
            let placing = ImageReading.Placing(aspect: aspect, isSmooth: try ImageReading.isSmooth(interpolation), origin: origin, extent: extent)
            let image = try ImageReading.show(axes, x, map, NormReading.normalization(norm, low: low, high: high), placing, alpha, keywords)
            image.given["interpolation"] = interpolation.map { .string($0) }
            return image
        },
        def("matshow(self, Z, **kwargs)", "Shows a matrix as an image with its rows and columns numbered.") {
            (axes: AxesObject, z: Value, keywords: DictObject) in
            axes.model.x.isFar = true
            return try Value.object(axes).callMethod("imshow", [z], keywords: keywords.asKeywords())
        },
        def("contour(self, *args, data=None, **kwargs)", "Draws lines of equal height: `contour(Z)`, `contour(X, Y, Z, levels)`.") {
            (axes: AxesObject, values: [Value], _: Value, keywords: DictObject) in
            try ContourReading(values).draw(on: axes, keywords, isFilled: false)
        },
        def("contourf(self, *args, data=None, **kwargs)", "Fills the bands between heights: `contourf(X, Y, Z, levels)`.") {
            (axes: AxesObject, values: [Value], _: Value, keywords: DictObject) in
            try ContourReading(values).draw(on: axes, keywords, isFilled: true)
        },
        def("clabel(self, CS, levels=None, **kwargs)", "Writes their heights on contour lines.") {
            (_: AxesObject, contours: ArtistObject, _: Value, keywords: DictObject) in
            var style = TextStyle(size: 9)
            if let size = keywords["fontsize"] { style.size = try StyleReading.size(size, base: 9) }
            contours.change(ContourMark.self) { $0.labelStyle = style }
            return Value.list([])
        },
        def("pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, colorizer=None, shading=None, "
            + "antialiased=False, data=None, **kwargs)", "Shows a grid of numbers as coloured cells between grid lines.") {
            (axes: AxesObject, values: [Value], alpha: Double?, norm: Value, map: Value, low: Double?, high: Double?, _: Value, _: Value, _: Value,
             _: Value, keywords: DictObject) in
            try MeshReading.draw(on: axes, values, NormReading.normalization(norm, low: low, high: high), map, alpha ?? 1, keywords)
        },
        def("pcolor(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, data=None, **kwargs)",
            "As `pcolormesh`.") {
            (axes: AxesObject, values: [Value], alpha: Double?, norm: Value, map: Value, low: Double?, high: Double?, _: Value, _: Value, keywords: DictObject) in
            try MeshReading.draw(on: axes, values, NormReading.normalization(norm, low: low, high: high), map, alpha ?? 1, keywords)
        },
        def("hist2d(self, x, y, bins=10, range=None, density=False, cmap=None, **kwargs)", "Counts points in the cells of a grid and shows the counts.") {
            (axes: AxesObject, x: Value, y: Value, bins: Value, range: Value, isDensity: Bool, map: Value, keywords: DictObject) in
            var reading = try CountReading(x, y, bins: bins, range: range, isDensity: isDensity)
            return try reading.draw(on: axes, map, keywords)
        },
        def("spy(self, Z, precision=0, marker=None, markersize=None, aspect='equal', origin='upper', **kwargs)",
            "Shows which numbers of a matrix are not zero.") {
            (axes: AxesObject, z: Value, precision: Double, marker: Value, size: Double?, _: Value, _: Value, keywords: DictObject) in
            let grid = try NumberGrid(z)
            guard grid.shape.count == 2 else { throw Raised.valueError("Image or spy requires a 2D array") }
            let isFilled = grid.values.map { abs($0) > precision }
            axes.model.x.isFar = true
            if !marker.isNone || size != nil {
                let filled = isFilled.indices.filter { isFilled[$0] }
                try LimitRows.setLimits(axes, \.y, .float(Double(grid.shape[0]) - 0.5), .float(-0.5))
                try LimitRows.setLimits(axes, \.x, .float(-0.5), .float(Double(grid.shape[1]) - 0.5))
                axes.model.aspect = .frame(ratio: 1)
                keywords["linestyle"] = .string("None")
                keywords["marker"] = marker.isNone ? .string("s") : marker
                keywords["markersize"] = .float(size ?? 10)
                let (columns, rows) = (filled.map { Double($0 % grid.shape[1]) }, filled.map { Double($0 / grid.shape[1]) })
                return Value.object(try LineRows.plot(axes, [ArrayMaking.array(columns), ArrayMaking.array(rows)], keywords)[0])
            }
            let pairs = try keywords.asKeywords()
            let picture = ArrayMaking.array(isFilled.map { $0 ? 1 : 0 }, shape: grid.shape)
            return try Value.object(axes).callMethod("imshow", [picture], keywords: pairs + (pairs.contains { $0.0.text == "cmap" } ? [] : [("cmap", .string("binary"))]))
        },
        def("quiver(self, *args, data=None, **kwargs)", "Draws a field of arrows: `quiver(X, Y, U, V)`.") {
            (axes: AxesObject, values: [Value], _: Value, keywords: DictObject) in
            try QuiverReading.draw(on: axes, values, keywords)
        },
        def("hexbin(self, x, y, C=None, *, gridsize=100, bins=None, xscale='linear', yscale='linear', extent=None, cmap=None, norm=None, vmin=None, "
            + "vmax=None, alpha=None, linewidths=None, edgecolors='face', reduce_C_function=None, mincnt=None, marginals=False, colorizer=None, "
            + "data=None, **kwargs)", "Counts points in hexagons, or reduces the numbers `C` of the points in each.",
            example: "import matplotlib.pyplot as plt\nplt.hexbin([0, 1, 1, 2], [0, 1, 1, 0], gridsize=3)") {
            (axes: AxesObject, x: Value, y: Value, c: Value, size: Value, bins: Value, _: Value, _: Value, extent: [Double]?, map: Value, norm: Value,
             low: Double?, high: Double?, alpha: Double?, width: Double?, edge: Value, reduce: Value, least: Double?, _: Value, _: Value, _: Value,
             keywords: DictObject) in
            var reading = try HexagonReading(x: x, y: y, size: size, extent: extent)
            try reading.gather(c, reduce: reduce, least: least)
            try reading.group(by: bins)
            let look = HexagonReading.Look(
                normalization: try NormReading.normalization(bins.text == "log" ? .string("log") : norm, low: low, high: high),
                map: try PaintReading.map(map.isNone ? nil : map), alpha: alpha ?? 1, edge: edge, width: width)
            return try reading.draw(on: axes, look, keywords)
        },
        def("streamplot(self, x, y, u, v, density=1, linewidth=None, color=None, cmap=None, norm=None, arrowsize=1, arrowstyle='-|>', minlength=0.1, "
            + "transform=None, zorder=None, start_points=None, maxlength=4.0, integration_direction='both', broken_streamlines=True, *, num_arrows=1, "
            + "data=None)", "Draws the lines that a field of velocities carries along.",
            example: "import numpy as np\nimport matplotlib.pyplot as plt\ny, x = np.mgrid[-1:1:9j, -1:1:9j]\nplt.streamplot(x, y, -y, x)") {
            (axes: AxesObject, x: Value, y: Value, u: Value, v: Value, density: Value, width: Value, color: Value, map: Value, norm: Value,
             size: Double, _: Value, least: Double, _: Value, order: Double?, starts: Value, most: Double, direction: String, isBroken: Bool, arrows: Int,
             _: Value) in
            var field = try StreamReading.field(x, y, u, v, density)
            (field.leastLength, field.mostLength, field.isBroken) = (least, most, isBroken)
            try StreamReading.direct(&field, direction, starts)
            let look = try StreamReading.Look(width: width, color: color, map: map, norm: norm, size: size, arrows: arrows, order: order)
            return try StreamReading.draw(field, look, on: axes)
        },
    ]
}
