// SidebarTests: the list beside a page names every lesson, marks the page's own, and keeps other parts of a long course closed.
import Foundation
import Testing

@Suite struct SidebarTests {
    /// A course of three parts with so many lessons each.
    private func course(_ count: Int) throws -> ScratchCourse {
        var files = ["Notebooks/02-part/index.md": "# Second part\n"]
        for part in 1...3 {
            for lesson in 1...count { files["Notebooks/0\(part)-part/\(lesson).md"] = "# Lesson \(part).\(lesson)\n" }
        }
        return try ScratchCourse(files)
    }

    private func list(_ page: String) throws -> String {
        let start = try #require(page.firstRange(of: "<nav id=\"menu\""))
        let end = try #require(page[start.upperBound...].firstRange(of: "</nav>"))
        return String(page[start.lowerBound..<end.lowerBound])
    }

    @Test func aShortListIsOpen() throws {
        let course = try course(3)
        defer { course.remove() }
        let list = try list(course.page("01-part/2.html"))
        #expect(list.ranges(of: "<li>").count == 12)
        #expect(list.contains("<a href=\"2.html\" aria-current=\"page\">Lesson 1.2</a>"))
        #expect(list.contains("<span>Part</span>") && list.contains("<a href=\"../02-part/index.html\">Second part</a><ul>"))
        #expect(list.contains("<a href=\"../03-part/3.html\">Lesson 3.3</a>"))
        #expect(list.ranges(of: "aria-current").count == 1 && !list.contains("\u{0}"))
        #expect(try self.list(course.page("02-part/index.html")).contains("<a href=\"index.html\" aria-current=\"page\">Second part</a><ul>"))
    }

    @Test func otherPartsOfALongListAreClosed() throws {
        let course = try course(80)
        defer { course.remove() }
        let list = try list(course.page("01-part/2.html"))
        #expect(list.ranges(of: "<li>").count == 83)
        #expect(list.contains("<a href=\"2.html\" aria-current=\"page\">Lesson 1.2</a>") && !list.contains("Lesson 2."))
        #expect(list.contains("<a href=\"../02-part/index.html\">Second part</a></li>"))
        #expect(list.contains("<a href=\"../03-part/1.html\">Part</a></li>"))
    }
}
