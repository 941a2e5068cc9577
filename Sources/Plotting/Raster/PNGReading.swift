// Defines how the bytes of a PNG file are read: every colour type and depth, interlaced or not.

extension PNG {
    /// The samples of a picture, row by row from the top.
    public struct Picture: Sendable {
        public let width: Int
        public let height: Int
        /// 1 grey, 3 colours, 4 colours and opacity.
        public let channels: Int
        /// 0 to 1.
        public let samples: [Float]
    }

    /// The picture in a file; nil where the bytes are no sound PNG file, or hold more than 25 million pixels.
    public static func decode(_ file: [UInt8]) -> Picture? {
        guard let parts = Parts(file) else { return nil }
        var rows = Samples(parts)
        guard rows.fill() else { return nil }
        return rows.picture
    }

    /// The chunks that matter.
    fileprivate struct Parts {
        var width = 0
        var height = 0
        var depth = 0
        var kind = 0
        var isInterlaced = false
        var palette: [UInt8] = []
        var opacity: [UInt8] = []
        var packed: [UInt8] = []
        var perPixel: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][kind] ?? 1 }

        init?(_ file: [UInt8]) {
            guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
            func number(_ start: Int) -> Int { file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
            var start = 8
            while start + 12 <= file.count {
                let count = number(start)
                guard count <= file.count - start - 12 else { return nil }
                let body = Array(file[start + 8..<start + 8 + count])
                let name = String(decoding: file[start + 4..<start + 8], as: UTF8.self)
                if name == "IEND" { break }
                // The packed samples have a check value of their own.
                let isSound = name == "IDAT" || Int(Checksum.crc32(Array(file[start + 4..<start + 8 + count]))) == number(start + 8 + count)
                guard isSound else { return nil }
                switch name {
                case "IHDR":
                    guard count == 13 else { return nil }
                    (width, height, depth, kind, isInterlaced) = (number(start + 8), number(start + 12), Int(body[8]), Int(body[9]), body[12] == 1)
                case "PLTE": palette = body
                case "tRNS": opacity = body
                case "IDAT": packed += body
                default: break
                }
                start += count + 12
            }
            let depths = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
            guard width > 0, height > 0, width <= 100_000, height <= 100_000, width * height <= 25_000_000, depths[kind]?.contains(depth) == true else { return nil }
        }
    }

    /// The samples of a picture while they are read.
    private struct Samples {
        let parts: Parts
        /// Numbers as they are stored, `perPixel` for each pixel.
        private var numbers: [UInt16]

        init(_ parts: Parts) {
            self.parts = parts
            numbers = [UInt16](repeating: 0, count: parts.width * parts.height * parts.perPixel)
        }

        /// Where the passes of an interlaced picture begin, and how far apart their pixels are.
        private static let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]

        mutating func fill() -> Bool {
            let bits = parts.depth * parts.perPixel
            let passes = parts.isInterlaced ? Samples.passes : [(0, 0, 1, 1)]
            let sizes = passes.map { (columns: (parts.width - $0.0 + $0.2 - 1) / $0.2, rows: (parts.height - $0.1 + $0.3 - 1) / $0.3) }
            let needed = sizes.reduce(0) { $0 + ($1.columns > 0 ? $1.rows * (($1.columns * bits + 7) / 8 + 1) : 0) }
            guard let bytes = Inflate.zlib(parts.packed, limit: needed + 1024), bytes.count >= needed else { return false }
            var position = 0
            for (pass, size) in zip(passes, sizes) where size.columns > 0 && size.rows > 0 {
                let length = (size.columns * bits + 7) / 8
                var above = [UInt8](repeating: 0, count: length)
                for row in 0..<size.rows {
                    var line = Array(bytes[position + 1..<position + 1 + length])
                    guard Samples.undo(bytes[position], &line, above, step: max(1, bits / 8)) else { return false }
                    spread(line, row: pass.1 + row * pass.3, from: pass.0, step: pass.2, count: size.columns)
                    (above, position) = (line, position + length + 1)
                }
            }
            return true
        }

        /// Undoes the filter of a row: it holds differences from its left and upper neighbours.
        private static func undo(_ filter: UInt8, _ line: inout [UInt8], _ above: [UInt8], step: Int) -> Bool {
            guard filter <= 4 else { return false }
            for index in line.indices where filter > 0 {
                let left = index >= step ? Int(line[index - step]) : 0
                let (up, corner) = (Int(above[index]), index >= step ? Int(above[index - step]) : 0)
                let guess: Int
                switch filter {
                case 1: guess = left
                case 2: guess = up
                case 3: guess = (left + up) / 2
                default:
                    let (a, b, c) = (abs(up - corner), abs(left - corner), abs(left + up - 2 * corner))
                    guess = a <= b && a <= c ? left : b <= c ? up : corner
                }
                line[index] = line[index] &+ UInt8(guess & 255)
            }
            return true
        }

        /// Puts the numbers of a row where their pixels stand.
        private mutating func spread(_ line: [UInt8], row: Int, from start: Int, step: Int, count: Int) {
            let (depth, perPixel) = (parts.depth, parts.perPixel)
            for column in 0..<count {
                for channel in 0..<perPixel {
                    let bit = (column * perPixel + channel) * depth
                    let value: UInt16 = switch depth {
                    case 16: UInt16(line[bit / 8]) << 8 | UInt16(line[bit / 8 + 1])
                    case 8: UInt16(line[bit / 8])
                    default: UInt16(line[bit / 8] >> UInt8(8 - depth - bit % 8)) & UInt16((1 << depth) - 1)
                    }
                    numbers[(row * parts.width + start + column * step) * perPixel + channel] = value
                }
            }
        }

        /// The numbers as shares of the greatest, as matplotlib tells them: palettes and grey with opacity become colours with opacity, and of
        /// colours of 16 bits the upper byte counts.
        var picture: Picture {
            let isHalved = parts.depth == 16 && parts.kind != 0
            let most = isHalved ? 255 : Float((1 << parts.depth) - 1)
            func share(_ index: Int) -> Float { Float(isHalved ? numbers[index] >> 8 : numbers[index]) / most }
            var samples: [Float] = []
            samples.reserveCapacity(parts.width * parts.height * channels)
            switch parts.kind {
            case 3:
                for number in numbers { appendColor(Int(number), to: &samples) }
            case 4:
                for start in stride(from: 0, to: numbers.count, by: 2) {
                    for _ in 0..<3 { samples.append(share(start)) }
                    samples.append(share(start + 1))
                }
            default:
                for index in numbers.indices { samples.append(share(index)) }
            }
            return Picture(width: parts.width, height: parts.height, channels: channels, samples: samples)
        }

        /// The channels of the picture, which are not always those that are stored.
        private var channels: Int { parts.kind == 3 || parts.kind == 4 ? 4 : parts.perPixel }

        /// A colour of the palette and its opacity; black and opaque where the file names none.
        private func appendColor(_ index: Int, to samples: inout [Float]) {
            for place in index * 3..<index * 3 + 3 { samples.append(place < parts.palette.count ? Float(parts.palette[place]) / 255 : 0) }
            samples.append(index < parts.opacity.count ? Float(parts.opacity[index]) / 255 : 1)
        }
    }
}
