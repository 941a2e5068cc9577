// IntObject: an integer beyond Int's range, or an instance of a user class derived from int or float.
import BigInt

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
}

extension Value {
    /// An `int` of any size.
    public static func integer(_ value: BigInt) -> Value {
        if let small = Int(exactly: value) { .int(small) } else { .object(IntObject(value)) }
    }

    /// The integer behind an `int`, a `bool` or an instance of a subclass of `int`; nil for everything else.
    public var bigInteger: BigInt? {
        switch self {
        case .int(let int): BigInt(int)
        case .bool(let bool): bool ? 1 : 0
        case .object(let object): (object as? IntObject)?.value
        case .unset, .none, .float: nil
        }
    }
}
