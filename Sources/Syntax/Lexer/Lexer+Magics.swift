// IPython lines in notebook cells: `%matplotlib inline`, `!pip install torch`, `?name`, `%%time`.

extension Lexer {
    /// Cell magics after which the rest of the cell is still this language.
    private static let transparentCellMagics: Set<String> = ["time", "timeit", "capture", "prun", "matplotlib"]
    /// Line magics whose operand is a statement to run.
    private static let transparentLineMagics: Set<String> = ["time"]

    /// Reads an IPython line at the start of a logical line as a `.magic` token; false if there is none.
    mutating func readMagic() -> Bool {
        let lineEnd = bytes[position..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
        let first = peek()
        if first == UInt8(ascii: "%") {
            let isCell = peek(1) == first
            let word = wordAfterPercent(isCell ? 2 : 1, lineEnd)
            if isCell, tokens.isEmpty, !Self.transparentCellMagics.contains(word) { return passMagic(to: end) }
            if !isCell, Self.transparentLineMagics.contains(word) {
                position += 1 + word.utf8.count
                return false
            }
            return passMagic(to: lineEnd)
        }
        if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") || isHelpOrCapture(lineEnd) { return passMagic(to: lineEnd) }
        return false
    }

    private func wordAfterPercent(_ skip: Int, _ lineEnd: Int) -> String {
        let start = min(position + skip, lineEnd)
        let stop = bytes[start..<lineEnd].firstIndex { !isNameByte($0) } ?? lineEnd
        return String(decoding: bytes[start..<stop], as: UTF8.self)
    }

    /// `name?`, `name??`, `files = !ls`
    private func isHelpOrCapture(_ lineEnd: Int) -> Bool {
        guard let word = bytes[position..<lineEnd].firstIndex(where: { !isNameByte($0) && $0 != UInt8(ascii: ".") }),
              word > position else { return false }
        let rest = bytes[word..<lineEnd].drop { $0 == 0x20 }
        if rest.first == UInt8(ascii: "?") {
            return rest.allSatisfy { $0 == UInt8(ascii: "?") || $0 == 0x20 }
        }
        guard rest.first == UInt8(ascii: "=") else { return false }
        let operand = rest.dropFirst().drop { $0 == 0x20 }
        return operand.first == UInt8(ascii: "!") || operand.first == UInt8(ascii: "%")
    }

    private mutating func passMagic(to stop: Int) -> Bool {
        append(.magic, from: position, to: stop)
        while position < stop {
            if bytes[position] == 0x0A || bytes[position] == 0x0D { passLineEnd() } else { position += 1 }
        }
        return true
    }
}
