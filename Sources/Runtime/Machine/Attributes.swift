// Attributes: Python's rules for `object.name`.

extension Value {
    /// `self.name`
    /// - Throws: AttributeError.
    public func attribute(_ name: Name) throws -> Value {
        guard let value = try attributeIfPresent(name) else { throw Raised.noAttribute(name, of: self) }
        return value
    }

    /// `self.name`; nil where there is no such attribute.
    public func attributeIfPresent(_ name: Name) throws -> Value? {
        nil
    }

    /// `self.name = value`
    public func setAttribute(_ name: Name, _ value: Value) throws {
    }

    /// `del self.name`
    public func deleteAttribute(_ name: Name) throws {
    }
}
