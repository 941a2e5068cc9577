// TemplateFormat: `"{} of {total:.2f}".format(…)`.

/// `str.format` and `str.format_map`.
struct TemplateFormat {
    private let positional: [Value]
    /// The named values: a dict, or any mapping for `format_map`.
    private let named: Value
    private let isMap: Bool
    private var nextIndex = 0
    private var numbering = Numbering.undecided

    private enum Numbering { case undecided, automatic, manual }

    /// `template.format(*positional, **named)`
    static func apply(_ template: String, _ positional: [Value], named: Value, isMap: Bool = false) throws -> String {
        var format = TemplateFormat(positional: positional, named: named, isMap: isMap)
        return try format.expand(Array(template.unicodeScalars)[...], depth: 2)
    }

    private init(positional: [Value], named: Value, isMap: Bool) {
        self.positional = positional
        self.named = named
        self.isMap = isMap
    }

    private mutating func expand(_ template: ArraySlice<Unicode.Scalar>, depth: Int) throws -> String {
        if depth < 0 { throw Raised.valueError("Max string recursion exceeded") }
        var result = ""
        var index = template.startIndex
        while index < template.endIndex {
            let scalar = template[index]
            index += 1
            guard scalar == "{" || scalar == "}" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            if index < template.endIndex, template[index] == scalar {
                result.unicodeScalars.append(scalar)
                index += 1
                continue
            }
            if scalar == "}" { throw Raised.valueError("Single '}' encountered in format string") }
            guard index < template.endIndex else { throw Raised.valueError("Single '{' encountered in format string") }
            let end = try Self.fieldEnd(template, from: index)
            result += try field(template[index..<end], depth: depth)
            index = end + 1
        }
        return result
    }

    /// The place of the brace that closes the field which begins at `start`.
    private static func fieldEnd(_ template: ArraySlice<Unicode.Scalar>, from start: Int) throws -> Int {
        var depth = 1
        var index = start
        var isIndex = false
        while index < template.endIndex {
            // Braces in square brackets belong to a key.
            if template[index] == "[" { isIndex = true } else if template[index] == "]" { isIndex = false }
            if isIndex {
                index += 1
                continue
            }
            if template[index] == "{" { depth += 1 }
            if template[index] == "}" {
                depth -= 1
                if depth == 0 { return index }
            }
            index += 1
        }
        throw Raised.valueError("expected '}' before end of string")
    }

    private mutating func field(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws -> String {
        // The name ends at `!` or `:` outside of square brackets.
        var end = text.startIndex
        var isIndex = false
        while end < text.endIndex {
            let scalar = text[end]
            if scalar == "[" { isIndex = true }
            if scalar == "]" { isIndex = false }
            if !isIndex, scalar == "!" || scalar == ":" { break }
            if scalar == "{" { throw Raised.valueError("unexpected '{' in field name") }
            end += 1
        }
        var value = try lookup(text[..<end])
        var rest = text[end...]
        if rest.first == "!" {
            rest.removeFirst()
            guard let letter = rest.popFirst() else { throw Raised.valueError("unmatched '{' in format spec") }
            if let next = rest.first, next != ":" { throw Raised.valueError("expected ':' after conversion specifier") }
            switch letter {
            case "r": value = .string(try value.repr())
            case "s": value = .string(try value.str())
            case "a": value = .string(TextLiteral.ascii(try value.repr()))
            default: throw Raised.valueError("Unknown conversion specifier \(letter)")
            }
        }
        if rest.first == ":" { rest.removeFirst() }
        return try value.format(try expand(rest, depth: depth - 1))
    }

    /// `name`, `0`, or nothing, with `.attribute` and `[index]` behind it.
    private mutating func lookup(_ text: ArraySlice<Unicode.Scalar>) throws -> Value {
        let nameEnd = text.firstIndex { $0 == "." || $0 == "[" } ?? text.endIndex
        var value = try root(String(String.UnicodeScalarView(text[..<nameEnd])))
        var index = nameEnd
        while index < text.endIndex {
            let opener = text[index]
            index += 1
            if opener == "." {
                let end = text[index...].firstIndex { $0 == "." || $0 == "[" } ?? text.endIndex
                if end == index { throw Raised.valueError("Empty attribute in format string") }
                value = try value.attribute(Name(String(String.UnicodeScalarView(text[index..<end]))))
                index = end
            } else if opener == "[" {
                guard let end = text[index...].firstIndex(of: "]") else { throw Raised.valueError("Missing ']' in format string") }
                if end == index { throw Raised.valueError("Empty attribute in format string") }
                let key = String(String.UnicodeScalarView(text[index..<end]))
                value = try value.item(Self.number(key).map { .int($0) } ?? .string(key))
                index = end + 1
            } else {
                throw Raised.valueError("Only '.' or '[' may follow ']' in format field specifier")
            }
        }
        return value
    }

    private static func number(_ text: String) -> Int? {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? Int(text) : nil
    }

    private mutating func root(_ name: String) throws -> Value {
        if name.isEmpty {
            if numbering == .manual { throw Raised.valueError("cannot switch from manual field specification to automatic field numbering") }
            numbering = .automatic
            nextIndex += 1
            return try positional(nextIndex - 1)
        }
        guard let index = Self.number(name) else { return try named.item(.string(name)) }
        if numbering == .automatic { throw Raised.valueError("cannot switch from automatic field numbering to manual field specification") }
        numbering = .manual
        return try positional(index)
    }

    private func positional(_ index: Int) throws -> Value {
        if isMap { throw Raised.valueError("Format string contains positional fields") }
        guard index < positional.count else {
            throw Raised.indexError("Replacement index \(index) out of range for positional args tuple")
        }
        return positional[index]
    }
}
