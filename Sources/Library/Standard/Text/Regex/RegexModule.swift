// The module `re`.
import Runtime

enum RegexModule {
    static let module: @Sendable () -> Module = {
        .withTexts("re", doc: "Regular expressions.", rows: rows, constants: constants)
    }

    /// The exception `re.error`.
    static let errorClass = Class(native: "error", base: .exception("Exception"), module: "re")

    /// The names of the flags that the text of a compiled expression shows.
    static let flagNames: [(name: String, value: Int)] = [
        ("ASCII", 256), ("IGNORECASE", 2), ("LOCALE", 4), ("UNICODE", 32), ("MULTILINE", 8), ("DOTALL", 16), ("VERBOSE", 64), ("DEBUG", 128),
    ]

    private static let constants: [(name: String, value: Value)] = [
        ("error", .object(errorClass)), ("Pattern", .object(PatternObject.cls)), ("Match", .object(MatchObject.cls)),
    ]

    /// The exception for a bad expression.
    static func error(_ error: RegexError, in pattern: String) -> Raised {
        let raised = Raised(errorClass, error.position.map { "\(error.message) at position \($0)" } ?? error.message)
        raised.exception.setOwnAttribute("msg", .string(error.message))
        raised.exception.setOwnAttribute("pattern", .string(pattern))
        raised.exception.setOwnAttribute("pos", error.position.map { .int($0) } ?? .none)
        return raised
    }

    /// Compiled expressions by flags and text. Touched on the interpreter's thread only.
    nonisolated(unsafe) private static var cache: [String: PatternObject] = [:]

    /// The pattern in a value: a compiled one, or a text.
    static func pattern(_ value: Value, flags: Int = 0) throws -> PatternObject {
        if let pattern = value.as(PatternObject.self) {
            if flags != 0 { throw Raised.valueError("cannot process flags argument with a compiled pattern") }
            return pattern
        }
        guard let text = value.text else { throw Raised.typeError("first argument must be string or compiled pattern") }
        let key = "\(flags):\(text)"
        if let known = cache[key], StrObject.sameBytes(known.pattern, text) { return known }
        let program: RegexProgram
        do throws(RegexError) {
            program = try RegexProgram(text, flags: RegexFlags(rawValue: flags))
        } catch {
            throw self.error(error, in: text)
        }
        let pattern = PatternObject(text, program)
        if cache.count > 500 { cache.removeAll() }
        cache[key] = pattern
        return pattern
    }

    /// A function that compiles its first argument and calls the pattern's method of the same name with the rest.
    private static func forwarding(_ header: String, _ doc: String, example: String) -> Row {
        let name = Name(String(header.prefix { $0 != "(" }))
        return def(header, doc, example: example) { (pattern: Value, first: Value, flags: Int) in
            try Value.object(self.pattern(pattern, flags: flags)).callMethod(name, [first])
        }
    }

    private static var rows: [Row] {
        [
            def("compile(pattern, flags=0)", "A compiled expression.", example: "re.compile(r'\\d+').findall('1 22')") { (pattern: Value, flags: Int) in
                Value.object(try self.pattern(pattern, flags: flags))
            },
            forwarding("search(pattern, string, flags=0)", "The first match anywhere.", example: "re.search('b', 'abc')"),
            forwarding("match(pattern, string, flags=0)", "A match at the beginning.", example: "re.match('a', 'abc')"),
            forwarding("fullmatch(pattern, string, flags=0)", "A match of everything.", example: "re.fullmatch('abc', 'abc')"),
            forwarding("findall(pattern, string, flags=0)", "The texts of all matches.", example: "re.findall('a.', 'abac')"),
            forwarding("finditer(pattern, string, flags=0)", "All matches.", example: "[m.span() for m in re.finditer('a', 'aba')]"),
            def("split(pattern, string, maxsplit=0, flags=0)", "The parts between matches.", example: "re.split(r'[,;]', 'a,b;c')") {
                (pattern: Value, text: Value, limit: Int, flags: Int) in
                try Value.object(self.pattern(pattern, flags: flags)).callMethod("split", [text, .int(limit)])
            },
            def("sub(pattern, repl, string, count=0, flags=0)", "The text with matches replaced.", example: "re.sub('a', 'o', 'banana')") {
                (pattern: Value, replacement: Value, text: Value, count: Int, flags: Int) in
                try Value.object(self.pattern(pattern, flags: flags)).callMethod("sub", [replacement, text, .int(count)])
            },
            def("subn(pattern, repl, string, count=0, flags=0)", "The text with matches replaced, and how many.") {
                (pattern: Value, replacement: Value, text: Value, count: Int, flags: Int) in
                try Value.object(self.pattern(pattern, flags: flags)).callMethod("subn", [replacement, text, .int(count)])
            },
            def("escape(pattern)", "The text with special characters escaped.", example: "re.escape('a.b')") { (text: String) in
                let special: Set<Unicode.Scalar> = Set("()[]{}?*+-|^$\\.&~# \t\n\r\u{0B}\u{0C}".unicodeScalars)
                return text.unicodeScalars.reduce(into: "") { result, scalar in
                    if special.contains(scalar) { result += "\\" }
                    result.unicodeScalars.append(scalar)
                }
            },
            def("purge()", "Forgets compiled expressions.") { () in cache.removeAll() },
        ]
    }
}
