// PercentScript: Python files whose cells begin with `# %%`.

/// Reads and writes Python files whose cells begin with `# %%`, as editors know them.
enum PercentScript {
    /// Cuts a file into parts. Without any `# %%` the whole file is one cell.
    static func parts(of text: String) -> [Part] {
        let lines = text.textLines
        var parts: [Part] = []
        var mark: Substring?
        var start = 0
        for (index, line) in lines.enumerated() where line.hasPrefix("# %%") {
            if let part = part(mark, lines[start..<index]) { parts.append(part) }
            mark = line
            start = index + 1
        }
        if let part = part(mark, lines[start...]) { parts.append(part) }
        return parts
    }

    /// The part below a mark; nil for blank lines before the first mark.
    private static func part(_ mark: Substring?, _ lines: ArraySlice<Substring>) -> Part? {
        var body = lines
        while body.last.map({ $0.allSatisfy(\.isWhitespace) }) == true { body.removeLast() }
        guard mark != nil || !body.isEmpty else { return nil }
        let words = String(mark?.dropFirst(4) ?? "")
        let prose = body.map(uncommented).joined(separator: "\n")
        let content: Part.Content
        if words.contains("[markdown]") || words.contains("[md]") {
            content = .prose(prose)
        } else if words.contains("[cell]"), let cell = try? JSON(text: prose) {
            content = .unknown(cell)
        } else if words.contains("[raw]") {
            content = prose.hasPrefix("---\n") ? .head(String(prose.dropFirst(4).dropLast(prose.hasSuffix("\n---") ? 4 : 0)))
                : .unknown(["cell_type": "raw", "metadata": [:], "source": .string(prose)])
        } else {
            content = .code(body.isEmpty ? "" : body.joined(separator: "\n") + "\n", fence: Part.fence(info: options(words)))
        }
        return Part(content: content, line: lines.startIndex + 1)
    }

    /// The words after `# %%` if they are options of a cell; a title, which other editors put there, is none.
    private static func options(_ words: String) -> String {
        let known = Set(CellOption.all.map(\.name))
        let isOptions = InfoString("python " + words).words.allSatisfy { $0.value != nil || known.contains($0.key) }
        return isOptions ? words.trimmed : ""
    }

    /// Writes parts as a file.
    static func text(of parts: [Part]) -> String {
        parts.map { part in
            switch part.content {
            case .head(let yaml): "# %% [raw]\n" + commented("---\n\(yaml)\n---")
            case .prose(let text): "# %% [markdown]\n" + commented(text)
            case .code(let source, let fence):
                "# %%" + (Part.info(ofFence: fence).isEmpty ? "" : " ") + Part.info(ofFence: fence) + "\n" + source
            case .unknown(let cell): "# %% [cell]\n" + commented(cell.compact)
            }
        }.joined(separator: "\n")
    }

    private static func commented(_ text: String) -> String {
        text.textLines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    }

    private static func uncommented(_ line: Substring) -> Substring {
        if line.hasPrefix("# ") { return line.dropFirst(2) }
        return line.hasPrefix("#") ? line.dropFirst() : line
    }
}

extension JSON {
    /// A text that a notebook stores as one string or as a list of lines.
    var joinedLines: String? {
        if let text = string { return text }
        guard let lines = array?.map(\.string), !lines.contains(nil) else { return nil }
        return lines.compactMap { $0 }.joined()
    }
}
