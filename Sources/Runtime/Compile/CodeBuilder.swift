// CodeBuilder: collects the instructions of one function, class body or text.
import Syntax

/// What all code of one text shares.
final class CompilationUnit {
    let file: String
    let isHidden: Bool
    let globals: Globals
    var scopes: [ObjectIdentifier: Scope]

    init(file: String, isHidden: Bool, globals: Globals, scopes: [ObjectIdentifier: Scope]) {
        self.file = file
        self.isHidden = isHidden
        self.globals = globals
        self.scopes = scopes
    }
}

/// Constants of a code, each once.
struct ConstantPool {
    /// What makes two constants the same: 1, 1.0 and True are three.
    private enum Key: Hashable {
        case none, ellipsis
        case bool(Bool)
        case int(Int)
        case float(UInt64)
        /// By bytes: Swift takes differently composed texts for equal.
        case string([UInt8])
    }

    private(set) var values: [Value] = []
    private var positions: [Key: Int] = [:]

    /// The position of a constant, added if it is new.
    mutating func position(of value: Value) -> Int {
        let key: Key? = switch value {
        case .none: Key.none
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .float(let double): .float(double.bitPattern)
        case .object(let object) where object is StrObject: .string(Array(((object as? StrObject)?.value ?? "").utf8))
        case .object, .unset: nil
        }
        if let key, let position = positions[key] { return position }
        values.append(value)
        if let key { positions[key] = values.count - 1 }
        return values.count - 1
    }
}

/// Instructions under construction.
final class CodeBuilder {
    let unit: CompilationUnit
    let scope: Scope
    let name: String
    let qualifiedName: String
    let doc: String?
    let parent: CodeBuilder?
    var signature: Signature
    var instructions: [Instruction] = []
    var positions: [Span] = []
    var constants = ConstantPool()
    var names: [Name] = []
    private var namePositions: [Name: Int] = [:]
    var sites: [Name] = []
    var children: [Code] = []
    var keywordLists: [[Name]] = []
    var handlers: [Code.Handler] = []
    var handling: [Code.Handler] = []
    var captures: [Code.Capture] = []
    var defaultIndices: [Int] = []
    var localNames: [Name] = []
    var checksLocals = false
    /// Registers of the local variables, by scope (comprehensions have their own) and name.
    var registers: [ObjectIdentifier: [String: Int]] = [:]
    /// Locals that certainly hold a value at this point.
    var assigned: Set<Int> = []
    /// First free temporary.
    var nextRegister = 0
    var registerCount = 0
    /// The end of the temporaries that the statement being compiled has used so far.
    var usedRegisters = 0
    /// The position given to emitted instructions.
    var span = Span(line: 1, column: 0, endLine: 1, endColumn: 0)
    /// Enclosing loops, `try` blocks and `with` blocks, innermost last.
    var blocks: [Block] = []
    /// The scope names are looked up in: the own scope or a comprehension inside it.
    var lookupScope: Scope
    /// The class around a method, for `__private` names.
    var className: String?
    /// How the rest is compiled, where the body is deferred.
    var deferred: DeferredCode?

    init(unit: CompilationUnit, scope: Scope, name: String, qualifiedName: String, doc: String?, parameters: [Signature.Parameter], parent: CodeBuilder?) {
        self.unit = unit
        self.scope = scope
        self.name = name
        self.qualifiedName = qualifiedName
        self.doc = doc
        self.parent = parent
        signature = Signature(name: qualifiedName, parameters: parameters)
        lookupScope = scope
        className = parent?.className
    }

    // MARK: Instructions

    /// The index the next instruction gets.
    var here: Int { instructions.count }

    /// Appends an instruction; its index.
    @discardableResult
    func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, x: Int = 0) -> Int {
        instructions.append(Instruction(opcode, a, b, c, x: x))
        positions.append(span)
        return instructions.count - 1
    }

    /// Appends a jump whose target is set later by `land`.
    func emitJump(_ opcode: Opcode, _ a: Int = 0) -> Int {
        emit(opcode, a)
    }

    /// Appends an instruction that reads its target from the following word; the index of that word.
    func emitWithTarget(_ opcode: Opcode, _ a: Int, _ b: Int, _ c: Int = 0, x: Int = 0) -> Int {
        emit(opcode, a, b, c, x: x)
        return emit(.jump)
    }

    /// Makes jumps arrive here.
    func land(_ jumps: [Int]) {
        for jump in jumps { instructions[jump].target = here }
    }

    /// Makes a jump arrive here.
    func land(_ jump: Int) { instructions[jump].target = here }

    /// The instructions with jump targets counted from the instruction after the jump, as the machine wants them.
    var linkedInstructions: [Instruction] {
        var linked = instructions
        for index in linked.indices where linked[index].opcode.jumps { linked[index].target -= index + 1 }
        return linked
    }

    /// Fetches the next element and repeats the body of a `for` loop; `end` is the word `forStep` gave.
    func emitForLoop(_ end: Int) {
        span = positions[end]
        let first = instructions[end - 1]
        let word = emitWithTarget(.nextIteration, Int(first.a), Int(first.b))
        instructions[word].target = end + 1
    }

    /// A jump back to an earlier instruction.
    func emitLoop(to target: Int) {
        let jump = emit(.jumpBack)
        instructions[jump].target = target
    }

    // MARK: Registers and tables

    /// Takes the next free temporary.
    func allocate() -> Int { allocate(1) }

    /// Takes `count` consecutive temporaries; the first.
    func allocate(_ count: Int) -> Int {
        let first = nextRegister
        nextRegister += count
        registerCount = max(registerCount, nextRegister)
        usedRegisters = max(usedRegisters, nextRegister)
        return first
    }

    /// Gives back all temporaries taken since `mark`.
    func release(to mark: Int) { nextRegister = mark }

    /// A constant as an operand.
    func constant(_ value: Value) -> Int {
        Int(Instruction.constantBit) | constants.position(of: value)
    }

    /// The place of a name among those of the code, added at its first mention.
    func position(of name: Name) -> Int {
        if let position = namePositions[name] { return position }
        names.append(name)
        namePositions[name] = names.count - 1
        return names.count - 1
    }

    /// A new attribute site.
    func site(_ name: String) -> Int {
        sites.append(Name(mangled(name)))
        return sites.count - 1
    }

    /// The place of a new list of keywords of a call.
    func keywordList(_ list: [Name]) -> Int {
        keywordLists.append(list)
        return keywordLists.count - 1
    }

    /// The spelling of a name inside its class: `__secret` becomes `_Class__secret`.
    func mangled(_ name: String) -> String {
        guard let className, name.hasPrefix("__"), !name.hasSuffix("__"), !name.utf8.contains(UInt8(ascii: ".")) else { return name }
        let trimmed = className.drop { $0 == "_" }
        return trimmed.isEmpty ? name : "_\(trimmed)\(name)"
    }

    /// The register of a local variable of `scope`, made at its first mention.
    func register(of name: String, in scope: Scope) -> Int {
        let key = ObjectIdentifier(scope)
        if let register = registers[key]?[name] { return register }
        let register = allocate()
        registers[key, default: [:]][name] = register
        return register
    }

    /// Checks the limits of the instruction format.
    /// - Throws: SyntaxError for a function that is too large.
    func finish(_ span: Span) throws(SyntaxError) -> Code {
        let largest = [constants.values.count, sites.count, names.count, registerCount, children.count].max() ?? 0
        if largest >= Int(Instruction.constantBit) { throw SyntaxError("function is too large", at: span) }
        return Code(self)
    }
}

