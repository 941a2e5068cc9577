// AxesRows: all methods of a chart, and how pyplot's functions are made from them.
import Runtime

/// All methods of a chart.
enum AxesRows {
    static let all: [Row] = drawing + LabelRows.all + LimitRows.all + ChartRows.all + MemberRows.all + InsetRows.all + AxesProperties.rows

    /// What draws: each is a method of a chart and, under the same name, a function of pyplot.
    static let drawing: [Row] = LineRows.all + BarRows.all + GridRows.all + ReferenceRows.all + TextRows.all + PatchRows.all + SpanRows.all + TriangleRows.all + TableRows.all

    /// The pyplot function that calls a method of the current chart.
    static func function(_ name: String, of row: Row) -> Row {
        let method = NativeFunction([row.renamed(name).speaking(.pyplot)], owner: nil)
        let parameters = row.header.drop { $0 != "(" }.dropFirst()
        let header = name + "(" + (parameters.hasPrefix("self, ") ? parameters.dropFirst(6) : parameters.hasPrefix("self") ? parameters.dropFirst(4) : parameters)
        return def(raw: header, row.doc, example: row.example) { arguments in
            let axes = PyplotSession.current.gca()
            let result = try arguments.prepending(.object(axes)) { try method.call($0) }
            if let artist = result.as(ArtistObject.self), artist.mapping != nil { PyplotSession.current.mappable = artist }
            return result
        }
    }
}
