// FromValue and IntoValue: how Swift types meet the language at the border of a native function.
import BigInt

/// A Swift type that a parameter of a native function can have.
public protocol FromValue: SendableMetatype {
    /// The value as `Self`; nil where it does not fit (the caller words the TypeError).
    static func from(_ value: Value) throws -> Self?
    /// What a message calls the type: "int", "str", "Tensor".
    static var expectedType: String { get }
    /// The number of parameters of the signature the type stands for: one, but for types that gather several.
    static var parameterCount: Int { get }
    /// Takes its parameters from the bound arguments.
    static func take(from arguments: inout BoundArguments) throws -> Self
}

extension FromValue {
    @inlinable public static var parameterCount: Int { 1 }
    @inlinable public static func take(from arguments: inout BoundArguments) throws -> Self { try arguments.next(as: Self.self) }
}

/// A Swift type that a native function can return.
public protocol IntoValue: SendableMetatype {
    func intoValue() throws -> Value
}

extension Value: FromValue, IntoValue {
    @inlinable public static func from(_ value: Value) -> Value? { value }
    public static var expectedType: String { "object" }
    @inlinable public func intoValue() -> Value { self }
}

extension Int: FromValue, IntoValue {
    /// An `int`, a `bool`, or an object with `__index__`.
    public static func from(_ value: Value) throws -> Int? {
        if case .int(let int) = value { return int }
        return try value.index()
    }
    public static var expectedType: String { "int" }
    @inlinable public func intoValue() -> Value { .int(self) }
}

extension Double: FromValue, IntoValue {
    /// A `float`, an `int`, a `bool`, or an object with `__float__` or `__index__`.
    public static func from(_ value: Value) throws -> Double? {
        if case .float(let double) = value { return double }
        return try value.number()
    }
    public static var expectedType: String { "float" }
    @inlinable public func intoValue() -> Value { .float(self) }
}

extension Bool: FromValue, IntoValue {
    /// Any value, by its truth.
    public static func from(_ value: Value) throws -> Bool? { try value.truth() }
    public static var expectedType: String { "bool" }
    @inlinable public func intoValue() -> Value { .bool(self) }
}

extension String: FromValue, IntoValue {
    public static func from(_ value: Value) -> String? { value.text }
    public static var expectedType: String { "str" }
    public func intoValue() -> Value { .string(self) }
}

extension BigInt: FromValue, IntoValue {
    public static func from(_ value: Value) throws -> BigInt? { value.bigInteger }
    public static var expectedType: String { "int" }
    public func intoValue() -> Value { .integer(self) }
}

extension Optional: FromValue where Wrapped: FromValue {
    /// `None` and absent arguments are nil.
    public static func from(_ value: Value) throws -> Wrapped?? {
        switch value {
        case .none, .unset: return .some(nil)
        default: return try Wrapped.from(value).map { .some($0) }
        }
    }
    public static var expectedType: String { Wrapped.expectedType + " or None" }
}

extension Optional: IntoValue where Wrapped: IntoValue {
    public func intoValue() throws -> Value { try self?.intoValue() ?? .none }
}

extension Array: FromValue where Element: FromValue {
    /// A list or a tuple whose elements all fit.
    public static func from(_ value: Value) throws -> [Element]? {
        guard let elements = value.sequenceElements else { return nil }
        var result: [Element] = []
        result.reserveCapacity(elements.count)
        for element in elements {
            guard let converted = try Element.from(element) else { return nil }
            result.append(converted)
        }
        return result
    }
    public static var expectedType: String { "tuple of " + Element.expectedType + "s" }
}

extension Array: IntoValue where Element: IntoValue {
    public func intoValue() throws -> Value { .list(try map { try $0.intoValue() }) }
}

extension FromValue where Self: Object {
    public static func from(_ value: Value) -> Self? {
        if case .object(let object) = value { object as? Self } else { nil }
    }
}

extension Object: IntoValue {
    @inlinable public func intoValue() -> Value { .object(self) }
}

extension ListObject: FromValue { public static var expectedType: String { "list" } }
extension TupleObject: FromValue { public static var expectedType: String { "tuple" } }
extension DictObject: FromValue { public static var expectedType: String { "dict" } }
extension SetObject: FromValue { public static var expectedType: String { "set" } }
extension StrObject: FromValue { public static var expectedType: String { "str" } }
extension BytesObject: FromValue { public static var expectedType: String { "bytes" } }
extension AnyRange: FromValue { public static var expectedType: String { "range" } }
extension SliceObject: FromValue { public static var expectedType: String { "slice" } }
extension FunctionObject: FromValue { public static var expectedType: String { "function" } }
extension ModuleObject: FromValue { public static var expectedType: String { "module" } }
extension Class: FromValue { public static var expectedType: String { "type" } }
extension ExceptionObject: FromValue { public static var expectedType: String { "BaseException" } }
extension PropertyObject: FromValue { public static var expectedType: String { "property" } }
extension MethodWrapper: FromValue { public static var expectedType: String { "method wrapper" } }
extension BoundMethod: FromValue { public static var expectedType: String { "method" } }
extension NativeFunction: FromValue { public static var expectedType: String { "builtin_function_or_method" } }
extension GeneratorObject: FromValue { public static var expectedType: String { "generator" } }

extension Value {
    /// The elements of a list or a tuple (or an instance of a subclass of one); nil for everything else.
    public var sequenceElements: [Value]? {
        guard case .object(let object) = self else { return nil }
        if let list = object as? ListObject { return list.elements }
        return (object as? TupleObject)?.elements
    }
}
