// Instantiation: `cls(…)`.

extension Class {
    /// `self(arguments)`: a new instance, or what `__new__` gives.
    func instantiate(_ arguments: Arguments) throws -> Value {
        if !abstractNames.isEmpty { throw abstractError() }
        if self === Class.objectClass, arguments.total > 0 { throw Raised.typeError("object() takes no arguments") }
        guard isUserDefined else { return try constructor(self, arguments) }
        let initialise = lookup(Dunder.`init`.name)
        let hasUserInit = userDunders.contains(.`init`)
        let instance: Value
        if userDunders.contains(.new), let make = lookup(Dunder.new.name) {
            let function = make.as(MethodWrapper.self)?.function ?? make
            instance = try arguments.prepending(.object(self)) { try function.call($0) }
            guard instance.isInstance(of: self) else { return instance }
        } else {
            instance = try allocate(arguments, hasUserInit: hasUserInit)
        }
        if hasUserInit, let initialise {
            let result = try arguments.prepending(instance) { try initialise.call($0) }
            if !result.isNone { throw Raised.typeError("__init__() should return None, not '\(result.type.name)'") }
        } else if userDunders.contains(.new), let initializer = nearest(\.initializer) {
            try initializer(instance, arguments)
        }
        return instance
    }

    /// Native `__new__` for a user class.
    private func allocate(_ arguments: Arguments, hasUserInit: Bool) throws -> Value {
        if host === Class.objectClass {
            if arguments.total > 0 && !hasUserInit { throw Raised.typeError("\(name)() takes no arguments") }
            return .object(Instance(type: self))
        }
        if hasUserInit && nearest(\.initializer) != nil {
            return try Arguments.with([]) { try constructor(self, $0) }
        }
        return try constructor(self, arguments)
    }

    private func abstractError() -> Raised {
        let names = abstractNames.joined(separator: ", ")
        return .typeError("Can't instantiate abstract class \(name) with abstract method\(abstractNames.count == 1 ? "" : "s") \(names)")
    }

    /// `self[key]`: `list[int]`, `__class_getitem__`.
    func subscripted(_ key: Value) throws -> Value {
        if let method = lookup(Dunder.class_getitem.name) {
            let function = method.as(MethodWrapper.self)?.function ?? method
            return try function.call([.object(self), key])
        }
        guard Class.genericNames.contains(name), !isUserDefined else { throw Raised.typeError("type '\(name)' is not subscriptable") }
        return .object(GenericAlias(.object(self), key.as(TupleObject.self)?.elements ?? [key]))
    }

    /// The native classes that take type arguments.
    private static let genericNames: Set<String> = [
        "list", "tuple", "dict", "set", "frozenset", "type", "deque", "defaultdict", "OrderedDict", "Counter", "ChainMap",
    ]
}

extension Value {
    /// `isinstance(self, type)`, where `type` is a class or a tuple of classes (nested ones too).
    /// - Throws: TypeError for anything else.
    public func isInstance(ofAny type: Value) throws -> Bool {
        if let cls = type.as(Class.self) {
            if isInstance(of: cls) { return true }
            return try cls.instanceCheck?(self) ?? false
        }
        if let types = type.as(TupleObject.self) {
            for type in types.elements where try isInstance(ofAny: type) { return true }
            return false
        }
        if case .object(let object) = type {
            if object.type.userDunders.contains(.instancecheck) { return try Value.callSpecial(.instancecheck, type, self).truth() }
            if let alternatives = try object.attribute("__args__")?.as(TupleObject.self), object.type.name == "UnionType" {
                return try isInstance(ofAny: .object(alternatives))
            }
        }
        throw Raised.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
}
