// TupleObject: a `tuple`.

/// A `tuple`.
public final class TupleObject: Object, @unchecked Sendable {
    public private(set) var elements: [Value]
    /// The tuple without elements.
    public static let empty = TupleObject([])

    public init(_ elements: [Value], type: Class = .tuple) {
        self.elements = elements
        super.init(type: type)
    }

    deinit { Graveyard.release(&elements) }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in elements { visit(object) }
    }

    public override func clearReferences() { elements = [] }

    public override func length() throws -> Int? { elements.count }

    public override func item(_ key: Value) throws -> Value {
        if case .int(let index) = key, index >= 0, index < elements.count { return elements[index] }
        if let slice = key.as(SliceObject.self) { return .tuple(try Sequences.slice(elements, slice)) }
        return elements[try Sequences.index(key, count: elements.count, type: "tuple")]
    }

    public override func contains(_ value: Value) throws -> Bool? {
        for element in elements where try element.isSameKey(as: value) { return true }
        return false
    }

    public override func iterate() throws -> Object? {
        var index = 0
        return IteratorObject(Self.iteratorClass) { [elements] in
            guard index < elements.count else { return nil }
            defer { index += 1 }
            return elements[index]
        }
    }

    private static let iteratorClass = Class.iterator("tuple_iterator")

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        switch op {
        case .add where !reflected:
            if let other = other.as(TupleObject.self) { return .tuple(elements + other.elements) }
            return try Sequences.refuseConcatenation(op, "tuple", other)
        case .multiply:
            return try Sequences.repeated(elements, other, reflected: reflected).map { .tuple($0) }
        default: return nil
        }
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(TupleObject.self) else { return nil }
        return try Sequences.compare(op, elements, other.elements)
    }

    public override func hash() throws -> Int {
        Hashing.combine(try elements.map { try $0.hash() })
    }

    public override func repr() throws -> String {
        try ReprGuard.visit(self, recursive: "(...)") {
            "(" + (try Sequences.joinedReprs(elements)) + (elements.count == 1 ? ",)" : ")")
        }
    }
}
