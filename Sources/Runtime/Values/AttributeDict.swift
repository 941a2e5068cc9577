// AttributeDict: `object.__dict__`.

/// The attributes of an instance as a dict; changes go through to the instance.
public final class AttributeDict: Object, @unchecked Sendable {
    let instance: Object

    /// A dict class of its own: it answers like a dict but keeps its entries in the instance.
    static let cls = Class(
        native: "dict", base: .objectClass,
        hooks: [.len, .getitem, .setitem, .delitem, .contains, .iter], extensible: false, rows: { rows })

    public init(_ instance: Object) {
        self.instance = instance
        super.init(type: Self.cls)
    }

    /// A plain dict with the same entries.
    func snapshot() -> DictObject {
        DictObject(named: instance.ownAttributes.map { ($0.name.text, $0.value) })
    }

    private func name(_ key: Value) throws -> Name {
        guard let text = key.as(StrObject.self) else { throw Raised.keyError(key) }
        return text.name
    }

    public override func length() throws -> Int? { instance.ownAttributes.count }

    public override func item(_ key: Value) throws -> Value {
        guard let value = instance.ownAttribute(try name(key)) else { throw Raised.keyError(key) }
        return value
    }

    public override func setItem(_ key: Value, _ value: Value) throws { instance.setOwnAttribute(try name(key), value) }

    public override func deleteItem(_ key: Value) throws {
        if !instance.removeOwnAttribute(try name(key)) { throw Raised.keyError(key) }
    }

    public override func contains(_ value: Value) throws -> Bool? {
        guard let text = value.as(StrObject.self) else { return false }
        return instance.ownAttribute(text.name) != nil
    }

    public override func iterate() throws -> Object? { try snapshot().iterate() }
    public override func repr() throws -> String { try snapshot().repr() }
    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        let right = other.as(AttributeDict.self).map { Value.object($0.snapshot()) } ?? other
        return try snapshot().compare(op, right)
    }
    public override func visitReferences(_ visit: (Object) -> Void) { visit(instance) }

    /// Methods that only read work on a snapshot; those that write go to the instance.
    private static let rows: [Row] = [
        def("update(self, other=(), /, **kwargs)", "Sets attributes from a mapping.") { (dict: AttributeDict, other: Value, named: DictObject) in
            let source = DictObject()
            try source.update(with: other.as(AttributeDict.self).map { .object($0.snapshot()) } ?? other)
            for (key, value) in source.table.pairs + named.table.pairs { try dict.setItem(key, value) }
        },
        def("pop(self, key, default=..., /)", "Removes an attribute and gives its value.") { (dict: AttributeDict, key: Value, absent: Value) -> Value in
            guard try dict.contains(key) == true else {
                if absent.isIdentical(to: .ellipsis) { throw Raised.keyError(key) }
                return absent
            }
            let value = try dict.item(key)
            try dict.deleteItem(key)
            return value
        },
        def("setdefault(self, key, default=None, /)", "The attribute, set first where it is absent.") { (dict: AttributeDict, key: Value, value: Value) -> Value in
            if try dict.contains(key) != true { try dict.setItem(key, value) }
            return try dict.item(key)
        },
        def("clear(self, /)", "Removes all attributes.") { (dict: AttributeDict) in
            for (name, _) in dict.instance.ownAttributes { _ = dict.instance.removeOwnAttribute(name) }
        },
    ] + ["get", "keys", "values", "items", "copy"].map(reading)

    private static func reading(_ method: String) -> Row {
        def(raw: "\(method)(self, *args)", "As for a dict.") { arguments in
            guard let dict = arguments[0].as(AttributeDict.self) else { throw Raised.typeError("not an attribute dict") }
            return try Value.object(dict.snapshot()).callMethod(Name(method), Array(arguments.dropFirst().positional))
        }
    }
}

extension AttributeDict: FromValue {
    public static var expectedType: String { "dict" }
}
