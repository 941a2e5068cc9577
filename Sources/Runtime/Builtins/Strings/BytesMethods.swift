// Methods of bytes, and `bytes(…)` itself.

enum BytesMethods {
    static var rows: [Row] {
        [
            def("decode(self, encoding='utf-8', errors='strict')", "The bytes as text.", example: "b'abc'.decode()") {
                (me: BytesObject, encoding: String, errors: String) in
                try TextEncoding(encoding).decode(me.bytes, errors: errors)
            },
            def("hex(self, sep='', bytes_per_sep=1)", "The bytes as hexadecimal digits.", example: "b'\\x01\\xff'.hex()") {
                (me: BytesObject, separator: String, group: Int) in
                let pairs = me.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                return pairs.joined(separator: separator)
            },
            def("fromhex(cls, string, /)", "The bytes that hexadecimal digits spell.", example: "bytes.fromhex('01ff')") { (cls: Value, text: String) in
                var digits: [UInt8] = []
                for (position, scalar) in text.unicodeScalars.enumerated() where !scalar.isPythonSpace {
                    guard let digit = Character(scalar).hexDigitValue else {
                        throw Raised.valueError("non-hexadecimal number found in fromhex() arg at position \(position)")
                    }
                    digits.append(UInt8(digit))
                }
                if digits.count % 2 == 1 { throw Raised.valueError("non-hexadecimal number found in fromhex() arg at position \(text.unicodeScalars.count)") }
                return Value.object(BytesObject(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }))
            }.asClassMethod,
            def("count(self, sub, /)", "How often a part occurs.") { (me: BytesObject, part: Value) in
                StrSearch.count(try bytes(part), in: me.bytes)
            },
            def("find(self, sub, /)", "The first position of a part, or -1.") { (me: BytesObject, part: Value) in
                ByteSearch.first(try bytes(part), in: me.bytes, from: 0) ?? -1
            },
            def("index(self, sub, /)", "The first position of a part; ValueError where there is none.") { (me: BytesObject, part: Value) in
                guard let index = ByteSearch.first(try bytes(part), in: me.bytes, from: 0) else { throw Raised.valueError("subsection not found") }
                return index
            },
            def("rfind(self, sub, /)", "The last position of a part, or -1.") { (me: BytesObject, part: Value) in
                ByteSearch.last(try bytes(part), in: me.bytes, from: 0, end: me.bytes.count) ?? -1
            },
            def("startswith(self, prefix, /)", "Whether the bytes begin with others.") { (me: BytesObject, part: BytesObject) in me.bytes.starts(with: part.bytes) },
            def("endswith(self, suffix, /)", "Whether the bytes end with others.") { (me: BytesObject, part: BytesObject) in
                me.bytes.suffix(part.bytes.count).elementsEqual(part.bytes)
            },
            def("join(self, iterable, /)", "Bytes with these between them.") { (me: BytesObject, parts: Value) in
                let pieces = try parts.elements().enumerated().map { index, part in
                    guard let piece = part.as(BytesObject.self) else {
                        throw Raised.typeError("sequence item \(index): expected a bytes-like object, \(part.type.name) found")
                    }
                    return piece.bytes
                }
                return Value.object(BytesObject(Array(pieces.joined(separator: me.bytes))))
            },
            lettered("upper", 0x61...0x7A), lettered("lower", 0x41...0x5A), textual("strip") { trim($0) },
            tested("isalpha"), tested("isdigit"), tested("isalnum"), tested("isspace"), tested("isupper"), tested("islower"),
            def("split(self, sep=None, /)", "The parts between separators.") { (me: BytesObject, separator: Value) in
                try onText(.object(me), "split", separator.as(BytesObject.self).map { [.string(TextEncoding.latin1Text($0.bytes))] } ?? [])
            },
            def("replace(self, old, new, /)", "The bytes with a part replaced.") { (me: BytesObject, old: BytesObject, new: BytesObject) in
                let latin = [me, old, new].map { TextEncoding.latin1Text($0.bytes) }
                return latin1(try StrSearch.replace(latin[0], latin[1], latin[2], -1))
            },
        ]
    }

    /// `upper` or `lower`: changes the case of ASCII letters of the other.
    private static func lettered(_ name: String, _ letters: ClosedRange<UInt8>) -> Row {
        def("\(name)(self, /)", "As for str, on ASCII letters.") { (me: BytesObject) in
            Value.object(BytesObject(me.bytes.map { letters.contains($0) ? $0 ^ 0x20 : $0 }))
        }
    }

    /// A method that treats the bytes as ASCII text.
    private static func textual(_ name: String, _ change: @escaping @Sendable (String) -> String) -> Row {
        def("\(name)(self, /)", "As for str, on ASCII letters.") { (me: BytesObject) in
            latin1(change(TextEncoding.latin1Text(me.bytes)))
        }
    }

    /// A question about the bytes seen as ASCII text.
    private static func tested(_ name: String) -> Row {
        def("\(name)(self, /)", "As for str, on ASCII characters.") { (me: BytesObject) in
            guard me.bytes.allSatisfy({ $0 < 0x80 }) else { return Value.bool(false) }
            return try Value.string(TextEncoding.latin1Text(me.bytes)).callMethod(Name(name), [])
        }
    }

    private static func trim(_ text: String) -> String {
        var rest = text.unicodeScalars[...].drop { $0.isPythonSpace }
        while let last = rest.last, last.isPythonSpace { rest.removeLast() }
        return String(rest)
    }

    private static func latin1(_ text: String) -> Value { .object(BytesObject(text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })) }

    /// Calls a method of str on the bytes seen as Latin-1 and turns the parts back into bytes.
    private static func onText(_ receiver: Value, _ name: Name, _ arguments: [Value]) throws -> Value {
        let text = TextEncoding.latin1Text(receiver.as(BytesObject.self)?.bytes ?? [])
        return .list(try Value.string(text).callMethod(name, arguments).elements().map { latin1($0.text ?? "") })
    }

    private static func bytes(_ value: Value) throws -> [UInt8] {
        if let object = value.as(BytesObject.self) { return object.bytes }
        if case .int(let byte) = value, let exact = UInt8(exactly: byte) { return [exact] }
        throw Raised.typeError("argument should be integer or bytes-like object, not '\(value.type.name)'")
    }

    /// `bytes()`, `bytes(count)`, `bytes(iterable)`, `bytes(text, encoding)`
    static let construct: Class.Constructor = { cls, arguments in
        guard arguments.count > 0 else { return .object(BytesObject([], type: cls)) }
        let source = arguments[0]
        if let text = source.text {
            guard let encoding = arguments.count > 1 ? arguments[1].text : arguments.keyword("encoding")?.text else {
                throw Raised.typeError("string argument without an encoding")
            }
            return .object(BytesObject(try TextEncoding(encoding).encode(text, errors: "strict"), type: cls))
        }
        if let object = source.as(BytesObject.self) { return .object(BytesObject(object.bytes, type: cls)) }
        if let count = try source.index() {
            if count < 0 { throw Raised.valueError("negative count") }
            if count > Sequences.largestCount { throw Raised.memoryError("") }
            return .object(BytesObject(Array(repeating: 0, count: count), type: cls))
        }
        guard try source.iteratorIfIterable() != nil else {
            throw Raised.typeError("cannot convert '\(source.type.name)' object to bytes")
        }
        let values = try source.elements().map { element in
            guard let int = try element.index() else { throw Raised.typeError("'\(element.type.name)' object cannot be interpreted as an integer") }
            guard let byte = UInt8(exactly: int) else { throw Raised.valueError("bytes must be in range(0, 256)") }
            return byte
        }
        return .object(BytesObject(values, type: cls))
    }
}
