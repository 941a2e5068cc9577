// Highlighter: code → HTML with the language's own lexer.
import Syntax

/// Colours code by what each word is.
///
/// Code is most of a lesson's page, so its marks are as short as marks can be: elements that mean about what the word is, without classes
/// and attributes. The style sheet gives them their colours and takes away what browsers do to them in prose.
package enum Highlighter {
    /// The code as HTML. Where `id` is given, every line that holds something begins with an anchor that links can name: `ID-L3`.
    package static func html(_ source: String, id: String? = nil) -> String {
        var lines: [String] = [""]
        var previous: CodePiece?
        for piece in CodePiece.pieces(of: source) {
            // `x.sum` is an attribute, whatever `sum` means on its own.
            let isAttribute = piece.kind == .name && previous?.kind == .plain && previous?.text.last == "."
            let element = isAttribute ? nil : element(of: piece)
            previous = piece
            for (index, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { lines.append("") }
                guard !part.isEmpty else { continue }
                let text = HTML.content(part)
                lines[lines.count - 1] += element.map { "<\($0)>\(text)</\($0)>" } ?? text
            }
        }
        if lines.last == "" { lines.removeLast() }
        let name = id.map { HTML.escape($0) }
        return lines.enumerated().map { index, line in
            guard let name, !line.isEmpty else { return line + "\n" }
            return "<a id=\"\(name)-L\(index + 1)\"></a>\(line)\n"
        }.joined()
    }

    /// The element that a piece stands in; nil for plain text.
    private static func element(of piece: CodePiece) -> String? {
        switch piece.kind {
        case .keyword: "b"
        case .constant, .number: "u"
        case .string: "q"
        case .comment: "i"
        case .definition: "dfn"
        case .name: piece.text == "self" ? "u" : builtins.contains(piece.text) ? "var" : nil
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
