// Loop: the interpreter loop. Every case is a few lines or one call; the work is in the other files of this folder.
import Syntax

extension Interpreter {
    /// Runs the innermost frame and everything it calls until it returns.
    /// - Parameter error: raised at once in that frame (`generator.throw`).
    /// - Returns: its result; for a generator that yielded, the element (`resumption` is then set).
    func run(raising error: (any Error)? = nil) throws -> Value {
        let floor = innermost
        var frame = innermost
        var pc = frame.pointee.pc
        var r = frame.pointee.registers
        var k = frame.pointee.code._withUnsafeGuaranteedRef { $0.constants }
        var sites = frame.pointee.code._withUnsafeGuaranteedRef { $0.sites }

        @inline(__always) func reload() {
            frame = innermost
            pc = frame.pointee.pc
            r = frame.pointee.registers
            k = frame.pointee.code._withUnsafeGuaranteedRef { $0.constants }
            sites = frame.pointee.code._withUnsafeGuaranteedRef { $0.sites }
        }
        @inline(__always) func value(_ operand: UInt16) -> Slot {
            operand & Instruction.constantBit == 0 ? r + Int(operand) : k + Int(operand & ~Instruction.constantBit)
        }

        if let error {
            try unwind(error, floor: floor)
            reload()
        }
        while true {
            do {
                while true {
                    let i = pc.pointee
                    pc += 1
                    switch i.opcode {
                    // MARK: Values
                    case .loadConstant: (r + Int(i.a)).copy(k + Int(i.b))
                    case .move: (r + Int(i.a)).copy(value(i.b))
                    case .take: (r + Int(i.a)).take(from: r + Int(i.b))
                    case .clear:
                        if i.x == 1 { try abandon(r + Int(i.a)) }
                        (r + Int(i.a)).setUnset()
                    case .checkLocal:
                        if (r + Int(i.a)).isUnset { throw unbound(frame, i) }
                    case .loadGlobal:
                        let slot = frame.pointee.globalValues + Int(i.b)
                        if slot.isUnset { throw undefined(frame, i) }
                        (r + Int(i.a)).copy(slot)
                    case .storeGlobal: frame.pointee.globals._withUnsafeGuaranteedRef { $0.set(slot: Int(i.b), value(i.a).pointee) }
                    case .loadCell: try loadCell(frame, i, r)
                    case .storeCell: storeCell(r + Int(i.a), value(i.b).pointee)
                    case .loadFree: try loadFree(frame, i, r)
                    case .storeFree: frame.pointee.captured(Int(i.a)).value = value(i.b).pointee
                    // MARK: Operators
                    case .add:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if Numbers.add(a, b, into: target) { continue }
                        frame.pointee.pc = pc
                        if try operate(.add, a, b, target) { reload() }
                    case .subtract:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if Numbers.subtract(a, b, into: target) { continue }
                        frame.pointee.pc = pc
                        if try operate(.subtract, a, b, target) { reload() }
                    case .multiply:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if Numbers.multiply(a, b, into: target) { continue }
                        frame.pointee.pc = pc
                        if try operate(.multiply, a, b, target) { reload() }
                    case .divide:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if Numbers.divide(a, b, into: target) { continue }
                        frame.pointee.pc = pc
                        if try operate(.divide, a, b, target) { reload() }
                    case .floorDivide, .modulo:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if Numbers.divideInteger(a, b, modulo: i.opcode == .modulo, into: target) { continue }
                        frame.pointee.pc = pc
                        if try operate(i.binaryOperator, a, b, target) { reload() }
                    case .binary:
                        frame.pointee.pc = pc
                        if try operate(i.binaryOperator, value(i.b), value(i.c), r + Int(i.a)) { reload() }
                    case .inPlace:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if Numbers.inPlace(i, a, b, into: target) { continue }
                        frame.pointee.pc = pc
                        try operateInPlace(i.binaryOperator, a, b, target)
                    case .not: (r + Int(i.a)).setBool(try !isTrue(value(i.b)))
                    case .compare:
                        let a = value(i.b), b = value(i.c), target = r + Int(i.a)
                        if let result = compareNumbers(i.comparison, a, b) { target.setBool(result); continue }
                        frame.pointee.pc = pc
                        try compare(i.comparison, a, b, target)
                    case .identical: (r + Int(i.a)).setBool(value(i.b).isIdentical(to: value(i.c)))
                    case .notIdentical: (r + Int(i.a)).setBool(!value(i.b).isIdentical(to: value(i.c)))
                    // MARK: Jumps
                    case .jump: pc += i.target
                    case .jumpBack:
                        pc += i.target
                        try turn()
                    case .jumpIfFalse:
                        let slot = r + Int(i.a)
                        if slot.tag == Tag.bool ? !slot.rawBool : try !isTrue(slot) { pc += i.target }
                    case .jumpIfTrue:
                        let slot = r + Int(i.a)
                        if slot.tag == Tag.bool ? slot.rawBool : try isTrue(slot) { pc += i.target }
                    case .jumpUnlessCompare:
                        let a = value(i.a), b = value(i.b)
                        let holds: Bool
                        if let result = compareNumbers(i.comparison, a, b) {
                            holds = result
                        } else {
                            frame.pointee.pc = pc
                            holds = try self.holds(i.comparison, a, b)
                        }
                        pc += holds ? 1 : pc.pointee.target + 1
                    case .jumpIfUnset:
                        if (r + Int(i.a)).isUnset { pc += i.target }
                    // MARK: Attributes and items
                    case .loadAttribute:
                        let object = value(i.b), site = sites + Int(i.c)
                        if object.tag == Tag.object, let found = cachedSlot(object, site) {
                            (r + Int(i.a)).copy(found)
                            continue
                        }
                        frame.pointee.pc = pc
                        if try loadAttribute(object, site, r + Int(i.a)) { reload() }
                    case .storeAttribute:
                        let object = value(i.a), site = sites + Int(i.c)
                        if object.tag == Tag.object, let slot = cachedStore(object, site) {
                            slot.copy(value(i.b))
                            continue
                        }
                        frame.pointee.pc = pc
                        try storeAttribute(object.pointee, value(i.b).pointee, site)
                    case .loadMethod:
                        frame.pointee.pc = pc
                        try loadMethod(value(i.b), sites + Int(i.c), r + Int(i.a))
                    case .loadItem:
                        let object = value(i.b), key = value(i.c)
                        if let element = fastElement(object, key) {
                            (r + Int(i.a)).copy(element)
                            continue
                        }
                        frame.pointee.pc = pc
                        try loadItem(object, key, r + Int(i.a))
                    case .storeItem:
                        let object = value(i.a), key = value(i.b)
                        if storeElement(object, key, value(i.c)) { continue }
                        frame.pointee.pc = pc
                        try storeItem(object, key, value(i.c))
                    // MARK: Iteration
                    case .forIterator:
                        frame.pointee.pc = pc
                        if try advance(r + Int(i.b), into: r + Int(i.a)) {
                            pc += 1
                        } else {
                            (r + Int(i.b)).setUnset()
                            pc += pc.pointee.target + 1
                        }
                    case .nextIteration:
                        frame.pointee.pc = pc
                        try turn()
                        if try advance(r + Int(i.b), into: r + Int(i.a)) {
                            pc += pc.pointee.target + 1
                        } else {
                            (r + Int(i.b)).setUnset()
                            pc += 1
                        }
                    // MARK: Calls
                    case .call:
                        frame.pointee.pc = pc
                        let window = r + Int(i.a)
                        if try call(window, arguments: window + 1, count: Int(i.b), result: window) { reload() }
                    case .callMethod:
                        frame.pointee.pc = pc
                        let window = r + Int(i.a)
                        let bound = !window.isUnset
                        let function = bound ? window : window + 1
                        if try call(function, arguments: function + 1, count: Int(i.b) + (bound ? 1 : 0), result: window) { reload() }
                    case .callKeywords, .callMethodKeywords, .callSpread:
                        frame.pointee.pc = pc
                        if try callUnusual(frame, i, r) { reload() }
                    case .return:
                        if frame.pointee.completion == .plain {
                            popPlain(frame, value(i.a), shared: i.a & Instruction.constantBit != 0)
                        } else if let result = try finish(frame, value(i.a).pointee) {
                            return result
                        }
                        reload()
                    case .yield, .yieldFrom:
                        frame.pointee.pc = pc
                        if let element = try yield(frame, i, r) { return element }
                    // MARK: The rest
                    case .deleteGlobal, .loadName, .loadNameOrFree, .storeName, .deleteName, .makeCell, .deleteCell, .deleteFree:
                        try bind(frame, i, r, k)
                    case .unary, .contains, .notContains, .getIterator, .deleteItem, .deleteAttribute:
                        frame.pointee.pc = pc
                        try apply(i, r, k, sites)
                    case .buildSlice, .buildList, .buildTuple, .buildSet, .buildDict, .buildString, .formatValue, .listAppend, .listExtend,
                         .setAdd, .setExtend, .dictSet, .dictMerge, .keywordsMerge, .listToTuple, .unpack, .unpackStar:
                        frame.pointee.pc = pc
                        try build(i, r, k)
                    case .makeFunction, .buildClass, .setAnnotation, .raise, .raiseFrom, .raiseAgain, .reraise, .failAssertion,
                         .matchException, .enterContext, .exitContext, .importModule, .importFrom, .importStar, .matchSequence, .matchMapping,
                         .matchKey, .matchRest, .matchClass, .matchPositional, .matchAttribute:
                        frame.pointee.pc = pc
                        try execute(frame, i, r, k)
                    }
                }
            } catch {
                frame.pointee.pc = pc
                try unwind(error, floor: floor)
                reload()
            }
        }
    }
}
