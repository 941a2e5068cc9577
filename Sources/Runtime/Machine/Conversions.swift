// Numbers behind values that are not plain numbers: `__index__`, `__int__`, `__float__`.
import BigInt

extension Value {
    /// The integer an object stands for (`__index__`), of any size; nil where it stands for none.
    public func bigIndex() throws -> BigInt? {
        if let integer = bigInteger { return integer }
        guard case .object(let object) = self, object.type.lookup(Dunder.index.name) != nil else { return nil }
        let result = try callMethod(Dunder.index.name)
        guard let integer = result.bigInteger else {
            throw Raised.typeError("__index__ returned non-int (type \(result.type.name))")
        }
        return integer
    }

    /// The float an object stands for: a number, or an object with `__float__` or `__index__`; nil for everything else.
    public func number() throws -> Double? {
        switch self {
        case .float(let double): return double
        case .int(let int): return Double(int)
        case .bool(let bool): return bool ? 1 : 0
        case .unset, .none: return nil
        case .object(let object):
            if let float = object as? FloatObject { return float.value }
            if object is StrObject { return nil }
            if !(object is IntObject), object.type.lookup(Dunder.float.name) != nil {
                let result = try callMethod(Dunder.float.name)
                guard case .float(let double) = result else {
                    throw Raised.typeError("\(type.name).__float__ returned non-float (type \(result.type.name))")
                }
                return double
            }
            guard let integer = try bigIndex() else { return nil }
            let double = integer.nearestDouble
            if double.isInfinite { throw Raised.overflow("int too large to convert to float") }
            return double
        }
    }
}
