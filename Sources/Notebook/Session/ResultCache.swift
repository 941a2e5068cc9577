// ResultCache: outputs of notebooks that have not changed since they were executed.
import Foundation

/// Keeps the outputs of executed notebooks. An entry is found by the content of everything its outputs depend on; nothing is
/// ever looked up by a time.
public struct ResultCache: Sendable {
    private let folder: URL
    /// Names the program that executes: outputs of another version are not reused.
    private let engine: String

    /// A cache in `.litgrad/cache` of a course. `engine` is the hash of the executing program.
    public init(course: String, engine: String) {
        folder = URL(filePath: course).appending(path: ".litgrad/cache")
        self.engine = engine
    }

    /// The name of a document's entry: the engine, the file's name, and for each cell its name, code and options.
    private func key(of document: Document) -> String {
        var hash = ContentHash()
        hash.add(engine)
        hash.add(document.file)
        hash.add("\(document.frontMatter.run) \(document.frontMatter.data)")
        for cell in document.cells {
            hash.add(cell.id)
            hash.add(cell.source)
            hash.add("\(cell.options)")
        }
        return hash.hex
    }

    private func file(of document: Document) -> URL { folder.appending(path: key(of: document) + ".json") }

    /// The kept outputs of a document; nil where there are none, or where their file is damaged.
    public func results(of document: Document) -> [CellResult]? {
        guard let data = FileManager.default.contents(atPath: file(of: document).path) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard let end = text.firstIndex(of: "\n") else { return nil }
        let payload = String(text[text.index(after: end)...])
        guard text[..<end] == ResultCache.heading(payload), let entries = (try? JSON(text: payload))?.array else { return nil }
        let results = entries.compactMap(CellResult.init(json:))
        return results.map(\.id) == document.cells.map(\.id) ? results : nil
    }

    /// Keeps the outputs of a document whose cells all went well. A cache that cannot be written is no reason to stop.
    public func keep(_ executed: ExecutedDocument) {
        guard executed.problems.isEmpty, !executed.document.cells.isEmpty else { return }
        let payload = JSON.array(executed.results.map(\.json)).compact + "\n"
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data((ResultCache.heading(payload) + "\n" + payload).utf8).write(to: file(of: executed.document), options: .atomic)
    }

    /// The first line of an entry: half-written or edited entries do not match it.
    private static func heading(_ payload: String) -> String { "litgrad-cache 1 \(ContentHash(payload).hex)" }
}
