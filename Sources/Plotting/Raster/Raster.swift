// Defines Raster: a rectangle of RGBA pixels.

/// A rectangle of pixels, row by row from the top, four bytes (red, green, blue, alpha) each.
public struct Raster: Hashable, Sendable {
    public let width: Int
    public let height: Int
    public private(set) var bytes: [UInt8]

    /// `bytes` must hold 4·width·height values; anything else gives an empty raster.
    public init(width: Int, height: Int, bytes: [UInt8]) {
        let (area, overflow) = width.multipliedReportingOverflow(by: height)
        let isSound = width > 0 && height > 0 && !overflow && area <= bytes.count / 4 && area * 4 == bytes.count
        self.width = isSound ? width : 0
        self.height = isSound ? height : 0
        self.bytes = isSound ? bytes : []
    }

    /// A raster whose pixel at (row, column) has the colour given.
    public init(width: Int, height: Int, color: (_ row: Int, _ column: Int) -> Color) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(max(width * height, 0) * 4)
        for row in 0..<max(height, 0) {
            for column in 0..<max(width, 0) {
                let (r, g, b, a) = color(row, column).bytes
                bytes += [r, g, b, a]
            }
        }
        self.init(width: width, height: height, bytes: bytes)
    }

    /// The raster with its rows, its columns or both in reverse order.
    func flipped(rows: Bool, columns: Bool) -> Raster {
        guard rows || columns else { return self }
        return rearranged(width: width, height: height) { row, column in
            (rows ? height - 1 - row : row, columns ? width - 1 - column : column)
        }
    }

    private func rearranged(width newWidth: Int, height newHeight: Int, from source: (Int, Int) -> (Int, Int)) -> Raster {
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * 4)
        for row in 0..<newHeight {
            for column in 0..<newWidth {
                let (r, c) = source(row, column)
                let start = (r * width + c) * 4
                result += bytes[start..<start + 4]
            }
        }
        return Raster(width: newWidth, height: newHeight, bytes: result)
    }

    /// The raster shrunk by whole factors until neither side is over `limit` pixels; every pixel is the mean of those it replaces.
    func shrunk(to limit: Int) -> Raster {
        let across = max(1, (width + limit - 1) / limit)
        let down = max(1, (height + limit - 1) / limit)
        guard across > 1 || down > 1 else { return self }
        let (newWidth, newHeight) = ((width + across - 1) / across, (height + down - 1) / down)
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * 4)
        for row in 0..<newHeight {
            for column in 0..<newWidth {
                result += mean(rows: row * down..<min((row + 1) * down, height), columns: column * across..<min((column + 1) * across, width))
            }
        }
        return Raster(width: newWidth, height: newHeight, bytes: result)
    }

    private func mean(rows: Range<Int>, columns: Range<Int>) -> [UInt8] {
        var sums = [0, 0, 0, 0]
        for row in rows {
            for column in columns {
                for channel in 0..<4 { sums[channel] += Int(bytes[(row * width + column) * 4 + channel]) }
            }
        }
        let count = max(rows.count * columns.count, 1)
        return sums.map { UInt8(($0 + count / 2) / count) }
    }
}
