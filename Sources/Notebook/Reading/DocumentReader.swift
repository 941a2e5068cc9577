// DocumentReader: chooses how to read a notebook by the ending of its file.
import Foundation

/// Reads notebooks of every kind.
public enum DocumentReader {
    /// Endings of the files that are notebooks.
    public static let endings = [".md", ".ipynb", ".py"]

    /// Reads the file at a path. `name` is how messages call it. Throws `Problems`.
    public static func read(path: String, name: String? = nil) throws -> Document {
        let file = name ?? path
        guard endings.contains(where: file.hasSuffix) else { throw Problems([notANotebook(file)]) }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Problems([Problem(.configuration, "there is no file `\(file)`", at: .whole(file))])
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problems([Problem(.configuration, "`\(file)` is not UTF-8 text", at: .whole(file))])
        }
        return try read(text: text, file: file, path: path)
    }

    /// What is wrong with a file of another ending.
    private static func notANotebook(_ file: String) -> Problem {
        let stem = file.hasSuffix(".rec") ? String(file.dropLast(".rec".count)) : nil
        let notebook = stem.flatMap { stem in endings.map { stem + $0 }.first(where: FileManager.default.fileExists) }
        let kinds = endings.dropLast().joined(separator: ", ") + " or " + (endings.last ?? "")
        return Problem(
            .configuration, "`\(file)` is \(stem == nil ? "no notebook" : "a record and no notebook"): notebooks end in \(kinds)",
            at: .whole(file), help: notebook.map { "`litgrad check \($0)` compares it with its notebook" })
    }

    /// Reads the text of the notebook that lies at `path`, with the files that its head declares. Throws `Problems`.
    public static func read(text: String, file: String, path: String) throws -> Document {
        var document = try read(text: text, file: file)
        let (files, problems) = DataFile.declared(by: document, at: path)
        guard problems.isEmpty else { throw Problems(problems) }
        document.data = files
        return document
    }

    /// Reads a text; the ending of `file` says what kind it is.
    public static func read(text: String, file: String) throws -> Document {
        let text = text.withPlainLineEnds
        if file.hasSuffix(".py") { return try read(PercentScript.parts(of: text), text: text, file: file) }
        guard file.hasSuffix(".ipynb") else { return try MarkdownReader.read(text: text, file: file) }
        // Lines of a notebook are those of the script it corresponds to: its own file has lines of JSON.
        let script = PercentScript.text(of: try JupyterNotebook.parts(of: text, file: file))
        return try read(PercentScript.parts(of: script), text: script, file: file)
    }

    /// Puts a document together from prose and code.
    private static func read(_ parts: [Part], text: String, file: String) throws -> Document {
        var head = FrontMatterReader(text: "", file: file)
        if case .head(let yaml)? = parts.first?.content { head = FrontMatterReader(text: "---\n\(yaml)\n---\n", file: file) }
        var gathered = DocumentParts(file: file, text: text, frontMatter: head.frontMatter)
        gathered.problems = head.problems
        var blocks: [Block] = []
        for part in parts {
            switch part.content {
            case .prose(let prose):
                let lines = prose.textLines
                var reader = MarkdownReader(body: prose + "\n", lines: lines, gathered: gathered)
                blocks += reader.blocks()
                gathered = reader.gathered
            case .code(let source, let fence):
                let mark = Problem.Position(file: file, line: part.line - 1, column: 3, quoted: String(gathered.line(part.line - 1)))
                let info = InfoString("python " + Part.info(ofFence: fence))
                blocks.append(gathered.addCell(source, line: part.line, indent: 0, info: info, at: mark))
            case .head, .unknown: break
            }
        }
        return try gathered.document(blocks)
    }
}
