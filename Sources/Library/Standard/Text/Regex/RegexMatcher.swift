// RegexMatcher: runs a RegexProgram over a text, with a stack of choices instead of recursion.
import Runtime

/// The matcher gave up: the expression needs too many steps on this text, or the program is to stop.
struct RegexOverload: Error {
    /// What stops the program.
    var interruption: (any Error)?
}

/// Matches one text.
struct RegexMatcher {
    private let program: RegexProgram
    private let text: [Unicode.Scalar]
    private let start: Int
    private let end: Int
    private var slots: [Int]
    private var choices: [Choice] = []
    private var steps = 0
    private static let mostSteps = 100_000_000
    /// The number of steps at which the machine looks at the clock again.
    private var nextLook = lookInterval
    private static let lookInterval = 1 << 14

    /// What to do when matching fails.
    private enum Choice {
        /// Go on elsewhere.
        case resume(instruction: Int, position: Int)
        /// Undo a slot and fail further.
        case restore(slot: Int, value: Int)
        /// A greedy loop over a set gives back one character.
        case shorter(instruction: Int, least: Int, position: Int)
        /// A lazy loop over a set takes one more character.
        case longer(instruction: Int, position: Int, most: Int)
    }

    init(_ program: RegexProgram, _ text: [Unicode.Scalar], start: Int = 0, end: Int? = nil) {
        self.program = program
        self.text = text
        self.start = start
        self.end = end ?? text.count
        slots = [Int](repeating: -1, count: program.slotCount)
    }

    /// Matches at `position`. The positions of the groups (start and end each, -1 where a group took no part), or nil.
    /// - Parameter isWhole: the match must reach the end.
    mutating func match(at position: Int, isWhole: Bool = false) throws(RegexOverload) -> [Int]? {
        for index in slots.indices { slots[index] = -1 }
        choices.removeAll(keepingCapacity: true)
        guard let stop = try run(from: 0, at: position, isWhole: isWhole) else { return nil }
        slots[0] = position
        slots[1] = stop
        return Array(slots.prefix((program.groupCount + 1) * 2))
    }

    /// The first match at or after `position`.
    mutating func search(from position: Int) throws(RegexOverload) -> [Int]? {
        var place = position
        while place <= end {
            if case .scalar(let first) = program.instructions[0] {
                while place < end, text[place] != first { place += 1 }
                if place >= end { return nil }
            }
            if let found = try match(at: place) { return found }
            place += 1
        }
        return nil
    }

    /// Runs until `match`; the position there, or nil. Leaves choices made before alone.
    private mutating func run(from first: Int, at begin: Int, isWhole: Bool) throws(RegexOverload) -> Int? {
        let floor = choices.count
        var pc = first
        var position = begin
        while true {
            steps += 1
            if steps >= nextLook { try pause() }
            if case .match = program.instructions[pc], !isWhole || position == end {
                return position
            }
            if try step(&pc, &position) { continue }
            guard backtrack(&pc, &position, floor) else { return nil }
        }
    }

    /// Looks at the clock and at the number of steps.
    private mutating func pause() throws(RegexOverload) {
        if steps > Self.mostSteps { throw RegexOverload() }
        nextLook = steps + Self.lookInterval
        do {
            try Interpreter.pace(Self.lookInterval)
        } catch {
            throw RegexOverload(interruption: error)
        }
    }

    /// Takes up the last choice; false if there is none above `floor`.
    private mutating func backtrack(_ pc: inout Int, _ position: inout Int, _ floor: Int) -> Bool {
        while choices.count > floor {
            switch choices.removeLast() {
            case .resume(let instruction, let place):
                (pc, position) = (instruction, place)
                return true
            case .restore(let slot, let value):
                slots[slot] = value
            case .shorter(let instruction, let least, let place):
                if place - 1 > least { choices.append(.shorter(instruction: instruction, least: least, position: place - 1)) }
                (pc, position) = (instruction + 1, place - 1)
                return true
            case .longer(let instruction, let place, let most):
                guard case .repeatSet(let set, _, _, _) = program.instructions[instruction], place < most, set.contains(text[place]) else { continue }
                if place + 1 < most { choices.append(.longer(instruction: instruction, position: place + 1, most: most)) }
                (pc, position) = (instruction + 1, place + 1)
                return true
            }
        }
        return false
    }

    /// Runs one instruction; false if it fails.
    private mutating func step(_ pc: inout Int, _ position: inout Int) throws(RegexOverload) -> Bool {
        switch program.instructions[pc] {
        case .match: return false
        case .scalar(let scalar):
            guard position < end, text[position] == scalar else { return false }
            position += 1
        case .scalarIgnoringCase(let scalar):
            guard position < end, Self.isSame(text[position], scalar) else { return false }
            position += 1
        case .set(let set):
            guard position < end, set.contains(text[position]) else { return false }
            position += 1
        case .repeatSet(let set, let least, let most, let kind):
            return repeatSet(set, least, most, kind, &pc, &position)
        case .split(let first, let second):
            choices.append(.resume(instruction: second, position: position))
            pc = first
            return true
        case .jump(let target):
            pc = target
            return true
        case .save(let slot):
            choices.append(.restore(slot: slot, value: slots[slot]))
            slots[slot] = position
        case .requireProgress(let slot):
            if slots[slot] == position { return false }
        case .backreference(let group, let ignoresCase):
            guard let length = matchGroup(group, at: position, ignoresCase) else { return false }
            position += length
        case .condition(let group, let no):
            if slots[group * 2 + 1] < 0 {
                pc = no
                return true
            }
        case .look(let isNegative, let behind, let next):
            guard try look(pc, position, isNegative, behind) else { return false }
            pc = next
            return true
        case .atomic(let next):
            let before = choices.count
            guard let stop = try run(from: pc + 1, at: position, isWhole: false) else { return false }
            dropChoices(above: before)
            (pc, position) = (next, stop)
            return true
        case .lineStart, .lineEnd, .textStart, .textEnd, .finalLineEnd, .wordBoundary:
            guard holds(program.instructions[pc], at: position) else { return false }
        }
        pc += 1
        return true
    }

    private static func isSame(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        a == b || RegexSet.variants(of: a).contains(b)
    }

    /// Forgets the choices of a finished part, but keeps what undoes its slots.
    private mutating func dropChoices(above floor: Int) {
        let kept = choices[floor...].filter { if case .restore = $0 { true } else { false } }
        choices.replaceSubrange(floor..., with: kept)
    }

    private mutating func look(_ pc: Int, _ position: Int, _ isNegative: Bool, _ behind: Int?) throws(RegexOverload) -> Bool {
        let before = choices.count
        let begin = position - (behind ?? 0)
        let found = begin >= start ? try run(from: pc + 1, at: begin, isWhole: false) != nil : false
        if !found { return isNegative }
        if isNegative {
            // Undo the groups set inside.
            while choices.count > before {
                if case .restore(let slot, let value) = choices.removeLast() { slots[slot] = value }
            }
            return false
        }
        dropChoices(above: before)
        return true
    }

    private mutating func repeatSet(_ set: RegexSet, _ least: Int, _ most: Int, _ kind: RegexNode.RepetitionKind,
                                    _ pc: inout Int, _ position: inout Int) -> Bool {
        let limit = most > end - position ? end : position + most
        var place = position
        let target = kind == .lazy ? position + least : limit
        while place < target, place < limit, set.contains(text[place]) { place += 1 }
        steps += place - position
        guard place - position >= least else { return false }
        switch kind {
        case .greedy:
            if place > position + least { choices.append(.shorter(instruction: pc, least: position + least, position: place)) }
        case .lazy:
            if place < limit { choices.append(.longer(instruction: pc, position: place, most: limit)) }
        case .possessive: break
        }
        position = place
        pc += 1
        return true
    }

    /// The length of a group's text if it stands at `position` again.
    private func matchGroup(_ group: Int, at position: Int, _ ignoresCase: Bool) -> Int? {
        let from = slots[group * 2], to = slots[group * 2 + 1]
        guard from >= 0, to >= from, position + (to - from) <= end else { return nil }
        for offset in 0..<(to - from) {
            let a = text[from + offset], b = text[position + offset]
            guard a == b || (ignoresCase && Self.isSame(a, b)) else { return nil }
        }
        return to - from
    }

    private func holds(_ instruction: RegexInstruction, at position: Int) -> Bool {
        switch instruction {
        case .textStart: return position == 0
        case .lineStart: return position == 0 || text[position - 1] == "\n"
        case .textEnd: return position == end
        case .lineEnd: return position == end || text[position] == "\n"
        case .finalLineEnd: return position == end || (position == end - 1 && text[position] == "\n")
        case .wordBoundary(let isASCII, let isNegated):
            let before = position > 0 && RegexSet.isWord(text[position - 1], isASCII: isASCII)
            let after = position < end && RegexSet.isWord(text[position], isASCII: isASCII)
            return (before != after) != isNegated
        default: return false
        }
    }
}
