// CheckPage: the findings of `litgrad check` as a page, plots drawn over each other.
import Library
import Notebook
import Runtime

/// The findings as one HTML file that needs no other.
struct CheckPage {
    let notebooks: [CheckedNotebook]

    private static let style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        h2 { margin-top: 2.5rem; overflow-wrap: anywhere; }
        pre { overflow-x: auto; padding: .6rem; border: 1px solid #8886; border-radius: .4rem; }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 1rem; }
        .pair p, h3 { margin: .8rem 0 .2rem; }
        mark { background: #e6550d40; color: inherit; }
        svg { max-width: 100%; height: auto; }
        """

    /// The page.
    var html: String {
        let failed = notebooks.count { !$0.passes }
        let title = "litgrad check: \(notebooks.count - failed) passed, \(failed) failed"
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(CheckPage.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            \(notebooks.enumerated().map(section).joined())</main>
            </body>
            </html>

            """
    }

    private func section(_ number: Int, _ notebook: CheckedNotebook) -> String {
        var text = "<h2>\(Markup.escape(notebook.file))</h2>\n"
        if notebook.passes { return text + "<p>\(Markup.escape(notebook.summaryLine))</p>\n" }
        for problem in notebook.problems { text += "<pre>\(Markup.escape(problem.text))</pre>\n" }
        for (index, check) in notebook.differing.enumerated() { text += cell(check, id: "plot-\(number)-\(index)") }
        for orphan in notebook.orphans { text += "<p>The record of <code>\(Markup.escape(orphan))</code> has no cell.</p>\n" }
        return text
    }

    /// One cell: the verdict, both texts with the lines that differ marked, and the series of both drawn into one picture.
    private func cell(_ check: CellCheck, id: String) -> String {
        var text = "<h3>line \(check.cell.line - 1), cell <code>\(Markup.escape(check.cell.id))</code></h3>\n"
        text += "<p>\(Markup.escape(CheckedNotebook.words(check.verdict)))</p>\n"
        text += "<div class=\"pair\"><div><p>Recorded</p>\(lines(check.recorded, beside: check.fresh))</div>"
        text += "<div><p>Now</p>\(lines(check.fresh, beside: check.recorded))</div></div>\n"
        let pairs = zip(check.recorded, check.fresh).filter { $0.hasPrefix("  series ") && $1.hasPrefix("  series ") && $0 != $1 }
        for (index, pair) in pairs.enumerated() { text += overlay(pair.0, pair.1, id: "\(id)-\(index)") }
        return text
    }

    private func lines(_ lines: [String], beside others: [String]) -> String {
        let shown = lines.enumerated().map { index, line in
            let text = Markup.escape(line.hasPrefix("| ") ? String(line.dropFirst(2)) : line)
            return others.indices.contains(index) && others[index] == line ? text : "<mark>\(text)</mark>"
        }
        return "<pre>\(shown.joined(separator: "\n"))</pre>"
    }

    private func overlay(_ recorded: String, _ fresh: String, id: String) -> String {
        let curves = [("recorded", CheckPage.samples(recorded)), ("now", CheckPage.samples(fresh))]
        let values = curves.flatMap(\.1).filter(\.isFinite)
        guard let least = values.min(), let most = values.max() else { return "" }
        guard case .svg(_, let draw, _) = lossFigure(curves.map { ($0.0, $0.1) }, logarithmic: least > 0 && most >= 100 * least) else { return "" }
        return draw(id) + "\n"
    }

    /// The numbers after the colon of a recorded series.
    private static func samples(_ line: String) -> [Double] {
        guard let colon = line.lastIndex(of: ":") else { return [] }
        return line[line.index(after: colon)...].split(separator: " ").compactMap { Double($0) }
    }
}

/// Text made safe for a page.
private enum Markup {
    static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
