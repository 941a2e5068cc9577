// ScratchCourse: a small course in a folder of its own, for tests of whole sites.
import Foundation
import Notebook
import Site

/// A small course in a folder of its own. Its cells are not executed; results are made up.
struct ScratchCourse {
    let folder = FileManager.default.temporaryDirectory.appending(path: "litgrad-course-\(UUID().uuidString)")

    /// Writes files by their paths.
    init(_ files: [String: String]) throws {
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// The site of the course; every cell printed a line and drew a figure.
    func site(reference: [ReferenceModule] = []) throws -> SiteBuilder {
        let course = try Course(folder: folder.path)
        let results = course.documents.map { document in
            document.cells.map { cell in
                let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 9\" width=\"900\" height=\"11\" role=\"img\" aria-labelledby=\"\(cell.id)-t\">"
                    + "<title id=\"\(cell.id)-t\">A figure</title><path d=\"M0 0L9 9\"/></svg>"
                let table = FigureOutput.Table(name: "line", columns: ["x", "y"], rows: [[0, 1], [1, .nan]])
                return CellResult(id: cell.id, ending: .finished, outputs: [
                    .text("printed\n"), .result("tensor(1.)"), .figure(FigureOutput(title: "A figure", svg: svg, tables: [table])),
                ])
            }
        }
        return try SiteBuilder(course: course, results: results, reference: reference)
    }

    func page(_ path: String) throws -> String { String(decoding: try site().file(path) ?? Data(), as: UTF8.self) }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A course with every kind of page and every kind of block, in two languages.
    static func full() throws -> ScratchCourse {
        try ScratchCourse([
            "site/site.yml": """
                title: A course
                description: What it teaches.
                url: https://example.org/course
                edit: https://example.org/edit/
                translations: [ja]
                reference: true
                redirects: {old/first.html: Notebooks/01-first.md}
                """,
            "site/index.md": "# A course\n\nWhat it teaches.\n\n```tensor\n1\n```\n\n## Why\n\n- **One.** First.\n- **Two.** Second.\n",
            "site/index.ja.md": "---\ntitle: ある講座\n---\n# ある講座\n",
            "Notebooks/01-first.md": """
                ---
                description: The first one.
                ---
                # First steps

                A gradient [next](part/02-second.md#deeper) and $x^2$.[^1]

                ```tensor id=one
                x = torch.ones(3)
                ```

                ## A table

                | | a | b |
                |---|---|--:|
                | one | 1 | 2 |

                ```python
                a_line_that_is_longer_than_a_phone_is_wide = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]
                ```

                $$\\sum_{i=1}^{n} x_i = x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 + x_{10} + x_{11} + x_{12}$$

                > [!NOTE]
                > Read this.

                ![a drawing](pictures/net.svg)

                [^1]: A note.
                """,
            "Notebooks/part/02-second.md": "# Second\n\n## Deeper\n\nBack to [the cell](../01-first.md#one).\n\n```tensor fold\nprint(1)\n```\n",
            "Notebooks/ja/01-first.md": "---\nlang: ja\n---\n# はじめの一歩\n\n勾配とテンソルを学びます。カタカナもひらがなも同じです。\n\n## 自動微分\n\nグラフを記録します。\n",
            "Notebooks/pictures/net.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ])
    }
}
