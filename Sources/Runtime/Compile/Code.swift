// Code: a compiled function body, class body, or text.

/// Instructions with what they refer to.
public final class Code: @unchecked Sendable {
    /// The function's name.
    public let name: String
    /// `__qualname__`
    public let qualifiedName: String
    /// The docstring.
    public let doc: String?

    init(name: String, qualifiedName: String, doc: String?) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.doc = doc
    }
}
