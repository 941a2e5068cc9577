// Defines MathText: text with `$…$` mathematics as runs of letters, raised, lowered or slanted.

/// Text with `$…$` mathematics, ready to draw.
struct MathText {
    /// Letters of one look.
    struct Run: Hashable {
        var text: String
        /// Size relative to the text around.
        var scale = 1.0
        /// How far the base line is raised, in sizes.
        var rise = 0.0
        var isItalic = false
        var isBold = false
    }

    /// One list of runs for every line.
    let lines: [[Run]]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { MathText.parse(String($0)) }
    }

    /// The width of the widest line at size 1.
    func width(isBold: Bool) -> Double {
        lines.map { line in
            line.reduce(0) { $0 + FontMetrics.width($1.text, isBold: isBold || $1.isBold) * $1.scale }
        }.max() ?? 0
    }

    /// The text without markup, for descriptions.
    static func plain(_ text: String) -> String {
        MathText(text).lines.map { $0.map(\.text).joined() }.joined(separator: " ")
    }

    private static func parse(_ line: String) -> [Run] {
        // An odd number of dollars means that they are meant as dollars.
        let dollars = unescapedDollars(line)
        guard dollars > 0, dollars % 2 == 0 else { return line.isEmpty ? [] : [Run(text: unescape(line))] }
        var runs: [Run] = []
        var isMath = false
        var part = ""
        var previous: Character = " "
        for character in line {
            if character == "$", previous != "\\" {
                if !part.isEmpty { runs += isMath ? MathParser.runs(of: part) : [Run(text: unescape(part))] }
                part = ""
                isMath.toggle()
            } else {
                part.append(character)
            }
            previous = character
        }
        if !part.isEmpty { runs.append(Run(text: unescape(part))) }
        return runs
    }

    private static func unescapedDollars(_ line: String) -> Int {
        var count = 0
        var previous: Character = " "
        for character in line {
            if character == "$", previous != "\\" { count += 1 }
            previous = character
        }
        return count
    }

    private static func unescape(_ text: String) -> String {
        guard text.contains("\\$") else { return text }
        var result = ""
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if character == "\\", rest.first == "$" { continue }
            result.append(character)
        }
        return result
    }
}
