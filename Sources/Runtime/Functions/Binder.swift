// Binder: arguments of a call → one value per parameter, with CPython's words for what does not fit.

/// Binds arguments to parameters, for user functions and native rows alike.
struct Binder {
    let arguments: Arguments
    let signature: Signature
    /// The function's name in messages.
    let name: String
    /// One per parameter, `.unset` where there is none; or empty.
    let defaults: [Value]
    /// One per parameter, all `.unset` before.
    let slots: UnsafeMutablePointer<Value>
    /// How the library of a row words errors and renames keywords; nil for CPython's way.
    let voice: Voice?

    /// Fills `slots` from the arguments and the defaults.
    /// - Throws: TypeError in CPython's words.
    static func bind(
        _ arguments: Arguments, to signature: Signature, named name: String, defaults: [Value], into slots: UnsafeMutablePointer<Value>,
        voice: Voice? = nil
    ) throws {
        try Binder(arguments: arguments, signature: signature, name: name, defaults: defaults, slots: slots, voice: voice).bind()
    }

    private func bind() throws {
        let positional = min(arguments.count, signature.positionalCount)
        for index in 0..<positional { slots[index] = arguments[index] }
        if let star = signature.starIndex {
            let rest = arguments.positional[positional...]
            slots[star] = rest.isEmpty ? .object(TupleObject.empty) : .tuple(Array(rest))
        }
        if !arguments.keywords.isEmpty || signature.doubleStarIndex != nil { try bindKeywords() }
        if arguments.count > signature.positionalCount && signature.starIndex == nil { throw tooMany() }
        try fillDefaults()
    }

    private func bindKeywords() throws {
        var extra: DictObject?
        if let index = signature.doubleStarIndex {
            let dict = DictObject()
            extra = dict
            slots[index] = .object(dict)
        }
        for (keyword, value) in arguments.keywordPairs {
            let index = signature.index(of: keyword) ?? voice?.aliases[keyword]?.lazy.compactMap(signature.index(of:)).first
            if let index {
                guard slots[index].isUnset else {
                    throw Raised.typeError("\(name)() got multiple values for argument '\(keyword.text)'")
                }
                slots[index] = value
            } else if voice != nil, let star = signature.starIndex, signature.parameters[star].name == keyword, arguments.count <= signature.positionalCount {
                slots[star] = .tuple([value])
            } else if let extra {
                try extra.table.set(.object(keyword.object), value)
            } else {
                throw unexpected(keyword)
            }
        }
    }

    private func fillDefaults() throws {
        var lacksPositional = false
        var lacksKeyword = false
        for (index, parameter) in signature.parameters.enumerated() where slots[index].isUnset {
            switch parameter.kind {
            case .star, .doubleStar: continue
            case .positionalOnly, .regular, .keywordOnly: break
            }
            if !defaults.isEmpty, !defaults[index].isUnset {
                slots[index] = defaults[index]
            } else if parameter.kind == .keywordOnly {
                lacksKeyword = true
            } else {
                lacksPositional = true
            }
        }
        if lacksPositional { throw missing("positional") { $0 == .positionalOnly || $0 == .regular } }
        if lacksKeyword { throw missing("keyword-only") { $0 == .keywordOnly } }
    }

    // MARK: Words

    private func missing(_ kind: String, _ counts: (Signature.Kind) -> Bool) -> Raised {
        let absent = signature.parameters.indices.filter { index in
            counts(signature.parameters[index].kind) && slots[index].isUnset
        }.map { signature.parameters[$0].name.text }
        if let missing = voice?.missing { return .typeError(missing(name, absent)) }
        let names = absent.map { "'\($0)'" }
        let plural = names.count == 1 ? "" : "s"
        return .typeError("\(name)() missing \(names.count) required \(kind) argument\(plural): \(Self.listed(names))")
    }

    /// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
    private static func listed(_ names: [String]) -> String {
        switch names.count {
        case 0, 1: names.first ?? ""
        case 2: "\(names[0]) and \(names[1])"
        default: names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
        }
    }

    private func tooMany() -> Raised {
        let most = signature.positionalCount
        let least = most - (0..<most).count { !defaults.isEmpty && !defaults[$0].isUnset }
        let takes = least < most ? "from \(least) to \(most) positional arguments" : "\(most) positional argument\(most == 1 ? "" : "s")"
        let keywordOnly = arguments.keywords.count { keyword in
            signature.parameters.contains { $0.name == keyword && $0.kind == .keywordOnly }
        }
        guard keywordOnly > 0 else {
            return .typeError("\(name)() takes \(takes) but \(arguments.count) \(arguments.count == 1 ? "was" : "were") given")
        }
        let plural = arguments.count == 1 ? "" : "s"
        let keywordPlural = keywordOnly == 1 ? "" : "s"
        let given = "\(arguments.count) positional argument\(plural) (and \(keywordOnly) keyword-only argument\(keywordPlural))"
        return .typeError("\(name)() takes \(takes) but \(given) were given")
    }

    private func unexpected(_ keyword: Name) -> Raised {
        let positionalOnly = signature.parameters.filter { parameter in
            parameter.kind == .positionalOnly && arguments.keywords.contains(parameter.name)
        }.map(\.name.text)
        guard positionalOnly.isEmpty else {
            let listed = positionalOnly.joined(separator: ", ")
            return .typeError("\(name)() got some positional-only arguments passed as keyword arguments: '\(listed)'")
        }
        return .typeError("\(name)() got an unexpected keyword argument '\(keyword.text)'")
    }
}

extension Signature {
    /// The index of the parameter a keyword names.
    func index(of keyword: Name) -> Int? {
        parameters.firstIndex { $0.name == keyword && ($0.kind == .regular || $0.kind == .keywordOnly) }
    }
}
