// Defines the grad modes as values: `with torch.no_grad():`, `@torch.no_grad()`, `torch.set_grad_enabled(False)`.
import Runtime
import Tensors

/// A mode of the engine for the length of a `with` block, or of each call of a decorated function.
final class ModeObject: Object, @unchecked Sendable {
    /// The state a mode changes.
    struct State {
        var grad = Engine.current.gradEnabled
        var inference = Engine.current.inferenceMode

        /// Makes it the state of the engine.
        func apply() {
            Engine.current.gradEnabled = grad
            Engine.current.inferenceMode = inference
        }
    }

    private let change: (inout State) -> Void
    private var saved: [State] = []

    init(type: Class, _ change: @escaping (inout State) -> Void) {
        self.change = change
        super.init(type: type)
    }

    /// Begins the mode.
    func enter() {
        var state = State()
        saved.append(state)
        change(&state)
        state.apply()
    }

    /// Ends the mode: back to what was before.
    func leave() { saved.popLast()?.apply() }

    /// Changes the state now; leaving the block later goes back to `before`.
    func start(from before: State) {
        saved.append(before)
    }

    /// `@mode` above a function: each call runs inside the mode.
    override func call(_ arguments: Arguments) throws -> Value {
        guard arguments.count == 1 else { throw Raised.typeError("'\(type.name)' object is not callable") }
        return .object(ModalFunction(arguments[0], self))
    }

    static let rows: @Sendable () -> [Row] = {
        [
            def("__enter__(self)", "Begins the mode.") { (mode: ModeObject) in mode.enter() },
            def("__exit__(self, *error)", "Ends the mode.") { (mode: ModeObject, _: Value) in mode.leave() },
        ]
    }
}

extension ModeObject: FromValue { static var expectedType: String { "context manager" } }

/// A function each call of which runs inside a mode.
final class ModalFunction: Object, @unchecked Sendable {
    private let function: Value
    private let mode: ModeObject
    private static let functionClass = Class(native: "function", hooks: [.call], overriding: [.get], extensible: false, rows: {
        [
            def("__get__(self, instance, owner=None)", "The function bound to an instance.") { (function: ModalFunction, instance: Value, _: Value) -> Value in
                instance.isNone ? .object(function) : .object(ModalFunction(bound: function, to: instance))
            },
        ]
    })
    private let receiver: Value?

    init(_ function: Value, _ mode: ModeObject) {
        self.function = function
        self.mode = mode
        receiver = nil
        super.init(type: Self.functionClass)
    }

    private init(bound other: ModalFunction, to receiver: Value) {
        function = other.function
        mode = other.mode
        self.receiver = receiver
        super.init(type: Self.functionClass)
    }

    override func call(_ arguments: Arguments) throws -> Value {
        mode.enter()
        defer { mode.leave() }
        guard let receiver else { return try function.call(arguments) }
        return try arguments.prepending(receiver) { try function.call($0) }
    }

    override func attribute(_ name: Name) throws -> Value? { try function.attributeIfPresent(name) }
}

extension ModalFunction: FromValue { static var expectedType: String { "function" } }

/// The classes of the grad modes.
enum GradModes {
    /// A mode without parameters; `@torch.no_grad` without parentheses decorates too.
    private static func plain(_ name: String, _ doc: String, _ change: @escaping @Sendable (inout ModeObject.State) -> Void) -> Class {
        Class(native: name, module: "torch.autograd.grad_mode", doc: doc, hooks: [.enter, .exit, .call], rows: ModeObject.rows) { cls, arguments in
            let mode = ModeObject(type: cls, change)
            return arguments.count == 1 ? try mode.call(arguments) : .object(mode)
        }
    }

    /// A mode with a flag, given by position or by its name.
    private static func flagged(
        _ name: String, _ doc: String, isImmediate: Bool, _ change: @escaping @Sendable (inout ModeObject.State, Bool) -> Void
    ) -> Class {
        Class(native: name, module: "torch.autograd.grad_mode", doc: doc, hooks: [.enter, .exit, .call], rows: ModeObject.rows) { cls, arguments in
            let given = arguments.count > 0 ? arguments[0] : arguments.keyword("mode") ?? .bool(true)
            if given.as(TensorObject.self) == nil, given.object != nil {
                let mode = ModeObject(type: cls) { change(&$0, true) }
                return try mode.call(arguments)
            }
            let flag = try given.truth()
            let mode = ModeObject(type: cls) { change(&$0, flag) }
            if isImmediate {
                mode.enter()
                return .object(StartedMode(mode, flag))
            }
            return .object(mode)
        }
    }

    static let noGrad = plain("no_grad", "Does not record operations.") { $0.grad = false }
    static let enableGrad = plain("enable_grad", "Records operations.") { $0.grad = true }
    static let setGradEnabled = flagged("set_grad_enabled", "Records operations or not.", isImmediate: true) { $0.grad = $1 }
    static let inferenceMode = flagged("inference_mode", "Does not record operations, nor allow it later.", isImmediate: false) {
        if $1 { $0.grad = false }
        $0.inference = $1
    }
}

/// `torch.set_grad_enabled(...)`: already in force; a `with` block ends it, a decorator undoes it at once.
final class StartedMode: Object, @unchecked Sendable {
    private let mode: ModeObject
    private let flag: Bool
    private static let startedClass = Class(native: "set_grad_enabled", module: "torch.autograd.grad_mode", hooks: [.enter, .exit, .call], rows: {
        [
            def("__enter__(self)", "Nothing: the mode is in force already.") { (_: StartedMode) in },
            def("__exit__(self, *error)", "Ends the mode.") { (started: StartedMode, _: Value) in started.mode.leave() },
        ]
    })

    init(_ mode: ModeObject, _ flag: Bool) {
        self.mode = mode
        self.flag = flag
        super.init(type: Self.startedClass)
    }

    override func repr() -> String { "torch.autograd.grad_mode.set_grad_enabled(mode=\(flag ? "True" : "False"))" }

    override func call(_ arguments: Arguments) throws -> Value {
        mode.leave()
        return try mode.call(arguments)
    }
}

extension StartedMode: FromValue { static var expectedType: String { "context manager" } }
