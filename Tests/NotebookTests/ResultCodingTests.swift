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

    private func kept(_ cache: ResultCache, _ document: Document) -> [CellResult]? {
        if case .kept(let results) = cache.find(document) { results } else { nil }
    }

    private func reasons(_ cache: ResultCache, _ document: Document) -> [String] {
        if case .changed(let reasons) = cache.find(document) { reasons } else { [] }
    }

    /// What was executed last, what is asked now, and why that must be executed.
    @Test(arguments: [
        ("```tensor id=a\n1\n```\n", "```tensor id=a\n1  # one\n```\n", []),
        ("```tensor id=a\n1\n```\n", "```tensor id=a rtol=1e-2 fold\n1\n```\n", []),
        ("```tensor id=a\n1\n```\n", "```tensor id=a\n2\n```\n", ["cell a changed"]),
        ("```tensor id=a\n1\n```\n", "```tensor id=a timeout=5s\n1\n```\n", ["cell a changed"]),
        ("```tensor id=a\n1\n```\n", "```tensor id=b\n1\n```\n", ["cell b is new", "cell a is gone"]),
        ("```tensor id=a\n1\n```\n", "---\nmemory: 2GB\n---\n```tensor id=a\n1\n```\n", ["limits changed"]),
        ("```tensor id=a\n1\n```\n```tensor id=b\n2\n```\n", "```tensor id=b\n2\n```\n```tensor id=a\n1\n```\n", ["the cells stand in another order"]),
    ])
    func changesAreNamed(before: String, after: String, expected: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = ResultCache(course: folder.path, engine: "1")
        let document = try DocumentReader.read(text: before, file: "n.md")
        cache.keep(ExecutedDocument(document: document, results: document.cells.map { CellResult(id: $0.id, ending: .finished) }))
        #expect(reasons(cache, try DocumentReader.read(text: after, file: "n.md")) == expected)
        #expect(reasons(ResultCache(course: folder.path, engine: "2"), document) == ["litgrad is another version"])
    }

    @Test func measurementsAreKeptAndDamagedOnesForgotten() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-measured-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var measured = Measurements(course: folder.path)
        measured["n.md"] = Measurements.Entry(peak: 1000, seconds: ["a": 0.5])
        measured.keep()
        #expect(Measurements(course: folder.path)["n.md"] == Measurements.Entry(peak: 1000, seconds: ["a": 0.5]))
        try Data("{".utf8).write(to: folder.appending(path: ".litgrad/measured.json"))
        #expect(Measurements(course: folder.path)["n.md"] == nil)
    }

    @Test func theCacheForgetsNothingAndBelievesNothing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-cache-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let document = try DocumentReader.read(text: "# T\n\n```tensor id=a\n1\n```\n", file: "n.md")
        let edited = try DocumentReader.read(text: "# Other words\n\n```tensor id=a\n1\n```\n", file: "n.md")
        let changed = try DocumentReader.read(text: "```tensor id=a\n2\n```\n", file: "n.md")
        let cache = ResultCache(course: folder.path, engine: "1")
        #expect(kept(cache, document) == nil)
        cache.keep(ExecutedDocument(document: document, results: [results[0]]))
        #expect(kept(cache, document) == [results[0]])
        #expect(kept(cache, edited) == [results[0]], "prose is not executed")
        #expect(kept(cache, changed) == nil)
        #expect(kept(ResultCache(course: folder.path, engine: "2"), document) == nil)
        let entries = folder.appending(path: ".litgrad/cache")
        let file = entries.appending(path: try FileManager.default.contentsOfDirectory(atPath: entries.path)[0])
        let data = try Data(contentsOf: file)
        try data.prefix(data.count / 2).write(to: file)
        #expect(kept(cache, document) == nil, "half-written")
    }
}
