// Metaclass: class statements whose class is an instance of a class derived from `type`.

/// The class of a class under construction, and how it takes part.
struct Metaclass {
    let cls: Class

    /// Takes `metaclass=` out of the keywords; otherwise, and where a base knows a narrower one, it is inherited.
    /// - Throws: TypeError where the bases' metaclasses do not go together.
    init(bases: [Value], keywords: inout [(Name, Value)]) throws {
        var chosen = Class.typeClass
        if let index = keywords.firstIndex(where: { $0.0 == "metaclass" }) {
            let named = keywords.remove(at: index).1
            guard let metaclass = named.as(Class.self), metaclass.isSubclass(of: .typeClass) else {
                throw Raised.notImplementedError("a metaclass must be a class derived from type")
            }
            chosen = metaclass
        }
        try self.init(narrowing: chosen, bases: bases)
    }

    /// The narrowest of a metaclass and those of the bases.
    init(narrowing first: Class, bases: [Value]) throws {
        var chosen = first
        for base in bases {
            guard let metaclass = base.as(Class.self)?.type, !chosen.isSubclass(of: metaclass) else { continue }
            guard metaclass.isSubclass(of: chosen) else {
                throw Raised.typeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
            }
            chosen = metaclass
        }
        cls = chosen
    }

    /// Fills the names the class body begins with: what `__prepare__` gives.
    func prepare(_ namespace: Namespace, name: String, bases: [Value], keywords: [(Name, Value)]) throws {
        guard cls.isUserDefined, let prepare = try cls.classAttribute("__prepare__") else { return }
        let prepared = try prepare.call([.string(name), .tuple(bases)], keywords: keywords)
        guard let dict = prepared.as(DictObject.self) else {
            throw Raised.typeError("\(cls.name).__prepare__() must return a mapping, not \(prepared.type.name)")
        }
        namespace.add(dict)
    }

    /// The class a class statement makes: a call of the metaclass where the program wrote that, else built at once.
    func make(_ builder: ClassBuilder, bases: [Value], keywords: [(Name, Value)], doc: Value, cell: CellObject?) throws -> Value {
        guard cls.isUserDefined else {
            return .object(try builder.build(bases: bases, keywords: keywords, metaclass: cls, doc: doc, cell: cell))
        }
        let names = DictObject(named: [("__module__", .string(builder.module)), ("__qualname__", .string(builder.qualifiedName))])
        if !doc.isNone { names["__doc__"] = doc }
        for (name, value) in builder.namespace.table.entries { names[name.text] = value }
        if let cell { names["__classcell__"] = .object(cell) }
        return try Value.object(cls).call([.string(builder.name), .tuple(bases), .object(names)], keywords: keywords)
    }

    /// `type.__new__(metaclass, name, bases, names, **keywords)`
    static func new(_ arguments: Arguments) throws -> Value {
        guard arguments.count > 0, let metaclass = arguments[0].as(Class.self), metaclass.isSubclass(of: .typeClass) else {
            throw Raised.typeError("type.__new__(X): X is not a type object (\(arguments.count > 0 ? arguments[0].type.name : "none"))")
        }
        guard arguments.count == 4 else { throw Raised.typeError("type.__new__() takes exactly 3 arguments (\(arguments.count - 1) given)") }
        return try make(metaclass, arguments.dropFirst())
    }

    /// `type(object)`; `type(name, bases, dict)`, also of a metaclass.
    static let call: Class.Constructor = { metaclass, arguments in
        if metaclass === Class.typeClass, arguments.count == 1, arguments.keywords.isEmpty { return .object(arguments[0].type) }
        guard arguments.count == 3 else { throw Raised.typeError("type() takes 1 or 3 arguments") }
        // Where a base has a narrower metaclass, that one makes the class.
        let narrowed = try Metaclass(narrowing: metaclass, bases: arguments[1].sequenceElements ?? []).cls
        if narrowed !== metaclass, narrowed.isUserDefined { return try Value.object(narrowed).call(arguments) }
        return try make(metaclass, arguments)
    }

    /// The class of a name, bases and a dict of attributes.
    static func make(_ metaclass: Class, _ arguments: Arguments) throws -> Value {
        func refusal(_ number: Int, _ expected: String) -> Raised {
            .typeError("type.__new__() argument \(number) must be \(expected), not \(arguments[number - 1].type.name)")
        }
        guard let name = arguments[0].text else { throw refusal(1, "str") }
        guard let bases = arguments[1].as(TupleObject.self)?.elements else { throw refusal(2, "tuple") }
        guard let dict = arguments[2].as(DictObject.self) else { throw refusal(3, "dict") }
        let namespace = Namespace()
        namespace.add(dict)
        let cell = namespace.table["__classcell__"]?.as(CellObject.self)
        namespace.table["__classcell__"] = nil
        let builder = ClassBuilder(
            name: name, qualifiedName: name, module: namespace.table["__module__"]?.text ?? "__main__", namespace: namespace)
        let narrowed = try Metaclass(narrowing: metaclass, bases: bases)
        return .object(try builder.build(
            bases: bases, keywords: arguments.keywordPairs.map { ($0.name, $0.value) }, metaclass: narrowed.cls, doc: dict["__doc__"] ?? .none, cell: cell))
    }
}

extension Namespace {
    /// Takes over the entries of a dict whose keys are texts.
    func add(_ dict: DictObject) {
        for (key, value) in dict.table.pairs {
            if let name = key.as(StrObject.self)?.name { table[name] = value }
        }
    }
}
