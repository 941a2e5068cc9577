// IntObject: an integer beyond Int's range, or an instance of a user class derived from int or float.
import BigInt
import Glibc

/// An integer as a heap object: out of Int's range, or an instance of a subclass of `int`.
public final class IntObject: Object, @unchecked Sendable {
    public let value: BigInt

    /// Prefer `Value.integer(_:)`, which keeps small integers off the heap.
    public init(_ value: BigInt, type: Class = .int) {
        self.value = value
        super.init(type: type)
    }

    public override func truth() throws -> Bool { !value.isZero }
    public override func hash() throws -> Int { Hashing.hash(value) }
    public override func repr() throws -> String { try IntegerText.decimal(value) }
    public override func format(_ spec: String) throws -> String { try Formatting.format(.object(self), spec) }

    // Asked only where the class, or that of the other operand, defines operators of its own but not this one.
    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        try reflected ? Numbers.plainBinary(op, other, .object(self)) : Numbers.plainBinary(op, .object(self), other)
    }
    public override func unary(_ op: UnaryOperator) throws -> Value? { Numbers.plainUnary(op, .object(self)) }
    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        Numbers.plainCompare(op, .object(self), other).map { .bool($0) }
    }
}

/// An instance of a user class derived from `float`.
public final class FloatObject: Object, @unchecked Sendable {
    public let value: Double

    public init(_ value: Double, type: Class) {
        self.value = value
        super.init(type: type)
    }

    public override func truth() throws -> Bool { value != 0 }
    public override func hash() throws -> Int { Hashing.hash(value) }
    public override func repr() throws -> String { FloatText.repr(value) }
    public override func format(_ spec: String) throws -> String { try Formatting.format(.float(value), spec) }

    // Asked only where the class, or that of the other operand, defines operators of its own but not this one.
    public override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        try reflected ? Numbers.plainBinary(op, other, .object(self)) : Numbers.plainBinary(op, .object(self), other)
    }
    public override func unary(_ op: UnaryOperator) throws -> Value? { Numbers.plainUnary(op, .object(self)) }
    public override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        Numbers.plainCompare(op, .object(self), other).map { .bool($0) }
    }
}

extension BigInt {
    /// The nearest float, ties to even; infinite beyond the largest float.
    public var nearestDouble: Double {
        let excess = magnitude.bitWidth - 64
        guard excess > 0 else {
            let double = Double(magnitude.words.first ?? 0)
            return sign == .minus ? -double : double
        }
        // 64 leading bits and one that says whether any bit behind them is set: rounding sees the exact value.
        let leading = magnitude >> excess
        let word = (leading.words.first ?? 0) | (magnitude.trailingZeroBitCount < excess ? 1 : 0)
        let double = scalbn(Double(word), excess)
        return sign == .minus ? -double : double
    }
}

extension Value {
    /// An `int` of any size.
    public static func integer(_ value: BigInt) -> Value {
        if let small = Int(exactly: value) { .int(small) } else { .object(IntObject(value)) }
    }

    /// The integer behind an `int`, a `bool` or an instance of a subclass of `int`; nil for everything else.
    public var bigInteger: BigInt? {
        switch self {
        case .int(let int): BigInt(word: int)
        case .bool(let bool): bool ? 1 : 0
        case .object(let object): (object as? IntObject)?.value
        case .unset, .none, .float: nil
        }
    }
}
