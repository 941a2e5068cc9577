// ArtistRows: the methods that every artist has, and those of containers.
import Plotting
import Runtime

/// The methods of artists.
enum ArtistRows {
    /// What every artist can.
    static let common: [Row] = [
        def("remove(self)", "Takes the artist off its chart.") { (artist: ArtistObject) in
            artist.mark = nil
            artist.axes.forget(artist)
        },
        def("set(self, **kwargs)", "Calls `set_name(value)` for every keyword.") { (artist: Value, keywords: DictObject) in
            try setAll(artist, keywords)
        },
        def("update(self, props)", "Calls `set_name(value)` for every entry.") { (artist: Value, properties: DictObject) in
            try setAll(artist, properties)
        },
        def("get_children(self)", "The parts of the artist.") { (artist: ArtistObject) in Value.list(artist.members) },
        def("get_figure(self, root=False)", "The figure it belongs to.") { (artist: ArtistObject, _: Value) in artist.axes.figure },
        property("axes", "The chart it belongs to.") { (artist: ArtistObject) in artist.axes },
        property("figure", "The figure it belongs to.") { (artist: ArtistObject) in artist.axes.figure },
        property("zorder", "What covers what.") { (artist: ArtistObject) in order(artist) },
    ] + properties.flatMap(\.rows)

    private static let properties: [ArtistProperty<ArtistObject>] = [
        ArtistProperty("label", doc: "the name in the legend", read: { .string($0.label) }, write: { artist, text in
            artist.mark?.traits.label = text.isNone ? nil : try text.str()
        }),
        ArtistProperty("visible", doc: "whether the artist is shown", read: { .bool($0.mark?.traits.isVisible ?? false) }, write: { artist, shown in
            artist.mark?.traits.isVisible = try shown.truth()
        }),
        ArtistProperty("zorder", doc: "what covers what", read: { order($0) }, write: { artist, order in
            artist.mark?.traits.order = try order.propertyNumber()
        }),
        ArtistProperty(told: "alpha", doc: "the opacity", otherwise: { _ in .none }, write: { artist, alpha in
            var keywords = try Keywords(DictObject(named: [("alpha", alpha)]), owner: artist.type.name)
            artist.mark?.look.alpha = try keywords.opacity() ?? 1
        }),
    ] + ["clip_on", "rasterized", "picker", "gid", "url", "antialiased", "transform", "path_effects", "animated", "in_layout"].map { name in
        ArtistProperty(told: name, doc: "a setting that changes nothing on a page", otherwise: { _ in name == "clip_on" || name == "antialiased" ? .bool(true) : .none }, write: { _, _ in })
    }

    private static func order(_ artist: ArtistObject) -> Value { .short(artist.mark?.traits.order ?? 0) }

    /// Calls `set_name(value)` for every entry.
    /// - Throws: AttributeError in matplotlib's words for a name that is no property.
    /// - Returns: the results, as `set()` gives them.
    @discardableResult
    static func setAll(_ artist: Value, _ properties: DictObject) throws -> Value {
        var results: [Value] = []
        for (key, value) in properties.table.pairs {
            let name = Name("set_" + (try key.str()))
            guard try artist.attributeIfPresent(name) != nil else {
                throw Raised.attributeError("\(artist.type.name).set() got an unexpected keyword argument '\(try key.str())'")
            }
            results.append(try artist.callMethod(name, [value]))
        }
        return .list(results)
    }

    /// Sets properties of the labels along an axis.
    static func setAllLabels(of axes: Value, _ letter: String, _ properties: DictObject) throws {
        for label in try axes.callMethod(Name("get_\(letter)ticklabels")).elements() { try setAll(label, properties) }
    }

    /// What bar charts tell.
    static let bars: [Row] = [
        property("patches", "The bars.") { (artist: ArtistObject) in Value.list(artist.members) },
        property("datavalues", "The numbers that the bars show.") { (artist: ArtistObject) in
            ArrayMaking.array(of: .list(try artist.members.map { bar in try (bar.as(BarObject.self)?.length).map { try $0() } ?? .none }))
        },
        property("orientation", "'vertical' or 'horizontal'.") { (artist: ArtistObject) in
            (artist.mark as? BarMark)?.isHorizontal == true ? "horizontal" : "vertical"
        },
        property("errorbar", "The error bars; None where there are none.") { (artist: ArtistObject) in artist.companion.map { Value.object($0) } ?? .none },
        def("index(self, value, /)", "The place of a bar.") { (artist: ArtistObject, bar: Value) in try Value.tuple(artist.members).callMethod("index", [bar]) },
    ]

    /// What stems consist of.
    static let stems: [Row] = [
        property("markerline", "The points.") { (artist: ArtistObject) in artist.members.first ?? .none },
        property("stemlines", "The stems.") { (artist: ArtistObject) in artist.members.dropFirst().first ?? .none },
        property("baseline", "The line on which the stems stand.") { (artist: ArtistObject) in artist.members.last ?? .none },
    ]

    /// What error bars tell.
    static let errors: [Row] = [
        property("lines", "The line, the caps and the bars.") { (artist: ArtistObject) in Value.tuple(artist.members) },
        property("has_xerr", "Whether bars lie.") { (artist: ArtistObject) in (artist.mark as? ErrorMark)?.horizontal.isEmpty == false },
        property("has_yerr", "Whether bars stand.") { (artist: ArtistObject) in (artist.mark as? ErrorMark)?.vertical.isEmpty == false },
    ]

    /// What a field of streamlines consists of.
    static let streams: [Row] = [
        property("lines", "The streamlines.") { (artist: ArtistObject) in artist.members.first ?? .none },
        property("arrows", "The arrows on them.") { (artist: ArtistObject) in artist.members.last ?? .none },
    ]
}
