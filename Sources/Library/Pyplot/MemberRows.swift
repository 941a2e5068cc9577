// MemberRows: what a chart tells about itself, and artists that programs add to it by hand.
import Plotting
import Runtime

/// What a chart tells about itself, and what it takes in.
enum MemberRows {
    /// The methods.
    static let all: [Row] = [
        def("get_position(self, original=False)", "Where the chart stands, as shares of the figure.") { (axes: AxesObject, _: Value) in
            let place = axes.standardPlace
            return BoundsObject(place.left, place.bottom, place.width, place.height)
        },
        def("get_aspect(self)", "How long a unit of y is beside a unit of x: 'auto' or a number.") { (axes: AxesObject) in
            switch axes.model.aspect {
            case .automatic: return Value.string("auto")
            case .frame(let ratio), .limits(let ratio): return Value.float(ratio)
            }
        },
        def("get_children(self)", "What is drawn.") { (axes: AxesObject) in Value.list(axes.artists.map { .object($0) }) },
        def("add_artist(self, a)", "Adds a shape or a line.") { (axes: AxesObject, artist: Value) in try add(artist, to: axes) },
        def("add_line(self, line)", "Adds a line.") { (axes: AxesObject, line: Value) in try add(line, to: axes) },
        def("add_collection(self, collection, autolim=True)", "Adds shapes or lines.") { (axes: AxesObject, shapes: Value, _: Value) in
            try add(shapes, to: axes)
        },
        def("set_axisbelow(self, b)", "Accepted: grid lines lie below what is drawn.") { (_: AxesObject, _: Value) in },
        def("get_axisbelow(self)", "Whether grid lines lie below what is drawn.") { (_: AxesObject) in true },
        def("set_autoscale_on(self, b)", "Keeps the limits, or lets them follow the data.") { (axes: AxesObject, follows: Bool) in
            for path in [\Chart.x, \Chart.y] {
                let range = axes.range(path)
                (axes.model[keyPath: path].lower, axes.model[keyPath: path].upper) = follows ? (nil, nil) : (range.lower, range.upper)
            }
        },
        def("set_xmargin(self, m)", "Sets the room beyond the data along x.") { (axes: AxesObject, room: Double) in axes.model.x.margin = room },
        def("set_ymargin(self, m)", "Sets the room beyond the data along y.") { (axes: AxesObject, room: Double) in axes.model.y.margin = room },
        def("set_xbound(self, lower=None, upper=None)", "Sets the shown range of x.") { (axes: AxesObject, low: Value, high: Value) in
            try LimitRows.setLimits(axes, \.x, low, high)
        },
        def("set_ybound(self, lower=None, upper=None)", "Sets the shown range of y.") { (axes: AxesObject, low: Value, high: Value) in
            try LimitRows.setLimits(axes, \.y, low, high)
        },
        def("get_facecolor(self)", "The ground of the chart.") { (axes: AxesObject) in
            axes.model.background == .none ? Value.tuple([.float(1), .float(1), .float(1), .float(1)]) : PaintReading.value(axes.model.background)
        },
        def("get_visible(self)", "Whether the chart is shown.") { (axes: AxesObject) in axes.model.isVisible },
    ]

    /// Puts an artist that was made on its own on a chart.
    private static func add(_ artist: Value, to axes: AxesObject) throws -> Value {
        guard let own = artist.as(ArtistObject.self) else {
            throw Raised.typeError("a chart takes patches, Line2D and LineCollection, not \(artist.type.name)")
        }
        own.move(to: axes)
        return artist
    }
}
