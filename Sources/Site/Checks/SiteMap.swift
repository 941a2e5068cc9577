// SiteMap: where the destinations of links lead — to a page and an anchor on it, to a file of the course, or nowhere.
import Foundation
import Notebook

/// All places of a site that links can lead to.
struct SiteMap {
    /// What a destination is.
    enum Place {
        case page(String)
        /// A file of the course that goes along with the site: its path in the course and on the site.
        case asset(file: String, page: String)
        /// Nowhere, and why.
        case nowhere(String)
    }

    private let course: Course
    /// From a notebook's path to its page and what its prose holds.
    private var pages: [String: (page: String, contents: ProseContents)] = [:]
    /// Paths of pages that no notebook stands for (the reference).
    private let others: Set<String>

    init(course: Course, others: Set<String> = []) {
        self.course = course
        self.others = others
        for lesson in course.lessons + course.landings {
            pages[lesson.file] = (lesson.page, ProseContents(lesson.document))
        }
    }

    /// What the prose of a notebook holds.
    func contents(of lesson: Course.Lesson) -> ProseContents { pages[lesson.file]?.contents ?? ProseContents(lesson.document) }

    /// The page of a notebook.
    func page(ofNotebook file: String) -> String? { pages[file]?.page }

    /// Where a relative destination leads, as written in a notebook.
    func place(of destination: String, in lesson: Course.Lesson) -> Place {
        let path = String(destination.prefix { $0 != "#" && $0 != "?" })
        let anchor = destination.firstIndex(of: "#").map { String(destination[destination.index(after: $0)...]) }
        if path.isEmpty { return check(anchor, on: lesson.file) }
        let folder = lesson.file.split(separator: "/").dropLast().map(String.init)
        let decoded = path.removingPercentEncoding ?? path
        if let file = SiteMap.joined(folder, decoded) {
            if pages[file] != nil { return check(anchor, on: file) }
            if isFile(file) {
                guard RealPath.isInside(course.folder + "/" + file, course.folder) else { return .nowhere("`\(path)` lies outside the course folder") }
                return .asset(file: file, page: asset(file))
            }
        }
        // A landing page may name notebooks as the other notebooks do.
        if let file = SiteMap.joined([course.configuration.notebooks], decoded), pages[file] != nil { return check(anchor, on: file) }
        let page = lesson.page.split(separator: "/").dropLast().map(String.init)
        if let other = SiteMap.joined(page, decoded), others.contains(other) { return .page(other) }
        let near = suggestion(for: decoded, among: pages.keys.map { SiteMap.way(from: lesson.file, to: $0) }.sorted())
        return .nowhere("there is no `\(path)`" + (near.map { "; did you mean `\($0)`?" } ?? ""))
    }

    private func check(_ anchor: String?, on file: String) -> Place {
        guard let target = pages[file] else { return .nowhere("there is no `\(file)`") }
        guard let anchor, !anchor.isEmpty, !target.contents.anchors.contains(anchor.removingPercentEncoding ?? anchor) else { return .page(target.page) }
        let near = suggestion(for: anchor, among: target.contents.anchors.sorted()).map { "; did you mean `#\($0)`?" } ?? ""
        return .nowhere("`\(file)` has no heading or cell `\(anchor)`\(near)")
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        return !isHidden && FileManager.default.fileExists(atPath: course.folder + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// Where a file of the course stands on the site: beside the pages of the notebooks beside it.
    private func asset(_ file: String) -> String {
        let landing = course.configuration.landing.split(separator: "/").dropLast().joined(separator: "/")
        for folder in [course.configuration.notebooks, landing] where file.hasPrefix(folder + "/") { return String(file.dropFirst(folder.count + 1)) }
        return file
    }

    /// A relative path seen from a folder, without `.` and `..`; nil where it leaves the course.
    static func joined(_ folder: [String], _ path: String) -> String? {
        guard !path.hasPrefix("/") else { return nil }
        var parts = folder
        for part in path.split(separator: "/") {
            if part == ".." {
                guard !parts.isEmpty else { return nil }
                parts.removeLast()
            } else if part != "." {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// The way from one file or page to another.
    static func way(from source: String, to target: String) -> String {
        let folder = source.split(separator: "/").dropLast()
        let path = target.split(separator: "/")
        let shared = zip(folder, path.dropLast()).prefix { $0 == $1 }.count
        return String(repeating: "../", count: folder.count - shared) + path.dropFirst(shared).joined(separator: "/")
    }
}
