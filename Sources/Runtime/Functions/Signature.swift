// Signature: the parameters of a function, native or written in the language.

/// The parameters of a function. The binder reads it; so do `help` and the reference.
public struct Signature: Sendable {
    /// How a parameter can be passed.
    public enum Kind: Sendable { case positionalOnly, regular, star, keywordOnly, doubleStar }

    /// One parameter.
    public struct Parameter: Sendable {
        public let name: Name
        public let kind: Kind
        /// The default; `.unset` where the parameter is required.
        public var defaultValue: Value
        /// The default as written; for `help`.
        public let defaultText: String?

        public init(name: Name, kind: Kind, defaultValue: Value = .unset, defaultText: String? = nil) {
            self.name = name
            self.kind = kind
            self.defaultValue = defaultValue
            self.defaultText = defaultText
        }
    }

    /// The function's name as error messages spell it.
    public var name: String
    /// In the order written: positional-only, regular, `*args`, keyword-only, `**kwargs`.
    public let parameters: [Parameter]
    /// The defaults, one per parameter. Functions written in the language keep theirs in the function object.
    public let defaults: [Value]
    /// Number of parameters that take positions.
    public let positionalCount: Int
    /// Number of those that can only be passed by position.
    public let positionalOnlyCount: Int
    /// Number of keyword-only parameters; they follow `*args`.
    public let keywordOnlyCount: Int
    /// Index of `*args` and of `**kwargs`.
    public let starIndex: Int?
    public let doubleStarIndex: Int?

    public init(name: String, parameters: [Parameter]) {
        self.name = name
        self.parameters = parameters
        defaults = parameters.map(\.defaultValue)
        positionalOnlyCount = parameters.count { $0.kind == .positionalOnly }
        positionalCount = positionalOnlyCount + parameters.count { $0.kind == .regular }
        keywordOnlyCount = parameters.count { $0.kind == .keywordOnly }
        starIndex = parameters.firstIndex { $0.kind == .star }
        doubleStarIndex = parameters.firstIndex { $0.kind == .doubleStar }
    }
}
