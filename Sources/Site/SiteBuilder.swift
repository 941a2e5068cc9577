// SiteBuilder: executed notebooks → the files of a site.
import Foundation
import Notebook

/// Makes the files of a site. Equal inputs give equal bytes.
public struct SiteBuilder {
    private let course: Course
    /// What the cells of each lesson put out, in the order of `course.lessons`.
    private let results: [[CellResult]]

    /// Prepares a site of a course whose notebooks have been executed.
    public init(course: Course, results: [[CellResult]]) {
        self.course = course
        self.results = results
    }

    /// Writes the site into its folder, replacing the one that stood there. Returns the path of the landing page.
    public func write() throws -> String {
        let path = course.folder + "/" + course.configuration.output
        try OutputFolder(path: path).replace(with: files())
        return path + "/index.html"
    }

    /// Every file of the site by its path.
    func files() throws -> [String: Data] {
        let css = Asset(name: "theme", ending: "css", text: Theme.css)
        let js = Asset(name: "theme", ending: "js", text: Theme.js)
        let search = Asset(name: "search", ending: "js", text: SearchIndex(course: course).script)
        var files = [css.file: css.data, js.file: js.data, search.file: search.data]
        let assets = PageAssets(css: css, js: js, search: search)
        for index in course.lessons.indices {
            files[course.lessons[index].page] = Data(try lesson(index, assets).utf8)
        }
        files["index.html"] = Data(try landing(assets).utf8)
        return files
    }

    // MARK: Pages

    private func lesson(_ index: Int, _ assets: PageAssets) throws -> String {
        let lesson = course.lessons[index]
        let document = lesson.document
        var page = blank(document, at: lesson.page, assets)
        page.content = try content(of: document, page: lesson.page, results: results[index], ui: page.ui)
        page.tree = tree(current: lesson.page)
        page.outline = document.headings.filter { (2...3).contains($0.level) }.map {
            OutlineView(title: $0.content.plainText, href: "#" + $0.slug, level: $0.level)
        }
        let listed = course.listed
        if let place = listed.firstIndex(where: { $0.page == lesson.page }) {
            if place > 0 { page.previous = link(to: listed[place - 1], from: lesson.page) }
            if place + 1 < listed.count { page.next = link(to: listed[place + 1], from: lesson.page) }
        }
        page.editHref = course.configuration.edit.map { $0 + lesson.file }
        return try Theme.render(page, template: "page")
    }

    private func landing(_ assets: PageAssets) throws -> String {
        let document = course.landing ?? Document(file: course.configuration.landing, text: "")
        var page = blank(document, at: "index.html", assets)
        if course.landing == nil { page.title = course.configuration.title }
        page.content = try content(of: document, page: "index.html", results: [], ui: page.ui)
        page.lessons = course.listed.enumerated().map { index, lesson in
            LessonView(
                number: index + 1, title: lesson.document.title, about: lesson.document.frontMatter.description, href: lesson.page)
        }
        page.start = course.listed.first.map { link(to: $0, from: "index.html") }
        return try Theme.render(page, template: "index")
    }

    /// A page with everything that does not depend on its content.
    private func blank(_ document: Document, at path: String, _ assets: PageAssets) -> PageView {
        let lang = document.frontMatter.lang ?? course.configuration.lang
        return PageView(
            lang: lang, title: document.title, siteTitle: course.configuration.title,
            description: document.frontMatter.description ?? course.configuration.description,
            root: String(repeating: "../", count: path.count { $0 == "/" }), css: assets.css.file, js: assets.js.file,
            searchIndex: assets.search.file, csp: assets.policy, ui: Words.of(lang), content: "")
    }

    /// The prose and the cells of a document as HTML.
    private func content(of document: Document, page: String, results: [CellResult], ui: [String: String]) throws -> String {
        let cells = try document.cells.enumerated().map { index, cell in
            guard cell.options.hide != .cell else { return "" }
            let result = results.indices.contains(index) ? results[index] : nil
            return try Theme.render(CellView(cell, result: result, ui: ui), template: "cell")
        }
        var prose = ProseHTML(links: Links(pages: course.pages(from: page)))
        prose.allowedElements = Set(document.frontMatter.html.map { $0.lowercased() })
        prose.calloutTitle = { ui[$0.rawValue] ?? $0.rawValue.capitalized }
        prose.cell = { cells[$0] }
        return prose.html(document.blocks) + prose.footnotes(document.footnotes, title: ui["footnotes"] ?? "Footnotes")
    }

    // MARK: Navigation

    private func tree(current: String) -> [TreeView] {
        let root = String(repeating: "../", count: current.count { $0 == "/" })
        return course.listed.map { lesson in
            TreeView(
                title: lesson.document.title, href: root + lesson.page, current: lesson.page == current, open: lesson.page == current,
                children: [])
        }
    }

    private func link(to lesson: Course.Lesson, from page: String) -> LinkView {
        LinkView(title: lesson.document.title, href: String(repeating: "../", count: page.count { $0 == "/" }) + lesson.page)
    }
}

extension Course {
    /// The lessons that lists show: all but drafts.
    var listed: [Lesson] { lessons.filter { !$0.document.frontMatter.draft } }

    /// Where links to notebooks lead, as seen from a page: the notebook's path relative to the page's own notebook → the page.
    func pages(from page: String) -> [String: String] {
        let folder = page.split(separator: "/").dropLast()
        var pages: [String: String] = [:]
        for lesson in lessons {
            let target = lesson.page.split(separator: "/")
            let shared = zip(folder, target).prefix { $0 == $1 }.count
            let way = String(repeating: "../", count: folder.count - shared) + target.dropFirst(shared).joined(separator: "/")
            let ending = lesson.file.split(separator: ".").last ?? ""
            pages[String(way.dropLast("html".count) + ending)] = way
        }
        return pages
    }
}
