// FormatTests: JSON, `.ipynb`, percent scripts, quantities, suggestions.
import Notebook
import Testing

@Suite struct FormatTests {
    @Test func jsonKeepsOrderAndDigits() throws {
        let text = #"{"b":[1.50,-2e3,null,true,"a\"\n\u00e9\ud83d\ude00"],"a":{}}"#
        let value = try JSON(text: text)
        #expect(value.compact == #"{"b":[1.50,-2e3,null,true,"a\"\né😀"],"a":{}}"#)
        #expect(try JSON(text: value.pretty) == value)
    }

    @Test(arguments: [
        ("{\"a\" 1}", 1, 6), ("[1,\n2,]", 2, 3), ("", 1, 1), ("[1] 2", 1, 5), ("\"a", 1, 3), ("[+1]", 1, 2),
        (String(repeating: "[", count: 600), 1, 513),
    ])
    func jsonMistakesArePlaced(text: String, line: Int, column: Int) {
        do {
            _ = try JSON(text: text)
            Issue.record("accepted \(text)")
        } catch let error as JSONError {
            #expect(error.line == line && error.column == column, "\(error)")
        } catch {}
    }

    @Test func percentScriptsHaveCellsAndProse() throws {
        let script = "# %% [markdown]\n# # Title\n#\n# Words.\n\n# %% id=a\nx = 1\n\n# %% a title\nx\n"
        let document = try DocumentReader.read(text: script, file: "a.py")
        #expect(document.title == "Title")
        #expect(document.cells.map(\.id) == ["a", "title-2"])
        #expect(document.cells.map(\.line) == [7, 10])
        #expect(document.cells.map(\.source) == ["x = 1\n", "x\n"])
        #expect(try DocumentReader.read(text: "x = 1\n\nx\n", file: "a.py").cells.map(\.source) == ["x = 1\n\nx\n"])
    }

    @Test func jupyterNotebooksAreRead() throws {
        let text = #"""
            {"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Title\n", "Words."]},
              {"cell_type": "raw", "metadata": {}, "source": "x"},
              {"cell_type": "code", "metadata": {"tags": ["hide-input"]}, "execution_count": 3, "outputs": [], "source": ["a = 1\n", "a"]}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 2}
            """#
        let document = try DocumentReader.read(text: text, file: "a.ipynb")
        #expect(document.title == "Title")
        #expect(document.cells.map(\.source) == ["a = 1\na\n"])
        #expect(document.cells[0].options.hide == .code)
        #expect(throws: Problems.self) { try DocumentReader.read(text: "{}", file: "a.ipynb") }
    }

    @Test(arguments: [("90", 90.0), ("90s", 90), ("500ms", 0.5), ("5m", 300), ("1.5h", 5400)])
    func durations(text: String, seconds: Double) { #expect(Quantity.seconds(text) == seconds) }

    @Test(arguments: ["", "s", "-1", "0", "nan", "inf", "5 m"])
    func noDurations(text: String) { #expect(Quantity.seconds(text) == nil) }

    @Test(arguments: [("4096", 4096), ("1KiB", 1024), ("2GB", 2_000_000_000), ("1B", 1)])
    func sizes(text: String, bytes: Int) { #expect(Quantity.bytes(text) == bytes) }

    @Test(arguments: [("titel", "title"), ("timout", "timeout"), ("rtool", "rtol")])
    func suggestions(word: String, meant: String) {
        #expect(suggestion(for: word, among: ["title", "timeout", "rtol", "atol"]) == meant)
        #expect(suggestion(for: "completely", among: ["title"]) == nil)
    }
}
