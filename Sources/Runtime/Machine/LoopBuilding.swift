// What the loop does for displays, unpacking and formatting.

extension Interpreter {
    /// Instructions that make or fill containers.
    @inline(never)
    func build(_ i: Instruction, _ r: Slot, _ k: Slot) throws {
        func value(_ operand: UInt16) -> Value {
            operand & Instruction.constantBit == 0 ? r[Int(operand)] : k[Int(operand & ~Instruction.constantBit)]
        }
        let target = r + Int(i.a)
        switch i.opcode {
        case .buildList: target.pointee = .list(gather(r + Int(i.b), Int(i.c)))
        case .buildTuple: target.pointee = .tuple(gather(r + Int(i.b), Int(i.c)))
        case .buildSet: target.pointee = .object(try SetObject(gather(r + Int(i.b), Int(i.c))))
        case .buildDict: target.pointee = .object(DictObject())
        case .buildSlice:
            let first = r + Int(i.b)
            target.pointee = .object(SliceObject(first[0], first[1], first[2]))
        case .buildString: target.pointee = .string(joined(r + Int(i.b), Int(i.c)))
        case .formatValue: target.pointee = .string(try formatted(value(i.b), spec: value(i.c), conversion: i.x))
        case .listAppend: list(target).elements.append(value(i.b))
        case .listExtend: try extend(list(target), value(i.b), function: i.x == 1 ? r[Int(i.c)] : .unset)
        case .setAdd: _ = try target.pointee.as(SetObject.self)?.table.insert(value(i.b))
        case .setExtend:
            let set = target.pointee.as(SetObject.self)
            if let other = value(i.b).as(SetObject.self) {
                try set?.table.merge(other.table)
            } else {
                try value(i.b).forEach { _ = try set?.table.insert($0) }
            }
        case .dictSet: try dict(target).table.set(value(i.b), value(i.c))
        case .dictMerge: try merge(dict(target), value(i.b))
        case .keywordsMerge: try mergeKeywords(dict(target), value(i.b), function: r[Int(i.c)])
        case .listToTuple: target.pointee = .tuple(list(target).elements)
        case .unpack: try unpack(value(i.b), into: target, count: Int(i.c))
        case .unpackStar: try unpackStar(value(i.b), into: target, count: Int(i.c), star: Int(i.x))
        default: break
        }
    }

    /// Takes `count` values out of the registers.
    private func gather(_ first: Slot, _ count: Int) -> [Value] {
        let values = [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count { (buffer.baseAddress.unsafelyUnwrapped + index).initialize(to: first[index]) }
            initialized = count
        }
        first.clear(count)
        return values
    }

    private func list(_ slot: Slot) -> ListObject { unsafeBitCast(slot.rawObject.toOpaque(), to: ListObject.self) }
    private func dict(_ slot: Slot) -> DictObject { unsafeBitCast(slot.rawObject.toOpaque(), to: DictObject.self) }

    /// Appends the elements of a starred value; `function` is the one called, or unset in a display.
    private func extend(_ list: ListObject, _ values: Value, function: Value) throws {
        guard try values.iteratorIfIterable() == nil else { return try list.extend(values) }
        let subject = function.isUnset ? "Value" : "\(callName(function))() argument"
        throw Raised.typeError("\(subject) after * must be an iterable, not \(values.type.name)")
    }

    /// What messages about the arguments of a call name it.
    private func callName(_ function: Value) -> String {
        guard let name = (try? function.attributeIfPresent("__qualname__"))?.text else { return function.type.name }
        let module = (try? function.attributeIfPresent("__module__"))?.text ?? "builtins"
        return module == "builtins" ? name : "\(module).\(name)"
    }

    private func merge(_ dict: DictObject, _ other: Value) throws {
        if let other = other.as(DictObject.self) {
            for (key, value) in other.table.pairs { try dict.table.set(key, value) }
            return
        }
        guard let keys = try other.attributeIfPresent("keys") else {
            throw Raised.typeError("'\(other.type.name)' object is not a mapping")
        }
        try keys.call().forEach { try dict.table.set($0, other.item($0)) }
    }

    /// Adds keyword arguments of a call; each may be given once.
    private func mergeKeywords(_ dict: DictObject, _ other: Value, function: Value) throws {
        let added = DictObject()
        if other.as(DictObject.self) == nil, try other.attributeIfPresent("keys") == nil {
            throw Raised.typeError("\(callName(function))() argument after ** must be a mapping, not \(other.type.name)")
        }
        try merge(added, other)
        for (key, value) in added.table.pairs {
            guard let text = key.text else { throw Raised.typeError("keywords must be strings") }
            if try dict.table.value(key) != nil {
                throw Raised.typeError("\(callName(function))() got multiple values for keyword argument '\(text)'")
            }
            try dict.table.set(key, value)
        }
    }

    // MARK: Text

    private func joined(_ first: Slot, _ count: Int) -> String {
        var text = ""
        for index in 0..<count { text += first[index].text ?? "" }
        first.clear(count)
        return text
    }

    private func formatted(_ value: Value, spec: Value, conversion: UInt8) throws -> String {
        let converted: Value = switch conversion {
        case 1: .string(try value.str())
        case 2: .string(try value.repr())
        case 3: .string(TextLiteral.ascii(try value.repr()))
        default: value
        }
        return try converted.format(spec.text ?? "")
    }

    // MARK: Unpacking

    /// Spreads an iterable over `count` slots.
    private func unpack(_ value: Value, into target: Slot, count: Int) throws {
        if let elements = value.sequenceElements, !value.type.userDunders.contains(.iter) {
            guard elements.count == count else { throw mismatch(elements.count, count) }
            for index in 0..<count { target[index] = elements[index] }
            return
        }
        guard let iterator = try value.iteratorIfIterable() else {
            throw Raised.typeError("cannot unpack non-iterable \(value.type.name) object")
        }
        var elements: [Value] = []
        while elements.count <= count, let element = try iterator.advance() { elements.append(element) }
        guard elements.count == count else { throw mismatch(elements.count > count ? nil : elements.count, count) }
        for index in 0..<count { target[index] = elements[index] }
    }

    private func mismatch(_ got: Int?, _ wanted: Int) -> Raised {
        guard let got, got < wanted else { return .valueError("too many values to unpack (expected \(wanted))") }
        return .valueError("not enough values to unpack (expected \(wanted), got \(got))")
    }

    private func unpackStar(_ value: Value, into target: Slot, count: Int, star: Int) throws {
        guard try value.iteratorIfIterable() != nil else {
            throw Raised.typeError("cannot unpack non-iterable \(value.type.name) object")
        }
        let elements = try value.elements()
        guard elements.count >= count - 1 else {
            throw Raised.valueError("not enough values to unpack (expected at least \(count - 1), got \(elements.count))")
        }
        let after = count - 1 - star
        for index in 0..<star { target[index] = elements[index] }
        target[star] = .list(Array(elements[star..<(elements.count - after)]))
        for index in 0..<after { target[star + 1 + index] = elements[elements.count - after + index] }
    }
}
