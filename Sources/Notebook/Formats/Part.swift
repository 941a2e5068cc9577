// Part: a notebook as a flat sequence of prose and code, the form that converters pass between file formats.

/// A stretch of prose or one cell of code.
struct Part: Equatable {
    /// What a part is.
    enum Content: Equatable {
        /// The lines between the `---` of the front matter.
        case head(String)
        /// Markdown without blank lines at its ends.
        case prose(String)
        /// Code of a cell and the line that opens its fence.
        case code(String, fence: String)
        /// A cell of a kind that we do not know: its JSON is kept as it was.
        case unknown(JSON)
    }

    var content: Content
    /// The line of its first line of content in its file, from 1.
    var line = 1
    /// Empty lines between the part before and this one; nil: as usual, one, or none before the first.
    var blanksBefore: Int?
    /// Outputs stored with a cell of code, as `.ipynb` stores them.
    var outputs: [JSON] = []

    /// The words after the language in the line that opens a fence.
    static func info(ofFence fence: String) -> String {
        let words = fence.drop { $0 == "`" || $0 == "~" }.trimmed
        return String(words.drop { $0 != " " }).trimmed
    }

    /// A cell of an unknown kind as a comment of Markdown, which shows nothing. `-->` cannot stand in it.
    static func comment(of cell: JSON) -> String { "\(commentMark)\n\(cell.compact.replacing("-->", with: "--\\u003e"))\n-->" }

    /// The cell in a comment that `comment(of:)` made; nil for any other text.
    static func cell(inComment text: String) -> JSON? {
        let lines = text.textLines
        guard lines.count == 3, lines[0] == commentMark, lines[2] == "-->" else { return nil }
        return try? JSON(text: String(lines[1]))
    }

    /// How the comment of an unknown cell begins.
    static let commentMark = "<!-- notebook cell"

    /// The line that opens a fence with these words after its language.
    static func fence(info: String) -> String { "```tensor" + (info.isEmpty ? "" : " " + info) }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }

    /// Without empty lines at its ends and without a line break after the last line.
    var trimmingEmptyLines: String {
        var lines = String(self).textLines[...]
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
