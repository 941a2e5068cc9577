// Highlighter: code → HTML with the language's own lexer, one element a line.
import Syntax

/// Colours code by what each word is.
package enum Highlighter {
    /// The code as HTML. Where `id` is given, every line is an element that links can name: `ID-L3`.
    package static func html(_ source: String, id: String? = nil) -> String {
        var lines: [String] = [""]
        var previous: CodePiece?
        for piece in CodePiece.pieces(of: source) {
            // `x.sum` is an attribute, whatever `sum` means on its own.
            let isAttribute = piece.kind == .name && previous?.kind == .plain && previous?.text.last == "."
            let letter = isAttribute ? nil : style(of: piece)
            previous = piece
            for (index, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append("") }
                guard !part.isEmpty else { continue }
                let text = HTML.escape(part)
                lines[lines.count - 1] += letter.map { "<span class=\"\($0)\">\(text)</span>" } ?? text
            }
        }
        if lines.last == "" { lines.removeLast() }
        guard let id else { return lines.map { $0 + "\n" }.joined() }
        return lines.enumerated().map { "<span class=\"l\" id=\"\(HTML.escape(id))-L\($0 + 1)\">\($1)\n</span>" }.joined()
    }

    /// The class of a piece in the style sheet; nil for plain text.
    private static func style(of piece: CodePiece) -> String? {
        switch piece.kind {
        case .keyword: "k"
        case .constant: "x"
        case .string: "s"
        case .number: "n"
        case .comment: "c"
        case .definition: "f"
        case .name: piece.text == "self" ? "x" : builtins.contains(piece.text) ? "b" : nil
        // Operators look like plain text: elements for them would be a tenth of a page.
        case .operator, .plain: nil
        }
    }

    /// Names that every program has without importing them.
    private static let builtins = Set(
        """
        abs all any bool dict enumerate filter float format getattr hasattr int isinstance iter len list map max min next object
        open print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type zip
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
