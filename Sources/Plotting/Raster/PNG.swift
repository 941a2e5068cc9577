// Defines PNG: a raster as the bytes of a PNG file.

/// Encodes rasters as PNG (ISO/IEC 15948); equal rasters give equal bytes. It is written here and not left to libpng because pages must
/// be the same on every machine, and what zlib packs differs between its versions; nor does the program load a library more at its start.
public enum PNG {
    /// The bytes of a PNG file: a palette where 256 colours are enough, else RGB or RGBA.
    public static func encode(_ raster: Raster) -> [UInt8] {
        guard raster.width > 0 else { return [] }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        if let indexed = Indexed(raster) {
            chunk("IHDR", header(raster, depth: UInt8(indexed.depth), kind: 3), into: &file)
            chunk("PLTE", indexed.palette, into: &file)
            if !indexed.alpha.isEmpty { chunk("tRNS", indexed.alpha, into: &file) }
            chunk("IDAT", Deflate.zlib(indexed.rows), into: &file)
        } else {
            let isOpaque = stride(from: 3, to: raster.bytes.count, by: 4).allSatisfy { raster.bytes[$0] == 255 }
            chunk("IHDR", header(raster, depth: 8, kind: isOpaque ? 2 : 6), into: &file)
            chunk("IDAT", Deflate.zlib(filtered(raster, channels: isOpaque ? 3 : 4)), into: &file)
        }
        chunk("IEND", [], into: &file)
        return file
    }

    private static func header(_ raster: Raster, depth: UInt8, kind: UInt8) -> [UInt8] {
        bigEndian(UInt32(raster.width)) + bigEndian(UInt32(raster.height)) + [depth, kind, 0, 0, 0]
    }

    private static func chunk(_ name: String, _ body: [UInt8], into file: inout [UInt8]) {
        file += bigEndian(UInt32(body.count))
        let named = Array(name.utf8) + body
        file += named
        file += bigEndian(Checksum.crc32(named))
    }

    /// Rows as differences: from the left neighbour in the first row, from the row above in the others (filters Sub and Up).
    private static func filtered(_ raster: Raster, channels: Int) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(raster.height * (raster.width * channels + 1))
        for row in 0..<raster.height {
            rows.append(row == 0 ? 1 : 2)
            for column in 0..<raster.width {
                let start = (row * raster.width + column) * 4
                let before = row == 0 ? (column == 0 ? nil : start - 4) : start - raster.width * 4
                for channel in 0..<channels {
                    rows.append(raster.bytes[start + channel] &- (before.map { raster.bytes[$0 + channel] } ?? 0))
                }
            }
        }
        return rows
    }

    static func bigEndian(_ value: UInt32) -> [UInt8] {
        [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }

    /// A raster of at most 256 colours, as indices into a palette.
    private struct Indexed {
        var palette: [UInt8] = []
        /// Opacity of the palette's entries; empty when all are opaque.
        var alpha: [UInt8] = []
        var rows: [UInt8] = []
        let depth: Int

        init?(_ raster: Raster) {
            var numbers: [UInt32: UInt8] = [:]
            var order: [UInt32] = []
            var indices: [UInt8] = []
            indices.reserveCapacity(raster.width * raster.height)
            for start in stride(from: 0, to: raster.bytes.count, by: 4) {
                let pixel = raster.bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                if let number = numbers[pixel] {
                    indices.append(number)
                } else {
                    guard order.count < 256 else { return nil }
                    numbers[pixel] = UInt8(order.count)
                    indices.append(UInt8(order.count))
                    order.append(pixel)
                }
            }
            for pixel in order {
                palette += [UInt8(pixel >> 24), UInt8(pixel >> 16 & 255), UInt8(pixel >> 8 & 255)]
                alpha.append(UInt8(pixel & 255))
            }
            if alpha.allSatisfy({ $0 == 255 }) { alpha = [] }
            depth = order.count <= 2 ? 1 : order.count <= 4 ? 2 : order.count <= 16 ? 4 : 8
            pack(indices, width: raster.width)
        }

        /// Rows of indices, several to a byte where the palette is small, each led by filter type 0.
        private mutating func pack(_ indices: [UInt8], width: Int) {
            let perByte = 8 / depth
            for row in stride(from: 0, to: indices.count, by: width) {
                rows.append(0)
                for start in stride(from: row, to: row + width, by: perByte) {
                    var byte: UInt8 = 0
                    for place in 0..<perByte {
                        let index = start + place
                        byte = byte << UInt8(depth % 8) | (index < row + width ? indices[index] : 0)
                    }
                    rows.append(byte)
                }
            }
        }
    }
}
