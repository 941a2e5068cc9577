// RegexParser: text of a regular expression → RegexNode.

/// What is wrong with a regular expression.
struct RegexError: Error {
    let message: String
    /// Counted in characters; nil where the message is about the whole expression.
    let position: Int?
}

/// The flags of the module `re`, by their values there.
struct RegexFlags: OptionSet {
    let rawValue: Int
    static let ignoreCase = RegexFlags(rawValue: 2)
    static let multiline = RegexFlags(rawValue: 8)
    static let dotAll = RegexFlags(rawValue: 16)
    static let unicode = RegexFlags(rawValue: 32)
    static let verbose = RegexFlags(rawValue: 64)
    static let ascii = RegexFlags(rawValue: 256)

    /// The flag of a letter in `(?imsxau)`.
    init?(letter: Unicode.Scalar) {
        switch letter {
        case "i": self = .ignoreCase
        case "m": self = .multiline
        case "s": self = .dotAll
        case "u": self = .unicode
        case "x": self = .verbose
        case "a": self = .ascii
        case "L": self = []
        default: return nil
        }
    }

    init(rawValue: Int) { self.rawValue = rawValue }
}

/// Parses Python's syntax of regular expressions.
struct RegexParser {
    let pattern: [Unicode.Scalar]
    private(set) var flags: RegexFlags
    /// Number of capturing groups so far.
    private(set) var groupCount = 0
    private(set) var groupNames: [(name: String, index: Int)] = []
    var index = 0
    var depth = 0
    var openGroups: Set<Int> = []
    private static let maximalDepth = 250

    init(_ pattern: String, flags: RegexFlags) {
        self.pattern = Array(pattern.unicodeScalars)
        self.flags = flags
    }

    /// Parses the whole text.
    mutating func parse() throws(RegexError) -> RegexNode {
        let node = try alternatives()
        if index < pattern.count { throw failure("unbalanced parenthesis") }
        return node
    }

    // MARK: Reading

    /// The error of the pattern, here or at a place.
    func failure(_ message: String, at position: Int? = nil) -> RegexError {
        RegexError(message: message, position: position ?? index)
    }

    /// The next character, or one further on; nil behind the end.
    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        index + ahead < pattern.count ? pattern[index + ahead] : nil
    }

    /// Steps over the next character if it is this one.
    mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        index += 1
        return true
    }

    // MARK: Structure

    /// `a|b|c`
    mutating func alternatives() throws(RegexError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.maximalDepth { throw failure("too many nested groups") }
        var branches = [try sequence()]
        while accept("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    /// Items one after the other, up to `|`, `)` or the end.
    mutating func sequence() throws(RegexError) -> RegexNode {
        var items: [RegexNode] = []
        while let scalar = peek(), scalar != "|", scalar != ")" {
            if flags.contains(.verbose), skipVerbose() { continue }
            let start = index
            guard let item = try item() else { continue }
            items.append(try quantified(item, start))
        }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    /// Passes blanks and comments of verbose expressions.
    mutating func skipVerbose() -> Bool {
        guard let scalar = peek() else { return false }
        if scalar == "#" {
            while let next = peek(), next != "\n" { index += 1 }
            return true
        }
        guard scalar.value < 0x80, scalar == " " || (0x09...0x0D).contains(scalar.value) else { return false }
        index += 1
        return true
    }

    /// An item with the quantifier behind it, if there is one.
    mutating func quantified(_ item: RegexNode, _ start: Int) throws(RegexError) -> RegexNode {
        if flags.contains(.verbose) { while skipVerbose() {} }
        let place = index
        guard let (least, most) = try quantifier() else { return item }
        switch item {
        case .lineStart, .textStart, .empty: throw failure("nothing to repeat", at: place)
        case .repetition: throw failure("multiple repeat", at: place)
        default: break
        }
        var kind = RegexNode.RepetitionKind.greedy
        if accept("?") { kind = .lazy } else if accept("+") { kind = .possessive }
        let next = index
        if try quantifier() != nil { throw failure("multiple repeat", at: next) }
        return .repetition(item, least: least, most: most, kind: kind)
    }

    /// `*`, `+`, `?` or `{least,most}`; nil, with nothing read, where there is none.
    mutating func quantifier() throws(RegexError) -> (Int, Int?)? {
        if accept("*") { return (0, nil) }
        if accept("+") { return (1, nil) }
        if accept("?") { return (0, 1) }
        guard peek() == "{" else { return nil }
        let start = index
        index += 1
        if peek() == "}" {
            index = start
            return nil
        }
        let least = try number()
        var most = least
        if accept(",") { most = try number() } else if least == nil {
            index = start
            return nil
        }
        guard accept("}") else {
            index = start
            return nil
        }
        if let least, let most, most < least { throw failure("min repeat greater than max repeat", at: start + 1) }
        return (least ?? 0, most)
    }

    /// A number in a quantifier; nil where it is left out.
    mutating func number() throws(RegexError) -> Int? {
        var value: Int?
        while let scalar = peek(), (0x30...0x39).contains(scalar.value) {
            value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
            if value ?? 0 > 100_000 { throw failure("the repetition number is too large") }
            index += 1
        }
        return value
    }

    /// One item; nil for comments and flags.
    mutating func item() throws(RegexError) -> RegexNode? {
        let start = index
        guard let scalar = peek() else { return .empty }
        index += 1
        switch scalar {
        case ".": return .set(RegexSet(flags.contains(.dotAll) ? .anything : .notLineFeed))
        case "^": return flags.contains(.multiline) ? .lineStart : .textStart
        case "$": return flags.contains(.multiline) ? .lineEnd : .finalLineEnd
        case "(": return try group(start)
        case "[": return .set(try set(start))
        case "\\": return try escape(start)
        case "*", "+", "?": throw failure("nothing to repeat", at: start)
        default: return literal(scalar)
        }
    }

    /// A character that stands for itself, and for its other case where the flags say so.
    func literal(_ scalar: Unicode.Scalar) -> RegexNode {
        .scalar(scalar, ignoresCase: flags.contains(.ignoreCase) && !RegexSet.variants(of: scalar).allSatisfy { $0 == scalar })
    }

    // MARK: Groups

    /// What stands behind `(`; nil for comments and flags.
    mutating func group(_ start: Int) throws(RegexError) -> RegexNode? {
        guard accept("?") else { return try capture(nil, start) }
        guard let kind = peek() else { throw failure("unexpected end of pattern") }
        index += 1
        switch kind {
        case ":": return try closed(start)
        case "=": return .lookahead(try closed(start), isNegative: false)
        case "!": return .lookahead(try closed(start), isNegative: true)
        case ">": return .atomic(try closed(start))
        case "P": return try named(start)
        case "<":
            guard let direction = peek(), direction == "=" || direction == "!" else {
                throw failure("unknown extension ?<\(peek().map { String($0) } ?? "")", at: start + 1)
            }
            index += 1
            let node = try closed(start)
            guard node.width != nil else { throw RegexError(message: "look-behind requires fixed-width pattern", position: nil) }
            return .lookbehind(node, isNegative: direction == "!")
        case "#":
            while let scalar = peek(), scalar != ")" { index += 1 }
            guard accept(")") else { throw failure("missing ), unterminated comment", at: start) }
            return nil
        case "(": return try conditional(start)
        default:
            index -= 1
            return try flagGroup(start)
        }
    }

    /// The rest of a group up to its bracket.
    mutating func closed(_ start: Int) throws(RegexError) -> RegexNode {
        let outer = flags
        let node = try alternatives()
        flags = outer
        guard accept(")") else { throw failure("missing ), unterminated subpattern", at: start) }
        return node
    }

    /// A group that keeps what it matched, under a number and a name if it has one.
    mutating func capture(_ name: String?, _ start: Int) throws(RegexError) -> RegexNode {
        groupCount += 1
        let number = groupCount
        if let name {
            if let earlier = groupNames.first(where: { $0.name == name }) {
                throw failure("redefinition of group name '\(name)' as group \(number); was group \(earlier.index)", at: start + 4)
            }
            groupNames.append((name, number))
        }
        openGroups.insert(number)
        let node = try closed(start)
        openGroups.remove(number)
        return .group(node, index: number)
    }

    /// `(?P<name>…)` or `(?P=name)`.
    mutating func named(_ start: Int) throws(RegexError) -> RegexNode {
        if accept("<") { return try capture(try groupName(until: ">"), start) }
        if accept("=") {
            let place = index
            let name = try groupName(until: ")")
            guard let known = groupNames.first(where: { $0.name == name }) else { throw failure("unknown group name '\(name)'", at: place) }
            return .backreference(known.index, ignoresCase: flags.contains(.ignoreCase))
        }
        throw failure("unknown extension ?P\(peek().map { String($0) } ?? "")", at: start + 1)
    }

    /// A name up to the mark that ends it.
    mutating func groupName(until close: Unicode.Scalar) throws(RegexError) -> String {
        let start = index
        while let scalar = peek(), scalar != close { index += 1 }
        guard accept(close) else { throw failure("missing \(close), unterminated name", at: start) }
        let name = String(String.UnicodeScalarView(pattern[start..<index - 1]))
        if name.isEmpty { throw failure("missing group name", at: start) }
        guard let first = name.unicodeScalars.first, RegexSet.isWord(first, isASCII: false), !(0x30...0x39).contains(first.value) || close == ")",
              name.unicodeScalars.allSatisfy({ RegexSet.isWord($0, isASCII: false) }) else {
            throw failure("bad character in group name '\(name)'", at: start)
        }
        return name
    }

    /// `(?(1)yes|no)`
    mutating func conditional(_ start: Int) throws(RegexError) -> RegexNode {
        let place = index
        let name = try groupName(until: ")")
        guard let number = Int(name) ?? groupNames.first(where: { $0.name == name })?.index else { throw failure("unknown group name '\(name)'", at: place) }
        let yes = try sequence()
        let no = accept("|") ? try sequence() : .empty
        if peek() == "|" { throw failure("conditional backref with more than two branches") }
        guard accept(")") else { throw failure("missing ), unterminated subpattern", at: start) }
        return .conditional(number, yes, no)
    }

    /// `(?i)` for all that follows, `(?i-m:…)` for one group.
    mutating func flagGroup(_ start: Int) throws(RegexError) -> RegexNode? {
        var added: RegexFlags = [], removed: RegexFlags = []
        var isRemoving = false
        while let letter = peek(), letter != ")", letter != ":" {
            index += 1
            if letter == "-", !isRemoving {
                isRemoving = true
            } else if let flag = RegexFlags(letter: letter) {
                if isRemoving { removed.formUnion(flag) } else { added.formUnion(flag) }
            } else {
                throw failure(added.isEmpty && !isRemoving ? "unknown extension ?\(letter)" : "unknown flag", at: added.isEmpty ? start + 1 : index - 1)
            }
        }
        if accept(")") {
            if start != 0 { throw failure("global flags not at the start of the expression", at: start) }
            flags.formUnion(added)
            return nil
        }
        guard accept(":") else { throw failure("missing -, : or )") }
        let outer = flags
        flags = flags.union(added).subtracting(removed)
        defer { flags = outer }
        return try closed(start)
    }
}
