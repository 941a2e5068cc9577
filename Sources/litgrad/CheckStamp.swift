// CheckStamp: the findings of the last check of a course in which everything held. They stand until something changes.
import Foundation
import Notebook
import Site

/// What a check of a whole course looked at, and what it said.
struct CheckStamp {
    private var contents: CourseContents
    private let file: URL

    /// Looks at the notebooks and records of a course before they are read. `options` are those that decide what is said.
    init(course folder: String, notebooks: [String], options: String) throws {
        contents = try CourseContents(course: folder, maker: Engine.version() + " " + options)
        contents.add(notebooks.map { RecordFile(notebook: $0).path })
        file = URL(filePath: folder).appending(path: ".litgrad/checked.json")
    }

    /// Adds the files that cells may read.
    mutating func add(dataOf documents: [Document]) { contents.add(dataOf: documents) }

    /// What the last check said, if all it looked at is as it was; nil where a check is due.
    var standingText: String? {
        guard let data = FileManager.default.contents(atPath: file.path), let kept = try? JSON(text: String(decoding: data, as: UTF8.self)),
            let inputs = kept["inputs"]?.array, let text = kept["text"]?.string
        else { return nil }
        var now = contents
        now.add(inputs.compactMap(\.string))
        return kept["name"]?.string == now.name ? text : nil
    }

    /// Keeps what a check said in which everything held. A note that cannot be written is no reason to stop.
    func keep(_ text: String) {
        let kept: JSON = ["name": .string(contents.name), "inputs": .array(contents.paths.map(JSON.string)), "text": .string(text)]
        try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(kept.compact.utf8).write(to: file, options: .atomic)
    }
}
