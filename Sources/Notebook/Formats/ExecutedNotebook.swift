// ExecutedNotebook: a notebook with what its cells put out, as an `.ipynb` file.

/// Writes executed notebooks for Jupyter.
public enum ExecutedNotebook {
    /// The notebook as the text of an `.ipynb` file. Drawings are kept as SVG.
    public static func text(of executed: ExecutedDocument) -> String {
        let document = executed.document
        var parts = document.file.hasSuffix(".md") ? MarkdownText.parts(of: document).parts : PercentScript.parts(of: document.text)
        let results = Dictionary(zip(document.cells.map(\.line), executed.results)) { first, _ in first }
        for index in parts.indices {
            guard case .code = parts[index].content, let result = results[parts[index].line] else { continue }
            parts[index].outputs = result.outputs.map(output)
        }
        return JupyterNotebook.text(of: parts)
    }

    private static func output(_ output: Output) -> JSON {
        switch output {
        case .text(let text): ["name": "stdout", "output_type": "stream", "text": .string(text)]
        case .warning(let text): ["name": "stderr", "output_type": "stream", "text": .string(text)]
        case .result(let text):
            ["data": ["text/plain": .string(text)], "execution_count": .null, "metadata": [:], "output_type": "execute_result"]
        case .figure(let figure):
            ["data": ["image/svg+xml": .string(figure.svg), "text/plain": .string(figure.title)], "metadata": [:], "output_type": "display_data"]
        case .expectedError(let message):
            ["ename": .string(String(message.prefix { $0 != ":" })), "evalue": .string(String(message.drop { $0 != ":" }.dropFirst(2))),
             "output_type": "error", "traceback": []]
        }
    }
}
