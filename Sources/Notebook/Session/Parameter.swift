// Parameter: a variable of a notebook that its caller sets.

/// A variable that the caller of a notebook gives a value, over the one the notebook gives it.
public struct Parameter: Sendable, Equatable {
    public var name: String
    /// An expression of the language; what is none is taken as text.
    public var value: String

    /// Names a variable and its value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
