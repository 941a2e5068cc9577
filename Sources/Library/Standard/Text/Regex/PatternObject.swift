// PatternObject and MatchObject: what `re.compile` and `re.match` give.
import Runtime

/// A compiled regular expression: `re.Pattern`.
final class PatternObject: Object, @unchecked Sendable {
    let pattern: String
    let program: RegexProgram
    static let cls = Class(native: "Pattern", module: "re", extensible: false, rows: { RegexMethods.patternRows })

    init(_ pattern: String, _ program: RegexProgram) {
        self.pattern = pattern
        self.program = program
        super.init(type: Self.cls)
    }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard let other = other.as(PatternObject.self), op == .equal || op == .notEqual else { return nil }
        return .bool((StrObject.sameBytes(pattern, other.pattern) && program.flags == other.program.flags) == (op == .equal))
    }

    override func hash() throws -> Int { StrObject(pattern).textHash ^ program.flags.rawValue }

    override func repr() throws -> String {
        let shown = program.flags.subtracting(.unicode)
        let names = RegexModule.flagNames.filter { shown.rawValue & $0.value != 0 }.map { "re.\($0.name)" }
        return "re.compile(\(try Value.string(pattern).repr())\(names.isEmpty ? "" : ", " + names.joined(separator: "|")))"
    }

    /// Calls `body` with every match without overlaps; it returns false to stop.
    func forEachMatch(in subject: Subject, _ body: (MatchObject) throws -> Bool) throws {
        var matcher = RegexMatcher(program, subject.scalars, start: 0, end: subject.end)
        var position = subject.start
        while position <= subject.end, let groups = try guarded({ () throws(RegexOverload) in try matcher.search(from: position) }) {
            guard try body(MatchObject(self, subject, groups)) else { return }
            position = groups[1] > groups[0] ? groups[1] : groups[1] + 1
        }
    }

    /// The match at the start, anywhere, or of everything.
    func find(in subject: Subject, _ mode: Mode) throws -> MatchObject? {
        var matcher = RegexMatcher(program, subject.scalars, start: 0, end: subject.end)
        let groups = try guarded { () throws(RegexOverload) in
            switch mode {
            case .search: try matcher.search(from: subject.start)
            case .match: try matcher.match(at: subject.start)
            case .fullmatch: try matcher.match(at: subject.start, isWhole: true)
            }
        }
        return groups.map { MatchObject(self, subject, $0) }
    }

    enum Mode { case search, match, fullmatch }

    private func guarded<R>(_ body: () throws(RegexOverload) -> R) throws -> R {
        do throws(RegexOverload) {
            return try body()
        } catch {
            if let interruption = error.interruption { throw interruption }
            throw Raised.runtimeError("the regular expression takes too many steps on this text")
        }
    }
}

/// The text a match runs over.
final class Subject: Sendable {
    let text: StrObject
    let scalars: [Unicode.Scalar]
    let start: Int
    let end: Int

    init(_ text: StrObject, start: Int = 0, end: Int = .max) {
        self.text = text
        scalars = Array(text.value.unicodeScalars)
        self.end = min(max(end, 0), scalars.count)
        self.start = min(max(start, 0), scalars.count)
    }

    /// The text between two positions.
    func part(_ from: Int, _ to: Int) -> String { String(String.UnicodeScalarView(scalars[from..<to])) }
}

/// A match: `re.Match`.
final class MatchObject: Object, @unchecked Sendable {
    let pattern: PatternObject
    let subject: Subject
    /// Start and end of every group; -1 where it took no part.
    let groups: [Int]
    static let cls = Class(native: "Match", module: "re", hooks: [.getitem], extensible: false, rows: { RegexMethods.matchRows })

    init(_ pattern: PatternObject, _ subject: Subject, _ groups: [Int]) {
        self.pattern = pattern
        self.subject = subject
        self.groups = groups
        super.init(type: Self.cls)
    }

    /// The text of a group, or nil.
    func text(_ index: Int) -> String? {
        groups[index * 2] < 0 || groups[index * 2 + 1] < 0 ? nil : subject.part(groups[index * 2], groups[index * 2 + 1])
    }

    /// The value of a group: a str, or the default.
    func value(_ index: Int, default other: Value = .none) -> Value { text(index).map { .string($0) } ?? other }

    /// The number of a group given by number or name.
    func number(of key: Value) throws -> Int {
        if let name = key.text {
            guard let group = pattern.program.groupNames.first(where: { $0.name == name }) else { throw Raised.indexError("no such group") }
            return group.index
        }
        guard let index = try key.index(), index >= 0, index <= pattern.program.groupCount else { throw Raised.indexError("no such group") }
        return index
    }

    override func item(_ key: Value) throws -> Value { value(try number(of: key)) }

    override func repr() throws -> String {
        "<re.Match object; span=(\(groups[0]), \(groups[1])), match=\(try value(0).repr())>"
    }
}

extension PatternObject: FromValue { static var expectedType: String { "Pattern" } }
extension MatchObject: FromValue { static var expectedType: String { "Match" } }
