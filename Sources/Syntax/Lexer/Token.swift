// Token: one word of the language, and the tables of its keywords and operators.

/// What a token is. Keywords and operators have a kind each.
enum TokenKind: UInt8 {
    case end, newline, indent, dedent, error, magic
    case name, number, string
    // Keywords.
    case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`, except, `false`, finally
    case `for`, from, global, `if`, `import`, `in`, `is`, lambda, none, nonlocal, not, or, pass, raise, `return`, `true`
    case `try`, `while`, with, yield
    // Brackets and punctuation.
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, semicolon, dot, ellipsis, arrow, equal, walrus
    // Operators.
    case plus, minus, star, slash, doubleSlash, percent, at, doubleStar
    case leftShift, rightShift, ampersand, bar, caret, tilde
    case less, greater, lessEqual, greaterEqual, doubleEqual, notEqual
    case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual, doubleStarEqual
    case leftShiftEqual, rightShiftEqual, ampersandEqual, barEqual, caretEqual

    /// True for words that cannot be names.
    var isKeyword: Bool { rawValue >= TokenKind.and.rawValue && rawValue <= TokenKind.yield.rawValue }
}

/// A token and where it stands. Offsets and columns count bytes.
struct Token {
    var kind: TokenKind
    var start: Int32
    var end: Int32
    var line: Int32
    var column: Int32
    var endLine: Int32
    var endColumn: Int32

    var span: Span { Span(line: line, column: column, endLine: endLine, endColumn: endColumn) }
    var range: Range<Int> { Int(start)..<Int(end) }
}

/// The keywords by spelling.
enum Keyword {
    private static let spellings: [(String, TokenKind)] = [
        ("and", .and), ("as", .as), ("assert", .assert), ("async", .async), ("await", .await), ("break", .break),
        ("class", .class), ("continue", .continue), ("def", .def), ("del", .del), ("elif", .elif), ("else", .else),
    ] + [
        ("except", .except), ("False", .false), ("finally", .finally), ("for", .for), ("from", .from), ("global", .global),
        ("if", .if), ("import", .import), ("in", .in), ("is", .is), ("lambda", .lambda), ("None", .none),
    ] + [
        ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass), ("raise", .raise), ("return", .return),
        ("True", .true), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ]

    /// Every keyword, for completion, highlighting and tests.
    static var all: [String] { spellings.map(\.0) }

    /// The keywords keyed by their bytes packed into one word: no keyword is longer than eight bytes.
    private static let packed: [UInt64: TokenKind] = Dictionary(uniqueKeysWithValues: spellings.map { word, kind in
        (word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, kind)
    })

    /// The keyword that `bytes` spell, or `.name`.
    static func kind(of bytes: ArraySlice<UInt8>) -> TokenKind {
        guard bytes.count >= 2, bytes.count <= 8 else { return .name }
        var word: UInt64 = 0
        for byte in bytes { word = word << 8 | UInt64(byte) }
        return packed[word] ?? .name
    }
}

extension TokenKind {
    /// The two-operand operator this token stands for and how tightly it binds (higher binds tighter); nil for other tokens.
    var binary: (operator: BinaryOperator, precedence: Int)? {
        switch self {
        case .bar: (.bitOr, 1)
        case .caret: (.bitXor, 2)
        case .ampersand: (.bitAnd, 3)
        case .leftShift: (.leftShift, 4)
        case .rightShift: (.rightShift, 4)
        case .plus: (.add, 5)
        case .minus: (.subtract, 5)
        case .star: (.multiply, 6)
        case .slash: (.divide, 6)
        case .doubleSlash: (.floorDivide, 6)
        case .percent: (.modulo, 6)
        case .at: (.matrixMultiply, 6)
        default: nil
        }
    }

    /// The operator of an in-place assignment (`+=` …); nil for other tokens.
    var augmented: BinaryOperator? {
        switch self {
        case .plusEqual: .add
        case .minusEqual: .subtract
        case .starEqual: .multiply
        case .slashEqual: .divide
        case .doubleSlashEqual: .floorDivide
        case .percentEqual: .modulo
        case .atEqual: .matrixMultiply
        case .doubleStarEqual: .power
        case .leftShiftEqual: .leftShift
        case .rightShiftEqual: .rightShift
        case .ampersandEqual: .bitAnd
        case .barEqual: .bitOr
        case .caretEqual: .bitXor
        default: nil
        }
    }

    /// True if an expression can begin with this token.
    var startsExpression: Bool {
        switch self {
        case .name, .number, .string, .none, .true, .false, .ellipsis, .lambda, .not, .await,
             .leftParenthesis, .leftBracket, .leftBrace, .minus, .plus, .tilde: true
        default: false
        }
    }
}
