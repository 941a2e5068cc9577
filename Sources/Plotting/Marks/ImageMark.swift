// Defines ImageMark: a grid of values or colours shown as an image.

/// A grid of values or colours shown as an image (`imshow`, even `pcolormesh`).
public struct ImageMark: Mark {
    /// What the pixels hold, row by row.
    public enum Content: Sendable {
        /// One number a pixel, coloured through a map.
        case values([Double], Normalization, Colormap)
        /// Four channels a pixel, 0…1: red, green, blue, alpha.
        case colors([Color])
    }

    /// The data-space edges of the grid: of the first column's left side, the last column's right side, the last row, the first row.
    public struct Extent: Hashable, Sendable {
        public var left, right, bottom, top: Double

        public init(left: Double, right: Double, bottom: Double, top: Double) {
            (self.left, self.right, self.bottom, self.top) = (left, right, bottom, top)
        }
    }

    public var traits: MarkTraits
    public var content: Content
    public var rows: Int
    public var columns: Int
    /// Where the grid lies; row 0 lies at `top`.
    public var extent: Extent
    /// Whether pixels blend into each other.
    public var isSmooth: Bool
    public var alpha: Double

    /// `content` must hold rows·columns pixels; missing ones are clear.
    public init(_ content: Content, rows: Int, columns: Int, extent: Extent, isSmooth: Bool = false, alpha: Double = 1) {
        self.content = content
        self.rows = rows
        self.columns = columns
        self.extent = extent
        self.isSmooth = isSmooth
        self.alpha = alpha
        traits = MarkTraits(order: 0)
    }

    public var reach: Reach {
        var reach = Reach()
        reach.x = Interval(extent.left, extent.right)
        reach.y = Interval(extent.bottom, extent.top)
        reach.stickyX = [extent.left, extent.right]
        reach.stickyY = [extent.bottom, extent.top]
        return reach
    }

    /// The bytes of a PNG file with a pixel for each of the grid.
    public func png(flipped: Bool) -> [UInt8] { PNG.encode(pixels.flipped(rows: flipped, columns: false)) }

    /// The picture shrunk where it has far more pixels than a figure can show.
    private var raster: Raster { pixels.shrunk(to: 1000) }

    /// The picture, row 0 on top.
    private var pixels: Raster {
        switch content {
        case .colors(let colors):
            Raster(width: columns, height: rows) { row, column in
                let index = row * columns + column
                return index < colors.count ? colors[index] : .clear
            }
        case .values(let values, let normalization, let map):
            colored(values, normalization.fitted(to: values), map)
        }
    }

    private func colored(_ values: [Double], _ normalization: Normalization, _ map: Colormap) -> Raster {
        let palette = map.entries.map(\.bytes)
        let bad = map.bad.bytes
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows * columns * 4)
        for index in 0..<rows * columns {
            let position = index < values.count ? normalization(values[index]) : .nan
            let (r, g, b, a) = position.isNaN ? bad : palette[map.index(of: position)]
            bytes += [r, g, b, a]
        }
        return Raster(width: columns, height: rows, bytes: bytes)
    }

    public func draw(on canvas: inout Canvas, in frame: Frame) {
        guard rows > 0, columns > 0 else { return }
        let (x0, x1) = (frame.x(extent.left), frame.x(extent.right))
        let (y0, y1) = (frame.y(extent.top), frame.y(extent.bottom))
        guard x0.isFinite, x1.isFinite, y0.isFinite, y1.isFinite else { return }
        let box = Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        canvas.image(raster.flipped(rows: y1 < y0, columns: x1 < x0), in: box, isSmooth: isSmooth || rows * columns > 250_000, alpha: alpha)
    }

    public var series: Series? {
        let values = switch content {
        case .values(let values, _, _): values
        case .colors(let colors): colors.map { 0.299 * $0.red + 0.587 * $0.green + 0.114 * $0.blue }
        }
        guard !values.isEmpty else { return nil }
        return Series(.image, name: traits.legendLabel, columns: [.init("value", values)], grid: (rows, columns))
    }
}
