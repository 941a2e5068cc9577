// The module `itertools`.
import Runtime

enum ItertoolsModule {
    static let module: @Sendable () -> Module = {
        Module("itertools", doc: "Building blocks for iteration.", rows: endless + filtering + combining + Combinatorics.rows,
               constants: [("chain", .object(chainClass))])
    }

    /// An iterator class of this module.
    static func iteratorClass(_ name: String) -> Class {
        Class(native: name, module: "itertools", hooks: [.iter, .next], extensible: false)
    }

    private static let countClass = iteratorClass("count")
    private static let cycleClass = iteratorClass("cycle")
    private static let repeatClass = iteratorClass("repeat")

    private static var endless: [Row] {
        [
            def("count(start=0, step=1)", "Numbers without end.", example: "next(itertools.count(10))") { (start: Value, step: Value) in
                guard try start.number() != nil, try step.number() != nil else { throw Raised.typeError("a number is required") }
                var value = start
                func text() throws -> String {
                    let isUnit = step.bigInteger == 1
                    return "count(\(try value.repr())\(isUnit ? "" : ", " + (try step.repr())))"
                }
                return Value.object(IteratorObject(countClass, text: text) {
                    defer { value = (try? Value.binary(.add, value, step)) ?? value }
                    return value
                })
            },
            def("cycle(iterable, /)", "The elements over and over.") { (source: Value) in
                let iterator = try source.iterator()
                var saved: [Value] = []
                var isExhausted = false
                var index = 0
                return Value.object(IteratorObject(cycleClass) {
                    if !isExhausted {
                        if let value = try iterator.advance() {
                            saved.append(value)
                            return value
                        }
                        isExhausted = true
                    }
                    if saved.isEmpty { return nil }
                    defer { index = (index + 1) % saved.count }
                    return saved[index]
                })
            },
            def("repeat(object, times=None)", "One value again and again.", example: "list(itertools.repeat(1, 3))") { (value: Value, times: Int?) in
                var remaining = max(times ?? .max, 0)
                func text() throws -> String { "repeat(\(try value.repr())\(times == nil ? "" : ", \(remaining)"))" }
                return Value.object(IteratorObject(repeatClass, text: text) {
                    guard remaining > 0 else { return nil }
                    if times != nil { remaining -= 1 }
                    return value
                })
            },
        ]
    }

    private static let accumulateClass = iteratorClass("accumulate")
    private static let isliceClass = iteratorClass("islice")
    private static let takewhileClass = iteratorClass("takewhile")
    private static let dropwhileClass = iteratorClass("dropwhile")
    private static let filterfalseClass = iteratorClass("filterfalse")
    private static let compressClass = iteratorClass("compress")
    private static let starmapClass = iteratorClass("starmap")

    private static var filtering: [Row] {
        [
            def("accumulate(iterable, func=None, *, initial=None)", "Running totals.", example: "list(itertools.accumulate([1, 2, 3]))") {
                (source: Value, function: Value, initial: Value) in
                let iterator = try source.iterator()
                var total: Value?
                var isFirst = !initial.isNone
                return Value.object(IteratorObject(accumulateClass) {
                    if isFirst {
                        isFirst = false
                        total = initial
                        return initial
                    }
                    guard let value = try iterator.advance() else { return nil }
                    guard let before = total else {
                        total = value
                        return value
                    }
                    let next = function.isNone ? try Value.binary(.add, before, value) : try function.call([before, value])
                    total = next
                    return next
                })
            },
            def(raw: "islice(iterable, start, stop=None, step=None, /)", "A slice of an iterable.", example: "list(itertools.islice('abcdef', 1, 4))") { try islice($0) },
            def("takewhile(predicate, iterable, /)", "Elements as long as a test holds.") { (test: Value, source: Value) in
                let iterator = try source.iterator()
                return Value.object(IteratorObject(takewhileClass) {
                    guard let value = try iterator.advance(), try test.call(value).truth() else { return nil }
                    return value
                })
            },
            def("dropwhile(predicate, iterable, /)", "Elements from the first that fails a test.") { (test: Value, source: Value) in
                let iterator = try source.iterator()
                var isDropping = true
                return Value.object(IteratorObject(dropwhileClass) {
                    while let value = try iterator.advance() {
                        if isDropping, try test.call(value).truth() { continue }
                        isDropping = false
                        return value
                    }
                    return nil
                })
            },
            def("filterfalse(predicate, iterable, /)", "Elements for which a test fails.") { (test: Value, source: Value) in
                let iterator = try source.iterator()
                return Value.object(IteratorObject(filterfalseClass) {
                    while let value = try iterator.advance() {
                        if try !(test.isNone ? value : test.call(value)).truth() { return value }
                    }
                    return nil
                })
            },
            def("compress(data, selectors)", "Elements whose selector is true.") { (data: Value, selectors: Value) in
                let (values, flags) = (try data.iterator(), try selectors.iterator())
                return Value.object(IteratorObject(compressClass) {
                    while let value = try values.advance(), let flag = try flags.advance() { if try flag.truth() { return value } }
                    return nil
                })
            },
            def("starmap(function, iterable, /)", "Results of a function called with tuples of arguments.") { (function: Value, source: Value) in
                let iterator = try source.iterator()
                return Value.object(IteratorObject(starmapClass) {
                    guard let arguments = try iterator.advance() else { return nil }
                    return try function.call(arguments.elements())
                })
            },
        ]
    }

    private static func islice(_ arguments: Arguments) throws -> Value {
        guard arguments.count >= 2, arguments.count <= 4 else { throw Raised.typeError("islice expected at least 2 arguments, got \(arguments.count)") }
        func bound(_ index: Int, _ name: String) throws -> Int? {
            guard index < arguments.count, !arguments[index].isNone else { return nil }
            guard let value = try arguments[index].index(), value >= 0 else {
                let text = name == "Step" ? "Step for islice() must be a positive integer or None."
                    : arguments.count == 2 ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                    : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
                throw Raised.valueError(text)
            }
            return value
        }
        let hasStart = arguments.count > 2
        var next = try hasStart ? bound(1, "Start") ?? 0 : 0
        let stop = try bound(hasStart ? 2 : 1, "Stop") ?? .max
        let step = try bound(3, "Step") ?? 1
        if step == 0 { throw Raised.valueError("Step for islice() must be a positive integer or None.") }
        let iterator = try arguments[0].iterator()
        var position = 0
        return .object(IteratorObject(isliceClass) {
            guard next < stop else {
                return nil
            }
            while let value = try iterator.advance() {
                position += 1
                if position > next {
                    next += step
                    return value
                }
            }
            return nil
        })
    }

    private static let zipLongestClass = iteratorClass("zip_longest")
    private static let pairwiseClass = iteratorClass("pairwise")
    private static let groupbyClass = iteratorClass("groupby")
    private static let grouperClass = iteratorClass("_grouper")
    private static let batchedClass = iteratorClass("batched")
    private static let teeClass = iteratorClass("_tee")

    private static var combining: [Row] {
        [
            def("zip_longest(*iterables, fillvalue=None)", "Tuples until the longest iterable ends.", example: "list(itertools.zip_longest('ab', 'c'))") {
                (sources: TupleObject, fill: Value) in
                let iterators = try sources.elements.map { try $0.iterator() }
                return Value.object(IteratorObject(zipLongestClass) {
                    let values = try iterators.map { try $0.advance() }
                    return values.contains { $0 != nil } ? .tuple(values.map { $0 ?? fill }) : nil
                })
            },
            def("pairwise(iterable, /)", "Overlapping pairs.", example: "list(itertools.pairwise('abc'))") { (source: Value) in
                let iterator = try source.iterator()
                var before: Value?
                return Value.object(IteratorObject(pairwiseClass) {
                    if before == nil { before = try iterator.advance() }
                    guard let first = before, let second = try iterator.advance() else { return nil }
                    before = second
                    return .tuple([first, second])
                })
            },
            def("batched(iterable, n)", "Tuples of n elements.", example: "list(itertools.batched('abcde', 2))") { (source: Value, size: Int) in
                if size < 1 { throw Raised.valueError("n must be at least one") }
                let iterator = try source.iterator()
                return Value.object(IteratorObject(batchedClass) {
                    var batch: [Value] = []
                    while batch.count < size, let value = try iterator.advance() { batch.append(value) }
                    return batch.isEmpty ? nil : .tuple(batch)
                })
            },
            def("groupby(iterable, key=None)", "Runs of elements with equal keys.", example: "[(k, list(g)) for k, g in itertools.groupby('aabb')]") {
                (source: Value, key: Value) in
                groups(try source.iterator(), key)
            },
            def("tee(iterable, n=2, /)", "Independent iterators over one iterable.") { (source: Value, count: Int) in
                if count < 0 { throw Raised.valueError("n must be >= 0") }
                let iterator = try source.iterator()
                let shared = ListObject([])
                return Value.tuple((0..<max(count, 0)).map { _ in
                    var index = 0
                    return .object(IteratorObject(teeClass) {
                        if index == shared.elements.count {
                            guard let value = try iterator.advance() else { return nil }
                            shared.elements.append(value)
                        }
                        defer { index += 1 }
                        return shared.elements[index]
                    })
                })
            },
        ]
    }

    /// `groupby`: the groups read from the same iterator and end when the next group is asked for.
    private static func groups(_ iterator: Object, _ key: Value) -> Value {
        var current: (value: Value, key: Value)?
        var groupKey: Value = .unset
        var serial = 0
        func step() throws {
            guard let value = try iterator.advance() else {
                current = nil
                return
            }
            current = (value, key.isNone ? value : try key.call(value))
        }
        return .object(IteratorObject(groupbyClass) {
            if groupKey.isUnset {
                try step()
            } else {
                while let entry = current, try entry.key.isSameKey(as: groupKey) { try step() }
            }
            guard let entry = current else { return nil }
            groupKey = entry.key
            serial += 1
            let mine = serial
            return .tuple([entry.key, .object(IteratorObject(grouperClass) {
                guard mine == serial, let entry = current, try entry.key.isSameKey(as: groupKey) else { return nil }
                try step()
                return entry.value
            })])
        })
    }

    // MARK: chain

    private static let chainClass = Class(native: "chain", module: "itertools", hooks: [.iter, .next], extensible: false, rows: {
        [def("from_iterable(cls, iterable, /)", "Chains the iterables an iterable gives.") { (cls: Value, sources: Value) in
            chained(try sources.iterator())
        }.asClassMethod]
    }, constructor: { _, arguments in
        chained(try Value.tuple(Array(arguments.positional)).iterator())
    })

    private static func chained(_ sources: Object) -> Value {
        var current: Object?
        return .object(IteratorObject(chainClass) {
            while true {
                if let value = try current?.advance() { return value }
                guard let source = try sources.advance() else { return nil }
                current = try source.iterator()
            }
        })
    }
}
