// Dunder: the special method names the machine knows.

/// A special method. The order is free; the spelling is the case's name between double underscores.
public enum Dunder: UInt8, CaseIterable, Sendable {
    case new, `init`, del, repr, str, format, bytes, hash, bool
    case lt, le, eq, ne, gt, ge
    case getattr, getattribute, setattr, delattr, dir
    case get, set, delete, set_name, init_subclass, class_getitem
    case call, len, length_hint, getitem, setitem, delitem, contains, iter, next, reversed, missing
    case add, sub, mul, matmul, truediv, floordiv, mod, divmod, pow, lshift, rshift, and, or, xor
    case radd, rsub, rmul, rmatmul, rtruediv, rfloordiv, rmod, rdivmod, rpow, rlshift, rrshift, rand, ror, rxor
    case iadd, isub, imul, imatmul, itruediv, ifloordiv, imod, ipow, ilshift, irshift, iand, ior, ixor
    case neg, pos, invert, abs, int, float, complex, index, round, trunc, floor, ceil
    case enter, exit, instancecheck, subclasscheck

    /// `__add__` for `.add`.
    public var name: Name { Self.names[Int(rawValue)] }

    /// The dunder a name spells; nil for ordinary names.
    public init?(_ name: Name) {
        guard let dunder = Self.byName[name] else { return nil }
        self = dunder
    }

    private static let names: [Name] = allCases.map { Name("__\($0)__") }
    private static let byName: [Name: Dunder] = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// A set of special methods, one bit each.
public struct DunderSet: OptionSet, Sendable {
    public typealias ArrayLiteralElement = Dunder
    public var rawValue: UInt128

    public init(rawValue: UInt128) { self.rawValue = rawValue }

    /// Lets `[.len, .iter]` list special methods.
    public init(arrayLiteral elements: Dunder...) {
        rawValue = 0
        for dunder in elements { insert(dunder) }
    }

    /// Whether the set holds `dunder`.
    @inlinable public func contains(_ dunder: Dunder) -> Bool {
        rawValue >> UInt128(dunder.rawValue) & 1 != 0
    }

    /// Adds one special method.
    public mutating func insert(_ dunder: Dunder) {
        rawValue |= 1 << UInt128(dunder.rawValue)
    }

    /// Takes one special method out.
    public mutating func remove(_ dunder: Dunder) {
        rawValue &= ~(1 << UInt128(dunder.rawValue))
    }
}
