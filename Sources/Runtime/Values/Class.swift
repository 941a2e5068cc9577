// Class: a class of the language, native or written by the user.

/// A class: a name, bases, a table of attributes, and how instances are made.
///
/// Classes live as long as the process (shapes and inline caches point to them without counting).
public final class Class: Object, @unchecked Sendable {
    /// Makes an instance of `cls` (the class itself or a subclass); `arguments` are those of the call.
    public typealias Constructor = @Sendable (_ cls: Class, _ arguments: Arguments) throws -> Value

    /// `__name__`
    public var name: String
    /// `__qualname__`
    public var qualifiedName: String
    /// `__module__`: "builtins" for native classes unless said otherwise.
    public var module: String
    /// The direct bases.
    public internal(set) var bases: [Class]
    /// The method resolution order, beginning with the class itself.
    public internal(set) var mro: [Class] = []
    /// The special methods that user code (not Swift) defines somewhere in the MRO.
    public internal(set) var userDunders: DunderSet = []
    /// The special methods whose Swift hooks instances answer to: `hasattr([], "__len__")`.
    public internal(set) var nativeDunders: DunderSet
    /// Whether user classes may derive from it.
    public let isExtensible: Bool
    /// Whether it was defined by user code.
    public let isUserDefined: Bool
    /// Names allowed by `__slots__` in the whole MRO; nil where instances take any attribute.
    public internal(set) var allowedSlots: Set<Name>?
    /// What native code of this class keeps per class (enum members, dataclass fields); subclasses do not inherit it.
    public var payload: Object?

    /// Native `__new__`; nil inherits the base's.
    private let ownConstructor: Constructor?
    /// The shape of an instance without attributes.
    @usableFromInline let rootShape: Unmanaged<Shape>
    var subclasses: [Class] = []
    private var ownTable = NameTable()
    private var pendingRows: [@Sendable () -> [Row]] = []
    private var pendingDoc: String?

    /// A native class.
    /// - Parameters:
    ///   - name: `__name__`.
    ///   - base: the class it derives from.
    ///   - hooks: the special methods its Swift hooks implement, visible as attributes (`list.__len__`).
    ///   - overriding: special methods that its rows define and that replace the Swift hooks it inherits.
    ///   - extensible: whether user classes may derive from it; its constructor must then honour `cls`.
    ///   - rows: its methods and properties, built at the first look-up.
    ///   - constructor: `cls(*args)`; nil inherits the base's.
    public convenience init(
        native name: String, base: Class = .objectClass, module: String = "builtins", doc: String? = nil, hooks: DunderSet = [],
        overriding: DunderSet = [], extensible: Bool = true, rows: (@Sendable () -> [Row])? = nil, constructor: Constructor? = nil
    ) {
        self.init(name: name, bases: [base], module: module, hooks: hooks, extensible: extensible, user: false, constructor: constructor)
        linearise(tail: base.mro)
        userDunders.formUnion(overriding)
        pendingDoc = doc
        if let rows { pendingRows.append(rows) }
    }

    init(name: String, bases: [Class], module: String, hooks: DunderSet, extensible: Bool, user: Bool, constructor: Constructor?) {
        self.name = name
        qualifiedName = name
        self.module = module
        self.bases = bases
        nativeDunders = hooks
        isExtensible = extensible
        isUserDefined = user
        ownConstructor = constructor
        rootShape = Unmanaged.passRetained(Shape(type: nil))
        super.init(shape: Shape.metaclass)
        rootShape.takeUnretainedValue().typeReference = .passUnretained(self)
        _ = Unmanaged.passRetained(self)
    }

    /// Sets the MRO to this class and `tail`, and takes over what the bases know.
    func linearise(tail: [Class]) {
        mro = [self] + tail
        for base in tail {
            nativeDunders.formUnion(base.nativeDunders)
            userDunders.formUnion(base.userDunders)
        }
        for base in bases { base.subclasses.append(self) }
    }

    /// The constructor: the class's own or the nearest inherited one.
    public var constructor: Constructor {
        for cls in mro {
            if let constructor = cls.ownConstructor { return constructor }
        }
        return { cls, _ in .object(Instance(type: cls)) }
    }

    /// The nearest native class of the MRO, which decides the Swift class of the instances; `object` where there is none.
    public var host: Class {
        mro.first { !$0.isUserDefined && $0 !== Class.objectClass } ?? .objectClass
    }

    /// Adds methods and properties, built at the first look-up.
    public func add(rows: @escaping @Sendable () -> [Row]) {
        pendingRows.append(rows)
        invalidate()
    }

    // MARK: Classes in annotations and checks

    /// `int | str`
    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard op == .bitOr else { return nil }
        return try reflected ? UnionType.join(other, .object(self)) : UnionType.join(.object(self), other)
    }

    /// `list[int]`
    public override func item(_ key: Value) throws -> Value {
        if let method = lookup(Dunder.class_getitem.name) {
            let function = method.as(MethodWrapper.self)?.function ?? method
            return try function.call([.object(self), key])
        }
        guard Class.genericNames.contains(name), !isUserDefined else { throw Raised.typeError("type '\(name)' is not subscriptable") }
        return .object(GenericAlias(.object(self), key.as(TupleObject.self)?.elements ?? [key]))
    }

    /// The native classes that take type arguments.
    private static let genericNames: Set<String> = [
        "list", "tuple", "dict", "set", "frozenset", "type", "deque", "defaultdict", "OrderedDict", "Counter", "ChainMap",
    ]

    // MARK: Attributes of the class itself

    /// The attributes this class itself defines.
    public var table: NameTable {
        fill()
        return ownTable
    }

    /// An attribute defined by this class itself.
    public func ownEntry(_ name: Name) -> Value? {
        fill()
        return ownTable[name]
    }

    /// Sets (nil: removes) an attribute of the class and tells caches and subclasses.
    public func setEntry(_ name: Name, _ value: Value?) {
        fill()
        ownTable[name] = value
        if Dunder(name) != nil { updateUserDunders() }
        invalidate()
    }

    /// Looks a name up along the MRO.
    @inline(__always)
    public func lookup(_ name: Name) -> Value? {
        MethodCache.lookup(name, in: self)
    }

    /// Looks a name up along the MRO after `cls` (what `super` does).
    public func lookup(_ name: Name, after cls: Class) -> Value? {
        guard let start = mro.firstIndex(where: { $0 === cls }) else { return nil }
        for base in mro[(start + 1)...] {
            if let value = base.ownEntry(name) { return value }
        }
        return nil
    }

    func lookupUncached(_ name: Name) -> Value? {
        for cls in mro {
            if let value = cls.ownEntry(name) { return value }
        }
        return nil
    }

    /// `issubclass(self, other)`
    public func isSubclass(of other: Class) -> Bool {
        if self === other { return true }
        for cls in mro where cls === other { return true }
        return false
    }

    /// `__doc__`
    public var doc: String? {
        ownEntry("__doc__")?.text ?? pendingDoc
    }

    /// Builds the rows that were promised.
    private func fill() {
        guard !pendingRows.isEmpty else { return }
        let promised = pendingRows
        pendingRows = []
        for rows in promised { install(rows()) }
    }

    private func install(_ rows: [Row]) {
        for group in Row.grouped(rows) {
            ownTable[group.name] = group.member(of: self)
        }
    }

    private func updateUserDunders() {
        guard isUserDefined else { return }
        var set: DunderSet = []
        for (name, _) in ownTable.entries {
            if let dunder = Dunder(name) { set.insert(dunder) }
        }
        for base in mro.dropFirst() { set.formUnion(base.userDunders) }
        userDunders = set
    }

    private func invalidate() {
        rootShape.takeUnretainedValue().invalidate()
        for subclass in subclasses {
            subclass.updateUserDunders()
            subclass.invalidate()
        }
    }
}

/// A direct-mapped cache of look-ups along the MRO.
enum MethodCache {
    private struct Entry {
        var serial: UInt32 = 0
        var name: Int32 = -1
        /// `.unset`: known to be absent.
        var value: Value = .unset
    }

    private static let size = 2048
    nonisolated(unsafe) private static let entries: UnsafeMutablePointer<Entry> = {
        let entries = UnsafeMutablePointer<Entry>.allocate(capacity: size)
        entries.initialize(repeating: Entry(), count: size)
        return entries
    }()

    static func lookup(_ name: Name, in cls: Class) -> Value? {
        let serial = cls.rootShape._withUnsafeGuaranteedRef { $0.serial }
        let index = Int(truncatingIfNeeded: serial &* 31 &+ UInt32(bitPattern: name.id) &* 17) & (size - 1)
        let entry = entries + index
        if entry.pointee.serial == serial && entry.pointee.name == name.id {
            return entry.pointee.value.isUnset ? nil : entry.pointee.value
        }
        let value = cls.lookupUncached(name)
        // Filling lazy rows may have renewed the serial.
        let current = cls.rootShape._withUnsafeGuaranteedRef { $0.serial }
        entry.pointee = Entry(serial: current, name: name.id, value: value ?? .unset)
        return value
    }
}
