// BrowserTests: a built site in a real browser, opened from its folder as a reader would.
import Foundation
import Notebook
import Site
import Testing

@Suite(.serialized, .enabled(if: Browser.program != nil, "Chromium is not installed"))
struct BrowserTests {
    private let course: ScratchCourse
    private let root: URL
    private let browser: Browser

    init() throws {
        course = try ScratchCourse.full()
        let reference = [ReferenceModule(name: "torch", entries: [.init(name: "ones", signature: "ones(*size)", doc: "Ones.", example: "")])]
        root = URL(filePath: try course.site(reference: reference).write()).deletingLastPathComponent()
        browser = try Browser()
    }

    private func open(_ page: String) throws { try browser.open(URL(string: root.absoluteString + page)!) }

    /// The page's text after the search box has answered.
    private func search(_ words: String) throws -> [String] {
        try browser.press("k", code: 75, control: true)
        try browser.type(words)
        let found = try browser.value("""
            new Promise((done) => {
              const look = () => {
                const rows = [...document.querySelectorAll("#found li")];
                if (rows.length) done(rows.map((row) => row.textContent)); else setTimeout(look, 20);
              };
              look();
            })
            """)
        return found.array?.compactMap(\.string) ?? []
    }

    @Test func pagesLoadWithoutErrorsAndAskNobody() throws {
        for page in ["index.html", "01-first.html", "part/02-second.html", "ja/01-first.html", "reference/torch.html", "old/first.html"] { try open(page) }
        #expect(browser.errors.isEmpty, "\(browser.errors)")
        #expect(browser.requests.allSatisfy { $0.hasPrefix("file:") || $0.hasPrefix("data:") || $0 == "about:blank" }, "\(browser.requests)")
        course.remove()
    }

    @Test func searchFindsWordsAndOpensTheirPage() throws {
        try open("index.html")
        let rows = try search("gradi")
        #expect(rows.count == 1 && rows[0].hasPrefix("First steps"), "\(rows)")
        try browser.press("Enter", code: 13)
        let path = try browser.value("new Promise((done) => setTimeout(() => done(location.pathname), 800))")
        #expect(path.string?.hasSuffix("/01-first.html") == true, "\(path)")
        course.remove()
    }

    @Test(arguments: [("勾配", "はじめの一歩"), ("かたかな", "はじめの一歩"), ("ヒラガナ", "はじめの一歩"), ("ｸﾞﾗﾌ", "はじめの一歩 › 自動微分"), ("微分", "はじめの一歩 › 自動微分")])
    func searchFindsJapanese(words: String, title: String) throws {
        try open("ja/01-first.html")
        let rows = try search(words)
        #expect(rows.first?.hasPrefix(title) == true, "\(rows)")
        course.remove()
    }

    @Test func theColoursCanBeChosenAndStay() throws {
        func ground() throws -> String { try browser.value("getComputedStyle(document.body).backgroundColor").string ?? "" }
        try browser.prefer("light")
        try open("01-first.html")
        let light = try ground()
        try browser.prefer("dark")
        let dark = try ground()
        #expect(light != dark)
        _ = try browser.value("document.querySelector('button.theme').click()")
        #expect(try ground() == light)
        try open("part/02-second.html")
        #expect(try ground() == light)
        course.remove()
    }

    @Test func theKeyboardReachesEverythingInOrder() throws {
        try open("01-first.html")
        var names: [String] = []
        for _ in 0..<12 {
            try browser.press("Tab", code: 9)
            names.append(try browser.value("document.activeElement.className || document.activeElement.tagName").string ?? "")
        }
        #expect(names.first == "skip" && names.contains("home") && names.contains("INPUT") && names.contains("theme"), "\(names)")
        course.remove()
    }

    private static let pages = ["index.html", "01-first.html", "part/02-second.html", "ja/index.html", "ja/01-first.html", "reference/index.html",
                                "reference/torch.html"]

    /// The rules of WCAG that a machine can check; those of axe-core, too, where AXE names its `axe.min.js`.
    @Test(arguments: [("light", 1280), ("dark", 390)])
    func everyPageCanBeUsedByEverybody(scheme: String, width: Int) throws {
        let browser = try Browser(width: width, height: 900)
        try browser.prefer(scheme)
        let axe = try ProcessInfo.processInfo.environment["AXE"].map { try String(contentsOfFile: $0, encoding: .utf8) }
        for page in BrowserTests.pages {
            try browser.open(URL(string: root.absoluteString + page)!)
            let faults = try browser.value(AccessibilityRules.faults).array?.compactMap(\.string)
            #expect(faults == [], "\(page) in \(scheme), \(width) wide")
            guard let axe else { continue }
            _ = try browser.value(axe + ";0")
            let violations = try browser.value(
                "axe.run({ preload: false }).then((result) => result.violations.map((rule) => rule.id + ': ' + rule.nodes[0].html))")
            #expect(violations.array?.compactMap(\.string) == [], "\(page) in \(scheme), \(width) wide, by axe-core")
        }
        course.remove()
    }

    @Test func aFormulaKeepsItsComma() throws {
        try open("01-first.html")
        let words = try browser.value("[...document.querySelectorAll('.stay')].map((node) => node.textContent.trim().slice(-1))")
        #expect(words.array?.compactMap(\.string) == ["."])
        course.remove()
    }

    @Test func aWideDrawingScrollsBeforeItsWordsGetTooSmall() throws {
        let phone = try Browser(width: 390, height: 800)
        try phone.open(URL(string: root.absoluteString + "01-first.html")!)
        let widths = try phone.value("(() => { const box = document.querySelector('.drawing'); return [box.clientWidth, box.firstChild.clientWidth]; })()")
        let sizes = widths.array?.compactMap(\.int) ?? []
        #expect(sizes.count == 2 && sizes[1] >= 480 && sizes[1] > sizes[0], "\(sizes)")
        course.remove()
    }

    @Test func nothingIsWiderThanAPhone() throws {
        let phone = try Browser(width: 390, height: 800)
        for page in ["index.html", "01-first.html", "reference/torch.html"] {
            try phone.open(URL(string: root.absoluteString + page)!)
            let widths = try phone.value("[document.documentElement.scrollWidth, innerWidth]").array?.compactMap(\.int) ?? []
            #expect(widths.count == 2 && widths[0] <= widths[1], "\(page): \(widths)")
        }
        course.remove()
    }
}
