// Session: running texts in an interpreter.
import Syntax

extension Interpreter {
    /// Runs a text in the program's namespace.
    /// - Parameters:
    ///   - file: the name in tracebacks.
    ///   - firstLine: the line number of the text's first line.
    ///   - mode: a cell allows IPython lines and yields its last expression's value.
    /// - Returns: the value of the last statement where that is a bare expression (cells only, nil too where it ends with `;`).
    /// - Throws: `Raised`; a text that cannot be parsed raises the language's SyntaxError.
    @discardableResult
    public func execute(_ source: String, file: String, firstLine: Int = 1, mode: SourceMode = .cell) throws -> Value? {
        deadline = limits.seconds.map { Self.now() + $0 }
        defer { deadline = nil }
        scene = []
        lastPoll = Self.now()
        pollStride = 64
        countdown.pointee = pollStride
        let tree = try parse(source, file: file, firstLine: firstLine, mode: mode)
        if mode == .file, let doc = tree.body.docstring { main.globals.set("__doc__", .string(doc)) }
        let yieldsLast = mode == .cell && !tree.endsWithSemicolon
        let value = try run(tree, file: file, in: main.globals, yieldsLast: yieldsLast, isHidden: false)
        if Finalization.isPending { try Finalization.run() }
        return value.isUnset ? nil : value
    }

    /// Runs a text of the library in the given namespace, its frames hidden from tracebacks. Its functions are compiled when they are called.
    func run(source: String, file: String, in globals: Globals, mode: SourceMode = .library) throws {
        let tree = try parse(source, file: file, firstLine: 1, mode: mode)
        _ = try run(tree, file: file, in: globals, yieldsLast: false, isHidden: true)
    }

    private func parse(_ source: String, file: String, firstLine: Int, mode: SourceMode) throws -> SyntaxTree {
        do {
            return try SyntaxTree(parsing: source, mode: mode, firstLine: firstLine)
        } catch {
            throw syntaxError(error, file: file)
        }
    }

    /// The instructions a text is compiled to, function by function. Nothing is run.
    /// - Throws: `Raised`, a SyntaxError.
    public func disassembly(of source: String, file: String, firstLine: Int = 1, mode: SourceMode = .file) throws -> String {
        let tree = try parse(source, file: file, firstLine: firstLine, mode: mode)
        return try compile(tree, file: file, in: main.globals, yieldsLast: mode == .cell, isHidden: false).disassembly
    }

    private func compile(_ tree: SyntaxTree, file: String, in globals: Globals, yieldsLast: Bool, isHidden: Bool) throws -> Code {
        do {
            return try Compiler.compile(tree, file: file, globals: globals, isHidden: isHidden, yieldsLast: yieldsLast)
        } catch {
            throw syntaxError(error, file: file)
        }
    }

    private func run(_ tree: SyntaxTree, file: String, in globals: Globals, yieldsLast: Bool, isHidden: Bool) throws -> Value {
        let code = try compile(tree, file: file, in: globals, yieldsLast: yieldsLast, isHidden: isHidden)
        let registers = top
        let reference = Unmanaged.passUnretained(code)
        try push(reference, function: nil, registers: registers, result: registers, completion: .leave)
        return try withExtendedLifetime(code) { try run() }
    }

    /// The exception of the language for a text that is no program; its traceback holds the place.
    private func syntaxError(_ error: SyntaxError, file: String) -> Raised {
        let exception = ExceptionObject(.exception(error.kind.rawValue), error.message)
        exception.traceback = [
            TracebackEntry(
                file: file, function: "<module>", line: Int(error.span.line), column: Int(error.span.column),
                endLine: Int(error.span.endLine), endColumn: Int(error.span.endColumn)),
        ]
        return Raised(exception)
    }
}
