// Methods of bytes and bytearray that are not those of str, and the two classes' constructors.

enum BytesMethods {
    /// Of both.
    static var rows: [Row] {
        ByteText.rows + [
            def("decode(self, encoding='utf-8', errors='strict')", "The bytes as text.", example: "b'abc'.decode()") {
                (me: BytesObject, encoding: String, errors: String) in
                try TextEncoding(encoding).decode(me.bytes, errors: errors)
            },
            def("hex(self, sep='', bytes_per_sep=1)", "The bytes as hexadecimal digits.", example: "b'\\x01\\xff'.hex()") {
                (me: BytesObject, separator: String, group: Int) in
                hexadecimal(me.bytes, separator, group)
            },
            def("fromhex(cls, string, /)", "The bytes that hexadecimal digits spell.", example: "bytes.fromhex('01ff')") { (cls: Class, text: String) in
                let bytes = try fromHexadecimal(text)
                return Value.object(cls.isSubclass(of: .bytearray) ? ByteArrayObject(bytes, type: cls) : BytesObject(bytes, type: cls))
            }.asClassMethod,
            def("isascii(self, /)", "Whether all bytes are ASCII characters.") { (me: BytesObject) in me.bytes.allSatisfy { $0 < 0x80 } },
            def("join(self, iterable, /)", "Bytes with these between them.") { (me: BytesObject, parts: Value) in
                let pieces = try parts.elements().enumerated().map { index, part in
                    guard let piece = part.as(BytesObject.self) else {
                        throw Raised.typeError("sequence item \(index): expected a bytes-like object, \(part.type.name) found")
                    }
                    return piece.bytes
                }
                return Value.object(me.like(Array(pieces.joined(separator: me.bytes))))
            },
            def("splitlines(self, keepends=False)", "The lines.") { (me: BytesObject, keepEnds: Bool) in
                Value.list(lines(me.bytes, keepEnds: keepEnds).map { .object(me.like($0)) })
            },
            def("translate(self, table, /, delete=b'')", "With every byte replaced by that of a table of 256 bytes.") {
                (me: BytesObject, table: BytesObject?, deleted: BytesObject) in
                if let table, table.bytes.count != 256 { throw Raised.valueError("translation table must be 256 characters long") }
                let kept = me.bytes.filter { !deleted.bytes.contains($0) }
                return Value.object(me.like(table.map { table in kept.map { table.bytes[Int($0)] } } ?? kept))
            },
            def("maketrans(frm, to, /)", "A table for translate.") { (from: BytesObject, to: BytesObject) in
                guard from.bytes.count == to.bytes.count else { throw Raised.valueError("maketrans arguments must have same length") }
                var table = Array(UInt8.min...UInt8.max)
                for (old, new) in zip(from.bytes, to.bytes) { table[Int(old)] = new }
                return Value.object(BytesObject(table))
            }.asStatic,
        ]
    }

    /// Of bytearray alone.
    static var mutatingRows: [Row] {
        [
            def("append(self, item, /)", "Adds a byte at the end.") { (me: ByteArrayObject, item: Value) in
                let byte = try ByteArrayObject.byte(item)
                try me.requireResizable()
                me.bytes.append(byte)
            },
            def("extend(self, iterable_of_ints, /)", "Adds bytes at the end.") { (me: ByteArrayObject, items: Value) in
                let added = try ByteArrayObject.bytes(of: items)
                if !added.isEmpty { try me.requireResizable() }
                me.bytes += added
            },
            def("insert(self, index, item, /)", "Puts a byte before a position.") { (me: ByteArrayObject, index: Int, item: Value) in
                // Here as in all of these, reading the item may run code that changes or views the array.
                let byte = try ByteArrayObject.byte(item)
                try me.requireResizable()
                let count = me.bytes.count
                me.bytes.insert(byte, at: min(max(index < 0 ? index + count : index, 0), count))
            },
            def("pop(self, index=-1, /)", "Takes a byte out.") { (me: ByteArrayObject, index: Int) in
                if me.bytes.isEmpty { throw Raised.indexError("pop from empty bytearray") }
                let position = index < 0 ? index + me.bytes.count : index
                guard me.bytes.indices.contains(position) else { throw Raised.indexError("pop index out of range") }
                try me.requireResizable()
                return Int(me.bytes.remove(at: position))
            },
            def("remove(self, value, /)", "Takes the first byte of a value out.") { (me: ByteArrayObject, value: Value) in
                let byte = try ByteArrayObject.byte(value)
                guard let position = me.bytes.firstIndex(of: byte) else { throw Raised.valueError("value not found in bytearray") }
                try me.requireResizable()
                me.bytes.remove(at: position)
            },
            def("reverse(self, /)", "Turns the order round.") { (me: ByteArrayObject) in me.bytes.reverse() },
            def("clear(self, /)", "Takes all bytes out.") { (me: ByteArrayObject) in
                if !me.bytes.isEmpty { try me.requireResizable() }
                me.bytes = []
            },
            def("copy(self, /)", "The same bytes once more.") { (me: ByteArrayObject) in ByteArrayObject(me.bytes) },
        ]
    }

    private static func hexadecimal(_ bytes: [UInt8], _ separator: String, _ group: Int) -> String {
        let pairs = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        guard group != 0, !separator.isEmpty else { return pairs.joined() }
        // Groups are counted from the end, for a negative size from the beginning.
        var text = ""
        for (index, pair) in pairs.enumerated() {
            let distance = group > 0 ? pairs.count - index : index
            if index > 0, distance % group == 0 { text += separator }
            text += pair
        }
        return text
    }

    private static func fromHexadecimal(_ text: String) throws -> [UInt8] {
        var digits: [UInt8] = []
        for (position, scalar) in text.unicodeScalars.enumerated() where !scalar.isPythonSpace {
            guard let digit = Character(scalar).hexDigitValue else {
                throw Raised.valueError("non-hexadecimal number found in fromhex() arg at position \(position)")
            }
            digits.append(UInt8(digit))
        }
        if digits.count % 2 == 1 { throw Raised.valueError("non-hexadecimal number found in fromhex() arg at position \(text.unicodeScalars.count)") }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// Bytes know two ends of lines, and their pair.
    private static func lines(_ bytes: [UInt8], keepEnds: Bool) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 10 || bytes[index] == 13 else {
                index += 1
                continue
            }
            let end = index
            index += bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
            lines.append(Array(bytes[start..<(keepEnds ? index : end)]))
            start = index
        }
        if start < bytes.count { lines.append(Array(bytes[start...])) }
        return lines
    }

    /// `bytes(…)`
    static let construct: Class.Constructor = { cls, arguments in .object(BytesObject(try source(arguments, of: "bytes"), type: cls)) }

    /// `bytearray(…)`
    static let constructArray: Class.Constructor = { cls, arguments in .object(ByteArrayObject(try source(arguments, of: "bytearray"), type: cls)) }

    /// The bytes of nothing, a count, bytes, an iterable of integers, or a text with an encoding.
    private static func source(_ arguments: Arguments, of name: String) throws -> [UInt8] {
        guard arguments.count > 0 else { return [] }
        let source = arguments[0]
        let encoding = arguments.count > 1 ? arguments[1].text : arguments.keyword("encoding")?.text
        if let text = source.text {
            guard let encoding else { throw Raised.typeError("string argument without an encoding") }
            let errors = arguments.count > 2 ? arguments[2].text : arguments.keyword("errors")?.text
            return try TextEncoding(encoding).encode(text, errors: errors ?? "strict")
        }
        if encoding != nil { throw Raised.typeError("encoding without a string argument") }
        if let object = source.as(BytesObject.self) { return object.bytes }
        if case .object(let object) = source, object.type.lookup(Dunder.bytes.name) != nil {
            guard let made = try Value.callSpecial(.bytes, source).as(BytesObject.self) else { throw Raised.typeError("__bytes__ returned non-bytes") }
            return made.bytes
        }
        if let count = try source.index() {
            if count < 0 { throw Raised.valueError("negative count") }
            try Sequences.requireRoom(for: count)
            return Array(repeating: 0, count: count)
        }
        guard try source.iteratorIfIterable() != nil else {
            throw Raised.typeError("cannot convert '\(source.type.name)' object to \(name)")
        }
        return try source.elements().map { try ByteArrayObject.byte($0, word: name == "bytes" ? "bytes" : "byte") }
    }
}
