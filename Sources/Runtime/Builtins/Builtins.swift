// Builtins: the names every program sees without importing.

/// The builtin functions and constants.
enum Builtins {
    /// `len`, `print`, …
    static var functions: [Row] { [] }
    /// `int`, `list`, `True`-like constants and classes (exceptions are added by the interpreter).
    static var constants: [(name: String, value: Value)] { [] }
}
