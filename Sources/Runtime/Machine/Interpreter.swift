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
    /// Set from any thread to stop the program with KeyboardInterrupt at the next loop turn or call.
    public let interruption = Interruption()

    // MARK: The machine (see Stack.swift)

    /// Nested calls at the moment, native ones that count included.
    var depth = 0
    /// The registers of all frames.
    private let stack: Slot
    /// First register above the innermost frame.
    var top: Slot
    let stackEnd: Slot
    let frames: UnsafeMutablePointer<Frame>
    var frameCount = 0
    /// Where the generator that just yielded goes on.
    var resumption: UnsafeMutablePointer<Instruction>?
    /// Loop turns and calls until the next look at the clock.
    var ticks = 1
    /// How many of them to the look after that: fewer where they take long.
    var pollStride = 64
    /// When the machine looked last, in seconds of `now()`.
    var lastPoll = 0.0
    /// When it counts its memory again.
    var nextMemoryLook = 0.0
    /// When the running `execute` must end, in seconds of `now()`.
    var deadline: Double?
    /// The layout of plain lists, for the loop's short cut.
    let listShape: UnsafeMutableRawPointer
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
        listShape = Class.list.rootShape.toOpaque()
        builtins = Globals(builtins: nil)
        main = ModuleObject(name: "__main__", globals: Globals(builtins: builtins))
        Interpreter.current = self
        defineBuiltins()
    }

    private func defineBuiltins() {
        Builtins.install()
        for group in Row.grouped(Builtins.functions + FrameFunctions.rows) {
            builtins.set(group.name, .object(NativeFunction(group.rows, module: "builtins")))
        }
        ObjectModel.installation
        for (name, value) in ObjectModel.constants + Builtins.constants { builtins.set(Name(name), value) }
        for cls in Class.exceptions { builtins.set(Name(cls.name), .object(cls)) }
        main.globals.set("__name__", "__main__")
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

    /// The module with a dotted name, made and run at the first import.
    /// - Throws: ModuleNotFoundError.
    public func importModule(_ name: String) throws -> Value {
        if let module = modules[name] { return .object(module) }
        guard let make = registry[name] else {
            throw Raised(.exception("ModuleNotFoundError"), "No module named '\(name)'")
        }
        let declaration = make()
        let globals = Globals(builtins: builtins)
        let module = ModuleObject(name: name, globals: globals, declaration: declaration)
        globals.set("__name__", .string(name))
        globals.set("__doc__", .string(declaration.doc))
        for group in Row.grouped(declaration.rows) { globals.set(group.name, .object(NativeFunction(group.rows, module: name))) }
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

/// A wish of another thread that the running program stop.
public final class Interruption: @unchecked Sendable {
    /// Why the program is to stop.
    enum Request {
        /// KeyboardInterrupt, which the program may catch.
        case interrupt
        /// A limit is exceeded; nothing catches that.
        case limit(String)
    }

    /// Written by other threads and signal handlers, read by the machine at every poll; a late read is harmless.
    private let flag = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    /// The message of a limit. Written before the flag, on the interpreter's own thread.
    private var message = ""

    init() { flag.initialize(to: 0) }

    /// Asks the running program to stop with KeyboardInterrupt. May be called in a signal handler.
    public func request() { flag.pointee = max(flag.pointee, 1) }

    /// Stops the running program at its next loop turn or call: it has used up more than it may. Called on its own thread.
    public func stop(_ message: String) {
        self.message = message
        flag.pointee = 2
    }

    /// Whether the program has not yet heard what was asked.
    public var isPending: Bool { flag.pointee != 0 }

    /// Forgets what was asked before a new cell begins.
    public func clear() { flag.pointee = 0 }

    /// What was asked, once.
    @inline(__always)
    func take() -> Request? {
        let asked = flag.pointee
        guard asked != 0 else { return nil }
        flag.pointee = 0
        return asked == 1 ? .interrupt : .limit(message)
    }
}
