// Row: the declaration of one native function, method or property; everything else about it is derived.

/// Where a row is reachable besides its own module: a tag that a library defines (`.method`, `.functional`).
public struct Surface: Hashable, Sendable {
    public let name: String
    public init(_ name: String) { self.name = name }
    /// A method of the library's main type.
    public static let method = Surface("method")
}

/// One native function: a signature in the language, a sentence, a runnable example, a Swift closure.
public struct Row: Sendable {
    /// What kind of member of a class or a module the row declares.
    public enum Kind: Sendable {
        case function
        /// In a class: called without an instance.
        case staticMethod
        /// In a class: the first parameter is the class.
        case classMethod
        case property(get: @Sendable (Value) throws -> Value, set: (@Sendable (Value, Value) throws -> Void)?)
    }

    /// The bound arguments, one value per parameter of the signature, in order. Nil where one does not fit its Swift type.
    typealias Body = @Sendable (BoundArguments) throws -> Value
    /// A body that binds its arguments itself.
    typealias RawBody = @Sendable (Arguments) throws -> Value

    public let name: Name
    /// The `def` header without `def`: "clamp(input, min=None, max=None)". Parsed at the first call or look-up.
    public let header: String
    /// One sentence.
    public let doc: String
    /// A runnable line or more; empty where there is none.
    public let example: String
    /// Where else the row appears.
    public let surfaces: Set<Surface>
    public let kind: Kind
    let body: Body?
    let rawBody: RawBody?
    /// Number of parameters of the Swift closure; must equal the signature's.
    let arity: Int
    /// How argument errors are worded; nil: as CPython does.
    public internal(set) var voice: Voice?

    init(header: String, doc: String, example: String, surfaces: [Surface], kind: Kind, arity: Int, body: Body?, rawBody: RawBody?) {
        name = Name(String(Substring(header.utf8.prefix { $0 != UInt8(ascii: "(") })))
        self.header = header
        self.doc = doc
        self.example = example
        self.surfaces = Set(surfaces)
        self.kind = kind
        self.arity = arity
        self.body = body
        self.rawBody = rawBody
    }

    /// The same function under another name (`alias("absolute", of: row)`).
    public func renamed(_ newName: String) -> Row {
        var row = Row(
            header: newName + header.drop { $0 != "(" }, doc: doc, example: example, surfaces: Array(surfaces), kind: kind,
            arity: arity, body: body, rawBody: rawBody)
        row.voice = voice
        return row
    }

    /// The same function as a static or class method.
    public func asKind(_ kind: Kind) -> Row {
        Row(header: header, doc: doc, example: example, surfaces: Array(surfaces), kind: kind, arity: arity, body: body, rawBody: rawBody)
    }
}

/// The arguments of a native function after binding: one value per parameter.
public struct BoundArguments {
    @usableFromInline let base: UnsafeMutablePointer<Value>
    @usableFromInline var next = 0

    /// The next argument as `T`.
    /// - Throws: `Misfit` where the value does not fit.
    @inlinable public mutating func next<T: FromValue>(as _: T.Type) throws -> T {
        let index = next
        next += 1
        guard let value = try T.from(base[index]) else { throw Misfit(index: index, expected: T.expectedType) }
        return value
    }
}

/// An argument that does not fit its parameter's Swift type. Turned into a TypeError, or into a try of the next overload.
@usableFromInline struct Misfit: Error {
    let index: Int
    let expected: String
    @usableFromInline init(index: Int, expected: String) {
        self.index = index
        self.expected = expected
    }
}

/// A native function whose Swift parameters are converted from the bound arguments, one each.
///
///     def("clamp(input, min=None, max=None)", "Limits every element.") { (x: Tensor, low: Value, high: Value) in … }
@inline(__always)
public func def<each P: FromValue, R: IntoValue>(
    _ header: String, _ doc: String, example: String = "", also surfaces: [Surface] = [],
    _ body: @escaping @Sendable (repeat each P) throws -> R
) -> Row {
    var arity = 0
    for type in repeat (each P).self { arity += type.parameterCount }
    return Row(header: header, doc: doc, example: example, surfaces: surfaces, kind: .function, arity: arity, body: { bound in
        var bound = bound
        return try body(repeat try (each P).take(from: &bound)).intoValue()
    }, rawBody: nil)
}

/// A native function without a result.
@inline(__always)
public func def<each P: FromValue>(
    _ header: String, _ doc: String, example: String = "", also surfaces: [Surface] = [],
    _ body: @escaping @Sendable (repeat each P) throws -> Void
) -> Row {
    var arity = 0
    for type in repeat (each P).self { arity += type.parameterCount }
    return Row(header: header, doc: doc, example: example, surfaces: surfaces, kind: .function, arity: arity, body: { bound in
        var bound = bound
        try body(repeat try (each P).take(from: &bound))
        return .none
    }, rawBody: nil)
}

// MARK: Functions that loops call

/// As `def`, with conversions that are compiled into the function; those of a pack of parameters are looked up at every call.
@inline(__always)
public func def<A: FromValue, R: IntoValue>(
    quick header: String, _ doc: String, example: String = "", _ body: @escaping @Sendable (A) throws -> R
) -> Row {
    Row(header: header, doc: doc, example: example, surfaces: [], kind: .function, arity: A.parameterCount, body: { bound in
        var bound = bound
        return try body(A.take(from: &bound)).intoValue()
    }, rawBody: nil)
}

/// As above, for two parameters.
@inline(__always)
public func def<A: FromValue, B: FromValue, R: IntoValue>(
    quick header: String, _ doc: String, example: String = "", _ body: @escaping @Sendable (A, B) throws -> R
) -> Row {
    Row(header: header, doc: doc, example: example, surfaces: [], kind: .function, arity: A.parameterCount + B.parameterCount, body: { bound in
        var bound = bound
        return try body(A.take(from: &bound), B.take(from: &bound)).intoValue()
    }, rawBody: nil)
}

/// As above, for three parameters.
@inline(__always)
public func def<A: FromValue, B: FromValue, C: FromValue, R: IntoValue>(
    quick header: String, _ doc: String, example: String = "", _ body: @escaping @Sendable (A, B, C) throws -> R
) -> Row {
    let arity = A.parameterCount + B.parameterCount + C.parameterCount
    return Row(header: header, doc: doc, example: example, surfaces: [], kind: .function, arity: arity, body: { bound in
        var bound = bound
        return try body(A.take(from: &bound), B.take(from: &bound), C.take(from: &bound)).intoValue()
    }, rawBody: nil)
}

/// A native function that looks at the arguments itself. The signature then only serves `help` and the reference.
public func def(
    raw header: String, _ doc: String, example: String = "", also surfaces: [Surface] = [],
    _ body: @escaping @Sendable (Arguments) throws -> Value
) -> Row {
    Row(header: header, doc: doc, example: example, surfaces: surfaces, kind: .function, arity: 0, body: nil, rawBody: body)
}

/// A computed attribute of a native type.
public func property<Receiver: FromValue, R: IntoValue>(
    _ name: String, _ doc: String, example: String = "", _ get: @escaping @Sendable (Receiver) throws -> R
) -> Row {
    propertyRow(name, doc, example: example, get: get, set: nil)
}

/// A computed attribute of a native type that can be assigned.
public func property<Receiver: FromValue, R: IntoValue>(
    _ name: String, _ doc: String, example: String = "", get: @escaping @Sendable (Receiver) throws -> R,
    set: @escaping @Sendable (Receiver, Value) throws -> Void
) -> Row {
    propertyRow(name, doc, example: example, get: get, set: { receiver, value in
        try set(receive(receiver, property: name), value)
    })
}

private func propertyRow<Receiver: FromValue, R: IntoValue>(
    _ name: String, _ doc: String, example: String, get: @escaping @Sendable (Receiver) throws -> R,
    set: (@Sendable (Value, Value) throws -> Void)?
) -> Row {
    let kind = Row.Kind.property(get: { try get(receive($0, property: name)).intoValue() }, set: set)
    return Row(header: name, doc: doc, example: example, surfaces: [], kind: kind, arity: 1, body: nil, rawBody: nil)
}

private func receive<Receiver: FromValue>(_ value: Value, property: String) throws -> Receiver {
    guard let receiver = try Receiver.from(value) else {
        throw Raised.typeError("descriptor '\(property)' for '\(Receiver.expectedType)' objects doesn't apply to a '\(value.type.name)' object")
    }
    return receiver
}

extension Row {
    /// A method called without an instance (`str.maketrans`).
    public var asStatic: Row { asKind(.staticMethod) }
    /// A method whose first parameter is the class (`dict.fromkeys`).
    public var asClassMethod: Row { asKind(.classMethod) }

    /// Rows of one name, in order: the overloads of one function.
    struct Group {
        let name: Name
        var rows: [Row]

        /// The member of a class these rows declare.
        func member(of cls: Class) -> Value {
            switch rows[0].kind {
            case .property(let get, let set):
                .object(NativeProperty(name: name.text, doc: rows[0].doc, get: get, set: set))
            case .function: .object(NativeFunction(rows, owner: cls))
            case .staticMethod: .object(MethodWrapper(.object(NativeFunction(rows, owner: nil)), binding: .nothing))
            case .classMethod: .object(MethodWrapper(.object(NativeFunction(rows, owner: nil)), binding: .cls))
            }
        }
    }

    /// Groups rows by name, keeping order.
    static func grouped(_ rows: [Row]) -> [Group] {
        var groups: [Group] = []
        var positions: [Name: Int] = [:]
        for row in rows {
            if let position = positions[row.name] {
                groups[position].rows.append(row)
            } else {
                positions[row.name] = groups.count
                groups.append(Group(name: row.name, rows: [row]))
            }
        }
        return groups
    }
}
