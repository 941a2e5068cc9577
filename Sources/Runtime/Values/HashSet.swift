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
    /// Where `popNext` looks first.
    private var finger = 0
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
        insertNew(value, hash: hash)
        return true
    }

    /// Adds a value if that needs no comparison by code of the program, which might change this very table.
    /// - Returns: whether the question is settled: the value is in the set now.
    mutating func insertWithoutCode(_ value: Value, hash: Int) -> Bool {
        let mask = entries.count - 1
        var index = hash & mask
        var perturb = UInt(bitPattern: hash)
        while true {
            let last = index + Self.neighbours <= mask ? index + Self.neighbours : index
            for probe in index...last {
                let entry = entries[probe]
                if entry.value.isUnset {
                    guard entry.hash == 0 else { continue }
                    insertNew(value, hash: hash)
                    return true
                }
                guard entry.hash == hash else { continue }
                guard let isSame = entry.value.isSameKeyWithoutCode(as: value) else { return false }
                if isSame { return true }
            }
            perturb >>= 5
            index = (index &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    /// Adds a value that is known to be absent: in the last removed entry of its probing sequence, or in the free one that ends it.
    mutating func insertNew(_ value: Value, hash: Int) {
        count += 1
        version &+= 1
        let (free, removed) = ends(of: hash)
        entries[removed ?? free] = Entry(hash: hash, value: value)
        guard removed == nil else { return }
        filled += 1
        if filled * 5 >= (entries.count - 1) * 3 { resize(count > 50_000 ? count * 2 : count * 4) }
    }

    /// Removes an equal element; false where there is none.
    @discardableResult
    public mutating func remove(_ value: Value) throws -> Bool {
        guard let index = try find(value, hash: value.hash()) else { return false }
        removeEntry(index)
        return true
    }

    /// Adds the elements of another set. The table grows at once for both, so that the order may differ from that of single
    /// insertions; into an empty set the entries of an equally large table are copied as they lie.
    public mutating func merge(_ other: HashSet) throws {
        guard other.count > 0 else { return }
        if (filled + other.count) * 5 >= (entries.count - 1) * 3 { resize((count + other.count) * 2) }
        version &+= 1
        if filled > 0 {
            for element in other.elements { try insert(element) }
        } else if entries.count == other.entries.count, other.filled == other.count {
            entries = other.entries
            (count, filled) = (other.count, other.filled)
        } else {
            for entry in other.entries where !entry.value.isUnset { place(entry.value, hash: entry.hash) }
            (count, filled) = (other.count, other.count)
        }
    }

    /// Removes an equal element, or adds the value where there is none.
    public mutating func toggle(_ value: Value) throws {
        if try !remove(value) { try insert(value) }
    }

    /// Grows for `additional` elements to come.
    mutating func reserve(_ additional: Int) {
        if (filled + additional) * 5 >= (entries.count - 1) * 3 { resize((count + additional) * 2) }
    }

    /// A set of the same elements in a table without removed entries: what `copy()` gives.
    public func copied() -> HashSet {
        var copy = HashSet()
        // Nothing is compared in an empty set, so nothing can be thrown.
        try? copy.merge(self)
        return copy
    }

    /// Removes and gives an element, going on where the last call stopped; nil where the set is empty.
    public mutating func popNext() -> Value? {
        guard count > 0 else { return nil }
        var index = finger & (entries.count - 1)
        while entries[index].value.isUnset { index = (index + 1) & (entries.count - 1) }
        finger = index + 1
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

    /// Removes the element at a place.
    mutating func removeEntry(_ index: Int) {
        entries[index] = Entry(hash: Self.removedHash, value: .unset)
        count -= 1
        version &+= 1
    }

    /// The place of an element; nil where the set lacks it.
    func find(_ value: Value, hash: Int) throws -> Int? {
        let mask = entries.count - 1
        var index = hash & mask
        var perturb = UInt(bitPattern: hash)
        while true {
            let last = index + Self.neighbours <= mask ? index + Self.neighbours : index
            for probe in index...last {
                let stored = entries[probe].hash
                if stored == hash && !entries[probe].value.isUnset {
                    if try holds(value, at: probe) { return probe }
                } else if stored == 0 && entries[probe].value.isUnset {
                    return nil
                }
            }
            perturb >>= 5
            index = (index &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
        }
    }

    /// Whether an entry is the same key as a value.
    @inline(__always)
    private func holds(_ value: Value, at index: Int) throws -> Bool {
        let quick = withUnsafePointer(to: value) { value in
            entries.withUnsafeBufferPointer { entries in
                let entry = UnsafeRawPointer(entries.baseAddress.unsafelyUnwrapped + index).advanced(by: MemoryLayout<Int>.stride)
                return Slot(mutating: entry.assumingMemoryBound(to: Value.self)).isSameKey(asQuickly: Slot(mutating: value))
            }
        }
        return try quick ?? entries[index].value.isSameKey(as: value)
    }

    /// Puts a value that is known to be absent into a table without removed entries.
    private mutating func place(_ value: Value, hash: Int) {
        entries[ends(of: hash).free] = Entry(hash: hash, value: value)
    }

    /// The first free entry of a probing sequence, and the last removed one before it.
    private func ends(of hash: Int) -> (free: Int, removed: Int?) {
        let mask = entries.count - 1
        var index = hash & mask
        var perturb = UInt(bitPattern: hash)
        var removed: Int?
        while true {
            let last = index + Self.neighbours <= mask ? index + Self.neighbours : index
            for probe in index...last where entries[probe].value.isUnset {
                if entries[probe].hash == 0 { return (probe, removed) }
                removed = probe
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
