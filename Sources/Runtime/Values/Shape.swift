// Shape: the layout of instance attributes, shared by all instances that set the same names in the same order.

/// A class together with a list of attribute names: slot `i` of an instance holds `names[i]`.
///
/// Setting a new attribute moves an instance to the child shape for that name. Shapes are never freed: classes are few,
/// and instances and inline caches can point to them without counting.
public final class Shape: @unchecked Sendable {
    @usableFromInline var typeReference: Unmanaged<Class>?
    /// The class.
    @inlinable public var type: Class { typeReference.unsafelyUnwrapped.takeUnretainedValue() }
    /// The attribute names in the order they were first set.
    public let names: [Name]
    /// Identifies shape and state of its class: inline caches compare it. Renewed when the class changes.
    @usableFromInline var serial: UInt32
    /// The Swift class of the instances, copied from the class.
    var kind = ObjectKind.other
    /// Number of slots instances of this shape have room for.
    @usableFromInline let capacity: Int
    private var children: [Name: Shape] = [:]
    /// Slots by name, where there are too many to search.
    private var slotsByName: [Name: Int] = [:]

    nonisolated(unsafe) private static var lastSerial: UInt32 = 0

    /// The layout of class objects themselves; it knows its class once the class `type` exists.
    static let metaclass = Shape(type: nil)

    init(type: Class?, names: [Name] = []) {
        typeReference = type.map(Unmanaged.passUnretained)
        self.names = names
        capacity = names.isEmpty ? 0 : max(4, names.count.nextPowerOfTwo)
        serial = Self.newSerial()
    }

    /// The slot of a name; nil where instances of this shape do not have it.
    func slot(of name: Name) -> Int? {
        if names.count > 8 { return indexedSlot(of: name) }
        for index in names.indices where names[index] == name { return index }
        return nil
    }

    private func indexedSlot(of name: Name) -> Int? {
        if slotsByName.isEmpty {
            for (index, name) in names.enumerated() { slotsByName[name] = index }
        }
        return slotsByName[name]
    }

    /// The shape with one more name.
    func adding(_ name: Name) -> Shape {
        if let child = children[name] { return child }
        let child = Shape(type: type, names: names + [name])
        child.kind = kind
        children[name] = child
        return child
    }

    /// Makes every inline cache that knows this shape or one grown from it look again.
    func invalidate() {
        serial = Self.newSerial()
        for child in children.values { child.invalidate() }
    }

    private static func newSerial() -> UInt32 {
        lastSerial &+= 1
        return lastSerial
    }
}

extension Int {
    /// The smallest power of two that is not smaller.
    var nextPowerOfTwo: Int {
        self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
    }
}

extension Object {
    /// The instance attribute `name`; nil where the instance has none of that name.
    public final func ownAttribute(_ name: Name) -> Value? {
        guard let slots, let slot = shape._withUnsafeGuaranteedRef({ $0.slot(of: name) }) else { return nil }
        let value = slots[slot]
        return value.isUnset ? nil : value
    }

    /// Sets an instance attribute without asking the class.
    public final func setOwnAttribute(_ name: Name, _ value: Value) {
        let current = shape.takeUnretainedValue()
        if let slot = current.slot(of: name) {
            slots.unsafelyUnwrapped[slot] = value
        } else {
            grow(to: current.adding(name), from: current)
            slots.unsafelyUnwrapped[current.names.count] = value
        }
    }

    /// Moves to a shape with one more slot, leaving that slot unset.
    final func grow(to next: Shape, from current: Shape) {
        if next.capacity != current.capacity {
            let larger = UnsafeMutablePointer<Value>.allocate(capacity: next.capacity)
            if let slots {
                larger.moveInitialize(from: slots, count: current.names.count)
                slots.deallocate()
            } else if anchor == -1 {
                CycleCollector.add(self)
            }
            slots = larger
        }
        slots.unsafelyUnwrapped.advanced(by: current.names.count).initialize(to: .unset)
        shape = Unmanaged.passUnretained(next)
    }

    /// Removes an instance attribute; false where there is none.
    public final func removeOwnAttribute(_ name: Name) -> Bool {
        let current = shape.takeUnretainedValue()
        guard let slots, let slot = current.slot(of: name), !slots[slot].isUnset else { return false }
        let kept = ownAttributes.filter { $0.name != name }
        releaseSlots()
        self.slots = nil
        shape = current.type.rootShape
        for (name, value) in kept { setOwnAttribute(name, value) }
        return true
    }

    /// The instance attributes in the order they were set: `vars(self)`.
    public final var ownAttributes: [(name: Name, value: Value)] {
        guard let slots else { return [] }
        let names = shape.takeUnretainedValue().names
        return names.indices.compactMap { slots[$0].isUnset ? nil : (names[$0], slots[$0]) }
    }

    /// Gives back the memory of the slots.
    @usableFromInline final func releaseSlots() {
        guard let slots else { return }
        let count = shape._withUnsafeGuaranteedRef { $0.names.count }
        Graveyard.release(slots, count: count)
        slots.deallocate()
    }

    /// `self.__class__ = type`: the attributes stay.
    final func changeClass(to type: Class) {
        var next = type.rootShape.takeUnretainedValue()
        for name in shape.takeUnretainedValue().names { next = next.adding(name) }
        shape = Unmanaged.passUnretained(next)
    }
}

/// Releases values without deep native recursion: a list of a million nested lists must not overflow the stack.
enum Graveyard {
    nonisolated(unsafe) private static var depth = 0
    nonisolated(unsafe) private static var waiting: [Value] = []
    private static let limit = 100

    /// Deinitialises `count` values. Below `limit` nested calls it releases at once, deeper ones queue.
    static func release(_ values: UnsafeMutablePointer<Value>, count: Int) {
        if depth < limit {
            depth += 1
            values.deinitialize(count: count)
            depth -= 1
            if depth == 0 && !waiting.isEmpty { drain() }
        } else {
            for index in 0..<count where values[index].object != nil {
                waiting.append((values + index).move())
                (values + index).initialize(to: .none)
            }
        }
    }

    /// Empties an array through the queue where the nesting is deep.
    @inline(__always)
    static func release(_ values: inout [Value]) {
        guard !values.isEmpty else { return }
        release({ values = [] }, deep: { values })
    }

    /// Runs what empties a container; where the nesting is deep, its values go to the queue first.
    @inline(__always)
    static func release(_ empty: () -> Void, deep values: () -> [Value]) {
        guard depth < limit else {
            waiting.append(contentsOf: values())
            return empty()
        }
        depth += 1
        empty()
        depth -= 1
        if depth == 0 && !waiting.isEmpty { drain() }
    }

    private static func drain() {
        while let last = waiting.popLast() {
            depth += 1
            _ = consume last
            depth -= 1
        }
    }
}
