// PatchClasses: the shapes of `matplotlib.patches`, made on their own and added to a chart.
import Glibc
import Plotting
import Runtime

/// The shapes of `matplotlib.patches`. A shape stands on a sheet of its own until a chart takes it.
enum PatchClasses {
    private typealias Ring = [(x: Double, y: Double)]

    /// A kind of shape: what its constructor takes, and the corners that follow.
    private struct Kind: Sendable {
        let name: String
        /// Parameters with the defaults of those that have one.
        let parameters: [(name: String, fallback: Double?)]
        let ring: @Sendable (Measures) throws -> Ring
    }

    /// The parameters of a shape by their names.
    private struct Measures {
        let kind: Kind
        let values: [String: Value]

        func number(_ name: String) throws -> Double {
            guard let value = values[name], !value.isNone else { return kind.parameters.first { $0.name == name }?.fallback ?? 0 }
            return try value.propertyNumber()
        }

        func point(_ name: String) throws -> (x: Double, y: Double) {
            let place = try values[name].map(NumberGrid.init)?.values ?? []
            guard place.count == 2 else { throw Raised.valueError("\(name) must be a pair of numbers") }
            return (place[0], place[1])
        }
    }

    /// `matplotlib.patches`
    static let module = Module("matplotlib.patches", doc: "Shapes to add to a chart.", constants: [
        ("Rectangle", .object(rectangle)), ("Circle", .object(circle)), ("Ellipse", .object(ellipse)), ("Polygon", .object(polygon)),
        ("Wedge", .object(wedge)), ("RegularPolygon", .object(regular)), ("FancyBboxPatch", .object(box)), ("Arrow", .object(arrow)), ("Patch", .object(plain)),
    ])

    /// The class of a kind of shape, whose parameters are properties too.
    private static func make(_ kind: Kind) -> Class {
        let measures = kind.parameters.map { parameter in
            ArtistProperty<ArtistObject>(told: parameter.name, doc: "the \(parameter.name) it was made with",
                                         otherwise: { _ in parameter.fallback.map { .short($0) } ?? .none }, write: { artist, value in
                var values = artist.given
                values[parameter.name] = value
                let ring = try kind.ring(Measures(kind: kind, values: values))
                artist.change(PolygonMark.self) { $0.rings = [ring] }
            })
        }
        return Class(native: kind.name, module: "matplotlib.patches", extensible: false, rows: {
            ArtistRows.common + ShapeProperties.patch + measures.flatMap(\.rows)
        }, constructor: { cls, arguments in
            let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
            var values: [String: Value] = [:]
            for (index, parameter) in kind.parameters.enumerated() {
                values[parameter.name] = try index < arguments.count ? arguments[index] : keywords.table.remove(.string(parameter.name))
            }
            let missing = kind.parameters.filter { $0.fallback == nil && values[$0.name] == nil }.map { "'\($0.name)'" }
            guard missing.isEmpty else {
                throw Raised.typeError("\(kind.name).__init__() missing \(missing.count) required positional argument\(missing.count == 1 ? "" : "s"): \(missing.joined(separator: " and "))")
            }
            var mark = PolygonMark(rings: [try kind.ring(Measures(kind: kind, values: values))], fill: .cycle(0))
            let given = try PatchRows.style(&mark, keywords, owner: kind.name, default: .cycle(0))
            let artist = ArtistObject(loose: mark, cls)
            artist.given = given.merging(values) { $1 }
            return .object(artist)
        })
    }

    static let rectangle = make(Kind(name: "Rectangle", parameters: [("xy", nil), ("width", nil), ("height", nil), ("angle", 0)]) { shape in
        try turned(corners(width: shape.number("width"), height: shape.number("height")), by: shape.number("angle"), at: shape.point("xy"))
    })
    static let circle = make(Kind(name: "Circle", parameters: [("xy", nil), ("radius", 5)]) { shape in
        let (place, radius) = (try shape.point("xy"), try shape.number("radius"))
        return PolygonMark.ellipse(x: place.x, y: place.y, width: 2 * radius, height: 2 * radius)
    })
    private static let ellipse = make(Kind(name: "Ellipse", parameters: [("xy", nil), ("width", nil), ("height", nil), ("angle", 0)]) { shape in
        let place = try shape.point("xy")
        return PolygonMark.ellipse(x: place.x, y: place.y, width: try shape.number("width"), height: try shape.number("height"), angle: try shape.number("angle"))
    })
    static let polygon = make(Kind(name: "Polygon", parameters: [("xy", nil)]) { shape in
        let columns = try shape.values["xy"].map(NumberGrid.init)?.columns ?? []
        guard columns.count == 2 else { throw Raised.valueError("corners are rows of two numbers") }
        return zip(columns[0], columns[1]).map { (x: $0, y: $1) }
    })
    private static let wedge = make(Kind(name: "Wedge", parameters: [("center", nil), ("r", nil), ("theta1", nil), ("theta2", nil), ("width", .nan)]) { shape in
        let (place, radius, width) = (try shape.point("center"), try shape.number("r"), try shape.number("width"))
        let (first, last) = (try shape.number("theta1") * .pi / 180, try shape.number("theta2") * .pi / 180)
        func arc(_ radius: Double) -> Ring {
            (0...36).map { step in
                let angle = first + (last - first) * Double(step) / 36
                return (place.x + radius * cos(angle), place.y + radius * sin(angle))
            }
        }
        return arc(radius) + (width.isNaN ? [place] : arc(radius - width).reversed())
    })
    private static let regular = make(Kind(name: "RegularPolygon", parameters: [("xy", nil), ("numVertices", nil), ("radius", 5), ("orientation", 0)]) { shape in
        let (place, radius, turn) = (try shape.point("xy"), try shape.number("radius"), try shape.number("orientation"))
        let count = max(3, min(Int(exactly: try shape.number("numVertices").rounded()) ?? 3, 1000))
        return (0..<count).map { corner in
            let angle = turn + .pi / 2 + 2 * .pi * Double(corner) / Double(count)
            return (place.x + radius * cos(angle), place.y + radius * sin(angle))
        }
    })
    private static let box = make(Kind(name: "FancyBboxPatch", parameters: [("xy", nil), ("width", nil), ("height", nil)]) { shape in
        try turned(corners(width: shape.number("width"), height: shape.number("height")), by: 0, at: shape.point("xy"))
    })
    private static let arrow = make(Kind(name: "Arrow", parameters: [("x", nil), ("y", nil), ("dx", nil), ("dy", nil), ("width", 1)]) { shape in
        let (dx, dy, width) = (try shape.number("dx"), try shape.number("dy"), try shape.number("width"))
        let length = max(hypot(dx, dy), 1e-300)
        let outline: Ring = [(0, -0.1), (0.8, -0.1), (0.8, -0.3), (1, 0), (0.8, 0.3), (0.8, 0.1), (0, 0.1)]
        return turned(outline.map { ($0.x * length, $0.y * width) }, by: atan2(dy, dx) * 180 / .pi, at: (try shape.number("x"), try shape.number("y")))
    })
    private static let plain = make(Kind(name: "Patch", parameters: []) { _ in [] })

    private static func corners(width: Double, height: Double) -> Ring { [(0, 0), (width, 0), (width, height), (0, height)] }

    /// Corners around the origin, turned by degrees and moved.
    private static func turned(_ ring: Ring, by degrees: Double, at place: (x: Double, y: Double)) -> Ring {
        let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        return ring.map { (x: place.x + $0.x * c - $0.y * s, y: place.y + $0.x * s + $0.y * c) }
    }
}
