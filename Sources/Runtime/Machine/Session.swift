// Session: running texts in an interpreter.
import Syntax

extension Interpreter {
    /// Runs a text in the program's namespace.
    /// - Parameters:
    ///   - file: the name in tracebacks.
    ///   - firstLine: the line number of the text's first line.
    ///   - mode: a cell allows IPython lines and yields its last expression's value.
    /// - Returns: the value of the last statement where that is a bare expression (cells only); nil otherwise.
    /// - Throws: `Raised`; a text that cannot be parsed raises the language's SyntaxError.
    @discardableResult
    public func execute(_ source: String, file: String, firstLine: Int = 1, mode: SourceMode = .cell) throws -> Value? {
        throw Raised.notImplementedError("execute")
    }

    /// Runs a text of the library in the given namespace, its frames hidden from tracebacks.
    func run(source: String, file: String, in globals: Globals) throws {
        throw Raised.notImplementedError("run")
    }
}
