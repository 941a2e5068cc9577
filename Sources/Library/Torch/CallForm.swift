// Defines one form of a function that can be called in several ways, and PyTorch's words for a call that fits none.
import Runtime
import Tensors

/// One form: `Tensor input, int dim, bool keepdim = False`.
struct CallForm: Sendable {
    private struct Parameter {
        let type: Substring
        let name: Substring
        let isRequired: Bool
        let isKeywordOnly: Bool
    }

    private let text: String

    init(_ text: String) { self.text = text }

    /// What the commas part, `*` included.
    private var parts: [Substring] { text.isEmpty ? [""] : text.split(separator: ", ") }

    private var parameters: [Parameter] {
        var isKeywordOnly = false
        return parts.compactMap { part in
            if part == "*" { isKeywordOnly = true }
            let declared = part.split(separator: " = ", maxSplits: 1)
            guard let first = declared.first, let blank = first.lastIndex(of: " ") else { return nil }
            return Parameter(
                type: first[..<blank], name: first[first.index(after: blank)...], isRequired: declared.count == 1, isKeywordOnly: isKeywordOnly)
        }
    }

    /// The same form without its receiver and without `out`; nil where no tensor comes first.
    var ofMethod: CallForm? {
        guard parts.first == "Tensor input" else { return nil }
        var rest = parts.dropFirst().filter { !$0.hasSuffix(" out = None") }
        if rest.last == "*" { rest.removeLast() }
        return CallForm(rest.joined(separator: ", "))
    }

    /// Whether so many arguments can be meant for this form.
    private func takes(_ count: Int) -> Bool {
        let parameters = parameters
        return count >= parameters.count(where: \.isRequired) && count <= parameters.count
    }

    /// Words a call that fits no form of a function; nil where the function has no forms here.
    @Sendable static func words(_ call: Voice.Refused) -> String? {
        if call.isMethod, let words = wordsWithoutParameters(call) { return words }
        guard let forms = CallForms.forms(of: call.function, isMethod: call.isMethod) else {
            return call.isMethod ? ofHeader(call.header)?.tooManyForMethod(call) : nil
        }
        if let words = forms.lazy.compactMap({ $0.sizeMistake(call) }).first { return words }
        let likely = forms.filter { $0.takes(call.arguments.total) }
        if likely.count == 1 { return likely[0].mistake(call) }
        let start = "\(call.function)() received an invalid combination of arguments - got "
        if forms.count == 1 { return start + forms[0].onlyMistake(call.arguments) }
        return forms.reduce(start + given(call.arguments) + ", but expected one of:\n") { $0 + $1.line(call.arguments) }
    }

    /// The form that a row's header declares; nil where it takes any number of arguments.
    private static func ofHeader(_ header: String) -> CallForm? {
        let parameters = header.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ", ").dropFirst()
        if parameters.contains(where: { $0.hasPrefix("*") && $0.count > 1 }) { return nil }
        return CallForm(parameters.map { part in
            part == "*" ? "*" : "object " + (part.firstIndex(of: "=").map { "\(part[..<$0]) = \(part[part.index(after: $0)...])" } ?? String(part))
        }.joined(separator: ", "))
    }

    /// PyTorch does not count the receiver of a method.
    private func tooManyForMethod(_ call: Voice.Refused) -> String? {
        let positional = parameters.filter { !$0.isKeywordOnly }
        guard call.arguments.count > positional.count else { return nil }
        return Self.tooMany(call, least: positional.count(where: \.isRequired), most: positional.count)
    }

    /// A method without parameters got some.
    private static func wordsWithoutParameters(_ call: Voice.Refused) -> String? {
        guard !call.header.contains(","), call.arguments.total > 0, CallForms.forms(of: call.function, isMethod: true) == nil else { return nil }
        if !call.arguments.keywords.isEmpty { return "TensorBase.\(call.function)() takes no keyword arguments" }
        return "TensorBase.\(call.function)() takes no arguments (\(call.arguments.count) given)"
    }

    // MARK: One form is meant

    /// What is wrong with a call that is meant for this form; nil where nothing is.
    private func mistake(_ call: Voice.Refused) -> String? {
        let parameters = parameters, arguments = call.arguments
        let positional = parameters.filter { !$0.isKeywordOnly }
        if arguments.count > positional.count {
            return Self.tooMany(call, least: parameters.count(where: \.isRequired), most: positional.count)
        }
        for (index, parameter) in parameters.enumerated() {
            let isPositional = index < arguments.count && !parameter.isKeywordOnly
            guard let value = isPositional ? arguments[index] : arguments.keyword(Name(String(parameter.name))) else {
                if parameter.isRequired {
                    return "\(call.function)() missing 1 required positional arguments: \"\(parameter.name)\""
                }
                continue
            }
            if !Self.fits(value, parameter) {
                let position = isPositional ? " (position \(index + 1))" : ""
                return "\(call.function)(): argument '\(parameter.name)'\(position) must be \(parameter.type), not \(value.type.name)"
            }
        }
        let known = parameters.map { String($0.name) }
        for keyword in arguments.keywords {
            guard let index = known.firstIndex(of: keyword.text) else {
                return "\(call.function)() got an unexpected keyword argument '\(keyword.text)'"
            }
            if index < arguments.count { return "\(call.function)() got multiple values for argument '\(keyword.text)'" }
        }
        return nil
    }

    /// Sizes begin with an integer and go on with something else; nil where that is not so.
    private func sizeMistake(_ call: Voice.Refused) -> String? {
        guard let first = parameters.first, first.name == "size", call.arguments.count > 0 else { return nil }
        let items = call.arguments[0].sequenceElements ?? Array(call.arguments.positional)
        guard items.first?.isInt == true,
              let index = items.firstIndex(where: { !$0.isInt })
        else { return nil }
        return "\(call.function)(): argument 'size' failed to unpack the object at pos \(index + 1) with error \"type must be tuple of ints,but got "
            + "\(items[index].type.name)\""
    }

    private static func tooMany(_ call: Voice.Refused, least: Int, most: Int) -> String {
        let given = call.arguments.count
        if least == most {
            let were = given == 1 ? "was" : "were"
            return "\(call.function)() takes \(most) positional argument\(most == 1 ? "" : "s") but \(given) \(were) given"
        }
        return "\(call.function)() takes from \(least) to \(most) positional arguments but \(given) were given"
    }

    private static func fits(_ value: Value, _ parameter: Parameter) -> Bool {
        switch parameter.type {
        case "Tensor": Tensor.from(value) != nil || (parameter.name == "other" && isNumber(value))
        case "Number", "float": isNumber(value)
        case "int": value.isInt
        case "bool": if case .bool = value { true } else { false }
        case "str": value.type.name == "str"
        case "tuple of ints": value.sequenceElements != nil || (parameter.name != "size" && value.isInt)
        default: parameter.type.hasSuffix(value.type.name) || value.isNone
        }
    }

    private static func isNumber(_ value: Value) -> Bool { ((try? Number.from(value)) ?? nil) != nil }

    // MARK: None is meant

    /// `(Tensor, str, dim=int)`
    private static func given(_ arguments: Arguments) -> String {
        let positional = arguments.positional.map(\.type.name)
        let keywords = arguments.keywordPairs.reversed().map { "\($0.name.text)=\($0.value.type.name)" }
        // The comma behind keywords alone is PyTorch's.
        return "(\((positional + keywords).joined(separator: ", "))\(positional.isEmpty && !keywords.isEmpty ? ", " : ""))"
    }

    private func line(_ arguments: Arguments) -> String {
        let line = " * (\(text))\n"
        guard parts.count == arguments.total else { return line }
        let unknown = unknownKeywords(arguments)
        if !unknown.isEmpty {
            return line + "      didn't match because some of the keywords were incorrect: \(unknown.joined(separator: ", "))\n"
        }
        return line + "      didn't match because some of the arguments have invalid types: \(marked(arguments))\n"
    }

    /// How the only form of a function shows what it got.
    private func onlyMistake(_ arguments: Arguments) -> String {
        let unknown = unknownKeywords(arguments)
        let fits = parts.count == arguments.total
        if fits && !unknown.isEmpty { return "unrecognized keyword arguments: \(unknown.joined(separator: ", "))" }
        return (fits ? marked(arguments) : Self.given(arguments)) + ", but expected (\(text))"
    }

    private func unknownKeywords(_ arguments: Arguments) -> [String] {
        let known = parameters.map { String($0.name) }
        return arguments.keywords.map(\.text).filter { !known.contains($0) }
    }

    /// The types of the arguments, those that are not literally the parameter's between exclamation marks.
    private func marked(_ arguments: Arguments) -> String {
        let positional = zip(parts, arguments.positional).map { part, value in
            let type = Self.spelled(value)
            return part.hasPrefix(type + " ") && !part.contains(" = ") ? type : "!\(type)!"
        }
        let keywords = arguments.keywordPairs.map { "\($0.name.text)=!\($0.value.type.name)!" }
        return "(\((positional + keywords).joined(separator: ", ")))"
    }

    /// `list of [int]` for lists with elements.
    private static func spelled(_ value: Value) -> String {
        guard let items = value.sequenceElements, !items.isEmpty else { return value.type.name }
        return "\(value.type.name) of [\(items.map(\.type.name).joined(separator: ", "))]"
    }
}

extension Value {
    fileprivate var isInt: Bool { if case .int = self { true } else { false } }
}
