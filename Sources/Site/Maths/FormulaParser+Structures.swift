// FormulaParser+Structures: fractions, roots, fences, arrows and environments.

extension FormulaParser {
    /// What a command with arguments of its own stands for. An unknown one is shown as it was written.
    mutating func structure(_ name: String) -> String {
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac": return "<mfrac>\(group(argument()))\(group(argument()))</mfrac>"
        case "binom", "dbinom", "tbinom":
            return "<mo>(</mo><mfrac linethickness=\"0\">\(group(argument()))\(group(argument()))</mfrac><mo>)</mo>"
        case "sqrt": return root()
        case "text", "textrm", "textbf", "textit", "texttt", "mbox":
            // Blanks at the ends would be lost otherwise.
            return "<mtext>\(HTML.escape(rawText().replacing(" ", with: "\u{A0}")))</mtext>"
        case "operatorname":
            if tokens.first == .character("*") { tokens.removeFirst() }
            return "<mi mathvariant=\"normal\">\(HTML.escape(rawText()))</mi><mo>&#x2061;</mo>"
        case "mathop", "mathbin", "mathrel", "mathord", "ensuremath": return group(argument())
        case "underline": return "<munder>\(group(argument()))<mo>_</mo></munder>"
        case "underbrace": return "<munder>\(group(argument()))<mo stretchy=\"true\">⏟</mo></munder>"
        case "overbrace": return "<mover>\(group(argument()))<mo stretchy=\"true\">⏞</mo></mover>"
        case "stackrel", "overset":
            let above = argument()
            return "<mover>\(group(argument()))\(group(above))</mover>"
        case "underset":
            let below = argument()
            return "<munder>\(group(argument()))\(group(below))</munder>"
        case "substack": return substack()
        case "xrightarrow", "xleftarrow": return arrow(name == "xrightarrow" ? "→" : "←")
        case "boxed": return "<menclose notation=\"box\">\(group(argument()))</menclose>"
        case "cancel": return "<menclose notation=\"updiagonalstrike\">\(group(argument()))</menclose>"
        case "phantom", "hphantom", "vphantom": return "<mphantom>\(group(argument()))</mphantom>"
        case "not": return "<mo>\(negated())</mo>"
        case "pmod": return "<mspace width=\"0.444em\"/><mo>(</mo><mi>mod</mi><mspace width=\"0.333em\"/>\(group(argument()))<mo>)</mo>"
        case "tag": return "<mspace width=\"2em\"/><mtext>(\(HTML.escape(rawText())))</mtext>"
        case "hspace", "mspace", "kern":
            _ = rawText()
            return "<mspace width=\"0.5em\"/>"
        case "color", "label":
            _ = rawText()
            return ""
        case "textcolor":
            _ = rawText()
            return group(argument())
        case "left": return fenced()
        case "begin": return environment()
        case "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "middle", "bigm", "Bigm":
            return delimiter()
        case "right":
            fail("a `\\right` without a `\\left`")
            return delimiter()
        case "end":
            fail("an `\\end{\(rawText())}` without its `\\begin`")
            return ""
        case "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag", "hline", "hfill", "mathstrut", "\\":
            return ""
        default:
            fail("`\\\(name)` is not known")
            return "<mtext>\\\(HTML.escape(name))</mtext>"
        }
    }

    private mutating func root() -> String {
        skipBlanks()
        guard let degree = option() else { return "<msqrt>\(group(argument()))</msqrt>" }
        return "<mroot>\(group(argument()))\(group(degree))</mroot>"
    }

    /// What stands in brackets after a command; nil where nothing does.
    private mutating func option() -> String? {
        guard tokens.first == .character("[") else { return nil }
        tokens.removeFirst()
        let content = row { $0 == .character("]") }
        if !tokens.isEmpty { tokens.removeFirst() }
        return content
    }

    /// An arrow with words over and under it.
    private mutating func arrow(_ mark: String) -> String {
        let below = option() ?? ""
        let above = group(argument())
        return "<munderover><mo stretchy=\"true\">\(mark)</mo>\(group(below))\(above)</munderover>"
    }

    /// Lines under a sum.
    private mutating func substack() -> String {
        skipBlanks()
        guard tokens.first == .open else { return argument() }
        tokens.removeFirst()
        var lines: [String] = []
        repeat { lines.append(row { _ in false }) } while tokens.popFirst() == .command("\\")
        return "<mtable rowspacing=\"0\">\(lines.map { "<mtr><mtd>\($0)</mtd></mtr>" }.joined())</mtable>"
    }

    /// The relation that follows, struck through.
    private mutating func negated() -> String {
        skipBlanks()
        switch tokens.popFirst() {
        case .command(let name)?: return HTML.escape(Symbols.operators[name] ?? "") + "\u{338}"
        case .character(let character)?: return HTML.escape(String(character)) + "\u{338}"
        default:
            fail("nothing follows `\\not`")
            return ""
        }
    }

    // MARK: Fences and environments

    /// `\left( … \right)`: the fences grow with what they hold.
    private mutating func fenced() -> String {
        let open = delimiter()
        var content = ""
        while true {
            content += row { $0 == .command("right") }
            guard let next = tokens.popFirst(), next != .close else {
                fail("a `\\left` without a `\\right`")
                return "<mrow>\(open)\(content)</mrow>"
            }
            if next == .command("right") { break }
        }
        return "<mrow>\(open)\(content)\(delimiter())</mrow>"
    }

    private mutating func delimiter() -> String {
        skipBlanks()
        let mark: String
        switch tokens.first {
        case .character("."): mark = ""
        case .character("<"): mark = "⟨"
        case .character(">"): mark = "⟩"
        case .character(let character)?: mark = String(character)
        case .command(let name)? where Symbols.operators[name] != nil: mark = Symbols.operators[name] ?? ""
        default:
            fail("a fence is missing after `\\left`, `\\right` or `\\big`")
            return ""
        }
        tokens.removeFirst()
        return mark.isEmpty ? "" : "<mo stretchy=\"true\">\(HTML.escape(mark))</mo>"
    }

    /// `\begin{pmatrix} … \end{pmatrix}` and its kin: rows and columns.
    private mutating func environment() -> String {
        let name = rawText()
        guard let look = Symbols.environments[name] else {
            fail("`\\begin{\(name)}` is not known")
            return ""
        }
        if look.takesColumns { _ = rawText() }
        var rows: [[String]] = [[]]
        while true {
            rows[rows.count - 1].append(row { $0 == .command("end") })
            guard let next = tokens.popFirst(), next != .close else {
                fail("`\\begin{\(name)}` without its `\\end`")
                break
            }
            if next == .command("end") {
                let end = rawText()
                if end != name { fail("`\\begin{\(name)}` ends as `\\end{\(end)}`") }
                break
            }
            if next == .command("\\") {
                _ = option()
                rows.append([])
            }
        }
        if rows.last?.allSatisfy(\.isEmpty) == true { rows.removeLast() }
        let body = rows.map { "<mtr>\($0.map { "<mtd>\($0)</mtd>" }.joined())</mtr>" }.joined()
        let table = "<mtable\(look.style)>\(body)</mtable>"
        return "<mrow>\(look.open.isEmpty ? "" : "<mo>\(look.open)</mo>")\(table)\(look.close.isEmpty ? "" : "<mo>\(look.close)</mo>")</mrow>"
    }
}
