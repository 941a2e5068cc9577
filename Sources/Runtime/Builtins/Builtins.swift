// Builtins: the names every program sees without importing.

/// The builtin functions, classes and constants.
enum Builtins {
    /// `len`, `print`, …
    static var functions: [Row] {
        OutputFunctions.rows + ReductionFunctions.rows + IterationFunctions.rows + NumberFunctions.rows + ObjectFunctions.rows + IntrospectionFunctions.rows + [FileObject.openRow]
    }

    /// Classes by their own names, and the values that have a name (exceptions are added by the interpreter).
    static var constants: [(name: String, value: Value)] {
        classes.map { ($0.name, .object($0)) } + [("Ellipsis", .ellipsis), ("NotImplemented", .notImplemented), ("__debug__", true)]
            + [("IOError", .object(Class.exception("OSError"))), ("EnvironmentError", .object(Class.exception("OSError")))]
    }

    private static var classes: [Class] {
        [.objectClass, .typeClass, .int, .bool, .float, .complex, .str, .bytes, .bytearray, .memoryview, .list, .tuple, .dict, .set, .frozenset, .range, .slice]
            + [.property, .staticMethod, .classMethod, .superClass]
            + [IterationFunctions.enumerateClass, IterationFunctions.zipClass, IterationFunctions.mapClass, IterationFunctions.filterClass, IterationFunctions.reversedClass]
    }

    /// Adds what single native classes have beyond their tables; called once by the interpreter.
    static func install() { _ = installed }

    /// Done once for the process, as classes are.
    private static let installed: Void = ExceptionMethods.install()
}
