// ClassBuilder: from the names a class body bound to a class.

/// Makes a class of the language: bases, method resolution order, `__slots__`, and the hooks a class statement runs.
struct ClassBuilder {
    let name: String
    let qualifiedName: String
    let module: String
    let namespace: Namespace

    /// - Parameters:
    ///   - keywords: those of the class statement, handed on to `__init_subclass__`.
    ///   - metaclass: the class of the class.
    ///   - cell: the cell behind `__class__` in the methods.
    func build(bases: [Value], keywords: [(Name, Value)], metaclass: Class, doc: Value, cell: CellObject?) throws -> Class {
        let named = bases
        let bases = try self.bases(bases)
        let cls = Class(
            name: name, bases: bases, module: module, metaclass: metaclass, hooks: [], extensible: true, user: true, constructor: nil)
        cls.linearise(tail: try Self.linearisation(bases, of: name))
        cls.qualifiedName = qualifiedName
        cls.inheritHost()
        try fill(cls, doc)
        if !named.allSatisfy({ $0.as(Class.self) != nil }) { cls.setEntry("__orig_bases__", .tuple(named)) }
        cell?.value = .object(cls)
        for (name, value) in namespace.table.entries { try tellName(cls, name, value) }
        try (cls.nearest(\.subclassHook) ?? metaclass.nearest(\.subclassHook))?(cls)
        try initSubclass(cls, keywords)
        return cls
    }

    private func bases(_ values: [Value]) throws -> [Class] {
        var bases: [Class] = []
        for value in values {
            // `Generic[T]` and the like stand for the class they were made from.
            let resolved = value.as(Class.self) == nil ? try value.attributeIfPresent("__origin__") ?? value : value
            guard let base = resolved.as(Class.self) else {
                // The class of the base is taken for a metaclass; most refuse such a call.
                _ = try Value.object(value.type).call([.string(name), .tuple(values), .object(DictObject())])
                throw Raised.typeError("bases must be types")
            }
            guard base.isExtensible else { throw Raised.typeError("type '\(base.name)' is not an acceptable base type") }
            if bases.contains(where: { $0 === base }) { throw Raised.typeError("duplicate base class \(base.name)") }
            bases.append(base)
        }
        let hosts = bases.map(\.host).filter { $0 !== Class.objectClass }
        for host in hosts where !hosts.allSatisfy({ host.isSubclass(of: $0) || $0.isSubclass(of: host) }) {
            if host.kind != .other || hosts.contains(where: { $0.kind != host.kind }) {
                throw Raised.typeError("multiple bases have instance lay-out conflict")
            }
        }
        return bases.isEmpty ? [.objectClass] : bases
    }

    /// C3 linearisation of the bases: each class before its bases, bases in the order given.
    static func linearisation(_ bases: [Class], of name: String) throws -> [Class] {
        var lists = bases.map(\.mro) + [bases]
        var result: [Class] = []
        while true {
            lists.removeAll(where: \.isEmpty)
            guard !lists.isEmpty else { return result }
            let next = lists.lazy.compactMap(\.first).first { candidate in
                !lists.contains { $0.dropFirst().contains { $0 === candidate } }
            }
            guard let next else {
                var heads: [String] = []
                for head in lists.compactMap(\.first?.name) where !heads.contains(head) { heads.append(head) }
                throw Raised.typeError("Cannot create a consistent method resolution\norder (MRO) for bases \(heads.joined(separator: ", "))")
            }
            result.append(next)
            for index in lists.indices where lists[index].first === next { lists[index].removeFirst() }
        }
    }

    private static let implicitlyStatic: Set<Name> = [Dunder.new.name]
    private static let implicitlyClass: Set<Name> = [Dunder.init_subclass.name, Dunder.class_getitem.name]

    private func fill(_ cls: Class, _ doc: Value) throws {
        cls.setEntry("__module__", .string(module))
        for (name, value) in namespace.table.entries {
            var value = value
            if value.as(FunctionObject.self) != nil {
                if Self.implicitlyStatic.contains(name) { value = .object(MethodWrapper(value, binding: .nothing)) }
                if Self.implicitlyClass.contains(name) { value = .object(MethodWrapper(value, binding: .cls)) }
            }
            cls.setEntry(name, value)
        }
        if cls.ownEntry("__qualname__") != nil {
            cls.qualifiedName = cls.ownEntry("__qualname__")?.text ?? qualifiedName
            cls.setEntry("__qualname__", nil)
        }
        if cls.ownEntry("__doc__") == nil { cls.setEntry("__doc__", doc) }
        // A class that defines equality without a hash has none.
        if cls.ownEntry(Dunder.eq.name) != nil, cls.ownEntry(Dunder.hash.name) == nil { cls.setEntry(Dunder.hash.name, Value.none) }
        try restrictAttributes(cls)
    }

    /// `__slots__`: instances take only the names listed, unless a base takes any.
    private func restrictAttributes(_ cls: Class) throws {
        guard let slots = cls.ownEntry("__slots__") else { return }
        var names: Set<Name> = []
        let listed = slots.text.map { [Value.string($0)] }
        for value in try listed ?? slots.elements() {
            if let text = value.text { names.insert(Name(text)) }
        }
        for base in cls.mro.dropFirst() where base !== Class.objectClass {
            guard base.isUserDefined else { continue }
            guard let inherited = base.allowedSlots else { return }
            names.formUnion(inherited)
        }
        cls.allowedSlots = names.contains("__dict__") ? nil : names
    }

    private func tellName(_ cls: Class, _ name: Name, _ value: Value) throws {
        if let property = value.as(PropertyObject.self) {
            if property.name == nil { property.name = name }
            return
        }
        guard case .object(let object) = value, object.type.userDunders.contains(.set_name) else { return }
        _ = try Value.callSpecial(.set_name, value, .object(cls), .object(name.object))
    }

    private func initSubclass(_ cls: Class, _ keywords: [(Name, Value)]) throws {
        guard let hook = cls.lookup(Dunder.init_subclass.name, after: cls) else { return }
        if let wrapper = hook.as(MethodWrapper.self), wrapper.function.as(FunctionObject.self) != nil {
            _ = try wrapper.function.call([.object(cls)], keywords: keywords)
        } else if let keyword = keywords.first {
            _ = keyword
            throw Raised.typeError("\(cls.qualifiedName).__init_subclass__() takes no keyword arguments")
        }
    }
}

extension Class {
    /// Takes over from the native base what instances are made of.
    func inheritHost() {
        kind = host === Class.objectClass ? .instance : host.kind
        rootShape.takeUnretainedValue().kind = kind
    }
}
