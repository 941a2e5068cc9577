// PageTests: what holds for every page — landmarks, headings, names of things, links, weight.
import Foundation
import Site
import Testing

@Suite struct PageTests {
    private static let reference = [
        ReferenceModule(name: "torch", entries: [.init(name: "ones", signature: "ones(*size)", doc: "Ones.", example: "torch.ones(2)")]),
        ReferenceModule(name: "torch.Tensor", entries: (0..<104).map { number in
            // Names of every letter; each is there twice, as an overload.
            let name = "\(Character(UnicodeScalar(UInt8(97 + number % 26))))_function\(number / 52)"
            let signature = "\(name)(input, other=None, *, dtype=None, layout=None, device=None, requires_grad=False, generator=None)"
            return .init(name: name, signature: signature, doc: "What it does, in one sentence of the usual length.", example: "x.\(name)(2)")
        }),
    ]

    /// Every page of a course with all kinds of pages.
    private func pages() throws -> [(path: String, html: String)] {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        let site = try course.site(reference: PageTests.reference)
        return try site.paths.filter { $0.hasSuffix(".html") }.map { ($0, String(decoding: try site.file($0) ?? Data(), as: UTF8.self)) }
    }

    private func matches(_ pattern: String, in html: String) -> [String] {
        guard let regex = try? Regex<(Substring, Substring)>(pattern, as: (Substring, Substring).self) else { return [] }
        return html.matches(of: regex).map { String($0.output.1) }
    }

    @Test func everyPageHasLandmarksAndOneTitle() throws {
        for (path, html) in try pages() {
            #expect(matches("<html lang=\"([^\"]+)\"", in: html).count == 1, "\(path)")
            #expect(matches("<(main) ", in: html).count == 1 && matches("<(header)", in: html).count == 1, "\(path)")
            #expect(matches("<h1[^>]*>([^<]*)", in: html).count == 1, "\(path)")
            #expect(!(matches("<title>([^<]+)</title>", in: html).first ?? "").isEmpty, "\(path)")
            #expect(html.contains("class=\"skip\" href=\"#main\"") || path.hasPrefix("old/"), "\(path)")
            for tag in matches("<nav([^>]*)>", in: html) { #expect(tag.contains("aria-label"), "\(path): a nav without a name") }
        }
    }

    @Test func headingsSkipNoLevel() throws {
        for (path, html) in try pages() {
            var last = 0
            for level in matches("<h([1-6])", in: html).compactMap({ Int($0) }) {
                #expect(level <= last + 1, "\(path): h\(level) after h\(last)")
                last = level
            }
        }
    }

    @Test func everyIdIsUsedOnce() throws {
        for (path, html) in try pages() {
            let ids = matches(" id=\"([^\"]*)\"", in: html)
            #expect(Set(ids).count == ids.count, "\(path)")
            for name in matches("aria-labelledby=\"([^\"]*)\"", in: html).flatMap({ $0.split(separator: " ") }) {
                #expect(ids.contains(String(name)), "\(path): \(name) names nothing")
            }
        }
    }

    @Test func picturesAndFieldsHaveNames() throws {
        for (path, html) in try pages() {
            for tag in matches("<img([^>]*)>", in: html) { #expect(tag.contains("alt="), "\(path)") }
            for tag in matches("<input([^>]*)>", in: html) { #expect(tag.contains("aria-label=") || tag.contains("checkbox"), "\(path)") }
            for tag in matches("<svg([^>]*)>", in: html) { #expect(tag.contains("aria-hidden") || tag.contains("aria-labelledby"), "\(path)") }
            for tag in matches("<button([^>]*)>", in: html) { #expect(tag.contains("aria-label="), "\(path)") }
        }
    }

    @Test func everyLinkLeadsToAFileAndAnAnchor() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        let site = try course.site(reference: PageTests.reference)
        let pages = Dictionary(uniqueKeysWithValues: try self.pages().map { ($0.path, $0.html) })
        for (path, html) in pages {
            let folder = path.split(separator: "/").dropLast().map(String.init)
            for link in matches("(?:href|src|data-index)=\"([^\"]*)\"", in: html) where Links.scheme(of: link) == nil {
                let file = link.prefix { $0 != "#" }
                var parts = folder
                for part in file.split(separator: "/") { if part == ".." { parts.removeLast() } else { parts.append(String(part)) } }
                let target = file.isEmpty ? path : parts.joined(separator: "/")
                #expect(site.paths.contains(target), "\(path) links to \(link)")
                let anchor = link.dropFirst(file.count + 1)
                guard !anchor.isEmpty, target.hasSuffix(".html") else { continue }
                #expect(pages[target]?.contains(" id=\"\(anchor)\"") == true, "\(path) links to \(link)")
            }
        }
    }

    @Test func nothingIsLoadedFromElsewhere() throws {
        // The page for wrong addresses names the site's own, as it is shown anywhere; its style is in it.
        for (path, html) in try pages() {
            for source in matches("<(?:link[^>]*rel=\"stylesheet\"[^>]*href|script[^>]*src|img[^>]*src)=\"([^\"]*)\"", in: html) where path != "404.html" {
                #expect(Links.scheme(of: source) == nil, "\(path) loads \(source)")
            }
            #expect(html.contains("default-src &#39;none&#39;") && !html.contains(" onclick="), "\(path)")
        }
    }

    @Test func pagesAreLight() throws {
        let course = try ScratchCourse.full()
        defer { course.remove() }
        let site = try course.site()
        let shared = try site.paths.filter { $0.hasPrefix("theme-") }.map { try site.file($0)?.count ?? 0 }.reduce(0, +)
        #expect(shared <= 40_000, "\(shared) bytes of style and script")
        for (path, html) in try pages() { #expect(html.utf8.count <= PageTests.mostBytes, "\(path): \(html.utf8.count) bytes") }
    }

    /// What a page may weigh without what its cells put out.
    private static let mostBytes = 30_000

    /// The lessons of the course that comes with the program are as long as lessons get.
    @Test func theCoursesOwnPagesAreLight() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let site = try SiteBuilder(course: Course(folder: root.path))
        let pages = site.paths.filter { $0.hasSuffix(".html") }
        #expect(pages.count > 25)
        for path in pages {
            let bytes = try site.file(path)?.count ?? 0
            #expect(0 < bytes && bytes <= PageTests.mostBytes, "\(path): \(bytes) bytes")
        }
    }

    @Test func equalCoursesGiveEqualBytes() throws {
        #expect(try pages().map(\.html) == pages().map(\.html))
    }
}
