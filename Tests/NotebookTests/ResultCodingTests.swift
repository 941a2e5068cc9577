// ResultCodingTests: results survive the way through JSON and the cache.
import Foundation
import Notebook
import Testing

@Suite struct ResultCodingTests {
    private let results: [CellResult] = [
        CellResult(
            id: "a", ending: .finished,
            outputs: [
                .text("x\n\u{1}\"é"), .warning("w"), .result("1"), .expectedError("E: m"),
                .figure(FigureOutput(title: "t", svg: "<svg/>", tables: [.init(name: "n", columns: ["x", "y"], rows: [[0.1, -.infinity], [1e300, 3]])])),
            ], seconds: 0.25),
        CellResult(
            id: "b",
            ending: .failed(
                Problem(
                    .cell, "m", at: Problem.Position(file: "f", line: 3, column: 4, endColumn: 9, quoted: "abc"), cell: "\"b\"", notes: ["n"],
                    help: "h"))),
        CellResult(id: "c", ending: .skipped), CellResult(id: "d", ending: .notRun),
    ]

    @Test func jsonThereAndBack() throws {
        for result in results {
            let back = try CellResult(json: JSON(text: result.json.compact))
            #expect(back == result)
        }
    }

    @Test func theCacheForgetsNothingAndBelievesNothing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let document = try DocumentReader.read(text: "# T\n\n```tensor id=a\n1\n```\n", file: "n.md")
        let edited = try DocumentReader.read(text: "# Other words\n\n```tensor id=a\n1\n```\n", file: "n.md")
        let changed = try DocumentReader.read(text: "```tensor id=a\n2\n```\n", file: "n.md")
        let cache = ResultCache(course: folder.path, engine: "1")
        #expect(cache.results(of: document) == nil)
        cache.keep(ExecutedDocument(document: document, results: [results[0]]))
        #expect(cache.results(of: document) == [results[0]])
        #expect(cache.results(of: edited) == [results[0]], "prose is not executed")
        #expect(cache.results(of: changed) == nil)
        #expect(ResultCache(course: folder.path, engine: "2").results(of: document) == nil)
        let entries = folder.appending(path: ".litgrad/cache")
        let file = entries.appending(path: try FileManager.default.contentsOfDirectory(atPath: entries.path)[0])
        let data = try Data(contentsOf: file)
        try data.prefix(data.count / 2).write(to: file)
        #expect(cache.results(of: document) == nil, "half-written")
    }
}
