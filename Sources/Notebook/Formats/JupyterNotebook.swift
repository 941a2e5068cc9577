// JupyterNotebook: `.ipynb` files, nbformat 4.0 to 4.5.

/// Reads and writes `.ipynb` files.
enum JupyterNotebook {
    /// The parts of a notebook. Throws `Problems` where the text is no notebook of format 4.
    static func parts(of text: String, file: String) throws -> [Part] {
        func problem(_ message: String, line: Int = 1, column: Int = 1) -> Problems {
            Problems([Problem(.configuration, message, at: Problem.Position(file: file, line: line, column: column))])
        }
        let notebook: JSON
        do {
            notebook = try JSON(text: text)
        } catch let error as JSONError {
            throw problem("not JSON: \(error.message)", line: error.line, column: error.column)
        }
        guard notebook["nbformat"]?.int == 4, let cells = notebook["cells"]?.array else {
            throw problem("not a notebook of format 4 (nbformat 4.0 to 4.5)")
        }
        return cells.map(part)
    }

    private static func part(_ cell: JSON) -> Part {
        guard let source = cell["source"]?.joinedLines else { return Part(content: .unknown(cell)) }
        let ours = cell["metadata"]?["litgrad"]
        let blanks = ours?["blanksBefore"]?.int
        switch cell["cell_type"]?.string {
        case "markdown": return Part(content: .prose(source.trimmingEmptyLines), blanksBefore: blanks)
        case "code":
            let fence = ours?["fence"]?.string ?? Part.fence(info: info(fromTags: cell["metadata"]?["tags"]?.array ?? []))
            let ended = source.isEmpty || source.hasSuffix("\n") ? source : source + "\n"
            return Part(content: .code(ended, fence: fence), blanksBefore: blanks, outputs: cell["outputs"]?.array ?? [])
        case "raw" where source.hasPrefix("---\n") && source.hasSuffix("\n---"):
            return Part(content: .head(String(source.dropFirst(4).dropLast(4))))
        default: return Part(content: .unknown(cell))
        }
    }

    /// Options that other tools write as tags.
    private static func info(fromTags tags: [JSON]) -> String {
        tags.compactMap { tag in options.first { $0.tag == tag.string }?.option }.joined(separator: " ")
    }

    /// The tags that Jupyter's tools know for what an option says.
    private static let options: [(tag: String, option: String)] = [
        ("hide-input", "hide=code"), ("hide-output", "hide=output"), ("remove-cell", "hide=cell"), ("skip-execution", "skip"),
        ("raises-exception", "raises=Exception"),
    ]

    /// The tags for the options of a fence.
    private static func tags(ofFence fence: String) -> [JSON] {
        let words = InfoString("tensor " + Part.info(ofFence: fence)).words
        return options.filter { known in
            let parts = known.option.split(separator: "=").map(String.init)
            return words.contains { $0.key == parts[0] && (parts.count == 1 || parts[0] == "raises" || $0.value == parts[1]) }
        }.map { .string($0.tag) }
    }

    /// What a notebook holds that other formats have no place for, one sentence each.
    static func losses(of text: String) -> [String] {
        guard let cells = (try? JSON(text: text))?["cells"]?.array else { return [] }
        let attached = cells.count { if case .object(let files)? = $0["attachments"] { !files.isEmpty } else { false } }
        let foreign = cells.count { cell in
            guard case .object(let members)? = cell["metadata"], cell["cell_type"]?.string != "raw" else { return false }
            return members.contains { !["litgrad", "tags"].contains($0.key) }
        }
        var losses: [String] = []
        if attached > 0 { losses.append("the pictures attached to \(attached) cells") }
        if foreign > 0 { losses.append("what other tools noted about \(foreign) cells") }
        return losses
    }

    /// Writes parts as a notebook that Jupyter opens. Equal parts give equal bytes: cells are numbered, not named at random.
    static func text(of parts: [Part]) -> String {
        let cells = parts.enumerated().map { index, part in cell(part, id: "cell-\(index + 1)") }
        let notebook: JSON = [
            "cells": .array(cells),
            "metadata": [
                "kernelspec": ["display_name": "Python 3", "language": "python", "name": "python3"], "language_info": ["name": "python"],
            ],
            "nbformat": 4, "nbformat_minor": 5,
        ]
        return notebook.pretty
    }

    private static func cell(_ part: Part, id: String) -> JSON {
        switch part.content {
        case .head(let yaml):
            return ["cell_type": "raw", "id": .string(id), "metadata": [:], "source": lines("---\n\(yaml)\n---")]
        case .prose(let text):
            return ["cell_type": "markdown", "id": .string(id), "metadata": metadata(part, fence: nil), "source": lines(text)]
        case .code(let source, let fence):
            let text = source.hasSuffix("\n") ? String(source.dropLast()) : source
            return [
                "cell_type": "code", "execution_count": .null, "id": .string(id), "metadata": metadata(part, fence: fence),
                "outputs": .array(part.outputs), "source": lines(text),
            ]
        case .unknown(let cell): return cell
        }
    }

    /// What Markdown says beyond a cell's text, kept so that the way back gives the same bytes.
    private static func metadata(_ part: Part, fence: String?) -> JSON {
        var ours: [JSON.Member] = []
        let tags = fence.map(tags(ofFence:)) ?? []
        if let fence, fence != Part.fence(info: "") { ours.append(JSON.Member("fence", .string(fence))) }
        if let blanks = part.blanksBefore { ours.append(JSON.Member("blanksBefore", .number(String(blanks)))) }
        var members = ours.isEmpty ? [] : [JSON.Member("litgrad", .object(ours))]
        if !tags.isEmpty { members.append(JSON.Member("tags", .array(tags))) }
        return .object(members)
    }

    /// A text as the list of its lines, each with its line break, as Jupyter stores it.
    private static func lines(_ text: String) -> JSON {
        guard !text.isEmpty else { return [] }
        let lines = text.textLines
        return .array(lines.enumerated().map { .string(String($1) + ($0 + 1 < lines.count ? "\n" : "")) })
    }
}
