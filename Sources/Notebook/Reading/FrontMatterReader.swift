// FrontMatterReader: cuts the YAML head off a notebook's text and reads it.
import Yams

/// The head of a notebook: what it declares, and the body with the head's lines emptied so that line numbers stay.
struct FrontMatterReader {
    private(set) var frontMatter = FrontMatter()
    private(set) var body: String
    private(set) var problems: [Problem] = []
    private let file: String

    /// Reads the head of a text. A text that does not start with a line `---` has none.
    init(text: String, file: String) {
        self.file = file
        body = text
        guard text.hasPrefix("---\n") || text.hasPrefix("---\r\n") else { return }
        let lines = text.textLines
        let closing = lines.dropFirst().firstIndex { $0 == "---" || $0 == "---\r" || $0 == "..." }
        guard let closing else {
            report("the front matter that starts with `---` has no closing `---`", line: 1, quoted: "---")
            return
        }
        body = String(repeating: "\n", count: closing + 1) + lines[(closing + 1)...].joined(separator: "\n")
        read(lines[1..<closing])
    }

    private mutating func read(_ lines: ArraySlice<Substring>) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: lines.joined(separator: "\n"))
        } catch let error as YamlError {
            let (line, column) = FrontMatterReader.place(of: error)
            report("front matter: \(FrontMatterReader.reason(of: error))", line: line + 1, column: column, quoted: quote(lines, line))
            return
        } catch {
            report("front matter: \(error)", line: 1, quoted: "---")
            return
        }
        guard let node else { return }
        guard let mapping = node.mapping else {
            report("the front matter must be a list of `key: value` lines", line: 2, quoted: quote(lines, 1))
            return
        }
        for (key, value) in mapping { read(key: key, value: value, lines: lines) }
    }

    private mutating func read(key: Node, value: Node, lines: ArraySlice<Substring>) {
        let name = key.string ?? ""
        let line = key.mark?.line ?? 1
        let column = key.mark?.column ?? 1
        guard let known = FrontMatterKey.all.first(where: { $0.name == name }) else {
            let near = suggestion(for: name, among: FrontMatterKey.all.map(\.name))
            report(
                "unknown front matter key `\(name)`", line: line + 1, column: column, endColumn: column + name.count, quoted: quote(lines, line),
                help: near.map { "did you mean `\($0)`?" } ?? "the keys are \(FrontMatterKey.all.map(\.name).joined(separator: ", "))")
            return
        }
        guard !known.read(&frontMatter, value) else { return }
        report(
            "`\(name)` takes \(known.values)", line: (value.mark?.line ?? line) + 1, column: value.mark?.column ?? column,
            quoted: quote(lines, value.mark?.line ?? line))
    }

    /// A line of the head, counted from 1 below the opening `---`.
    private func quote(_ lines: ArraySlice<Substring>, _ line: Int) -> String {
        let index = lines.startIndex + line - 1
        return lines.indices.contains(index) ? String(lines[index]) : ""
    }

    private mutating func report(
        _ message: String, line: Int, column: Int = 1, endColumn: Int? = nil, quoted: String, help: String? = nil
    ) {
        let position = Problem.Position(file: file, line: line, column: column, endColumn: endColumn, quoted: quoted)
        problems.append(Problem(.configuration, message, at: position, help: help))
    }

    private static func place(of error: YamlError) -> (line: Int, column: Int) {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): (mark.line, mark.column)
        default: (1, 1)
        }
    }

    private static func reason(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        default: "not valid YAML"
        }
    }
}
