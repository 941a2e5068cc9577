// Builtin functions that take iterables together: sum, min, max, any, all, sorted, len.

enum ReductionFunctions {
    static var rows: [Row] {
        [
            def(quick: "len(obj, /)", "The number of elements.", example: "len('abc')") { (value: Value) in try value.length() },
            def("sum(iterable, /, start=0)", "The sum of the elements.", example: "sum([1, 2, 3])") { (source: Value, start: Value) in try sum(source, start) },
            def("any(iterable, /)", "Whether any element is true.", example: "any([0, 1])") { (source: Value) in
                let iterator = try source.iterator()
                while let element = try iterator.advance() { if try element.truth() { return true } }
                return false
            },
            def("all(iterable, /)", "Whether all elements are true.", example: "all([1, 1])") { (source: Value) in
                let iterator = try source.iterator()
                while let element = try iterator.advance() { if try !element.truth() { return false } }
                return true
            },
            def("sorted(iterable, /, *, key=None, reverse=False)", "A sorted list of the elements.", example: "sorted([3, 1, 2], reverse=True)") {
                (source: Value, key: Value, order: SortOrder) in
                Value.list(try Sorting.sorted(source.elements(), key: key, isReversed: order.isReversed))
            },
            def(raw: "min(*args, key=None, default=None)", "The smallest element or argument.", example: "min(3, 1, 2)") { try extreme($0, "min", .less) },
            def(raw: "max(*args, key=None, default=None)", "The largest element or argument.", example: "max([3, 1, 2], key=lambda x: -x)") { try extreme($0, "max", .greater) },
        ]
    }

    private static func sum(_ source: Value, _ start: Value) throws -> Value {
        if start.text != nil { throw Raised.typeError("sum() can't sum strings [use ''.join(seq) instead]") }
        if start.as(BytesObject.self) != nil { throw Raised.typeError("sum() can't sum bytes [use b''.join(seq) instead]") }
        var total = start
        let iterator = try source.iterator()
        while let element = try iterator.advance() {
            switch (total, element) {
            case (.int(let a), .int(let b)):
                let (result, overflow) = a.addingReportingOverflow(b)
                total = overflow ? try Value.binary(.add, total, element) : .int(result)
            case (.float(let a), .float(let b)): total = .float(a + b)
            default: total = try Value.binary(.add, total, element)
            }
        }
        return total
    }

    private static func extreme(_ arguments: Arguments, _ name: String, _ order: Comparison) throws -> Value {
        for keyword in arguments.keywords where keyword != "key" && keyword != "default" {
            throw Raised.typeError("'\(keyword.text)' is an invalid keyword argument for \(name)()")
        }
        guard arguments.count > 0 else { throw Raised.typeError("\(name) expected at least 1 argument, got 0") }
        let key = arguments.keyword("key") ?? .none
        let other = arguments.keyword("default")
        if other != nil, arguments.count > 1 {
            throw Raised.typeError("Cannot specify a default for \(name)() with multiple positional arguments")
        }
        let elements = arguments.count == 1 ? try arguments[0].elements() : Array(arguments.positional)
        guard var best = elements.first else {
            if let other { return other }
            throw Raised.valueError("\(name)() arg is an empty sequence")
        }
        var bestKey = key.isNone ? best : try key.call(best)
        for element in elements.dropFirst() {
            let elementKey = key.isNone ? element : try key.call(element)
            if try elementKey.compare(order, bestKey).truth() { (best, bestKey) = (element, elementKey) }
        }
        return best
    }
}
