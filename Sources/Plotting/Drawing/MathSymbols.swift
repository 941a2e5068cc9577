// Defines MathSymbols: TeX names of letters and signs.

/// TeX names of letters and signs.
enum MathSymbols {
    /// Combining characters of accents.
    static let accents = [
        "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}", "ddot": "\u{308}",
        "widehat": "\u{302}", "overline": "\u{304}", "widetilde": "\u{303}",
    ]

    /// Lower-case Greek letters, which mathematics slants.
    static let slanted: Set<String> = Set(greek.split(separator: " ").map { String($0.split(separator: ":")[0]) })

    /// All named signs.
    static let signs: [String: String] = {
        var table: [String: String] = [:]
        for pair in (greek + " " + others).split(separator: " ") {
            let parts = pair.split(separator: ":")
            if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
        }
        return table
    }()

    /// The double-struck form of a capital letter (ℝ).
    static func doubleStruck(_ run: MathText.Run) -> MathText.Run {
        var run = run
        let forms: [Character: Character] = ["R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "E": "𝔼", "P": "ℙ"]
        run.text = String(run.text.map { forms[$0] ?? $0 })
        run.isItalic = false
        return run
    }

    private static let greek = """
        alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ \
        pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω
        """

    private static let others = """
        Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Phi:Φ Psi:Ψ Omega:Ω \
        times:× cdot:· div:÷ pm:± mp:∓ leq:≤ le:≤ geq:≥ ge:≥ neq:≠ ne:≠ approx:≈ sim:∼ simeq:≃ equiv:≡ propto:∝ infty:∞ partial:∂ \
        nabla:∇ sum:∑ prod:∏ int:∫ in:∈ notin:∉ subset:⊂ cup:∪ cap:∩ forall:∀ exists:∃ to:→ rightarrow:→ leftarrow:← Rightarrow:⇒ \
        leftrightarrow:↔ mapsto:↦ ldots:… dots:… cdots:⋯ ell:ℓ circ:∘ odot:⊙ oplus:⊕ otimes:⊗ ast:∗ star:⋆ bullet:• langle:⟨ \
        rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ mid:| parallel:‖ top:⊤ perp:⊥ degree:° hbar:ℏ Re:ℜ Im:ℑ prime:′ gg:≫ ll:≪
        """
}
