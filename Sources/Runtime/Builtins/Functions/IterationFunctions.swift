// Builtin functions that make iterators: iter, next, enumerate, zip, map, filter, reversed.

enum IterationFunctions {
    static let enumerateClass = Class(native: "enumerate", hooks: [.iter, .next], extensible: false, constructor: makeEnumerate)
    static let zipClass = Class(native: "zip", hooks: [.iter, .next], extensible: false, constructor: makeZip)
    static let mapClass = Class(native: "map", hooks: [.iter, .next], extensible: false, constructor: makeMap)
    static let filterClass = Class(native: "filter", hooks: [.iter, .next], extensible: false, constructor: makeFilter)
    static let reversedClass = Class(native: "reversed", hooks: [.iter, .next], extensible: false, constructor: makeReversed)
    private static let callableIterator = Class.iterator("callable_iterator")

    static var rows: [Row] {
        [
            def(raw: "iter(object, sentinel=None, /)", "An iterator over an object, or over the results of a function up to a sentinel.", example: "next(iter([1, 2]))") { arguments in
                try arguments.rejectKeywords("iter")
                guard arguments.count > 0 else { throw Raised.typeError("iter expected at least 1 argument, got 0") }
                guard arguments.count <= 2 else { throw Raised.typeError("iter expected at most 2 arguments, got \(arguments.count)") }
                if arguments.count == 1 { return .object(try arguments[0].iterator()) }
                let (function, sentinel) = (arguments[0], arguments[1])
                guard function.isCallable else { throw Raised.typeError("iter(v, w): v must be callable") }
                return .object(IteratorObject(callableIterator) {
                    let value = try function.call()
                    return try value.isSameKey(as: sentinel) ? nil : value
                })
            },
            def(raw: "next(iterator, default=None, /)", "The next element; at the end the default, or StopIteration.", example: "next(iter([]), 0)") { arguments in
                try arguments.rejectKeywords("next")
                guard arguments.count > 0 else { throw Raised.typeError("next expected at least 1 argument, got 0") }
                guard arguments.count <= 2 else { throw Raised.typeError("next expected at most 2 arguments, got \(arguments.count)") }
                return try next(arguments[0], arguments.count == 2 ? arguments[1] : .unset)
            },
        ]
    }

    private static func next(_ iterator: Value, _ other: Value) throws -> Value {
        guard let object = iterator.object, object.isIterator || object.type.userDunders.contains(.next) else {
            throw Raised.typeError("'\(iterator.type.name)' object is not an iterator")
        }
        if object.type.userDunders.contains(.next), other.isUnset { return try iterator.callMethod(Dunder.next.name) }
        if let value = try object.advance() { return value }
        if other.isUnset { throw Raised.stopIteration((object as? GeneratorObject)?.takeReturnValue() ?? .none) }
        return other
    }

    private static let makeEnumerate: Class.Constructor = { _, arguments in
        guard arguments.total > 0 else { throw Raised.typeError("enumerate() missing required argument 'iterable'") }
        return try Arguments.bound(arguments, "enumerate(iterable, start=0)") { values in
            guard let start = try values[1].index() else {
                throw Raised.typeError("'\(values[1].type.name)' object cannot be interpreted as an integer")
            }
            let iterator = try values[0].iterator()
            var index = start
            return .object(IteratorObject(enumerateClass) {
                guard let element = try iterator.advance() else { return nil }
                defer { index &+= 1 }
                return .tuple([.int(index), element])
            })
        }
    }

    private static let makeZip: Class.Constructor = { _, arguments in
        for name in arguments.keywords where name != "strict" {
            throw Raised.typeError("'\(name.text)' is an invalid keyword argument for zip()")
        }
        let isStrict = try arguments.keyword("strict")?.truth() ?? false
        let iterators = try arguments.positional.map { try $0.iterator() }
        return .object(IteratorObject(zipClass) { iterators.isEmpty ? nil : try zipStep(iterators, isStrict) })
    }

    private static func zipStep(_ iterators: [Object], _ isStrict: Bool) throws -> Value? {
        var elements: [Value] = []
        elements.reserveCapacity(iterators.count)
        for (index, iterator) in iterators.enumerated() {
            if let element = try iterator.advance() {
                elements.append(element)
                continue
            }
            guard isStrict else { return nil }
            if index > 0 { throw unequal(index, "shorter") }
            for (later, iterator) in iterators.enumerated().dropFirst() where try iterator.advance() != nil {
                throw unequal(later, "longer")
            }
            return nil
        }
        return .tuple(elements)
    }

    private static func unequal(_ index: Int, _ word: String) -> Raised {
        let others = index == 1 ? "argument 1" : "arguments 1-\(index)"
        return .valueError("zip() argument \(index + 1) is \(word) than \(others)")
    }

    private static let makeMap: Class.Constructor = { _, arguments in
        try arguments.rejectKeywords("map")
        guard arguments.count >= 2 else { throw Raised.typeError("map() must have at least two arguments.") }
        let function = arguments[0]
        let iterators = try arguments.positional.dropFirst().map { try $0.iterator() }
        if iterators.count == 1 {
            let iterator = iterators[0]
            return .object(IteratorObject(mapClass) {
                guard let element = try iterator.advance() else { return nil }
                return try function.call(element)
            })
        }
        return .object(IteratorObject(mapClass) {
            var elements: [Value] = []
            for iterator in iterators {
                guard let element = try iterator.advance() else { return nil }
                elements.append(element)
            }
            return try function.call(elements)
        })
    }

    private static let makeFilter: Class.Constructor = { _, arguments in
        try arguments.rejectKeywords("filter")
        guard arguments.count == 2 else { throw Raised.typeError("filter expected 2 arguments, got \(arguments.count)") }
        let (function, iterator) = (arguments[0], try arguments[1].iterator())
        return .object(IteratorObject(filterClass) {
            while let element = try iterator.advance() {
                if try function.isNone ? element.truth() : function.call(element).truth() { return element }
            }
            return nil
        })
    }

    private static let makeReversed: Class.Constructor = { _, arguments in
        try arguments.rejectKeywords("reversed")
        guard arguments.count == 1 else { throw Raised.typeError("reversed expected 1 argument, got \(arguments.count)") }
        let source = arguments[0]
        if let method = source.type.lookup(Dunder.reversed.name), !method.isNone { return try method.call([source]) }
        if let cls = source.as(Class.self), try cls.iterate() != nil {
            // The members of an enumeration.
            return .object(try Value.list(source.elements().reversed()).iterator())
        }
        guard case .object(let object) = source, object.type.userDunders.contains(.getitem) || !(object is DictObject || object is SetObject),
              object.type.lookup(Dunder.getitem.name) != nil || object.type.nativeDunders.contains(.getitem) else {
            throw Raised.typeError("'\(source.type.name)' object is not reversible")
        }
        var index = try source.length() - 1
        return .object(IteratorObject(reversedClass) {
            guard index >= 0 else { return nil }
            defer { index -= 1 }
            return try source.item(.int(index))
        })
    }
}
