// Opcode: the instructions of the register machine, with their operands.

/// What one instruction does. `R[x]` is a register of the frame, `V[x]` a register or (upper bit set) a constant,
/// `S[x]` an attribute site, `G[x]` a global slot, `N[x]` a name, `F[x]` a captured cell.
/// Opcodes marked + read the jump target from the instruction after them.
enum Opcode: UInt8, CaseIterable, Sendable {
    // Values
    case loadConstant, move, take, clear, checkLocal
    case loadGlobal, storeGlobal, deleteGlobal
    case loadName, loadNameOrFree, storeName, deleteName
    case makeCell, loadCell, storeCell, deleteCell, loadFree, storeFree, deleteFree
    // Operators
    case add, subtract, multiply, divide, floorDivide, modulo, binary, inPlace, unary, not
    case compare, identical, notIdentical, contains, notContains
    // Jumps
    case jump, jumpBack, jumpIfFalse, jumpIfTrue, jumpUnlessCompare, jumpIfUnset
    // Attributes and items
    case loadAttribute, storeAttribute, deleteAttribute, loadMethod
    case loadItem, storeItem, deleteItem, buildSlice
    // Displays
    case buildList, buildTuple, buildSet, buildDict, buildString, formatValue
    case listAppend, listExtend, setAdd, setExtend, dictSet, dictMerge, keywordsMerge, listToTuple
    // Iteration
    case getIterator, forIterator, nextIteration, unpack, unpackStar
    // Calls
    case call, callKeywords, callMethod, callMethodKeywords, callSpread
    case `return`, yield, yieldFrom
    case makeFunction, buildClass, setAnnotation
    // Exceptions and contexts
    case raise, raiseFrom, raiseAgain, reraise, failAssertion, matchException
    case enterContext, exitContext
    // Modules
    case importModule, importFrom, importStar
    // Patterns
    case matchSequence, matchMapping, matchKey, matchRest, matchClass, matchPositional, matchAttribute

    /// Operand kinds in the order they are shown.
    enum Operand: Sendable {
        /// Registers, by the field that holds the number.
        case a, b, c
        /// A register or a constant.
        case valueA, valueB, valueC
        case constant, site, global, nameB, nameC, freeA, freeB, target, code, countB, countC, number
    }

    /// The operands an instruction has; the disassembler and the checks of the tests read them.
    var operands: [Operand] {
        switch self {
        case .loadConstant: [.a, .constant]
        case .move, .not: [.a, .valueB]
        case .take: [.a, .b]
        case .clear, .makeCell, .deleteCell: [.a]
        case .checkLocal: [.a, .nameC]
        case .loadGlobal, .storeGlobal: [.valueA, .global]
        case .deleteGlobal: [.global]
        case .loadName: [.a, .nameB, .number]
        case .loadNameOrFree: [.a, .nameB, .number]
        case .storeName: [.valueA, .nameB]
        case .deleteName: [.nameB]
        case .loadCell: [.a, .b, .nameC]
        case .storeCell: [.a, .valueB]
        case .loadFree: [.a, .freeB, .nameC]
        case .storeFree: [.freeA, .valueB]
        case .deleteFree: [.freeA]
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo: [.a, .valueB, .valueC]
        case .binary, .inPlace, .compare: [.a, .valueB, .valueC, .number]
        case .unary: [.a, .valueB, .number]
        case .identical, .notIdentical, .contains, .notContains: [.a, .valueB, .valueC]
        case .jump, .jumpBack: [.target]
        case .jumpIfFalse, .jumpIfTrue, .jumpIfUnset: [.a, .target]
        case .jumpUnlessCompare: [.valueA, .valueB, .number]
        case .loadAttribute, .loadMethod: [.a, .valueB, .site]
        case .storeAttribute: [.valueA, .valueB, .site]
        case .deleteAttribute: [.a, .site]
        case .loadItem: [.a, .valueB, .valueC]
        case .storeItem: [.valueA, .valueB, .valueC]
        case .deleteItem: [.valueA, .valueB]
        case .buildSlice: [.a, .b]
        case .buildList, .buildTuple, .buildSet, .buildDict, .buildString: [.a, .b, .countC]
        case .formatValue: [.a, .valueB, .valueC, .number]
        case .listExtend: [.a, .valueB, .c, .number]
        case .listAppend, .setAdd, .setExtend, .dictMerge: [.a, .valueB]
        case .keywordsMerge: [.a, .valueB, .c]
        case .dictSet: [.a, .valueB, .valueC]
        case .listToTuple: [.a]
        case .getIterator: [.a, .valueB]
        case .forIterator, .nextIteration: [.a, .b]
        case .unpack, .unpackStar: [.a, .valueB, .countC, .number]
        case .call, .callMethod: [.a, .countB]
        case .callKeywords, .callMethodKeywords: [.a, .countB, .countC]
        case .callSpread: [.a]
        case .return: [.valueA]
        case .yield, .yieldFrom: [.a, .b]
        case .makeFunction: [.a, .code, .c]
        case .buildClass: [.a]
        case .setAnnotation: [.valueA, .valueB]
        case .raise, .failAssertion: [.valueA]
        case .raiseFrom: [.valueA, .valueB]
        case .raiseAgain: []
        case .reraise: [.a]
        case .matchException: [.a, .valueB, .valueC]
        case .enterContext: [.a, .valueB]
        case .exitContext: [.a, .b, .c]
        case .importModule: [.a, .nameB, .number]
        case .importFrom: [.a, .b, .nameC]
        case .importStar: [.a]
        case .matchSequence: [.a, .valueB, .countC, .number]
        case .matchMapping: [.a, .valueB]
        case .matchKey: [.a, .valueB, .valueC]
        case .matchRest: [.a, .valueB, .c]
        case .matchClass: [.a, .valueB, .valueC, .number]
        case .matchPositional: [.a, .valueB, .c, .number]
        case .matchAttribute: [.a, .valueB, .nameC]
        }
    }

    /// Whether the next instruction word holds the jump target.
    var hasTargetWord: Bool {
        switch self {
        case .forIterator, .nextIteration, .jumpUnlessCompare: true
        default: false
        }
    }

    /// Whether the instruction itself holds a jump target.
    var jumps: Bool { Self.jumping[Int(rawValue)] }

    private static let jumping = allCases.map { $0.operands.contains(.target) }
}

/// One instruction: 8 bytes.
struct Instruction: Sendable {
    var opcode: Opcode
    /// A small number: an operator, a count, a flag.
    var x: UInt8
    var a: UInt16
    var b: UInt16
    var c: UInt16

    init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, x: Int = 0) {
        self.opcode = opcode
        self.x = UInt8(truncatingIfNeeded: x)
        self.a = UInt16(truncatingIfNeeded: a)
        self.b = UInt16(truncatingIfNeeded: b)
        self.c = UInt16(truncatingIfNeeded: c)
    }

    /// The jump target, in `b` (low half) and `c` (high half): an instruction index while the code is built, the distance from
    /// the next instruction once it is linked.
    @inline(__always) var target: Int {
        get { Int(Int32(truncatingIfNeeded: UInt32(b) | UInt32(c) << 16)) }
        set {
            b = UInt16(truncatingIfNeeded: newValue)
            c = UInt16(truncatingIfNeeded: newValue >> 16)
        }
    }

    /// Operands from here on name constants instead of registers.
    static let constantBit: UInt16 = 0x8000
}
