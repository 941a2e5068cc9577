// The native parts of the modules `weakref` and `gc`; the rest is Texts/weakref.py and Texts/gc.py.
import Runtime

/// The modules about the life of objects.
enum MemoryModules {
    /// `weakref`
    static let weakref: @Sendable () -> Module = {
        .withTexts("weakref", doc: "References that do not keep alive.", rows: [
            def("getweakrefs(object, /)", "The weak references to an object.") { (object: Value) in Value.list(WeakReferences.all(to: object)) },
            def("getweakrefcount(object, /)", "How many weak references to an object there are.") { (object: Value) in
                WeakReferences.all(to: object).count
            },
        ], constants: [("ref", .object(WeakReferenceObject.cls)), ("ReferenceType", .object(WeakReferenceObject.cls))])
    }

    /// `gc`
    static let gc: @Sendable () -> Module = {
        .withTexts("gc", doc: "The collector of cycles.", rows: [
            def("collect(generation=2)", "Frees objects that only refer to each other; says how many.") { (_: Int) in try WeakReferences.collect() },
        ])
    }
}
