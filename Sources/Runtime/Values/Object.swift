// Object: the base class of everything on the heap, and the capabilities a host type may override.

/// A heap object of the language. Host types (tensors, figures) subclass it and override the hooks they have a meaning for.
///
/// Hooks are called by the machine after it has looked for user-defined special methods, so a hook never has to look for
/// one. A default that is not overridden gives Python's TypeError.
///
/// All objects belong to the one thread that runs the interpreter (`InterpreterThread`). The compiler cannot see that, so
/// it is told once, here.
open class Object: @unchecked Sendable {
    /// The class and the layout of the attribute slots. Shapes live as long as the process.
    @usableFromInline final var shape: Unmanaged<Shape>
    /// The instance attributes, laid out by `shape`; nil until the first is set.
    @usableFromInline final var slots: UnsafeMutablePointer<Value>?

    /// Position among the objects the cycle collector watches; negative where it does not.
    final var anchor: Int32 = -1
    /// Position in the group a running collection looks at; -1 at all other times.
    final var member: Int32 = -1

    /// The class: `type(self)`.
    @inlinable public final var type: Class { shape._withUnsafeGuaranteedRef { $0.type } }

    /// An instance of `type` without attributes.
    public init(type: Class) {
        shape = type.rootShape
    }

    init(shape: Shape) {
        self.shape = Unmanaged.passUnretained(shape)
    }

    deinit {
        if anchor >= 0 { CycleCollector.bury(self) }
        if slots != nil { releaseSlots() }
    }

    // MARK: Operators

    /// `self op other`, or `other op self` where `reflected`. Nil means NotImplemented.
    open func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? { nil }

    /// `self op= other`. Nil means: fall back to `binary`.
    open func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? { nil }

    /// `-self`, `+self`, `~self` (never `not`). Nil means TypeError.
    open func unary(_ op: UnaryOperator) throws -> Value? { nil }

    /// `self op other`. Nil means NotImplemented (equality then falls back to identity).
    open func compare(_ op: Comparison, _ other: Value) throws -> Value? { nil }

    // MARK: Calls and attributes

    /// `self(arguments)`.
    open func call(_ arguments: Arguments) throws -> Value {
        throw Raised.typeError("'\(type.name)' object is not callable")
    }

    /// A computed attribute, asked after class attributes and instance attributes; nil where there is none.
    open func attribute(_ name: Name) throws -> Value? { nil }

    /// Sets an attribute the host type keeps itself; false hands it to the instance attributes.
    open func setAttribute(_ name: Name, _ value: Value) throws -> Bool { false }

    /// Deletes an attribute the host type keeps itself; false hands it to the instance attributes.
    open func deleteAttribute(_ name: Name) throws -> Bool { false }

    /// Names of the computed attributes, for `dir`.
    open var attributeNames: [Name] { [] }

    // MARK: Containers

    /// `self[key]`
    open func item(_ key: Value) throws -> Value {
        throw Raised.typeError("'\(type.name)' object is not subscriptable")
    }

    /// `self[key] = value`
    open func setItem(_ key: Value, _ value: Value) throws {
        throw Raised.typeError("'\(type.name)' object does not support item assignment")
    }

    /// `del self[key]`
    open func deleteItem(_ key: Value) throws {
        throw Raised.typeError("'\(type.name)' object doesn't support item deletion")
    }

    /// `value in self`. Nil means: search by iterating.
    open func contains(_ value: Value) throws -> Bool? { nil }

    /// `len(self)`; nil where the object has no length.
    open func length() throws -> Int? { nil }

    /// `bool(self)`. By default: the length is not 0; true without a length.
    open func truth() throws -> Bool { try length() != 0 }

    /// `iter(self)`: an object whose `next` gives the elements. Nil: not iterable (`item` may still be used as a sequence).
    open func iterate() throws -> Object? { nil }

    /// `next(self)`: the next element, nil at the end (no StopIteration is raised). Only iterators override this.
    open func next() throws -> Value? {
        throw Raised.typeError("'\(type.name)' object is not an iterator")
    }

    /// Whether `next` is overridden: `self` is an iterator.
    open var isIterator: Bool { false }

    // MARK: Text, hash, display

    /// `hash(self)`. By default: identity.
    open func hash() throws -> Int { identityHash }

    /// `repr(self)`
    open func repr() throws -> String {
        "<\(type.module == "builtins" ? "" : type.module + ".")\(type.qualifiedName) object at \(address)>"
    }

    /// `str(self)`. By default `repr`.
    open func str() throws -> String { try Value.object(self).repr() }

    /// `format(self, spec)`. By default `str` where the spec is empty.
    open func format(_ spec: String) throws -> String {
        guard spec.isEmpty else {
            throw Raised.typeError("unsupported format string passed to \(type.name).__format__")
        }
        return try Value.object(self).str()
    }

    /// How a notebook shows the object as the last value of a cell; nil: as its `repr`.
    open func display() throws -> Display? { nil }

    // MARK: Memory

    /// Calls `visit` with every object this one holds in Swift properties, so that the cycle collector can see through
    /// it. Containers and host types that hold `Value`s override it; instance attributes are visited elsewhere.
    open func visitReferences(_ visit: (Object) -> Void) {}

    /// Lets go of everything `visitReferences` shows, to break a cycle.
    open func clearReferences() {}
}

/// A rich output of a cell.
public enum Display: Sendable {
    case text(String)
    /// Called with a prefix that is unique on the page, for the ids inside the drawing.
    case svg(title: String, draw: @Sendable (_ prefix: String) -> String, table: [DisplayTable])
}

/// The data behind a drawing, for records and for readers who cannot see it.
public struct DisplayTable: Sendable {
    public let name: String
    public let columns: [String]
    public let rows: [[Double]]

    public init(name: String, columns: [String], rows: [[Double]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }
}

extension Object {
    /// The address as Python prints it: `0x7f…`.
    public final var address: String { "0x" + String(identity, radix: 16) }

    /// `id(self)`
    public final var identity: Int { Int(bitPattern: Unmanaged.passUnretained(self).toOpaque()) }

    /// The hash of an object compared by identity.
    public final var identityHash: Int { identity >> 4 }
}
