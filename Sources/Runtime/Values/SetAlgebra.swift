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
        try value.forEach { try table.insert($0) }
        return table
    }

    /// `left op right`
    func apply(_ left: HashSet, _ right: HashSet) throws -> HashSet {
        switch self {
        case .union:
            var result = left
            for element in right.elements { try result.insert(element) }
            return result
        case .intersection:
            // Like CPython: walk over the smaller one.
            let (small, large) = right.count > left.count ? (left, right) : (right, left)
            var result = HashSet()
            for element in small.elements where try large.contains(element) { try result.insert(element) }
            return result
        case .difference:
            var result = HashSet()
            for element in left.elements where try !right.contains(element) { try result.insert(element) }
            return result
        case .symmetricDifference:
            var result = left
            for element in right.elements {
                if try left.contains(element) { try result.remove(element) } else { try result.insert(element) }
            }
            return result
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
