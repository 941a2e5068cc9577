// Defines MathParser: reads the TeX mathematics that axis labels use.

/// Reads the TeX mathematics that axis labels use: letters, Greek, scripts, fractions, accents, common signs.
struct MathParser {
    private var rest: Substring
    private var runs: [MathText.Run] = []
    private var style = MathText.Run(text: "")
    /// How deep groups are nested; deeper than 20 they are read as plain text.
    private var depth = 0

    /// The runs of the mathematics between two dollars.
    static func runs(of text: String) -> [MathText.Run] {
        var parser = MathParser(rest: Substring(text), style: MathText.Run(text: ""), depth: 0)
        parser.parse()
        return parser.runs
    }

    private init(rest: Substring, style: MathText.Run, depth: Int) {
        self.rest = rest
        self.style = style
        self.depth = depth
    }

    private mutating func parse() {
        while let character = rest.popFirst() {
            switch character {
            case "\\": command()
            case "^": script(rise: 0.38)
            case "_": script(rise: -0.18)
            case "{": runs += group(restoring: character, style)
            case "}", "~": emit(character == "~" ? " " : "", isItalic: false)
            case " ": break
            case "-": emit("−", isItalic: false)
            case "=", "<", ">", "+": emit(" \(character) ", isItalic: false)
            case "'": emit("′", isItalic: false)
            default: emit(String(character), isItalic: character.isLetter)
            }
        }
    }

    private mutating func emit(_ text: String, isItalic: Bool) {
        guard !text.isEmpty else { return }
        var run = style
        run.text = text
        run.isItalic = style.isItalic || isItalic
        if isUpright { run.isItalic = false }
        if var last = runs.last {
            last.text = run.text
            if last == run {
                runs[runs.count - 1].text += text
                return
            }
        }
        runs.append(run)
    }

    /// Set inside `\mathrm` and its kin.
    private var isUpright = false

    /// The runs of the next `{…}` group or single character, in a style.
    private mutating func argument(_ style: MathText.Run, isUpright: Bool = false) -> [MathText.Run] {
        while rest.first == " " { rest.removeFirst() }
        guard let character = rest.popFirst() else { return [] }
        if character == "{" { return group(restoring: character, style, isUpright: isUpright) }
        var text = String(character)
        if character == "\\" {
            while let next = rest.first, next.isLetter {
                text.append(next)
                rest.removeFirst()
            }
        }
        return inner(Substring(text), style, isUpright)
    }

    private mutating func group(restoring: Character, _ style: MathText.Run, isUpright: Bool = false) -> [MathText.Run] {
        var level = 1
        var content = ""
        while let character = rest.popFirst() {
            if character == "{" { level += 1 }
            if character == "}" { level -= 1 }
            if level == 0 { break }
            content.append(character)
        }
        return inner(Substring(content), style, isUpright)
    }

    private func inner(_ text: Substring, _ style: MathText.Run, _ isUpright: Bool) -> [MathText.Run] {
        guard depth < 20 else { return [MathText.Run(text: String(text))] }
        var parser = MathParser(rest: text, style: style, depth: depth + 1)
        parser.isUpright = isUpright || self.isUpright
        parser.parse()
        return parser.runs
    }

    private mutating func script(rise: Double) {
        var raised = style
        raised.rise += rise * style.scale
        raised.scale *= 0.7
        runs += argument(raised)
    }

    private mutating func command() {
        var name = ""
        while let next = rest.first, next.isLetter {
            name.append(next)
            rest.removeFirst()
        }
        if name.isEmpty {
            let sign = rest.popFirst().map(String.init) ?? ""
            return emit([",": " ", ";": " ", ":": " ", "!": "", "|": "‖"][sign] ?? sign, isItalic: false)
        }
        if let accent = MathSymbols.accents[name] {
            var letters = argument(style)
            if !letters.isEmpty { letters[letters.count - 1].text += accent }
            runs += letters
            return
        }
        switch name {
        case "mathrm", "text", "operatorname", "mathsf", "mathtt", "mathregular", "textrm":
            runs += argument(style, isUpright: true)
        case "mathbf", "textbf", "boldsymbol", "bf":
            var bold = style
            bold.isBold = true
            runs += argument(bold, isUpright: true)
        case "mathbb": runs += argument(style).map(MathSymbols.doubleStruck)
        case "mathcal", "mathit", "mathscr", "textit", "mathfrak": runs += argument(style)
        case "left", "right", "big", "Big", "displaystyle", "limits", "quad":
            if name == "quad" { emit("  ", isItalic: false) }
            if rest.first == ".", name == "left" || name == "right" { rest.removeFirst() }
        case "frac", "dfrac", "tfrac":
            let (top, bottom) = (argument(style), argument(style))
            runs += bracketed(top) + [with("/")] + bracketed(bottom)
        case "sqrt":
            runs += [with("√")] + bracketed(argument(style))
        default:
            emit(MathSymbols.signs[name] ?? name, isItalic: MathSymbols.slanted.contains(name))
        }
    }

    private func with(_ text: String) -> MathText.Run {
        var run = style
        run.text = text
        return run
    }

    private func bracketed(_ runs: [MathText.Run]) -> [MathText.Run] {
        let count = runs.reduce(0) { $0 + $1.text.count }
        return count > 1 && runs.contains { $0.text.contains(" ") } ? [with("(")] + runs + [with(")")] : runs
    }
}
