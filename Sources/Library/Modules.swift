// Modules: everything a cell can import.
import Runtime

/// Everything a cell can import: one table for each part of the library. A module is made when it is first imported.
public let libraryModules: ModuleRegistry = {
    let parts: [ModuleRegistry] = [
        standardModules,
        torchModules,
        NumPy.modules,
        Prelude.modules,
        Pyplot.modules,
        GraphModules.modules,
        SpaceRows.modules,
    ]
    return parts.reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}()
