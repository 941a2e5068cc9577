// SlotWrappers: the Swift hooks of native classes as methods (`list.__len__`, `super().__setattr__`).

/// Makes the method of a native class that calls a Swift hook, past any method of the language.
enum SlotWrappers {
    /// The class attribute for a hook.
    static func member(_ dunder: Dunder, of cls: Class) -> Value {
        let name = dunder.name.text
        switch dunder {
        case .new:
            let row = def(raw: "\(name)(*args, **kwargs)", "Makes an instance.") { try make($0) }
            return .object(MethodWrapper(.object(NativeFunction([row])), binding: .nothing))
        case .init_subclass:
            let row = def(raw: "\(name)(cls)", "Called when the class is subclassed.") { arguments in
                if arguments.total > 1 {
                    throw Raised.typeError("\(arguments[0].as(Class.self)?.qualifiedName ?? cls.name).__init_subclass__() takes no keyword arguments")
                }
                return .none
            }
            return .object(MethodWrapper(.object(NativeFunction([row])), binding: .cls))
        default:
            let row = def(raw: "\(name)(self, *args)", "Implements the special method.") { arguments in
                guard arguments.count > 0 else { throw Raised.typeError("unbound method \(cls.name).\(name)() needs an argument") }
                guard arguments[0].isInstance(of: cls) else {
                    throw Raised.typeError("descriptor '\(name)' requires a '\(cls.name)' object but received a '\(arguments[0].type.name)'")
                }
                return try invoke(dunder, arguments[0], arguments.dropFirst())
            }
            return .object(NativeFunction([row], owner: cls))
        }
    }

    /// `cls.__new__(cls, *args)`
    private static func make(_ arguments: Arguments) throws -> Value {
        guard arguments.count > 0, let cls = arguments[0].as(Class.self) else {
            throw Raised.typeError("object.__new__(X): X is not a type object")
        }
        if cls.host === Class.objectClass {
            if arguments.total > 1, !cls.userDunders.contains(.`init`), !cls.userDunders.contains(.new) {
                throw Raised.typeError("\(cls.name)() takes no arguments")
            }
            return .object(Instance(type: cls))
        }
        if cls.nearest(\.initializer) != nil { return try Arguments.with([]) { try cls.constructor(cls, $0) } }
        return try cls.constructor(cls, arguments.dropFirst())
    }

    private static func invoke(_ dunder: Dunder, _ receiver: Value, _ arguments: Arguments) throws -> Value {
        if let operation = BinaryOperator.byDunder[dunder] { return try binary(operation, receiver, arguments) }
        if let comparison = Comparison.allCases.first(where: { $0.dunder == dunder }) { return try compare(comparison, receiver, arguments) }
        if let unary = UnaryOperator.allCases.first(where: { $0.dunder == dunder }) { return try apply(unary, receiver) }
        if let value = try container(dunder, receiver, arguments) { return value }
        if let value = try conversion(dunder, receiver, arguments) { return value }
        return try attribute(dunder, receiver, arguments)
    }

    private static func binary(
        _ operation: (op: BinaryOperator, form: BinaryOperator.Form), _ receiver: Value, _ arguments: Arguments
    ) throws -> Value {
        let other = try argument(arguments, 0, 1)
        if case .object(let object) = receiver {
            let result = operation.form == .inPlace ? try object.inPlace(operation.op, other)
                : try object.binary(operation.op, other, reflected: operation.form == .reflected)
            if let result { return result }
        }
        let plain = receiver.withoutSubclass, otherPlain = other.withoutSubclass
        let (a, b) = operation.form == .reflected ? (otherPlain, plain) : (plain, otherPlain)
        return try Numbers.binary(operation.op, a, b) ?? .notImplemented
    }

    private static func compare(_ op: Comparison, _ receiver: Value, _ arguments: Arguments) throws -> Value {
        let other = try argument(arguments, 0, 1)
        if let result = Numbers.compare(op, receiver.withoutSubclass, other.withoutSubclass) { return .bool(result) }
        guard case .object(let object) = receiver else { return .notImplemented }
        if let result = try object.compare(op, other) { return result }
        switch op {
        case .equal: return receiver.isIdentical(to: other) ? true : .notImplemented
        case .notEqual:
            let equal = try Value.object(object).compare(.equal, other)
            return .bool(try !equal.truth())
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return .notImplemented
        }
    }

    private static func apply(_ op: UnaryOperator, _ receiver: Value) throws -> Value {
        if let result = Numbers.unary(op, receiver.withoutSubclass) { return result }
        if case .object(let object) = receiver, let result = try object.unary(op) { return result }
        throw Raised.typeError("bad operand type for unary \(op.symbol): '\(receiver.type.name)'")
    }

    private static func container(_ dunder: Dunder, _ receiver: Value, _ arguments: Arguments) throws -> Value? {
        guard case .object(let object) = receiver else { return nil }
        switch dunder {
        case .len: return .int(try object.length() ?? 0)
        case .getitem: return try object.item(argument(arguments, 0, 1))
        case .setitem:
            try object.setItem(argument(arguments, 0, 2), argument(arguments, 1, 2))
            return Value.none
        case .delitem:
            try object.deleteItem(argument(arguments, 0, 1))
            return Value.none
        case .contains:
            let wanted = try argument(arguments, 0, 1)
            if let found = try object.contains(wanted) { return .bool(found) }
            return .bool(try receiver.contains(wanted))
        case .iter: return .object(try object.iterate() ?? object)
        case .next:
            guard let element = try object.next() else { throw Raised.stopIteration() }
            return element
        case .reversed: return try builtin("reversed", [receiver])
        case .call: return try object.call(arguments)
        case .bool: return .bool(try object.truth())
        default: return nil
        }
    }

    private static func conversion(_ dunder: Dunder, _ receiver: Value, _ arguments: Arguments) throws -> Value? {
        let plain = receiver.withoutSubclass
        switch dunder {
        case .repr:
            if case .object(let object) = plain { return .string(try object.repr()) }
            return .string(try plain.repr())
        case .str:
            if case .object(let object) = plain { return .string(try object.str()) }
            return .string(try plain.str())
        case .format:
            let spec = try argument(arguments, 0, 1).text ?? ""
            if case .object(let object) = plain { return .string(try object.format(spec)) }
            return .string(try plain.format(spec))
        case .hash:
            if case .object(let object) = plain { return .int(try object.hash()) }
            return .int(try plain.hash())
        case .bool: return .bool(try plain.truth())
        case .int, .index, .trunc: return try builtin("int", [plain])
        case .float: return try builtin("float", [plain])
        case .abs: return try builtin("abs", [plain])
        case .round: return try builtin("round", [plain] + arguments.positional)
        case .divmod: return try builtin("divmod", [plain, argument(arguments, 0, 1)])
        case .rdivmod: return try builtin("divmod", [argument(arguments, 0, 1), plain])
        case .floor, .ceil:
            // Host objects that are floats (numpy's) give their number; theirs is the method this wrapper stands for.
            let number = try receiver.type.isSubclass(of: .float) ? plain.number().map(Value.float) : nil
            return try Interpreter.current.importModule("math").callMethod(Name(dunder == .floor ? "floor" : "ceil"), [number ?? plain])
        default: return nil
        }
    }

    private static func attribute(_ dunder: Dunder, _ receiver: Value, _ arguments: Arguments) throws -> Value {
        switch dunder {
        case .getattribute:
            let name = Name(try argument(arguments, 0, 1).text ?? "")
            guard let value = try receiver.genericAttribute(name) else { throw Raised.noAttribute(name, of: receiver) }
            return value
        case .setattr:
            guard case .object(let object) = receiver else { throw Raised.noAttribute("__setattr__", of: receiver) }
            try receiver.genericSetAttribute(object, Name(argument(arguments, 0, 2).text ?? ""), argument(arguments, 1, 2))
        case .delattr:
            guard case .object(let object) = receiver else { throw Raised.noAttribute("__delattr__", of: receiver) }
            try receiver.genericDeleteAttribute(object, Name(argument(arguments, 0, 1).text ?? ""))
        case .`init`:
            if let initializer = receiver.type.nearest(\.initializer) {
                try initializer(receiver, arguments)
            } else if arguments.total > 0, receiver.type.host === Class.objectClass, !receiver.type.userDunders.contains(.new) {
                throw Raised.typeError("\(receiver.type.name).__init__() takes exactly one argument (the instance to initialize)")
            }
        case .dir: return try builtin("dir", [receiver])
        case .get:
            let owner = try argument(arguments, 0, 1)
            let cls = arguments.count > 1 ? arguments[1].as(Class.self) ?? owner.type : owner.type
            return owner.isNone ? receiver : try receiver.bound(to: owner, in: cls)
        case .set:
            if let property = receiver.as(PropertyObject.self) { try property.set(argument(arguments, 0, 2), argument(arguments, 1, 2)) }
        case .delete:
            if let property = receiver.as(PropertyObject.self) { try property.delete(argument(arguments, 0, 1)) }
        default: throw Raised.typeError("'\(receiver.type.name)' object has no \(dunder.name.text)")
        }
        return .none
    }

    private static func argument(_ arguments: Arguments, _ index: Int, _ expected: Int) throws -> Value {
        guard index < arguments.count else {
            throw Raised.typeError("expected \(expected) argument\(expected == 1 ? "" : "s"), got \(arguments.count)")
        }
        return arguments[index]
    }

    private static func builtin(_ name: String, _ arguments: [Value]) throws -> Value {
        guard let function = Interpreter.current.builtins.value(of: Name(name)) else { throw Raised.nameError("name '\(name)' is not defined") }
        return try function.call(arguments)
    }
}

extension BinaryOperator {
    /// Which of the three special methods of an operator.
    enum Form { case forward, reflected, inPlace }

    /// The operator behind a special method.
    static let byDunder: [Dunder: (op: BinaryOperator, form: Form)] = {
        var result: [Dunder: (op: BinaryOperator, form: Form)] = [:]
        for op in allCases {
            result[op.forward] = (op, .forward)
            result[op.reflected] = (op, .reflected)
            result[op.inPlace] = (op, .inPlace)
        }
        return result
    }()
}

extension Value {
    /// The plain number behind an instance of a user class derived from `int` or `float`, so that its overrides are not asked.
    var withoutSubclass: Value {
        guard case .object(let object) = self, object.type.isUserDefined else { return self }
        if let integer = object as? IntObject { return .integer(integer.value) }
        if let float = object as? FloatObject { return .float(float.value) }
        return self
    }
}
