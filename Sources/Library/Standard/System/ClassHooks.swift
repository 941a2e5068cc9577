// Hooks of classes that texts of the library may set: names in messages, abstract methods.
import Runtime

enum ClassHooks {
    /// For the module `_source`.
    static var rows: [Row] {
        [
            def("show_module(cls)", "Lets messages name a class after its module, as they do for classes that CPython writes in C.") { (cls: Class) in
                cls.name = "\(cls.module).\(cls.name)"
                return cls
            },
            def("track_abstract(cls)", "Makes classes derived from this one refuse instances while they have abstract methods.") { (cls: Class) in
                cls.subclassHook = collectAbstractNames
            },
        ]
    }

    /// The module `abc`.
    static let abcModule: @Sendable () -> Module = {
        .withTexts("abc", doc: "Abstract base classes.", rows: [
            def("abstractmethod(funcobj, /)", "Marks a method that derived classes must define.") { (function: Value) -> Value in
                try function.setAttribute("__isabstractmethod__", true)
                return function
            },
            def("abstractproperty(fget)", "Marks a property that derived classes must define.") { (function: Value) -> Value in
                try function.setAttribute("__isabstractmethod__", true)
                return try Value.object(Class.property).call([function])
            },
        ], constants: [("ABCMeta", .object(metaclass))])
    }

    /// `abc.ABCMeta`
    static let metaclass: Class = {
        let cls = Class(native: "ABCMeta", base: .typeClass, module: "abc")
        cls.subclassHook = collectAbstractNames
        return cls
    }()

    /// Notes which methods of a class are still abstract.
    private static let collectAbstractNames: @Sendable (Class) throws -> Void = { cls in
        var names: Set<String> = []
        for base in cls.mro.reversed() where base.isUserDefined {
            for name in base.ownNames {
                guard let entry = base.ownEntry(name) else { continue }
                if try isAbstract(entry) { names.insert(name.text) } else { names.remove(name.text) }
            }
        }
        cls.abstractNames = names.sorted()
    }

    private static func isAbstract(_ value: Value) throws -> Bool {
        if let property = value.as(PropertyObject.self) { return try isAbstract(property.getter) || isAbstract(property.setter) }
        if let wrapper = value.as(MethodWrapper.self) { return try isAbstract(wrapper.function) }
        guard value.as(FunctionObject.self) != nil else { return false }
        return try value.attributeIfPresent("__isabstractmethod__")?.truth() ?? false
    }
}
