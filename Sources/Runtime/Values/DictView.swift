// DictView: what `dict.keys()`, `dict.values()` and `dict.items()` give; DictIterator walks over a dict.

/// Which part of the entries a view or an iterator shows.
enum DictPart: Sendable {
    case keys, values, items

    /// The part of one entry.
    func value(_ entry: (key: Value, value: Value)) -> Value {
        switch self {
        case .keys: entry.key
        case .values: entry.value
        case .items: .tuple([entry.key, entry.value])
        }
    }
}

/// A live view of a dict.
final class DictView: Object, @unchecked Sendable {
    let dict: DictObject
    let part: DictPart
    private static let keysClass = Class(native: "dict_keys", hooks: DunderSet.container.union(.setAlgebra), extensible: false, rows: { rows })
    private static let valuesClass = Class(native: "dict_values", hooks: .container, extensible: false, rows: { rows })
    private static let itemsClass = Class(native: "dict_items", hooks: DunderSet.container.union(.setAlgebra), extensible: false, rows: { rows })

    private static var rows: [Row] {
        [
            def("isdisjoint(self, other, /)", "Whether no element is shared.") { (view: DictView, other: Value) in
                try SetAlgebra.intersection.apply(SetAlgebra.table(of: .object(view)), SetAlgebra.table(of: other)).count == 0
            },
            def("__reversed__(self, /)", "The elements from last to first.") { (view: DictView) in
                Value.object(DictIterator(view.dict, view.part, isReversed: true))
            },
            property("mapping", "The dict behind the view.") { (view: DictView) in Value.object(view.dict) },
        ]
    }

    init(_ dict: DictObject, _ part: DictPart) {
        self.dict = dict
        self.part = part
        super.init(type: part == .keys ? Self.keysClass : part == .values ? Self.valuesClass : Self.itemsClass)
    }

    override func length() throws -> Int? { dict.table.count }
    override func iterate() throws -> Object? { DictIterator(dict, part) }
    override func hash() throws -> Int { part == .values ? identityHash : try unhashable() }
    private func unhashable() throws -> Int { throw Raised.typeError("unhashable type: '\(type.name)'") }

    override func contains(_ value: Value) throws -> Bool? {
        switch part {
        case .keys: return try dict.table.value(value) != nil
        case .values: return nil
        case .items:
            guard let pair = value.as(TupleObject.self)?.elements, pair.count == 2,
                  let found = try dict.table.value(pair[0]) else { return false }
            return try found.isSameKey(as: pair[1])
        }
    }

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard part != .values, let algebra = SetAlgebra(op), try other.iteratorIfIterable() != nil else { return nil }
        if algebra == .intersection { return .object(SetObject(try shared(with: other))) }
        let mine = try SetAlgebra.table(of: .object(self))
        let theirs = try SetAlgebra.table(of: other)
        return .object(SetObject(try reflected ? algebra.apply(theirs, mine) : algebra.apply(mine, theirs)))
    }

    /// The elements of another iterable that the view has, too: entries with values that cannot be hashed do not matter.
    private func shared(with other: Value) throws -> HashSet {
        var result = HashSet()
        try other.forEach { element in
            if try contains(element) == true { try result.insert(element) }
        }
        return result
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard part != .values, let theirs = try SetAlgebra.operand(other) else { return nil }
        return .bool(try SetAlgebra.compare(op, SetAlgebra.table(of: .object(self)), theirs))
    }

    override func repr() throws -> String {
        try ReprGuard.visit(self, recursive: "...") {
            let elements = dict.table.pairs.map { part.value($0) }
            return "\(dict.type.isOrderedDict ? "o" : "")\(type.name)([\(try Sequences.joinedReprs(elements))])"
        }
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(dict) }
}

extension DictView: FromValue { static var expectedType: String { "dict view" } }

/// Walks over a dict that must not grow or shrink meanwhile.
final class DictIterator: Object, @unchecked Sendable {
    private let dict: DictObject
    private let part: DictPart
    private let isReversed: Bool
    private let count: Int
    private var position: Int
    private static let classes: [Class] = [
        .iterator("dict_keyiterator"), .iterator("dict_valueiterator"), .iterator("dict_itemiterator"),
        .iterator("dict_reversekeyiterator"), .iterator("dict_reversevalueiterator"), .iterator("dict_reverseitemiterator"),
    ]

    init(_ dict: DictObject, _ part: DictPart, isReversed: Bool = false) {
        self.dict = dict
        self.part = part
        self.isReversed = isReversed
        count = dict.table.count
        position = isReversed ? dict.table.endPosition : 0
        let index = part == .keys ? 0 : part == .values ? 1 : 2
        super.init(type: Self.classes[index + (isReversed ? 3 : 0)])
    }

    override var isIterator: Bool { true }
    override func iterate() throws -> Object? { self }

    override func next() throws -> Value? {
        if dict.table.count != count { throw Raised.runtimeError("dictionary changed size during iteration") }
        let entry = isReversed ? dict.table.previous(&position) : dict.table.next(&position)
        return entry.map { part.value($0) }
    }

    override func visitReferences(_ visit: (Object) -> Void) { visit(dict) }
}

extension Class {
    /// Whether this is `collections.OrderedDict` or derives from it: its views are called `odict_keys` and so on.
    fileprivate var isOrderedDict: Bool { mro.contains { $0.name == "OrderedDict" && $0.module == "collections" } }
}
