// InlineReader: running text from cmark's tree, with formulas put back in their places.

/// Copies the running text of a node.
struct InlineReader {
    let math: MathSpans

    /// The text inside a node. Emphasis within emphasis is followed as deep as quotes and lists are; what is deeper is plain text.
    func read(childrenOf node: MarkdownNode, depth: Int = 0) -> [Inline] {
        var result: [Inline] = []
        for piece in node.children.flatMap({ read($0, depth: depth) }) {
            // cmark splits text at characters that could have been marks.
            if case .text(let more) = piece, case .text(let text)? = result.last {
                result[result.count - 1] = .text(text + more)
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private func read(_ node: MarkdownNode, depth: Int) -> [Inline] {
        let depth = depth + 1
        guard depth < MarkdownReader.mostDepth else { return pieces(of: node.literal) }
        switch node.kind {
        case "text": return pieces(of: node.literal)
        case "softbreak": return [.softBreak]
        case "linebreak": return [.lineBreak]
        case "code": return [.code(node.literal)]
        case "html_inline": return [.html(node.literal)]
        case "emph": return [.emphasis(read(childrenOf: node, depth: depth))]
        case "strong": return [.strong(read(childrenOf: node, depth: depth))]
        case "strikethrough": return [.strikethrough(read(childrenOf: node, depth: depth))]
        case "link": return [.link(destination: node.destination, title: node.title, read(childrenOf: node, depth: depth))]
        case "image": return [.image(source: node.destination, title: node.title, alternative: read(childrenOf: node, depth: depth))]
        case "footnote_reference": return Int(node.literal).map { [.footnote($0)] } ?? [.text("[^\(node.literal)]")]
        default: return read(childrenOf: node, depth: depth)
        }
    }

    /// Text with the formulas whose marks it holds.
    private func pieces(of text: String) -> [Inline] {
        // The marks begin with this byte; most texts hold none.
        guard !math.spans.isEmpty, text.utf8.contains(0xEE) else { return text.isEmpty ? [] : [.text(text)] }
        var result: [Inline] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: MathSpans.opening), let close = rest[open...].firstIndex(of: MathSpans.closing) {
            let number = Int(rest[rest.index(after: open)..<close])
            if open > rest.startIndex { result.append(.text(String(rest[..<open]))) }
            if let number, math.spans.indices.contains(number) { result.append(.math(math.spans[number].tex)) }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { result.append(.text(String(rest))) }
        return result
    }
}
