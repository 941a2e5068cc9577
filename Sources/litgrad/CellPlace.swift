// CellPlace: a notebook that a call names, or one cell of it.
import Notebook

/// `FILE`, or `FILE#CELL`.
struct CellPlace {
    let file: String
    /// Nil: all cells of the notebook.
    let cell: String?

    /// Names a whole notebook or a cell.
    init(file: String, cell: String?) {
        self.file = file
        self.cell = cell
    }

    /// Reads a word of a call.
    init(argument: String) {
        let parts = argument.split(separator: "#", maxSplits: 1).map(String.init)
        file = parts.first ?? argument
        cell = parts.count > 1 ? parts[1] : nil
    }

    /// - Throws: WrongCall where the notebook has no cell of this name.
    func requireCell(in document: Document) throws {
        guard let cell, !document.cells.contains(where: { $0.id == cell }) else { return }
        throw WrongCall(unknown: "`\(file)` has no cell `\(cell)`", cell, among: document.cells.map(\.id))
    }
}
