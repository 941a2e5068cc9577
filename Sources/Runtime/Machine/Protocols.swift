// The protocols of values: truth, hash, length, items, iteration, text.

extension Value {
    /// `bool(self)`
    public func truth() throws -> Bool {
        switch self {
        case .unset, .none: return false
        case .bool(let bool): return bool
        case .int(let int): return int != 0
        case .float(let double): return double != 0
        case .object(let object):
            if object.type.userDunders.contains(.bool) {
                let result = try Value.callSpecial(.bool, self)
                guard case .bool(let bool) = result else {
                    throw Raised.typeError("__bool__ should return bool, returned \(result.type.name)")
                }
                return bool
            }
            if object.type.userDunders.contains(.len) { return try length() != 0 }
            return try object.truth()
        }
    }

    /// `hash(self)`: equal values have equal hashes, whatever their types.
    /// - Throws: TypeError for values that cannot be hashed.
    public func hash() throws -> Int {
        switch self {
        case .unset, .none: return 0xFCA86420
        case .bool(let bool): return bool ? 1 : 0
        case .int(let int): return Hashing.hash(int)
        case .float(let double): return Hashing.hash(double)
        case .object(let object):
            if object.objectKind == .str, !object.type.isUserDefined { return unsafeDowncast(object, to: StrObject.self).textHash }
            let dunders = object.type.userDunders
            if dunders.contains(.hash) || dunders.contains(.eq) { return try userHash(object) }
            return try object.hash()
        }
    }

    /// A class that defines `__eq__` without `__hash__` has no hash.
    private func userHash(_ object: Object) throws -> Int {
        for cls in object.type.mro {
            if let function = cls.ownEntry(Dunder.hash.name) {
                if function.isNone { break }
                guard cls.isUserDefined else { return try object.hash() }
                let result = try function.callBound(self, [])
                guard let hash = result.bigInteger else { throw Raised.typeError("__hash__ method should return an integer") }
                // An integer of the machine's size stands as it is; -1 is kept for errors in CPython.
                return Int(exactly: hash).map { $0 == -1 ? -2 : $0 } ?? Hashing.hash(hash)
            }
            if cls.ownEntry(Dunder.eq.name) != nil && cls.isUserDefined { break }
            if !cls.isUserDefined { return try object.hash() }
        }
        throw Raised.typeError("unhashable type: '\(type.name)'")
    }

    /// `len(self)`
    public func length() throws -> Int {
        if case .object(let object) = self {
            if object.type.userDunders.contains(.len) {
                let result = try Value.callSpecial(.len, self)
                guard let length = try result.index() else {
                    throw Raised.typeError("'\(result.type.name)' object cannot be interpreted as an integer")
                }
                if length < 0 { throw Raised.valueError("__len__() should return >= 0") }
                return length
            }
            if let length = try object.length() { return length }
        }
        throw Raised.typeError("object of type '\(type.name)' has no len()")
    }

    /// `self[key]`
    public func item(_ key: Value) throws -> Value {
        guard case .object(let object) = self else {
            throw Raised.typeError("'\(type.name)' object is not subscriptable")
        }
        if object.type.userDunders.contains(.getitem) { return try Value.callSpecial(.getitem, self, key) }
        return try object.item(key)
    }

    /// `self[key] = value`
    public func setItem(_ key: Value, _ value: Value) throws {
        guard case .object(let object) = self else {
            throw Raised.typeError("'\(type.name)' object does not support item assignment")
        }
        if object.type.userDunders.contains(.setitem) {
            _ = try Value.callSpecial(.setitem, self, key, value)
        } else {
            try object.setItem(key, value)
        }
    }

    /// `del self[key]`
    public func deleteItem(_ key: Value) throws {
        guard case .object(let object) = self else {
            throw Raised.typeError("'\(type.name)' object doesn't support item deletion")
        }
        if object.type.userDunders.contains(.delitem) {
            _ = try Value.callSpecial(.delitem, self, key)
        } else {
            try object.deleteItem(key)
        }
    }

    /// `value in self`
    public func contains(_ value: Value) throws -> Bool {
        if case .object(let object) = self {
            if object.type.userDunders.contains(.contains) { return try Value.callSpecial(.contains, self, value).truth() }
            if !object.type.userDunders.contains(.iter), let result = try object.contains(value) { return result }
        }
        guard let iterator = try iteratorIfIterable() else {
            throw Raised.typeError("argument of type '\(type.name)' is not iterable")
        }
        while let element = try iterator.advance() {
            if try element.isSameKey(as: value) { return true }
        }
        return false
    }

    /// `self.__index__()`: the integer behind an int, a bool or an object that stands for one; nil for everything else.
    /// - Throws: OverflowError beyond Int's range.
    public func index() throws -> Int? {
        switch self {
        case .int(let int): return int
        case .bool(let bool): return bool ? 1 : 0
        case .unset, .none, .float: return nil
        case .object: break
        }
        guard let big = try bigIndex() else { return nil }
        guard let int = Int(exactly: big) else {
            throw Raised.indexError("cannot fit '\(type.name)' into an index-sized integer")
        }
        return int
    }

    /// As `index`, clipped to Int's range instead of raising.
    public func clippedIndex() throws -> Int? {
        if case .int(let int) = self { return int }
        guard let big = try bigIndex() else { return nil }
        return Int(clamping: big)
    }

    /// `isinstance(self, cls)` without looking at `__instancecheck__`.
    public func isInstance(of cls: Class) -> Bool { type.isSubclass(of: cls) }
}
