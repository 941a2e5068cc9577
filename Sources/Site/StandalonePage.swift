// StandalonePage: one executed notebook as one HTML file that needs no other.
import Notebook

/// One notebook as a page of its own: the style sheet is in it, there is no script and no navigation.
public struct StandalonePage {
    private let executed: ExecutedDocument

    /// Prepares the page of an executed notebook.
    public init(_ executed: ExecutedDocument) { self.executed = executed }

    /// The page loads nothing but pictures beside it.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; base-uri 'none'; form-action 'none'"

    /// The finished page.
    /// - Throws: where a template does not parse.
    public func html() throws -> String {
        let document = executed.document
        let theme = try Theme(course: nil)
        let lang = document.frontMatter.lang ?? "en"
        let content = try DocumentHTML(executed, links: Links(), theme: theme, ui: Words.of(lang))
        let about = document.frontMatter.description.map { "<meta name=\"description\" content=\"\(HTML.escape($0))\">\n" } ?? ""
        return """
            <!doctype html>
            <html lang="\(HTML.escape(lang))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(StandalonePage.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(HTML.escape(document.title))</title>
            \(about)<style>
            \(theme.css)
            </style>
            </head>
            <body class="lesson single">
            <main id="main">
            <article>
            \(content.html(document.blocks))\(content.footnotes)
            </article>
            </main>
            </body>
            </html>

            """
    }
}
