// FormulaParser: the words of a formula → MathML: rows, scripts and letters.

/// Turns TeX into MathML by recursive descent.
struct FormulaParser {
    var tokens: ArraySlice<TeXToken>
    private var depth = 0
    /// What is wrong with the formula: the first thing found.
    private(set) var fault: String?
    /// Groups may nest this deep; what is deeper is left out.
    private static let mostDepth = 60

    /// Prepares to read a formula.
    init(_ tex: String) { tokens = TeXToken.tokens(of: tex)[...] }

    /// The whole formula.
    mutating func formula() -> String {
        var result = ""
        while !tokens.isEmpty {
            result += row { _ in false }
            // A mark that closes or divides nothing is shown as nothing.
            switch tokens.popFirst() {
            case .close?: fail("a `}` without a `{`")
            case .alignment?: fail("an `&` outside `\\begin{…}`")
            default: break
            }
        }
        return result
    }

    /// Notes what is wrong; what is found first is what an author mends first.
    mutating func fail(_ message: String) { fault = fault ?? message }

    // MARK: Rows and scripts

    /// Terms up to a closing brace, an alignment mark, a line end, or where `end` says so.
    mutating func row(until end: (TeXToken) -> Bool) -> String {
        var result = ""
        depth += 1
        defer { depth -= 1 }
        guard depth < FormulaParser.mostDepth else {
            fail("groups are nested too deep")
            tokens = []
            return ""
        }
        var isAfterOperand = false
        while let token = tokens.first, token != .close, token != .alignment, token != .command("\\"), !end(token) {
            let isFunction = FormulaParser.isFunction(token)
            if isFunction, isAfterOperand { result += FormulaParser.thinSpace }
            result += term()
            guard token != .blank else { continue }
            isAfterOperand = FormulaParser.endsOperand(token)
            guard isFunction else { continue }
            skipBlanks()
            if let next = tokens.first, FormulaParser.beginsOperand(next) || FormulaParser.isFunction(next) { result += FormulaParser.thinSpace }
        }
        return result
    }

    // MARK: Functions with names

    /// What stands between the name of a function and letters or numbers beside it: `a sin b`. Brackets follow at once.
    private static let thinSpace = "<mspace width=\"0.167em\"/>"

    private static func isFunction(_ token: TeXToken) -> Bool {
        if case .command(let name) = token { Symbols.functions.contains(name) || name == "operatorname" } else { false }
    }

    private static func beginsOperand(_ token: TeXToken) -> Bool {
        switch token {
        case .character(let character): character.isLetter || character.isNumber
        case .command(let name): Symbols.letters[name] != nil || Symbols.alphabets[name] != nil || ["frac", "sqrt", "hat", "bar", "vec", "text"].contains(name)
        case .open: true
        case .close, .superscript, .subscript, .alignment, .blank: false
        }
    }

    private static func endsOperand(_ token: TeXToken) -> Bool {
        if case .character(let character) = token, ")]!|".contains(character) { return true }
        return beginsOperand(token)
    }

    /// The rest of a group, whose opening brace is read; line ends inside it are blanks.
    private mutating func braced() -> String {
        var content = ""
        while true {
            content += row { _ in false }
            switch tokens.popFirst() {
            case .close?: return content
            case .alignment?: fail("an `&` outside `\\begin{…}`")
            case nil:
                fail("a `{` without a `}`")
                return content
            default: break
            }
        }
    }

    /// An atom with what is set above and below it.
    private mutating func term() -> String {
        skipBlanks()
        guard let first = tokens.first else { return "" }
        var base = ""
        var takesLimits = false
        if first != .superscript, first != .subscript {
            if case .command(let name) = first {
                takesLimits = Symbols.limits.contains(name) || name == "operatorname" && tokens.dropFirst().first == .character("*")
            }
            base = atom()
        }
        skipBlanks()
        if tokens.first == .command("limits") || tokens.first == .command("nolimits") {
            takesLimits = tokens.removeFirst() == .command("limits")
        }
        var below: String?
        var above: String?
        var primes = ""
        while true {
            skipBlanks()
            if tokens.first == .subscript {
                tokens.removeFirst()
                if below != nil { fail("two subscripts on one letter; use braces") }
                below = (below ?? "") + argument()
            } else if tokens.first == .superscript {
                tokens.removeFirst()
                if above != nil { fail("two superscripts on one letter; use braces") }
                above = (above ?? "") + argument()
            } else if tokens.first == .character("'") {
                tokens.removeFirst()
                primes += "′"
            } else {
                break
            }
        }
        if !primes.isEmpty { above = "<mo>\(primes)</mo>" + (above ?? "") }
        return scripted(base, below: below, above: above, limits: takesLimits)
    }

    private func scripted(_ base: String, below: String?, above: String?, limits: Bool) -> String {
        let inner = group(base)
        switch (below, above) {
        case (nil, nil): return base
        case (let below?, nil): return limits ? "<munder>\(inner)\(group(below))</munder>" : "<msub>\(inner)\(group(below))</msub>"
        case (nil, let above?): return limits ? "<mover>\(inner)\(group(above))</mover>" : "<msup>\(inner)\(group(above))</msup>"
        case (let below?, let above?):
            let tag = limits ? "munderover" : "msubsup"
            return "<\(tag)>\(inner)\(group(below))\(group(above))</\(tag)>"
        }
    }

    /// Some elements as one. A single letter, number or sign is one already.
    func group(_ content: String) -> String {
        let isSingle = content.utf8.count { $0 == UInt8(ascii: "<") } == 2 && content.contains("</")
        return isSingle ? content : "<mrow>\(content)</mrow>"
    }

    mutating func skipBlanks() { while tokens.first == .blank { tokens.removeFirst() } }

    /// What a command or a script applies to: what stands in braces, or one atom. Who asks makes a group of it.
    mutating func argument() -> String {
        skipBlanks()
        guard let first = tokens.first, first != .close, first != .alignment, first != .superscript, first != .subscript else {
            fail("something is missing after a command, `^` or `_`")
            return ""
        }
        if first == .open {
            tokens.removeFirst()
            return braced()
        }
        // As in TeX, a number that is not in braces is its first digit alone: `\frac12` is one half.
        if case .character(let digit) = first, digit.isNumber {
            tokens.removeFirst()
            return "<mn>\(HTML.escape(String(digit)))</mn>"
        }
        return atom()
    }

    // MARK: Atoms

    private mutating func atom() -> String {
        guard let token = tokens.popFirst() else { return "" }
        switch token {
        case .open:
            return group(braced())
        case .character(let character): return self.character(character)
        case .command(let name): return command(name)
        case .close, .superscript, .subscript, .alignment, .blank: return ""
        }
    }

    private mutating func character(_ first: Character) -> String {
        if first.isNumber {
            var number = String(first)
            while case .character(let next)? = tokens.first, next.isNumber || next == "." {
                if next == ".", !hasDigit(after: 1) { break }
                number.append(next)
                tokens.removeFirst()
            }
            return "<mn>\(HTML.escape(number))</mn>"
        }
        if first.isLetter { return "<mi>\(HTML.escape(String(first)))</mi>" }
        if first == "-" { return "<mo>−</mo>" }
        let isFence = "()[]|".contains(first)
        return "<mo\(isFence ? " stretchy=\"false\"" : "")>\(HTML.escape(String(first)))</mo>"
    }

    private func hasDigit(after count: Int) -> Bool {
        if case .character(let next)? = tokens.dropFirst(count).first { next.isNumber } else { false }
    }

    private mutating func command(_ name: String) -> String {
        if let letter = Symbols.letters[name] { return "<mi>\(letter)</mi>" }
        if let mark = Symbols.operators[name] { return "<mo>\(HTML.escape(mark))</mo>" }
        if let width = Symbols.spaces[name] { return "<mspace width=\"\(width)\"/>" }
        if let accent = Symbols.accents[name] { return "<mover accent=\"true\">\(group(argument()))<mo>\(accent)</mo></mover>" }
        if Symbols.functions.contains(name) { return "<mi>\(name)</mi><mo>&#x2061;</mo>" }
        if let variant = Symbols.alphabets[name] { return Alphabet.mathML(rawText(), variant) }
        return structure(name)
    }

    /// The letters of a group as they stand, for `\text` and alphabets.
    mutating func rawText() -> String {
        skipBlanks()
        guard tokens.first == .open else {
            if case .character(let character)? = tokens.popFirst() { return String(character) }
            return ""
        }
        tokens.removeFirst()
        var text = ""
        var open = 1
        while let token = tokens.popFirst() {
            switch token {
            case .open: open += 1
            case .close: open -= 1
            case .character(let character): text.append(character)
            case .blank: text += " "
            case .command(let name): text += Symbols.letters[name] ?? (Symbols.spaces[name] != nil ? " " : name.count == 1 ? name : "")
            case .superscript: text += "^"
            case .subscript: text += "_"
            case .alignment: text += "&"
            }
            if open == 0 { break }
        }
        if open > 0 { fail("a `{` without a `}`") }
        return text
    }
}
