// ConversionTests: notebooks turn into other formats and back without losing a byte.
import Notebook
import Testing

@Suite struct ConversionTests {
    @Test(arguments: [
        "# A\n\nText *b*.\n\n```tensor id=a rtol=1e-2\nx = 1\n\ny\n```\n\nEnd.\n", "```tensor\n1\n```\n", "text\n",
        "---\ntitle: T\nrun: [python, tensor]\n---\n\n# A\n```python\n1\n```\n\n\n\n````tensor fold\n```\n````\nb\n",
        "\n\n# A\n\n```tensor\n```\n```tensor\n2\n```\n", "> q\n\n- a\n\n  ```tensor\n  nested\n  ```\n\n```tensor\n1\n```\n",
    ])
    func thereAndBackGivesTheSameBytes(markdown: String) throws {
        let notebook = try Conversion(markdown, file: "a.md", target: "a.ipynb").text
        #expect(try Conversion(notebook, file: "a.ipynb", target: "a.md").text == markdown)
        #expect(try Conversion(notebook, file: "a.ipynb", target: "b.ipynb").text == notebook)
        let script = try Conversion(markdown, file: "a.md", target: "a.py").text
        #expect(try Conversion(script, file: "a.py", target: "b.py").text == script)
    }

    @Test func outputsBecomeARecordAndBack() throws {
        let notebook = #"""
            {"cells": [{"cell_type": "code", "metadata": {}, "execution_count": 1, "source": "print(1)\n2",
             "outputs": [{"output_type": "stream", "name": "stdout", "text": ["1\n"]},
                         {"output_type": "execute_result", "data": {"text/plain": "2"}, "execution_count": 1, "metadata": {}},
                         {"output_type": "display_data", "data": {"image/png": "x"}, "metadata": {}}]},
             {"cell_type": "widget", "metadata": {}}],
             "metadata": {}, "nbformat": 4, "nbformat_minor": 0}
            """#
        let conversion = try Conversion(notebook, file: "a.ipynb", target: "a.md")
        #expect(conversion.text == "```tensor\nprint(1)\n2\n```\n\n<!-- notebook cell\n{\"cell_type\":\"widget\",\"metadata\":{}}\n-->\n")
        #expect(conversion.record?.cells.map(\.lines) == [["| 1", "| 2"]])
        #expect(conversion.losses == ["1 pictures, tables or widgets among the outputs"])
        let back = try Conversion(conversion.text, file: "a.md", target: "b.ipynb", record: conversion.record ?? Record())
        #expect(back.text.contains(#""text": "1\n2\n""#))
    }

    /// Notebooks of every minor format, as Jupyter wrote them: sources as texts and as lines, cells with and without ids.
    @Test(arguments: 0...5) func everyMinorFormatIsRead(minor: Int) throws {
        let id = minor >= 5 ? #""id": "a1b2","# : ""
        let tags = minor >= 1 ? #"{"tags": ["raises-exception"], "collapsed": true}"# : "{}"
        let notebook = """
            {"cells": [{\(id) "cell_type": "markdown", "metadata": {}, "source": "# T", "attachments": {"a.png": {"image/png": "x"}}},
             {\(id) "cell_type": "raw", "metadata": {"format": "text/latex"}, "source": ["a --> b\\n", "c"]},
             {\(id) "cell_type": "code", "metadata": \(tags), "execution_count": null, "outputs": [], "source": ["1/0"]}],
             "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": \(minor)}
            """
        let conversion = try Conversion(notebook, file: "a.ipynb", target: "a.md")
        #expect(conversion.text.hasPrefix("# T\n\n<!-- notebook cell\n{"))
        #expect(conversion.text.hasSuffix(minor >= 1 ? "```tensor raises=Exception\n1/0\n```\n" : "```tensor\n1/0\n```\n"))
        #expect(conversion.losses.count == (minor >= 1 ? 2 : 1))
        let back = try Conversion(conversion.text, file: "a.md", target: "a.ipynb").text
        #expect(back.contains(#""a --> b\n""#) && back.contains("text/latex"))
        #expect(try Conversion(back, file: "a.ipynb", target: "a.md").text == conversion.text)
        let script = try Conversion(notebook, file: "a.ipynb", target: "a.py").text
        #expect(try Conversion(script, file: "a.py", target: "a.ipynb").text.contains("text/latex"))
    }

    @Test func optionsBecomeTagsThatJupyterKnows() throws {
        let notebook = try Conversion("```tensor raises=TypeError hide=code\n1 + ''\n```\n", file: "a.md", target: "a.ipynb").text
        let tags = try JSON(text: notebook)["cells"]?.array?.first?["metadata"]?["tags"]?.array?.compactMap(\.string)
        #expect(tags == ["hide-input", "raises-exception"])
    }

    @Test func codeNeverClosesItsFence() throws {
        let notebook = #"{"cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": "x = '''\n```\n'''"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}"#
        let text = try Conversion(notebook, file: "a.ipynb", target: "a.md").text
        #expect(text == "````tensor\nx = '''\n```\n'''\n````\n")
        #expect(try DocumentReader.read(text: text, file: "a.md").cells.map(\.source) == ["x = '''\n```\n'''\n"])
    }

    @Test func scriptsKeepProseAndOptions() throws {
        let script = try Conversion("---\ntitle: T\n---\n\n# A\n\n```tensor id=a\nx\n```\n", file: "a.md", target: "a.py").text
        #expect(script == "# %% [raw]\n# ---\n# title: T\n# ---\n\n# %% [markdown]\n# # A\n\n# %% id=a\nx\n")
        #expect(try DocumentReader.read(text: script, file: "a.py").title == "T")
    }
}
