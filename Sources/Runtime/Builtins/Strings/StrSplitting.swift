// Methods of str that take text apart, put it together or trim it.

enum StrSplitting {
    static var rows: [Row] { splitting + joining + trimming }

    private static var splitting: [Row] {
        [
            def("split(self, sep=None, maxsplit=-1)", "The parts between separators, or between runs of blanks.", example: "'a,b,c'.split(',', 1)") {
                (me: StrObject, separator: Value, limit: Int) in
                if me.isASCII, separator.isNone { return Value.list(asciiWords(me, limit)) }
                guard let parts = try split(me.value, separator, limit) else { return Value.list([]) }
                return .list(me.isASCII ? parts.map { .object(StrObject($0, isASCII: true)) } : parts.map { .string($0) })
            },
            def("rsplit(self, sep=None, maxsplit=-1)", "As split, counting from the end.", example: "'a,b,c'.rsplit(',', 1)") {
                (me: StrObject, separator: Value, limit: Int) in
                let mirrored: Value = separator.text.map { .string(reversed($0)) } ?? separator
                guard let parts = try split(reversed(me.value), mirrored, limit) else { return Value.list([]) }
                return .list(parts.reversed().map { .string(reversed($0)) })
            },
            def("splitlines(self, keepends=False)", "The lines of the text.", example: "'a\\nb\\n'.splitlines()") {
                (me: StrObject, keepsEnds: Bool) in
                Value.list(lines(me.value, keepsEnds: keepsEnds).map { .string($0) })
            },
            def("partition(self, sep, /)", "The text before, at and behind the first separator.", example: "'k=v'.partition('=')") {
                (me: StrObject, separator: Value) in
                let separator = try separatorText(separator)
                let whole = Array(me.value.utf8), part = Array(separator.utf8)
                guard let found = ByteSearch.first(part, in: whole, from: 0) else { return texts([me.value, "", ""]) }
                return texts([text(whole[..<found]), separator, text(whole[(found + part.count)...])])
            },
            def("rpartition(self, sep, /)", "The text before, at and behind the last separator.", example: "'a.b.c'.rpartition('.')") {
                (me: StrObject, separator: Value) in
                let separator = try separatorText(separator)
                let whole = Array(me.value.utf8), part = Array(separator.utf8)
                guard let found = ByteSearch.last(part, in: whole, from: 0, end: whole.count) else { return texts(["", "", me.value]) }
                return texts([text(whole[..<found]), separator, text(whole[(found + part.count)...])])
            },
        ]
    }

    private static var joining: [Row] {
        [
            def(quick: "join(self, iterable, /)", "The texts of an iterable with this text between them.", example: "', '.join(['a', 'b'])") {
                (me: StrObject, parts: Value) in
                guard try parts.iteratorIfIterable() != nil else { throw Raised.typeError("can only join an iterable") }
                var result = ""
                var index = 0
                try parts.forEach { part in
                    guard let text = part.text else {
                        throw Raised.typeError("sequence item \(index): expected str instance, \(part.type.name) found")
                    }
                    if index > 0 { result += me.value }
                    result += text
                    index += 1
                    try Sequences.requireRoom(for: result.utf8.count)
                }
                return result
            },
        ]
    }

    private static var trimming: [Row] {
        [
            def("strip(self, chars=None, /)", "The text without blanks (or the given characters) at both ends.", example: "'  hi '.strip()") {
                (me: StrObject, characters: Value) in try strip(me.value, characters, "strip", left: true, right: true)
            },
            def("lstrip(self, chars=None, /)", "The text without blanks (or the given characters) at its beginning.") {
                (me: StrObject, characters: Value) in try strip(me.value, characters, "lstrip", left: true, right: false)
            },
            def("rstrip(self, chars=None, /)", "The text without blanks (or the given characters) at its end.") {
                (me: StrObject, characters: Value) in try strip(me.value, characters, "rstrip", left: false, right: true)
            },
        ]
    }

    /// The separator of a partition.
    private static func separatorText(_ value: Value) throws -> String {
        guard let text = value.text else { throw Raised.typeError("must be str, not \(value.type.name)") }
        if text.isEmpty { throw Raised.valueError("empty separator") }
        return text
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    private static func texts(_ parts: [String]) -> Value { .tuple(parts.map { .string($0) }) }

    private static func reversed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.reversed()))
    }

    /// The parts of a text; nil where there are none.
    private static func split(_ text: String, _ separator: Value, _ limit: Int) throws -> [String]? {
        let limit = limit < 0 ? Int.max : limit
        if separator.isNone { return splitAtBlanks(text, limit) }
        guard let given = separator.text else { throw Raised.typeError("must be str or None, not \(separator.type.name)") }
        if given.isEmpty { throw Raised.valueError("empty separator") }
        let whole = Array(text.utf8), part = Array(given.utf8)
        var parts: [String] = []
        var from = 0
        while parts.count < limit, let found = ByteSearch.first(part, in: whole, from: from) {
            parts.append(self.text(whole[from..<found]))
            try Interpreter.pace(found + part.count - from)
            from = found + part.count
        }
        parts.append(self.text(whole[from...]))
        return parts
    }

    /// As `splitAtBlanks` for a text whose characters are bytes.
    private static func asciiWords(_ text: StrObject, _ limit: Int) -> [Value] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D || byte >= 0x1C && byte <= 0x1F }
        var text = text.value
        return text.withUTF8 { bytes in
            var words: [Value] = []
            var end = 0
            while true {
                var start = end
                while start < bytes.count, isBlank(bytes[start]) { start += 1 }
                if start == bytes.count { return words }
                // Blanks at the far end stay in what is left over.
                end = words.count == limit ? bytes.count : start
                while end < bytes.count, !isBlank(bytes[end]) { end += 1 }
                let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
                words.append(.object(StrObject(word, isASCII: true)))
            }
        }
    }

    private static func splitAtBlanks(_ text: String, _ limit: Int) -> [String]? {
        var parts: [String] = []
        var rest = text.unicodeScalars[...]
        while true {
            rest = rest.drop { $0.isPythonSpace }
            if rest.isEmpty { break }
            if parts.count == limit {
                // Blanks at the far end stay in what is left over.
                parts.append(String(rest))
                break
            }
            let word = rest.prefix { !$0.isPythonSpace }
            parts.append(String(word))
            rest = rest[word.endIndex...]
        }
        return parts.isEmpty ? nil : parts
    }

    /// The lines of a text; `\r\n` counts as one end.
    static func lines(_ text: String, keepsEnds: Bool) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        var pending = scalars.next()
        var hasOpenLine = false
        while let scalar = pending {
            pending = scalars.next()
            hasOpenLine = true
            guard scalar.isLineBoundary else {
                line.append(scalar)
                continue
            }
            if keepsEnds { line.append(scalar) }
            if scalar == "\r", pending == "\n" {
                if keepsEnds { line.append("\n") }
                pending = scalars.next()
            }
            lines.append(String(line))
            line = String.UnicodeScalarView()
            hasOpenLine = false
        }
        if hasOpenLine { lines.append(String(line)) }
        return lines
    }

    private static func strip(_ text: String, _ characters: Value, _ name: String, left: Bool, right: Bool) throws -> String {
        let given: Set<Unicode.Scalar>?
        if characters.isNone { given = nil } else if let chosen = characters.text { given = Set(chosen.unicodeScalars) } else {
            throw Raised.typeError("\(name) arg must be None or str")
        }
        func goes(_ scalar: Unicode.Scalar) -> Bool { given?.contains(scalar) ?? scalar.isPythonSpace }
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, left && goes(first) || right && goes(last) else { return text }
        var rest = text.unicodeScalars[...]
        if left { rest = rest.drop(while: goes) }
        if right { while let last = rest.last, goes(last) { rest.removeLast() } }
        return String(text[rest.startIndex..<rest.endIndex])
    }
}

extension Unicode.Scalar {
    /// Python's `str.isspace` for one character.
    var isPythonSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x1C...0x1F: true
        case 0..<0x80: false
        default: properties.isWhitespace
        }
    }

    /// Where `str.splitlines` ends a line.
    var isLineBoundary: Bool {
        switch value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
