// LandingPage: the first page of a course, in one of its languages.
import Notebook

/// The first page of a course. What its text says before its first section of level 2 is the first screen: prose on one side, the cells
/// with what they put out on the other.
struct LandingPage {
    let site: SiteBuilder
    /// The page's place among the course's landing pages.
    let index: Int

    /// The finished page.
    func html() throws -> String {
        let landing = site.course.landings[index]
        let document = landing.document
        var page = site.blank(title: document.title, at: landing.page, lang: landing.lang)
        page.description = document.frontMatter.description ?? page.description
        let content = try DocumentHTML(site.executed(site.course.lessons.count + index), site: site, ui: page.ui)
        let end = document.blocks.firstIndex { if case .heading(let heading) = $0 { heading.level > 1 } else { false } } ?? document.blocks.count
        let first = document.blocks[..<end]
        page.content = content.html(first.filter { !isCell($0) })
        let cells = first.filter(isCell)
        page.show = cells.isEmpty ? nil : content.html(cells)
        let rest = content.html(document.blocks[end...]) + content.footnotes
        page.sections = rest.isEmpty ? nil : rest
        let navigation = Navigation(course: site.course, lesson: landing)
        page.translations = navigation.translations
        page.lessons = lessons(navigation)
        page.start = page.lessons.first.map { LinkView(title: $0.title, href: $0.href) }
        return try site.theme.render(page, template: "index")
    }

    private func isCell(_ block: Block) -> Bool { if case .cell = block { true } else { false } }

    /// The lessons of the page's language, numbered; the first of each folder carries the folder's name.
    private func lessons(_ navigation: Navigation) -> [LessonView] {
        var part = ""
        return site.course.listed(navigation.lesson.lang).enumerated().map { index, lesson in
            let folder = Navigation(course: site.course, lesson: lesson).trail.last?.title ?? ""
            defer { part = folder }
            return LessonView(
                number: index + 1, title: lesson.document.title, about: lesson.document.frontMatter.description, href: navigation.way(to: lesson.page),
                part: folder == part ? nil : folder)
        }
    }
}
