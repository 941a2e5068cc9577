// OrderedTable: the insertion-ordered hash table behind `dict`.

/// Keys with values in insertion order; open addressing over a table of entry positions.
/// Strings and integers are compared without calling the language.
public struct OrderedTable: Sendable {
    struct Entry: Sendable {
        var hash: Int
        /// `.unset` where the entry was removed.
        var key: Value
        var value: Value

        /// Where the key lies in an entry.
        static let keyOffset = MemoryLayout<Int>.stride
    }

    private(set) var entries: [Entry] = []
    /// Position in `entries` plus 1; 0 for free, -1 for removed.
    private var buckets: [Int32] = []
    /// Number of keys.
    public private(set) var count = 0
    /// Grows with every insertion of a new key and every removal: iterators notice changes.
    public private(set) var version = 0
    private var usedBuckets = 0

    public init() {}

    /// Room for `capacity` keys without growing.
    public init(capacity: Int) {
        entries.reserveCapacity(capacity)
        if capacity > 5 { buckets = Array(repeating: 0, count: (capacity * 2).nextPowerOfTwo) }
    }

    /// The position of a key among the entries; nil where it is absent.
    public func find(_ key: Value, hash: Int) throws -> Int? {
        var table = self
        switch table.probe(key, hash: hash) {
        case .found(let index): return index
        case .absent: return nil
        case .unsure: return try findSlowly(key, hash: hash)
        }
    }

    /// What a search that calls nothing of the language gives.
    enum Probe {
        case found(Int)
        case absent
        /// Some key with the same hash can only be compared by the language.
        case unsure
    }

    /// Searches without calling the language. It changes nothing; `mutating` spares the copy of a table that lies in an object.
    @inline(__always)
    mutating func probe(_ key: Value, hash: Int) -> Probe {
        guard !buckets.isEmpty else { return .absent }
        return withUnsafePointer(to: key) { key in
            buckets.withUnsafeBufferPointer { buckets in
                entries.withUnsafeBufferPointer { entries in
                    let mask = buckets.count - 1
                    var bucket = Self.mix(hash) & mask
                    while buckets[bucket] != 0 {
                        let index = Int(buckets[bucket]) - 1
                        if index >= 0, let entry = entries.baseAddress.map({ $0 + index }), entry.pointee.hash == hash {
                            let stored = UnsafeRawPointer(entry).advanced(by: Entry.keyOffset).assumingMemoryBound(to: Value.self)
                            guard let isSame = Slot(mutating: stored).isSameKey(asQuickly: Slot(mutating: key)) else { return .unsure }
                            if isSame { return .found(index) }
                        }
                        bucket = (bucket + 1) & mask
                    }
                    return .absent
                }
            }
        }
    }

    /// As `find`; comparing may call the language.
    private func findSlowly(_ key: Value, hash: Int) throws -> Int? {
        let mask = buckets.count - 1
        var bucket = Self.mix(hash) & mask
        while buckets[bucket] != 0 {
            let index = Int(buckets[bucket]) - 1
            if index >= 0 && entries[index].hash == hash {
                if try entries[index].key.isSameKey(as: key) { return index }
            }
            bucket = (bucket + 1) & mask
        }
        return nil
    }

    /// Sets the value of a key if that needs no comparison by code of the program, which might change this very table.
    /// - Returns: whether it was done.
    mutating func setWithoutCode(_ key: Value, hash: Int, _ value: Value) -> Bool {
        switch probe(key, hash: hash) {
        case .found(let index): entries[index].value = value
        case .absent: insert(key, hash: hash, value)
        case .unsure: return false
        }
        return true
    }

    /// The value of a key; nil where it is absent.
    public func value(_ key: Value) throws -> Value? {
        guard let index = try find(key, hash: key.hash()) else { return nil }
        return entries[index].value
    }

    /// Sets the value of a key. A key that is there keeps its place.
    public mutating func set(_ key: Value, _ value: Value) throws {
        try set(key, hash: key.hash(), value)
    }

    /// Sets the value of a key whose hash is known.
    public mutating func set(_ key: Value, hash: Int, _ value: Value) throws {
        if let index = try find(key, hash: hash) {
            entries[index].value = value
        } else {
            insert(key, hash: hash, value)
        }
    }

    /// Removes a key; its value, or nil where it was absent.
    @discardableResult
    public mutating func remove(_ key: Value) throws -> Value? {
        guard let index = try find(key, hash: key.hash()) else { return nil }
        return remove(at: index)
    }

    /// Removes the entry at a position and gives its value.
    public mutating func remove(at index: Int) -> Value {
        let mask = buckets.count - 1
        var bucket = Self.mix(entries[index].hash) & mask
        while Int(buckets[bucket]) - 1 != index { bucket = (bucket + 1) & mask }
        buckets[bucket] = -1
        let value = entries[index].value
        entries[index] = Entry(hash: 0, key: .unset, value: .unset)
        count -= 1
        version &+= 1
        if count == 0 {
            removeAll()
        } else {
            while let last = entries.last, last.key.isUnset { entries.removeLast() }
        }
        return value
    }

    /// Removes everything.
    public mutating func removeAll() {
        entries = []
        buckets = []
        count = 0
        usedBuckets = 0
        version &+= 1
    }

    /// The next entry at or after a position; nil at the end. `position` then points behind it.
    public func next(_ position: inout Int) -> (key: Value, value: Value)? {
        while position < entries.count {
            let index = position
            position += 1
            if !entries[index].key.isUnset { return (entries[index].key, entries[index].value) }
        }
        return nil
    }

    /// The last entry before a position; nil at the beginning. For `reversed`.
    public func previous(_ position: inout Int) -> (key: Value, value: Value)? {
        position = Swift.min(position, entries.count)
        while position > 0 {
            position -= 1
            if !entries[position].key.isUnset { return (entries[position].key, entries[position].value) }
        }
        return nil
    }

    /// One past the last position, for `previous`.
    public var endPosition: Int { entries.count }

    /// The value at a position `find` gave.
    public func value(at index: Int) -> Value { entries[index].value }

    /// Replaces the value at a position `find` gave.
    public mutating func setValue(at index: Int, _ value: Value) { entries[index].value = value }

    /// The key at a position `find` gave: the object that was inserted first.
    public func key(at index: Int) -> Value { entries[index].key }

    /// All keys in order.
    public var keys: [Value] { entries.compactMap { $0.key.isUnset ? nil : $0.key } }
    /// All values in order.
    public var values: [Value] { entries.compactMap { $0.key.isUnset ? nil : $0.value } }
    /// All entries in order.
    public var pairs: [(key: Value, value: Value)] { entries.compactMap { $0.key.isUnset ? nil : ($0.key, $0.value) } }

    /// Adds a key that is known to be absent.
    public mutating func insert(_ key: Value, hash: Int, _ value: Value) {
        if usedBuckets * 3 >= buckets.count * 2 { rebuild() }
        entries.append(Entry(hash: hash, key: key, value: value))
        enter(hash, at: entries.count - 1)
        count += 1
        version &+= 1
    }

    private mutating func rebuild() {
        if count < entries.count { entries.removeAll { $0.key.isUnset } }
        buckets = Array(repeating: 0, count: Swift.max(8, (count * 3).nextPowerOfTwo))
        usedBuckets = 0
        for index in entries.indices { enter(entries[index].hash, at: index) }
    }

    private mutating func enter(_ hash: Int, at index: Int) {
        let mask = buckets.count - 1
        var bucket = Self.mix(hash) & mask
        while buckets[bucket] != 0 { bucket = (bucket + 1) & mask }
        buckets[bucket] = Int32(truncatingIfNeeded: index + 1)
        usedBuckets += 1
    }

    /// Small integers hash to themselves; mixing keeps runs of them from clustering with linear probing.
    @inline(__always)
    private static func mix(_ hash: Int) -> Int {
        let mixed = UInt64(bitPattern: Int64(hash)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32)
    }
}
