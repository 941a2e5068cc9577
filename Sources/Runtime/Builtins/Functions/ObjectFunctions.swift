// Builtin functions about objects: isinstance, getattr, dir, id, hash, repr and the like.

enum ObjectFunctions {
    static var rows: [Row] { attributes + classes + texts + leaving + refused }

    private static var leaving: [Row] {
        ["exit", "quit"].map { name in
            def("\(name)(code=None)", "Ends the program.") { (code: Value) -> Value in
                throw Raised(ExceptionObject(type: .exception("SystemExit"), arguments: [code]))
            }
        }
    }

    private static var attributes: [Row] {
        [
            def(raw: "getattr(object, name, default=None, /)", "An attribute, or a default.", example: "getattr([], 'x', None)") { arguments in
                try arguments.rejectKeywords("getattr")
                guard arguments.count >= 2 else { throw Raised.typeError("getattr expected at least 2 arguments, got \(arguments.count)") }
                guard arguments.count <= 3 else { throw Raised.typeError("getattr expected at most 3 arguments, got \(arguments.count)") }
                let name = try name(arguments[1])
                if arguments.count == 2 { return try arguments[0].attribute(name) }
                return try arguments[0].attributeIfPresent(name) ?? arguments[2]
            },
            def("hasattr(obj, name, /)", "Whether an object has an attribute.", example: "hasattr([], 'append')") { (value: Value, attribute: Value) in
                try value.attributeIfPresent(name(attribute)) != nil
            },
            def("setattr(obj, name, value, /)", "Sets an attribute.") { (value: Value, attribute: Value, newValue: Value) throws -> Void in
                try value.setAttribute(name(attribute), newValue)
            },
            def("delattr(obj, name, /)", "Deletes an attribute.") { (value: Value, attribute: Value) throws -> Void in try value.deleteAttribute(name(attribute)) },
            def("callable(obj, /)", "Whether an object can be called.", example: "callable(len)") { (value: Value) in value.isCallable },
            def("id(obj, /)", "A number that is unique among living objects.") { (value: Value) -> Int in
                switch value {
                case .object(let object): object.identity
                case .int(let int): 0x7000_0000_0000 &+ int &* 32
                case .float(let double): Int(truncatingIfNeeded: double.bitPattern >> 2)
                case .bool(let bool): bool ? 0x7F00_0020 : 0x7F00_0040
                case .none, .unset: 0x7F00_0000
                }
            },
            def("hash(obj, /)", "The hash of an object.", example: "hash(1.0) == hash(1)") { (value: Value) in try value.hash() },
        ]
    }

    /// The attribute name in a value.
    private static func name(_ value: Value) throws -> Name {
        guard let text = value.as(StrObject.self) else { throw Raised.typeError("attribute name must be string, not '\(value.type.name)'") }
        return text.name
    }

    private static var classes: [Row] {
        [
            def(quick: "isinstance(obj, class_or_tuple, /)", "Whether an object is an instance of a class or of one of several.", example: "isinstance(1, (int, str))") {
                (value: Value, cls: Value) in
                try ClassCheck.isInstance(value, cls)
            },
            def("issubclass(cls, class_or_tuple, /)", "Whether a class derives from a class or from one of several.", example: "issubclass(bool, int)") {
                (value: Value, cls: Value) in
                guard let candidate = value.as(Class.self) else { throw Raised.typeError("issubclass() arg 1 must be a class") }
                return try ClassCheck.isSubclass(candidate, cls)
            },
        ]
    }

    private static var texts: [Row] {
        [
            def("repr(obj, /)", "The text that represents an object.", example: "repr('a')") { (value: Value) in try value.repr() },
            def("ascii(obj, /)", "As repr, with escapes for everything beyond ASCII.") { (value: Value) in TextLiteral.ascii(try value.repr()) },
            def("format(value, format_spec='', /)", "A value as text in the form a spec asks for.", example: "format(3.14159, '.2f')") {
                (value: Value, spec: Value) in
                guard let text = spec.text else { throw Raised.typeError("format() argument 2 must be str, not \(spec.type.name)") }
                return try value.format(text)
            },
        ]
    }

    /// What is left out on purpose says so.
    private static var refused: [Row] {
        ["exec", "eval", "compile", "__import__", "breakpoint"].map { name in
            def(raw: "\(name)(*args, **kwargs)", "Not available.") { _ in
                throw Raised.notImplementedError("\(name)() is not available: cells run in a sandbox without dynamic code")
            }
        }
    }
}

/// `isinstance` and `issubclass` over classes, tuples of classes and unions.
enum ClassCheck {
    /// `isinstance(value, target)`
    static func isInstance(_ value: Value, _ target: Value) throws -> Bool {
        if let cls = target.as(Class.self) {
            if cls.type.userDunders.contains(.instancecheck) { return try Value.callSpecial(.instancecheck, target, value).truth() }
            if value.isInstance(of: cls) { return true }
            if let check = cls.instanceCheck, try check(value) { return true }
            guard let check = cls.lookup(Dunder.instancecheck.name), check.as(MethodWrapper.self) != nil else { return false }
            return try bound(check, target, [value]).truth()
        }
        if let several = try members(target) {
            for member in several where try isInstance(value, member) { return true }
            return false
        }
        if target.isNone { return value.isNone }
        if target.as(GenericAlias.self) != nil { throw Raised.typeError("isinstance() argument 2 cannot be a parameterized generic") }
        if let check = target.type.lookup(Dunder.instancecheck.name) { return try check.call([target, value]).truth() }
        throw Raised.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    }

    /// `issubclass(candidate, target)`
    static func isSubclass(_ candidate: Class, _ target: Value) throws -> Bool {
        if let cls = target.as(Class.self) {
            if cls.type.userDunders.contains(.subclasscheck) { return try Value.callSpecial(.subclasscheck, target, .object(candidate)).truth() }
            if candidate.isSubclass(of: cls) { return true }
            guard let check = cls.lookup(Dunder.subclasscheck.name), check.as(MethodWrapper.self) != nil else { return false }
            return try bound(check, target, [.object(candidate)]).truth()
        }
        if let several = try members(target) {
            for member in several where try isSubclass(candidate, member) { return true }
            return false
        }
        if target.isNone { return candidate === Class.noneType }
        if target.as(GenericAlias.self) != nil { throw Raised.typeError("issubclass() argument 2 cannot be a parameterized generic") }
        throw Raised.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }

    /// A check found in a class: class methods bind themselves, plain functions get the class.
    private static func bound(_ check: Value, _ cls: Value, _ arguments: [Value]) throws -> Value {
        if let wrapper = check.as(MethodWrapper.self) {
            return try wrapper.function.call(wrapper.binding == .cls ? [cls] + arguments : arguments)
        }
        return try check.call([cls] + arguments)
    }

    /// The members of a tuple or of a union (`int | str`); nil for everything else.
    private static func members(_ target: Value) throws -> [Value]? {
        if let tuple = target.as(TupleObject.self) { return tuple.elements }
        return target.as(UnionType.self)?.members
    }
}
