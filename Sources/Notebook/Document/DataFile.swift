// DataFile: a file that a notebook declares in its head, for its cells to read.
import Foundation

/// A file that cells may read.
public struct DataFile: Sendable, Equatable {
    /// Its name in the notebook: a path relative to the notebook's folder, as Jupyter would resolve it.
    public let name: String
    /// Where it lies, without symbolic links.
    public let path: String

    /// A larger file is refused: a lesson's data is small.
    private static let mostBytes = 1 << 30
    /// A folder may declare this many files.
    private static let mostFiles = 10_000
    /// Folders within folders are followed this deep.
    private static let mostDepth = 8

    /// Its bytes; empty where it has gone since it was declared.
    public var bytes: [UInt8] { FileManager.default.contents(atPath: path).map(Array.init) ?? [] }

    /// A hash of its content.
    public var hash: String { ContentHash.ofFile(path)?.hex ?? "" }

    /// The files that a notebook declares, and what is wrong with the declarations. A folder declares the files in it.
    static func declared(by document: Document, at notebook: String) -> (files: [DataFile], problems: [Problem]) {
        guard !document.frontMatter.data.isEmpty else { return ([], []) }
        let folder = URL(filePath: notebook).deletingLastPathComponent().path
        let course = RealPath.of(courseFolder(above: folder)) ?? folder
        var files: [DataFile] = []
        var problems: [Problem] = []
        for entry in document.frontMatter.data {
            do {
                try add(entry, in: folder, course: course, to: &files)
            } catch {
                problems.append(Problem(.configuration, "data: `\(entry)` \(error.words)", at: place(of: entry, in: document), help: error.help))
            }
        }
        return (files, problems)
    }

    /// Why a declaration is refused.
    private enum Refusal: Error {
        case missing, outside, tooLarge, tooMany

        var words: String {
            switch self {
            case .missing: "is no file"
            case .outside: "lies outside the course folder"
            case .tooLarge: "is larger than \(mostBytes >> 30) GiB"
            case .tooMany: "holds more than \(mostFiles) files"
            }
        }

        var help: String? {
            switch self {
            case .missing: "paths start from the notebook's folder"
            case .outside: "cells read nothing but the course's own files; copy it there"
            case .tooLarge, .tooMany: nil
            }
        }
    }

    private static func add(_ entry: String, in folder: String, course: String, depth: Int = 0, to files: inout [DataFile]) throws(Refusal) {
        guard !entry.hasPrefix("/") else { throw .outside }
        guard let path = RealPath.of(folder + "/" + entry) else { throw .missing }
        guard RealPath.isInside(path, course) else { throw .outside }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing }
        guard isFolder.boolValue else {
            guard files.count < mostFiles else { throw .tooMany }
            return files.append(try checked(DataFile(name: entry, path: path)))
        }
        // Within a folder, links to other folders are not followed: they may lead in circles.
        guard depth < mostDepth, depth == 0 || isItself(folder + "/" + entry) else { return }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
        let base = entry.hasSuffix("/") ? entry : entry + "/"
        for name in names { try add(base + name, in: folder, course: course, depth: depth + 1, to: &files) }
    }

    /// Whether a path names a folder and not a link to one.
    private static func isItself(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func checked(_ file: DataFile) throws(Refusal) -> DataFile {
        let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        guard size <= mostBytes else { throw .tooLarge }
        return file
    }

    /// The nearest folder at or above this one that is a course: it holds `site/site.yml`. The folder itself where there is none.
    private static func courseFolder(above folder: String) -> String {
        var candidate = URL(filePath: folder).standardizedFileURL
        while true {
            if FileManager.default.fileExists(atPath: candidate.appending(path: "site/site.yml").path) { return candidate.path }
            let parent = candidate.deletingLastPathComponent().standardizedFileURL
            guard parent.path != candidate.path, candidate.path != "/" else { return folder }
            candidate = parent
        }
    }

    /// The line of the head that names the entry.
    private static func place(of entry: String, in document: Document) -> Problem.Position {
        let lines = document.text.textLines
        let head = lines.dropFirst().prefix { $0 != "---" && $0 != "..." }
        let index = head.firstIndex { $0.contains(entry) } ?? head.firstIndex { $0.hasPrefix("data:") } ?? 0
        let quoted = lines.indices.contains(index) ? String(lines[index]) : ""
        let start = quoted.firstRange(of: entry).map { quoted.distance(from: quoted.startIndex, to: $0.lowerBound) + 1 } ?? 1
        return Problem.Position(file: document.file, line: index + 1, column: start, endColumn: start + entry.count, quoted: quoted)
    }
}
