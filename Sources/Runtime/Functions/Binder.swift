// Binder: arguments of a call → one value per parameter, with CPython's words for what does not fit.

/// Binds arguments to parameters, for user functions and native rows alike.
enum Binder {
    /// Fills `slots` (one per parameter, all `.unset` before) from the arguments and the defaults.
    /// - Throws: TypeError in CPython's words.
    static func bind(_ arguments: Arguments, to signature: Signature, into slots: UnsafeMutablePointer<Value>, voice: Voice? = nil) throws {
        let positional = min(arguments.count, signature.positionalCount)
        for index in 0..<positional { slots[index] = arguments[index] }
        if arguments.count > signature.positionalCount {
            guard let star = signature.starIndex else { throw tooMany(arguments, signature, slots) }
            slots[star] = .tuple(Array(arguments.positional[positional...]))
        } else if let star = signature.starIndex {
            slots[star] = .object(TupleObject.empty)
        }
        if !arguments.keywords.isEmpty || signature.doubleStarIndex != nil {
            try bindKeywords(arguments, signature, slots, voice)
        }
        try fillDefaults(signature, slots, voice)
    }

    private static func bindKeywords(_ arguments: Arguments, _ signature: Signature, _ slots: UnsafeMutablePointer<Value>, _ voice: Voice?) throws {
        var extra: DictObject?
        if let index = signature.doubleStarIndex {
            let dict = DictObject()
            extra = dict
            slots[index] = .object(dict)
        }
        for (name, value) in arguments.keywordPairs {
            let index = signature.index(of: name) ?? voice?.aliases[name]?.lazy.compactMap(signature.index(of:)).first
            if let index {
                guard slots[index].isUnset else {
                    throw Raised.typeError("\(signature.name)() got multiple values for argument '\(name.text)'")
                }
                slots[index] = value
            } else if voice != nil, let star = signature.starIndex, signature.parameters[star].name == name, arguments.count <= signature.positionalCount {
                slots[star] = .tuple([value])
            } else if let extra {
                try extra.table.set(.object(name.object), value)
            } else {
                throw unexpected(name, arguments, signature)
            }
        }
    }

    private static func fillDefaults(_ signature: Signature, _ slots: UnsafeMutablePointer<Value>, _ voice: Voice?) throws {
        var lacksPositional = false
        var lacksKeyword = false
        for (index, parameter) in signature.parameters.enumerated() where slots[index].isUnset {
            switch parameter.kind {
            case .positionalOnly, .regular:
                if parameter.defaultValue.isUnset { lacksPositional = true } else { slots[index] = parameter.defaultValue }
            case .keywordOnly:
                if parameter.defaultValue.isUnset { lacksKeyword = true } else { slots[index] = parameter.defaultValue }
            case .star, .doubleStar: break
            }
        }
        if lacksPositional { throw missing(signature, slots, kind: "positional", voice) }
        if lacksKeyword { throw missing(signature, slots, kind: "keyword-only", voice) }
    }

    // MARK: Words

    private static func missing(_ signature: Signature, _ slots: UnsafeMutablePointer<Value>, kind: String, _ voice: Voice?) -> Raised {
        let absent = signature.parameters.indices.filter { index in
            let parameter = signature.parameters[index]
            let fits = kind == "positional" ? parameter.kind == .positionalOnly || parameter.kind == .regular : parameter.kind == .keywordOnly
            return fits && slots[index].isUnset
        }.map { signature.parameters[$0].name.text }
        if let missing = voice?.missing { return .typeError(missing(signature.name, absent)) }
        let names = absent.map { "'\($0)'" }
        let plural = names.count == 1 ? "" : "s"
        return .typeError("\(signature.name)() missing \(names.count) required \(kind) argument\(plural): \(listed(names))")
    }

    /// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
    private static func listed(_ names: [String]) -> String {
        switch names.count {
        case 0, 1: names.first ?? ""
        case 2: "\(names[0]) and \(names[1])"
        default: names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
        }
    }

    private static func tooMany(_ arguments: Arguments, _ signature: Signature, _ slots: UnsafeMutablePointer<Value>) -> Raised {
        let most = signature.positionalCount
        let defaults = signature.parameters.prefix(most).count { !$0.defaultValue.isUnset }
        let takes = defaults > 0 ? "from \(most - defaults) to \(most) positional arguments"
            : "\(most) positional argument\(most == 1 ? "" : "s")"
        let keywordOnly = arguments.keywords.count { name in
            signature.parameters.contains { $0.name == name && $0.kind == .keywordOnly }
        }
        if keywordOnly > 0 {
            let plural = arguments.count == 1 ? "" : "s"
            let keywordPlural = keywordOnly == 1 ? "" : "s"
            return .typeError("\(signature.name)() takes \(takes) but \(arguments.count) positional argument\(plural) (and \(keywordOnly) keyword-only argument\(keywordPlural)) were given")
        }
        return .typeError("\(signature.name)() takes \(takes) but \(arguments.count) \(arguments.count == 1 ? "was" : "were") given")
    }

    private static func unexpected(_ name: Name, _ arguments: Arguments, _ signature: Signature) -> Raised {
        let positionalOnly = signature.parameters.filter { parameter in
            parameter.kind == .positionalOnly && arguments.keywords.contains(parameter.name)
        }.map(\.name.text)
        if !positionalOnly.isEmpty {
            return .typeError("\(signature.name)() got some positional-only arguments passed as keyword arguments: '\(positionalOnly.joined(separator: ", "))'")
        }
        return .typeError("\(signature.name)() got an unexpected keyword argument '\(name.text)'")
    }
}

extension Signature {
    /// The index of the parameter a keyword names.
    func index(of keyword: Name) -> Int? {
        parameters.firstIndex { $0.name == keyword && ($0.kind == .regular || $0.kind == .keywordOnly) }
    }
}
