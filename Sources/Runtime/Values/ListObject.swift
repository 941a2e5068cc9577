// ListObject: a `list`.

/// A `list`.
public final class ListObject: Object, @unchecked Sendable {
    public var elements: [Value]

    public init(_ elements: [Value], type: Class = .list) {
        self.elements = elements
        super.init(type: type)
    }

    deinit { Graveyard.release(&elements) }

    public override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in elements { visit(object) }
    }

    public override func clearReferences() { elements = [] }

    // MARK: Container

    public override func length() throws -> Int? { elements.count }

    public override func item(_ key: Value) throws -> Value {
        if case .int(let index) = key, index >= 0, index < elements.count { return elements[index] }
        if let slice = key.as(SliceObject.self) { return .list(try Sequences.slice(elements, slice)) }
        let index = try Sequences.index(key, count: elements.count, type: "list")
        return elements[index]
    }

    public override func setItem(_ key: Value, _ value: Value) throws {
        if let slice = key.as(SliceObject.self) { return try assign(slice, value) }
        let index = try Sequences.index(key, count: elements.count, type: "list", activity: "assignment ")
        elements[index] = value
    }

    public override func deleteItem(_ key: Value) throws {
        guard let slice = key.as(SliceObject.self) else {
            let index = try Sequences.index(key, count: elements.count, type: "list", activity: "assignment ")
            elements.remove(at: index)
            return
        }
        let (start, step, count) = try slice.indices(length: elements.count)
        if step == 1 {
            elements.removeSubrange(start..<start + count)
        } else {
            let removed = Set((0..<count).map { start + $0 * step })
            elements = elements.indices.filter { !removed.contains($0) }.map { elements[$0] }
        }
    }

    /// `self[slice] = value`
    private func assign(_ slice: SliceObject, _ value: Value) throws {
        guard try value.iteratorIfIterable() != nil else {
            throw Raised.typeError(slice.step.isNone ? "can only assign an iterable" : "must assign iterable to extended slice")
        }
        let values = try value.elements()
        let (start, step, count) = try slice.indices(length: elements.count)
        if step == 1 {
            elements.replaceSubrange(start..<start + count, with: values)
            return
        }
        guard values.count == count else {
            throw Raised.valueError("attempt to assign sequence of size \(values.count) to extended slice of size \(count)")
        }
        for (offset, value) in values.enumerated() { elements[start + offset * step] = value }
    }

    public override func contains(_ value: Value) throws -> Bool? {
        // By index: the comparison may run user code that changes the list.
        var index = 0
        while index < elements.count {
            if try elements[index].isSameKey(as: value) { return true }
            index += 1
        }
        return false
    }

    public override func iterate() throws -> Object? { ListIterator(self) }

    // MARK: Operators

    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        switch op {
        case .add where !reflected:
            if let other = other.as(ListObject.self) { return .list(elements + other.elements) }
            return try Sequences.refuseConcatenation(op, "list", other)
        case .multiply:
            return try Sequences.repeated(elements, other, reflected: reflected).map { .list($0) }
        default: return nil
        }
    }

    public override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        switch op {
        case .add:
            try extend(other)
            return .object(self)
        case .multiply:
            guard let repeated = try Sequences.repeated(elements, other, reflected: false) else { return nil }
            elements = repeated
            return .object(self)
        default: return nil
        }
    }

    /// Appends the elements of an iterable.
    public func extend(_ other: Value) throws {
        if let values = other.sequenceElements, !other.type.userDunders.contains(.iter) {
            elements.append(contentsOf: values)
        } else {
            try other.forEach { elements.append($0) }
        }
    }

    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(ListObject.self) else { return nil }
        return try Sequences.compare(op, elements, other.elements)
    }

    public override func hash() throws -> Int { throw Raised.typeError("unhashable type: '\(type.name)'") }

    public override func repr() throws -> String {
        try ReprGuard.visit(self, recursive: "[...]") { "[" + (try Sequences.joinedReprs(elements)) + "]" }
    }
}

/// Walks over a list that may change meanwhile.
final class ListIterator: Object, @unchecked Sendable {
    private var list: ListObject?
    private var index = 0
    private static let cls = Class.iterator("list_iterator").holding(.listIterator)

    init(_ list: ListObject) {
        self.list = list
        super.init(type: Self.cls)
    }

    override var isIterator: Bool { true }
    override func iterate() throws -> Object? { self }

    override func next() throws -> Value? { nextElement() }

    /// The next element; nil at the end.
    @inline(__always)
    func nextElement() -> Value? {
        guard let list else { return nil }
        guard index < list.elements.count else {
            self.list = nil
            return nil
        }
        defer { index += 1 }
        return list.elements[index]
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        if let list { visit(list) }
    }
}
