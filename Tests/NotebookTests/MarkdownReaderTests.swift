// MarkdownReaderTests: Markdown becomes prose and cells with their lines.
import Notebook
import Testing

@Suite struct MarkdownReaderTests {
    private func read(_ text: String) throws -> Document { try DocumentReader.read(text: text, file: "lesson.md") }

    private func problems(_ text: String) -> [Problem] {
        do { _ = try read(text) } catch let error as Problems { return error.all } catch {}
        return []
    }

    @Test func cellsKeepTheirLines() throws {
        let document = try read("# One\n\ntext\n\n```tensor\na = 1\na\n```\n\n- item\n\n  ```tensor id=inner\n  b = 2\n  ```\n")
        #expect(document.cells.map(\.source) == ["a = 1\na\n", "b = 2\n"])
        #expect(document.cells.map(\.line) == [6, 13])
        #expect(document.cells.map(\.indent) == [0, 2])
        #expect(document.cells.map(\.id) == ["one-1", "inner"])
    }

    @Test func onlyCellLanguagesRun() throws {
        let text = "```python\n1\n```\n```tensor\n2\n```\n```\n3\n```\n    4\n"
        #expect(try read(text).cells.map(\.source) == ["2\n"])
        #expect(try read("---\nrun: [python]\n---\n" + text).cells.map(\.source) == ["1\n"])
    }

    @Test func namesCountUnderTheirHeading() throws {
        let fence = "```tensor\n1\n```\n"
        let document = try read(fence + "## Hidden layer\n" + fence + "```tensor id=mine\n1\n```\n" + fence + "## Hidden layer\n" + fence)
        #expect(document.cells.map(\.id) == ["cell-1", "hidden-layer-1", "mine", "hidden-layer-3", "hidden-layer-1-1"])
    }

    @Test(arguments: [
        ("Überblick & Ziele", "überblick--ziele"), ("2.1 A *small* net", "21-a-small-net"), ("勾配降下法", "勾配降下法"), ("!!!", "section"),
    ])
    func slugs(heading: String, slug: String) throws {
        #expect(try read("# \(heading)\n").headings.map(\.slug) == [slug])
    }

    @Test func optionsAreRead() throws {
        let words = "id=\"hidden layer\" hide=code fold rtol=1e-2 timeout=5m memory=2GB raises=TypeError plot=log"
        let options = try read("```tensor \(words)\n1\n```\n").cells[0].options
        #expect(options.id == "hidden layer" && options.hide == .code && options.fold && options.rtol == 0.01)
        #expect(options.timeout == 300 && options.memory == 2_000_000_000 && options.raises == "TypeError" && options.plot == .log)
    }

    @Test func aWrongOptionIsPlacedAndCorrected() {
        let found = problems("text\n\n```tensor id=a rtool=3\n1\n```\n")
        #expect(found.map(\.message) == ["unknown cell option `rtool`"])
        #expect(found.first?.help == "did you mean `rtol`?")
        #expect(found.first?.position == Problem.Position(file: "lesson.md", line: 3, column: 16, endColumn: 23, quoted: "```tensor id=a rtool=3"))
        #expect(problems("```tensor hide=all\n```\n").map(\.message) == ["cell option `hide` takes `hide=code|output|cell`"])
        #expect(problems("```tensor fold=yes\n```\n").map(\.message) == ["cell option `fold` is a bare word without a value"])
    }

    @Test func repeatedNamesAreRefused() {
        let found = problems("```tensor id=a\n```\n\n```tensor id=a\n```\n")
        #expect(found.map(\.message) == ["two cells are named `a`; the other stands at line 1"])
    }

    @Test func frontMatterIsRead() throws {
        let document = try read("---\ntitle: Nets\nlang: ja\nkeywords: [a, b]\ntimeout: 90s\n---\n# Other\n")
        #expect(document.title == "Nets" && document.frontMatter.lang == "ja" && document.frontMatter.keywords == ["a", "b"])
        #expect(document.frontMatter.timeout == 90)
        #expect(document.headings[0].line == 7)
    }

    @Test func frontMatterMistakesArePlaced() {
        let unknown = problems("---\ntitle: a\ntimout: 3\n---\n")
        #expect(unknown.map(\.message) == ["unknown front matter key `timout`"])
        #expect(unknown.first?.position.line == 3)
        #expect(unknown.first?.help == "did you mean `timeout`?")
        #expect(problems("---\ntimeout: soon\n---\n").map(\.message) == ["`timeout` takes a duration"])
        #expect(problems("---\ntitle: [a\n---\n").count == 1)
        #expect(problems("---\ntitle: a\n").map(\.message) == ["the front matter that starts with `---` has no closing `---`"])
    }

    @Test func everyProblemIsFoundAtOnce() {
        #expect(problems("---\na: 1\nb: 2\n---\n```tensor x y\n```\n").count == 4)
    }

    @Test func formulasAreTheirOwn() throws {
        let blocks = try read("Let $a_1 * b_1$ and `$x$` cost \\$5 or $5 and 6$.\n\n$$\n\\sum_i x_i\n$$\n\n```math\ny^2\n```\n").blocks
        guard case .paragraph(let words) = blocks[0] else { Issue.record("no paragraph"); return }
        #expect(words.contains(.math("a_1 * b_1")))
        #expect(words.contains(.code("$x$")))
        #expect(Array(blocks[1...]) == [.math("\n\\sum_i x_i\n"), .math("y^2\n")])
    }

    @Test func calloutsTablesAndFootnotes() throws {
        let document = try read("> [!TIP]\n> Use it.\n\n| a | b |\n|:--|--:|\n| 1 | **2** |\n\nText[^n].\n\n[^n]: A note.\n")
        #expect(document.blocks[0] == .callout(.tip, [.paragraph([.text("Use it.")])]))
        guard case .table(let table) = document.blocks[1] else { Issue.record("no table"); return }
        #expect(table.alignments == [.left, .right])
        #expect(table.rows == [[[.text("1")], [.strong([.text("2")])]]])
        #expect(document.blocks[2] == .paragraph([.text("Text"), .footnote(1), .text(".")]))
        #expect(document.footnotes.map(\.number) == [1])
        #expect(document.footnotes.first?.content == [.paragraph([.text("A note.")])])
    }

    @Test func lineEndsOfWindowsAreLineEnds() throws {
        #expect(try read("# A\r\n\r\n```tensor\r\n1\r\n```\r\n").cells.map(\.source) == ["1\n"])
    }

    @Test(arguments: ["```tensor", "> - > ```tensor\nx", "$", "$$", "$$$$", "---", "\u{0}", "[^a]: [^a]", "| |\n|-|", "# \u{E000}7\u{E001}"])
    func anyTextIsRead(text: String) { _ = problems(text) }
}
