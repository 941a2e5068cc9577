// Interpreter: one session of the language: modules, globals, outputs, limits.

/// A session. There is one machine per process, reachable as `Interpreter.current`: native rows are plain functions and
/// must find the outputs and the importer without being handed them through every call.
public final class Interpreter: @unchecked Sendable {
    /// The session that runs. Set by `init`; used only on the interpreter's thread.
    public nonisolated(unsafe) private(set) static var current: Interpreter! = nil

    /// Where `print` writes: the stdout of cells.
    public var output: (String) -> Void
    /// Where warnings go: the stderr of cells.
    public var warnings: (String) -> Void
    /// Where figures go that a program shows by itself (`plt.show()`), in order with `output`.
    public var display: (Display) -> Void = { _ in }
    /// Told of a number worth following, such as the loss at each `backward()`. Nil: nobody listens, nothing is reported.
    public var follow: ((Double) -> Void)?
    /// Told of each number that a text rounds: its digits and what was meant, both without their sign. Nil: nobody asks.
    public var followRounding: ((String, Double) -> Void)?
    /// What the local variables were where the last exception left the program's own code; empty after one was handled.
    public internal(set) var scene: [(name: String, value: Value)] = []
    /// The modules imported so far, by dotted name (`sys.modules`).
    public private(set) var modules: [String: ModuleObject] = [:]
    /// The namespace of the program: `__main__`.
    public let main: ModuleObject
    /// What a running program may use up.
    public var limits = Limits()

    // MARK: The machine (see Stack.swift)

    /// Nested calls at the moment, native ones that count included.
    var depth = 0
    /// The registers of all frames.
    private let stack: Slot
    /// First register above the innermost frame.
    var top: Slot
    let stackEnd: Slot
    /// All frames, and the last that may be used.
    let frames: UnsafeMutablePointer<Frame>
    let lastFrame: UnsafeMutablePointer<Frame>
    /// The frame that runs; the one before `frames` while none does.
    var innermost: UnsafeMutablePointer<Frame>
    /// Where the generator that just yielded goes on.
    var resumption: UnsafeMutablePointer<Instruction>?
    /// Loop turns and calls until the next look at the clock; other threads may make it come at once.
    let countdown = Interruption.countdown
    /// How many of them to the look after that: fewer where they take long.
    var pollStride = 64
    /// When the machine looked last, in seconds of `now()`.
    var lastPoll = 0.0
    /// When it counts its memory again.
    var nextMemoryLook = 0.0
    /// When the running `execute` must end, in seconds of `now()`.
    var deadline: Double?
    /// The layouts of plain lists, dicts and strings, for the loop's short cuts.
    let listShape: UnsafeMutableRawPointer
    let dictShape: UnsafeMutableRawPointer
    let strShape: UnsafeMutableRawPointer
    let registry: ModuleRegistry
    let builtins: Globals

    /// A session that can import what `modules` lists.
    public init(modules registry: ModuleRegistry, output: @escaping (String) -> Void = { print($0, terminator: "") },
                warnings: @escaping (String) -> Void = { _ in }) {
        self.registry = registry
        self.output = output
        self.warnings = warnings
        stack = Self.makeStack()
        top = stack
        stackEnd = stack + (Self.stackCapacity - 256)
        frames = .allocate(capacity: Self.frameCapacity)
        lastFrame = frames + (Self.frameCapacity - 1)
        innermost = frames - 1
        listShape = Class.list.rootShape.toOpaque()
        dictShape = Class.dict.rootShape.toOpaque()
        strShape = Class.str.rootShape.toOpaque()
        builtins = Globals(builtins: nil)
        main = ModuleObject(name: "__main__", globals: Globals(builtins: builtins))
        Interpreter.current = self
        Interruption.clear()
        defineBuiltins()
    }

    private func defineBuiltins() {
        Builtins.install()
        for group in Row.grouped(Builtins.functions + FrameFunctions.rows) {
            builtins.set(group.name, .object(NativeFunction(group.rows, module: "builtins")))
        }
        ObjectModel.installation
        for (name, value) in ObjectModel.constants + Builtins.constants { builtins.set(Name(name), value) }
        for cls in Class.exceptions + [ExceptionGroups.baseClass, ExceptionGroups.plainClass] { builtins.set(Name(cls.name), .object(cls)) }
        main.globals.set("__name__", "__main__")
        main.globals.set("__doc__", .none)
    }

    // MARK: Globals of the program

    /// The value of a global variable of the program; nil where it is not defined.
    public func global(_ name: String) -> Value? { main.globals.value(of: Name(name)) }

    /// Sets a global variable of the program.
    public func setGlobal(_ name: String, _ value: Value) { main.globals.set(Name(name), value) }

    /// The global variables of the program.
    public var globalNames: [String] { main.globals.names.map(\.text) }

    // MARK: Modules

    /// Whether a module of this name can be imported.
    public func knows(module name: String) -> Bool { registry[name] != nil }

    private func unknownModule(_ name: String) -> Raised {
        let parts = name.split(separator: ".").map(String.init)
        // A module of a file has no modules inside it.
        let outer = parts.dropLast().joined(separator: ".")
        let reason = parts.count == 2 && registry[outer] != nil && !registry.keys.contains { $0.hasPrefix(outer + ".") } ? "; '\(outer)' is not a package" : ""
        let raised = Raised(.exception("ModuleNotFoundError"), "No module named '\(name)'\(reason)")
        raised.exception.setOwnAttribute("name", .string(name))
        return raised
    }

    /// The module with a dotted name, made and run at the first import.
    /// - Throws: ModuleNotFoundError.
    public func importModule(_ name: String) throws -> Value {
        if let module = modules[name] { return .object(module) }
        guard let make = registry[name] else { throw unknownModule(name) }
        let declaration = make()
        let globals = Globals(builtins: builtins)
        let module = ModuleObject(name: name, globals: globals, declaration: declaration)
        globals.set("__name__", .string(name))
        globals.set("__doc__", .string(declaration.doc))
        module.define(declaration.firstRows)
        for (constant, value) in declaration.constants { globals.set(Name(constant), value) }
        modules[name] = module
        return .object(module)
    }
}

/// What a running program may use up.
public struct Limits: Sendable {
    /// Nested calls of functions of the language, native calls back into it included.
    public var recursion = 1000
    /// Seconds of wall-clock time for one `execute`; nil: no limit.
    public var seconds: Double?
    /// Bytes of memory of the process; nil: no limit.
    public var memory: Int?

    public init() {}
}
