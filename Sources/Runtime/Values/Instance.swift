// Instance: an object of a user class that derives from no native class.

/// An object whose state is its attributes alone.
public final class Instance: Object, @unchecked Sendable {
    public override init(type: Class) {
        super.init(type: type)
    }
}
