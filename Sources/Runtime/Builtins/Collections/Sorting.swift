// Sorting: stable sorting of values.

/// The parameter `reverse` of sorting: an integer, not any value's truth.
struct SortOrder: FromValue {
    let isReversed: Bool

    static func from(_ value: Value) throws -> SortOrder? { try value.clippedIndex().map { SortOrder(isReversed: $0 != 0) } }
    static var expectedType: String { "int" }
}

public enum Sorting {
    /// The elements in order of `<`, or of `<` on the keys; equal ones keep their order, also when reversed.
    public static func sorted(_ elements: [Value], key: Value = .none, isReversed: Bool = false) throws -> [Value] {
        if key.isNone {
            if let sorted = plainSorted(elements, isReversed) { return sorted }
            return try isReversed ? elements.sorted { try isLess($1, $0) } : elements.sorted { try isLess($0, $1) }
        }
        let keys = try elements.map { try key.call($0) }
        let order: [Int]
        if let ints = allInts(keys) {
            order = ints.indices.sorted { isReversed ? ints[$1] < ints[$0] : ints[$0] < ints[$1] }
        } else if let floats = allFloats(keys) {
            order = floats.indices.sorted { isReversed ? floats[$1] < floats[$0] : floats[$0] < floats[$1] }
        } else {
            order = try keys.indices.sorted { try isReversed ? isLess(keys[$1], keys[$0]) : isLess(keys[$0], keys[$1]) }
        }
        return order.map { elements[$0] }
    }

    private static func isLess(_ a: Value, _ b: Value) throws -> Bool {
        if case .object(let x) = a, case .object(let y) = b, let x = x as? StrObject, let y = y as? StrObject {
            return x.value.utf8.lexicographicallyPrecedes(y.value.utf8)
        }
        return try a.compare(.less, b).truth()
    }

    /// Lists of ints or of floats alone need no language rules.
    private static func plainSorted(_ elements: [Value], _ isReversed: Bool) -> [Value]? {
        if let ints = allInts(elements) { return (isReversed ? ints.sorted(by: >) : ints.sorted()).map { .int($0) } }
        // Signed zeros are equal and must keep their order, which sorted() does; NaN is compared as Python does.
        if let floats = allFloats(elements) { return (isReversed ? floats.sorted(by: >) : floats.sorted(by: <)).map { .float($0) } }
        return nil
    }

    private static func allInts(_ values: [Value]) -> [Int]? {
        var result: [Int] = []
        result.reserveCapacity(values.count)
        for value in values {
            guard case .int(let int) = value else { return nil }
            result.append(int)
        }
        return result
    }

    private static func allFloats(_ values: [Value]) -> [Double]? {
        var result: [Double] = []
        result.reserveCapacity(values.count)
        for value in values {
            guard case .float(let double) = value else { return nil }
            result.append(double)
        }
        return result
    }
}
