// PercentScript: Python files whose cells begin with `# %%`.

/// Reads and writes Python files whose cells begin with `# %%`, as editors know them.
enum PercentScript {
    /// Cuts a file into parts. Without any `# %%` the whole file is one cell.
    static func parts(of text: String) -> [Part] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var parts: [Part] = []
        var mark: Substring?
        var start = 0
        func close(at end: Int) {
            var body = lines[start..<end]
            while body.last.map({ $0.allSatisfy(\.isWhitespace) }) == true { body.removeLast() }
            guard mark != nil || !body.isEmpty else { return }
            let words = mark?.dropFirst(4) ?? ""
            if words.contains("[markdown]") || words.contains("[md]") {
                parts.append(Part(content: .prose(body.map(uncommented).joined(separator: "\n") + "\n"), line: start + 1))
            } else if words.contains("[raw]") {
                let source = body.map(uncommented).joined(separator: "\n")
                parts.append(Part(content: .unknown(["cell_type": "raw", "metadata": [:], "source": .string(source)]), line: start + 1))
            } else {
                let source = body.isEmpty ? "" : body.joined(separator: "\n") + "\n"
                parts.append(Part(content: .code(source, info: options(String(words))), line: start + 1))
            }
        }
        for (index, line) in lines.enumerated() where line.hasPrefix("# %%") {
            close(at: index)
            mark = line
            start = index + 1
        }
        close(at: lines.count)
        return parts
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
            case .prose(let text): "# %% [markdown]\n" + commented(text.trimmingBlankLines)
            case .code(let source, let info): "# %%\(info.isEmpty ? "" : " " + info)\n" + source
            case .unknown(let cell): "# %% [raw]\n" + commented(cell["source"]?.joinedLines ?? "")
            }
        }.joined(separator: "\n")
    }

    private static func commented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    }

    private static func uncommented(_ line: Substring) -> Substring {
        if line.hasPrefix("# ") { return line.dropFirst(2) }
        return line.hasPrefix("#") ? line.dropFirst() : line
    }
}

extension String {
    /// Without blank lines at its ends and without a line break after the last line.
    var trimmingBlankLines: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        while lines.first.map({ $0.allSatisfy(\.isWhitespace) }) == true { lines.removeFirst() }
        while lines.last.map({ $0.allSatisfy(\.isWhitespace) }) == true { lines.removeLast() }
        return lines.joined(separator: "\n")
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
