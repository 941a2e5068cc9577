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

    /// Assigns the value of another slot.
    @inline(__always) func copy(_ source: Slot) {
        let (payload, kind) = (source.rawInt, source.tag)
        if kind == Tag.object { _ = source.rawObject.retain() }
        replace(payload, kind)
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
        let old = rawObject
        write(payload, kind)
        old.release()
    }

    @inline(__always) private func write<T: BitwiseCopyable>(_ payload: T, _ tag: UInt8) {
        UnsafeMutableRawPointer(self).storeBytes(of: payload, as: T.self)
        UnsafeMutableRawPointer(self).storeBytes(of: tag, toByteOffset: 8, as: UInt8.self)
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
