// SyntaxTree: what parsing a file or a cell gives.

/// A parsed file or cell.
public struct SyntaxTree: Sendable {
    public let body: [Statement]
    /// IPython lines that were recognised and skipped (cells only).
    public let notes: [CellNote]
    /// The last statement was followed by `;`, which in a notebook silences its value.
    public let endsWithSemicolon: Bool
}

/// An IPython line in a cell (`%matplotlib inline`, `!pip install torch`) that has no effect here.
public struct CellNote: Equatable, Sendable {
    /// The line as written, without surrounding blanks.
    public let text: String
    public let span: Span
}
