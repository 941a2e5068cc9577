// DequeObject: `collections.deque`.
import Runtime

/// A double-ended queue: a ring over an array.
final class DequeObject: Object, @unchecked Sendable {
    private var ring: [Value]
    private var head = 0
    /// Number of elements.
    private(set) var count = 0
    /// Elements beyond this many fall out at the other end; nil: no limit.
    let limit: Int?
    private var version = 0

    static let cls = Class(
        native: "deque", module: "collections", hooks: [.len, .getitem, .setitem, .delitem, .contains, .iter, .add, .iadd, .mul, .eq],
        rows: { rows }, constructor: { cls, arguments in
            let limit = arguments.count > 1 ? arguments[1] : arguments.keyword("maxlen") ?? .none
            if !limit.isNone, (try limit.index() ?? -1) < 0 { throw Raised.valueError("maxlen must be non-negative") }
            let deque = DequeObject(limit: try limit.isNone ? nil : limit.index(), type: cls)
            let source = arguments.count > 0 ? arguments[0] : arguments.keyword("iterable") ?? .unset
            if !source.isUnset { try source.forEach { deque.append($0) } }
            return .object(deque)
        })

    init(limit: Int?, type: Class = DequeObject.cls) {
        ring = []
        self.limit = limit
        super.init(type: type)
    }

    /// The elements in order.
    var elements: [Value] { (0..<count).map { ring[(head + $0) % ring.count] } }

    private func grow() {
        guard count == ring.count else { return }
        let ordered = elements
        ring = ordered + Array(repeating: .none, count: max(8, ordered.count))
        head = 0
    }

    /// Puts an element at the end; a full deque drops its first.
    func append(_ value: Value) {
        if limit == 0 { return }
        if count == limit { _ = popFirst() }
        grow()
        ring[(head + count) % ring.count] = value
        count += 1
        version += 1
    }

    /// Puts an element at the front; a full deque drops its last.
    func appendLeft(_ value: Value) {
        if limit == 0 { return }
        if count == limit { _ = popLast() }
        grow()
        head = (head + ring.count - 1) % ring.count
        ring[head] = value
        count += 1
        version += 1
    }

    /// Takes the first element; nil where there is none.
    func popFirst() -> Value? {
        guard count > 0 else { return nil }
        let value = ring[head]
        ring[head] = .none
        head = (head + 1) % ring.count
        count -= 1
        version += 1
        return value
    }

    /// Takes the last element; nil where there is none.
    func popLast() -> Value? {
        guard count > 0 else { return nil }
        let place = (head + count - 1) % ring.count
        let value = ring[place]
        ring[place] = .none
        count -= 1
        version += 1
        return value
    }

    /// Replaces all elements.
    func assign(_ elements: [Value]) {
        ring = elements
        head = 0
        count = elements.count
        version += 1
    }

    // MARK: Hooks

    override func length() throws -> Int? { count }

    private func place(_ key: Value) throws -> Int {
        guard let index = try key.index() else { throw Raised.typeError("sequence index must be integer, not '\(key.type.name)'") }
        let position = index < 0 ? index + count : index
        guard position >= 0, position < count else { throw Raised.indexError("deque index out of range") }
        return (head + position) % ring.count
    }

    override func item(_ key: Value) throws -> Value { ring[try place(key)] }
    override func setItem(_ key: Value, _ value: Value) throws { ring[try place(key)] = value }

    override func deleteItem(_ key: Value) throws {
        let position = (try place(key) - head + ring.count) % ring.count
        var rest = elements
        rest.remove(at: position)
        assign(rest)
    }

    override func iterate() throws -> Object? {
        var index = 0
        let started = version
        return IteratorObject(Self.iteratorClass) { [self] in
            if version != started { throw Raised.runtimeError("deque mutated during iteration") }
            guard index < count else { return nil }
            defer { index += 1 }
            return ring[(head + index) % ring.count]
        }
    }

    private static let iteratorClass = Class.iterator("_deque_iterator")

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        if op == .add, !reflected {
            guard let other = other.as(DequeObject.self) else {
                throw Raised.typeError("can only concatenate deque (not \"\(other.type.name)\") to deque")
            }
            return .object(sibling(elements + other.elements))
        }
        guard op == .multiply, let repeated = try Value.list(elements).object?.binary(.multiply, other, reflected: reflected) else { return nil }
        return .object(sibling(try repeated.elements()))
    }

    override func inPlace(_ op: BinaryOperator, _ other: Value) throws -> Value? {
        guard op == .add else { return nil }
        try other.elements().forEach { append($0) }
        return .object(self)
    }

    private func sibling(_ elements: [Value]) -> DequeObject {
        let result = DequeObject(limit: limit)
        for element in elements { result.append(element) }
        return result
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(DequeObject.self) else { return nil }
        return try Value.list(elements).compare(op, .list(other.elements))
    }

    override func hash() throws -> Int { throw Raised.typeError("unhashable type: 'collections.deque'") }

    override func repr() throws -> String {
        let text = try Value.list(elements).repr()
        return limit.map { "\(type.name)(\(text), maxlen=\($0))" } ?? "\(type.name)(\(text))"
    }

    override func visitReferences(_ visit: (Object) -> Void) {
        for case .object(let object) in ring { visit(object) }
    }

    override func clearReferences() { assign([]) }

    // MARK: Methods

    private static var rows: [Row] {
        [
            def(quick: "append(self, x, /)", "Adds an element at the right.") { (me: DequeObject, value: Value) in
                me.append(value)
                return Value.none
            },
            def("appendleft(self, x, /)", "Adds an element at the left.") { (me: DequeObject, value: Value) in me.appendLeft(value) },
            def("pop(self, /)", "Removes and returns the rightmost element.") { (me: DequeObject) in
                guard let value = me.popLast() else { throw Raised.indexError("pop from an empty deque") }
                return value
            },
            def(quick: "popleft(self, /)", "Removes and returns the leftmost element.") { (me: DequeObject) in
                guard let value = me.popFirst() else { throw Raised.indexError("pop from an empty deque") }
                return value
            },
            def("extend(self, iterable, /)", "Adds elements at the right.") { (me: DequeObject, source: Value) in try source.elements().forEach { me.append($0) } },
            def("extendleft(self, iterable, /)", "Adds elements at the left, one by one.") { (me: DequeObject, source: Value) in
                try source.elements().forEach { me.appendLeft($0) }
            },
            def("rotate(self, n=1, /)", "Turns the queue n steps to the right.", example: "d = collections.deque([1, 2, 3]); d.rotate(1)") { (me: DequeObject, steps: Int) in
                guard me.count > 1 else { return }
                let turn = ((steps % me.count) + me.count) % me.count
                let elements = me.elements
                me.assign(Array(elements.suffix(turn) + elements.dropLast(turn)))
            },
            def("clear(self, /)", "Removes all elements.") { (me: DequeObject) in me.assign([]) },
            def("reverse(self, /)", "Turns the queue around.") { (me: DequeObject) in me.assign(me.elements.reversed()) },
            def("copy(self, /)", "A queue of the same elements.") { (me: DequeObject) in Value.object(me.sibling(me.elements)) },
            def("count(self, x, /)", "How many elements are equal to a value.") { (me: DequeObject, value: Value) in try Value.list(me.elements).callMethod("count", [value]) },
            def("index(self, x, /)", "The position of the first equal element.") { (me: DequeObject, value: Value) in
                for (index, element) in me.elements.enumerated() where try element.isSameKey(as: value) { return index }
                throw Raised.valueError("\(try value.repr()) is not in deque")
            },
            def("insert(self, i, x, /)", "Puts an element before a position.") { (me: DequeObject, index: Int, value: Value) in
                if me.count == me.limit { throw Raised.indexError("deque already at its maximum size") }
                let list = ListObject(me.elements)
                _ = try Value.object(list).callMethod("insert", [.int(index), value])
                me.assign(list.elements)
            },
            def("remove(self, value, /)", "Removes the first equal element.") { (me: DequeObject, value: Value) in
                var elements = me.elements
                guard let index = try elements.firstIndex(where: { try $0.isSameKey(as: value) }) else {
                    throw Raised.valueError("\(try value.repr()) is not in deque")
                }
                elements.remove(at: index)
                me.assign(elements)
            },
            def("__reversed__(self, /)", "The elements from right to left.") { (me: DequeObject) in
                Value.object(try Value.list(me.elements.reversed()).iterator())
            },
            property("maxlen", "The limit, or None.") { (me: DequeObject) in me.limit },
        ]
    }
}

extension DequeObject: FromValue { static var expectedType: String { "deque" } }
