// Value: what a variable of the language holds.

/// A value of the language: 16 bytes, numbers without a heap object.
///
/// `Machine/Slot.swift` relies on the memory layout (payload in the first 8 bytes, tag in the ninth); a test checks it.
public enum Value: Sendable {
    /// No value: an unbound variable, an absent argument. Never visible to programs.
    case unset
    case none
    case bool(Bool)
    case int(Int)
    case float(Double)
    case object(Object)
}

/// No literal `nil`: it would take the place of `Optional.none` wherever a `Value?` is meant.
extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByStringLiteral {
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .float(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(stringLiteral value: String) { self = .string(value) }
}

extension Value {
    /// A `str` value.
    @inlinable public static func string(_ text: String) -> Value { .object(StrObject(text)) }
    /// A `list` value.
    @inlinable public static func list(_ elements: [Value]) -> Value { .object(ListObject(elements)) }
    /// A `tuple` value.
    @inlinable public static func tuple(_ elements: [Value]) -> Value { .object(TupleObject(elements)) }

    /// The heap object; nil for None, booleans, small integers and floats.
    @inlinable public var object: Object? {
        if case .object(let object) = self { object } else { nil }
    }

    /// The object as `T`; nil where it is something else.
    @inlinable public func `as`<T: Object>(_: T.Type) -> T? {
        if case .object(let object) = self { object as? T } else { nil }
    }

    /// The text of a `str` (or of an instance of a subclass of `str`); nil for everything else.
    @inlinable public var text: String? { self.as(StrObject.self)?.value }

    /// True for `None`.
    @inlinable public var isNone: Bool {
        if case .none = self { true } else { false }
    }

    /// True where there is no value at all (an argument that was not given).
    @inlinable public var isUnset: Bool {
        if case .unset = self { true } else { false }
    }

    /// The class of the value: `type(value)`.
    public var type: Class {
        switch self {
        case .unset, .none: .noneType
        case .bool: .bool
        case .int: .int
        case .float: .float
        case .object(let object): object.type
        }
    }

    /// `self is other`.
    public func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.unset, .unset), (.none, .none): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.object(let a), .object(let b)): a === b || Self.isSameSmallText(a, b)
        default: false
        }
    }

    /// Equal strings of at most one character are one object in CPython; so they are here.
    private static func isSameSmallText(_ a: Object, _ b: Object) -> Bool {
        guard let a = a as? StrObject, let b = b as? StrObject else { return false }
        return a.utf8Count <= 1 && a.isEqual(to: b)
    }
}
