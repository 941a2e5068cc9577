// ExceptionGroups: several exceptions raised as one.

enum ExceptionGroups {
    /// `BaseExceptionGroup`
    static let baseClass = Class(
        native: "BaseExceptionGroup", base: .baseException, rows: { rows }, constructor: construct)
    /// `ExceptionGroup`, whose members are no `KeyboardInterrupt` and the like.
    static let plainClass = Class(native: "ExceptionGroup", base: baseClass, and: .exception("Exception"), constructor: construct)

    private static let construct: Class.Constructor = { cls, arguments in
        try arguments.rejectKeywords(cls.name)
        guard arguments.count == 2 else {
            throw Raised.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (\(arguments.count) given)")
        }
        guard arguments[0].text != nil else {
            throw Raised.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not \(arguments[0].type.name)")
        }
        guard let members = arguments[1].sequenceElements else { throw Raised.typeError("second argument (exceptions) must be a sequence") }
        if members.isEmpty { throw Raised.valueError("second argument (exceptions) must be a non-empty sequence") }
        for (index, member) in members.enumerated() where member.as(ExceptionObject.self) == nil {
            throw Raised.valueError("Item \(index) of second argument (exceptions) is not an exception")
        }
        let isPlain = members.allSatisfy { $0.isInstance(of: .exception("Exception")) }
        if !isPlain, cls.isSubclass(of: .exception("Exception")) {
            throw Raised.typeError("Cannot nest BaseExceptions in an \(cls.name)")
        }
        return .object(ExceptionObject(type: isPlain && cls === baseClass ? plainClass : cls, arguments: Array(arguments.positional)))
    }

    /// The message and how many members there are; nil for other exceptions.
    static func text(_ exception: ExceptionObject) throws -> String? {
        guard exception.isA(baseClass) else { return nil }
        let count = members(exception).count
        return "\(try exception.arguments.first?.str() ?? "") (\(count) sub-exception\(count == 1 ? "" : "s"))"
    }

    private static func members(_ group: ExceptionObject) -> [Value] { group.arguments.count > 1 ? group.arguments[1].sequenceElements ?? [] : [] }

    private static var rows: [Row] {
        [
            property("message", "The message.") { (me: ExceptionObject) in me.arguments.first ?? .none },
            property("exceptions", "The members.") { (me: ExceptionObject) in Value.tuple(members(me)) },
            def("derive(self, excs, /)", "A group of the same message with other members.") { (me: ExceptionObject, members: Value) in
                try Value.object(baseClass).call([me.arguments.first ?? "", members])
            },
            def("subgroup(self, condition, /)", "The group of the members that are of a class or fulfil a condition; None where there are none.") {
                (me: ExceptionObject, condition: Value) in
                try parted(me) { try holds(condition, $0) }.matching
            },
            def("split(self, condition, /)", "The group of the members that match, and that of the others.") { (me: ExceptionObject, condition: Value) in
                let (matching, rest) = try parted(me) { try holds(condition, $0) }
                return Value.tuple([matching, rest])
            },
        ]
    }

    /// Both parts of a group, nested groups included; None stands for an empty part.
    static func parted(_ group: ExceptionObject, by isMatching: (Value) throws -> Bool) throws -> (matching: Value, rest: Value) {
        if try isMatching(.object(group)) { return (.object(group), .none) }
        var matching: [Value] = [], rest: [Value] = []
        for member in members(group) {
            if let inner = member.as(ExceptionObject.self), inner.isA(baseClass) {
                let parts = try Interpreter.nested { try parted(inner, by: isMatching) }
                if !parts.matching.isNone { matching.append(parts.matching) }
                if !parts.rest.isNone { rest.append(parts.rest) }
            } else if try isMatching(member) {
                matching.append(member)
            } else {
                rest.append(member)
            }
        }
        return (try derived(group, matching), try derived(group, rest))
    }

    /// The exceptions of a group and of the groups in it that are no groups themselves.
    static func leaves(_ group: ExceptionObject) -> [ObjectIdentifier] {
        guard group.isA(baseClass) else { return [ObjectIdentifier(group)] }
        return members(group).compactMap { $0.as(ExceptionObject.self) }.flatMap(leaves)
    }

    private static func holds(_ condition: Value, _ exception: Value) throws -> Bool {
        if condition.as(Class.self) != nil || condition.as(TupleObject.self) != nil { return try exception.isInstance(ofAny: condition) }
        guard condition.isCallable else { throw Raised.typeError("expected a function, exception type or tuple of exception types") }
        return try condition.call([exception]).truth()
    }

    private static func derived(_ group: ExceptionObject, _ members: [Value]) throws -> Value {
        if members.isEmpty { return .none }
        let made = try Value.object(group).callMethod("derive", [.list(members)])
        if let exception = made.as(ExceptionObject.self) {
            (exception.cause, exception.context, exception.traceback) = (group.cause, group.context, group.traceback)
        }
        return made
    }
}
