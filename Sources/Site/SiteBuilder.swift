// SiteBuilder: executed notebooks → the files of a site.
import Foundation
import Notebook

/// Makes the files of a site, all of them or one at a time. Equal inputs give equal bytes.
public struct SiteBuilder: Sendable {
    public let course: Course
    /// What the cells of each document put out, in the order of `course.documents`.
    public var results: [[CellResult]]
    /// The functions that cells can call, by module; empty where the site lists none.
    let reference: [ReferenceModule]
    /// Whether pages reload themselves when the course changes.
    let isLive: Bool
    /// In a preview: by notebook, the cells whose outputs are older than their code or still to come.
    public var waiting: [String: Set<String>] = [:]
    /// In a preview: what is wrong with the course, shown above every page.
    public var banner = ""
    let theme: Theme
    let assets: PageAssets
    /// Where links lead, and what is wrong with them.
    let check: CourseCheck
    /// The lists beside the lessons' pages, by language.
    let sidebars: [String: Sidebar]
    /// The list beside the reference's pages.
    let modules: Sidebar
    /// What stands at each path of the site.
    private let places: SitePlaces

    /// Prepares a site of a course. `results` are those of the course's documents; they may be set later, but before pages are asked for.
    public init(course: Course, results: [[CellResult]] = [], reference: [ReferenceModule] = [], isLive: Bool = false) throws {
        self.course = course
        self.results = results
        self.reference = course.configuration.reference ? reference : []
        self.isLive = isLive
        let theme = try Theme(course: course.folder)
        self.theme = theme
        check = CourseCheck(course: course, others: Set(ReferencePages.paths(of: self.reference)))
        sidebars = Dictionary(uniqueKeysWithValues: course.languages.map { ($0, Sidebar(Navigation.entries(of: course, lang: $0), theme: theme)) })
        modules = Sidebar(ReferencePages.entries(of: self.reference), theme: theme)
        assets = PageAssets(
            css: Asset(name: "theme", ending: "css", text: theme.css), js: Asset(name: "theme", ending: "js", text: theme.script(isLive: isLive)),
            icon: Asset(name: "icon", ending: "svg", text: theme.icon),
            search: Dictionary(uniqueKeysWithValues: course.languages.map { lang in
                (lang, Asset(name: "search-\(lang)", ending: "js", text: SearchIndex(course: course, lang: lang).script))
            }))
        places = SitePlaces(course: course, assets: assets, check: check, reference: self.reference)
    }

    /// What is wrong with the course's prose. A site with problems is not written.
    public var problems: [Problem] { check.problems }

    /// Translations that were made from another version of their original, or do not say from which: one sentence each.
    public var notes: [String] {
        course.lessons.compactMap { lesson in
            guard let original = course.original(of: lesson) else { return nil }
            let line = "`original: \(Course.version(of: original))`"
            guard lesson.document.frontMatter.original != nil else { return "\(lesson.file): add \(line) to tell later whether \(original.file) has changed" }
            return course.isOutdated(lesson) ? "\(lesson.file): \(original.file) has changed; bring it up to date and write \(line)" : nil
        }
    }

    /// Writes the site into its folder, replacing the one that stood there. A stamp says what it was made from. Returns the path of the
    /// landing page.
    public func write(stamp: SiteStamp? = nil) throws -> String {
        let path = course.folder + "/" + course.configuration.output
        if let stamp { try stamp.write(self) } else { try OutputFolder(path: path).replace(with: paths) { try file($0) } }
        return path + "/index.html"
    }

    /// The path of every file of the site.
    public var paths: [String] { places.paths }

    /// The bytes of one file; nil where the site has none of this path.
    public func file(_ path: String) throws -> Data? {
        switch places[path] {
        case .asset(let asset): asset.data
        case .lesson(let index): Data(try LessonPage(site: self, index: index).html().utf8)
        case .notebook(let index): Data(ExecutedNotebook.text(of: executed(index)).utf8)
        case .landing(let index): Data(try LandingPage(site: self, index: index).html().utf8)
        case .reference: try ReferencePages(site: self).html(path).map { Data($0.utf8) }
        case .redirect(let page): Data(try redirection(path, to: page).utf8)
        case .file(let file): FileManager.default.contents(atPath: course.folder + "/" + file)
        case .missing: Data(try missing().utf8)
        case .siteMap: siteMap.map { Data($0.utf8) }
        case nil: nil
        }
    }

    /// A lesson with its outputs.
    func executed(_ index: Int) -> ExecutedDocument {
        ExecutedDocument(document: course.documents[index], results: results.indices.contains(index) ? results[index] : [])
    }

    // MARK: Pages without a notebook

    /// A page of a preview whose course cannot be read: what is wrong, alone.
    public static func bare(_ banner: String) -> String {
        let theme = try? Theme(course: nil)
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>litgrad</title>\n<style>\(theme?.css ?? "")</style>\n"
            + "<script>\(theme?.script(isLive: true) ?? "")</script>\n</head>\n<body><main id=\"main\"><pre id=\"problems\" role=\"alert\">"
            + HTML.escape(banner) + "</pre></main></body>\n</html>\n"
    }

    private func missing() throws -> String {
        var page = blank(title: course.configuration.title, at: "404.html", lang: course.configuration.lang)
        // A server shows this page at any address: it brings its style with it, and its links start at the site's own.
        page.style = theme.css
        if let url = course.configuration.url { (page.root, page.home, page.reference) = (url, url, page.reference.map { url + $0 }) }
        page.url = nil
        page.title = page.ui["missing"] ?? ""
        return try theme.render(page, template: "404")
    }

    private func redirection(_ old: String, to page: String) throws -> String {
        var view = blank(title: course.configuration.title, at: old, lang: course.configuration.lang)
        view.next = LinkView(title: page, href: SiteMap.way(from: old, to: page))
        return try theme.render(view, template: "redirect")
    }

    private var siteMap: String? {
        guard let url = course.configuration.url else { return nil }
        let pages = course.languages.flatMap { lang in course.landings.filter { $0.lang == lang } + course.listed(lang) }.map(\.page)
        let lines = (pages + ReferencePages.paths(of: reference)).map { "<url><loc>\(HTML.escape(url + address(of: $0)))</loc></url>\n" }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(lines.joined())</urlset>\n"
    }

    /// The address of a page below the site's: a folder's index has the folder's.
    func address(of page: String) -> String {
        let path = page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page
        return path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }

    /// A page with everything that does not depend on its content.
    func blank(title: String, at path: String, lang: String) -> PageView {
        let settings = course.configuration
        let landing = course.landings.first { $0.lang == lang }?.page ?? "index.html"
        return PageView(
            lang: lang, title: title, siteTitle: course.landings.first { $0.lang == lang }?.document.frontMatter.title ?? settings.title,
            description: settings.description, root: String(repeating: "../", count: path.count { $0 == "/" }),
            home: SiteMap.way(from: path, to: landing), css: assets.css.file, js: assets.js.file, icon: assets.icon.file, searchIndex: assets.search[lang]?.file,
            csp: assets.policy(isLive: isLive), banner: banner.isEmpty ? nil : banner, url: settings.url.map { $0 + address(of: path) }, ui: Words.of(lang), content: "",
            reference: reference.isEmpty ? nil : SiteMap.way(from: path, to: ReferencePages.index))
    }
}

extension Course.Lesson {
    /// `01-tensors.html` → `01-tensors.ipynb`
    static func notebook(of page: String) -> String { page.dropLast("html".count) + "ipynb" }
}
