// Instance: an object of a user class that derives from no native class.

/// An object whose state is its attributes alone.
public final class Instance: Object, @unchecked Sendable {
    public override init(type: Class) {
        super.init(type: type)
        // Without attributes nobody would hear of its end.
        if type.userDunders.contains(.del) {
            Finalization.watchesDeaths = true
            CycleCollector.add(self)
        }
    }

    /// Takes over the state of an instance that is being freed, for its `__del__`.
    init(heirOf object: Object) {
        super.init(shape: object.shape.takeUnretainedValue())
        slots = object.slots
        object.slots = nil
        anchor = Object.heir
    }
}
