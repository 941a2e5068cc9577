// LibraryUse: the library names that a program uses.
import Runtime
import Syntax

/// The names of modules, functions and classes that a program takes from the library, found without running it.
public struct LibraryUse {
    /// Dotted names as they would be written without aliases, in order of their first use.
    public private(set) var names: [String] = []
    /// The line where each name is used first, from 1.
    public private(set) var lines: [String: Int] = [:]
    private var aliases: [String: String] = [:]
    private var line = 1

    /// Looks through a program.
    public init(_ source: String) {
        for text in source.textLines {
            readImport(String(text))
            line += 1
        }
        line = 1
        var chain = ""
        var joins = false
        for piece in CodePiece.pieces(of: source) {
            switch piece.kind {
            case .name:
                chain = joins ? chain + "." + piece.text : piece.text
                joins = false
            case .plain where piece.text.hasPrefix(".") && !chain.isEmpty && piece.text.count == 1: joins = true
            default:
                use(chain)
                chain = ""
                joins = false
            }
            line += piece.text.utf8.count { $0 == 10 }
        }
        use(chain)
    }

    /// Looks through the cells of a notebook; lines are those of its text.
    public init(_ document: Document) {
        var lines: [String] = []
        for cell in document.cells {
            lines += Array(repeating: "", count: max(cell.line - 1 - lines.count, 0))
            lines += cell.source.textLines.dropLast().map(String.init)
        }
        self.init(lines.joined(separator: "\n") + "\n")
    }

    /// `import a.b as c`, `import a, b`, `from a import b as c, d`.
    private mutating func readImport(_ line: String) {
        let words = line.replacing(",", with: " , ").replacing("(", with: " ").replacing(")", with: " ").split(separator: " ").map(String.init)
        guard let first = words.first, first == "import" || first == "from" else { return }
        let start = words.firstIndex(of: "import") ?? 0
        let module = first == "from" && words.count > 1 ? words[1] + "." : ""
        if !module.isEmpty { add(String(module.dropLast())) }
        for item in words[(start + 1)...].split(separator: ",").map(Array.init) {
            guard let name = item.first, name != "*" else { continue }
            let full = module + name
            add(full)
            if item.count >= 3, item[1] == "as" {
                aliases[item[2]] = full
            } else {
                let head = String(name.split(separator: ".")[0])
                aliases[head] = module + head
            }
        }
    }

    private mutating func use(_ chain: String) {
        guard let head = chain.split(separator: ".").first.map(String.init), let full = aliases[head], chain.contains(".") else { return }
        add(full + chain.dropFirst(head.count))
    }

    private mutating func add(_ name: String) {
        guard lines[name] == nil else { return }
        lines[name] = line
        names.append(name)
    }

    /// A name that the library lacks.
    public struct Gap: Sendable {
        public let name: String
        /// The line of its first use.
        public let line: Int
        /// The name beside it that was probably meant.
        public let near: String?
    }

    /// The names that an interpreter's library lacks; of `torch.a.b` only `torch.a` where that is already missing.
    public func missing(in interpreter: Interpreter) -> [Gap] {
        var missing: [Gap] = []
        for name in names where !missing.contains(where: { name == $0.name || name.hasPrefix($0.name + ".") }) {
            if let gap = gap(in: name, interpreter) { missing.append(gap) }
        }
        return missing.sorted { $0.line < $1.line }
    }

    /// The shortest beginning of a dotted name that does not exist. Attributes of values, not of modules and classes, are not followed.
    private func gap(in name: String, _ interpreter: Interpreter) -> Gap? {
        let line = lines[name] ?? 1
        let parts = name.split(separator: ".").map(String.init)
        guard var value = try? interpreter.importModule(parts[0]) else { return Gap(name: parts[0], line: line, near: nil) }
        var reached = parts[0]
        for part in parts.dropFirst() {
            guard value.as(ModuleObject.self) != nil || value.as(Class.self) != nil else { return nil }
            let path = reached + "." + part
            if let next = try? value.attribute(Name(part)) {
                value = next
            } else if let module = try? interpreter.importModule(path) {
                value = module
            } else {
                let known = value.as(ModuleObject.self)?.attributeNames.map(\.text) ?? []
                return Gap(name: path, line: line, near: suggestion(for: part, among: known).map { reached + "." + $0 })
            }
            reached = path
        }
        return nil
    }
}
