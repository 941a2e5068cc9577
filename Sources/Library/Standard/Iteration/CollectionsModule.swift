// The native part of the module `collections`: deque and defaultdict; the rest is Texts/collections.py.
import Runtime

enum CollectionsModule {
    static let module: @Sendable () -> Module = {
        .withTexts("collections", doc: "Containers.", constants: constants)
    }

    private static let constants: [(name: String, value: Value)] = [
        ("deque", .object(DequeObject.cls)), ("defaultdict", .object(defaultDict)),
    ]

    /// `defaultdict(factory, …)`
    static let defaultDict = Class(native: "defaultdict", base: .dict, module: "collections", rows: {
        [
            property("default_factory", "What makes the value of a missing key.", get: { (me: DictObject) in me.defaultFactory }, set: { me, value in
                me.defaultFactory = value
            }),
            def("copy(self, /)", "A defaultdict of the same entries.") { (me: DictObject) in
                let copy = DictObject(me.table, type: me.type)
                copy.defaultFactory = me.defaultFactory
                return Value.object(copy)
            },
        ]
    }, constructor: { cls, arguments in
        let dict = DictObject(type: cls)
        let factory = arguments.count > 0 ? arguments[0] : .none
        if !factory.isNone, factory.type.lookup("__call__") == nil, !factory.type.nativeDunders.contains(.call) {
            throw Raised.typeError("first argument must be callable or None")
        }
        dict.defaultFactory = factory
        if arguments.count > 1 { try dict.update(with: arguments[1]) }
        for (name, value) in arguments.keywordPairs { try dict.table.set(.object(name.object), value) }
        return .object(dict)
    })
}
