// CourseConversionTests: every notebook of the course survives the way through the other formats.
import Foundation
import Notebook
import Testing

@Suite struct CourseConversionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Notebooks")
    private static let notebooks = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".md") }.sorted()

    @Test(arguments: notebooks) func thereAndBackGivesTheSameBytes(name: String) throws {
        let path = CourseConversionTests.folder.appending(path: name).path
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let record = try RecordFile(notebook: path).read().record
        let there = try Conversion(text, file: name, target: "a.ipynb", record: record)
        #expect(there.losses.isEmpty, "\(there.losses)")
        let back = try Conversion(there.text, file: "a.ipynb", target: name)
        #expect(back.text == text)
        let script = try Conversion(text, file: name, target: "a.py").text
        #expect(try Conversion(script, file: "a.py", target: "b.py").text == script)
        // Cells keep their code, names and options in every format.
        let cells = try DocumentReader.read(text: text, file: name).cells.map { [$0.id, $0.source, "\($0.options)"] }
        #expect(try DocumentReader.read(text: there.text, file: "a.ipynb").cells.map { [$0.id, $0.source, "\($0.options)"] } == cells)
        #expect(try DocumentReader.read(text: script, file: "a.py").cells.map { [$0.id, $0.source, "\($0.options)"] } == cells)
    }
}
