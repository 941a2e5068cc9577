// RegexProgram: a regular expression as instructions for the matcher.

/// One instruction. Targets are instruction numbers.
enum RegexInstruction {
    case scalar(Unicode.Scalar)
    case scalarIgnoringCase(Unicode.Scalar)
    case set(RegexSet)
    /// A whole loop over one set, the commonest kind: no backtracking point per character.
    case repeatSet(RegexSet, least: Int, most: Int, RegexNode.RepetitionKind)
    /// Tries `first`; on failure `second`.
    case split(first: Int, second: Int)
    case jump(Int)
    /// Stores the position in a slot: 2i and 2i+1 are start and end of group i, later ones belong to loops.
    case save(Int)
    /// Fails if nothing was matched since the slot was set: an empty turn ends its loop.
    case requireProgress(Int)
    case backreference(Int, ignoresCase: Bool)
    case lineStart, lineEnd, textStart, textEnd, finalLineEnd
    case wordBoundary(isASCII: Bool, isNegated: Bool)
    /// Runs the instructions that follow as a program of their own, up to `match`; goes on at `next`.
    case look(isNegative: Bool, behind: Int?, next: Int)
    case atomic(next: Int)
    /// Goes on here if the group took part, else at `no`.
    case condition(Int, no: Int)
    case match
}

/// A compiled regular expression.
struct RegexProgram {
    private(set) var instructions: [RegexInstruction] = []
    let groupCount: Int
    let groupNames: [(name: String, index: Int)]
    let flags: RegexFlags
    /// Slots for groups and loops.
    private(set) var slotCount: Int
    private static let largestSize = 200_000

    init(_ pattern: String, flags: RegexFlags) throws(RegexError) {
        var parser = RegexParser(pattern, flags: flags)
        let node = try parser.parse()
        groupCount = parser.groupCount
        groupNames = parser.groupNames
        self.flags = parser.flags
        slotCount = (parser.groupCount + 1) * 2
        try emit(node)
        instructions.append(.match)
    }

    private mutating func emit(_ node: RegexNode) throws(RegexError) {
        if instructions.count > Self.largestSize { throw RegexError(message: "expression is too large", position: 0) }
        switch node {
        case .empty: break
        case .scalar(let scalar, let ignoresCase): instructions.append(ignoresCase ? .scalarIgnoringCase(scalar) : .scalar(scalar))
        case .set(let set): instructions.append(.set(set))
        case .sequence(let nodes): for node in nodes { try emit(node) }
        case .alternatives(let nodes): try emitAlternatives(nodes)
        case .repetition(let node, let least, let most, let kind): try emitRepetition(node, least, most, kind)
        case .group(let node, let index):
            instructions.append(.save(index * 2))
            try emit(node)
            instructions.append(.save(index * 2 + 1))
        case .backreference(let index, let ignoresCase): instructions.append(.backreference(index, ignoresCase: ignoresCase))
        case .lineStart: instructions.append(.lineStart)
        case .lineEnd: instructions.append(.lineEnd)
        case .textStart: instructions.append(.textStart)
        case .textEnd: instructions.append(.textEnd)
        case .finalLineEnd: instructions.append(.finalLineEnd)
        case .wordBoundary(let isASCII): instructions.append(.wordBoundary(isASCII: isASCII, isNegated: false))
        case .notWordBoundary(let isASCII): instructions.append(.wordBoundary(isASCII: isASCII, isNegated: true))
        case .lookahead(let node, let isNegative): try emitLook(node, isNegative, behind: nil)
        case .lookbehind(let node, let isNegative): try emitLook(node, isNegative, behind: node.width ?? 0)
        case .atomic(let node): try emitAtomic(node)
        case .conditional(let group, let yes, let no):
            let condition = reserve()
            try emit(yes)
            let jump = reserve()
            instructions[condition] = .condition(group, no: instructions.count)
            try emit(no)
            instructions[jump] = .jump(instructions.count)
        }
    }

    /// Makes room for an instruction that is known later.
    private mutating func reserve() -> Int {
        instructions.append(.match)
        return instructions.count - 1
    }

    private mutating func emitAlternatives(_ nodes: [RegexNode]) throws(RegexError) {
        var jumps: [Int] = []
        for node in nodes.dropLast() {
            let split = reserve()
            try emit(node)
            jumps.append(reserve())
            instructions[split] = .split(first: split + 1, second: instructions.count)
        }
        if let last = nodes.last { try emit(last) }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func emitLook(_ node: RegexNode, _ isNegative: Bool, behind: Int?) throws(RegexError) {
        let look = reserve()
        try emit(node)
        instructions.append(.match)
        instructions[look] = .look(isNegative: isNegative, behind: behind, next: instructions.count)
    }

    private mutating func emitAtomic(_ node: RegexNode) throws(RegexError) {
        let atomic = reserve()
        try emit(node)
        instructions.append(.match)
        instructions[atomic] = .atomic(next: instructions.count)
    }

    private mutating func emitRepetition(_ node: RegexNode, _ least: Int, _ most: Int?, _ kind: RegexNode.RepetitionKind) throws(RegexError) {
        if let set = Self.asSet(node) {
            instructions.append(.repeatSet(set, least: least, most: most ?? .max, kind))
            return
        }
        if kind == .possessive { return try emitAtomic(.repetition(node, least: least, most: most, kind: .greedy)) }
        for _ in 0..<least { try emit(node) }
        guard let most else { return try emitLoop(node, kind) }
        // Optional turns nest: the first that fails skips the rest.
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(reserve())
            try emit(node)
        }
        for split in splits {
            let after = instructions.count
            instructions[split] = kind == .lazy ? .split(first: after, second: split + 1) : .split(first: split + 1, second: after)
        }
    }

    private mutating func emitLoop(_ node: RegexNode, _ kind: RegexNode.RepetitionKind) throws(RegexError) {
        let slot = slotCount
        slotCount += 1
        let split = reserve()
        instructions.append(.save(slot))
        try emit(node)
        instructions.append(.requireProgress(slot))
        instructions.append(.jump(split))
        let after = instructions.count
        instructions[split] = kind == .lazy ? .split(first: after, second: split + 1) : .split(first: split + 1, second: after)
    }

    /// A node that matches one character, as a set.
    private static func asSet(_ node: RegexNode) -> RegexSet? {
        switch node {
        case .set(let set): return set
        case .scalar(let scalar, let ignoresCase):
            var set = RegexSet()
            set.ranges = [scalar.value...scalar.value]
            set.ignoresCase = ignoresCase
            return set
        default: return nil
        }
    }
}
