// CPython's words for calls of native functions that do not fit.

extension NativeFunction {
    /// Modules whose functions, and modules whose classes, CPython writes in C: these word wrong calls in their own way.
    private static let nativeModules: Set<String> = ["builtins", "math", "time", "itertools", "sys", "_source"]
    private static let modulesOfNativeClasses: Set<String> = ["builtins", "collections", "itertools", "re", "io"]

    /// Methods whose arguments CPython takes apart in an older way, with other words.
    private static let searchingMethods: Set<String> = ["count", "find", "index", "rfind", "rindex", "startswith", "endswith"]
    private static let searchedClasses: Set<String> = ["str", "bytes", "bytearray"]

    /// Whether CPython's function of this name is written in C.
    private var isNativeInCPython: Bool {
        if let owner { return Self.modulesOfNativeClasses.contains(owner.module) }
        return module.map { Self.nativeModules.contains($0) } ?? false
    }

    /// The name as CPython's own argument parser writes it: `list.append`, `math.sqrt`.
    private var spokenName: String {
        if let owner { return "\(owner.name).\(name)" }
        guard let module, module != "builtins" else { return name }
        return "\(module).\(name)"
    }

    /// The name in messages of the binder: methods that CPython writes in Python show their class.
    var boundName: String {
        guard let owner, rows[0].voice == nil, !isNativeInCPython else { return name }
        return "\(owner.name).\(name)"
    }

    /// The TypeError for a wrong number of arguments of a function whose parameters are all positional-only; nil where the
    /// number is right or the function takes keywords.
    func arityError(_ signature: Signature, _ arguments: Arguments) -> Raised? {
        var receiver = owner == nil ? 0 : 1
        if case .classMethod = rows[0].kind { receiver = 1 }
        if let error = keywordError(signature, arguments) { return error }
        guard signature.starIndex == nil else { return nil }
        guard signature.positionalOnlyCount > 0, signature.positionalOnlyCount == signature.positionalCount else {
            return isNativeInCPython ? mixedArityError(signature, arguments, receiver) : nil
        }
        if signature.keywordOnlyCount > 0 {
            let most = signature.positionalCount - receiver, given = arguments.count - receiver
            guard given > most || (given < most && isNativeInCPython) else { return nil }
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
        if let owner, Self.searchingMethods.contains(name), Self.searchedClasses.contains(owner.name) {
            return .typeError("\(name)() takes \(bound)\(limit) argument\(limit == 1 ? "" : "s") (\(given) given)")
        }
        return .typeError("\(name) expected \(bound)\(limit) argument\(limit == 1 ? "" : "s"), got \(given)")
    }

    /// The TypeError for a wrong number of arguments of a function some of whose parameters have names.
    private func mixedArityError(_ signature: Signature, _ arguments: Arguments, _ receiver: Int) -> Raised? {
        let given = arguments.count - receiver, most = signature.positionalCount - receiver
        let required = (receiver..<signature.positionalCount).filter { signature.defaults[$0].isUnset }
        if given + arguments.keywords.count > most + signature.keywordOnlyCount || given > most {
            let kind = signature.keywordOnlyCount > 0 ? "positional " : ""
            let counted = signature.keywordOnlyCount > 0 ? given : given + arguments.keywords.count
            let bound = required.count == most ? "exactly" : "at most"
            return .typeError("\(name)() takes \(bound) \(most) \(kind)argument\(most == 1 ? "" : "s") (\(counted) given)")
        }
        let least = required.count { signature.parameters[$0].kind == .positionalOnly }
        if given < least {
            return .typeError("\(name)() takes at least \(least) positional argument\(least == 1 ? "" : "s") (\(given) given)")
        }
        for index in required where index >= arguments.count && !arguments.keywords.contains(signature.parameters[index].name) {
            let parameter = signature.parameters[index].name.text
            return .typeError("\(name)() missing required argument '\(parameter)' (pos \(index - receiver + 1))")
        }
        return nil
    }

    /// The TypeError for a keyword the function does not know; nil where all are known.
    private func keywordError(_ signature: Signature, _ arguments: Arguments) -> Raised? {
        guard !arguments.keywords.isEmpty, signature.doubleStarIndex == nil, signature.positionalOnlyCount < signature.parameters.count else { return nil }
        for keyword in arguments.keywords where !signature.parameters.contains(where: { $0.name == keyword && $0.kind != .positionalOnly && $0.kind != .star }) {
            return .typeError("'\(keyword.text)' is an invalid keyword argument for \(name == "sorted" ? "sort" : name)()")
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
