// Block: one block of prose, or a cell, in reading order.

/// A block of a document. Prose is kept as a tree, so that pages, outlines, search and converters read the same thing.
public indirect enum Block: Sendable, Equatable {
    case heading(Heading)
    case paragraph([Inline])
    case quote([Block])
    /// A GitHub callout: `> [!NOTE]`.
    case callout(CalloutKind, [Block])
    case list(List)
    /// Code that is shown and not run.
    case code(language: String, text: String)
    /// A formula on lines of its own, as TeX.
    case math(String)
    case table(Table)
    case thematicBreak
    /// Raw HTML; pages escape what is not on their allow-list.
    case html(String)
    /// The cell with this index in `Document.cells`.
    case cell(Int)
}

/// A heading with the name that links use.
public struct Heading: Sendable, Equatable {
    /// 1 to 6.
    public var level: Int
    public var content: [Inline]
    /// The anchor: unique on its page, made from the text as GitHub makes it.
    public var slug: String
    /// The line in the source, from 1.
    public var line: Int
}

/// The five kinds of callout that GitHub knows.
public enum CalloutKind: String, Sendable, CaseIterable {
    case note, tip, important, warning, caution
}

/// A list of items.
public struct List: Sendable, Equatable {
    /// One item: its blocks, and for a task list whether it is ticked.
    public struct Item: Sendable, Equatable {
        public var ticked: Bool?
        public var content: [Block]
    }

    /// The first number of an ordered list; nil for bullets.
    public var start: Int?
    /// A tight list shows no space between its items.
    public var tight: Bool
    public var items: [Item]
}

/// A pipe table.
public struct Table: Sendable, Equatable {
    /// How a column is aligned.
    public enum Alignment: Sendable { case none, left, center, right }

    public var alignments: [Alignment]
    public var header: [[Inline]]
    public var rows: [[[Inline]]]
}
