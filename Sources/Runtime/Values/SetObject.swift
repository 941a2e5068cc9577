// SetObject: `set` and `frozenset`.

/// A `set` or a `frozenset` (by its class).
public final class SetObject: Object, @unchecked Sendable {
    public var table: HashSet

    public init(_ table: HashSet = HashSet(), type: Class = .set) {
        self.table = table
        super.init(type: type)
    }

    /// A set of the given elements.
    /// - Throws: TypeError for an element that cannot be hashed.
    public convenience init(_ elements: [Value], type: Class = .set) throws {
        self.init(type: type)
        for element in elements { try table.insert(element) }
    }

    deinit {
        guard table.count > 0 else { return }
        Graveyard.release({ table = HashSet() }, deep: { table.elements })
    }

    public override func visitReferences(_ visit: (Object) -> Void) {
        table.forEach { if case .object(let object) = $0 { visit(object) } }
    }

    public override func clearReferences() { table = HashSet() }

    // MARK: Changes
    // Elements may be compared by code of the program, and that code may change the set. So nothing is compared while the table
    // is being written, and a search during which the table changed begins anew.

    /// Adds an element if no equal one is there.
    public func insert(_ value: Value) throws {
        let hash = try value.hash()
        if table.insertWithoutCode(value, hash: hash) { return }
        if try position(of: value, hash: hash) == nil { table.insertNew(value, hash: hash) }
    }

    /// Removes an equal element; false where there is none.
    public func remove(_ value: Value) throws -> Bool {
        guard let index = try position(of: value, hash: value.hash()) else { return false }
        table.removeEntry(index)
        return true
    }

    /// `self op= other`; the set is empty while elements are compared.
    func update(_ algebra: SetAlgebra, with other: Value) throws {
        if other.as(SetObject.self) == nil, other.as(DictObject.self) == nil {
            // An iterator may look at the set, which grows or shrinks with every element.
            switch algebra {
            case .union: return try other.forEach { try insert($0) }
            case .difference: return try other.forEach { _ = try remove($0) }
            case .intersection, .symmetricDifference: break
            }
        }
        let other = other.as(SetObject.self) == nil ? Value.list(try other.elements()) : other
        if other.as(SetObject.self) === self {
            switch algebra {
            case .union: return
            case .intersection: table = table.copied()
            case .difference, .symmetricDifference: table = HashSet()
            }
            return
        }
        var changed = table
        table = HashSet()
        defer { table = changed }
        try algebra.update(&changed, with: other)
    }

    private func position(of value: Value, hash: Int) throws -> Int? {
        while true {
            let snapshot = table
            let index = try snapshot.find(value, hash: hash)
            if table.version == snapshot.version { return index }
        }
    }

    // MARK: Hooks

    public override func length() throws -> Int? { table.count }
    public override func contains(_ value: Value) throws -> Bool? { try table.contains(Self.key(value)) }
    public override func iterate() throws -> Object? { SetIterator(self) }

    /// A set asked for as an element is looked up as a frozenset.
    static func key(_ value: Value) throws -> Value {
        guard let set = value.as(SetObject.self), !set.isFrozen else { return value }
        return .object(SetObject(set.table, type: .frozenset))
    }

    /// Whether it is a `frozenset` or an instance of a subclass of one.
    var isFrozen: Bool { type.isSubclass(of: .frozenset) }

    /// A new set of the same kind.
    func sibling(_ table: HashSet) -> Value { .object(SetObject(table, type: isFrozen ? .frozenset : .set)) }

    public override func hash() throws -> Int {
        guard isFrozen else { throw Raised.typeError("unhashable type: '\(type.name)'") }
        // Independent of the order of the elements.
        var result = UInt(bitPattern: table.count &+ 1) &* 1_927_868_237
        for element in table.elements {
            let hash = UInt(bitPattern: try element.hash())
            result ^= (hash ^ 89_869_747 ^ (hash << 16)) &* 3_644_798_167
        }
        return Int(bitPattern: result &* 69_069 &+ 907_133_923)
    }

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard let algebra = SetAlgebra(op), let other = try SetAlgebra.operand(other) else { return nil }
        let (left, right) = reflected ? (other, table) : (table, other)
        return sibling(try algebra.apply(left, right))
    }

    public override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        guard !isFrozen, let algebra = SetAlgebra(op), try SetAlgebra.operand(other) != nil else { return nil }
        try update(algebra, with: other)
        return .object(self)
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = try SetAlgebra.operand(other) else { return nil }
        return .bool(try SetAlgebra.compare(op, table, other))
    }

    public override func repr() throws -> String {
        try ReprGuard.visit(self, recursive: "\(type.name)(...)") {
            if table.count == 0 { return "\(type.name)()" }
            let body = "{" + (try Sequences.joinedReprs(table.elements)) + "}"
            return type === Class.set ? body : "\(type.name)(\(body))"
        }
    }
}

/// Walks over a set that must not change meanwhile.
final class SetIterator: Object, @unchecked Sendable {
    private let set: SetObject
    private let version: Int
    private var position = 0
    private static let cls = Class.iterator("set_iterator")

    init(_ set: SetObject) {
        self.set = set
        version = set.table.version
        super.init(type: Self.cls)
    }

    override var isIterator: Bool { true }
    override func iterate() throws -> Object? { self }

    override func next() throws -> Value? {
        if set.table.version != version { throw Raised.runtimeError("Set changed size during iteration") }
        return set.table.next(&position)
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(set) }
}
