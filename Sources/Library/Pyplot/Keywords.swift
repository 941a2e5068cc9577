// Keywords: the keyword arguments of a drawing function, taken one by one; what is left over is an error.
import Plotting
import Runtime

/// The keyword arguments of a drawing function. Every `take` names a keyword the function knows; `finish` complains about the rest.
struct Keywords {
    /// How a message speaks of a keyword that nobody knows.
    enum Voice {
        /// "Line2D.set() got an unexpected keyword argument 'x'"
        case set
        /// "'Text' object has no property 'x'"
        case property
        /// "keyword x is not recognized; valid keywords are […]", a ValueError
        case tick
        /// "tight_layout() got an unexpected keyword argument 'x'", a TypeError
        case call
    }

    /// The class (or function) that messages name: "Line2D".
    private let owner: String
    private let voice: Voice
    private var rest: [(name: String, value: Value)]
    private var known: [String] = []
    /// What was taken, under the first name of each keyword, as the program gave it.
    private(set) var given: [String: Value] = [:]

    /// Keywords that change nothing here; accepted everywhere.
    private static let ignored: Set<String> = [
        "clip_on", "rasterized", "animated", "picker", "gid", "url", "snap", "in_layout", "antialiased", "aa", "solid_capstyle",
        "solid_joinstyle", "dash_capstyle", "dash_joinstyle", "capstyle", "joinstyle", "path_effects", "data", "scalex", "scaley",
        "figure", "clip_path", "clip_box", "agg_filter", "sketch_params", "resample", "filternorm", "filterrad",
    ]

    init(_ dict: DictObject, owner: String, voice: Voice = .set) throws {
        self.owner = owner
        self.voice = voice
        rest = try dict.table.pairs.map { (try $0.key.str(), $0.value) }
    }

    /// The value of a keyword under any of its names; nil where it is absent or None.
    mutating func take(_ names: String...) -> Value? { takeFirst(names) }

    private mutating func takeFirst(_ names: [String]) -> Value? {
        known += names
        guard let index = rest.firstIndex(where: { names.contains($0.name) }) else { return nil }
        let value = rest.remove(at: index).value
        guard !value.isNone, !value.isUnset else { return nil }
        given[names[0]] = value
        return value
    }

    /// Drops keywords that change nothing here.
    mutating func accept(_ names: String...) { accept(names) }

    /// Drops keywords that change nothing here.
    mutating func accept(_ names: [String]) {
        known += names
        rest.removeAll { names.contains($0.name) }
    }

    /// Refuses a property that is given under two of its names.
    /// - Throws: TypeError in matplotlib's words.
    func refuseTwins(of names: [String]) throws {
        let twins = rest.map(\.name).filter(names.contains)
        guard twins.count > 1 else { return }
        let words = twins.sorted { $0.count < $1.count }
        throw Raised.typeError("Got both '\(words[0])' and '\(words[1])', which are aliases of one another")
    }

    /// A number.
    /// - Throws: ValueError for words, TypeError for anything else.
    mutating func number(_ names: String...) throws -> Double? {
        guard let value = takeFirst(names) else { return nil }
        if value.text != nil { throw Raised.valueError("could not convert string to float: \(try value.repr())") }
        guard let number = try value.number() ?? (try? NumberGrid(value))?.values.first else {
            throw Raised.typeError("\(names[0]) must be a number, not \(value.type.name)")
        }
        return number
    }

    /// `alpha=`; nil where it is absent.
    /// - Throws: TypeError for what is no number, ValueError for a number outside 0 to 1.
    mutating func opacity() throws -> Double? {
        guard let value = takeFirst(["alpha"]) else { return nil }
        guard value.text == nil, let alpha = try value.number() ?? (try? NumberGrid(value))?.values.first else {
            throw Raised.typeError("alpha must be numeric or None, not <class '\(value.type.name)'>")
        }
        guard (0...1).contains(alpha) else { throw Raised.valueError("alpha (\(try value.str())) is outside 0-1 range") }
        return alpha
    }

    /// Whether a keyword is true; nil where it is absent.
    mutating func flag(_ names: String...) throws -> Bool? { try takeFirst(names)?.truth() }
    /// A word.
    mutating func text(_ names: String...) throws -> String? { try takeFirst(names)?.str() }
    /// A colour.
    mutating func paint(_ names: String...) throws -> Paint? { try takeFirst(names).map(PaintReading.paint) }
    /// Colours, or a single one.
    mutating func paints(_ names: String...) throws -> [Paint]? { try takeFirst(names).map(PaintReading.paints) }
    /// A dash pattern.
    mutating func dash(_ names: String...) throws -> Dash? { try takeFirst(names).map(StyleReading.dash) }

    /// A word out of a few.
    /// - Throws: ValueError in matplotlib's words for any other.
    mutating func choice(_ name: String, of words: [String]) throws -> String? {
        try text(name).map { try Keywords.choose($0, name, of: words) }
    }

    /// The word, where it is one of a few.
    /// - Throws: ValueError in matplotlib's words for any other.
    @discardableResult
    static func choose(_ word: String, _ name: String, of words: [String]) throws -> String {
        guard words.contains(word) else {
            throw Raised.valueError("'\(word)' is not a valid value for \(name). Supported values are \(words.map { "'\($0)'" }.joined(separator: ", "))")
        }
        return word
    }

    /// The keywords not taken yet, for another function; this one then finishes clean.
    mutating func remainder() -> DictObject {
        defer { rest = [] }
        return DictObject(named: rest.map { ($0.name, $0.value) })
    }

    /// Label, order, visibility: what every mark takes.
    mutating func traits(_ traits: inout MarkTraits) throws {
        if let label = try text("label") { traits.label = label }
        if let order = try number("zorder") { traits.order = order }
        if let isVisible = try flag("visible") { traits.isVisible = isVisible }
        _ = take("transform")
    }

    /// - Throws: an error in matplotlib's words for the first keyword nobody took, with the known ones as a note.
    func finish() throws {
        guard let unknown = rest.first(where: { !Keywords.ignored.contains($0.name) }) else { return }
        let raised: Raised = switch voice {
        case .set: .attributeError("\(owner).set() got an unexpected keyword argument '\(unknown.name)'")
        case .property: .attributeError("'\(owner)' object has no property '\(unknown.name)'")
        case .tick: .valueError("keyword \(unknown.name) is not recognized; valid keywords are [\(Set(known).sorted().map { "'\($0)'" }.joined(separator: ", "))]")
        case .call: .typeError("\(owner)() got an unexpected keyword argument '\(unknown.name)'")
        }
        let note = "known keywords: " + Set(known).sorted().joined(separator: ", ")
        raised.exception.notes.append(note)
        throw raised
    }
}

extension DictObject {
    /// The entries as the keywords of a call.
    func asKeywords() throws -> [(Name, Value)] { try table.pairs.map { (Name(try $0.key.str()), $0.value) } }
}

extension Voice {
    /// pyplot's functions speak as functions that are written in Python.
    static let pyplot = Voice(misfit: { misplaced in
        let argument = misplaced.position.map { "argument \($0)" } ?? "argument '\(misplaced.parameter)'"
        return "\(misplaced.function)() \(argument) must be \(misplaced.expected), not \(misplaced.given)"
    })
}
