// ParameterAssignment: the line of a cell that gives a parameter its value, found and given the caller's value instead.
import Syntax

/// Finds where a cell's own code, outside functions and loops, gives a variable a value: `epochs = 10` at the start of a line.
struct ParameterAssignment {
    /// The cell with another value in that place, and with as many lines as before; nil where it has no such place.
    let source: String?

    /// Looks through a cell for `name = …` and writes `value` there.
    init(of name: String, as value: String, in cell: String) {
        let pieces = CodePiece.pieces(of: cell)
        var depth = 0
        var beginsLine = true
        for (index, piece) in pieces.enumerated() {
            if beginsLine, piece.kind == .name, piece.text == name, let first = ParameterAssignment.value(after: index, in: pieces) {
                let rest = ParameterAssignment.rest(of: pieces[first...])
                source = pieces[..<index].map(\.text).joined() + "\(name) = (\(value))" + rest
                return
            }
            depth += ParameterAssignment.depth(of: piece)
            beginsLine = depth == 0 && piece.kind == .plain && piece.text.hasSuffix("\n")
        }
        source = nil
    }

    /// Where the pieces of the value begin if a lone `=` follows a name.
    private static func value(after name: Int, in pieces: [CodePiece]) -> Int? {
        var index = name + 1
        if index < pieces.count, pieces[index].kind == .plain, pieces[index].text.utf8.allSatisfy({ $0 == 32 || $0 == 9 }) { index += 1 }
        return index < pieces.count && pieces[index].kind == .operator && pieces[index].text == "=" ? index + 1 : nil
    }

    /// What follows a value, from the end of its line on. Lines within the value become empty ones.
    private static func rest(of pieces: ArraySlice<CodePiece>) -> String {
        var depth = 0
        var lines = ""
        for (index, piece) in zip(pieces.indices, pieces) {
            depth += self.depth(of: piece)
            guard let end = piece.text.firstIndex(of: "\n") else { continue }
            if depth == 0, piece.kind == .plain { return piece.text[end...] + lines + pieces[(index + 1)...].map(\.text).joined() }
            lines += String(repeating: "\n", count: piece.text.utf8.count { $0 == 10 })
        }
        return lines
    }

    /// How many more brackets a piece opens than it closes.
    private static func depth(of piece: CodePiece) -> Int {
        guard piece.kind == .plain else { return 0 }
        return piece.text.utf8.reduce(0) { depth, byte in
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth + 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth - 1
            default: depth
            }
        }
    }
}

extension Document {
    /// Every name that stands in the code of a cell.
    public var namesInCells: Set<String> {
        Set(cells.flatMap { cell in CodePiece.pieces(of: cell.source).filter { $0.kind == .name }.map(\.text) })
    }
}
