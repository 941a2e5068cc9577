// SiteStamp: what a finished site was made from and what it consists of. A build that finds both as they were has nothing to do.
import Foundation
import Notebook

/// The contents that a site is made from, by hash. Times of files mean nothing here.
public struct SiteStamp: Sendable {
    private let folder: String
    private let output: OutputFolder
    /// Names the program: another one may make other pages of the same course.
    private let engine: String
    /// From a file's path to the hash of its content, from a folder's to the hash of its list of files. A path is one below the course,
    /// or one from the root.
    private var inputs: [String: String] = [:]

    /// Looks at the settings, the notebooks, the landing pages and the theme of a course. This comes before any of them is read: what
    /// changes in between makes the next build look again. Throws `Problems` where the settings are wrong.
    public init(course folder: String, engine: String) throws {
        self.folder = folder
        self.engine = engine
        let settings = try SiteConfiguration(course: folder)
        output = OutputFolder(path: folder + "/" + settings.output)
        let landings = [settings.landing] + settings.translations.map { Course.translated(settings.landing, to: $0) }
        add([SiteConfiguration.file, settings.notebooks, Theme.folder] + landings)
        add(Course.notebooks(under: folder + "/" + settings.notebooks).map { settings.notebooks + "/" + $0 })
        add(((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + Theme.folder)) ?? []).map { Theme.folder + "/" + $0 })
    }

    /// Adds the files that pages show and cells read.
    public mutating func add(filesOf site: SiteBuilder) {
        add(site.check.assets.values.sorted())
        for document in site.course.documents where !document.frontMatter.data.isEmpty {
            let home = document.file.lastIndex(of: "/").map { document.file[...$0] } ?? ""
            add(document.frontMatter.data.map { home + $0 } + document.data.map(\.path))
        }
    }

    private mutating func add(_ paths: [String]) {
        for path in paths where inputs[path] == nil { inputs[path] = SiteStamp.hash(of: path.hasPrefix("/") ? path : folder + "/" + path) }
    }

    /// The hash of a file or of a folder's list; empty where there is neither.
    private static func hash(of path: String) -> String {
        if let data = try? Data(contentsOf: URL(filePath: path)) { return ContentHash.ofWords(data).hex }
        guard let names = FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) else { return "" }
        return ContentHash(names.filter { !$0.hasPrefix(".") }.sorted().joined(separator: "\n")).hex
    }

    /// Names the site that these inputs give.
    private var name: String {
        var hash = ContentHash(engine)
        for (path, content) in inputs.sorted(by: { $0.key < $1.key }) {
            hash.add(path)
            hash.add(content)
        }
        return hash.hex
    }

    /// The path of the site's landing page.
    public var home: String { output.path + "/index.html" }

    // MARK: Keeping

    private var file: URL { URL(filePath: folder).appending(path: ".litgrad/site.json") }

    /// The notes that were told with the site that stands there; nil where one has to be made. It stands if all that it was made from is as
    /// it was, and all of its files are there at their sizes.
    public func standingNotes() -> [String]? {
        guard let data = FileManager.default.contents(atPath: file.path), let kept = try? JSON(text: String(decoding: data, as: UTF8.self)),
            let inputs = kept["inputs"]?.array, case .object(let outputs)? = kept["outputs"], let notes = kept["notes"]?.array
        else { return nil }
        var now = self
        now.add(inputs.compactMap(\.string))
        guard output.stamp == now.name, outputs.allSatisfy({ $0.value.int == output.size(of: $0.key) ?? -1 }) else { return nil }
        return notes.compactMap(\.string)
    }

    /// Writes a site, and down what it was made from. A note that cannot be written is no reason to stop.
    func write(_ site: SiteBuilder) throws {
        try output.replace(with: site.paths, stamp: name) { try site.file($0) }
        let kept: JSON = [
            "inputs": .array(inputs.keys.sorted().map(JSON.string)),
            "outputs": .object(site.paths.compactMap { path in output.size(of: path).map { JSON.Member(path, .number(String($0))) } }),
            "notes": .array(site.notes.map(JSON.string)),
        ]
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(kept.compact.utf8).write(to: file, options: .atomic)
    }
}
