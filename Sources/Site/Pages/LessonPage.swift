// LessonPage: the page of one notebook.
import Notebook

/// The page of one notebook.
struct LessonPage {
    let site: SiteBuilder
    /// The notebook's place in the course.
    let index: Int

    /// The finished page.
    func html() throws -> String {
        let lesson = site.course.lessons[index]
        let document = lesson.document
        var page = site.blank(title: document.title, at: lesson.page, lang: lesson.lang)
        page.description = document.frontMatter.description ?? page.description
        if let lang = document.frontMatter.lang { (page.lang, page.ui) = (lang, Words.of(lang)) }
        let content = try DocumentHTML(site.executed(index), site: site, ui: page.ui)
        page.content = content.html(document.blocks) + content.footnotes
        page.outline = document.headings.filter { (2...3).contains($0.level) }.map {
            OutlineView(title: $0.content.plainText, href: "#" + $0.slug, level: $0.level)
        }
        let navigation = Navigation(course: site.course, lesson: lesson)
        page.tree = try site.sidebars[lesson.lang]?.html(for: lesson.page)
        page.trail = navigation.trail
        page.translations = navigation.translations
        page.older = site.course.isOutdated(lesson)
        (page.previous, page.next) = navigation.neighbours
        page.editHref = site.course.configuration.edit.map { $0 + lesson.file }
        page.notebookHref = navigation.way(to: Course.Lesson.notebook(of: lesson.page))
        return try site.theme.render(page, template: "page")
    }
}
