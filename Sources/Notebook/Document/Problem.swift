// Problem: something wrong with a notebook, told so that its author can mend it.

/// Something wrong with a notebook: in its head, in a fence's options, or in what a cell did.
///
/// The same value becomes terminal text, JSON, an annotation on GitHub, a JUnit failure and a box on the page.
public struct Problem: Error, Sendable, Equatable {
    /// What went wrong, which decides the exit code of a command.
    public enum Kind: String, Sendable {
        /// A cell raised an exception or could not be parsed.
        case cell
        /// The document or a setting is wrong: unknown option, bad value, missing file.
        case configuration
        /// A cell ran out of its time, memory or output.
        case limit
        /// A recorded output differs from the fresh one.
        case changed
    }

    /// A stretch of one line of the document.
    public struct Position: Sendable, Equatable {
        public var file: String
        /// From 1.
        public var line: Int
        /// In characters, from 1.
        public var column: Int
        /// The column after the last one meant; equal to `column` where only a point is known.
        public var endColumn: Int
        /// The text of the line.
        public var quoted: String

        /// Makes a position from its parts.
        public init(file: String, line: Int, column: Int = 1, endColumn: Int? = nil, quoted: String = "") {
            self.file = file
            self.line = line
            self.column = column
            self.endColumn = endColumn ?? column
            self.quoted = quoted
        }

        /// A whole file and no line of it in particular: its column is 0.
        public static func whole(_ file: String) -> Position { Position(file: file, line: 1, column: 0) }
    }

    /// A tensor that the failing expression names.
    public struct Operand: Sendable, Equatable {
        /// As it is written: `self.w1`.
        public var name: String
        /// In characters of the quoted line, from 1; the end is exclusive.
        public var column: Int
        public var endColumn: Int
        /// `float32 [128, 3], set at line 61`
        public var text: String

        /// Makes an operand.
        public init(name: String, column: Int, endColumn: Int, text: String) {
            self.name = name
            self.column = column
            self.endColumn = endColumn
            self.text = text
        }
    }

    public var kind: Kind
    /// One sentence: `RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)`.
    public var message: String
    public var position: Position
    /// The cell it happened in and its place, such as `"train" (5th of 14)`; nil outside cells.
    public var cell: String?
    /// The calls that led there, outermost last: `called from line 102: out = net(x)`.
    public var notes: [String]
    /// What to do about it.
    public var help: String?
    /// The tensors in the quoted line, from left to right.
    public var operands: [Operand] = []

    /// Makes a problem from its parts.
    public init(
        _ kind: Kind, _ message: String, at position: Position, cell: String? = nil, notes: [String] = [], help: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.position = position
        self.cell = cell
        self.notes = notes
        self.help = help
    }
}

/// All the problems found in one pass, so that an author mends them together.
public struct Problems: Error, Sendable {
    public var all: [Problem]

    /// Collects problems. There is at least one.
    public init(_ all: [Problem]) { self.all = all }
}

extension Problem {
    /// The problem as terminal text: the sentence, the place, the quoted line with the meant columns underlined, notes, help.
    public var text: String {
        var lines = ["error: \(message)"]
        // What is said about a whole file names it.
        if position.column > 0 { lines.append("  \(position.file):\(position.line):\(position.column)" + (cell.map { "   cell \($0)" } ?? "")) }
        if !position.quoted.isEmpty {
            let number = String(position.line)
            let gutter = String(repeating: " ", count: number.count)
            lines.append("   \(number) | \(position.quoted)")
            lines += underlines.map { "   \(gutter) | \($0)" }
        }
        lines += notes.map { "  \($0)" }
        if let help { lines.append("  help: \(help)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The marks below the quoted line: under the whole expression, or under each operand with what it is beside it.
    private var underlines: [String] {
        guard !operands.isEmpty else { return [Problem.underline(position)] }
        let characters = Array(position.quoted)
        func blanks(from start: Int, to end: Int) -> String {
            guard start < end else { return "" }
            return characters[start..<min(end, characters.count)].map { $0 == "\t" ? "\t" : String(repeating: " ", count: Problem.columns($0)) }.joined()
        }
        var marks = ""
        var column = 0
        for operand in operands {
            let width = characters[(operand.column - 1)..<min(operand.endColumn - 1, characters.count)].reduce(0) { $0 + Problem.columns($1) }
            marks += blanks(from: column, to: operand.column - 1) + String(repeating: "-", count: width)
            column = operand.endColumn - 1
        }
        let below = operands.dropLast().reversed().map { blanks(from: 0, to: $0.column - 1) + $0.text }
        return [marks + " " + (operands.last?.text ?? "")] + below
    }

    /// Carets under the meant columns; tabs are kept so that they line up, wide characters take two carets.
    private static func underline(_ position: Position) -> String {
        let characters = Array(position.quoted)
        let start = min(max(position.column - 1, 0), characters.count)
        let end = min(max(position.endColumn - 1, start + 1), max(characters.count, start + 1))
        let before = characters[..<start].map { $0 == "\t" ? "\t" : String(repeating: " ", count: columns($0)) }.joined()
        let width = start < characters.count ? characters[start..<min(end, characters.count)].reduce(0) { $0 + columns($1) } : 1
        return before + String(repeating: "^", count: width)
    }

    /// How many terminal columns a character takes: East Asian wide and emoji take two.
    private static func columns(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: return 2
        default: return 1
        }
    }
}
