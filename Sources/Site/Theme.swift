// Theme: the look of the pages: templates, style sheet, script. The files lie in Theme/ and are embedded by CTheme.
import CTheme
import Mustache

/// The look of the pages.
enum Theme {
    /// The style sheet of all pages.
    static let css = files["theme.css"] ?? ""
    /// The script of all pages.
    static let js = files["theme.js"] ?? ""

    /// The files in the order in which CTheme.c embeds them.
    private static let names = [
        "404.mustache", "cell.mustache", "head.mustache", "header.mustache", "index.mustache", "outputs.mustache", "page.mustache",
        "tree.mustache", "theme.css", "theme.js",
    ]

    private static let files: [String: String] = {
        let bytes = UnsafeRawBufferPointer(start: theme_texts(), count: theme_length())
        let texts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        return Dictionary(zip(names, texts)) { first, _ in first }
    }()

    /// The parsed templates, made when the first page is written.
    private static let library: Result<MustacheLibrary, any Error> = Result {
        var library = MustacheLibrary()
        for (name, text) in files where name.hasSuffix(".mustache") {
            try library.register(MustacheTemplate(string: text), named: String(name.dropLast(".mustache".count)))
        }
        return library
    }

    /// Fills the template of a name: "page", "index", "404", "cell".
    /// - Throws: where a template does not parse.
    static func render(_ view: Any, template: String) throws -> String {
        try library.get().render(view, withTemplate: template) ?? ""
    }
}
