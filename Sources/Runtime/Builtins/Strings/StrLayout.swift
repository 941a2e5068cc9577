// Methods of str that pad, format, translate and encode; `str(…)` itself.

enum StrLayout {
    static var rows: [Row] { padding + formatting + translating }

    private static var padding: [Row] {
        [
            def("center(self, width, fillchar=' ', /)", "The text in the middle of a field.", example: "'ab'.center(7, '*')") {
                (me: StrObject, width: Int, fill: Value) in
                try pad(me, width, fill, "center") { missing in
                    // CPython puts the odd blank left only where the width is odd.
                    let left = missing / 2 + (missing & width & 1)
                    return (left, missing - left)
                }
            },
            def("ljust(self, width, fillchar=' ', /)", "The text at the left of a field.") { (me: StrObject, width: Int, fill: Value) in
                try pad(me, width, fill, "ljust") { (0, $0) }
            },
            def("rjust(self, width, fillchar=' ', /)", "The text at the right of a field.") { (me: StrObject, width: Int, fill: Value) in
                try pad(me, width, fill, "rjust") { ($0, 0) }
            },
            def("zfill(self, width, /)", "The text with zeros put before its digits.", example: "'-7'.zfill(4)") { (me: StrObject, width: Int) in
                try Sequences.requireRoom(for: width)
                let missing = width - me.count
                guard missing > 0 else { return me.value }
                let zeros = String(repeating: "0", count: missing)
                guard let first = me.value.unicodeScalars.first, first == "+" || first == "-" else { return zeros + me.value }
                return String(first) + zeros + String(me.value.unicodeScalars.dropFirst())
            },
            def("expandtabs(self, tabsize=8)", "The text with tabs replaced by blanks.") { (me: StrObject, size: Int) in
                guard size <= Int32.max else { throw Raised.overflow("Python int too large to convert to C int") }
                var result = String.UnicodeScalarView()
                var (column, written) = (0, 0)
                for scalar in me.value.unicodeScalars {
                    if scalar == "\t" {
                        let blanks = size > 0 ? size - column % size : 0
                        column += blanks
                        written += blanks
                        try Sequences.requireRoom(for: written)
                        result.append(contentsOf: repeatElement(" ", count: blanks))
                    } else {
                        result.append(scalar)
                        column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
                    }
                }
                return String(result)
            },
        ]
    }

    private static func pad(_ text: StrObject, _ width: Int, _ fill: Value, _ name: String, _ sides: (Int) -> (Int, Int)) throws -> String {
        guard let fill = fill.text else { throw Raised.typeError("The fill character must be a unicode character, not \(fill.type.name)") }
        guard fill.unicodeScalars.count == 1 else { throw Raised.typeError("The fill character must be exactly one character long") }
        try Sequences.requireRoom(for: width)
        let missing = width - text.count
        guard missing > 0 else { return text.value }
        let (left, right) = sides(missing)
        return String(repeating: fill, count: left) + text.value + String(repeating: fill, count: right)
    }

    private static var formatting: [Row] {
        [
            def(raw: "format(self, *args, **kwargs)", "The text with its replacement fields filled in.", example: "'{} is {:.2f}'.format('x', 1.5)") { arguments in
                guard arguments.count > 0, let template = arguments[0].text else { throw Raised.typeError("unbound method str.format() needs an argument") }
                let named = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
                return .string(try TemplateFormat.apply(template, Array(arguments.positional.dropFirst()), named: .object(named)))
            },
            def("format_map(self, mapping, /)", "The text with its fields filled in from a mapping.") { (me: StrObject, mapping: Value) in
                try TemplateFormat.apply(me.value, [], named: mapping, isMap: true)
            },
        ]
    }

    private static var translating: [Row] {
        [
            def("translate(self, table, /)", "The text with characters replaced by a table of code points.", example: "'abc'.translate({97: 'x', 98: None})") {
                (me: StrObject, table: Value) in
                var result = ""
                for scalar in me.value.unicodeScalars {
                    let replacement: Value
                    do {
                        replacement = try table.item(.int(Int(scalar.value)))
                    } catch let raised as Raised where raised.exception.isA(.exception("LookupError")) {
                        result.unicodeScalars.append(scalar)
                        continue
                    }
                    if let text = replacement.text { result += text } else if case .int(let code) = replacement {
                        guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init(codePoint:)) else {
                            throw Raised.valueError("character mapping must be in range(0x110000)")
                        }
                        result.unicodeScalars.append(scalar)
                    } else if !replacement.isNone {
                        throw Raised.typeError("character mapping must return integer, None or str")
                    }
                }
                return result
            },
            def("maketrans(x, y=None, z=None, /)", "A table for translate.", example: "str.maketrans('ab', 'xy')") { (x: Value, y: Value, z: Value) in
                try makeTable(x, y, z)
            }.asStatic,
            def("encode(self, encoding='utf-8', errors='strict')", "The text as bytes.", example: "'é'.encode()") {
                (me: StrObject, encoding: String, errors: String) in
                Value.object(BytesObject(try TextEncoding(encoding).encode(me.value, errors: errors)))
            },
        ]
    }

    private static func makeTable(_ x: Value, _ y: Value, _ z: Value) throws -> Value {
        let result = DictObject()
        if y.isNone {
            guard let dict = x.as(DictObject.self) else {
                throw Raised.typeError("if you give only one argument to maketrans it must be a dict")
            }
            for (key, value) in dict.table.pairs {
                guard let text = key.text else {
                    try result.table.set(key, value)
                    continue
                }
                guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
                    throw Raised.valueError("string keys in translate table must be of length 1")
                }
                try result.table.set(.int(Int(scalar.value)), value)
            }
            return .object(result)
        }
        guard let from = x.text, let to = y.text else {
            throw Raised.typeError("first maketrans argument must be a string if there is a second argument")
        }
        guard from.unicodeScalars.count == to.unicodeScalars.count else {
            throw Raised.valueError("the first two maketrans arguments must have equal length")
        }
        for (a, b) in zip(from.unicodeScalars, to.unicodeScalars) { try result.table.set(.int(Int(a.value)), .int(Int(b.value))) }
        for scalar in (z.text ?? "").unicodeScalars { try result.table.set(.int(Int(scalar.value)), .none) }
        return .object(result)
    }

    /// `str(object='', encoding='utf-8', errors='strict')`
    static let construct: Class.Constructor = { cls, arguments in
        if arguments.total > 3 { throw Raised.typeError("str() takes at most 3 arguments (\(arguments.total) given)") }
        if arguments.total == 1, arguments.count == 1, cls === Class.str, case .int(let int) = arguments[0] {
            return .object(StrObject(String(int), isASCII: true))
        }
        var text = ""
        let source = arguments.count > 0 ? arguments[0] : arguments.keyword("object") ?? .unset
        let encoding = arguments.count > 1 ? arguments[1] : arguments.keyword("encoding") ?? .unset
        if !encoding.isUnset, encoding.text == nil { throw Raised.typeError("str() argument 'encoding' must be str, not \(encoding.type.name)") }
        if !source.isUnset, encoding.text != nil || arguments.count > 2 {
            guard let bytes = source.as(BytesObject.self) else {
                let refused = source.text != nil ? "decoding str is not supported" : "decoding to str: need a bytes-like object, \(source.type.name) found"
                throw Raised.typeError(refused)
            }
            let errors = arguments.count > 2 ? arguments[2].text : arguments.keyword("errors")?.text
            text = try TextEncoding(encoding.text ?? "utf-8").decode(bytes.bytes, errors: errors ?? "strict")
        } else if !source.isUnset {
            if cls === Class.str, case .object(let object) = source, object is StrObject, object.type === Class.str { return source }
            text = try source.str()
        }
        return .object(StrObject(text, type: cls))
    }
}
