// Methods of list and tuple, and their constructors.

enum ListMethods {
    static var rows: [Row] { changing + searching }

    private static var changing: [Row] {
        [
            def(quick: "append(self, object, /)", "Adds an element at the end.", example: "xs = [1]; xs.append(2)") { (me: ListObject, value: Value) in
                me.elements.append(value)
                return Value.none
            },
            def("extend(self, iterable, /)", "Adds the elements of an iterable at the end.") { (me: ListObject, other: Value) in try me.extend(other) },
            def("insert(self, index, object, /)", "Puts an element before a position.") { (me: ListObject, index: Int, value: Value) in
                let count = me.elements.count
                me.elements.insert(value, at: min(max(index < 0 ? index + count : index, 0), count))
            },
            def(quick: "pop(self, index=-1, /)", "Removes and returns the element at a position.", example: "[1, 2, 3].pop(0)") { (me: ListObject, index: Int) in
                let count = me.elements.count
                if count == 0 { throw Raised.indexError("pop from empty list") }
                let position = index < 0 ? index + count : index
                guard position >= 0, position < count else { throw Raised.indexError("pop index out of range") }
                return me.elements.remove(at: position)
            },
            def("remove(self, value, /)", "Removes the first equal element.") { (me: ListObject, value: Value) in
                guard let index = try firstIndex(of: value, in: me.elements, 0..<me.elements.count) else {
                    throw Raised.valueError("list.remove(x): x not in list")
                }
                // The comparison may have run code that changed the list.
                if index < me.elements.count { me.elements.remove(at: index) }
            },
            def("clear(self, /)", "Removes all elements.") { (me: ListObject) in me.elements = [] },
            def("reverse(self, /)", "Turns the list around in place.") { (me: ListObject) in me.elements.reverse() },
            def("sort(self, /, *, key=None, reverse=False)", "Sorts the list in place; equal elements keep their order.", example: "xs = [3, 1]; xs.sort(reverse=True)") {
                (me: ListObject, key: Value, order: SortOrder) in
                let elements = me.elements
                me.elements = []
                defer { if me.elements.isEmpty { me.elements = elements } }
                me.elements = try Sorting.sorted(elements, key: key, isReversed: order.isReversed)
            },
            def("__init__(self, iterable=(), /)", "Fills the list anew.") { (me: ListObject, source: Value) in me.elements = try source.elements() },
        ]
    }

    private static var searching: [Row] {
        [
            def("copy(self, /)", "A list of the same elements.") { (me: ListObject) in Value.list(me.elements) },
            def("count(self, value, /)", "How many elements are equal to a value.") { (me: ListObject, value: Value) in
                try me.elements.count { try $0.isSameKey(as: value) }
            },
            def("index(self, value, start=0, stop=9223372036854775807, /)", "The position of the first equal element.", example: "['a', 'b'].index('b')") {
                (me: ListObject, value: Value, start: Int, stop: Int) in
                guard let index = try firstIndex(of: value, in: me.elements, bounds(start, stop, me.elements.count)) else {
                    throw Raised.valueError("\(try value.repr()) is not in list")
                }
                return index
            },
            def("__reversed__(self, /)", "The elements from last to first.") { (me: ListObject) in reversedIterator(me) },
        ]
    }

    /// Methods of tuple.
    static var tupleRows: [Row] {
        [
            def("count(self, value, /)", "How many elements are equal to a value.") { (me: TupleObject, value: Value) in
                try me.elements.count { try $0.isSameKey(as: value) }
            },
            def("index(self, value, start=0, stop=9223372036854775807, /)", "The position of the first equal element.") {
                (me: TupleObject, value: Value, start: Int, stop: Int) in
                guard let index = try firstIndex(of: value, in: me.elements, bounds(start, stop, me.elements.count)) else {
                    throw Raised.valueError("tuple.index(x): x not in tuple")
                }
                return index
            },
        ]
    }

    private static func bounds(_ start: Int, _ stop: Int, _ count: Int) -> Range<Int> {
        let low = min(max(start < 0 ? start &+ count : start, 0), count)
        let high = min(max(stop < 0 ? stop &+ count : stop, 0), count)
        return low..<max(low, high)
    }

    private static func firstIndex(of value: Value, in elements: [Value], _ range: Range<Int>) throws -> Int? {
        for index in range where try elements[index].isSameKey(as: value) { return index }
        return nil
    }

    /// Walks a list backwards; the list may change meanwhile.
    static func reversedIterator(_ list: ListObject) -> Value {
        var index = list.elements.count - 1
        return .object(IteratorObject(reverseClass) {
            guard index >= 0, index < list.elements.count else { return nil }
            defer { index -= 1 }
            return list.elements[index]
        })
    }

    private static let reverseClass = Class.iterator("list_reverseiterator")

    /// `list(iterable)`
    static let construct: Class.Constructor = { cls, arguments in
        if cls.userDunders.contains(.`init`) { return .object(ListObject([], type: cls)) }
        try arguments.rejectKeywords("list")
        return .object(ListObject(try single(arguments, "list")?.elements() ?? [], type: cls))
    }

    /// `tuple(iterable)`
    static let constructTuple: Class.Constructor = { cls, arguments in
        if cls === Class.tuple { try arguments.rejectKeywords("tuple") }
        guard let source = try single(arguments, "tuple") else { return .object(TupleObject([], type: cls)) }
        if cls === Class.tuple, case .object(let object) = source, object is TupleObject, object.type === Class.tuple { return source }
        return .object(TupleObject(try source.elements(), type: cls))
    }

    /// The only argument of a constructor; nil where there is none.
    static func single(_ arguments: Arguments, _ name: String) throws -> Value? {
        guard arguments.count <= 1 else { throw Raised.typeError("\(name) expected at most 1 argument, got \(arguments.count)") }
        return arguments.count == 0 ? nil : arguments[0]
    }
}
