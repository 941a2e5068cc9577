// Conversion: a notebook of one format as a file of another.

/// A notebook turned into another format, with what could not be taken along.
public struct Conversion {
    /// The text of the new file.
    public private(set) var text = ""
    /// The outputs that came with the notebook, as a record for the new file; nil where there were none.
    public private(set) var record: Record?
    /// What was lost, one sentence each.
    public private(set) var losses: [String] = []

    /// Converts the text of `file` for a file named `target`; their endings say the formats. `record` holds the notebook's
    /// recorded outputs, which an `.ipynb` takes along. Throws `Problems`.
    public init(_ text: String, file: String, target: String, record: Record = Record()) throws {
        var parts: [Part]
        if file.hasSuffix(".md") {
            let document = try DocumentReader.read(text: text, file: file)
            let cut = MarkdownText.parts(of: document)
            parts = cut.parts
            if cut.nested > 0 { losses.append("\(cut.nested) cells inside lists or quotes stay in the prose") }
            addOutputs(record, of: document, to: &parts)
        } else if file.hasSuffix(".ipynb") {
            parts = try JupyterNotebook.parts(of: text, file: file)
        } else {
            parts = PercentScript.parts(of: text)
        }
        if !target.hasSuffix(".ipynb"), file.hasSuffix(".ipynb") { losses += JupyterNotebook.losses(of: text) }
        if target.hasSuffix(".md") {
            self.text = MarkdownText.text(of: parts)
            try takeOutputs(of: parts, file: target)
        } else if target.hasSuffix(".ipynb") {
            self.text = JupyterNotebook.text(of: parts)
        } else {
            self.text = PercentScript.text(of: parts)
            if parts.contains(where: { !$0.outputs.isEmpty }) { losses.append("outputs have no place in a script") }
        }
    }

    /// Recorded text becomes the outputs of the cells it was recorded from.
    private func addOutputs(_ record: Record, of document: Document, to parts: inout [Part]) {
        let ids = Dictionary(document.cells.map { ($0.line, $0.id) }) { first, _ in first }
        for index in parts.indices {
            guard case .code = parts[index].content, let id = ids[parts[index].line], let cell = record.cell(id) else { continue }
            let text = cell.lines.filter { $0.hasPrefix("| ") }.map { $0.dropFirst(2) + "\n" }.joined()
            guard !text.isEmpty else { continue }
            parts[index].outputs = [["name": "stdout", "output_type": "stream", "text": .string(text)]]
        }
    }

    /// The stored outputs of code cells become a record; pictures and HTML are counted as lost.
    private mutating func takeOutputs(of parts: [Part], file: String) throws {
        guard parts.contains(where: { !$0.outputs.isEmpty }) else { return }
        let document = try DocumentReader.read(text: text, file: file)
        var lost = 0
        let codes = parts.filter { if case .code = $0.content { true } else { false } }
        let results = zip(document.cells, codes).map { cell, part in
            CellResult(id: cell.id, ending: .finished, outputs: part.outputs.compactMap { output in
                let read = Conversion.output(output)
                if read == nil { lost += 1 }
                return read
            })
        }
        if lost > 0 { losses.append("\(lost) pictures, tables or widgets among the outputs") }
        guard results.count == document.cells.count else { return }
        record = RecordCheck(ExecutedDocument(document: document, results: results), with: Record()).accepted()
    }

    private static func output(_ output: JSON) -> Output? {
        switch output["output_type"]?.string {
        case "stream": output["text"]?.joinedLines.map { output["name"]?.string == "stderr" ? .warning($0) : .text($0) }
        case "execute_result", "display_data": output["data"]?["text/plain"]?.joinedLines.map(Output.result)
        case "error": .expectedError("\(output["ename"]?.string ?? ""): \(output["evalue"]?.string ?? "")")
        default: nil
        }
    }
}
