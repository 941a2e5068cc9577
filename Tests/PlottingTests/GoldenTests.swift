// Defines GoldenTests: every figure of the gallery gives the recorded SVG, byte for byte. RECORD=1 renews the files.
import Foundation
import Plotting
import Testing

@Suite struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test(arguments: Gallery.figures.indices)
    func figureMatchesRecord(_ index: Int) throws {
        let (name, figure) = Gallery.figures[index]
        let svg = figure.svg(prefix: name, target: .file) + "\n"
        let file = Self.folder.appending(path: name + ".svg")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(svg.utf8).write(to: file)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(svg == recorded, "\(name) differs from its record; look at it, then renew with RECORD=1")
    }

    @Test func equalFiguresGiveEqualBytes() {
        for (name, figure) in Gallery.figures {
            #expect(figure.svg(prefix: name) == figure.svg(prefix: name))
        }
    }
}
