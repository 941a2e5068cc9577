// CPython's words for calls of native functions that do not fit.

extension NativeFunction {
    /// The name as CPython writes it: `list.append` for methods.
    private var spokenName: String { owner.map { "\($0.name).\(name)" } ?? name }

    /// The TypeError for a wrong number of arguments of a function whose parameters are all positional-only; nil where the
    /// number is right or the function takes keywords.
    func arityError(_ signature: Signature, _ arguments: Arguments) -> Raised? {
        let receiver = owner == nil ? 0 : 1
        if let error = keywordError(signature, arguments) { return error }
        guard signature.starIndex == nil, signature.positionalOnlyCount > 0, signature.positionalOnlyCount == signature.positionalCount else { return nil }
        if signature.keywordOnlyCount > 0 {
            // Only too many positions are worded differently here.
            let most = signature.positionalCount - receiver, given = arguments.count - receiver
            guard given > most else { return nil }
            return .typeError(most == 0 ? "\(name)() takes no positional arguments" : "\(name) expected \(most) argument\(most == 1 ? "" : "s"), got \(given)")
        }
        guard signature.doubleStarIndex == nil else { return nil }
        if arguments.count < receiver {
            return .typeError("unbound method \(spokenName)() needs an argument")
        }
        if !arguments.keywords.isEmpty { return .typeError("\(spokenName)() takes no keyword arguments") }
        let most = signature.positionalCount - receiver
        let least = most - signature.parameters.count { !$0.defaultValue.isUnset }
        let given = arguments.count - receiver
        if given >= least, given <= most { return nil }
        if most == 0 { return .typeError("\(spokenName)() takes no arguments (\(given) given)") }
        if least == most, most == 1 { return .typeError("\(spokenName)() takes exactly one argument (\(given) given)") }
        let bound = least == most ? "" : given < least ? "at least " : "at most "
        let limit = given < least ? least : most
        return .typeError("\(name) expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(given)")
    }

    /// The TypeError for a keyword the function does not know; nil where all are known.
    private func keywordError(_ signature: Signature, _ arguments: Arguments) -> Raised? {
        guard !arguments.keywords.isEmpty, signature.doubleStarIndex == nil, signature.positionalOnlyCount < signature.parameters.count else { return nil }
        for keyword in arguments.keywords where !signature.parameters.contains(where: { $0.name == keyword && $0.kind != .positionalOnly && $0.kind != .star }) {
            return .typeError("'\(keyword.text)' is an invalid keyword argument for \(name)()")
        }
        return nil
    }

    /// The message for an argument of a wrong type.
    func misfitWords(index: Int, expected: String, given: Value) -> String {
        if index == 0, let owner {
            return "descriptor '\(name)' for '\(owner.name)' objects doesn't apply to a '\(given.type.name)' object"
        }
        let position = index + (owner == nil ? 1 : 0)
        switch expected {
        case "int": return "'\(given.type.name)' object cannot be interpreted as an integer"
        case "float": return "must be real number, not \(given.type.name)"
        default: return "\(name)() argument \(position) must be \(expected), not \(given.type.name)"
        }
    }
}
