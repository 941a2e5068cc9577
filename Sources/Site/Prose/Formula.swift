// Formula: TeX → what a page shows.

/// Writes formulas.
enum Formula {
    /// A formula as HTML.
    static func html(_ tex: String, display: Bool) -> String {
        "<code class=\"tex\">\(HTML.escape(tex))</code>"
    }
}
