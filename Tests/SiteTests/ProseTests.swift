// ProseTests: what a notebook says cannot become an element or a script of its page.
import Notebook
import Site
import Testing

@Suite struct ProseTests {
    private func html(_ markdown: String, allowing elements: Set<String> = []) throws -> String {
        var prose = ProseHTML(links: Links(pages: ["02-next.md": "02-next.html"]))
        prose.allowedElements = elements
        return prose.html(try DocumentReader.read(text: markdown, file: "a.md").blocks)
    }

    @Test(arguments: [
        ("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>\n"),
        ("a < b & \"c\"", "<p>a &lt; b &amp; &quot;c&quot;</p>\n"),
        ("[x](02-next.md#top)", "<p><a href=\"02-next.html#top\">x</a></p>\n"),
        ("1. a\n2. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("- [x] done\n", "<ul>\n<li><input type=\"checkbox\" disabled checked> done</li>\n</ul>\n"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
    ])
    func prose(markdown: String, expected: String) throws { #expect(try html(markdown) == expected) }

    @Test(arguments: [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=x>b</b>", "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))", "[x](data:text/html;base64,xx)", "![x](javascript:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](vbscript:x)", "<javascript:alert(1)>", "# <script>x</script>", "`<script>`", "| <script> |\n|-|\n",
    ])
    func hostileMarkdownStaysText(markdown: String) throws {
        let page = try html(markdown).lowercased()
        for danger in ["<script", "<img", "<b ", "href=\"javascript", "href=\"data", "href=\"vbscript", "src=\"javascript"] {
            #expect(!page.contains(danger), "\(page)")
        }
    }

    @Test func allowedElementsLoseTheirAttributes() throws {
        #expect(try html("press <kbd onclick=\"x\">A</kbd>", allowing: ["kbd"]) == "<p>press <kbd>A</kbd></p>\n")
        #expect(try html("<details>\n", allowing: ["details"]).contains("<details>"))
    }

    @Test(arguments: [("https://a.b/c", "https"), ("mailto:a@b", "mailto"), (" java\tscript:x", "javascript"), ("a b:c", "ab")])
    func schemes(destination: String, scheme: String) { #expect(Links.scheme(of: destination) == scheme) }

    @Test(arguments: ["a/b:c", "#a:b", "page.html", "?q=a:b", "//host/x"])
    func noSchemes(destination: String) { #expect(Links.scheme(of: destination) == nil) }

    @Test func codeIsColoured() {
        #expect(Highlighter.html("def f(x):\n\n    return x  # <hi> \"there\"\n", id: "c") == """
            <a id="c-L1"></a><b>def</b> <dfn>f</dfn>(x):

            <a id="c-L3"></a>    <b>return</b> x  <i># &lt;hi&gt; "there"</i>

            """)
    }

    /// Matrix products are no decorators, attributes no builtins.
    @Test(arguments: [
        ("x @ w", "x @ w"), ("y = (x\n  @ w)", "y = (x\n  @ w)"),
        ("@w\nclass A: pass", "@<dfn>w</dfn>\n<b>class</b> <dfn>A</dfn>: <b>pass</b>"),
        ("x.sum() + sum(x)", "x.sum() + <var>sum</var>(x)"),
    ])
    func codeIsColouredByWhatItMeans(code: String, html: String) { #expect(Highlighter.html(code) == html + "\n") }

    @Test func headersWithoutWordsAreCells() throws {
        #expect(try html("| | a |\n|---|---|\n| b | c |\n").contains("<tr><td></td><th>a</th></tr>"))
    }

    @Test(arguments: ["x = 'abc", "f'{x", "(((", "\"\"\"a\nb", "a\n  b\n c", "x = 1 \\\n + 2\n"])
    func everyCharacterOfCodeIsShown(code: String) {
        var shown = ""
        var insideTag = false
        for character in Highlighter.html(code) {
            if character == "<" { insideTag = true }
            if !insideTag { shown.append(character) }
            if character == ">" { insideTag = false }
        }
        #expect(shown == (code.hasSuffix("\n") ? code : code + "\n"))
    }
}
