// What the loop does with names, cells, numbers and iterators.

extension Instruction {
    /// The operator of an arithmetic instruction.
    var binaryOperator: BinaryOperator {
        switch opcode {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .modulo: .modulo
        default: BinaryOperator(rawValue: x) ?? .add
        }
    }

    @inline(__always) var comparison: Comparison { unsafeBitCast(x, to: Comparison.self) }

    var unaryOperator: UnaryOperator { UnaryOperator(rawValue: x) ?? .negate }
}

extension Frame {
    @inline(__always) var globalValues: Slot { globals._withUnsafeGuaranteedRef { $0.values } }
}

extension Interpreter {
    typealias FramePointer = UnsafeMutablePointer<Frame>

    private func name(_ frame: FramePointer, _ index: UInt16) -> Name {
        frame.pointee.code._withUnsafeGuaranteedRef { $0.names[Int(index)] }
    }

    // MARK: Names

    @inline(never)
    func unbound(_ frame: FramePointer, _ i: Instruction) -> Raised {
        Raised(.exception("UnboundLocalError"), "cannot access local variable '\(name(frame, i.c).text)' where it is not associated with a value")
    }

    @inline(never)
    func undefined(_ frame: FramePointer, _ i: Instruction) -> Raised {
        let name = frame.pointee.globals._withUnsafeGuaranteedRef { $0.name(ofSlot: Int(i.b)) }
        return .undefined(name)
    }

    /// Instructions on names and cells that loops seldom execute.
    @inline(never)
    func bind(_ frame: FramePointer, _ i: Instruction, _ r: Slot, _ k: Slot) throws {
        let target = r + Int(i.a)
        switch i.opcode {
        case .deleteGlobal: try deleteGlobal(frame, i)
        case .loadName, .loadNameOrFree: try loadName(frame, i, r)
        case .storeName: storeName(frame, i, i.a & Instruction.constantBit == 0 ? target.pointee : k[Int(i.a & ~Instruction.constantBit)])
        case .deleteName: try deleteName(frame, i)
        case .makeCell: target.pointee = .object(CellObject(i.x == 1 ? .unset : target.pointee))
        case .deleteCell: cell(target).value = .unset
        case .deleteFree: frame.pointee.captured(Int(i.a)).value = .unset
        default: break
        }
    }

    private func deleteGlobal(_ frame: FramePointer, _ i: Instruction) throws {
        let globals = frame.pointee.globals.takeUnretainedValue()
        guard globals.remove(slot: Int(i.b)) else { throw undefined(frame, i) }
    }

    /// A name in a class body: the body's own, else captured or global.
    private func loadName(_ frame: FramePointer, _ i: Instruction, _ r: Slot) throws {
        let name = name(frame, i.b)
        let target = r + Int(i.a)
        if let value = frame.pointee.namespace?.takeUnretainedValue().table[name] {
            target.pointee = value
            return
        }
        if i.opcode == .loadNameOrFree {
            target.pointee = frame.pointee.captured(Int(i.c)).value
            if target.isUnset { throw unboundFree(name) }
            return
        }
        let slot = frame.pointee.globalValues + Int(i.c)
        if slot.isUnset { throw Raised.undefined(name) }
        target.copy(slot)
    }

    private func storeName(_ frame: FramePointer, _ i: Instruction, _ value: Value) {
        frame.pointee.namespace?.takeUnretainedValue().table[name(frame, i.b)] = value
    }

    private func deleteName(_ frame: FramePointer, _ i: Instruction) throws {
        let name = name(frame, i.b)
        guard let namespace = frame.pointee.namespace?.takeUnretainedValue(), namespace.table.remove(name) else {
            throw Raised.undefined(name)
        }
    }

    // MARK: Cells

    @inline(__always)
    private func cell(_ slot: Slot) -> CellObject {
        unsafeBitCast(slot.rawObject.toOpaque(), to: CellObject.self)
    }

    @inline(__always)
    func loadCell(_ frame: FramePointer, _ i: Instruction, _ r: Slot) throws {
        let value = cell(r + Int(i.b)).value
        if value.isUnset { throw unbound(frame, i) }
        (r + Int(i.a)).pointee = value
    }

    @inline(__always)
    func storeCell(_ slot: Slot, _ value: Value) { cell(slot).value = value }

    @inline(__always)
    func loadFree(_ frame: FramePointer, _ i: Instruction, _ r: Slot) throws {
        let value = frame.pointee.captured(Int(i.b)).value
        if value.isUnset { throw unboundFree(name(frame, i.c)) }
        (r + Int(i.a)).pointee = value
    }

    private func unboundFree(_ name: Name) -> Raised {
        .nameError("cannot access free variable '\(name.text)' where it is not associated with a value in enclosing scope")
    }

    // MARK: Operators

    /// Instructions that are one call of a protocol in Protocols.swift.
    @inline(never)
    func apply(_ i: Instruction, _ r: Slot, _ k: Slot, _ sites: Site) throws {
        func value(_ operand: UInt16) -> Value {
            operand & Instruction.constantBit == 0 ? r[Int(operand)] : k[Int(operand & ~Instruction.constantBit)]
        }
        let target = r + Int(i.a)
        switch i.opcode {
        case .unary: target.pointee = try value(i.b).unary(i.unaryOperator)
        case .contains: target.setBool(try value(i.b).contains(value(i.c)))
        case .notContains: target.setBool(try !value(i.b).contains(value(i.c)))
        case .getIterator: target.pointee = .object(try value(i.b).iterator())
        case .deleteItem: try value(i.a).deleteItem(value(i.b))
        case .deleteAttribute: try target.pointee.deleteAttribute(sites[Int(i.c)].name)
        default: break
        }
    }

    /// `a op b` where the fast path did not apply.
    /// - Returns: whether a frame was pushed (a method of the language computes the result).
    @inline(never)
    func operate(_ op: BinaryOperator, _ a: Slot, _ b: Slot, _ target: Slot) throws -> Bool {
        if a.tag == Tag.object {
            if op == .add, try concatenate(a, b, target) { return false }
            let type = a.rawObject._withUnsafeGuaranteedRef { $0.type }
            if type.userDunders.contains(op.forward), b.tag != Tag.object || sameShapeClass(a, b),
               let function = type.lookup(op.forward.name)?.as(FunctionObject.self), function.code.plainCount == 2 {
                let registers = top
                guard registers + 2 < stackEnd else { throw tooDeep() }
                registers.copy(a)
                (registers + 1).copy(b)
                let code = Unmanaged.passUnretained(function.code)
                try push(code, function: .passUnretained(function), registers: registers, result: target, completion: .operation)
                prepareLocals(code, registers)
                return true
            }
        } else if a.tag == Tag.int && b.tag == Tag.float {
            if let result = mixed(op, Double(a.rawInt), b.rawDouble) { target.setFloat(result); return false }
        } else if a.tag == Tag.float && b.tag == Tag.int {
            if let result = mixed(op, a.rawDouble, Double(b.rawInt)) { target.setFloat(result); return false }
        }
        target.pointee = try Value.binary(op, a.pointee, b.pointee)
        return false
    }

    /// `a op= b` where the fast path did not apply.
    @inline(never)
    func operateInPlace(_ op: BinaryOperator, _ a: Slot, _ b: Slot, _ target: Slot) throws {
        if op == .add, try concatenate(a, b, target) { return }
        target.pointee = try Value.inPlace(op, a.pointee, b.pointee)
    }

    /// Whether the right side cannot claim the operator for being of a subclass.
    private func sameShapeClass(_ a: Slot, _ b: Slot) -> Bool {
        a.rawObject._withUnsafeGuaranteedRef { $0.type } === b.rawObject._withUnsafeGuaranteedRef { $0.type }
    }

    private func mixed(_ op: BinaryOperator, _ x: Double, _ y: Double) -> Double? {
        switch op {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: y == 0 ? nil : x / y
        default: nil
        }
    }

    /// Compares two small numbers; nil for everything else.
    @inline(__always)
    func compareNumbers(_ op: Comparison, _ a: Slot, _ b: Slot) -> Bool? {
        if a.tag == Tag.int && b.tag == Tag.int { return op.holds(a.rawInt, b.rawInt) }
        if a.tag == Tag.float && b.tag == Tag.float { return op.holds(a.rawDouble, b.rawDouble) }
        return nil
    }

    /// The truth of a slot.
    @inline(__always)
    func isTrue(_ slot: Slot) throws -> Bool {
        switch slot.tag {
        case Tag.bool: slot.rawBool
        case Tag.int: slot.rawInt != 0
        case Tag.empty: false
        default: try slot.pointee.truth()
        }
    }

    // MARK: Iteration

    /// The next element of the iterator in a slot; false at the end.
    @inline(__always)
    func advance(_ iterator: Slot, into target: Slot) throws -> Bool {
        let object = iterator.rawObject
        let kind = object._withUnsafeGuaranteedRef { $0.shape._withUnsafeGuaranteedRef { $0.kind } }
        if kind == .rangeIterator {
            let range = Unmanaged<RangeIterator>.fromOpaque(object.toOpaque())
            return range._withUnsafeGuaranteedRef { range in
                guard range.remaining > 0 else { return false }
                range.remaining -= 1
                target.setInt(range.value)
                range.value &+= range.step
                return true
            }
        }
        if kind == .listIterator {
            let list = Unmanaged<ListIterator>.fromOpaque(object.toOpaque())
            return list._withUnsafeGuaranteedRef { iterator in
                guard let element = iterator.nextElement() else { return false }
                target.pointee = element
                return true
            }
        }
        return try advanceObject(object, target)
    }

    @inline(never)
    private func advanceObject(_ object: Unmanaged<Object>, _ target: Slot) throws -> Bool {
        guard let element = try object.takeUnretainedValue().advance() else { return false }
        target.pointee = element
        return true
    }
}
