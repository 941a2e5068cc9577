// Prelude: the part of the library that is written in the tensor language, as modules to import.
import Runtime

/// The modules written in the tensor language: `torch.nn`, `torch.optim`, `torch.utils.data`, … Their files lie beside
/// this one. A file is parsed when one of its names is first used.
package enum Prelude {
    /// Every module the prelude defines, and the packages above them that no one else defines.
    package static let modules: ModuleRegistry = {
        var registry: ModuleRegistry = [:]
        for file in PreludeIndex.files {
            registry[file.key] = { file.module }
        }
        for name in PreludeIndex.modules where !sharedModules.contains(name) {
            registry[name] = {
                Module(
                    name, doc: "", submodules: submodules(of: name),
                    fallback: { try value(of: $0, in: name) }, fallbackNames: { PreludeIndex.names(in: name) })
            }
        }
        return registry
    }()

    /// Modules that are mostly native; they ask the prelude for what they lack.
    private static let sharedModules: Set<String> = ["torch", "torch.autograd", "torch.nn.functional", "torch.utils", "torch.cuda", "numpy", "numpy.linalg"]

    /// Modules below `name` that are native; all others are the prelude's own.
    private static let nativeSubmodules = ["torch.nn": ["functional"]]

    /// The last parts of the names of the modules directly below `name`.
    package static func submodules(of name: String) -> [String] {
        PreludeIndex.submodules(of: name) + (nativeSubmodules[name] ?? [])
    }

    /// The texts of all files.
    package static var sources: [String] { PreludeIndex.files.map(\.text) }

    /// The names the prelude defines in a module, sorted.
    package static func names(in module: String) -> [String] { PreludeIndex.names(in: module) }

    /// What the prelude defines under `name` in the module `module`; nil where it defines nothing.
    /// Parses and runs the file at the first use of one of its names.
    static func value(of name: Name, in module: String) throws -> Value? {
        guard let file = PreludeIndex.file(defining: name.text, in: module) else { return nil }
        let interpreter = Interpreter.current!
        let value = try interpreter.importModule(file.key).attribute(name)
        // The next use finds the value in the module itself.
        if case .object(let object) = try interpreter.importModule(module) {
            _ = try object.setAttribute(name, value)
        }
        return value
    }
}

extension PreludeFile {
    /// The file as a module of its own, not reachable by an import; its classes say they belong to the file's first home.
    fileprivate var module: Module {
        Module(
            homes[0], doc: "", constants: [(name: "__name__", value: .string(homes[0]))],
            source: .init(file: homes[0], text: { text }))
    }
}
