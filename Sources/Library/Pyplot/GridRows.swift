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
            let placing = ImageReading.Placing(aspect: aspect, isSmooth: ImageReading.isSmooth(interpolation), isLower: origin == "lower", extent: extent)
            return try ImageReading.show(axes, x, map, NormReading.normalization(norm, low: low, high: high), placing, alpha, keywords)
        },
        def("matshow(self, Z, **kwargs)", "Shows a matrix as an image with its rows and columns numbered.") {
            (axes: AxesObject, z: Value, keywords: DictObject) in
            axes.model.x.isFar = true
            let pairs = try keywords.table.pairs.map { (Name(try $0.key.str()), $0.value) }
            return try Value.object(axes).callMethod("imshow", [z], keywords: pairs)
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
            (axes: AxesObject, x: Value, y: Value, bins: Value, _: Value, _: Bool, map: Value, _: DictObject) in
            try MeshReading.counts(on: axes, x, y, bins, map)
        },
        def("quiver(self, *args, data=None, **kwargs)", "Draws a field of arrows: `quiver(X, Y, U, V)`.") {
            (axes: AxesObject, values: [Value], _: Value, keywords: DictObject) in
            try QuiverReading.draw(on: axes, values, keywords)
        },
    ]
}
