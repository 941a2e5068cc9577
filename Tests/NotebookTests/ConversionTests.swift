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
        #expect(conversion.text == "```tensor\nprint(1)\n2\n```\n")
        #expect(conversion.record?.cells.map(\.lines) == [["| 1", "| 2"]])
        #expect(conversion.losses.count == 2)
        let back = try Conversion(conversion.text, file: "a.md", target: "b.ipynb", record: conversion.record ?? Record())
        #expect(back.text.contains(#""text": "1\n2\n""#))
    }

    @Test func scriptsKeepProseAndOptions() throws {
        let script = try Conversion("---\ntitle: T\n---\n\n# A\n\n```tensor id=a\nx\n```\n", file: "a.md", target: "a.py").text
        #expect(script == "# %% [raw]\n# ---\n# title: T\n# ---\n\n# %% [markdown]\n# # A\n\n# %% id=a\nx\n")
        #expect(try DocumentReader.read(text: script, file: "a.py").title == "T")
    }
}
