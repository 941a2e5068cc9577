// Functions made from text by the library itself (`dataclasses` and `namedtuple` need functions with given parameters).

extension Interpreter {
    /// Runs a text that defines something, and gives what it defined.
    /// - Parameters:
    ///   - name: what the text defines.
    ///   - names: global names the text uses.
    public func define(_ name: Name, source: String, file: String, names: [(Name, Value)]) throws -> Value {
        let globals = Globals(builtins: builtins)
        globals.set("__name__", .string(file))
        for (name, value) in names { globals.set(name, value) }
        try run(source: source, file: file, in: globals, mode: .file)
        return globals.value(of: name) ?? .none
    }
}
