// PaintReading: colours as pyplot's arguments write them.
import Plotting
import Runtime

/// Reads colours.
enum PaintReading {
    /// One colour: a name, a grey, a tuple of three or four numbers, or (colour, opacity).
    /// - Throws: ValueError in matplotlib's words.
    static func paint(_ value: Value) throws -> Paint {
        if let text = value.text {
            guard let paint = ColorName.paint(text) else { throw invalid(value) }
            return paint
        }
        if let pair = value.sequenceElements, pair.count == 2, pair[0].plainNumber == nil, let alpha = try pair[1].number() {
            var color = try paint(pair[0]).told
            color.alpha = min(max(alpha, 0), 1)
            return .exact(color)
        }
        guard let grid = try? NumberGrid(value), let color = color(grid.values), grid.shape.count == 1 || grid.shape.first == 1 else {
            throw invalid(value)
        }
        return .exact(color)
    }

    /// Several colours: a list of them, or a single one.
    static func paints(_ value: Value) throws -> [Paint] {
        if value.text != nil { return [try paint(value)] }
        if let elements = value.sequenceElements {
            if elements.contains(where: { $0.text != nil }) || elements.allSatisfy({ $0.sequenceElements != nil }) {
                return try elements.map(paint)
            }
            if elements.allSatisfy({ $0.plainNumber != nil }) { return [try paint(value)] }
        }
        if let grid = try? NumberGrid(value), grid.shape.count == 2, grid.shape[1] == 3 || grid.shape[1] == 4 {
            return try stride(from: 0, to: grid.values.count, by: grid.shape[1]).map { start in
                guard let color = color(Array(grid.values[start..<start + grid.shape[1]])) else { throw invalid(value) }
                return .exact(color)
            }
        }
        if value.sequenceElements != nil { return try value.elements().map(paint) }
        return [try paint(value)]
    }

    private static func color(_ channels: [Double]) -> Color? {
        guard channels.count == 3 || channels.count == 4, channels.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
        return Color(red: channels[0], green: channels[1], blue: channels[2], alpha: channels.count == 4 ? channels[3] : 1)
    }

    /// The error for what is no colour.
    static func invalid(_ value: Value) -> Raised {
        Raised.valueError(
            "\((try? value.repr()) ?? "") is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; "
                + "'#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 floats for grayscale values; "
                + "'C0', 'C1', ... strings for colors of the color cycle; and pairs combining one of the above with an alpha value")
    }

    /// The colour as programs see it: (r, g, b) or, where it is not opaque, (r, g, b, a).
    static func value(_ paint: Paint) -> Value {
        let color = paint.told
        let channels = [color.red, color.green, color.blue] + (color.alpha < 1 ? [color.alpha] : [])
        return .tuple(channels.map { .float($0) })
    }

    /// A colour map: its name, an object of `matplotlib.colors`, nil for the default.
    /// - Throws: ValueError for an unknown name.
    static func map(_ value: Value?) throws -> Colormap {
        guard let value else { return PyplotSession.current.colormap }
        if let object = value.as(ColormapObject.self) { return object.map }
        let name = try value.str()
        guard let map = Colormap.named(name) else { throw Raised.valueError("'\(name)' is not a valid value for cmap") }
        return map
    }
}

extension Value {
    /// The number behind a plain number; nil for everything else.
    fileprivate var plainNumber: Double? {
        switch self {
        case .int(let int): Double(int)
        case .float(let double): double
        case .bool, .none, .unset, .object: nil
        }
    }
}
