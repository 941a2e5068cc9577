// DictObject: a `dict`; its views are in DictView.swift.

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
        Graveyard.release({ table.removeAll() }, deep: { table.keys + table.values })
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

    /// The value of a key; nil where it is absent.
    public func value(_ key: Value) throws -> Value? {
        let hash = try key.hash()
        switch table.probe(key, hash: hash) {
        case .found(let index): return table.value(at: index)
        case .absent: return nil
        case .unsure: return try table.value(key)
        }
    }

    // MARK: Hooks

    public override func length() throws -> Int? { table.count }

    public override func item(_ key: Value) throws -> Value {
        if let value = try value(key) { return value }
        if type.userDunders.contains(.missing) { return try Value.callSpecial(.missing, .object(self), key) }
        if !defaultFactory.isUnset, !defaultFactory.isNone {
            let value = try defaultFactory.call()
            try set(key, value)
            return value
        }
        if let missing = type.lookup(Dunder.missing.name) { return try missing.call([.object(self), key]) }
        throw Raised.keyError(key)
    }

    public override func setItem(_ key: Value, _ value: Value) throws { try set(key, value) }

    public override func deleteItem(_ key: Value) throws {
        guard try remove(key) != nil else { throw Raised.keyError(key) }
    }

    // MARK: Changes
    // Keys may be compared by code of the program, and that code may change the dict. So nothing is compared while the table
    // is being written, and a search during which the table changed begins anew.

    /// Sets the value of a key. A key that is there keeps its place.
    public func set(_ key: Value, _ value: Value) throws {
        let hash = try key.hash()
        if table.setWithoutCode(key, hash: hash, value) { return }
        if let index = try position(of: key, hash: hash) {
            table.setValue(at: index, value)
        } else {
            table.insert(key, hash: hash, value)
        }
    }

    /// Removes a key; its value, or nil where it was absent.
    @discardableResult
    public func remove(_ key: Value) throws -> Value? {
        guard let index = try position(of: key, hash: key.hash()) else { return nil }
        return table.remove(at: index)
    }

    private func position(of key: Value, hash: Int) throws -> Int? {
        while true {
            let snapshot = table
            let index = try snapshot.find(key, hash: hash)
            if table.version == snapshot.version { return index }
        }
    }

    public override func contains(_ value: Value) throws -> Bool? { try self.value(value) != nil }
    public override func iterate() throws -> Object? { DictIterator(self, .keys) }
    public override func hash() throws -> Int { throw Raised.typeError("unhashable type: '\(type.name)'") }

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard op == .bitOr, let other = other.as(DictObject.self) else { return nil }
        let (left, right) = reflected ? (other, self) : (self, other)
        let result = DictObject(left.table, type: left.type.host === left.type ? left.type : .dict)
        result.defaultFactory = left.defaultFactory
        try result.update(with: .object(right))
        return .object(result)
    }

    public override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        guard op == .bitOr else { return nil }
        try update(with: other)
        return .object(self)
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(DictObject.self), op == .equal || op == .notEqual else { return nil }
        let isEqual = try Interpreter.nested(" in comparison") { try holdsSame(as: other) }
        return .bool(isEqual == (op == .equal))
    }

    private func holdsSame(as other: DictObject) throws -> Bool {
        guard table.count == other.table.count else { return false }
        for (key, value) in table.pairs {
            guard let theirs = try other.table.value(key), try value.isSameKey(as: theirs) else { return false }
        }
        return true
    }

    public override func repr() throws -> String {
        try ReprGuard.visit(self, recursive: "{...}") {
            var parts: [String] = []
            for (key, value) in table.pairs { parts.append(try key.repr() + ": " + value.repr()) }
            let text = "{" + parts.joined(separator: ", ") + "}"
            return defaultFactory.isUnset ? text : "\(type.name)(\(try defaultFactory.repr()), \(text))"
        }
    }

    /// Takes over the entries of a mapping, or of an iterable of pairs.
    public func update(with source: Value) throws {
        if let other = source.as(DictObject.self), !other.type.userDunders.contains(.getitem), !other.type.userDunders.contains(.iter) {
            for (key, value) in other.table.pairs { try set(key, value) }
            return
        }
        if let keys = try source.attributeIfPresent("keys") {
            try keys.call().forEach { key in try set(key, try source.item(key)) }
            return
        }
        var index = 0
        try source.forEach { element in
            guard try element.iteratorIfIterable() != nil else {
                throw Raised.typeError("cannot convert dictionary update sequence element #\(index) to a sequence")
            }
            let pair = try element.elements()
            guard pair.count == 2 else {
                throw Raised.valueError("dictionary update sequence element #\(index) has length \(pair.count); 2 is required")
            }
            try set(pair[0], pair[1])
            index += 1
        }
    }
}
