// MathSpans: takes formulas out of Markdown before it is parsed, so that their `_`, `*` and `\` stay theirs.

/// The formulas of a text, and the text with a mark in the place of each.
///
/// `$…$` is a formula within a line, `$$…$$` one on its own, under the rules that GitHub and Pandoc share: no blank inside
/// the opening and closing mark, no digit after the closing one, `\$` is a dollar, and code is left alone. A formula never
/// crosses a blank line. Marks keep the number of lines.
struct MathSpans {
    /// A formula as TeX.
    struct Span {
        var tex: String
        var display: Bool
    }

    private(set) var spans: [Span] = []
    private(set) var text: String

    /// The characters around a formula's number: from Unicode's private area, which no keyboard writes.
    static let opening: Character = "\u{E000}"
    static let closing: Character = "\u{E001}"

    /// A longer formula or code span is none: looking for ends that are not there must not take for ever.
    private static let mostBytes = 10_000

    /// Finds the formulas of a text.
    init(_ source: String) {
        text = source
        guard source.utf8.contains(UInt8(ascii: "$")) else { return }
        var result: [UInt8] = []
        var paragraph: [UInt8] = []
        var fence: [UInt8]?
        for line in source.utf8.split(separator: 10, omittingEmptySubsequences: false) {
            let marks = MathSpans.fenceMarks(line)
            let isBlank = line.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 }
            if fence != nil || !marks.isEmpty || isBlank {
                result += hide(paragraph)
                paragraph = []
                result += line
                result.append(10)
                if let open = fence {
                    if marks.count >= open.count, marks.first == open.first { fence = nil }
                } else if !marks.isEmpty {
                    fence = marks
                }
            } else {
                paragraph += line
                paragraph.append(10)
            }
        }
        result += hide(paragraph)
        result.removeLast()
        text = String(decoding: result, as: UTF8.self)
    }

    /// The run of backquotes or tildes that opens or closes a fence on this line, inside lists and quotes too.
    private static func fenceMarks(_ line: Substring.UTF8View.SubSequence) -> [UInt8] {
        let start = line.drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*") }
        guard let first = start.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return [] }
        let marks = start.prefix { $0 == first }
        let rest = start.dropFirst(marks.count)
        return marks.count >= 3 && !(first == UInt8(ascii: "`") && rest.contains(first)) ? Array(marks) : []
    }

    /// One paragraph with its formulas replaced by marks.
    private mutating func hide(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "$")) else { return text }
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\\") where index + 1 < text.count:
                result += text[index...index + 1]
                index += 2
            case UInt8(ascii: "`"):
                let end = MathSpans.endOfCode(text, from: index)
                result += text[index..<end]
                index = end
            case UInt8(ascii: "$"):
                guard let (range, next, display) = MathSpans.formula(text, at: index) else {
                    result.append(text[index])
                    index += 1
                    continue
                }
                result += "\(MathSpans.opening)\(spans.count)\(MathSpans.closing)".utf8
                result += text[range].filter { $0 == 10 }
                spans.append(Span(tex: String(decoding: text[range], as: UTF8.self), display: display))
                index = next
            default:
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    /// The end of the code span whose first backquote is at this index; past the run itself where nothing closes it.
    private static func endOfCode(_ text: [UInt8], from start: Int) -> Int {
        let run = text[start...].prefix { $0 == UInt8(ascii: "`") }.count
        var index = start + run
        while index < min(text.count, start + mostBytes) {
            let length = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
            if length == run { return index + run }
            index += max(length, 1)
        }
        return start + run
    }

    /// The formula that opens at this dollar: the range of its TeX, the index after it, and whether it stands alone.
    private static func formula(_ text: [UInt8], at start: Int) -> (Range<Int>, Int, Bool)? {
        let dollar = UInt8(ascii: "$")
        let display = start + 1 < text.count && text[start + 1] == dollar
        let open = start + (display ? 2 : 1)
        guard open < text.count, display || !isBlank(text[open]) else { return nil }
        var index = open
        while index < min(text.count, start + mostBytes) {
            if text[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if text[index] == dollar {
                if display {
                    if index + 1 < text.count, text[index + 1] == dollar, index > open { return (open..<index, index + 2, true) }
                } else if index > open, !isBlank(text[index - 1]), !(index + 1 < text.count && isDigit(text[index + 1])) {
                    return (open..<index, index + 1, false)
                }
            }
            index += 1
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
