// FormulaParser: the words of a formula → MathML.

/// Turns TeX into MathML by recursive descent.
struct FormulaParser {
    private var tokens: ArraySlice<TeXToken>
    private var depth = 0
    /// Groups may nest this deep; what is deeper is left out.
    private static let mostDepth = 60

    /// Prepares to read a formula.
    init(_ tex: String) { tokens = TeXToken.tokens(of: tex)[...] }

    /// The whole formula.
    mutating func formula() -> String {
        var result = ""
        while !tokens.isEmpty {
            result += row { _ in false }
            // A closing mark without an opening one is shown as nothing.
            if !tokens.isEmpty { tokens.removeFirst() }
        }
        return result
    }

    // MARK: Rows and scripts

    /// Terms up to a closing brace, an alignment mark, a line end, or where `end` says so.
    private mutating func row(until end: (TeXToken) -> Bool) -> String {
        var result = ""
        depth += 1
        defer { depth -= 1 }
        guard depth < FormulaParser.mostDepth else {
            tokens = []
            return ""
        }
        while let token = tokens.first, token != .close, token != .alignment, token != .command("\\"), !end(token) {
            result += term()
        }
        return result
    }

    /// An atom with what is set above and below it.
    private mutating func term() -> String {
        skipBlanks()
        guard let first = tokens.first else { return "" }
        var base = ""
        var takesLimits = false
        if first != .superscript, first != .subscript {
            if case .command(let name) = first { takesLimits = Symbols.limits.contains(name) }
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
                below = (below ?? "") + argument()
            } else if tokens.first == .superscript {
                tokens.removeFirst()
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
        let inner = "<mrow>\(base)</mrow>"
        switch (below, above) {
        case (nil, nil): return base
        case (let below?, nil): return limits ? "<munder>\(inner)\(group(below))</munder>" : "<msub>\(inner)\(group(below))</msub>"
        case (nil, let above?): return limits ? "<mover>\(inner)\(group(above))</mover>" : "<msup>\(inner)\(group(above))</msup>"
        case (let below?, let above?):
            let tag = limits ? "munderover" : "msubsup"
            return "<\(tag)>\(inner)\(group(below))\(group(above))</\(tag)>"
        }
    }

    private func group(_ content: String) -> String { "<mrow>\(content)</mrow>" }

    private mutating func skipBlanks() { while tokens.first == .blank { tokens.removeFirst() } }

    /// What a command or a script applies to: a group in braces or one atom.
    private mutating func argument() -> String {
        skipBlanks()
        guard let first = tokens.first, first != .close, first != .alignment, first != .superscript, first != .subscript else { return "" }
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
            let content = row { _ in false }
            if tokens.first == .close { tokens.removeFirst() }
            return group(content)
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
        switch name {
        case "frac", "dfrac", "tfrac": return "<mfrac>\(group(argument()))\(group(argument()))</mfrac>"
        case "binom": return "<mo>(</mo><mfrac linethickness=\"0\">\(group(argument()))\(group(argument()))</mfrac><mo>)</mo>"
        case "sqrt": return root()
        case "text", "textrm", "textbf", "textit", "mbox": return "<mtext>\(HTML.escape(rawText()))</mtext>"
        case "operatorname": return "<mi>\(HTML.escape(rawText()))</mi><mo>&#x2061;</mo>"
        case "underline": return "<munder>\(group(argument()))<mo>_</mo></munder>"
        case "underbrace": return "<munder>\(group(argument()))<mo>⏟</mo></munder>"
        case "overbrace": return "<mover>\(group(argument()))<mo>⏞</mo></mover>"
        case "stackrel", "overset":
            let above = argument()
            return "<mover>\(group(argument()))\(group(above))</mover>"
        case "underset":
            let below = argument()
            return "<munder>\(group(argument()))\(group(below))</munder>"
        case "left": return fenced()
        case "begin": return environment()
        case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr": return delimiter(stretchy: true)
        case "displaystyle", "textstyle", "limits", "nolimits", "nonumber", "label", "right", "end", "\\": return ""
        default: return "<mtext>\\\(HTML.escape(name))</mtext>"
        }
    }

    private mutating func root() -> String {
        guard tokens.first == .character("[") else { return "<msqrt>\(group(argument()))</msqrt>" }
        tokens.removeFirst()
        let degree = row { $0 == .character("]") }
        if !tokens.isEmpty { tokens.removeFirst() }
        return "<mroot>\(group(argument()))\(group(degree))</mroot>"
    }

    /// The letters of a group as they stand, for `\text` and alphabets.
    private mutating func rawText() -> String {
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
            case .command(let name): text += Symbols.letters[name] ?? (name.count == 1 ? name : "")
            case .superscript: text += "^"
            case .subscript: text += "_"
            case .alignment: text += "&"
            }
            if open == 0 { break }
        }
        return text
    }

    // MARK: Fences and environments

    /// `\left( … \right)`: the fences grow with what they hold.
    private mutating func fenced() -> String {
        let open = delimiter(stretchy: true)
        var content = ""
        repeat {
            content += row { $0 == .command("right") }
            if tokens.first == .alignment || tokens.first == .command("\\") { tokens.removeFirst() } else { break }
        } while true
        if tokens.first == .command("right") { tokens.removeFirst() }
        return "<mrow>\(open)\(content)\(delimiter(stretchy: true))</mrow>"
    }

    private mutating func delimiter(stretchy: Bool) -> String {
        skipBlanks()
        let mark: String
        switch tokens.first {
        case .character("."): mark = ""
        case .character(let character)?: mark = String(character)
        case .command(let name)?: mark = Symbols.operators[name] ?? (["{", "}", "|"].contains(name) ? (name == "|" ? "‖" : name) : "")
        default: return ""
        }
        tokens.removeFirst()
        return mark.isEmpty ? "" : "<mo stretchy=\"\(stretchy)\">\(HTML.escape(mark))</mo>"
    }

    /// `\begin{pmatrix} … \end{pmatrix}` and its kin: rows and columns.
    private mutating func environment() -> String {
        let name = rawText()
        var rows: [[String]] = [[]]
        while !tokens.isEmpty {
            rows[rows.count - 1].append(row { $0 == .command("end") })
            guard let next = tokens.popFirst() else { break }
            if next == .command("end") {
                _ = rawText()
                break
            }
            if next == .command("\\") { rows.append([]) }
        }
        if rows.last?.allSatisfy(\.isEmpty) == true { rows.removeLast() }
        let body = rows.map { "<mtr>\($0.map { "<mtd>\($0)</mtd>" }.joined())</mtr>" }.joined()
        let fences = Symbols.environments[name] ?? ("", "")
        let isAligned = ["aligned", "align", "align*", "split"].contains(name)
        let style = isAligned ? " displaystyle=\"true\" columnalign=\"right left\"" : name == "cases" ? " columnalign=\"left left\"" : ""
        let table = "<mtable\(style)>\(body)</mtable>"
        return "<mrow>\(fences.0.isEmpty ? "" : "<mo>\(fences.0)</mo>")\(table)\(fences.1.isEmpty ? "" : "<mo>\(fences.1)</mo>")</mrow>"
    }
}
