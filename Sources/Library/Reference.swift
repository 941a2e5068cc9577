// Defines Reference: every native function, method and attribute cells can use, as data for `litgrad reference` and the site.
import Runtime

/// What the library offers, read from the rows themselves.
public enum Reference {
    /// One function, method or attribute.
    public struct Entry: Sendable {
        /// The module or class it belongs to: `torch`, `torch.Tensor`.
        public let home: String
        public let name: String
        /// The parameters as written in a `def` header; the plain name for attributes.
        public let signature: String
        /// One sentence.
        public let doc: String
        /// A runnable line or more; empty where there is none.
        public let example: String

        init(home: String, row: Row) {
            self.home = home
            name = row.name.text
            signature = row.header
            doc = row.doc
            example = row.example
        }
    }

    /// All entries of the native modules and classes, by home and topic in the order of the tables.
    public static var entries: [Entry] {
        let modules = torchModules.keys.sorted().flatMap { name in
            torchModules[name].map { make in make().rows.map { Entry(home: name, row: $0) } } ?? []
        }
        let classes = classRows.flatMap { home, rows in rows.map { Entry(home: home, row: $0) } }
        return modules + classes
    }

    private static var classRows: [(home: String, rows: [Row])] {
        [
            ("torch.Tensor", TorchRows.methods + TensorAttributes.rows + TensorProtocols.rows),
            ("matplotlib.pyplot", PyplotRows.all), ("matplotlib.axes.Axes", AxesRows.all), ("matplotlib.figure.Figure", FigureRows.all),
        ]
    }
}
