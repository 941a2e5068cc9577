// Span: the stretch of source text a node of the tree came from.

/// A stretch of source text. Lines count from 1; columns count UTF-8 bytes from 0; the end is exclusive.
public struct Span: Equatable, Sendable {
    public var line: Int32
    public var column: Int32
    public var endLine: Int32
    public var endColumn: Int32

    public init(line: Int32, column: Int32, endLine: Int32, endColumn: Int32) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// The shortest span that holds this one and `other`, which must not begin earlier.
    public func through(_ other: Span) -> Span {
        Span(line: line, column: column, endLine: other.endLine, endColumn: other.endColumn)
    }
}
