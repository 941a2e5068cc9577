// Compiler: tree → code.
import Syntax

/// Compiles texts.
enum Compiler {
    /// The code of a text.
    /// - Parameter yieldsLast: the value of a last bare expression is the text's result (cells).
    /// - Throws: SyntaxError.
    static func compile(
        _ tree: SyntaxTree, file: String, globals: Globals, isHidden: Bool = false, yieldsLast: Bool
    ) throws(SyntaxError) -> Code {
        let scopes = try ScopeBuilder(tree.body)
        let unit = CompilationUnit(file: file, isHidden: isHidden, globals: globals, scopes: scopes.scopes)
        let builder = CodeBuilder(
            unit: unit, scope: scopes.module, name: "<module>", qualifiedName: "<module>", doc: tree.body.docstring, parameters: [], parent: nil)
        var body = tree.body
        var last: Expression?
        if yieldsLast, let statement = body.last, case .expression(let expression) = statement.kind {
            last = expression
            body.removeLast()
        }
        try builder.compile(body)
        if let last {
            builder.span = last.span
            builder.emit(.return, try builder.operand(last))
        } else {
            builder.emit(.return, builder.constant(.unset))
        }
        return try builder.finish(Span(line: 1, column: 0, endLine: 1, endColumn: 0))
    }
}
