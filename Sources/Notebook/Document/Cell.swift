// Cell: one piece of code that a session executes.

/// A cell of a document.
public struct Cell: Sendable, Equatable {
    /// Its name in error messages, records and links: `id=`, else the heading above it and its number under that heading.
    public var id: String
    /// Its place among the cells of the document, from 1.
    public var number: Int
    /// The language word of its fence.
    public var language: String
    /// The code, ending in a line break unless empty.
    public var source: String
    /// The line of the code's first line in the document, from 1.
    public var line: Int
    /// How many columns the document indents the code by (a cell inside a list).
    public var indent: Int
    public var options: CellOptions

    /// Makes a cell from its parts.
    public init(
        id: String, number: Int, language: String, source: String, line: Int, indent: Int = 0, options: CellOptions = CellOptions()
    ) {
        self.id = id
        self.number = number
        self.language = language
        self.source = source
        self.line = line
        self.indent = indent
        self.options = options
    }
}
