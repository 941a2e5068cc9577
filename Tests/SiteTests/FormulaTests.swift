// FormulaTests: TeX becomes MathML.
import Site
import Testing

@Suite struct FormulaTests {
    private func math(_ tex: String) -> String {
        let html = Formula.html(tex, display: false)
        guard let start = html.firstIndex(of: ">"), html.hasSuffix("</math>") else { return html }
        return String(html[html.index(after: start)...].dropLast("</math>".count))
    }

    @Test(arguments: [
        ("x", "<mi>x</mi>"), ("12.5x", "<mn>12.5</mn><mi>x</mi>"), ("a-b", "<mi>a</mi><mo>−</mo><mi>b</mi>"), ("\\alpha", "<mi>α</mi>"),
        ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
        ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
        ("\\frac{ab}{c}", "<mfrac><mrow><mi>a</mi><mi>b</mi></mrow><mi>c</mi></mfrac>"), ("x^{\\,\\,}", "<msup><mi>x</mi><mrow><mspace width=\"0.167em\"/><mspace width=\"0.167em\"/></mrow></msup>"),
        ("\\sum_i", "<munder><mo>∑</mo><mi>i</mi></munder>"), ("\\text{if } x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
        ("\\hat y", "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>"), ("\\mathbb{R}", "<mi>ℝ</mi>"),
        ("\\mathbf{x}", "<mi>𝐱</mi>"), ("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"), ("\\nosuch", "<mtext>\\nosuch</mtext>"),
        ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    ])
    func formulas(tex: String, expected: String) { #expect(math(tex) == expected) }

    @Test(arguments: [
        ("a_1 + \\frac{b}{c}", nil), ("\\boldsymbol{\\theta}^\\top x", nil), ("\\operatorname*{argmin}_w f", nil),
        ("\\left( a \\right)", nil), ("\\begin{cases} 0 & x \\\\ 1 & y \\end{cases}", nil), ("\\begin{array}{cc} a & b \\end{array}", nil),
        ("\\xrightarrow[b]{a} \\not= \\substack{a \\\\ b} \\mathfrak{g}", nil),
        ("\\frak x", "`\\frak` is not known"), ("\\frac{a}{b", "a `{` without a `}`"), ("a}", "a `}` without a `{`"),
        ("x^", "something is missing after a command, `^` or `_`"), ("x^a^b", "two superscripts on one letter; use braces"),
        ("\\left( a", "a `\\left` without a `\\right`"), ("a & b", "an `&` outside `\\begin{…}`"),
        ("\\begin{pmatrix} a", "`\\begin{pmatrix}` without its `\\end`"), ("\\begin{x} a \\end{x}", "`\\begin{x}` is not known"),
        ("\\begin{cases} a \\end{array}", "`\\begin{cases}` ends as `\\end{array}`"),
    ] as [(String, String?)])
    func faultsAreNamed(tex: String, fault: String?) { #expect(Formula.fault(in: tex) == fault) }

    @Test func matricesHaveRowsAndColumns() {
        let html = math("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}")
        #expect(html.contains("<mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr>"))
    }

    @Test func fencesGrow() {
        #expect(math("\\left( \\frac{a}{b} \\right]").hasPrefix("<mrow><mo stretchy=\"true\">(</mo><mfrac>"))
    }

    /// The name of a function stands apart from letters and numbers, not from brackets, signs and the edge.
    @Test(arguments: [
        ("a\\sin b", 2), ("\\sin(b)", 0), ("-\\ln x", 1), ("\\log_2 n", 1), ("2\\tanh(x)", 1), ("\\max(0, x)", 0), ("x = \\exp", 0),
        ("\\operatorname{diag} f", 1), ("(a)\\cos(b)", 1), ("\\log\\sin x", 2),
    ])
    func functionsStandApart(tex: String, spaces: Int) {
        #expect(Formula.html(tex, display: false).ranges(of: "<mspace width=\"0.167em\"/>").count == spaces)
    }

    @Test func theTeXStaysWithTheFormula() {
        #expect(Formula.html("a<b", display: true).hasPrefix("<math display=\"block\" alttext=\"a&lt;b\">"))
    }

    @Test(arguments: ["}", "{", "_", "^", "\\", "&", "\\left", "\\begin{", "\\frac", "x^", "\\sqrt[", "\\end{x}", "''", "\\right)", "}}}a", "<script>"])
    func anyTextIsWritten(tex: String) { #expect(!Formula.html(tex, display: false).contains("<script")) }

    @Test func deepNestingEnds() { #expect(!Formula.html(String(repeating: "{", count: 100_000), display: false).isEmpty) }
}
