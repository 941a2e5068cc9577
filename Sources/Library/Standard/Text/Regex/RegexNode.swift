// RegexNode: the tree of a regular expression.

/// One construct of a regular expression.
indirect enum RegexNode {
    case empty
    case scalar(Unicode.Scalar, ignoresCase: Bool)
    case set(RegexSet)
    case sequence([RegexNode])
    case alternatives([RegexNode])
    /// `node{least,most}`; `most` nil: no limit.
    case repetition(RegexNode, least: Int, most: Int?, kind: RepetitionKind)
    case group(RegexNode, index: Int)
    case backreference(Int, ignoresCase: Bool)
    case lineStart, lineEnd, textStart, textEnd, finalLineEnd
    case wordBoundary(isASCII: Bool), notWordBoundary(isASCII: Bool)
    case lookahead(RegexNode, isNegative: Bool)
    case lookbehind(RegexNode, isNegative: Bool)
    case atomic(RegexNode)
    case conditional(Int, RegexNode, RegexNode)

    /// How a repetition chooses its count.
    enum RepetitionKind { case greedy, lazy, possessive }

    /// The number of characters it always matches; nil where that varies (lookbehinds need it).
    var width: Int? {
        switch self {
        case .empty, .lineStart, .lineEnd, .textStart, .textEnd, .finalLineEnd, .wordBoundary, .notWordBoundary, .lookahead, .lookbehind: return 0
        case .scalar, .set: return 1
        case .sequence(let nodes):
            var total = 0
            for node in nodes {
                guard let width = node.width else { return nil }
                total += width
            }
            return total
        case .alternatives(let nodes):
            guard let first = nodes.first?.width else { return nil }
            return nodes.allSatisfy { $0.width == first } ? first : nil
        case .repetition(let node, let least, let most, _):
            guard least == most, let width = node.width else { return nil }
            return width * least
        case .group(let node, _), .atomic(let node): return node.width
        case .conditional(_, let yes, let no): return yes.width == no.width ? yes.width : nil
        case .backreference: return nil
        }
    }
}

/// A set of characters.
struct RegexSet {
    /// `\d`, `\w`, `\s` and `.`.
    enum Category: Equatable {
        case digit, word, space
        /// Everything but the line feed.
        case notLineFeed
        case anything
    }

    var ranges: [ClosedRange<UInt32>] = []
    var categories: [(category: Category, isNegated: Bool)] = []
    var isNegated = false
    var isASCII = false
    var ignoresCase = false

    init() {}

    init(_ category: Category, isNegated: Bool = false, isASCII: Bool = false) {
        categories = [(category, isNegated)]
        self.isASCII = isASCII
    }

    /// Whether the set holds a character.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        if holds(scalar) { return !isNegated }
        if ignoresCase {
            for variant in Self.variants(of: scalar) where holds(variant) { return !isNegated }
        }
        return isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        for range in ranges where range.contains(scalar.value) { return true }
        for (category, isNegated) in categories where Self.belongs(scalar, to: category, isASCII: isASCII) != isNegated { return true }
        return false
    }

    private static func belongs(_ scalar: Unicode.Scalar, to category: Category, isASCII: Bool) -> Bool {
        switch category {
        case .anything: true
        case .notLineFeed: scalar != "\n"
        case .digit: scalar.value < 0x80 || isASCII ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType == .decimal
        case .word: isWord(scalar, isASCII: isASCII)
        case .space:
            scalar.value < 0x80 || isASCII ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) || (!isASCII && (0x1C...0x1F).contains(scalar.value))
                : scalar.properties.isWhitespace
        }
    }

    /// `\w`: letters, digits, underscore.
    static func isWord(_ scalar: Unicode.Scalar, isASCII: Bool) -> Bool {
        if scalar.value < 0x80 || isASCII {
            let lower = scalar.value | 0x20
            return scalar == "_" || (0x30...0x39).contains(scalar.value) || ((0x61...0x7A).contains(lower) && scalar.value < 0x80)
        }
        if scalar.properties.numericType != nil { return true }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    /// The simple case variants of a character.
    static func variants(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars, upper = scalar.properties.uppercaseMapping.unicodeScalars
        return [lower, upper].compactMap { $0.count == 1 ? $0.first : nil }
    }
}
