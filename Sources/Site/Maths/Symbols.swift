// Symbols: what the commands of TeX stand for.

/// Tables of TeX's commands. Each is written as pairs in a text, which is quick to read and quick to compile.
enum Symbols {
    /// Letters.
    static let letters = pairs("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
        Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅
        varnothing ∅ top ⊤ bot ⊥ angle ∠ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ # # $ $ % % & & _ _
        """)

    /// Operators, relations, arrows, fences.
    static let operators = pairs("""
        sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘
        bullet ∙ odot ⊙ oplus ⊕ otimes ⊗ cap ∩ cup ∪ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ le ≤ leq ≤ ge ≥ geq ≥ ne ≠
        neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
        forall ∀ exists ∃ mid ∣ parallel ∥ perp ⊥ to → rightarrow → leftarrow ← gets ← Rightarrow ⇒ Leftarrow ⇐ leftrightarrow ↔
        Leftrightarrow ⇔ iff ⇔ implies ⟹ mapsto ↦ longrightarrow ⟶ uparrow ↑ downarrow ↓ langle ⟨ rangle ⟩ lvert | rvert | lVert ‖
        rVert ‖ vert | Vert ‖ | ‖ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ { { } } lbrace { rbrace } colon : coloneqq ≔ triangleq ≜ backslash \\
        """)

    /// Blanks by their widths.
    static let spaces = pairs(", 0.167em : 0.222em > 0.222em ; 0.278em ! -0.167em quad 1em qquad 2em enspace 0.5em thinspace 0.167em ~ 0.333em")
        .merging([" ": "0.333em"]) { first, _ in first }

    /// Marks set over a letter.
    static let accents = pairs("hat ^ widehat ^ bar ¯ overline ‾ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ overrightarrow →")

    /// Functions with names of their own.
    static let functions = Set(words("""
        log ln exp sin cos tan sinh cosh tanh arcsin arccos arctan max min sup inf lim arg det dim ker gcd Pr sgn softmax argmax argmin
        """))

    /// What takes its scripts above and below.
    static let limits = Set(words("sum prod bigcup bigcap bigoplus bigotimes max min sup inf lim argmax argmin underbrace overbrace"))

    /// Commands that set letters in another alphabet.
    static let alphabets: [String: Alphabet] = [
        "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "mathbb": .doubleStruck, "mathcal": .script, "mathscr": .script,
        "mathrm": .upright, "mathsf": .upright, "mathtt": .upright, "mathit": .upright,
    ]

    /// The fences around the rows of an environment.
    static let environments: [String: (String, String)] = [
        "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"), "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "cases": ("{", ""),
    ]

    private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

    private static func pairs(_ text: String) -> [String: String] {
        let all = words(text)
        return Dictionary(stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }) { first, _ in first }
    }
}

/// An alphabet that a formula can be set in.
enum Alphabet {
    case upright, bold, doubleStruck, script

    /// Letters of this alphabet, from Unicode's block of mathematical letters.
    static func mathML(_ text: String, _ alphabet: Alphabet) -> String {
        guard alphabet != .upright else { return "<mi mathvariant=\"normal\">\(HTML.escape(text))</mi>" }
        let letters = text.unicodeScalars.map { scalar in String(alphabet.letter(scalar)) }.joined()
        return "<mi>\(HTML.escape(letters))</mi>"
    }

    private func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if let exception = exceptions[scalar] { return exception }
        let base: (upper: UInt32, lower: UInt32, digit: UInt32?) =
            switch self {
            case .bold: (0x1D400, 0x1D41A, 0x1D7CE)
            case .doubleStruck: (0x1D538, 0x1D552, 0x1D7D8)
            case .script: (0x1D49C, 0x1D4B6, nil)
            case .upright: (65, 97, 48)
            }
        let value = switch scalar.value {
        case 65...90: base.upper + scalar.value - 65
        case 97...122: base.lower + scalar.value - 97
        case 48...57: base.digit.map { $0 + scalar.value - 48 } ?? scalar.value
        default: scalar.value
        }
        return Unicode.Scalar(value) ?? scalar
    }

    /// Letters that Unicode had before it had the block.
    private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
        switch self {
        case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .script: ["B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ"]
        case .bold, .upright: [:]
        }
    }
}
