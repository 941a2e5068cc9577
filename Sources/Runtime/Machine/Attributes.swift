// Attributes: Python's rules for `object.name`.

extension Value {
    /// Whether attribute access treats this class attribute specially (it has `__get__` or binds its receiver).
    var isDescriptor: Bool {
        guard case .object(let object) = self else { return false }
        return object is FunctionObject || object is MethodWrapper || object is PropertyObject || object is NativeProperty
            || ((object as? NativeFunction)?.owner != nil) || object.type.userDunders.contains(.get)
    }

    /// Whether it wins over instance attributes (it can be set).
    var isDataDescriptor: Bool {
        guard case .object(let object) = self else { return false }
        let dunders = object.type.userDunders
        return object is PropertyObject || object is NativeProperty || dunders.contains(.set) || dunders.contains(.delete)
    }

    /// Whether access through an instance only puts the instance before the arguments.
    var bindsReceiver: Bool {
        guard case .object(let object) = self else { return false }
        return object is FunctionObject || ((object as? NativeFunction)?.owner != nil)
    }

    // MARK: Reading

    /// `self.name`
    /// - Throws: AttributeError.
    public func attribute(_ name: Name) throws -> Value {
        if case .object(let object) = self, !object.type.userDunders.isDisjoint(with: [.getattr, .getattribute]) {
            return try userAttribute(object, name)
        }
        guard let value = try genericAttribute(name) else { throw Raised.noAttribute(name, of: self) }
        return value
    }

    /// `self.name`; nil where there is no such attribute (an AttributeError of user code counts as that).
    public func attributeIfPresent(_ name: Name) throws -> Value? {
        guard case .object(let object) = self, !object.type.userDunders.isDisjoint(with: [.getattr, .getattribute]) else {
            return try catchingAttributeError { try genericAttribute(name) }
        }
        return try catchingAttributeError { try userAttribute(object, name) }
    }

    private func catchingAttributeError(_ body: () throws -> Value?) throws -> Value? {
        do {
            return try body()
        } catch let raised as Raised where raised.exception.isA(.attributeError) {
            return nil
        }
    }

    /// Classes with `__getattribute__` or `__getattr__`.
    private func userAttribute(_ object: Object, _ name: Name) throws -> Value {
        let dunders = object.type.userDunders
        do {
            if dunders.contains(.getattribute) { return try Value.callSpecial(.getattribute, self, .object(name.object)) }
            if let value = try genericAttribute(name) { return value }
        } catch let raised as Raised where raised.exception.isA(.attributeError) && dunders.contains(.getattr) {
            return try Value.callSpecial(.getattr, self, .object(name.object))
        }
        return try Value.callSpecial(.getattr, self, .object(name.object))
    }

    /// `object.__getattribute__`: the rules without user hooks; nil where nothing is found.
    func genericAttribute(_ name: Name) throws -> Value? {
        let cls = type
        guard case .object(let object) = self else {
            return try cls.lookup(name).map { try $0.bound(to: self, in: cls) }
        }
        if let owner = object as? Class { return try owner.classAttribute(name) }
        if cls.instancesAnswerFirst, let value = try object.attribute(name) { return value }
        let entry = cls.lookup(name)
        if let entry, entry.isDataDescriptor { return try entry.bound(to: self, in: cls) }
        if let value = object.ownAttribute(name) { return value }
        if let entry { return try entry.bound(to: self, in: cls) }
        return try object.attribute(name)
    }

    /// What access to this class attribute through `receiver` gives.
    func bound(to receiver: Value, in cls: Class) throws -> Value {
        guard case .object(let object) = self else { return self }
        switch object {
        case is FunctionObject: return .object(BoundMethod(object, receiver: receiver))
        case let native as NativeFunction: return native.owner == nil ? self : .object(BoundMethod(object, receiver: receiver))
        case let wrapper as MethodWrapper: return wrapper.bound(to: cls)
        case let property as PropertyObject: return try property.get(receiver)
        case let property as NativeProperty: return try property.get(receiver)
        default:
            guard object.type.userDunders.contains(.get) else { return self }
            return try Value.callSpecial(.get, self, receiver, .object(cls))
        }
    }

    // MARK: Writing

    /// `self.name = value`
    public func setAttribute(_ name: Name, _ value: Value) throws {
        guard case .object(let object) = self else { throw noSetting(name) }
        if object.type.userDunders.contains(.setattr) {
            _ = try Value.callSpecial(.setattr, self, .object(name.object), value)
            return
        }
        try genericSetAttribute(object, name, value)
    }

    /// `object.__setattr__`
    func genericSetAttribute(_ object: Object, _ name: Name, _ value: Value) throws {
        if let cls = object as? Class {
            if let property = cls.type.lookup(name)?.as(PropertyObject.self) { return try property.set(self, value) }
            return try cls.setClassAttribute(name, value)
        }
        if let entry = object.type.lookup(name), case .object(let descriptor) = entry {
            if let property = descriptor as? PropertyObject { return try property.set(self, value) }
            if let property = descriptor as? NativeProperty {
                guard let set = property.set else {
                    throw Raised.attributeError("attribute '\(name.text)' of '\(object.type.name)' objects is not writable")
                }
                return try set(self, value)
            }
            if descriptor.type.userDunders.contains(.set) {
                _ = try Value.callSpecial(.set, entry, self, value)
                return
            }
        }
        if try object.setAttribute(name, value) { return }
        guard object.type.acceptsAttributes else { throw noSetting(name) }
        if let allowed = object.type.allowedSlots, !allowed.contains(name) { throw noSetting(name) }
        object.setOwnAttribute(name, value)
    }

    private func noSetting(_ name: Name) -> Raised {
        if type.lookup(name)?.as(NativeProperty.self) != nil {
            return .attributeError("attribute '\(name.text)' of '\(type.name)' objects is not writable")
        }
        if type.lookup(name) != nil { return .attributeError("'\(type.name)' object attribute '\(name.text)' is read-only") }
        return .attributeError("'\(type.name)' object has no attribute '\(name.text)'")
    }

    /// `del self.name`
    public func deleteAttribute(_ name: Name) throws {
        guard case .object(let object) = self else { throw Raised.noAttribute(name, of: self) }
        if object.type.userDunders.contains(.delattr) {
            _ = try Value.callSpecial(.delattr, self, .object(name.object))
            return
        }
        try genericDeleteAttribute(object, name)
    }

    /// `object.__delattr__`
    func genericDeleteAttribute(_ object: Object, _ name: Name) throws {
        if let cls = object as? Class {
            guard cls.isUserDefined, cls.ownEntry(name) != nil else { throw Raised.noAttribute(name, of: self) }
            cls.setEntry(name, nil)
            return
        }
        if let entry = object.type.lookup(name), case .object(let descriptor) = entry {
            if let property = descriptor as? PropertyObject { return try property.delete(self) }
            if descriptor.type.userDunders.contains(.delete) {
                _ = try Value.callSpecial(.delete, entry, self)
                return
            }
        }
        if try object.deleteAttribute(name) { return }
        guard object.removeOwnAttribute(name) else { throw Raised.noAttribute(name, of: self) }
    }
}

extension MethodWrapper {
    /// What access through an instance or a class gives.
    func bound(to cls: Class) -> Value {
        switch binding {
        case .nothing: function
        case .cls: function.object.map { .object(BoundMethod($0, receiver: .object(cls))) } ?? function
        }
    }
}

extension PropertyObject {
    private func refusal(_ what: String, _ receiver: Value) -> Raised {
        let shown = name.map { "property '\($0.text)'" } ?? "property"
        return .attributeError("\(shown) of '\(receiver.type.qualifiedName)' object has no \(what)")
    }

    /// The value of the property.
    func get(_ receiver: Value) throws -> Value {
        if getter.isNone { throw refusal("getter", receiver) }
        return try getter.callBound(receiver, [])
    }

    /// Sets the property.
    func set(_ receiver: Value, _ value: Value) throws {
        if setter.isNone { throw refusal("setter", receiver) }
        _ = try setter.callBound(receiver, [value])
    }

    /// Deletes the property.
    func delete(_ receiver: Value) throws {
        if deleter.isNone { throw refusal("deleter", receiver) }
        _ = try deleter.callBound(receiver, [])
    }
}

extension Class {
    /// `cls.name`: properties of `type`, then the class's own MRO, then other attributes of `type`.
    func classAttribute(_ name: Name) throws -> Value? {
        let meta = type.lookup(name)
        if let meta, meta.isDataDescriptor, meta.as(NativeProperty.self) == nil || Self.metaWins(name) || lookup(name) == nil { return try meta.bound(to: .object(self), in: type) }
        if let entry = lookup(name) { return try unboundEntry(entry) }
        return try meta?.bound(to: .object(self), in: type)
    }

    /// Names that every class answers itself, although instances have attributes of the same name.
    private static func metaWins(_ name: Name) -> Bool { metaNames.contains(name) }
    private static let metaNames: Set<Name> = ["__name__", "__qualname__", "__bases__", "__mro__", "__dict__", "__class__", "__doc__", "__module__"]

    /// What access to a class attribute through the class gives.
    private func unboundEntry(_ entry: Value) throws -> Value {
        guard case .object(let object) = entry else { return entry }
        if let wrapper = object as? MethodWrapper { return wrapper.bound(to: self) }
        guard object.type.userDunders.contains(.get) else { return entry }
        return try Value.callSpecial(.get, entry, .none, .object(self))
    }

    /// `cls.name = value`
    func setClassAttribute(_ name: Name, _ value: Value) throws {
        guard isUserDefined else {
            throw Raised.typeError("cannot set '\(name.text)' attribute of immutable type '\(self.name)'")
        }
        switch name.text {
        case "__name__": self.name = value.text ?? self.name
        case "__qualname__": qualifiedName = value.text ?? qualifiedName
        case "__module__": module = value.text ?? module
        default: setEntry(name, value)
        }
    }
}
