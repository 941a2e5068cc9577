// Methods of set and frozenset, and their constructors.

enum SetMethods {
    /// Methods of both kinds.
    static var commonRows: [Row] {
        [
            combining("union", "The elements of this set and of others.", .union),
            combining("intersection", "The elements that others have too.", .intersection),
            combining("difference", "The elements that others do not have.", .difference),
            def("symmetric_difference(self, other, /)", "The elements that exactly one has.") { (me: SetObject, other: Value) in
                me.sibling(try SetAlgebra.symmetricDifference.apply(me.table, iterable: other))
            },
            def("issubset(self, other, /)", "Whether all elements are in the other.") { (me: SetObject, other: Value) in
                try SetAlgebra.isSubset(me.table, SetAlgebra.table(of: other))
            },
            def("issuperset(self, other, /)", "Whether all elements of the other are here.") { (me: SetObject, other: Value) in
                try SetAlgebra.isSubset(SetAlgebra.table(of: other), me.table)
            },
            def("isdisjoint(self, other, /)", "Whether no element is shared.") { (me: SetObject, other: Value) in
                try SetAlgebra.intersection.apply(me.table, SetAlgebra.table(of: other)).count == 0
            },
            def("copy(self, /)", "A set of the same elements.") { (me: SetObject) in me.sibling(me.table.copied()) },
        ]
    }

    /// Methods that change a set.
    static var rows: [Row] {
        commonRows + [
            def(quick: "add(self, element, /)", "Adds an element.") { (me: SetObject, value: Value) in
                try me.insert(value)
                return Value.none
            },
            def("discard(self, element, /)", "Removes an element if it is there.") { (me: SetObject, value: Value) throws -> Void in _ = try me.remove(SetObject.key(value)) },
            def("remove(self, element, /)", "Removes an element; KeyError if it is not there.") { (me: SetObject, value: Value) in
                guard try me.remove(SetObject.key(value)) else { throw Raised.keyError(value) }
            },
            def("pop(self, /)", "Removes and returns an element.") { (me: SetObject) in
                guard let value = me.table.popNext() else { throw Raised.keyError("pop from an empty set") }
                return value
            },
            def("clear(self, /)", "Removes all elements.") { (me: SetObject) in me.table = HashSet() },
            updating("update", "Adds the elements of others.", .union),
            updating("intersection_update", "Keeps the elements that others have too.", .intersection),
            updating("difference_update", "Removes the elements of others.", .difference),
            updating("symmetric_difference_update", "Keeps the elements that exactly one has.", .symmetricDifference),
            def("__init__(self, iterable=(), /)", "Fills the set anew.") { (me: SetObject, source: Value) in me.table = try SetAlgebra.newTable(of: source) },
        ]
    }

    private static func combining(_ name: String, _ doc: String, _ algebra: SetAlgebra) -> Row {
        def("\(name)(self, *others)", doc) { (me: SetObject, others: TupleObject) in
            guard !others.elements.isEmpty else { return me.sibling(me.table.copied()) }
            var result = try algebra.apply(me.table, iterable: others.elements[0])
            for other in others.elements.dropFirst() { try algebra.update(&result, with: other) }
            return me.sibling(result)
        }
    }

    private static func updating(_ name: String, _ doc: String, _ algebra: SetAlgebra) -> Row {
        def("\(name)(self, *others)", doc) { (me: SetObject, others: TupleObject) in
            for other in others.elements { try me.update(algebra, with: other) }
        }
    }

    /// `set(iterable)` and `frozenset(iterable)`
    static let construct: Class.Constructor = { cls, arguments in
        let name = cls.host.name
        if cls.userDunders.contains(.`init`), !cls.isSubclass(of: .frozenset) { return .object(SetObject(type: cls)) }
        try arguments.rejectKeywords(name)
        guard let source = try ListMethods.single(arguments, name) else { return .object(SetObject(type: cls)) }
        return .object(SetObject(try SetAlgebra.newTable(of: source), type: cls))
    }
}
