// What the loop does with items and comparisons: short cuts for lists, dicts and strings in front of the rules in Protocols.swift.

extension Interpreter {
    // MARK: Items

    /// The list in a slot, if it is a plain `list`.
    @inline(__always)
    private func plainList(_ slot: Slot) -> Unmanaged<ListObject>? {
        guard slot.tag == Tag.object, shape(slot) == listShape else { return nil }
        return .fromOpaque(slot.rawObject.toOpaque())
    }

    /// The layout of the object in a slot.
    @inline(__always)
    private func shape(_ slot: Slot) -> UnsafeMutableRawPointer {
        slot.rawObject._withUnsafeGuaranteedRef { $0.shape.toOpaque() }
    }

    /// The place of `list[index]`; nil for other objects, other keys and other indices.
    @inline(__always)
    func fastElement(_ object: Slot, _ key: Slot) -> Slot? {
        guard key.tag == Tag.int, let list = plainList(object) else { return nil }
        return list._withUnsafeGuaranteedRef { list in
            let index = key.rawInt
            guard index >= 0 && index < list.elements.count else { return nil }
            return list.elements.withUnsafeBufferPointer { Slot(mutating: $0.baseAddress.unsafelyUnwrapped + index) }
        }
    }

    /// `list[index] = value`; false for other objects, other keys and other indices.
    @inline(__always)
    func storeElement(_ object: Slot, _ key: Slot, _ value: Slot) -> Bool {
        guard key.tag == Tag.int, let list = plainList(object) else { return false }
        return list._withUnsafeGuaranteedRef { list in
            let index = key.rawInt
            guard index >= 0 && index < list.elements.count else { return false }
            list.elements[index] = value.pointee
            return true
        }
    }

    /// `object[key]` where it is no element of a list.
    @inline(never)
    func loadItem(_ object: Slot, _ key: Slot, _ target: Slot) throws {
        guard object.tag == Tag.object, shape(object) == dictShape else {
            target.pointee = try object.pointee.item(key.pointee)
            return
        }
        // The slot keeps the dict alive.
        let dict = Unmanaged<DictObject>.fromOpaque(object.rawObject.toOpaque())
        guard let value = try dict._withUnsafeGuaranteedRef({ try $0.value(key.pointee) }) else { throw Raised.keyError(key.pointee) }
        target.pointee = value
    }

    /// `object[key] = value` where it is no element of a list.
    @inline(never)
    func storeItem(_ object: Slot, _ key: Slot, _ value: Slot) throws {
        if object.tag == Tag.object, shape(object) == dictShape {
            // The slot keeps the dict alive.
            let dict = Unmanaged<DictObject>.fromOpaque(object.rawObject.toOpaque())
            try dict._withUnsafeGuaranteedRef { try $0.set(key.pointee, value.pointee) }
        } else {
            try object.pointee.setItem(key.pointee, value.pointee)
        }
    }

    // MARK: Strings

    /// The text in a slot, if it is a plain `str`.
    @inline(__always)
    private func plainText(_ slot: Slot) -> Unmanaged<StrObject>? {
        guard slot.tag == Tag.object, shape(slot) == strShape else { return nil }
        return .fromOpaque(slot.rawObject.toOpaque())
    }

    /// `a + b` of two strings; false for other operands.
    @inline(__always)
    func concatenate(_ a: Slot, _ b: Slot, _ target: Slot) throws -> Bool {
        guard let first = plainText(a), let second = plainText(b) else { return false }
        let joined = try first._withUnsafeGuaranteedRef { first in
            try second._withUnsafeGuaranteedRef { try first.joined(with: $0) }
        }
        target.pointee = .object(joined)
        return true
    }

    // MARK: Comparisons

    /// `a op b` where they are no two small numbers.
    @inline(never)
    func compare(_ op: Comparison, _ a: Slot, _ b: Slot, _ target: Slot) throws {
        if op == .equal || op == .notEqual, let first = plainText(a), let second = plainText(b) {
            let isEqual = first._withUnsafeGuaranteedRef { first in second._withUnsafeGuaranteedRef { first.isEqual(to: $0) } }
            target.setBool(isEqual == (op == .equal))
        } else {
            target.pointee = try a.pointee.compare(op, b.pointee)
        }
    }

    /// As `compare`, giving the truth of the result.
    @inline(never)
    func holds(_ op: Comparison, _ a: Slot, _ b: Slot) throws -> Bool {
        var result = Value.none
        try withUnsafeMutablePointer(to: &result) { try compare(op, a, b, $0) }
        return try result.truth()
    }
}

extension UnsafeMutablePointer where Pointee == Value {
    /// `a is b`
    @inline(__always)
    func isIdentical(to other: Slot) -> Bool {
        guard tag == other.tag else { return false }
        switch tag {
        case Tag.empty: return rawInt == other.rawInt
        case Tag.object: return rawObject.toOpaque() == other.rawObject.toOpaque() || pointee.isIdentical(to: other.pointee)
        default: return pointee.isIdentical(to: other.pointee)
        }
    }
}
