// Part: a notebook as a flat sequence of prose and code, the form that converters pass between file formats.

/// A stretch of prose or one cell of code.
struct Part: Equatable {
    /// What a part is.
    enum Content: Equatable {
        /// Markdown.
        case prose(String)
        /// Code of a cell, with the words of its fence after the language.
        case code(String, info: String)
        /// A cell of a kind that we do not know: its JSON is kept as it was.
        case unknown(JSON)
    }

    var content: Content
    /// The line of its first line of content in its file, from 1.
    var line: Int
    /// Outputs stored with a cell of code, as `.ipynb` stores them.
    var outputs: [JSON] = []
}
