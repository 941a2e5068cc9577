// ImageReading: the arguments of `imshow` → an image in data space.
import Plotting
import Runtime

/// Reads the arguments of `imshow`.
enum ImageReading {
    /// How an image lies on its chart.
    struct Placing {
        var aspect: Value
        var isSmooth: Bool
        /// "upper", "lower", or the session's.
        var origin: String?
        var isLower: Bool { origin == "lower" }
        var extent: [Double]?
    }

    /// Whether an interpolation blends pixels.
    /// - Throws: ValueError in matplotlib's words for a name that is none.
    static func isSmooth(_ interpolation: String?) throws -> Bool {
        guard let name = interpolation?.lowercased(), !["none", "nearest", "auto", "antialiased"].contains(name) else { return false }
        guard filters.contains(name) else { throw Raised.valueError("'\(interpolation ?? "")' is not a valid value for interpolation.") }
        return true
    }

    private static let filters: Set<String> = [
        "bilinear", "bicubic", "spline16", "spline36", "hanning", "hamming", "hermite", "kaiser", "quadric", "catrom", "gaussian", "bessel", "mitchell",
        "sinc", "lanczos", "blackman",
    ]

    /// The pixels of a grid of numbers, or of three or four channels in the last dimension.
    /// - Throws: TypeError for other shapes, in matplotlib's words.
    static func content(_ data: Value, map: Colormap, normalization: Normalization) throws -> (content: ImageMark.Content, rows: Int, columns: Int) {
        var grid = try NumberGrid(data)
        if grid.shape.count == 3, grid.shape[2] == 1 { grid.shape.removeLast() }
        switch grid.shape.count {
        case 2:
            return (.values(grid.values, normalization.fitted(to: grid.values), map), grid.shape[0], grid.shape[1])
        case 3 where grid.shape[2] == 3 || grid.shape[2] == 4:
            let channels = grid.shape[2]
            // Whole numbers above 1 are bytes.
            let scale = grid.values.contains { $0 > 1.0001 } && grid.values.allSatisfy({ $0 == $0.rounded() }) ? 255.0 : 1
            let colors = stride(from: 0, to: grid.values.count, by: channels).map { start in
                Color(red: grid.values[start] / scale, green: grid.values[start + 1] / scale, blue: grid.values[start + 2] / scale,
                      alpha: channels == 4 ? grid.values[start + 3] / scale : 1)
            }
            return (.colors(colors), grid.shape[0], grid.shape[1])
        default:
            throw Raised.typeError("Invalid shape \(grid.shapeText) for image data")
        }
    }

    /// Draws the image and turns the chart to it.
    static func show(_ axes: AxesObject, _ data: Value, _ map: Value, _ normalization: Normalization, _ placing: Placing, _ alpha: Value,
                     _ dict: DictObject) throws -> ArtistObject {
        var keywords = try Keywords(dict, owner: "AxesImage")
        if let place = placing.origin { try Keywords.choose(place, "origin", of: ["upper", "lower"]) }
        if placing.aspect.text != nil, placing.aspect.text != "auto", placing.aspect.text != "equal" {
            throw Raised.valueError("could not convert string to float: \(try placing.aspect.repr())")
        }
        let map = try PaintReading.map(map.isNone ? nil : map)
        let image = try content(data, map: map, normalization: normalization)
        let (rows, columns) = (Double(image.rows), Double(image.columns))
        var extent = ImageMark.Extent(left: -0.5, right: columns - 0.5, bottom: rows - 0.5, top: -0.5)
        if placing.isLower { (extent.bottom, extent.top) = (rows - 0.5, -0.5) }
        if let given = placing.extent, given.count == 4 {
            extent = placing.isLower
                ? .init(left: given[0], right: given[1], bottom: given[3], top: given[2])
                : .init(left: given[0], right: given[1], bottom: given[2], top: given[3])
        }
        var mark = ImageMark(image.content, rows: image.rows, columns: image.columns, extent: extent, isSmooth: placing.isSmooth)
        if let share = try alpha.number() { mark.alpha = share }
        try keywords.traits(&mark.traits)
        if let limits = keywords.take("clim")?.sequenceElements, limits.count == 2, case .values(let values, var range, let map) = mark.content {
            (range.lower, range.upper) = (try limits[0].number(), try limits[1].number())
            mark.content = .values(values, range, map)
        }
        try keywords.finish()
        place(axes, placing, extent)
        let artist = axes.add(mark, as: .image, given: keywords)
        artist.given["array"] = data
        artist.given["origin"] = placing.origin.map { .string($0) }
        artist.given["extent"] = placing.extent.map { .list($0.map { Value.short($0) }) }
        if case .values(_, let range, let map) = mark.content { artist.mapping = (range, map) }
        return artist
    }

    /// Pixels are square unless the chart says otherwise, and row 0 is where the origin says.
    private static func place(_ axes: AxesObject, _ placing: Placing, _ extent: ImageMark.Extent) {
        let ratio = (try? placing.aspect.number()) ?? nil
        axes.model.aspect = placing.aspect.text == "auto" ? .automatic : .frame(ratio: ratio ?? 1)
        axes.model.y.isInverted = !placing.isLower && extent.bottom > extent.top
    }
}
