// Methods of dict, and `dict(…)` itself.

enum DictMethods {
    static var rows: [Row] { reading + changing }

    private static var reading: [Row] {
        [
            def(quick: "get(self, key, default=None, /)", "The value of a key, or a default.", example: "{'a': 1}.get('b', 0)") {
                (me: DictObject, key: Value, other: Value) in
                try me.value(key) ?? other
            },
            def(quick: "keys(self, /)", "A live view of the keys.") { (me: DictObject) in Value.object(DictView(me, .keys)) },
            def(quick: "values(self, /)", "A live view of the values.") { (me: DictObject) in Value.object(DictView(me, .values)) },
            def(quick: "items(self, /)", "A live view of the pairs of key and value.") { (me: DictObject) in Value.object(DictView(me, .items)) },
            def("copy(self, /)", "A dict of the same entries.") { (me: DictObject) in
                let copy = DictObject(me.table, type: me.type.host)
                copy.defaultFactory = me.defaultFactory
                return Value.object(copy)
            },
            def("__reversed__(self, /)", "The keys from last to first.") { (me: DictObject) in Value.object(DictIterator(me, .keys, isReversed: true)) },
            def("fromkeys(cls, iterable, value=None, /)", "A dict with the given keys and one value.", example: "dict.fromkeys('ab', 0)") {
                (cls: Value, keys: Value, value: Value) in
                let made = try cls.call()
                try keys.forEach { try made.setItem($0, value) }
                return made
            }.asClassMethod,
        ]
    }

    private static var changing: [Row] {
        [
            def(raw: "update(self, other=(), /, **kwargs)", "Takes over entries.", example: "d = {}; d.update(a=1)") { arguments in
                guard arguments.count > 0, let me = arguments[0].as(DictObject.self) else {
                    throw Raised.typeError("unbound method dict.update() needs an argument")
                }
                if arguments.count > 2 { throw Raised.typeError("update expected at most 1 argument, got \(arguments.count - 1)") }
                try fill(me, arguments.dropFirst())
                return .none
            },
            def(quick: "setdefault(self, key, default=None, /)", "The value of a key, which is set to a default if it is absent.") {
                (me: DictObject, key: Value, other: Value) in
                if let value = try me.value(key) { return value }
                try me.set(key, other)
                return other
            },
            def(raw: "pop(self, key, default=None, /)", "Removes a key and returns its value.") { arguments in
                guard arguments.count >= 2, arguments.count <= 3, let me = arguments[0].as(DictObject.self) else {
                    let given = arguments.count - 1
                    throw Raised.typeError("pop expected at \(given < 1 ? "least 1 argument" : "most 2 arguments"), got \(given)")
                }
                if let value = try me.remove(arguments[1]) { return value }
                guard arguments.count == 3 else { throw Raised.keyError(arguments[1]) }
                return arguments[2]
            },
            def("popitem(self, /)", "Removes and returns the last entry.") { (me: DictObject) in
                var position = me.table.endPosition
                guard let entry = me.table.previous(&position) else { throw Raised.keyError("popitem(): dictionary is empty") }
                _ = me.table.remove(at: position)
                return Value.tuple([entry.key, entry.value])
            },
            def("clear(self, /)", "Removes all entries.") { (me: DictObject) in me.table.removeAll() },
            def(raw: "__init__(self, other=(), /, **kwargs)", "Fills the dict.") { arguments in
                guard arguments.count > 0, let me = arguments[0].as(DictObject.self) else { throw Raised.typeError("descriptor '__init__' requires a 'dict' object") }
                try fill(me, arguments.dropFirst())
                return .none
            },
        ]
    }

    /// Takes over a positional source and keyword arguments.
    static func fill(_ dict: DictObject, _ arguments: Arguments) throws {
        if arguments.count > 0 {
            let source = arguments[0]
            guard try source.iteratorIfIterable() != nil || source.attributeIfPresent("keys") != nil else {
                throw Raised.typeError("'\(source.type.name)' object is not iterable")
            }
            try dict.update(with: source)
        }
        for (name, value) in arguments.keywordPairs { try dict.set(.object(name.object), value) }
    }

    /// `dict(other, **kwargs)`
    static let construct: Class.Constructor = { cls, arguments in
        let dict = DictObject(type: cls)
        if cls.userDunders.contains(.`init`) { return .object(dict) }
        if arguments.count > 1 { throw Raised.typeError("dict expected at most 1 argument, got \(arguments.count)") }
        try fill(dict, arguments)
        return .object(dict)
    }
}
