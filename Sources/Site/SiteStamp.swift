// SiteStamp: what a finished site was made from and what it consists of. A build that finds both as they were has nothing to do.
import Foundation
import Notebook

/// The contents that a site is made from, and where it is written.
public struct SiteStamp: Sendable {
    private let output: OutputFolder
    private let file: URL
    private var contents: CourseContents

    /// Looks at the settings, the notebooks, the landing pages and the theme of a course, before any of them is read. Throws `Problems` where
    /// the settings are wrong.
    public init(course folder: String, engine: String) throws {
        let settings = try SiteConfiguration(course: folder)
        output = OutputFolder(path: folder + "/" + settings.output)
        file = URL(filePath: folder).appending(path: ".litgrad/site.json")
        contents = try CourseContents(course: folder, maker: engine)
        contents.add([settings.landing] + settings.translations.map { Course.translated(settings.landing, to: $0) })
        let theme = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + Theme.folder)) ?? []
        contents.add([Theme.folder] + theme.map { Theme.folder + "/" + $0 })
    }

    /// Adds the files that pages show and cells read.
    public mutating func add(filesOf site: SiteBuilder) {
        contents.add(site.check.assets.values.sorted())
        contents.add(dataOf: site.course.documents)
    }

    /// The path of the site's landing page.
    public var home: String { output.path + "/index.html" }

    /// The notes that were told with the site that stands there; nil where one has to be made. It stands if all that it was made from is as
    /// it was, and all of its files are there at their sizes.
    public func standingNotes() -> [String]? {
        guard let data = FileManager.default.contents(atPath: file.path), let kept = try? JSON(text: String(decoding: data, as: UTF8.self)),
            let inputs = kept["inputs"]?.array, case .object(let outputs)? = kept["outputs"], let notes = kept["notes"]?.array
        else { return nil }
        var now = contents
        now.add(inputs.compactMap(\.string))
        guard output.stamp == now.name, outputs.allSatisfy({ $0.value.int == output.size(of: $0.key) ?? -1 }) else { return nil }
        return notes.compactMap(\.string)
    }

    /// Writes a site, and down what it was made from. A note that cannot be written is no reason to stop.
    func write(_ site: SiteBuilder) throws {
        try output.replace(with: site.paths, stamp: contents.name) { try site.file($0) }
        let kept: JSON = [
            "inputs": .array(contents.paths.map(JSON.string)),
            "outputs": .object(site.paths.compactMap { path in output.size(of: path).map { JSON.Member(path, .number(String($0))) } }),
            "notes": .array(site.notes.map(JSON.string)),
        ]
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(kept.compact.utf8).write(to: file, options: .atomic)
    }
}
