// Iteration: walking over values without exceptions.

extension Value {
    /// `iter(self)`
    /// - Throws: TypeError where the value is not iterable.
    public func iterator() throws -> Object {
        guard let iterator = try iteratorIfIterable() else {
            throw Raised.typeError("'\(type.name)' object is not iterable")
        }
        return iterator
    }

    /// `iter(self)`; nil where the value is not iterable.
    public func iteratorIfIterable() throws -> Object? {
        guard case .object(let object) = self else { return nil }
        if object.type.userDunders.contains(.iter) {
            let result = try Value.callSpecial(.iter, self)
            guard case .object(let iterator) = result, iterator.isIterator || iterator.type.userDunders.contains(.next) else {
                throw Raised.typeError("iter() returned non-iterator of type '\(result.type.name)'")
            }
            return iterator
        }
        if let iterator = try object.iterate() { return iterator }
        guard object.type.userDunders.contains(.getitem) else { return nil }
        return sequenceIterator()
    }

    /// Iterates by `self[0]`, `self[1]`, … until IndexError.
    private func sequenceIterator() -> Object {
        var index = 0
        return IteratorObject(Self.sequenceIteratorClass) {
            defer { index += 1 }
            do {
                return try self.item(.int(index))
            } catch let raised as Raised where raised.exception.isA(.exception("IndexError")) || raised.exception.isA(.stopIteration) {
                return nil
            }
        }
    }

    private static let sequenceIteratorClass = Class.iterator("iterator")

    /// Calls `body` with every element.
    public func forEach(_ body: (Value) throws -> Void) throws {
        if let elements = plainElements {
            for element in elements { try body(element) }
            return
        }
        let iterator = try iterator()
        while let element = try iterator.advance() { try body(element) }
    }

    /// All elements as an array: `list(self)`.
    public func elements() throws -> [Value] {
        if let elements = plainElements { return elements }
        var result: [Value] = []
        if case .object(let object) = self, object is AnyRange {
            let count = try object.length() ?? 0
            try Sequences.requireRoom(for: count)
            result.reserveCapacity(count)
        }
        let iterator = try iterator()
        while let element = try iterator.advance() {
            try Sequences.requireRoom(for: result.count)
            result.append(element)
        }
        return result
    }

    /// The elements of a list or tuple that iterates in the built-in way.
    private var plainElements: [Value]? {
        guard case .object(let object) = self, !object.type.userDunders.contains(.iter) else { return nil }
        return sequenceElements
    }
}

extension Object {
    /// `next(self)`: the next element; nil at the end, however the iterator is written.
    /// Counts as a turn of a loop: native functions that walk over an endless iterator are stopped at the limit too.
    public final func advance() throws -> Value? {
        try Interpreter.current?.turn()
        guard type.userDunders.contains(.next) else { return try next() }
        do {
            return try Value.callSpecial(.next, .object(self))
        } catch let raised as Raised where raised.exception.isA(.stopIteration) {
            return nil
        }
    }
}
