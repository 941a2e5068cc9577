// Formula: TeX → MathML, written at build time so that pages need no script for it.

/// Writes formulas.
package enum Formula {
    /// A formula as MathML. The TeX stays with it, for programs that read it. What is not understood is shown as it was written.
    package static func html(_ tex: String, display: Bool) -> String {
        var parser = FormulaParser(tex)
        let content = parser.formula()
        let trimmed = HTML.escape(tex.split(separator: "\n").joined(separator: " "))
        return "<math\(display ? " display=\"block\"" : "") alttext=\"\(trimmed)\">\(content)</math>"
    }

    /// What is wrong with a formula, in words that follow "in a formula: "; nil where all is well.
    package static func fault(in tex: String) -> String? {
        var parser = FormulaParser(tex)
        _ = parser.formula()
        return parser.fault
    }
}
