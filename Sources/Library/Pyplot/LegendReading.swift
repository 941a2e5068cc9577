// LegendReading: the arguments of `legend`.
import Plotting
import Runtime

/// Reads the arguments of `legend`.
struct LegendReading {
    private(set) var legend = Legend()
    /// The artists that the list names, in order.
    private(set) var handles: [Value] = []

    /// `artists` are those of the chart (or charts) that the list is about. Artists that stand on no chart are kept on `sheet`, unseen, for
    /// their sample.
    init(_ values: [Value], _ dict: DictObject, artists: [ArtistObject], on sheet: AxesObject) throws {
        guard values.count <= 2 else { throw Raised.typeError("legend() takes 0-2 positional arguments but \(values.count) were given") }
        try list(values, dict, artists, on: sheet)
        var keywords = try Keywords(dict, owner: "Legend.__init__", voice: .call)
        keywords.accept("handles", "labels")
        if let place = keywords.take("loc") { try Self.place(&legend, at: place) }
        if let anchor = try keywords.take("bbox_to_anchor").map(NumberGrid.init)?.values, anchor.count >= 2 { legend.anchor = (anchor[0], anchor[1]) }
        legend.columns = try keywords.take("ncols", "ncol")?.index() ?? 1
        legend.title = try keywords.text("title") ?? ""
        legend.isFramed = try keywords.flag("frameon") ?? true
        if let alpha = try keywords.number("framealpha") { legend.alpha = alpha }
        if let ground = keywords.take("facecolor"), ground.text != "inherit" { legend.background = try PaintReading.paint(ground) }
        if let size = keywords.take("fontsize") { legend.style.size = try StyleReading.size(size, base: legend.style.size) }
        if let fonts = keywords.take("prop")?.as(DictObject.self) {
            var inner = try Keywords(fonts, owner: "Text")
            try StyleReading.apply(&inner, to: &legend.style)
            try inner.finish()
        }
        if let color = keywords.take("labelcolor"), let paint = try? PaintReading.paints(color).first { legend.style.paint = paint }
        keywords.accept(Self.accepted)
        try keywords.finish()
    }

    /// Keywords whose effect the look of the pages settles.
    private static let accepted = [
        "markerscale", "numpoints", "scatterpoints", "scatteryoffsets", "shadow", "fancybox", "borderpad", "labelspacing", "handlelength", "handleheight",
        "handletextpad", "borderaxespad", "columnspacing", "edgecolor", "linewidth", "title_fontsize", "title_fontproperties", "mode", "bbox_transform",
        "handler_map", "markerfirst", "alignment", "draggable", "reverse",
    ]

    /// Sets where the list stands: a word, a code of 0 to 10, or a point.
    /// - Throws: ValueError in matplotlib's words for anything else.
    static func place(_ legend: inout Legend, at place: Value) throws {
        if let text = place.text {
            guard let location = Legend.Location(rawValue: text) else { throw Raised.valueError("\(try place.repr()) is not a valid value for loc.") }
            legend.location = location
        } else if let pair = place.sequenceElements, pair.count == 2, let x = try pair[0].number(), let y = try pair[1].number() {
            (legend.location, legend.anchor) = (.lowerLeft, (x, y))
        } else if let code = try place.index(), codes.indices.contains(code) {
            legend.location = codes[code]
        } else {
            throw Raised.valueError("loc must be string, coordinate tuple, or an integer 0-10, not \(try place.repr())")
        }
    }

    private static let codes: [Legend.Location] = [
        .best, .upperRight, .upperLeft, .lowerLeft, .lowerRight, .right, .centerLeft, .centerRight, .lowerCenter, .upperCenter, .center,
    ]

    /// Which artists are listed under which names.
    private mutating func list(_ values: [Value], _ dict: DictObject, _ artists: [ArtistObject], on sheet: AxesObject) throws {
        var given = values.count == 2 ? values[0] : dict["handles"]
        var names = values.count == 2 ? values[1] : values.first ?? dict["labels"]
        if values.count == 1, dict["handles"] == nil, let first = try values[0].elements().first, first.text == nil { (given, names) = (values[0], nil) }
        guard given != nil || names != nil else {
            handles = artists.filter { $0.mark?.traits.legendLabel != nil && $0.mark?.traits.isVisible == true }.map { .object($0) }
            return
        }
        let listed = try given?.elements() ?? artists.filter { !($0.mark is TextMark) && $0.mark?.traits.label?.hasPrefix("_") != true }.map { .object($0) }
        let texts = try names.map { try $0.text != nil ? [$0.str()] : $0.elements().map { try $0.str() } }
        var entries: [Legend.Entry] = []
        for (index, handle) in listed.enumerated() where texts.map({ index < $0.count }) ?? true {
            guard let id = try Self.mark(of: handle, on: sheet) else { continue }
            let all = artists.compactMap(\.mark) + sheet.model.marks
            entries.append(Legend.Entry(mark: id, text: texts.map { $0[index] } ?? all.first { $0.traits.id == id }?.traits.legendLabel ?? ""))
            handles.append(handle)
        }
        legend.entries = entries
    }

    /// The number of the mark that an artist stands for.
    private static func mark(of handle: Value, on sheet: AxesObject) throws -> Int? {
        if let artist = handle.as(ArtistObject.self) { return artist.axes.figure === sheet.figure ? artist.id : artist.mark.map(sheet.keep) }
        return try handle.iteratorIfIterable() == nil ? nil : handle.elements().first?.as(ArtistObject.self)?.id
    }
}
