// NameTable: an insertion-ordered map from names to values.

/// Names with values in the order they were first set: attributes of classes and modules, keyword arguments.
/// A linear search up to 8 entries, open addressing beyond.
public struct NameTable: Sendable {
    /// The names in order; a removed entry keeps its place with an unset value until the next growth.
    public private(set) var names: [Name] = []
    public private(set) var values: [Value] = []
    /// Open addressing: index into `names` plus 1, 0 for free. Empty while the table is small.
    private var buckets: [Int32] = []
    private var removed = 0

    public init() {}

    /// Number of names that have a value.
    public var count: Int { names.count - removed }

    /// The value of a name; nil where there is none. Setting nil removes the name.
    public subscript(name: Name) -> Value? {
        get {
            guard let index = index(of: name) else { return nil }
            let value = values[index]
            return value.isUnset ? nil : value
        }
        set {
            if let newValue { set(name, newValue) } else { remove(name) }
        }
    }

    /// Position of a name among `names`, also of a removed one; nil where it was never set.
    public func index(of name: Name) -> Int? {
        if buckets.isEmpty {
            for index in names.indices where names[index] == name { return index }
            return nil
        }
        let mask = buckets.count - 1
        var bucket = Self.spread(name) & mask
        while buckets[bucket] != 0 {
            let index = Int(buckets[bucket]) - 1
            if names[index] == name { return index }
            bucket = (bucket + 1) & mask
        }
        return nil
    }

    /// The value at a position; `.unset` where it was removed.
    public func value(at index: Int) -> Value { values[index] }

    /// The entries in order.
    public var entries: [(name: Name, value: Value)] {
        zip(names, values).filter { !$0.1.isUnset }.map { (name: $0.0, value: $0.1) }
    }

    /// Removes a name; true where it was there.
    @discardableResult
    public mutating func remove(_ name: Name) -> Bool {
        guard let index = index(of: name), !values[index].isUnset else { return false }
        values[index] = .unset
        removed += 1
        if removed > 8 && removed * 2 > names.count { compact() }
        return true
    }

    private mutating func set(_ name: Name, _ value: Value) {
        if let index = index(of: name) {
            if values[index].isUnset {
                // Python moves a name that was deleted and set again to the end.
                values[index] = .unset
                compact()
                append(name, value)
            } else {
                values[index] = value
            }
        } else {
            append(name, value)
        }
    }

    private mutating func append(_ name: Name, _ value: Value) {
        names.append(name)
        values.append(value)
        if names.count > 8 && names.count * 2 > buckets.count {
            rebuild()
        } else if !buckets.isEmpty {
            enter(name, at: names.count - 1)
        }
    }

    private mutating func compact() {
        let kept = entries
        names = kept.map(\.name)
        values = kept.map(\.value)
        removed = 0
        rebuild()
    }

    private mutating func rebuild() {
        guard names.count > 8 else { buckets = []; return }
        var size = 32
        while size < names.count * 4 { size *= 2 }
        buckets = Array(repeating: 0, count: size)
        for index in names.indices { enter(names[index], at: index) }
    }

    private mutating func enter(_ name: Name, at index: Int) {
        let mask = buckets.count - 1
        var bucket = Self.spread(name) & mask
        while buckets[bucket] != 0 { bucket = (bucket + 1) & mask }
        buckets[bucket] = Int32(index + 1)
    }

    /// Fibonacci hashing: neighbouring ids land far apart.
    private static func spread(_ name: Name) -> Int {
        Int(truncatingIfNeeded: (UInt64(UInt32(bitPattern: name.id)) &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }
}
