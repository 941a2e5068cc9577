// Slot: a register seen as raw memory, so that numbers move without reference counting.

/// The tag byte of a `Value` in memory. The layout is the compiler's for an enum of these cases in this order; a test
/// compares every case with it.
enum Tag {
    static let bool: UInt8 = 0
    static let int: UInt8 = 1
    static let float: UInt8 = 2
    static let object: UInt8 = 3
    /// `unset` and `none`, told apart by the payload.
    static let empty: UInt8 = 4

    /// Whether the compiler lays `Value` out as assumed.
    static func matchesLayout() -> Bool {
        let samples: [(Value, UInt8, Int)] = [
            (.bool(true), bool, 1), (.int(-5), int, -5), (.float(1.5), float, Int(bitPattern: UInt(1.5.bitPattern))),
            (.unset, empty, 0), (.none, empty, 1),
        ]
        return MemoryLayout<Value>.stride == 16 && samples.allSatisfy { value, tag, payload in
            withUnsafeBytes(of: value) { bytes in
                let mask = tag == bool ? 0xFF : -1
                return bytes.load(fromByteOffset: 8, as: UInt8.self) == tag && bytes.load(as: Int.self) & mask == payload
            }
        }
    }
}

/// For the test of the assumption above.
package enum MachineLayout {
    package static var isAsAssumed: Bool { Tag.matchesLayout() }
}

typealias Slot = UnsafeMutablePointer<Value>

extension UnsafeMutablePointer where Pointee == Value {
    /// Which case the slot holds.
    @inline(__always) var tag: UInt8 { UnsafeRawPointer(self).load(fromByteOffset: 8, as: UInt8.self) }

    /// The payload of an `int`.
    @inline(__always) var rawInt: Int { UnsafeRawPointer(self).load(as: Int.self) }

    /// The payload of a `float`.
    @inline(__always) var rawDouble: Double { UnsafeRawPointer(self).load(as: Double.self) }

    /// The payload of a `bool`.
    @inline(__always) var rawBool: Bool { UnsafeRawPointer(self).load(as: UInt8.self) & 1 != 0 }

    /// The payload of an `object`, not retained.
    @inline(__always) var rawObject: Unmanaged<Object> { UnsafeRawPointer(self).load(as: Unmanaged<Object>.self) }

    @inline(__always) var isUnset: Bool { tag == Tag.empty && rawInt == 0 }

    /// Assigns an `int`; counts nothing unless an object is overwritten.
    @inline(__always) func setInt(_ value: Int) {
        if tag == Tag.object { pointee = .int(value) } else { write(value, Tag.int) }
    }

    /// Assigns a `float`.
    @inline(__always) func setFloat(_ value: Double) {
        if tag == Tag.object { pointee = .float(value) } else { write(value, Tag.float) }
    }

    /// Assigns a `bool`.
    @inline(__always) func setBool(_ value: Bool) {
        if tag == Tag.object { pointee = .bool(value) } else { write(value ? 1 : 0, Tag.bool) }
    }

    /// Empties the slot.
    @inline(__always) func setUnset() {
        if tag == Tag.object { pointee = .unset } else { write(0, Tag.empty) }
    }

    /// The slot's first word as a strong reference. Retains and releases written as copies and moves of it count without locking
    /// in this module; the methods of `Unmanaged` do not.
    @inline(__always) private var reference: UnsafeMutablePointer<Object> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: Object.self)
    }

    /// Assigns the value of another slot.
    @inline(__always) func copy(_ source: Slot) {
        guard source.tag == Tag.object else { return replace(source.rawInt, source.tag) }
        guard tag == Tag.object else {
            reference.initialize(to: source.reference.pointee)
            UnsafeMutableRawPointer(self).storeBytes(of: Tag.object, toByteOffset: 8, as: UInt8.self)
            return
        }
        reference.pointee = source.reference.pointee
    }

    /// Takes the value out, leaving one that needs no counting.
    @inline(__always) func take() -> Value {
        let value = move()
        write(0, Tag.bool)
        return value
    }

    /// Assigns a value taken out of the slot `source`, which is left with one that needs no counting.
    @inline(__always) func take(from source: Slot) {
        let (payload, kind) = (source.rawInt, source.tag)
        source.write(0, Tag.bool)
        replace(payload, kind)
    }

    /// Assigns raw memory that owns what it refers to.
    @inline(__always) private func replace(_ payload: Int, _ kind: UInt8) {
        guard tag == Tag.object else { return write(payload, kind) }
        let old = reference.move()
        write(payload, kind)
        _ = consume old
    }

    @inline(__always) private func write<T: BitwiseCopyable>(_ payload: T, _ tag: UInt8) {
        UnsafeMutableRawPointer(self).storeBytes(of: payload, as: T.self)
        UnsafeMutableRawPointer(self).storeBytes(of: tag, toByteOffset: 8, as: UInt8.self)
    }

    /// Whether two keys are the same; nil where only the language can tell.
    @inline(__always) func isSameKey(asQuickly other: Slot) -> Bool? {
        if tag == Tag.int && other.tag == Tag.int { return rawInt == other.rawInt }
        guard tag == Tag.object && other.tag == Tag.object else { return nil }
        let (a, b) = (rawObject, other.rawObject)
        if a.toOpaque() == b.toOpaque() { return true }
        return a._withUnsafeGuaranteedRef { a in
            b._withUnsafeGuaranteedRef { b in
                guard a.objectKind == .str && b.objectKind == .str else { return nil }
                return unsafeDowncast(a, to: StrObject.self).isEqual(to: unsafeDowncast(b, to: StrObject.self))
            }
        }
    }

    /// Releases `count` slots from here on, leaving trivial values.
    @inline(__always) func clear(_ count: Int) {
        var slot = self
        let end = self + count
        while slot < end {
            if slot.tag == Tag.object { slot.setUnset() }
            slot += 1
        }
    }
}
