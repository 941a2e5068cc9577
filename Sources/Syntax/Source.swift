// The entry points: text → tree.

/// What kind of text is parsed.
public enum SourceMode: Sendable {
    /// A file: Python's grammar only.
    case file
    /// A notebook cell: IPython's `%magic` and `!command` lines become notes.
    case cell
}
