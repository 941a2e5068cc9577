// OutputFolderTests: a site is replaced as a whole, and only if it is ours.
import Foundation
import Site
import Testing

@Suite struct OutputFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-output-\(UUID().uuidString)")

    @Test func theOldSiteGivesWayToTheNew() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = OutputFolder(path: folder.appending(path: "public").path)
        try output.replace(with: ["a.html": Data("1".utf8), "sub/b.html": Data("2".utf8)])
        try output.replace(with: ["a.html": Data("3".utf8)])
        #expect(try String(contentsOf: folder.appending(path: "public/a.html"), encoding: .utf8) == "3")
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "public/sub").path))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["public"])
    }

    @Test func aFolderOfSomebodyElseIsRefused() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "thesis.txt"))
        #expect(throws: OutputError.self) { try OutputFolder(path: folder.path).replace(with: [:]) }
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: "thesis.txt").path))
    }
}
