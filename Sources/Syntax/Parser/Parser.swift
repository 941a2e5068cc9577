// Parser: tokens → tree, by recursive descent with a table of operator precedences.

/// Turns tokens into a tree. The grammar is spread over extensions, one topic a file.
struct Parser {
    let bytes: [UInt8]
    let tokens: [Token]
    let lexicalError: SyntaxError?
    var index = 0
    var notes: [CellNote] = []
    /// How many expressions are being parsed inside one another.
    var depth = 0
    /// How high the trees of the expressions finished in the current frame are; chains like `a+b+…` grow it without recursion.
    var height = 0
    var context = Context()
    /// Whether the bodies of functions are left for later, but for those inside functions.
    var defersBodies = false
    /// The last complete expression, for messages about what follows it.
    var lastExpression: Span?

    /// What encloses the statement being parsed.
    struct Context {
        var isInFunction = false
        var isInLoop = false
        /// An `except*` body, which control leaves only at its end.
        var isInGroupHandler = false
    }

    /// Nesting beyond this is refused, so that no input overflows the stack.
    static let maximalDepth = 400
    /// Chains longer than this are refused, so that later recursive passes over the tree are bounded too.
    static let maximalHeight = 3000

    init(_ lexer: Lexer) {
        bytes = lexer.bytes
        tokens = lexer.tokens
        lexicalError = lexer.error
    }

    // MARK: Tokens

    var token: Token { tokens[index] }
    var kind: TokenKind { tokens[index].kind }
    var nextKind: TokenKind { tokens[min(index + 1, tokens.count - 1)].kind }
    /// The token before the current one; line ends and the ends of blocks do not count.
    var previous: Token {
        var last = max(index - 1, 0)
        while last > 0, tokens[last].kind == .newline || tokens[last].kind == .dedent { last -= 1 }
        return tokens[last]
    }

    /// Steps over the current token. The last token is never passed.
    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    /// Steps over the current token if it is of this kind.
    mutating func accept(_ kind: TokenKind) -> Bool {
        guard self.kind == kind else { return false }
        advance()
        return true
    }

    /// Steps over a token of this kind or fails with `message`.
    mutating func expect(_ kind: TokenKind, _ message: String = "invalid syntax") throws(SyntaxError) {
        guard self.kind == kind else { throw failure(message) }
        advance()
    }

    /// The span from `start` to the token before the current one.
    func span(from start: Span) -> Span { start.through(previous.span) }

    /// True if the current token is this (soft) word.
    func isWord(_ word: StaticString) -> Bool {
        let token = self.token
        guard token.kind == .name, token.range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { $0.elementsEqual(bytes[token.range]) }
    }

    /// Reads a name or fails.
    mutating func name(_ message: String = "invalid syntax") throws(SyntaxError) -> String {
        guard kind == .name else { throw failure(message) }
        let text = nameText(token)
        advance()
        return text
    }

    /// A name token's text. Full-width letters count as their plain forms, the part of Unicode's NFKC rule that occurs in practice.
    func nameText(_ token: Token) -> String {
        let text = String(decoding: bytes[token.range], as: UTF8.self)
        guard bytes[token.range].contains(where: { $0 >= 0x80 }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : nil
            scalars.append(plain ?? scalar)
        }
        return String(scalars)
    }

    // MARK: Limits

    /// Enters a nested expression.
    mutating func enter() throws(SyntaxError) {
        depth += 1
        if depth > Self.maximalDepth { throw SyntaxError("too many nested expressions", at: token.span) }
    }

    /// Counts one more link of a chain that makes the tree higher.
    mutating func grow() throws(SyntaxError) {
        height += 1
        if height > Self.maximalHeight { throw SyntaxError("expression is too long", at: token.span) }
    }
}
