// DictObject: a `dict`; its views are in Builtins.

/// A `dict`: keys in insertion order.
public final class DictObject: Object, @unchecked Sendable {
    public var table: OrderedTable
    /// What `collections.defaultdict` calls for a missing key; `.unset` in every other dict.
    public var defaultFactory: Value = .unset

    public init(_ table: OrderedTable = OrderedTable(), type: Class = .dict) {
        self.table = table
        super.init(type: type)
    }

    /// A dict with `str` keys.
    public init(named entries: [(String, Value)]) {
        table = OrderedTable(capacity: entries.count)
        super.init(type: .dict)
        for (name, value) in entries {
            let key = StrObject(name)
            // Texts compare without calling the language, so nothing can be raised here.
            try? table.set(.object(key), hash: key.textHash, value)
        }
    }

    deinit {
        guard table.count > 0 else { return }
        var values: [Value] = table.values
        table.removeAll()
        Graveyard.release(&values)
    }

    /// The value of a `str` key; nil where it is absent.
    public subscript(text: String) -> Value? {
        get {
            let key = StrObject(text)
            guard let index = try? table.find(.object(key), hash: key.textHash) else { return nil }
            return table.value(at: index)
        }
        set {
            let key = StrObject(text)
            if let newValue {
                try? table.set(.object(key), hash: key.textHash, newValue)
            } else {
                _ = try? table.remove(.object(key))
            }
        }
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for entry in table.entries {
            if case .object(let object) = entry.key { visit(object) }
            if case .object(let object) = entry.value { visit(object) }
        }
        if case .object(let object) = defaultFactory { visit(object) }
    }

    public override func clearReferences() { table.removeAll() }
}
