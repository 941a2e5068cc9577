// Symbols: what the commands of TeX stand for.

/// Tables of TeX's commands. Each is written as pairs in a text, which is quick to read and quick to compile.
enum Symbols {
    /// Letters.
    static let letters = pairs("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
        Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ emptyset ∅
        varnothing ∅ top ⊤ bot ⊥ angle ∠ ldots … dots … dotsc … dotsb ⋯ cdots ⋯ vdots ⋮ ddots ⋱ prime ′ imath ı jmath ȷ degree ° checkmark ✓
        square □ blacksquare ■ triangle △ dagger † hslash ℏ complement ∁ wp ℘ # # $ $ % % & & _ _
        """)

    /// Operators, relations, arrows, fences.
    static let operators = pairs("""
        sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘
        bullet ∙ odot ⊙ oplus ⊕ otimes ⊗ cap ∩ cup ∪ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ neg ¬ lnot ¬ le ≤ leq ≤ ge ≥ geq ≥ ne ≠
        neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
        forall ∀ exists ∃ mid ∣ parallel ∥ perp ⊥ to → rightarrow → leftarrow ← gets ← Rightarrow ⇒ Leftarrow ⇐ leftrightarrow ↔
        Leftrightarrow ⇔ iff ⇔ implies ⟹ mapsto ↦ longrightarrow ⟶ uparrow ↑ downarrow ↓ langle ⟨ rangle ⟩ lvert | rvert | lVert ‖
        rVert ‖ vert | Vert ‖ | ‖ coprod ∐ bigvee ⋁ bigwedge ⋀ bigodot ⨀ iiint ∭ lt < gt > prec ≺ succ ≻ models ⊨ vdash ⊢ dashv ⊣ asymp ≍ doteq ≐
        subsetneq ⊊ lesssim ≲ gtrsim ≳ hookrightarrow ↪ rightleftharpoons ⇌ Longrightarrow ⟹ Longleftarrow ⟸ longleftrightarrow ⟷ longmapsto ⟼
        nearrow ↗ searrow ↘ Uparrow ⇑ Downarrow ⇓ updownarrow ↕ therefore ∴ because ∵ diamond ⋄ oslash ⊘ ominus ⊖ sqcup ⊔ sqcap ⊓ nmid ∤
        lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ { { } } lbrace { rbrace } colon : coloneqq ≔ triangleq ≜ backslash \\
        """)

    /// Blanks by their widths.
    static let spaces = pairs(", 0.167em : 0.222em > 0.222em ; 0.278em ! -0.167em quad 1em qquad 2em enspace 0.5em thinspace 0.167em ~ 0.333em")
        .merging([" ": "0.333em"]) { first, _ in first }

    /// Marks set over a letter.
    static let accents = pairs("hat ^ widehat ^ bar ¯ overline ‾ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ breve ˘ overrightarrow →")

    /// Functions with names of their own.
    static let functions = Set(words("""
        log ln exp sin cos tan sinh cosh tanh cot sec csc coth arcsin arccos arctan max min liminf limsup lg deg hom mod bmod sup inf lim arg det dim ker gcd Pr sgn softmax argmax argmin
        """))

    /// What takes its scripts above and below.
    static let limits = Set(words("""
        sum prod coprod bigcup bigcap bigvee bigwedge bigodot bigoplus bigotimes max min sup inf lim liminf limsup det gcd Pr argmax argmin
        mathop underbrace overbrace
        """))

    /// Commands that set letters in another alphabet.
    static let alphabets: [String: Alphabet] = [
        "mathbf": .bold, "boldsymbol": .bold, "bm": .bold, "mathbb": .doubleStruck, "mathcal": .script, "mathscr": .script,
        "mathrm": .upright, "mathnormal": .upright, "mathit": .italic, "mathsf": .sans, "mathtt": .typewriter, "mathfrak": .fraktur,
    ]

    /// How the rows of an environment are set.
    struct Environment {
        var open = ""
        var close = ""
        /// Attributes of the table.
        var style = ""
        /// Whether a list of columns follows the name.
        var takesColumns = false
    }

    private static let aligned = Environment(style: " displaystyle=\"true\" class=\"aligned\"")

    /// Every environment.
    static let environments: [String: Environment] = [
        "matrix": Environment(), "smallmatrix": Environment(), "pmatrix": Environment(open: "(", close: ")"),
        "bmatrix": Environment(open: "[", close: "]"), "Bmatrix": Environment(open: "{", close: "}"),
        "vmatrix": Environment(open: "|", close: "|"), "Vmatrix": Environment(open: "‖", close: "‖"),
        "cases": Environment(open: "{", style: " class=\"cases\""),
        "dcases": Environment(open: "{", style: " displaystyle=\"true\" class=\"cases\""),
        "rcases": Environment(close: "}", style: " class=\"cases\""),
        "array": Environment(takesColumns: true), "aligned": aligned, "align": aligned, "align*": aligned, "split": aligned,
        "alignedat": Environment(style: aligned.style, takesColumns: true),
        "gathered": Environment(style: " displaystyle=\"true\""), "gather": Environment(style: " displaystyle=\"true\""),
        "gather*": Environment(style: " displaystyle=\"true\""), "equation": Environment(style: " displaystyle=\"true\""),
        "equation*": Environment(style: " displaystyle=\"true\""),
    ]

    private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

    private static func pairs(_ text: String) -> [String: String] {
        let all = words(text)
        return Dictionary(stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }) { first, _ in first }
    }
}
