// Keywords: the keyword arguments of a drawing function, taken one by one; what is left over is an error.
import Plotting
import Runtime

/// The keyword arguments of a drawing function. Every `take` names a keyword the function knows; `finish` complains about the rest.
struct Keywords {
    /// The class that messages name: "Line2D".
    private let owner: String
    private var rest: [(name: String, value: Value)]
    private var known: [String] = []

    /// Keywords that change nothing here; accepted everywhere.
    private static let ignored: Set<String> = [
        "clip_on", "rasterized", "animated", "picker", "gid", "url", "snap", "in_layout", "antialiased", "aa", "solid_capstyle",
        "solid_joinstyle", "dash_capstyle", "dash_joinstyle", "capstyle", "joinstyle", "path_effects", "data", "scalex", "scaley",
        "figure", "clip_path", "clip_box", "agg_filter", "sketch_params", "resample", "filternorm", "filterrad",
    ]

    init(_ dict: DictObject, owner: String) throws {
        self.owner = owner
        rest = try dict.table.pairs.map { (try $0.key.str(), $0.value) }
    }

    /// The value of a keyword under any of its names; nil where it is absent or None.
    mutating func take(_ names: String...) -> Value? {
        known += names
        guard let index = rest.firstIndex(where: { names.contains($0.name) }) else { return nil }
        let value = rest.remove(at: index).value
        return value.isNone || value.isUnset ? nil : value
    }

    /// Drops keywords that change nothing here.
    mutating func accept(_ names: String...) {
        known += names
        rest.removeAll { names.contains($0.name) }
    }

    /// Whether a keyword is there, even as None.
    func has(_ name: String) -> Bool { rest.contains { $0.name == name } }

    /// A number.
    /// - Throws: TypeError for anything else.
    mutating func number(_ names: String...) throws -> Double? {
        known += names
        guard let value = takeFirst(names) else { return nil }
        guard let number = try value.number() ?? (try? NumberGrid(value))?.values.first else {
            throw Raised.typeError("\(names[0]) must be a number, not \(value.type.name)")
        }
        return number
    }

    mutating func flag(_ names: String...) throws -> Bool? {
        known += names
        return try takeFirst(names)?.truth()
    }

    mutating func text(_ names: String...) throws -> String? {
        known += names
        return try takeFirst(names)?.str()
    }

    mutating func paint(_ names: String...) throws -> Paint? {
        known += names
        return try takeFirst(names).map(PaintReading.paint)
    }

    mutating func paints(_ names: String...) throws -> [Paint]? {
        known += names
        return try takeFirst(names).map(PaintReading.paints)
    }

    mutating func dash(_ names: String...) throws -> Dash? {
        known += names
        return try takeFirst(names).map(StyleReading.dash)
    }

    private mutating func takeFirst(_ names: [String]) -> Value? {
        guard let index = rest.firstIndex(where: { names.contains($0.name) }) else { return nil }
        let value = rest.remove(at: index).value
        return value.isNone || value.isUnset ? nil : value
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

    /// - Throws: AttributeError in matplotlib's words for the first keyword nobody took, with the known ones as a note.
    func finish() throws {
        guard let unknown = rest.first(where: { !Keywords.ignored.contains($0.name) }) else { return }
        let raised = Raised.attributeError("\(owner).set() got an unexpected keyword argument '\(unknown.name)'")
        let note = "known keywords: " + Set(known).sorted().joined(separator: ", ")
        raised.exception.notes.append(note)
        throw raised
    }
}
