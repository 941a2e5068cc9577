// The callable objects of the language: functions, bound methods, method wrappers, properties, cells.
import Syntax

/// A function written in the language: code together with its surroundings.
public final class FunctionObject: Object, @unchecked Sendable {
    /// Compiled as a whole.
    public var code: Code { given.deferred == nil ? given : completed() }
    /// The code as far as it is compiled.
    private var given: Code
    /// Name and docstring where the program has set them or asked for them; most functions live without.
    private var texts: Texts?
    /// The defaults, one per parameter; `.unset` where there is none.
    var defaults: [Value]
    /// The captured variables, one cell each.
    var closure: [CellObject]
    /// `__annotations__`
    public var annotations: DictObject?

    /// What `__name__`, `__qualname__` and `__doc__` hold.
    private final class Texts {
        var name: String
        var qualifiedName: String
        var doc: Value

        init(_ code: Code) {
            name = code.name
            qualifiedName = code.qualifiedName
            doc = code.doc.map { .string($0) } ?? .none
        }
    }

    init(code: Code, defaults: [Value] = [], closure: [CellObject] = []) {
        given = code
        self.defaults = defaults
        self.closure = closure
        super.init(type: .function)
    }

    /// Compiles a body that was deferred. Only texts of the library are, and all of them can be compiled: the tests of the prelude see to it.
    @inline(never)
    private func completed() -> Code {
        do throws(SyntaxError) {
            if let deferred = given.deferred { given = try deferred.code(completing: given) }
        } catch {
            preconditionFailure("\(given.file):\(error.span.line): \(error.message)")
        }
        return given
    }

    /// `__name__`
    public var name: String {
        get { texts?.name ?? given.name }
        set { ownTexts.name = newValue }
    }

    /// `__qualname__`
    public var qualifiedName: String {
        get { texts?.qualifiedName ?? given.qualifiedName }
        set { ownTexts.qualifiedName = newValue }
    }

    /// `__doc__`
    public var doc: Value {
        get { ownTexts.doc }
        set { ownTexts.doc = newValue }
    }

    private var ownTexts: Texts {
        if let texts { return texts }
        let made = Texts(code)
        texts = made
        return made
    }

    /// The module it was defined in.
    var globals: Globals { given.globals }

    public override func call(_ arguments: Arguments) throws -> Value {
        guard let machine = Interpreter.current else { throw Raised.runtimeError("no interpreter") }
        return try machine.call(self, arguments)
    }

    public override func repr() throws -> String { "<function \(qualifiedName) at \(address)>" }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for cell in closure { visit(cell) }
        for case .object(let object) in defaults { visit(object) }
        if let annotations { visit(annotations) }
    }

    public override func clearReferences() {
        closure = []
    }
}

/// A variable shared between a function and the functions inside it.
public final class CellObject: Object, @unchecked Sendable {
    public var value: Value

    init(_ value: Value = .unset) {
        self.value = value
        super.init(type: .cell)
        CycleCollector.add(self)
    }

    deinit {
        guard case .object = value else { return }
        Graveyard.release({ value = .unset }, deep: { [value] })
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        if case .object(let object) = value { visit(object) }
    }

    public override func clearReferences() { value = .unset }
}

extension CellObject: FromValue { public static var expectedType: String { "cell" } }

/// `object.method`: a callable with its first argument.
public final class BoundMethod: Object, @unchecked Sendable {
    /// `__func__`
    public let function: Object
    /// `__self__`
    public let receiver: Value

    public init(_ function: Object, receiver: Value) {
        self.function = function
        self.receiver = receiver
        super.init(type: .method)
    }

    public override func call(_ arguments: Arguments) throws -> Value {
        try arguments.prepending(receiver) { try Value.object(function).call($0) }
    }

    public override func attribute(_ name: Name) throws -> Value? {
        try Value.object(function).attributeIfPresent(name)
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard op == .equal || op == .notEqual, let other = other.as(BoundMethod.self) else { return nil }
        let same = function === other.function && receiver.isIdentical(to: other.receiver)
        return .bool(same == (op == .equal))
    }

    public override func hash() throws -> Int { function.identityHash ^ (receiver.object?.identityHash ?? 0) }

    public override func repr() throws -> String {
        if let native = function as? NativeFunction {
            return "<built-in method \(native.name) of \(receiver.type.name) object at \(receiver.object?.address ?? "0x0")>"
        }
        let name = (function as? FunctionObject)?.qualifiedName ?? "?"
        return "<bound method \(name) of \(try receiver.repr())>"
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        visit(function)
        if case .object(let object) = receiver { visit(object) }
    }
}

/// `staticmethod(f)` or `classmethod(f)` in a class body.
public final class MethodWrapper: Object, @unchecked Sendable {
    /// What attribute access binds the function to.
    public enum Binding: Sendable { case nothing, cls }

    public let function: Value
    public let binding: Binding

    public init(_ function: Value, binding: Binding, type: Class? = nil) {
        self.function = function
        self.binding = binding
        super.init(type: type ?? (binding == .cls ? .classMethod : .staticMethod))
    }

    public override func call(_ arguments: Arguments) throws -> Value { try function.call(arguments) }

    public override func attribute(_ name: Name) throws -> Value? { try function.attributeIfPresent(name) }

    public override func visitReferences(_ visit: (Object) -> Void) {
        if case .object(let object) = function { visit(object) }
    }
}

/// `property(getter, setter, deleter)`; absent functions are `None`.
public final class PropertyObject: Object, @unchecked Sendable {
    public let getter: Value
    public let setter: Value
    public let deleter: Value
    /// `__doc__`: given, or the getter's.
    public var doc: Value
    /// The attribute's name, told by the class statement.
    public var name: Name?

    public init(getter: Value, setter: Value = .none, deleter: Value = .none, doc: Value = .none, type: Class = .property) {
        self.getter = getter
        self.setter = setter
        self.deleter = deleter
        self.doc = doc
        super.init(type: type)
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in [getter, setter, deleter] { visit(object) }
    }
}

/// A computed attribute of a native type (a `property` row): the closures are Swift's.
public final class NativeProperty: Object, @unchecked Sendable {
    public let name: String
    public let doc: String
    let get: @Sendable (Value) throws -> Value
    /// Nil: read-only.
    let set: (@Sendable (Value, Value) throws -> Void)?

    init(name: String, doc: String, get: @escaping @Sendable (Value) throws -> Value, set: (@Sendable (Value, Value) throws -> Void)?) {
        self.name = name
        self.doc = doc
        self.get = get
        self.set = set
        super.init(type: .getsetDescriptor)
    }
}
