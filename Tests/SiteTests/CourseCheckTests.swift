// CourseCheckTests: links, anchors and formulas that are wrong are told with their line; what is right goes along.
import Foundation
import Notebook
import Site
import Testing

@Suite struct CourseCheckTests {
    @Test(arguments: [
        ("See [this](02-none.md).", "a link leads nowhere: there is no `02-none.md`", 3, 12),
        ("See [this](#no-such).", "a link leads nowhere: `Notebooks/01-a.md` has no heading or cell `no-such`", 3, 12),
        ("See [this](#haeding).", "a link leads nowhere: `Notebooks/01-a.md` has no heading or cell `haeding`; did you mean `#heading`?", 3, 12),
        ("![x](pictures/none.png)", "a link leads nowhere: there is no `pictures/none.png`", 3, 6),
        ("![x](../../secret.png)", "a link leads nowhere: there is no `../../secret.png`", 3, 6),
        ("Text.\n\nA formula $\\nosuch{x}$.", "in a formula: `\\nosuch` is not known", 5, 12),
    ])
    func problemsHaveTheirLine(text: String, message: String, line: Int, column: Int) throws {
        let course = try ScratchCourse(["Notebooks/01-a.md": "# Heading\n\n\(text)\n"])
        defer { course.remove() }
        let problems = try course.site().problems
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.position.line == line && problems.first?.position.column == column)
        #expect(problems.first?.position.file == "Notebooks/01-a.md")
    }

    @Test func aSoundCourseHasNoProblems() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        #expect(try course.site().problems.isEmpty)
        let page = try course.page("01-first.html")
        #expect(page.contains("href=\"part/02-second.html#deeper\"") && page.contains("src=\"pictures/net.svg\""))
        #expect(try course.page("part/02-second.html").contains("href=\"../01-first.html#one\""))
        #expect(try course.site().paths.contains("pictures/net.svg"))
    }

    @Test func movedPagesLeadOn() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        #expect(try course.page("old/first.html").contains("content=\"0; url=../01-first.html\""))
    }

    @Test func theSiteMapListsEveryPage() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        let map = try course.page("sitemap.xml")
        for address in ["/course/</loc>", "/course/01-first.html<", "/course/part/02-second.html<", "/course/ja/<", "/course/ja/01-first.html<"] {
            #expect(map.contains("https://example.org" + address), "\(map)")
        }
    }

    @Test func translationsKnowTheirOriginals() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        #expect(try course.page("01-first.html").contains("<a href=\"ja/01-first.html\" hreflang=\"ja\" lang=\"ja\">日本語</a>"))
        let note = try #require(try course.site().notes.first)
        let version = try #require(note.split(separator: "`").first { $0.hasPrefix("original: ") }?.dropFirst("original: ".count))
        let path = course.folder.appending(path: "Notebooks/ja/01-first.md")
        func write(_ version: String) throws { try Data("---\nlang: ja\noriginal: \(version)\n---\n# はじめ\n".utf8).write(to: path) }
        try write(String(version))
        #expect(try course.site().notes.isEmpty)
        #expect(try !course.page("ja/01-first.html").contains("class=\"older\""))
        try write("00000000")
        #expect(try course.site().notes.count == 1)
        #expect(try course.page("ja/01-first.html").contains("この翻訳は原文より古い版です。"))
        #expect(try course.page("01-first.html").contains("older than its original"))
    }

    @Test func notebooksGoAlongWithTheirOutputs() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        let notebook = try JSON(text: try course.page("01-first.ipynb"))
        let kinds = (notebook["cells"]?.array ?? []).flatMap { $0["outputs"]?.array ?? [] }.compactMap { $0["output_type"]?.string }
        #expect(kinds == ["stream", "execute_result", "display_data"])
    }

    @Test func aCourseMayChangeTheLook() throws {
        let course = try ScratchCourse([
            "Notebooks/a.md": "# A\n", "site/theme/tree.mustache": "<li class=\"mine\">{{title}}</li>", "site/theme/extra.css": ".mine { color: red }",
        ])
        defer { course.remove() }
        #expect(try course.page("a.html").contains("<li class=\"mine\">A</li>"))
        let site = try course.site()
        let css = try #require(site.paths.first { $0.hasSuffix(".css") })
        #expect(String(decoding: try site.file(css) ?? Data(), as: UTF8.self).hasSuffix(".mine { color: red }"))
    }
}
