// Module: the declaration of an importable module; ModuleObject: the module as a value.

/// An importable module as rows, constants and submodules. Built only when a program imports it.
public struct Module: Sendable {
    public let name: String
    public let doc: String
    /// Functions that are made with the module.
    public let firstRows: [Row]
    /// Functions in parts; each part is made when a name is wanted that is not known yet. No name is in two parts.
    public let laterRows: [@Sendable () -> [Row]]
    /// Values (`math.pi`, classes).
    public let constants: [(name: String, value: Value)]
    /// Names of submodules that `import name` makes attributes at once; they are loaded when first named.
    public let submodules: [String]
    /// Source in the language, run in the module's namespace when a name is wanted that rows and constants lack.
    public let source: Source?
    /// Asked for a name nothing else defines (a module-level `__getattr__`).
    public let fallback: (@Sendable (Name) throws -> Value?)?
    /// The names `fallback` knows, for `dir` and `import *`.
    public let fallbackNames: (@Sendable () -> [String])?

    /// All functions.
    public var rows: [Row] { firstRows + laterRows.flatMap { $0() } }

    /// Text in the language that belongs to a module; its frames are hidden from tracebacks.
    public struct Source: Sendable {
        public let file: String
        public let text: @Sendable () -> String

        public init(file: String, text: @escaping @Sendable () -> String) {
            self.file = file
            self.text = text
        }
    }

    public init(
        _ name: String, doc: String, rows: [Row] = [], laterRows: [@Sendable () -> [Row]] = [], constants: [(name: String, value: Value)] = [],
        submodules: [String] = [], source: Source? = nil, fallback: (@Sendable (Name) throws -> Value?)? = nil,
        fallbackNames: (@Sendable () -> [String])? = nil
    ) {
        self.name = name
        self.doc = doc
        firstRows = rows
        self.laterRows = laterRows
        self.constants = constants
        self.submodules = submodules
        self.source = source
        self.fallback = fallback
        self.fallbackNames = fallbackNames
    }
}

/// What can be imported: the dotted name of a module and how to make it.
public typealias ModuleRegistry = [String: @Sendable () -> Module]

/// A module as a value of the language.
public final class ModuleObject: Object, @unchecked Sendable {
    public let name: String
    /// The names defined in it.
    let globals: Globals
    /// What it was made from; nil for `__main__`.
    public let declaration: Module?
    /// Functions of the declaration that are not made yet.
    private var laterRows: ArraySlice<@Sendable () -> [Row]>
    private var sourceState = SourceState.waiting
    private enum SourceState { case waiting, running, done }

    init(name: String, globals: Globals, declaration: Module? = nil) {
        self.name = name
        self.globals = globals
        self.declaration = declaration
        laterRows = declaration?.laterRows[...] ?? []
        super.init(type: .module)
    }

    /// A name defined in the module; runs the module's source if nothing else defines it.
    public override func attribute(_ name: Name) throws -> Value? {
        if let value = globals.value(of: name) { return value }
        guard let declaration else { return nil }
        if declaration.submodules.contains(name.text) {
            return try Interpreter.current.importModule(self.name + "." + name.text)
        }
        if let value = makeRows(until: name) { return value }
        if let value = try declaration.fallback?(name) { return value }
        try runSource()
        return globals.value(of: name)
    }

    /// Makes the functions that are left, part by part until one defines `name`. What a program has set in the meantime stays.
    @discardableResult
    private func makeRows(until name: Name? = nil) -> Value? {
        while let part = laterRows.popFirst() {
            define(part(), keeping: true)
            if let name, let value = globals.value(of: name) { return value }
        }
        return nil
    }

    /// Defines functions; those `keeping` what there is leave names alone that have a value.
    func define(_ rows: [Row], keeping: Bool = false) {
        for group in Row.grouped(rows) where !keeping || globals.value(of: group.name) == nil {
            globals.set(group.name, .object(NativeFunction(group.rows, module: name)))
        }
    }

    /// Runs the source once, if there is any.
    func runSource() throws {
        guard sourceState == .waiting, let source = declaration?.source else { return }
        sourceState = .running
        try Interpreter.current.run(source: source.text(), file: source.file, in: globals)
        sourceState = .done
    }

    public override func setAttribute(_ name: Name, _ value: Value) throws -> Bool {
        globals.set(name, value)
        return true
    }

    public override func deleteAttribute(_ name: Name) throws -> Bool {
        makeRows()
        return globals.remove(name)
    }

    public override var attributeNames: [Name] {
        makeRows()
        try? runSource()
        let later = (declaration?.submodules ?? []) + (declaration?.fallbackNames?() ?? [])
        let known = Set(globals.names)
        return globals.names + later.map { Name($0) }.filter { !known.contains($0) }
    }

    /// The names of `import *`: what is defined, and what the fallback would define.
    var importableNames: [Name] {
        makeRows()
        return globals.names + (declaration?.fallbackNames?() ?? []).map { Name($0) }
    }

    public override func repr() throws -> String { "<module '\(name)'>" }
}
