// Defines Series: the data a mark shows, in data space — what records compare and tables list.

/// The data a mark shows, in data space.
public struct Series: Hashable, Sendable {
    /// What kind of picture shows it.
    public enum Kind: String, Hashable, Sendable {
        case line, points, bars, area, image, contours, errors, boxes, arrows, slices
    }

    /// One list of numbers with its name.
    public struct Column: Hashable, Sendable {
        public let name: String
        public let values: [Double]

        public init(_ name: String, _ values: [Double]) {
            self.name = name
            self.values = values
        }
    }

    public let kind: Kind
    /// The name in the legend; nil when the author gave none.
    public let name: String?
    /// Equally long columns; for images the grid row by row in one column.
    public let columns: [Column]
    /// Names of the rows (categories), else empty.
    public let rowNames: [String]
    /// (rows, columns) of an image's grid.
    public let grid: (rows: Int, columns: Int)?

    public init(_ kind: Kind, name: String?, columns: [Column], rowNames: [String] = [], grid: (rows: Int, columns: Int)? = nil) {
        self.kind = kind
        self.name = name
        self.columns = columns
        self.rowNames = rowNames
        self.grid = grid
    }

    public static func == (a: Series, b: Series) -> Bool {
        a.kind == b.kind && a.name == b.name && a.columns == b.columns && a.rowNames == b.rowNames
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(name)
        hasher.combine(columns)
    }

    /// The number of rows.
    public var count: Int { columns.first?.values.count ?? 0 }
}
