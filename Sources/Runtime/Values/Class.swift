// Class: a class of the language, native or written by the user.

/// A class: a name, bases, a table of attributes, and how instances are made.
///
/// Classes live as long as the process (shapes and inline caches point to them without counting).
public final class Class: Object, @unchecked Sendable {
    /// Makes an instance of `cls` (the class itself or a subclass); `arguments` are those of the call.
    public typealias Constructor = @Sendable (_ cls: Class, _ arguments: Arguments) throws -> Value

    /// The name as messages show it: `__name__`, for native classes perhaps after their module ("numpy.ndarray").
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
    /// The Swift class of the instances.
    var kind = ObjectKind.other
    /// Whether an instance is asked for an attribute before its class is: `super()` answers for the classes behind it.
    private(set) var instancesAnswerFirst = false
    /// Native `__init__`; nil inherits the base's. With one, `__new__` ignores the arguments where user code defines `__init__`.
    public var initializer: (@Sendable (_ instance: Value, _ arguments: Arguments) throws -> Void)?
    /// Called after user code has defined a subclass (enumerations, abstract classes, named tuples); inherited.
    public var subclassHook: (@Sendable (_ subclass: Class) throws -> Void)?
    /// Native `isinstance(value, self)` beyond inheritance (`torch.FloatTensor`); not inherited.
    public var instanceCheck: (@Sendable (_ value: Value) throws -> Bool)?
    /// Abstract methods without a definition: the class cannot be instantiated.
    public var abstractNames: [String] = []
    /// Whether instances take attributes of any name.
    public var acceptsAttributes: Bool

    /// Native `__new__`; nil inherits the base's.
    private let ownConstructor: Constructor?
    /// The shape of an instance without attributes.
    @usableFromInline let rootShape: Unmanaged<Shape>
    var subclasses: [Class] = []
    private var ownTable = NameTable()
    private var pendingRows: [@Sendable () -> [Row]] = []
    private var pendingDoc: String?
    /// The hooks this class itself declares; each becomes a method wrapper when it is first asked for.
    private var ownHooks: DunderSet

    /// A native class.
    /// - Parameters:
    ///   - name: `__name__`; with a module before it where messages name that, too.
    ///   - base: the class it derives from.
    ///   - second: a further base, of whose kind its instances then are.
    ///   - hooks: the special methods its Swift hooks implement, visible as attributes (`list.__len__`).
    ///   - overriding: special methods that its rows define and that replace the Swift hooks it inherits.
    ///   - extensible: whether user classes may derive from it; its constructor must then honour `cls`.
    ///   - rows: its methods and properties, built at the first look-up.
    ///   - constructor: `cls(*args)`; nil inherits the base's.
    public convenience init(
        native name: String, base: Class = .objectClass, and second: Class? = nil, module: String = "builtins", doc: String? = nil,
        hooks: DunderSet = [],
        overriding: DunderSet = [], extensible: Bool = true, rows: (@Sendable () -> [Row])? = nil, constructor: Constructor? = nil
    ) {
        let bases = second.map { [base, $0] } ?? [base]
        self.init(name: name, bases: bases, module: module, hooks: hooks, extensible: extensible, user: false, constructor: constructor)
        qualifiedName = shortName
        linearise(tail: second.map { other in base.mro.filter { cls in !other.mro.contains { $0 === cls } } + other.mro } ?? base.mro)
        let parent = second ?? base
        kind = parent === Class.objectClass ? .other : parent.kind
        rootShape.takeUnretainedValue().kind = kind
        userDunders.formUnion(overriding)
        ownHooks = hooks.subtracting(overriding)
        pendingDoc = doc
        if let rows { pendingRows.append(rows) }
    }

    init(name: String, bases: [Class], module: String, metaclass: Class? = nil, hooks: DunderSet, extensible: Bool, user: Bool, constructor: Constructor?) {
        self.name = name
        qualifiedName = name
        self.module = module
        self.bases = bases
        nativeDunders = hooks
        isExtensible = extensible
        isUserDefined = user
        ownConstructor = constructor
        ownHooks = hooks
        acceptsAttributes = user || module != "builtins"
        rootShape = Unmanaged.passRetained(Shape(type: nil))
        let isPlain = metaclass.map { $0 === Class.typeClass } ?? true
        super.init(shape: isPlain ? Shape.metaclass : metaclass.unsafelyUnwrapped.rootShape.takeUnretainedValue())
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

    /// Lets instances answer for their attributes before the class does; said once, where the class is declared.
    func answeringFirst() -> Class {
        instancesAnswerFirst = true
        return self
    }

    /// The constructor: the class's own or the nearest inherited one.
    public var constructor: Constructor {
        if let ownConstructor { return ownConstructor }
        for cls in mro {
            if let constructor = cls.ownConstructor { return constructor }
        }
        // The machine takes instances of its own kinds for what they say they are.
        guard kind == .instance || kind == .other else { return { cls, _ in throw Raised.typeError("cannot create '\(cls.name)' instances") } }
        return { cls, _ in .object(Instance(type: cls)) }
    }

    /// The constructor of a native class that calls are handed to without further ado.
    @inline(__always)
    var plainConstructor: Constructor? { isUserDefined || !abstractNames.isEmpty ? nil : ownConstructor }

    /// The nearest native class of the MRO, which decides the Swift class of the instances; `object` where there is none.
    public var host: Class {
        mro.first { !$0.isUserDefined && $0 !== Class.objectClass } ?? .objectClass
    }

    /// Adds methods and properties, built at the first look-up.
    public func add(rows: @escaping @Sendable () -> [Row]) {
        pendingRows.append(rows)
        invalidate()
    }

    /// `__name__`: a native class's name without the module.
    public var shortName: String {
        guard let dot = name.lastIndex(of: "."), !isUserDefined || name[..<dot] == module else { return name }
        return String(name[name.index(after: dot)...])
    }

    // MARK: The class as an object

    public override func call(_ arguments: Arguments) throws -> Value { try instantiate(arguments) }
    public override func item(_ key: Value) throws -> Value { try subscripted(key) }
    public override func truth() throws -> Bool { true }
    public override func repr() throws -> String {
        module == "builtins" ? "<class '\(qualifiedName)'>" : "<class '\(module).\(qualifiedName)'>"
    }

    /// `int | str`
    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard op == .bitOr else { return nil }
        return try reflected ? UnionType.join(other, .object(self)) : UnionType.join(.object(self), other)
    }

    // MARK: Attributes of the class itself

    /// The attributes this class itself defines.
    public var table: NameTable {
        fill()
        return ownTable
    }

    /// An attribute defined by this class itself.
    public func ownEntry(_ name: Name) -> Value? {
        fill()
        if let value = ownTable[name] { return value }
        guard ownHooks.rawValue != 0, let dunder = Dunder(name), ownHooks.contains(dunder) else { return nil }
        ownHooks.remove(dunder)
        let wrapper = SlotWrappers.member(dunder, of: self)
        ownTable[name] = wrapper
        return wrapper
    }

    /// The names this class itself defines, method wrappers included.
    public var ownNames: [Name] {
        let wrappers = Dunder.allCases.filter { ownHooks.contains($0) }.map(\.name)
        return table.entries.map(\.name) + wrappers
    }

    /// An inherited property of classes: the nearest along the MRO.
    func nearest<T>(_ path: KeyPath<Class, T?>) -> T? {
        for cls in mro {
            if let value = cls[keyPath: path] { return value }
        }
        return nil
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

    /// The first entry of a name in the order of the classes.
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

    /// What `lookupUncached` finds, remembered until the class changes.
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
