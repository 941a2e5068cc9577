// ByteText: bytes seen as text, so that the methods of str serve bytes, too.

/// Bytes as text in which only ASCII characters mean anything: every other byte is a character of its own without case,
/// width or blankness, as the methods of `bytes` treat it.
enum ByteText {
    /// Where the characters of other bytes begin: a private area of Unicode.
    private static let others: UInt32 = 0xE000

    /// Blank for str, but not for bytes.
    private static let separators: ClosedRange<UInt8> = 0x1C...0x1F

    /// The text of bytes.
    static func text(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let isPlain = byte < 0x80 && !separators.contains(byte)
            scalars.append(isPlain ? Unicode.Scalar(byte) : Unicode.Scalar(others + UInt32(byte)) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    /// The bytes of a text made from such texts.
    static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// An argument of a method of bytes as one of str.
    private static func argument(_ value: Value, of method: Name) throws -> Value {
        if let object = value.as(BytesObject.self) { return .string(text(object.bytes)) }
        if let tuple = value.as(TupleObject.self), affixes.contains(method) {
            return .tuple(try tuple.elements.map { try argument($0, of: method) })
        }
        if case .int(let byte) = value, searches.contains(method) {
            guard let byte = UInt8(exactly: byte) else { throw Raised.valueError("byte must be in range(0, 256)") }
            return .string(text([byte]))
        }
        if affixes.contains(method) { throw Raised.typeError("\(method.text) first arg must be bytes or a tuple of bytes, not \(value.type.name)") }
        if searches.contains(method) { throw Raised.typeError("argument should be integer or bytes-like object, not '\(value.type.name)'") }
        throw Raised.typeError("a bytes-like object is required, not '\(value.type.name)'")
    }

    private static let searches: Set<Name> = ["count", "find", "index", "rfind", "rindex"]
    private static let affixes: Set<Name> = ["startswith", "endswith"]

    /// The methods, and which of their arguments are bytes; the others are numbers and pass as they are.
    private static let methods: [(header: String, doc: String, texts: [Int])] = [
        ("capitalize(self, /)", "The first letter large, the rest small.", []),
        ("center(self, width, fillchar=b' ', /)", "Padded on both sides.", [1]),
        ("count(self, sub, start=None, end=None, /)", "How often a part occurs.", [0]),
        ("endswith(self, suffix, start=None, end=None, /)", "Whether the bytes end with others.", [0]),
        ("expandtabs(self, /, tabsize=8)", "With blanks for tabs.", []),
        ("find(self, sub, start=None, end=None, /)", "The first position of a part, or -1.", [0]),
        ("index(self, sub, start=None, end=None, /)", "The first position of a part; ValueError where there is none.", [0]),
        ("isalnum(self, /)", "Whether all bytes are ASCII letters or digits.", []),
        ("isalpha(self, /)", "Whether all bytes are ASCII letters.", []),
        ("isdigit(self, /)", "Whether all bytes are digits.", []),
        ("islower(self, /)", "Whether all letters are small.", []),
        ("isspace(self, /)", "Whether all bytes are blank.", []),
        ("istitle(self, /)", "Whether words begin with large letters.", []),
        ("isupper(self, /)", "Whether all letters are large.", []),
        ("ljust(self, width, fillchar=b' ', /)", "Padded on the right.", [1]),
        ("lower(self, /)", "With small letters.", []),
        ("lstrip(self, bytes=None, /)", "Without the bytes given, or blanks, at the beginning.", [0]),
        ("partition(self, sep, /)", "What is before a separator, the separator, what is behind.", [0]),
        ("removeprefix(self, prefix, /)", "Without a beginning.", [0]),
        ("removesuffix(self, suffix, /)", "Without an end.", [0]),
    ]
    private static let moreMethods: [(header: String, doc: String, texts: [Int])] = [
        ("replace(self, old, new, count=-1, /)", "With a part replaced.", [0, 1]),
        ("rfind(self, sub, start=None, end=None, /)", "The last position of a part, or -1.", [0]),
        ("rindex(self, sub, start=None, end=None, /)", "The last position of a part; ValueError where there is none.", [0]),
        ("rjust(self, width, fillchar=b' ', /)", "Padded on the left.", [1]),
        ("rpartition(self, sep, /)", "What is before the last separator, the separator, what is behind.", [0]),
        ("rsplit(self, /, sep=None, maxsplit=-1)", "The parts between separators, counted from the end.", [0]),
        ("rstrip(self, bytes=None, /)", "Without the bytes given, or blanks, at the end.", [0]),
        ("split(self, /, sep=None, maxsplit=-1)", "The parts between separators.", [0]),
        ("startswith(self, prefix, start=None, end=None, /)", "Whether the bytes begin with others.", [0]),
        ("strip(self, bytes=None, /)", "Without the bytes given, or blanks, at both ends.", [0]),
        ("swapcase(self, /)", "Large letters small, small ones large.", []),
        ("title(self, /)", "With words that begin with large letters.", []),
        ("upper(self, /)", "With large letters.", []),
        ("zfill(self, width, /)", "Padded with zeros on the left, behind a sign.", []),
    ]

    /// The methods of bytes that are those of str.
    static var rows: [Row] { (methods + moreMethods).map { row($0.header, $0.doc, $0.texts) } }

    private static func row(_ header: String, _ doc: String, _ texts: [Int]) -> Row {
        let name = Name(String(header.prefix { $0 != "(" }))
        return def(raw: header, doc) { arguments in
            guard arguments.count > 0, let me = arguments[0].as(BytesObject.self) else {
                throw Raised.typeError("unbound method bytes.\(name.text)() needs an argument")
            }
            let positional = try arguments.positional.dropFirst().enumerated().map { index, value in
                texts.contains(index) && !value.isNone ? try argument(value, of: name) : value
            }
            let keywords = try arguments.keywordPairs.map { ($0.name, $0.name == "sep" && !$0.value.isNone ? try argument($0.value, of: name) : $0.value) }
            do {
                return result(try Value.string(text(me.bytes)).callMethod(name, positional, keywords: keywords), like: me)
            } catch let raised as Raised where raised.exception.arguments.first?.text == "substring not found" {
                throw Raised.valueError("subsection not found")
            }
        }
    }

    /// What a method of str gave, with bytes for texts.
    private static func result(_ value: Value, like me: BytesObject) -> Value {
        if let text = value.text { return .object(me.like(bytes(text))) }
        if let list = value.as(ListObject.self) { return .list(list.elements.map { result($0, like: me) }) }
        if let tuple = value.as(TupleObject.self) { return .tuple(tuple.elements.map { result($0, like: me) }) }
        return value
    }
}
