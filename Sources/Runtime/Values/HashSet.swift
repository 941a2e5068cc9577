// HashSet: the hash table behind `set`, iterating in the order CPython gives.

/// A hash table of values whose order of iteration is CPython's: programs print sets of small integers, and the order is
/// a function of hashes, table size and probing alone. The probing (ten neighbours, then a jump fed by the upper bits of
/// the hash) and the growth (at three fifths full, to four times the number of elements) follow its documented behaviour.
public struct HashSet: Sendable {
    private struct Entry: Sendable {
        var hash = 0
        /// `.unset`: free, or removed where `hash` is -1.
        var value: Value = .unset
    }

    /// A power of two of them, at least eight.
    private var entries: [Entry] = HashSet.empty
    /// Shared by all empty sets until their first element.
    private static let empty = Array(repeating: Entry(), count: 8)
    /// Number of elements.
    public private(set) var count = 0
    /// Elements and removed entries.
    private var filled = 0
    /// Changes with every insertion and removal: iterators notice.
    public private(set) var version = 0
    private static let neighbours = 9
    private static let removedHash = -1

    public init() {}

    /// Whether the set holds an equal element.
    public func contains(_ value: Value) throws -> Bool {
        try find(value, hash: value.hash()) != nil
    }

    /// Adds a value; false where an equal one is there.
    @discardableResult
    public mutating func insert(_ value: Value) throws -> Bool {
        let hash = try value.hash()
        guard try find(value, hash: hash) == nil else { return false }
        place(value, hash: hash)
        count += 1
        filled += 1
        version &+= 1
        if filled * 5 >= (entries.count - 1) * 3 { resize(count > 50_000 ? count * 2 : count * 4) }
        return true
    }

    /// Removes an equal element; false where there is none.
    @discardableResult
    public mutating func remove(_ value: Value) throws -> Bool {
        guard let index = try find(value, hash: value.hash()) else { return false }
        removeEntry(index)
        return true
    }

    /// Removes and gives the first element; nil where the set is empty.
    public mutating func popFirst() -> Value? {
        guard let index = entries.firstIndex(where: { !$0.value.isUnset }) else { return nil }
        let value = entries[index].value
        removeEntry(index)
        return value
    }

    /// The next element at or after a position; nil at the end.
    public func next(_ position: inout Int) -> Value? {
        while position < entries.count {
            let index = position
            position += 1
            if !entries[index].value.isUnset { return entries[index].value }
        }
        return nil
    }

    /// Calls `body` with every element.
    @inline(__always)
    func forEach(_ body: (Value) -> Void) {
        for entry in entries where !entry.value.isUnset { body(entry.value) }
    }

    /// The elements in order of iteration.
    public var elements: [Value] { entries.compactMap { $0.value.isUnset ? nil : $0.value } }

    private mutating func removeEntry(_ index: Int) {
        entries[index] = Entry(hash: Self.removedHash, value: .unset)
        count -= 1
        version &+= 1
    }

    private func find(_ value: Value, hash: Int) throws -> Int? {
        let mask = entries.count - 1
        var index = hash & mask
        var perturb = UInt(bitPattern: hash)
        while true {
            let last = index + Self.neighbours <= mask ? index + Self.neighbours : index
            for probe in index...last {
                let stored = entries[probe].hash
                if stored == hash && !entries[probe].value.isUnset {
                    if try entries[probe].value.isSameKey(as: value) { return probe }
                } else if stored == 0 && entries[probe].value.isUnset {
                    return nil
                }
            }
            perturb >>= 5
            index = (index &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    /// Puts a value that is known to be absent into the first free entry of its probing sequence.
    private mutating func place(_ value: Value, hash: Int) {
        let mask = entries.count - 1
        var index = hash & mask
        var perturb = UInt(bitPattern: hash)
        while true {
            let last = index + Self.neighbours <= mask ? index + Self.neighbours : index
            for probe in index...last where entries[probe].value.isUnset && entries[probe].hash == 0 {
                entries[probe] = Entry(hash: hash, value: value)
                return
            }
            perturb >>= 5
            index = (index &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    private mutating func resize(_ minimum: Int) {
        var size = 8
        while size <= minimum { size *= 2 }
        let old = entries
        entries = Array(repeating: Entry(), count: size)
        filled = count
        for entry in old where !entry.value.isUnset { place(entry.value, hash: entry.hash) }
    }
}
