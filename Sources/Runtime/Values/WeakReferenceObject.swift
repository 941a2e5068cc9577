// WeakReferenceObject: a `weakref.ref`.

/// A reference that does not keep its object alive.
public final class WeakReferenceObject: Object, FromValue, @unchecked Sendable {
    /// The object, not retained; nil once it is gone.
    private var target: Unmanaged<Object>?
    private let key: ObjectIdentifier
    private var cachedHash: Int?
    /// What is called when the object is gone; None for nobody.
    let callback: Value

    /// `weakref.ReferenceType`
    public static let cls = Class(
        native: "weakref.ReferenceType", module: "weakref", hooks: [.call, .eq, .ne, .hash, .repr], rows: { rows }, constructor: construct)

    public static var expectedType: String { "weakref.ReferenceType" }

    private init(_ object: Object, callback: Value, type: Class) {
        target = .passUnretained(object)
        key = ObjectIdentifier(object)
        self.callback = callback
        super.init(type: type)
        Finalization.add(self, to: object)
    }

    deinit {
        if target != nil { Finalization.remove(self, from: key) }
    }

    /// The object; nil once it is gone.
    public var object: Object? { target?.takeUnretainedValue() }

    /// The object is gone.
    func forget() { target = nil }

    private static let construct: Class.Constructor = { cls, arguments in
        try Arguments.bound(arguments, "ref(object, callback=None, /)") { bound in
            guard case .object(let object) = bound[0], canBeReferred(object) else {
                throw Raised.typeError("cannot create weak reference to '\(bound[0].type.name)' object")
            }
            let callback = bound[1]
            // One reference without a callback serves everybody.
            let known = Finalization.references(to: object).first { $0.callback.isNone && callback.isNone && $0.type === cls }
            return .object(known ?? WeakReferenceObject(object, callback: callback, type: cls))
        }
    }

    /// Values that CPython keeps without room for weak references are refused; those of user classes never are.
    private static func canBeReferred(_ object: Object) -> Bool {
        if object.type.isUserDefined { return object.type.allowedSlots.map { $0.contains("__weakref__") } ?? true }
        let refused: [Class] = [.str, .int, .float, .complex, .bytes, .bytearray, .list, .tuple, .dict, .range, .slice]
        return !refused.contains { object.type.isSubclass(of: $0) }
    }

    private static var rows: [Row] {
        [
            property("__callback__", "What is called when the object is gone.") { (me: WeakReferenceObject) in me.object == nil ? .none : me.callback },
        ]
    }

    // MARK: Hooks

    public override func call(_ arguments: Arguments) throws -> Value { object.map { .object($0) } ?? .none }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(WeakReferenceObject.self), op == .equal || op == .notEqual else { return nil }
        guard let mine = object, let theirs = other.object else { return .bool((self === other) == (op == .equal)) }
        return try Value.object(mine).compare(op, .object(theirs))
    }

    public override func hash() throws -> Int {
        if let cachedHash { return cachedHash }
        guard let object else { throw Raised.typeError("weak object has gone away") }
        let hash = try Value.object(object).hash()
        cachedHash = hash
        return hash
    }

    public override func repr() throws -> String {
        guard let object else { return "<weakref at \(address); dead>" }
        return "<weakref at \(address); to '\(object.type.name)' at \(object.address)>"
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        if case .object(let object) = callback { visit(object) }
    }
}

/// What the module `weakref` takes from the machine.
public enum WeakReferences {
    /// The weak references to a value that are alive.
    public static func all(to value: Value) -> [Value] {
        value.object.map { Finalization.references(to: $0).map { .object($0) } } ?? []
    }

    /// Frees unreachable cycles and runs what their objects want to run before.
    /// - Returns: the number of objects freed.
    /// - Throws: what stops a program.
    public static func collect() throws -> Int {
        var count = CycleCollector.collect()
        while Finalization.isPending {
            try Finalization.run()
            count += CycleCollector.collect()
        }
        return count
    }
}
