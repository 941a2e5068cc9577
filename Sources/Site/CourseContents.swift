// CourseContents: files of a course by what is in them, so that a command that finds them all as they were has nothing to do.
import Foundation
import Notebook

/// The hashes of files that a result was made from, and of the program that made it. Times of files mean nothing here.
public struct CourseContents: Sendable {
    private let folder: String
    /// Names the program and what it was asked for.
    private let maker: String
    /// From a file's path to the hash of its content, from a folder's to the hash of its list of files; empty where there is neither. A
    /// path is one below the course, or one from the root.
    private var hashes: [String: String] = [:]

    /// Begins with the settings and the notebooks of a course. This comes before they are read: what changes in between makes the next call
    /// look again. Throws `Problems` where the settings are wrong.
    public init(course folder: String, maker: String) throws {
        self.folder = folder
        self.maker = maker
        let notebooks = try SiteConfiguration(course: folder).notebooks
        add([SiteConfiguration.file, notebooks])
        add(Course.notebooks(under: folder + "/" + notebooks).map { notebooks + "/" + $0 })
    }

    /// Adds files and folders.
    public mutating func add(_ paths: [String]) {
        for path in paths where hashes[path] == nil { hashes[path] = CourseContents.hash(of: path.hasPrefix("/") ? path : folder + "/" + path) }
    }

    /// Adds the files that cells may read, and the folders they were found in.
    public mutating func add(dataOf documents: [Document]) {
        for document in documents where !document.frontMatter.data.isEmpty {
            let home = document.file.lastIndex(of: "/").map { document.file[...$0] } ?? ""
            add(document.frontMatter.data.map { home + $0 } + document.data.map(\.path))
        }
    }

    private static func hash(of path: String) -> String {
        if let file = ContentHash.ofFile(path) { return file.hex }
        guard let names = FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) else { return "" }
        return ContentHash(names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted().joined(separator: "\n")).hex
    }

    /// Every path, sorted.
    public var paths: [String] { hashes.keys.sorted() }

    /// Names what is made from these contents.
    public var name: String {
        var hash = ContentHash(maker)
        for path in paths {
            hash.add(path)
            hash.add(hashes[path] ?? "")
        }
        return hash.hex
    }
}
