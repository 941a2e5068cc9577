// RecordFile: the file beside a notebook that keeps its record.
import Foundation

/// The file that keeps the record of a notebook: `04-mlp.rec` beside `04-mlp.md`.
public struct RecordFile {
    /// Where the record is kept.
    public let path: String
    /// A record of one cell may not be longer: outputs of that size belong into a figure or behind a slice.
    private static let mostLines = 200
    private static let mostBytes = 32 * 1024

    /// Names the file of a notebook's record.
    public init(notebook: String) {
        path = (notebook.lastIndex(of: ".").map { String(notebook[..<$0]) } ?? notebook) + ".rec"
    }

    /// Whether the notebook has a record.
    public var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// The record with what is wrong in its file; a notebook without a file has an empty record. Throws `Problems`.
    public func read() throws -> (record: Record, problems: [Problem]) {
        guard RealPath.isInside(path, URL(filePath: path).deletingLastPathComponent().path) else {
            throw Problems([Problem(.configuration, "the record `\(path)` is a link to another folder", at: .whole(path))])
        }
        guard let data = FileManager.default.contents(atPath: path) else { return (Record(), []) }
        return try Record.read(String(decoding: data, as: UTF8.self), file: path)
    }

    /// Replaces the file in one step; writes nothing where the text stays the same. Throws `Problems` for cells that are too large.
    public func write(_ record: Record, of document: Document? = nil) throws {
        let problems = record.cells.compactMap { cell -> Problem? in
            let bytes = cell.lines.reduce(0) { $0 + $1.utf8.count + 1 }
            guard cell.lines.count > RecordFile.mostLines || bytes > RecordFile.mostBytes else { return nil }
            let line = document?.cells.first { $0.id == cell.id }?.line ?? 1
            let place = Problem.Position(file: document?.file ?? path, line: line)
            return Problem(
                .configuration, "the output of `\(cell.id)` is too large to record: \(cell.lines.count) lines, \(bytes) bytes", at: place,
                help: "print less, or mark the cell `check=skip`")
        }
        guard problems.isEmpty else { throw Problems(problems) }
        let data = Data(record.text.utf8)
        guard FileManager.default.contents(atPath: path) != data else { return }
        try data.write(to: URL(filePath: path), options: .atomic)
    }
}
