// Globals: the variables of a module, in numbered slots.

/// The namespace of a module. The compiler turns each global name into a slot number, so the machine reads an array.
///
/// A slot whose name is not defined holds the builtin of that name, or `.unset`: reading needs no second look-up.
final class Globals: @unchecked Sendable {
    private var slotsByName: [Name: Int] = [:]
    private var slotNames: [Name] = []
    /// The values; reallocated when slots are added, never while a read is in flight.
    private(set) var values: UnsafeMutablePointer<Value>
    /// Whether the module itself (not the builtins) defines the slot.
    private(set) var defined: UnsafeMutablePointer<Bool>
    /// Slots in the order they were defined; for `dir` and `globals()`.
    private var capacity = 32
    private let builtins: Globals?

    init(builtins: Globals?) {
        self.builtins = builtins
        values = .allocate(capacity: capacity)
        defined = .allocate(capacity: capacity)
    }

    deinit {
        values.deinitialize(count: slotNames.count)
        values.deallocate()
        defined.deallocate()
    }

    /// The slot of a name, made if it is new.
    func slot(of name: Name) -> Int {
        if let slot = slotsByName[name] { return slot }
        let slot = slotNames.count
        if slot == capacity { grow() }
        (values + slot).initialize(to: builtins?.value(of: name) ?? .unset)
        (defined + slot).initialize(to: false)
        slotNames.append(name)
        slotsByName[name] = slot
        return slot
    }

    private func grow() {
        let count = slotNames.count
        capacity *= 2
        let largerValues = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
        largerValues.moveInitialize(from: values, count: count)
        values.deallocate()
        values = largerValues
        let largerDefined = UnsafeMutablePointer<Bool>.allocate(capacity: capacity)
        largerDefined.moveInitialize(from: defined, count: count)
        defined.deallocate()
        defined = largerDefined
    }

    /// The value of a name the module defines.
    func value(of name: Name) -> Value? {
        guard let slot = slotsByName[name], defined[slot] else { return nil }
        return values[slot]
    }

    /// The slot of a name the module defines.
    func definedSlot(of name: Name) -> Int? {
        guard let slot = slotsByName[name], defined[slot] else { return nil }
        return slot
    }

    /// The value of a slot, if the module defines it.
    func value(slot: Int) -> Value? { defined[slot] ? values[slot] : nil }

    /// The spelling of a slot's name.
    func name(ofSlot slot: Int) -> Name { slotNames[slot] }

    /// Defines a name.
    func set(_ name: Name, _ value: Value) {
        set(slot: slot(of: name), value)
    }

    /// Defines the name of a slot.
    func set(slot: Int, _ value: Value) {
        values[slot] = value
        defined[slot] = true
    }

    /// Undefines a name; false where the module does not define it.
    func remove(_ name: Name) -> Bool {
        guard let slot = slotsByName[name] else { return false }
        return remove(slot: slot)
    }

    /// Undefines the name of a slot; false where the module does not define it.
    func remove(slot: Int) -> Bool {
        guard defined[slot] else { return false }
        defined[slot] = false
        values[slot] = builtins?.value(of: slotNames[slot]) ?? .unset
        return true
    }

    /// The names the module defines.
    var names: [Name] { slotNames.indices.compactMap { defined[$0] ? slotNames[$0] : nil } }
}
