// The methods of patterns and matches.
import Runtime

enum RegexMethods {
    static var patternRows: [Row] { finding + replacing + [
        property("pattern", "The text of the expression.") { (me: PatternObject) in me.pattern },
        property("flags", "The flags as a number.") { (me: PatternObject) in me.program.flags.union(.unicode).rawValue },
        property("groups", "The number of groups.") { (me: PatternObject) in me.program.groupCount },
        property("groupindex", "The numbers of the named groups.") { (me: PatternObject) in
            DictObject(named: me.program.groupNames.map { ($0.name, .int($0.index)) })
        },
    ] }

    private static func finder(_ name: String, _ doc: String, _ mode: PatternObject.Mode) -> Row {
        def("\(name)(self, string, pos=0, endpos=9223372036854775807)", doc) { (me: PatternObject, text: Value, start: Int, end: Int) in
            try me.find(in: subject(text, start, end), mode).map { Value.object($0) } ?? .none
        }
    }

    private static var finding: [Row] {
        [
            finder("search", "The first match anywhere.", .search), finder("match", "A match at the beginning.", .match),
            finder("fullmatch", "A match of everything.", .fullmatch),
            def("findall(self, string, pos=0, endpos=9223372036854775807)", "The texts of all matches, or of their groups.") {
                (me: PatternObject, text: Value, start: Int, end: Int) in
                var found: [Value] = []
                try me.forEachMatch(in: subject(text, start, end)) { match in
                    switch me.program.groupCount {
                    case 0: found.append(match.value(0))
                    case 1: found.append(match.value(1, default: ""))
                    default: found.append(.tuple((1...me.program.groupCount).map { match.value($0, default: "") }))
                    }
                    return true
                }
                return Value.list(found)
            },
            def("finditer(self, string, pos=0, endpos=9223372036854775807)", "All matches.") {
                (me: PatternObject, text: Value, start: Int, end: Int) in
                var found: [Value] = []
                try me.forEachMatch(in: subject(text, start, end)) { match in
                    found.append(.object(match))
                    return true
                }
                var next = 0
                return Value.object(IteratorObject(iteratorClass) {
                    guard next < found.count else { return nil }
                    defer { next += 1 }
                    return found[next]
                })
            },
        ]
    }

    private static let iteratorClass = Class.iterator("callable_iterator")

    private static func subject(_ value: Value, _ start: Int = 0, _ end: Int = .max) throws -> Subject {
        guard let text = value.as(StrObject.self) else { throw Raised.typeError("expected string or bytes-like object, got '\(value.type.name)'") }
        return Subject(text, start: start, end: end)
    }

    private static var replacing: [Row] {
        [
            def("sub(self, repl, string, count=0)", "The text with matches replaced.") { (me: PatternObject, replacement: Value, text: Value, count: Int) in
                try substitute(me, replacement, text, count).text
            },
            def("subn(self, repl, string, count=0)", "The text with matches replaced, and how many.") { (me: PatternObject, replacement: Value, text: Value, count: Int) in
                let (result, number) = try substitute(me, replacement, text, count)
                return Value.tuple([.string(result), .int(number)])
            },
            def("split(self, string, maxsplit=0)", "The parts between matches.") { (me: PatternObject, text: Value, limit: Int) in
                let subject = try subject(text)
                var parts: [Value] = []
                var from = 0
                var splits = 0
                try me.forEachMatch(in: subject) { match in
                    if limit > 0, splits == limit { return false }
                    parts.append(.string(subject.part(from, match.groups[0])))
                    for group in 1..<(me.program.groupCount + 1) { parts.append(match.value(group)) }
                    from = match.groups[1]
                    splits += 1
                    return true
                }
                parts.append(.string(subject.part(from, subject.scalars.count)))
                return Value.list(parts)
            },
        ]
    }

    private static func substitute(_ pattern: PatternObject, _ replacement: Value, _ text: Value, _ limit: Int) throws -> (text: String, count: Int) {
        let subject = try subject(text)
        let template = try replacement.text.map { try ReplacementTemplate($0, pattern) }
        var result = ""
        var from = 0
        var count = 0
        try pattern.forEachMatch(in: subject) { match in
            if limit > 0, count == limit { return false }
            result += subject.part(from, match.groups[0])
            if let template { result += template.expand(match) } else {
                let value = try replacement.call([.object(match)])
                guard let text = value.text else {
                    throw Raised.typeError("sequence item \(count): expected str instance, \(value.type.name) found")
                }
                result += text
            }
            from = match.groups[1]
            count += 1
            return true
        }
        return (result + subject.part(from, subject.scalars.count), count)
    }

    static var matchRows: [Row] {
        [
            def(raw: "group(self, *groups)", "The text of one group or of several.") { arguments in
                guard arguments.count > 0, let me = arguments[0].as(MatchObject.self) else { throw Raised.typeError("group() needs a match") }
                let wanted = arguments.positional.dropFirst()
                if wanted.isEmpty { return me.value(0) }
                let values = try wanted.map { me.value(try me.number(of: $0)) }
                return values.count == 1 ? values[0] : .tuple(values)
            },
            def("groups(self, default=None)", "The texts of all groups.") { (me: MatchObject, other: Value) in
                Value.tuple((1..<(me.pattern.program.groupCount + 1)).map { me.value($0, default: other) })
            },
            def("groupdict(self, default=None)", "The texts of the named groups.") { (me: MatchObject, other: Value) in
                DictObject(named: me.pattern.program.groupNames.map { ($0.name, me.value($0.index, default: other)) })
            },
            def("start(self, group=0, /)", "Where a group begins.") { (me: MatchObject, group: Value) in me.groups[try me.number(of: group) * 2] },
            def("end(self, group=0, /)", "Where a group ends.") { (me: MatchObject, group: Value) in me.groups[try me.number(of: group) * 2 + 1] },
            def("span(self, group=0, /)", "Where a group begins and ends.") { (me: MatchObject, group: Value) in
                let index = try me.number(of: group)
                return Value.tuple([.int(me.groups[index * 2]), .int(me.groups[index * 2 + 1])])
            },
            def("expand(self, template)", "A template with the groups filled in.") { (me: MatchObject, template: String) in
                try ReplacementTemplate(template, me.pattern).expand(me)
            },
            property("string", "The text that was searched.") { (me: MatchObject) in Value.object(me.subject.text) },
            property("re", "The pattern.") { (me: MatchObject) in Value.object(me.pattern) },
            property("pos", "Where the search began.") { (me: MatchObject) in me.subject.start },
            property("endpos", "Where the search ended.") { (me: MatchObject) in me.subject.end },
            property("lastindex", "The number of the last group that took part.") { (me: MatchObject) in lastGroup(me) },
            property("lastgroup", "The name of the last group that took part.") { (me: MatchObject) in
                lastGroup(me).flatMap { index in me.pattern.program.groupNames.first { $0.index == index }?.name }
            },
        ]
    }

    private static func lastGroup(_ match: MatchObject) -> Int? {
        (1..<(match.pattern.program.groupCount + 1)).filter { match.groups[$0 * 2 + 1] >= 0 }.max { match.groups[$0 * 2 + 1] < match.groups[$1 * 2 + 1] }
    }
}

/// The replacement text of `sub`: text and references to groups.
struct ReplacementTemplate {
    private enum Piece {
        case text(String)
        case group(Int)
    }

    private var pieces: [Piece] = []

    init(_ template: String, _ pattern: PatternObject) throws {
        let scalars = Array(template.unicodeScalars)
        var text = ""
        var index = 0
        var start = 0
        func fail(_ message: String, at position: Int? = nil) -> Raised {
            RegexModule.error(RegexError(message: message, position: position ?? index), in: template)
        }
        while index < scalars.count {
            let scalar = scalars[index]
            start = index
            index += 1
            guard scalar == "\\", index < scalars.count else {
                text.unicodeScalars.append(scalar)
                continue
            }
            let letter = scalars[index]
            index += 1
            var group: Int?
            switch letter {
            case "g":
                guard index < scalars.count, scalars[index] == "<", let close = scalars[index...].firstIndex(of: ">") else { throw fail("missing <") }
                let name = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
                index = close + 1
                group = Int(name) ?? pattern.program.groupNames.first { $0.name == name }?.index
                if group == nil { throw Raised.indexError("unknown group name '\(name)'") }
            case "0": text.unicodeScalars.append("\u{0}")
            case "1"..."9":
                var number = Int(letter.value - 0x30)
                if index < scalars.count, (0x30...0x39).contains(scalars[index].value) {
                    number = number * 10 + Int(scalars[index].value - 0x30)
                    index += 1
                }
                group = number
            case "n": text += "\n"
            case "t": text += "\t"
            case "r": text += "\r"
            case "a": text += "\u{07}"
            case "f": text += "\u{0C}"
            case "v": text += "\u{0B}"
            case "\\": text += "\\"
            default:
                if letter.value < 0x80, letter.properties.isAlphabetic { throw fail("bad escape \\\(letter)", at: start) }
                text += "\\" + String(letter)
            }
            if let group {
                guard group <= pattern.program.groupCount else { throw fail("invalid group reference \(group)", at: letter == "g" ? start + 3 : start + 1) }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.group(group))
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
    }

    /// The text with the groups of a match filled in; groups that took no part are empty.
    func expand(_ match: MatchObject) -> String {
        pieces.reduce(into: "") { result, piece in
            switch piece {
            case .text(let text): result += text
            case .group(let index): result += match.text(index) ?? ""
            }
        }
    }
}
