// ResultCache: outputs of notebooks that have not changed since they were executed.
import Foundation

/// Keeps the outputs of executed notebooks, one file a notebook, with everything the outputs depend on. Nothing is ever judged by
/// a time. A file that is damaged, or of another version, counts as none.
public struct ResultCache: Sendable {
    /// What the cache knows about a notebook.
    public enum Finding: Sendable {
        /// Its outputs: nothing they depend on has changed.
        case kept([CellResult])
        /// It must be executed; the reasons in words.
        case changed([String])
    }

    private let folder: URL
    /// Names the program that executes: outputs of another version are not reused.
    private let engine: String

    /// A cache in `.litgrad/cache` of a course. `engine` is the version of the executing program.
    public init(course: String, engine: String) {
        folder = URL(filePath: course).appending(path: ".litgrad/cache")
        self.engine = engine
    }

    /// What is known about a document.
    public func find(_ document: Document) -> Finding {
        guard let entry = entry(of: document) else { return .changed(["not executed yet"]) }
        let changes = CacheKey(document, engine: engine).changes(since: entry.key)
        guard changes.isEmpty else { return .changed(changes) }
        guard let results = results(in: entry.text, of: document) else { return .changed(["its kept outputs are damaged"]) }
        return .kept(results)
    }

    /// The outputs that a document had when it was last executed, whatever has changed since; nil where its cells are others.
    public func lastResults(of document: Document) -> [CellResult]? {
        entry(of: document).flatMap { results(in: $0.text, of: document) }
    }

    /// Keeps the outputs of a document whose cells all went well. A cache that cannot be written is no reason to stop.
    public func keep(_ executed: ExecutedDocument) {
        guard executed.problems.isEmpty, !executed.document.cells.isEmpty, !executed.results.contains(where: { $0.ending == .notRun }) else { return }
        let key = CacheKey(executed.document, engine: engine).json.compact
        let payload = key + "\n" + JSON.array(executed.results.map(\.json)).compact + "\n"
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? Data((ResultCache.heading(payload) + "\n" + payload).utf8).write(to: file(of: executed.document), options: .atomic)
    }

    private func file(of document: Document) -> URL { folder.appending(path: ContentHash(document.file).hex + ".json") }

    /// The key and the stored results of a document, if its file is whole.
    private func entry(of document: Document) -> (key: CacheKey, text: Substring)? {
        guard let data = FileManager.default.contents(atPath: file(of: document).path) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.utf8.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false).map { Substring($0) }
        guard lines.count == 3, lines[0] == ResultCache.heading(text[lines[1].startIndex...]),
            let key = (try? JSON(text: String(lines[1]))).flatMap(CacheKey.init(json:))
        else { return nil }
        return (key, lines[2])
    }

    private func results(in text: Substring, of document: Document) -> [CellResult]? {
        guard let entries = (try? JSON(text: String(text)))?.array else { return nil }
        let results = entries.compactMap(CellResult.init(json:))
        return results.map(\.id) == document.cells.map(\.id) ? results : nil
    }

    /// The first line of an entry: half-written or edited entries do not match it.
    private static func heading(_ payload: some StringProtocol) -> String {
        "litgrad-cache 2 \(ContentHash.ofWords(Array(payload.utf8)).hex)"
    }
}
