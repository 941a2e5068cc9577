// Variables: reading, binding and unbinding names.
import Syntax

extension CodeBuilder {
    /// The register of a local of the current scope or of a comprehension around it.
    private func localRegister(_ name: String) -> Int {
        var current: Scope? = lookupScope
        while let scope = current {
            if scope.binds(name) || scope === self.scope { return register(of: name, in: scope) }
            current = scope.parent
        }
        return register(of: name, in: scope)
    }

    private func isVolatile(_ name: String) -> Bool {
        lookupScope.volatile.contains(name) || scope.volatile.contains(name)
    }

    /// The value of a variable as an operand: the variable's own register where that is safe.
    func variable(_ name: String) -> Int {
        guard lookupScope.location(of: name) == .register else {
            let target = allocate()
            load(name, into: target)
            return target
        }
        let register = localRegister(name)
        checkAssigned(register, name)
        guard isVolatile(name) else { return register }
        let copy = allocate()
        emit(.move, copy, register)
        return copy
    }

    private func checkAssigned(_ register: Int, _ name: String) {
        if assigned.contains(register) && !isVolatile(name) { return }
        checksLocals = true
        emit(.checkLocal, register, 0, position(of: Name(name)))
    }

    /// Loads a variable into a register.
    func load(_ name: String, into target: Int) {
        switch lookupScope.location(of: name) {
        case .register:
            let register = localRegister(name)
            checkAssigned(register, name)
            if register != target { emit(.move, target, register) }
        case .cell:
            emit(.loadCell, target, localRegister(name), position(of: Name(name)))
        case .free:
            emit(.loadFree, target, freeIndex(name), position(of: Name(name)))
        case .namespace:
            let spelled = mangled(name)
            if let index = scope.free.firstIndex(of: name) {
                emit(.loadNameOrFree, target, position(of: Name(spelled)), index)
            } else {
                emit(.loadName, target, position(of: Name(spelled)), unit.globals.slot(of: Name(name)))
            }
        case .global:
            emit(.loadGlobal, target, unit.globals.slot(of: Name(name)))
        }
    }

    /// The place of a captured variable in the function's closure.
    func freeIndex(_ name: String) -> Int { scope.free.firstIndex(of: name) ?? 0 }

    /// Binds a variable to an operand's value.
    func store(_ name: String, from source: Int) {
        switch lookupScope.location(of: name) {
        case .register:
            let register = localRegister(name)
            emitMove(to: register, from: source)
            assigned.insert(register)
        case .cell: emit(.storeCell, localRegister(name), source)
        case .free: emit(.storeFree, freeIndex(name), source)
        case .namespace: emit(.storeName, source, position(of: Name(mangled(name))))
        case .global: emit(.storeGlobal, source, unit.globals.slot(of: Name(name)))
        }
    }

    /// The register an assignment to `name` may compute its value in; nil where the variable is no plain register.
    func directTarget(_ name: String) -> Int? {
        guard lookupScope.location(of: name) == .register, !isVolatile(name) else { return nil }
        return localRegister(name)
    }

    /// Moves an operand (register or constant) to a register.
    func emitMove(to target: Int, from source: Int) {
        if source & Int(Instruction.constantBit) != 0 {
            emit(.loadConstant, target, source & ~Int(Instruction.constantBit))
        } else if source != target {
            emit(.move, target, source)
        }
    }

    /// `del name`
    func unbind(_ name: String) throws(SyntaxError) {
        switch lookupScope.location(of: name) {
        case .register:
            emit(.clear, localRegister(name))
        case .cell: emit(.deleteCell, localRegister(name))
        case .free: emit(.deleteFree, freeIndex(name))
        case .namespace: emit(.deleteName, 0, position(of: Name(mangled(name))))
        case .global: emit(.deleteGlobal, 0, unit.globals.slot(of: Name(name)))
        }
    }

    /// Gives every local its register and wraps the captured ones in cells. Parameters come first.
    func declareLocals() {
        let parameters = signature.parameters.map(\.name.text)
        let others = scope.bound.filter { !parameters.contains($0) && scope.location(of: $0) != .namespace && scope.location(of: $0) != .global }
        for (index, name) in (parameters + others).enumerated() {
            let register = register(of: name, in: scope)
            localNames.append(Name(name))
            if index < parameters.count { assigned.insert(register) }
            if scope.location(of: name) == .cell { emit(.makeCell, register) }
        }
    }
}
