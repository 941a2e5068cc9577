// Theme: the look of the pages: templates, style sheet, scripts. The files lie in Theme/ and are embedded by CTheme.
import CTheme
import Foundation
import Mustache
import Notebook

/// The look of the pages.
struct Theme: Sendable {
    /// Where a course keeps its own look, relative to its folder.
    static let folder = "site/theme"

    /// The files in the order in which CTheme.c embeds them.
    private static let names = [
        "404.mustache", "cell.mustache", "head.mustache", "header.mustache", "index.mustache", "outputs.mustache", "page.mustache",
        "redirect.mustache", "reference.mustache", "tree.mustache", "icon.svg", "theme.css", "theme.js", "live.js",
    ]

    private static let embedded: [String: String] = {
        let bytes = UnsafeRawBufferPointer(start: theme_texts(), count: theme_length())
        let texts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        return Dictionary(zip(names, texts)) { first, _ in first }
    }()

    /// The look of courses that change nothing; its templates are parsed once.
    private static let standard: Result<Theme, any Error> = Result { try Theme(files: embedded) }

    private let files: [String: String]
    private let library: MustacheLibrary

    private init(files: [String: String]) throws {
        self.files = files
        var library = MustacheLibrary()
        for (name, text) in files where name.hasSuffix(".mustache") {
            try library.register(MustacheTemplate(string: text), named: String(name.dropLast(".mustache".count)))
        }
        self.library = library
    }

    /// The look of a course: a file in its theme folder takes the place of ours of the same name; `extra.css` is added to the style sheet.
    /// Nil: the look of pages without a course.
    /// - Throws: where a template does not parse, or a file lies outside the course.
    init(course: String?) throws {
        var files = Theme.embedded
        func own(_ name: String) throws -> String? {
            guard let course, let data = FileManager.default.contents(atPath: course + "/" + Theme.folder + "/" + name) else { return nil }
            if let problem = Course.problem(withFile: Theme.folder + "/" + name, in: course) { throw Problems([problem]) }
            return String(decoding: data, as: UTF8.self)
        }
        for name in Theme.names { if let text = try own(name) { files[name] = text } }
        if let text = try own("extra.css") { files["theme.css", default: ""] += text }
        self = files == Theme.embedded ? try Theme.standard.get() : try Theme(files: files)
    }

    /// The mark of the course, as browsers show it beside a page's title.
    var icon: String { files["icon.svg"] ?? "" }

    /// The style sheet of all pages.
    var css: String { files["theme.css"] ?? "" }

    /// The script of all pages; pages of a preview also watch for changes.
    func script(isLive: Bool) -> String { (files["theme.js"] ?? "") + (isLive ? files["live.js"] ?? "" : "") }

    /// Fills the template of a name, such as "page" or "cell".
    func render(_ view: Any, template: String) throws -> String { library.render(TemplateValues.of(view) ?? [:], withTemplate: template) ?? "" }
}
