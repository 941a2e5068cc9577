// Attributes in the loop: inline caches in front of the rules in Attributes.swift.

extension Interpreter {
    typealias Site = UnsafeMutablePointer<AttributeSite>

    /// The slot of an instance attribute the site has seen on an object of this shape.
    @inline(__always)
    func cachedSlot(_ object: Slot, _ site: Site) -> Slot? {
        object.rawObject._withUnsafeGuaranteedRef { instance in
            let serial = instance.shape._withUnsafeGuaranteedRef { $0.serial }
            guard serial == site.pointee.serial, site.pointee.found == .slot else { return nil }
            let slot = instance.slots.unsafelyUnwrapped + Int(site.pointee.slot)
            return slot.isUnset ? nil : slot
        }
    }

    /// `object.name` where the instance itself does not answer from the cache.
    /// - Returns: whether a frame was pushed: the function of a property computes the value.
    @inline(never)
    func loadAttribute(_ object: Slot, _ site: Site, _ target: Slot) throws -> Bool {
        guard site.pointee.found == .getter, object.tag == Tag.object,
              object.rawObject._withUnsafeGuaranteedRef({ $0.shape._withUnsafeGuaranteedRef { $0.serial } }) == site.pointee.serial,
              let getter = site.pointee.value.as(FunctionObject.self) else {
            target.pointee = try loadAttribute(object.pointee, site)
            return false
        }
        let registers = top
        guard registers < stackEnd else { throw tooDeep() }
        registers.copy(object)
        let code = Unmanaged.passUnretained(getter.code)
        try push(code, function: .passUnretained(getter), registers: registers, result: target, completion: .store)
        prepareLocals(code, registers)
        return true
    }

    /// `object.name` by the rules; the site learns where it was found.
    private func loadAttribute(_ object: Value, _ site: Site) throws -> Value {
        guard case .object(let instance) = object else { return try object.attribute(site.pointee.name) }
        let shape = instance.shape.takeUnretainedValue()
        if shape.serial == site.pointee.serial {
            switch site.pointee.found {
            case .classValue: return site.pointee.value
            case .nativeProperty:
                if let property = site.pointee.value.as(NativeProperty.self) { return try property.get(object) }
            case .moduleVariable:
                if case .object(let module) = site.pointee.value, module === instance,
                   let value = unsafeDowncast(module, to: ModuleObject.self).globals.value(slot: Int(site.pointee.slot)) { return value }
            case .nothing, .slot, .method, .getter, .transition: break
            }
        }
        fill(site, instance, shape)
        return try object.attribute(site.pointee.name)
    }

    /// Notes where the attribute is found, if that will hold for every object of this shape.
    private func fill(_ site: Site, _ instance: Object, _ shape: Shape) {
        let type = shape.type
        site.pointee.forget()
        // Classes look elsewhere than in their own type.
        guard shape.kind != .cls, !type.instancesAnswerFirst, !type.userDunders.contains(.getattribute) else { return }
        let entry = type.lookup(site.pointee.name)
        // The look-up may have built lazy rows and renewed the serial.
        site.pointee.serial = shape.serial
        if let entry, entry.isDataDescriptor {
            if let property = entry.as(NativeProperty.self) {
                site.pointee.found = .nativeProperty
                site.pointee.value = .object(property)
            } else if let getter = getter(of: entry), !type.userDunders.contains(.getattr) {
                site.pointee.found = .getter
                site.pointee.value = .object(getter)
            }
            return
        }
        if let slot = shape.slot(of: site.pointee.name) {
            site.pointee.found = .slot
            site.pointee.slot = Int32(slot)
        } else if let entry, !entry.isDescriptor {
            site.pointee.found = .classValue
            site.pointee.value = entry
        } else if let entry, entry.bindsReceiver {
            site.pointee.found = .method
            site.pointee.value = entry
        } else if entry == nil, let module = instance as? ModuleObject, let slot = module.globals.definedSlot(of: site.pointee.name) {
            site.pointee.found = .moduleVariable
            site.pointee.value = .object(module)
            site.pointee.slot = Int32(truncatingIfNeeded: slot)
        }
    }

    /// The function of a plain property, if a frame over the object alone is all its call needs.
    private func getter(of entry: Value) -> FunctionObject? {
        guard let property = entry.as(PropertyObject.self), property.type === Class.property,
              let function = property.getter.as(FunctionObject.self), function.code.plainCount == 1 else { return nil }
        return function
    }

    /// Prepares `object.name(…)`: the function and its receiver in two slots, or unset and the callable.
    @inline(__always)
    func loadMethod(_ object: Slot, _ site: Site, _ window: Slot) throws {
        if object.tag == Tag.object {
            let serial = object.rawObject._withUnsafeGuaranteedRef { $0.shape._withUnsafeGuaranteedRef { $0.serial } }
            if serial == site.pointee.serial && site.pointee.found == .method {
                // The receiver first: it may lie in the window.
                (window + 1).copy(object)
                window.copy(UnsafeMutableRawPointer(site).assumingMemoryBound(to: Value.self))
                return
            }
        }
        try loadMethodUncached(object.pointee, site, window)
    }

    @inline(never)
    private func loadMethodUncached(_ object: Value, _ site: Site, _ window: Slot) throws {
        if case .object(let instance) = object {
            let shape = instance.shape.takeUnretainedValue()
            if shape.serial != site.pointee.serial { fill(site, instance, shape) }
            switch site.pointee.found {
            case .method:
                window.pointee = site.pointee.value
                (window + 1).pointee = object
                return
            case .slot, .classValue, .nothing, .nativeProperty, .getter, .moduleVariable, .transition: break
            }
        } else if let entry = object.type.lookup(site.pointee.name), entry.bindsReceiver {
            window.pointee = entry
            (window + 1).pointee = object
            return
        }
        let callable = try loadAttribute(object, site)
        window.pointee = .unset
        (window + 1).pointee = callable
    }

    /// The slot to assign an instance attribute to, if the site has seen this shape.
    @inline(__always)
    func cachedStore(_ object: Slot, _ site: Site) -> Slot? {
        object.rawObject._withUnsafeGuaranteedRef { instance in
            let serial = instance.shape._withUnsafeGuaranteedRef { $0.serial }
            guard serial == site.pointee.serial else { return nil }
            if site.pointee.found == .slot { return instance.slots.unsafelyUnwrapped + Int(site.pointee.slot) }
            guard site.pointee.found == .transition, let next = site.pointee.object else { return nil }
            let shape = Unmanaged<Shape>.fromOpaque(next.toOpaque()).takeUnretainedValue()
            instance.grow(to: shape, from: instance.shape.takeUnretainedValue())
            return instance.slots.unsafelyUnwrapped + Int(site.pointee.slot)
        }
    }

    /// `object.name = value` where the cache does not answer.
    @inline(never)
    func storeAttribute(_ object: Value, _ value: Value, _ site: Site) throws {
        let name = site.pointee.name
        site.pointee.forget()
        if case .object(let instance) = object {
            let before = instance.shape.takeUnretainedValue()
            let type = before.type
            if before.kind == .instance, type.acceptsAttributes, type.allowedSlots == nil, !type.userDunders.contains(.setattr),
               type.lookup(name).map({ !$0.isDataDescriptor }) ?? true {
                site.pointee.serial = before.serial
                if let slot = before.slot(of: name) {
                    site.pointee.found = .slot
                    site.pointee.slot = Int32(slot)
                } else {
                    site.pointee.found = .transition
                    site.pointee.slot = Int32(before.names.count)
                    site.pointee.object = Unmanaged.passUnretained(before.adding(name) as AnyObject)
                }
                instance.setOwnAttribute(name, value)
                return
            }
        }
        try object.setAttribute(name, value)
    }
}
