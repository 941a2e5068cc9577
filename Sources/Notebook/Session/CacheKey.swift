// CacheKey: everything the outputs of a notebook depend on, by content.

/// What the outputs of a notebook depend on, part by part: a notebook is executed again where one of them has changed.
struct CacheKey: Equatable {
    /// One thing that outputs depend on.
    struct Part: Equatable {
        /// What it is: `program`, `limits`, `data NAME`, `cell ID`.
        var name: String
        var hash: String
    }

    private(set) var parts: [Part]

    /// The key of a document executed by the program of this version. Prose, comments and blanks do not count.
    init(_ document: Document, engine: String) {
        let head = document.frontMatter
        parts = [Part(name: "program", hash: engine), Part(name: "limits", hash: "\(head.timeout ?? 0) \(head.memory ?? 0)")]
        parts += document.data.map { Part(name: "data \($0.name)", hash: $0.hash) }
        parts += document.cells.map { cell in
            var hash = RecordWriter.tokenHash(cell.source)
            hash.add(cell.options.whatExecutionSees)
            return Part(name: "cell \(cell.id)", hash: hash.hex)
        }
    }

    /// The key as it is stored.
    var json: JSON { .array(parts.map { .array([.string($0.name), .string($0.hash)]) }) }

    /// Reads what `json` wrote; nil where it is something else.
    init?(json: JSON) {
        guard let pairs = json.array else { return nil }
        parts = []
        for pair in pairs {
            guard let words = pair.array, words.count == 2, let name = words[0].string, let hash = words[1].string else { return nil }
            parts.append(Part(name: name, hash: hash))
        }
    }

    /// How this key differs from an earlier one, in words; empty where it does not.
    func changes(since earlier: CacheKey) -> [String] {
        let before = Dictionary(earlier.parts.map { ($0.name, $0.hash) }) { first, _ in first }
        let names = Set(parts.map(\.name))
        var changes: [String] = []
        for part in parts {
            guard let hash = before[part.name] else {
                changes.append("\(part.name) is new")
                continue
            }
            if hash != part.hash { changes.append(part.name == "program" ? "litgrad is another version" : "\(part.name) changed") }
        }
        changes += earlier.parts.filter { !names.contains($0.name) }.map { "\($0.name) is gone" }
        return changes.isEmpty && self != earlier ? ["the cells stand in another order"] : changes
    }
}

extension CellOptions {
    /// The options that change what a cell does, and not only how it is shown or compared.
    fileprivate var whatExecutionSees: String {
        "\(skip) \(raises ?? "") \(timeout ?? 0) \(memory ?? 0) \(plot?.rawValue ?? "")"
    }
}
