// The entry points: text → tree.

/// What kind of text is parsed.
public enum SourceMode: Sendable {
    /// A file: Python's grammar only.
    case file
    /// A notebook cell: IPython's `%magic` and `!command` lines become notes.
    case cell
    /// A text of the library: as a file, but the bodies of its functions are left for later (`DeferredBody`).
    case library
}

extension SyntaxTree {
    /// Parses a file or a cell whose first line has the number `firstLine`.
    public init(parsing source: String, mode: SourceMode = .file, firstLine: Int = 1) throws(SyntaxError) {
        var lexer = Lexer(Array(source.utf8), mode: mode, firstLine: firstLine)
        lexer.run()
        var parser = Parser(lexer)
        parser.defersBodies = mode == .library
        do throws(SyntaxError) {
            body = try parser.statements(until: .end)
        } catch {
            throw parser.preferred(over: error)
        }
        notes = parser.notes
        endsWithSemicolon = lexer.tokens.last { $0.kind != .newline && $0.kind != .end && $0.kind != .dedent }?.kind == .semicolon
    }
}

extension Expression {
    /// Parses one expression, for example a literal.
    public static func parse(_ source: String) throws(SyntaxError) -> Expression {
        let bytes = Array(source.utf8)
        var lexer = Lexer(bytes, fragment: 0..<bytes.count, line: 1, column: 0)
        lexer.run()
        var parser = Parser(lexer)
        do throws(SyntaxError) {
            let value = try parser.starExpressions()
            guard parser.kind == .end else { throw parser.bracketFailure() }
            return value
        } catch {
            throw parser.preferred(over: error)
        }
    }
}

/// The first line of a function: how the rows of native functions write down what they take.
public struct FunctionHeader: Sendable {
    public let name: String
    public let parameters: Parameters

    /// Parses a header without `def` and colon, for example `clamp(input, min=None, *, out=None)`.
    public init(parsing header: String) throws(SyntaxError) {
        let bytes = Array(header.utf8)
        var lexer = Lexer(bytes, fragment: 0..<bytes.count, line: 1, column: 0)
        lexer.run()
        var parser = Parser(lexer)
        do throws(SyntaxError) {
            name = try parser.name()
            try parser.expect(.leftParenthesis, "expected '('")
            parameters = try parser.parameterList(until: .rightParenthesis, allowsAnnotations: true)
            guard parser.accept(.rightParenthesis) else { throw parser.bracketFailure() }
            guard parser.kind == .end else { throw parser.failure() }
        } catch {
            throw parser.preferred(over: error)
        }
    }
}
