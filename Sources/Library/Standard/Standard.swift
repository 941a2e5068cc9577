// Standard: the modules of Python's standard library. Those not listed here are texts in Standard/Texts, found by the prelude's index.
import Runtime

/// The modules of the standard library that are native, wholly or in part.
let standardModules: ModuleRegistry = [
    "abc": ClassHooks.abcModule, "collections": CollectionsModule.module, "gc": MemoryModules.gc, "hashlib": HashlibModule.module, "io": IOModule.module, "itertools": ItertoolsModule.module, "json": JSONModule.module,
    "math": MathModule.module, "os": OSModule.module, "os.path": OSModule.pathModule, "random": RandomModule.module,
    "re": RegexModule.module, "_source": SourceModule.module, "struct": StructModule.module, "sys": SysModule.module, "time": TimeModule.module,
    "unicodedata": UnicodeDataModule.module, "weakref": MemoryModules.weakref,
]

extension Module {
    /// A module whose remaining names are defined by texts in the language.
    static func withTexts(
        _ name: String, doc: String, rows: [Row] = [], constants: [(name: String, value: Value)] = []
    ) -> Module {
        Module(
            name, doc: doc, rows: rows, constants: constants, submodules: Prelude.submodules(of: name),
            fallback: { try Prelude.value(of: $0, in: name) }, fallbackNames: { PreludeIndex.names(in: name) })
    }
}
