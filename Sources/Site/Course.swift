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
        /// The language of its pages' words, and of the list it stands in.
        public let lang: String
        public let document: Document

        /// The path of its page within its language: the same for a lesson and its translations.
        func pair(main: String) -> String { lang == main ? page : String(page.dropFirst(lang.count + 1)) }
    }

    public let folder: String
    public let configuration: SiteConfiguration
    /// The notebooks of all languages.
    public let lessons: [Lesson]
    /// The landing pages, one a language; a course that writes none has an empty one.
    public let landings: [Lesson]
    let index: CourseIndex

    /// Everything that is executed, in the order in which `SiteBuilder` takes the results: the lessons, then the landing pages.
    public let documents: [Document]

    /// Every language, the main one first.
    var languages: [String] { [configuration.lang] + configuration.translations.filter { $0 != configuration.lang } }

    /// Finds and reads the notebooks of the course in this folder. `read` turns a path and a name into a document; a preview keeps
    /// what has not changed. Throws `Problems` with everything wrong in all of them.
    public init(folder: String, read: (String, String) throws -> Document = { try DocumentReader.read(path: $0, name: $1) }) throws {
        self.folder = folder
        let settings = try SiteConfiguration(course: folder)
        configuration = settings
        var problems: [Problem] = []
        func lesson(_ file: String, page: String, lang: String) -> Lesson? {
            do {
                if let problem = Course.problem(withFile: file, in: folder) { throw Problems([problem]) }
                return Lesson(file: file, page: page, lang: lang, document: try read(folder + "/" + file, file))
            } catch let error as Problems {
                problems += error.all
            } catch {
                problems.append(Problem(.configuration, "\(error)", at: Problem.Position(file: file, line: 1)))
            }
            return nil
        }
        lessons = Course.notebooks(under: folder + "/" + settings.notebooks).compactMap { path in
            let first = path.split(separator: "/").first.map(String.init) ?? ""
            let isTranslation = path.contains("/") && settings.translations.contains(first)
            return lesson(settings.notebooks + "/" + path, page: Course.page(of: path), lang: isTranslation ? first : settings.lang)
        }
        landings = ([settings.lang] + settings.translations).compactMap { lang in
            let isMain = lang == settings.lang
            let file = isMain ? settings.landing : Course.translated(settings.landing, to: lang)
            let page = isMain ? "index.html" : lang + "/index.html"
            guard FileManager.default.fileExists(atPath: folder + "/" + file) else {
                var empty = Document(file: file, text: "")
                empty.frontMatter.title = settings.title
                return Lesson(file: file, page: page, lang: lang, document: empty)
            }
            return lesson(file, page: page, lang: lang)
        }
        if !problems.isEmpty { throw Problems(problems) }
        documents = (lessons + landings).map(\.document)
        index = CourseIndex(lessons: lessons, landings: landings, main: settings.lang)
    }

    /// Refuses a file that a symbolic link fetches from outside the course: nobody should publish what was not put there. Nil where it is well.
    public static func problem(withFile file: String, in folder: String) -> Problem? {
        guard !RealPath.isInside(folder + "/" + file, folder) else { return nil }
        return Problem(.configuration, "`\(file)` lies outside the course folder", at: .whole(file), help: "a link leads there; copy the file into the course")
    }

    /// Paths of notebooks under a folder, sorted; hidden files and folders are left out.
    public static func notebooks(under root: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { path in
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("_") }
            return !isHidden && DocumentReader.endings.contains { path.hasSuffix($0) }
        }.sorted()
    }

    /// The lessons that lists of a language show: all but drafts.
    func listed(_ lang: String) -> [Lesson] { index.listed[lang] ?? [] }

    /// The lesson that a translation was made from; nil for a lesson of the main language or without a counterpart.
    func original(of lesson: Lesson) -> Lesson? {
        lesson.lang == configuration.lang ? nil : index.lesson(at: lesson.pair(main: configuration.lang))
    }

    /// Whether a translation names another version of its original than the one there is.
    func isOutdated(_ lesson: Lesson) -> Bool {
        guard let version = lesson.document.frontMatter.original, let original = original(of: lesson) else { return false }
        return version != Course.version(of: original)
    }

    /// What a translation writes as `original:`.
    static func version(of lesson: Lesson) -> String { ContentHash(lesson.document.text).short }

    /// `01-tensors.md` → `01-tensors.html`
    private static func page(of path: String) -> String {
        (path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path) + ".html"
    }

    /// `site/index.md` → `site/index.ja.md`
    static func translated(_ path: String, to lang: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return path + "." + lang }
        return path[..<dot] + "." + lang + path[dot...]
    }
}
