// PolarRows: the methods of polar charts (`projection='polar'`).
import Plotting
import Runtime

/// What a polar chart can beside what every chart can: its x axis is an angle in radians, its y axis a radius.
enum PolarRows {
    /// `matplotlib.projections.polar.PolarAxes`
    static let axesClass = Class(
        native: "PolarAxes", base: AxesObject.axesClass, module: "matplotlib.projections.polar", doc: "One polar chart of a figure.",
        extensible: false, rows: { radii + angles })

    private static let radii: [Row] = [
        def("set_rmax(self, rmax)", "Sets the radius at the rim.") { (axes: AxesObject, most: Double) in
            try LimitRows.setLimits(axes, \.y, .none, .float(most))
        },
        def("get_rmax(self)", "The radius at the rim.") { (axes: AxesObject) in Value.float(axes.limits.y.upper) },
        def("set_rmin(self, rmin)", "Sets the radius in the middle.") { (axes: AxesObject, least: Double) in
            try LimitRows.setLimits(axes, \.y, .float(least), .none)
        },
        def("get_rmin(self)", "The radius in the middle.") { (axes: AxesObject) in Value.float(axes.limits.y.lower) },
        def("set_rlim(self, bottom=None, top=None, *, emit=True, auto=False, **kwargs)", "Sets the radii in the middle and at the rim.") {
            (axes: AxesObject, low: Value, high: Value, _: Value, _: Value, dict: DictObject) in
            var keywords = try Keywords(dict, owner: "PolarAxes")
            let (least, most) = (keywords.take("rmin", "ymin") ?? low, keywords.take("rmax", "ymax") ?? high)
            try keywords.finish()
            return try Value.object(axes).callMethod("set_ylim", [least, most])
        },
        def("set_rscale(self, *args, **kwargs)", "Sets the scale of the radius.") { (axes: AxesObject, values: [Value], dict: DictObject) in
            try Value.object(axes).callMethod("set_yscale", values, keywords: dict.asKeywords())
        },
        def("set_rticks(self, *args, **kwargs)", "Sets the radii of the circles.") { (axes: AxesObject, values: [Value], dict: DictObject) in
            try Value.object(axes).callMethod("set_yticks", values, keywords: dict.asKeywords())
        },
        def("set_rgrids(self, radii, labels=None, angle=None, fmt=None, **kwargs)", "Sets the radii of the circles and their names.",
            example: "import matplotlib.pyplot as plt\nax = plt.subplot(projection='polar')\nax.set_rgrids([1, 2], ['near', 'far'])") {
            (axes: AxesObject, radii: Value, labels: Value, angle: Double?, _: Value, dict: DictObject) in
            if let angle { axes.model.polar?.labelAngle = angle }
            try LimitRows.setTicks(axes, \.y, radii, labels, false, dict)
            return Value.tuple([.list([]), try Value.object(axes).callMethod("get_yticklabels")])
        },
        def("set_rlabel_position(self, value)", "Sets the angle along which radii are named, in degrees.") { (axes: AxesObject, angle: Double) in
            axes.model.polar?.labelAngle = angle
        },
        def("get_rlabel_position(self)", "The angle along which radii are named, in degrees.") { (axes: AxesObject) in
            Value.float(axes.model.polar?.labelAngle ?? 0)
        },
        def("get_rorigin(self)", "The radius in the middle.") { (axes: AxesObject) in Value.float(axes.limits.y.lower) },
    ]

    private static let angles: [Row] = [
        def("set_thetagrids(self, angles, labels=None, fmt=None, **kwargs)", "Sets the angles of the spokes, in degrees, and their names.") {
            (axes: AxesObject, angles: Value, labels: Value, _: Value, dict: DictObject) in
            let degrees = try NumberGrid(angles).values
            let names = try labels.isNone ? degrees.map { NumberText.short($0) + "°" } : labels.elements().map { try $0.str() }
            try LimitRows.setTicks(
                axes, \.x, ArrayMaking.array(degrees.map { $0 * .pi / 180 }), .list(names.map { .string($0) }), false, dict)
            return Value.tuple([.list([]), try Value.object(axes).callMethod("get_xticklabels")])
        },
        def("set_theta_zero_location(self, loc, offset=0.0)", "Sets where the angle 0 lies: 'N', 'NW', 'W', …") {
            (axes: AxesObject, place: String, offset: Double) in
            let places = ["E", "NE", "N", "NW", "W", "SW", "S", "SE"]
            guard let turns = places.firstIndex(of: place) else { throw Raised.keyError(.string(place)) }
            axes.model.polar?.offset = Double(turns) * .pi / 4 + offset * .pi / 180
        },
        def("set_theta_offset(self, offset)", "Sets where the angle 0 lies, in radians.") { (axes: AxesObject, offset: Double) in
            axes.model.polar?.offset = offset
        },
        def("get_theta_offset(self)", "Where the angle 0 lies, in radians.") { (axes: AxesObject) in Value.float(axes.model.polar?.offset ?? 0) },
        def("set_theta_direction(self, direction)", "Sets which way angles grow: 1 or 'counterclockwise', -1 or 'clockwise'.") {
            (axes: AxesObject, direction: Value) in
            let sign: Double? = switch direction.text {
            case "counterclockwise", "anticlockwise": 1
            case "clockwise": -1
            case nil: try direction.number()
            default: nil
            }
            guard let sign, abs(sign) == 1 else {
                throw Raised.valueError("\(try direction.repr()) is not a valid value for direction. Supported values are 1, -1, 'clockwise', 'counterclockwise', 'anticlockwise'")
            }
            axes.model.polar?.direction = sign
        },
        def("get_theta_direction(self)", "Which way angles grow: 1 counter-clockwise, -1 clockwise.") { (axes: AxesObject) in
            Value.float(axes.model.polar?.direction ?? 1)
        },
        def("set_thetalim(self, *args, **kwargs)", "Sets the shown angles, in radians; `thetamin`, `thetamax` are degrees.") {
            (axes: AxesObject, values: [Value], dict: DictObject) in
            var keywords = try Keywords(dict, owner: "PolarAxes")
            let (least, most) = (try keywords.number("thetamin"), try keywords.number("thetamax"))
            try setSector(axes, least, most)
            try keywords.finish()
            return try Value.object(axes).callMethod("set_xlim", values)
        },
        def("set_thetamin(self, thetamin)", "Sets where the shown sector begins, in degrees.") { (axes: AxesObject, angle: Double) in
            try setSector(axes, angle, nil)
        },
        def("get_thetamin(self)", "Where the shown sector begins, in degrees.") { (axes: AxesObject) in Value.float(axes.limits.x.lower * 180 / .pi) },
        def("set_thetamax(self, thetamax)", "Sets where the shown sector ends, in degrees.") { (axes: AxesObject, angle: Double) in
            try setSector(axes, nil, angle)
        },
        def("get_thetamax(self)", "Where the shown sector ends, in degrees.") { (axes: AxesObject) in Value.float(axes.limits.x.upper * 180 / .pi) },
        property("name", "The kind of chart.") { (_: AxesObject) in "polar" },
    ]

    /// Where the shown sector begins and ends, in degrees.
    private static func setSector(_ axes: AxesObject, _ first: Double?, _ last: Double?) throws {
        func radians(_ angle: Double?) -> Value { angle.map { .float($0 * .pi / 180) } ?? .none }
        try LimitRows.setLimits(axes, \.x, radians(first), radians(last))
    }

    /// pyplot's functions about polar charts.
    static let functions: [Row] = [
        def("polar(*args, **kwargs)", "Draws lines through angles and radii on a polar chart.",
            example: "import matplotlib.pyplot as plt\nplt.polar([0, 1, 2], [1, 2, 1])") { (values: [Value], dict: DictObject) in
            let session = PyplotSession.current
            let figure = session.gcf()
            let axes = figure.current?.projection == .polar ? figure.currentAxes() : figure.axes(at: .whole, projection: .polar)
            return Value.list(try LineRows.plot(axes, values, dict).map { .object($0) })
        },
        forward("rgrids", "set_rgrids", "Sets the radii of the current polar chart's circles and their names."),
        forward("thetagrids", "set_thetagrids", "Sets the angles of the current polar chart's spokes, in degrees, and their names."),
    ]

    private static func forward(_ name: String, _ method: Name, _ doc: String) -> Row {
        def("\(name)(*args, **kwargs)", doc) { (values: [Value], dict: DictObject) in
            let axes = PyplotSession.current.gca()
            guard axes.projection == .polar else { throw Raised(.exception("RuntimeError"), "\(name) only defined for polar Axes") }
            return try Value.object(axes).callMethod(method, values, keywords: dict.asKeywords())
        }
    }
}
