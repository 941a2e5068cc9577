// SuperObject: `super()`.

/// Looks attributes up after a class in the MRO of an instance or a class.
public final class SuperObject: Object, @unchecked Sendable {
    /// The class after which the search begins.
    let start: Class
    /// The instance or class that methods are bound to.
    let receiver: Value
    /// The class whose MRO is searched.
    let searched: Class

    /// - Throws: TypeError where the receiver is neither an instance nor a subclass of `start`.
    init(_ start: Class, _ receiver: Value) throws {
        self.start = start
        self.receiver = receiver
        if let cls = receiver.as(Class.self), cls.isSubclass(of: start) {
            searched = cls
        } else if receiver.isInstance(of: start) {
            searched = receiver.type
        } else {
            throw Raised.typeError("super(type, obj): obj must be an instance or subtype of type")
        }
        super.init(type: .superClass)
    }

    public override func attribute(_ name: Name) throws -> Value? {
        guard let entry = searched.lookup(name, after: start) else { return nil }
        // A class that is no subclass of `start` is an instance of it: `start` is its metaclass.
        guard let cls = receiver.as(Class.self), cls === searched else { return try entry.bound(to: receiver, in: searched) }
        guard case .object(let object) = entry else { return entry }
        if let wrapper = object as? MethodWrapper { return wrapper.bound(to: searched) }
        return entry
    }

    public override func item(_ key: Value) throws -> Value { try forward(.getitem).call([key]) }
    public override func length() throws -> Int? { try forward(.len).call().index() }

    private func forward(_ dunder: Dunder) throws -> Value {
        guard let method = try attribute(dunder.name) else { throw Raised.noAttribute(dunder.name, of: .object(self)) }
        return method
    }

    public override func repr() throws -> String { "<super: <class '\(start.name)'>, <\(searched.name) object>>" }

    public override func visitReferences(_ visit: (Object) -> Void) {
        if case .object(let object) = receiver { visit(object) }
    }
}
