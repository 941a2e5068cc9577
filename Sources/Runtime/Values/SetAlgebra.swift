// SetAlgebra: union, intersection and the like, for sets and for the views of dicts.

/// An operator that combines two sets.
enum SetAlgebra {
    case union, intersection, difference, symmetricDifference

    /// The operation an operator stands for; nil for others.
    init?(_ op: BinaryOperator) {
        switch op {
        case .bitOr: self = .union
        case .bitAnd: self = .intersection
        case .subtract: self = .difference
        case .bitXor: self = .symmetricDifference
        default: return nil
        }
    }

    /// The elements of an operand that operators accept: a set or a view of keys or items.
    static func operand(_ value: Value) throws -> HashSet? {
        guard case .object(let object) = value else { return nil }
        if let set = object as? SetObject { return set.table }
        guard let view = object as? DictView, view.part != .values else { return nil }
        return try table(of: value)
    }

    /// The elements of any iterable as a set.
    static func table(of value: Value) throws -> HashSet {
        if let set = value.as(SetObject.self) { return set.table }
        var table = HashSet()
        if let dict = value.as(DictObject.self) { table.reserve(dict.table.count) }
        try value.forEach { try table.insert($0) }
        return table
    }

    /// As `table`, in the order of a new set made from the iterable.
    static func newTable(of value: Value) throws -> HashSet {
        let table = try table(of: value)
        return value.as(SetObject.self) == nil ? table : table.copied()
    }

    /// `left op right`
    func apply(_ left: HashSet, _ right: HashSet) throws -> HashSet {
        switch self {
        case .union:
            var result = left.copied()
            try result.merge(right)
            return result
        case .intersection:
            // Like CPython: walk over the smaller one.
            let (small, large) = right.count > left.count ? (left, right) : (right, left)
            var result = HashSet()
            for element in small.elements where try large.contains(element) { try result.insert(element) }
            return result
        case .difference:
            // Few are removed from a copy, many are left out.
            if left.count / 4 > right.count {
                var result = left.copied()
                for element in right.elements { try result.remove(element) }
                return result
            }
            var result = HashSet()
            for element in left.elements where try !right.contains(element) { try result.insert(element) }
            return result
        case .symmetricDifference:
            var result = right.copied()
            for element in left.elements { try result.toggle(element) }
            return result
        }
    }

    /// `left op right` for any iterable at the right, whose elements count one by one in their order.
    func apply(_ left: HashSet, iterable right: Value) throws -> HashSet {
        if let set = right.as(SetObject.self) { return try apply(left, set.table) }
        var result = HashSet()
        switch self {
        case .union, .difference:
            result = left.copied()
            try update(&result, with: right)
        case .intersection:
            try right.forEach { if try left.contains($0) { try result.insert($0) } }
        case .symmetricDifference:
            result = try Self.table(of: right)
            for element in left.elements { try result.toggle(element) }
        }
        return result
    }

    /// `left op= right`; no code of the program may reach `left` meanwhile.
    func update(_ left: inout HashSet, with right: Value) throws {
        let other = right.as(SetObject.self)?.table
        switch self {
        case .union:
            if let other { return try left.merge(other) }
            if let dict = right.as(DictObject.self) { left.reserve(dict.table.count) }
            try right.forEach { try left.insert($0) }
        case .intersection: left = try apply(left, iterable: right)
        case .difference:
            if let other { for element in other.elements { try left.remove(element) } } else { try right.forEach { try left.remove($0) } }
        case .symmetricDifference:
            for element in try (other ?? Self.table(of: right)).elements { try left.toggle(element) }
        }
    }

    /// Equality and the subset order.
    static func compare(_ op: Comparison, _ left: HashSet, _ right: HashSet) throws -> Bool {
        switch op {
        case .equal: try left.count == right.count && isSubset(left, right)
        case .notEqual: try left.count != right.count || !isSubset(left, right)
        case .lessOrEqual: try isSubset(left, right)
        case .less: try left.count < right.count && isSubset(left, right)
        case .greaterOrEqual: try isSubset(right, left)
        case .greater: try right.count < left.count && isSubset(right, left)
        }
    }

    /// Whether every element of `left` is in `right`.
    static func isSubset(_ left: HashSet, _ right: HashSet) throws -> Bool {
        guard left.count <= right.count else { return false }
        for element in left.elements where try !right.contains(element) { return false }
        return true
    }
}
