// Course: the notebooks of a site, found and read.
import Foundation
import Notebook

/// The notebooks of a course, in order of their paths.
public struct Course: Sendable {
    /// One notebook with where its page goes.
    public struct Lesson: Sendable {
        /// The path relative to the course, as messages name it.
        public let file: String
        /// The path of its page relative to the site.
        public let page: String
        public let document: Document
    }

    public let folder: String
    public let configuration: SiteConfiguration
    public let lessons: [Lesson]
    /// The landing page's text; nil where the course has none.
    public let landing: Document?

    /// Finds and reads the notebooks of the course in this folder. Throws `Problems` with everything wrong in all of them.
    public init(folder: String) throws {
        self.folder = folder
        configuration = try SiteConfiguration(course: folder)
        var problems: [Problem] = []
        var lessons: [Lesson] = []
        let root = folder + "/" + configuration.notebooks
        for path in Course.notebooks(under: root) {
            let file = configuration.notebooks + "/" + path
            do {
                let document = try DocumentReader.read(path: folder + "/" + file, name: file)
                lessons.append(Lesson(file: file, page: Course.page(of: path), document: document))
            } catch let error as Problems {
                problems += error.all
            }
        }
        self.lessons = lessons
        let landingPath = folder + "/" + configuration.landing
        landing = FileManager.default.fileExists(atPath: landingPath)
            ? try DocumentReader.read(path: landingPath, name: configuration.landing) : nil
        if !problems.isEmpty { throw Problems(problems) }
    }

    /// Paths of notebooks under a folder, sorted; hidden files and folders are left out.
    public static func notebooks(under root: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { path in
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("_") }
            return !isHidden && DocumentReader.endings.contains { path.hasSuffix($0) }
        }.sorted()
    }

    /// `01-tensors.md` → `01-tensors.html`
    private static func page(of path: String) -> String {
        (path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path) + ".html"
    }
}
