// ColormapObject: a colour map as programs hold it; NormalizeObject: how values reach it; the modules of both.
import Plotting
import Runtime

/// `matplotlib.colors.Colormap`
final class ColormapObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Colormap"
    static let colormapClass = Class(native: "ListedColormap", module: "matplotlib.colors", hooks: [.call], extensible: false, rows: { rows }, constructor: { _, arguments in
        let keywords = DictObject(named: arguments.keywordPairs.map { ($0.name.text, $0.value) })
        let colors = try PaintReading.paints(arguments.count > 0 ? arguments[0] : keywords["colors"] ?? .none)
        return .object(ColormapObject(Colormap(name: try keywords["name"]?.str() ?? "from_list", listed: colors.map(\.told))))
    })

    /// `LinearSegmentedColormap`, of which courses use `from_list`.
    static let segmentedClass = Class(native: "LinearSegmentedColormap", module: "matplotlib.colors", extensible: false, rows: {
        [
            def("from_list(name, colors, N=256, gamma=1.0)", "A map that passes through the colours.") { (name: String, colors: Value, count: Int, _: Value) in
                var stops: [(position: Double, color: Color)] = []
                if let pairs = colors.sequenceElements, pairs.allSatisfy({ $0.sequenceElements?.count == 2 && $0.sequenceElements?[1].text != nil }) {
                    stops = try pairs.map { pair in
                        (position: try pair.item(0).number() ?? 0, color: try PaintReading.paint(pair.item(1)).color)
                    }
                } else {
                    let paints = try PaintReading.paints(colors)
                    stops = paints.enumerated().map { (position: Double($0.offset) / Double(max(paints.count - 1, 1)), color: $0.element.told) }
                }
                return ColormapObject(Colormap(name: name, stops: stops, count: max(1, min(count, 4096))))
            }.asStatic,
        ]
    })

    let map: Colormap

    init(_ map: Colormap) {
        self.map = map
        super.init(type: Self.colormapClass)
    }

    private static let rows: [Row] = [
        def("reversed(self, name=None)", "The map from the other end.") { (map: ColormapObject, _: Value) in ColormapObject(map.map.reversed) },
        def("resampled(self, lutsize)", "The map with fewer colours.") { (map: ColormapObject, count: Int) in ColormapObject(map.map.resampled(count)) },
        def("set_bad(self, color='k', alpha=None)", "Accepted.") { (_: ColormapObject, _: Value, _: Value) in },
        def("copy(self)", "The same map.") { (map: ColormapObject) in map },
        property("name", "The name.") { (map: ColormapObject) in map.map.name },
        property("N", "The number of colours.") { (map: ColormapObject) in map.map.entries.count },
        property("colors", "The colours.") { (map: ColormapObject) in Value.list(map.map.entries.map { .tuple([.float($0.red), .float($0.green), .float($0.blue)]) }) },
    ]

    /// The colours of numbers: a tuple for one, an array with a last dimension of 4 for several. Whole numbers are indices.
    override func call(_ arguments: Arguments) throws -> Value {
        guard arguments.count > 0 else { throw Raised.typeError("Colormap.__call__() missing 1 required positional argument: 'X'") }
        let alpha = try arguments.keyword("alpha").flatMap { try $0.number() }
        let isBytes = try arguments.keyword("bytes")?.truth() ?? false
        func channels(_ color: Color) -> [Double] {
            let channels = [color.red, color.green, color.blue, alpha ?? color.alpha]
            return isBytes ? channels.map { ($0 * 255).rounded() } : channels
        }
        let value = arguments[0]
        if case .int(let index) = value {
            return .tuple(channels(map.entries[min(max(index, 0), map.entries.count - 1)]).map { .float($0) })
        }
        let grid = try NumberGrid(value)
        if grid.shape.isEmpty { return .tuple(channels(map.color(at: grid.values[0])).map { .float($0) }) }
        return ArrayMaking.array(grid.values.flatMap { channels(map.color(at: $0)) }, shape: grid.shape + [4])
    }

    override func repr() throws -> String { "<matplotlib.colors.ListedColormap object at \(address)>" }

    /// `matplotlib.cm`: every map by its name.
    static let module = Module(
        "matplotlib.cm", doc: "Colour maps by name.",
        rows: [getRow, def("register_cmap(name=None, cmap=None)", "Accepted.") { (_: Value, _: Value) in }],
        constants: [("ScalarMappable", .object(MappableObject.mappableClass))],
        fallback: { name in Colormap.named(name.text).map { .object(ColormapObject($0)) } },
        fallbackNames: { Colormap.names.flatMap { [$0, $0 + "_r"] } })

    /// `get_cmap`
    static let getRow = def("get_cmap(name=None, lut=None)", "The colour map of a name, with fewer colours where wanted.") { (name: Value, count: Int?) in
        let map = try name.as(ColormapObject.self)?.map ?? PaintReading.map(name.isNone ? nil : name)
        return ColormapObject(count.map(map.resampled) ?? map)
    }
}

/// `matplotlib.colors.Normalize` and its kin.
final class NormalizeObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Normalize"
    let normalization: Normalization

    private init(_ cls: Class, _ normalization: Normalization) {
        self.normalization = normalization
        super.init(type: cls)
    }

    /// The object that stands for a normalization.
    convenience init(_ normalization: Normalization) {
        self.init(normalization.isLogarithmic ? Self.logarithmic : Self.linear, normalization)
    }

    static let linear = make("Normalize") { low, high in Normalization(lower: low, upper: high) }
    static let logarithmic = make("LogNorm") { low, high in Normalization(lower: low, upper: high, isLogarithmic: true) }
    static let boundaries = Class(native: "BoundaryNorm", module: "matplotlib.colors", hooks: [.call], extensible: false, constructor: { cls, arguments in
        let edges = try NumberGrid(arguments.count > 0 ? arguments[0] : arguments.keyword("boundaries") ?? .none).values
        return .object(NormalizeObject(cls, Normalization(lower: edges.first, upper: edges.last, boundaries: edges)))
    })

    private static func make(_ name: String, _ build: @escaping @Sendable (Double?, Double?) -> Normalization) -> Class {
        Class(native: name, module: "matplotlib.colors", hooks: [.call], extensible: false, constructor: { cls, arguments in
            let low = arguments.count > 0 ? arguments[0] : arguments.keyword("vmin") ?? .none
            let high = arguments.count > 1 ? arguments[1] : arguments.keyword("vmax") ?? .none
            return .object(NormalizeObject(cls, build(try low.number(), try high.number())))
        })
    }

    override func call(_ arguments: Arguments) throws -> Value {
        guard arguments.count > 0 else { throw Raised.typeError("Normalize.__call__() missing 1 required positional argument: 'value'") }
        let grid = try NumberGrid(arguments[0])
        let fitted = normalization.fitted(to: grid.values)
        if grid.shape.isEmpty { return .float(fitted(grid.values[0])) }
        return ArrayMaking.array(grid.values.map { fitted($0) }, shape: grid.shape)
    }

    override func attribute(_ name: Name) throws -> Value? {
        switch name.text {
        case "vmin": normalization.lower.map { .float($0) } ?? Value.none
        case "vmax": normalization.upper.map { .float($0) } ?? Value.none
        default: nil
        }
    }
}

/// `matplotlib.cm.ScalarMappable`: a map and a range without a drawing.
final class MappableObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "ScalarMappable"
    static let mappableClass = Class(native: "ScalarMappable", module: "matplotlib.cm", extensible: false, rows: {
        [
            def("set_array(self, A)", "Accepted.") { (_: MappableObject, _: Value) in },
            def("to_rgba(self, x, alpha=None, bytes=False, norm=True)", "The colours of numbers.") { (mappable: MappableObject, x: Value, _: Value, _: Value, _: Value) in
                try ColormapObject(mappable.mapping.map).colors(of: x, through: mappable.mapping.normalization)
            },
        ]
    }, constructor: { _, arguments in
        let norm = arguments.keyword("norm") ?? (arguments.count > 0 ? arguments[0] : .none)
        let map = arguments.keyword("cmap") ?? (arguments.count > 1 ? arguments[1] : .none)
        return .object(MappableObject((norm.as(NormalizeObject.self)?.normalization ?? Normalization(lower: 0, upper: 1), try PaintReading.map(map.isNone ? nil : map))))
    })
    let mapping: (normalization: Normalization, map: Colormap)

    private init(_ mapping: (normalization: Normalization, map: Colormap)) {
        self.mapping = mapping
        super.init(type: Self.mappableClass)
    }
}

extension ColormapObject {
    /// The colours of numbers that a range brings to the map first.
    func colors(of values: Value, through range: Normalization, _ keywords: [(Name, Value)] = []) throws -> Value {
        let grid = try NumberGrid(values)
        let places = grid.values.map { range($0) }
        return try Value.object(self).call([grid.shape.isEmpty ? .float(places[0]) : ArrayMaking.array(places, shape: grid.shape)], keywords: keywords)
    }
}

/// `matplotlib.colors`
enum ColorFunctions {
    static let module = Module(
        "matplotlib.colors", doc: "Colours, colour maps and ranges.",
        rows: [
            def("to_rgb(c)", "A colour as (red, green, blue).") { (color: Value) in
                let color = try PaintReading.paint(color).told
                return Value.tuple([.float(color.red), .float(color.green), .float(color.blue)])
            },
            def("to_rgba(c, alpha=None)", "A colour as (red, green, blue, opacity).") { (color: Value, alpha: Double?) in
                let color = try PaintReading.paint(color).told
                return Value.tuple([.float(color.red), .float(color.green), .float(color.blue), .float(alpha ?? color.alpha)])
            },
            def("to_hex(c, keep_alpha=False)", "A colour as '#rrggbb'.") { (color: Value, _: Value) in try PaintReading.paint(color).told.hex },
            def("is_color_like(c)", "Whether a value names a colour.") { (color: Value) in (try? PaintReading.paint(color)) != nil },
        ],
        constants: [
            ("ListedColormap", .object(ColormapObject.colormapClass)), ("LinearSegmentedColormap", .object(ColormapObject.segmentedClass)),
            ("Colormap", .object(ColormapObject.colormapClass)), ("Normalize", .object(NormalizeObject.linear)),
            ("LogNorm", .object(NormalizeObject.logarithmic)), ("BoundaryNorm", .object(NormalizeObject.boundaries)),
            ("TABLEAU_COLORS", tableau), ("CSS4_COLORS", named), ("BASE_COLORS", base),
        ])

    private static let tableau = Value.object(DictObject(named: zip(ColorCycle.names, ColorCycle.standard).map { ("tab:" + $0, .string($1.hex)) }))
    private static let named = Value.object(DictObject(named: ColorName.css.map { ($0.name, .string($0.color.hex.uppercased())) }))
    private static let base = Value.object(DictObject(named: ["b", "g", "r", "c", "m", "y", "k", "w"].map { letter in
        (letter, PaintReading.value(ColorName.paint(letter) ?? .none))
    }))
}
