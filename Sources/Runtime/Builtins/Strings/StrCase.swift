// Methods of str about the case and the kind of characters.

enum StrCase {
    static var rows: [Row] { changing + testing + testingMore }

    private static var changing: [Row] {
        [
            def("upper(self, /)", "The text in upper case.", example: "'straße'.upper()") { (me: StrObject) in
                ascii(me, upper) ?? map(me) { $0.properties.uppercaseMapping }
            },
            def("lower(self, /)", "The text in lower case.", example: "'ABC'.lower()") { (me: StrObject) in lower(me.value) },
            def("casefold(self, /)", "The text for comparison without case.", example: "'Straße'.casefold()") { (me: StrObject) in
                ascii(me, lower) ?? map(me) { scalar in
                    switch scalar.value {
                    case 0xDF, 0x1E9E: "ss"
                    case 0x3C2: "σ"
                    case 0xB5: "μ"
                    default: scalar.properties.lowercaseMapping
                    }
                }
            },
            def("swapcase(self, /)", "The text with upper and lower case exchanged.", example: "'aBc'.swapcase()") { (me: StrObject) in
                ascii(me) { isUpper($0) ? lower($0) : upper($0) } ?? map(me) { $0.isUpper ? $0.properties.lowercaseMapping : $0.properties.uppercaseMapping }
            },
            def("capitalize(self, /)", "The text with its first character upper case and the rest lower case.", example: "'tENSOR'.capitalize()") {
                (me: StrObject) in
                guard let first = me.value.unicodeScalars.first else { return "" }
                return first.properties.titlecaseMapping + lower(String(me.value.unicodeScalars.dropFirst()))
            },
            def("title(self, /)", "The text with every word beginning in upper case.", example: "\"it's ok\".title()") { (me: StrObject) in
                var isInWord = false
                let plain = ascii(me) { byte in
                    defer { isInWord = isUpper(byte) || upper(byte) != byte }
                    return isInWord ? lower(byte) : upper(byte)
                }
                return plain ?? map(me) { scalar in
                    defer { isInWord = scalar.properties.isCased }
                    return isInWord ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
                }
            },
        ]
    }

    private static var testing: [Row] {
        [
            test("isalpha", "Whether all characters are letters.") { $0.isLetter },
            test("isdigit", "Whether all characters are digits.") { $0.properties.numericType == .decimal || $0.properties.numericType == .digit },
            test("isdecimal", "Whether all characters are decimal digits.") { $0.properties.numericType == .decimal },
            test("isnumeric", "Whether all characters are numeric.") { $0.properties.numericType != nil },
            test("isalnum", "Whether all characters are letters or numeric.") { $0.isLetter || $0.properties.numericType != nil },
            test("isspace", "Whether all characters are blanks.") { $0.isPythonSpace },
            def("isprintable(self, /)", "Whether all characters can be printed.") { (me: StrObject) in me.value.unicodeScalars.allSatisfy { $0.isPrintable } },
            def("isascii(self, /)", "Whether all characters are ASCII.") { (me: StrObject) in me.isASCII },
            def("isidentifier(self, /)", "Whether the text could be a name.", example: "'x1'.isidentifier()") { (me: StrObject) in
                guard let first = me.value.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
                return me.value.unicodeScalars.dropFirst().allSatisfy { $0.properties.isXIDContinue }
            },
        ]
    }

    private static var testingMore: [Row] {
        [
            def("islower(self, /)", "Whether there are cased characters and all are lower case.") { (me: StrObject) in
                let cased = me.value.unicodeScalars.filter { $0.properties.isCased }
                return !cased.isEmpty && cased.allSatisfy { $0.properties.isLowercase }
            },
            def("isupper(self, /)", "Whether there are cased characters and all are upper case.") { (me: StrObject) in
                let cased = me.value.unicodeScalars.filter { $0.properties.isCased }
                return !cased.isEmpty && cased.allSatisfy { $0.isUpper }
            },
            def("istitle(self, /)", "Whether every word begins in upper case and goes on in lower case.") { (me: StrObject) in
                var isInWord = false, hasWord = false
                for scalar in me.value.unicodeScalars {
                    let isUpper = scalar.isUpper || scalar.properties.generalCategory == .titlecaseLetter
                    if isUpper {
                        if isInWord { return false }
                        (isInWord, hasWord) = (true, true)
                    } else if scalar.properties.isLowercase {
                        if !isInWord { return false }
                        hasWord = true
                    } else {
                        isInWord = false
                    }
                }
                return hasWord
            },
        ]
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    private static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
    private static func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7A ? byte & ~0x20 : byte }

    /// The text with its bytes changed, where it is ASCII: a hundred times as fast as asking for the properties of every character.
    private static func ascii(_ text: StrObject, _ change: (UInt8) -> UInt8) -> String? {
        guard text.isASCII else { return nil }
        return String(unsafeUninitializedCapacity: text.utf8Count) { buffer in
            var count = 0
            for byte in text.value.utf8 {
                buffer[count] = change(byte)
                count += 1
            }
            return count
        }
    }

    private static func map(_ text: StrObject, _ change: (Unicode.Scalar) -> String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8Count)
        for scalar in text.value.unicodeScalars { result += change(scalar) }
        return result
    }

    /// Lower case; a capital sigma at the end of a word has a form of its own.
    static func lower(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            if scalar.value == 0x3A3 {
                let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
                let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
                let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
                result += isFinal ? "ς" : "σ"
            } else {
                result += scalar.properties.lowercaseMapping
            }
        }
        return result
    }

    private static func test(_ name: String, _ doc: String, _ accepts: @escaping @Sendable (Unicode.Scalar) -> Bool) -> Row {
        def("\(name)(self, /)", doc) { (me: StrObject) in !me.value.isEmpty && me.value.unicodeScalars.allSatisfy(accepts) }
    }
}

extension Unicode.Scalar {
    /// Python's `str.isalpha` for one character.
    var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// Python's `str.isupper` for one character.
    var isUpper: Bool { properties.isUppercase }
}
