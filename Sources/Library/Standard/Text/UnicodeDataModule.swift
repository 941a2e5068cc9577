// The module `unicodedata`: properties and normal forms of characters.
import Runtime
@_spi(_Unicode) import Swift

enum UnicodeDataModule {
    static let module: @Sendable () -> Module = {
        Module("unicodedata", doc: "Properties and normal forms of characters.", rows: rows)
    }

    private static var rows: [Row] {
        [
            def("normalize(form, unistr, /)", "A text in a normal form.", example: "len(unicodedata.normalize('NFD', 'é'))") { (form: String, text: String) throws -> String in
                switch form {
                case "NFC": return String(String.UnicodeScalarView(text._nfc))
                case "NFD": return String(String.UnicodeScalarView(text._nfd))
                case "NFKC", "NFKD": throw Raised.notImplementedError("only the normal forms NFC and NFD are supported")
                default: throw Raised.valueError("invalid normalization form")
                }
            },
            def("category(chr, /)", "The general category of a character.", example: "unicodedata.category('a')") { (text: String) in
                category(try scalar(text, "category"))
            },
            def("name(chr, default=None, /)", "The name of a character.", example: "unicodedata.name('é')") { (text: String, other: Value) in
                if let name = try scalar(text, "name").properties.name { return Value.string(name) }
                if other.isNone { throw Raised.valueError("no such name") }
                return other
            },
            def("combining(chr, /)", "The combining class of a character.") { (text: String) in
                Int(try scalar(text, "combining").properties.canonicalCombiningClass.rawValue)
            },
            def("numeric(chr, default=None, /)", "The number a character stands for.", example: "unicodedata.numeric('½')") { (text: String, other: Value) in
                if let number = try scalar(text, "numeric").properties.numericValue { return Value.float(number) }
                if other.isNone { throw Raised.valueError("not a numeric character") }
                return other
            },
        ]
    }

    private static func scalar(_ text: String, _ function: String) throws -> Unicode.Scalar {
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
            throw Raised.typeError("\(function)() argument must be a unicode character, not str")
        }
        return scalar
    }

    private static let abbreviations: [(Unicode.GeneralCategory, String)] = [
        (.uppercaseLetter, "Lu"), (.lowercaseLetter, "Ll"), (.titlecaseLetter, "Lt"), (.modifierLetter, "Lm"), (.otherLetter, "Lo"),
        (.nonspacingMark, "Mn"), (.spacingMark, "Mc"), (.enclosingMark, "Me"), (.decimalNumber, "Nd"), (.letterNumber, "Nl"), (.otherNumber, "No"),
        (.connectorPunctuation, "Pc"), (.dashPunctuation, "Pd"), (.openPunctuation, "Ps"), (.closePunctuation, "Pe"), (.initialPunctuation, "Pi"),
        (.finalPunctuation, "Pf"), (.otherPunctuation, "Po"), (.mathSymbol, "Sm"), (.currencySymbol, "Sc"), (.modifierSymbol, "Sk"),
        (.otherSymbol, "So"), (.spaceSeparator, "Zs"), (.lineSeparator, "Zl"), (.paragraphSeparator, "Zp"),
    ]

    private static func category(_ scalar: Unicode.Scalar) -> String {
        if scalar.isSurrogate { return "Cs" }
        let category = scalar.properties.generalCategory
        if let known = abbreviations.first(where: { $0.0 == category }) { return known.1 }
        switch category {
        case .control: return "Cc"
        case .format: return "Cf"
        case .privateUse: return "Co"
        default: return "Cn"
        }
    }
}
