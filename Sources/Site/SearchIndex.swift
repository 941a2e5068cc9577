// SearchIndex: the words of a course, for the search box.
import Notebook

/// The words of a course in one language as a script, so that the search works from a file system too.
struct SearchIndex {
    private let course: Course
    private let lang: String

    init(course: Course, lang: String) {
        self.course = course
        self.lang = lang
    }

    /// `window.litgradSearch = [{"page":…,"title":…,"heading":…,"anchor":…,"text":…}]`: one entry a section.
    var script: String {
        var entries: [JSON] = []
        for lesson in course.listed(lang) {
            for section in sections(of: lesson.document) {
                entries.append([
                    "page": .string(lesson.page), "title": .string(lesson.document.title), "heading": .string(section.heading),
                    "anchor": .string(section.anchor), "text": .string(section.text),
                ])
            }
        }
        // `<` is escaped so that the text cannot end a script element wherever it is put.
        let text = JSON.array(entries).compact.replacingBytes { $0 == UInt8(ascii: "<") ? "\\u003c" : nil }
        return "window.litgradSearch = \(text);\n"
    }

    private struct Section {
        var heading: String
        var anchor: String
        var text: String
    }

    private func sections(of document: Document) -> [Section] {
        var sections = [Section(heading: document.title, anchor: "", text: document.frontMatter.keywords.joined(separator: " "))]
        for block in document.blocks {
            if case .heading(let heading) = block {
                // The page's own heading begins the section that is there already.
                if heading.level == 1, sections.count == 1, sections[0].heading == heading.content.plainText { continue }
                sections.append(Section(heading: heading.content.plainText, anchor: heading.slug, text: ""))
            } else {
                let words = words(of: block, in: document)
                let gap = sections[sections.count - 1].text.isEmpty || words.isEmpty ? "" : " "
                sections[sections.count - 1].text += gap + words
            }
        }
        return sections
    }

    private func words(of block: Block, in document: Document) -> String {
        switch block {
        case .heading(let heading): heading.content.plainText
        case .paragraph(let content): content.plainText
        case .quote(let content), .callout(_, let content): content.map { words(of: $0, in: document) }.joined(separator: " ")
        case .list(let list): list.items.flatMap(\.content).map { words(of: $0, in: document) }.joined(separator: " ")
        case .code(_, let text), .math(let text): text
        case .table(let table): (table.header + table.rows.flatMap { $0 }).map(\.plainText).joined(separator: " ")
        case .thematicBreak, .html: ""
        case .cell(let index): document.cells[index].source
        }
    }
}
