// UnionType: `int | str`; GenericAlias: `list[int]`.

/// A union of classes.
final class UnionType: Object, @unchecked Sendable {
    let members: [Value]
    private static let cls = Class(native: "UnionType", module: "types", hooks: [.or, .ror], extensible: false, rows: {
        [property("__args__", "The members.") { (me: UnionType) in Value.tuple(me.members) }]
    })

    init(_ members: [Value]) {
        self.members = members
        super.init(type: Self.cls)
    }

    /// `left | right`; nil where one side is no type.
    static func join(_ left: Value, _ right: Value) throws -> Value? {
        guard let a = parts(left), let b = parts(right) else { return nil }
        var all: [Value] = []
        for part in a + b where !(all.contains { $0.isIdentical(to: part) }) { all.append(part) }
        return all.count == 1 ? all[0] : .object(UnionType(all))
    }

    private static func parts(_ value: Value) -> [Value]? {
        if value.isNone { return [value] }
        guard case .object(let object) = value else { return nil }
        if let union = object as? UnionType { return union.members }
        return object is Class || object is GenericAlias ? [value] : nil
    }

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard op == .bitOr else { return nil }
        return try reflected ? Self.join(other, .object(self)) : Self.join(.object(self), other)
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(UnionType.self), op == .equal || op == .notEqual else { return nil }
        let isEqual = members.count == other.members.count && members.allSatisfy { mine in other.members.contains { $0.isIdentical(to: mine) } }
        return .bool(isEqual == (op == .equal))
    }

    override func hash() throws -> Int { try members.reduce(0) { try $0 ^ $1.hash() } }

    override func repr() throws -> String {
        try members.map { try GenericAlias.text(of: $0) }.joined(separator: " | ")
    }
}

extension UnionType: FromValue { static var expectedType: String { "UnionType" } }

/// A class with type arguments; calls and attributes go to the class.
final class GenericAlias: Object, @unchecked Sendable {
    let origin: Value
    let arguments: [Value]
    private static let cls = Class(native: "GenericAlias", module: "types", hooks: [.call, .or, .ror], extensible: false)

    init(_ origin: Value, _ arguments: [Value]) {
        self.origin = origin
        self.arguments = arguments
        super.init(type: Self.cls)
    }

    override func call(_ arguments: Arguments) throws -> Value { try origin.call(arguments) }

    override func attribute(_ name: Name) throws -> Value? {
        switch name.text {
        case "__origin__": origin
        case "__args__": .tuple(arguments)
        default: try origin.attributeIfPresent(name)
        }
    }

    override func binary(_ op: BinaryOperator, _ other: Value, reflected: Bool) throws -> Value? {
        guard op == .bitOr else { return nil }
        return try reflected ? UnionType.join(other, .object(self)) : UnionType.join(.object(self), other)
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(GenericAlias.self), op == .equal || op == .notEqual else { return nil }
        let isSame = try origin.isSameKey(as: other.origin) && Value.tuple(arguments).equals(.tuple(other.arguments))
        return .bool(isSame == (op == .equal))
    }

    override func hash() throws -> Int { try origin.hash() ^ Value.tuple(arguments).hash() }

    override func repr() throws -> String {
        "\(try Self.text(of: origin))[\(try arguments.map { try Self.text(of: $0) }.joined(separator: ", "))]"
    }

    /// How a type is written in annotations: `int`, `collections.deque`, `...`.
    static func text(of value: Value) throws -> String {
        if let cls = value.as(Class.self) {
            return cls.module == "builtins" ? cls.qualifiedName : "\(cls.module).\(cls.qualifiedName)"
        }
        if case .object(let object) = value, object === SingletonObject.ellipsis { return "..." }
        if let list = value.as(ListObject.self) { return "[" + (try list.elements.map { try text(of: $0) }.joined(separator: ", ")) + "]" }
        return try value.repr()
    }
}
