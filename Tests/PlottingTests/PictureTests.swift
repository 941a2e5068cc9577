// Defines PictureTests: PNG files are read as they were written, and broken ones are refused.
import Plotting
import Testing

@Suite struct PictureTests {
    private func picture(colors count: Int, isOpaque: Bool) -> Raster {
        Raster(width: 23, height: 17) { row, column in
            let number = (row * 23 + column) % count
            return Color(red: Double(number % 7) / 7, green: Double(number % 5) / 5, blue: Double(number) / Double(count), alpha: isOpaque ? 1 : Double(number % 3) / 2)
        }
    }

    @Test(arguments: [2, 4, 16, 200, 391])
    func picturesComeBack(_ colors: Int) throws {
        for isOpaque in [true, false] {
            let raster = picture(colors: colors, isOpaque: isOpaque)
            let read = try #require(PNG.decode(PNG.encode(raster)))
            #expect(read.width == 23 && read.height == 17)
            // Up to 256 colours are written as a palette, which is read as colours with opacity.
            #expect(read.channels == (isOpaque && colors > 256 ? 3 : 4))
            let bytes = stride(from: 0, to: raster.bytes.count, by: 4).flatMap { raster.bytes[$0..<$0 + read.channels] }
            #expect(read.samples.map { UInt8(($0 * 255).rounded()) } == bytes)
        }
    }

    @Test func brokenFilesAreRefused() {
        let file = PNG.encode(picture(colors: 300, isOpaque: true))
        for length in stride(from: 0, to: file.count, by: 7) { _ = PNG.decode(Array(file[..<length])) }
        for place in stride(from: 8, to: file.count, by: 3) {
            var broken = file
            broken[place] ^= 0xFF
            _ = PNG.decode(broken)
        }
        #expect(PNG.decode([1, 2, 3]) == nil)
        // The last byte of the header's check value.
        var unsound = file
        unsound[32] ^= 1
        #expect(PNG.decode(unsound) == nil)
    }
}
