// LibraryUse: the library names that a program uses.
import Runtime
import Syntax

/// The names of modules, functions and classes that a program takes from the library, found without running it.
public struct LibraryUse {
    /// Dotted names as they would be written without aliases, in order of their first use.
    public private(set) var names: [String] = []
    private var aliases: [String: String] = [:]

    /// Looks through a program.
    public init(_ source: String) {
        let lines = source.textLines
        for line in lines { readImport(String(line)) }
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
        }
        use(chain)
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

    private mutating func add(_ name: String) { if !names.contains(name) { names.append(name) } }

    /// The names that an interpreter's library lacks; of `torch.a.b` only `torch.a` where that is already missing.
    public func missing(in interpreter: Interpreter) -> [String] {
        var missing: [String] = []
        for name in names where !missing.contains(where: { name == $0 || name.hasPrefix($0 + ".") }) {
            if let gap = gap(in: name, interpreter) { missing.append(gap) }
        }
        return missing
    }

    /// The shortest beginning of a dotted name that does not exist. Attributes of values, not of modules and classes, are not followed.
    private func gap(in name: String, _ interpreter: Interpreter) -> String? {
        let parts = name.split(separator: ".").map(String.init)
        guard var value = try? interpreter.importModule(parts[0]) else { return parts[0] }
        var reached = parts[0]
        for part in parts.dropFirst() {
            guard value.as(ModuleObject.self) != nil || value.as(Class.self) != nil else { return nil }
            let path = reached + "." + part
            if let next = try? value.attribute(Name(part)) {
                value = next
            } else if let module = try? interpreter.importModule(path) {
                value = module
            } else {
                return path
            }
            reached = path
        }
        return nil
    }
}
