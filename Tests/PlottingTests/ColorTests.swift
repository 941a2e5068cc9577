// Defines ColorTests: colours by name, colour maps, the bytes of images.
import Foundation
import Plotting
import Testing

@Suite struct ColorTests {
    @Test func namesAreRead() {
        #expect(ColorName.paint("#abc")?.color.hex == "#aabbcc")
        #expect(ColorName.paint("C1")?.color.hex == "#ff7f0e")
        #expect(ColorName.paint("C11") == .cycle(1))
        #expect(ColorName.paint("tab:gray")?.color.hex == "#7f7f7f")
        #expect(ColorName.paint("k") == .ink)
        #expect(ColorName.paint("0.5")?.color.hex == "#808080")
        #expect(ColorName.paint("rebeccapurple")?.color.hex == "#663399")
        #expect(ColorName.paint("no such colour") == nil)
    }

    @Test func mapsHaveTheirEnds() {
        #expect(Colormap.viridis.color(at: 0).hex == "#440154")
        #expect(Colormap.viridis.color(at: 1).hex == "#fde725")
        #expect(Colormap.named("viridis_r")?.color(at: 0).hex == "#fde725")
        #expect(Colormap.named("gray")?.color(at: 0.5).hex == "#808080")
        #expect(Colormap.named("tab10")?.color(at: 0.35).hex == "#d62728")
        #expect(Colormap.named("jet")?.color(at: 0).hex == "#000080")
        #expect(Colormap.named("nothing") == nil)
        #expect(Colormap.names.count > 60)
    }

    @Test func imagesAreReadByOthers() throws {
        // zlib's own reader is not at hand here; the checksums and sizes of a known image are.
        let raster = Raster(width: 3, height: 2) { row, column in Color(red: Double(column) / 2, green: Double(row), blue: 0) }
        let bytes = PNG.encode(raster)
        #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(bytes[25] == 3, "six colours need a palette only")
    }
}
