// Pyplot: matplotlib's modules — what `import matplotlib.pyplot as plt` finds.
import Plotting
import Runtime

/// matplotlib's modules.
enum Pyplot {
    /// Every module, by its dotted name.
    static let modules: ModuleRegistry = [
        "matplotlib": { matplotlib },
        "matplotlib.pyplot": { pyplot },
        "matplotlib.style": { style },
        "matplotlib.cm": { ColormapObject.module },
        "matplotlib.colors": { ColorFunctions.module },
        "matplotlib.ticker": { LocatorObject.module },
        "matplotlib.patches": { PatchClasses.module },
        "cycler": { Module("cycler", doc: "Properties that lines take in turn.", rows: [CyclerObject.row], constants: [("Cycler", .object(CyclerObject.cls))]) },
        "matplotlib.tri": { TriangleRows.module },
        "matplotlib.image": { PictureRows.module },
        "matplotlib.table": { Module("matplotlib.table", doc: "Tables of words.", constants: [("Table", .object(TableObject.cls))]) },
        "matplotlib.gridspec": { Module("matplotlib.gridspec", doc: "Grids of charts.", constants: [("GridSpec", .object(GridSpecObject.gridSpec))]) },
        "matplotlib.lines": { Module("matplotlib.lines", doc: "Lines.", constants: [("Line2D", .object(ArtistClasses.line))]) },
        "matplotlib.collections": {
            Module("matplotlib.collections", doc: "Many lines at once.", constants: [("LineCollection", .object(ArtistClasses.segments))])
        },
        "matplotlib.figure": { Module("matplotlib.figure", doc: "Figures.", constants: [("Figure", .object(FigureObject.figureClass))]) },
        "matplotlib.axes": { Module("matplotlib.axes", doc: "Charts.", constants: [("Axes", .object(AxesObject.axesClass))]) },
        "matplotlib_inline": { Module("matplotlib_inline", doc: "Settings of figures in notebooks.", submodules: ["backend_inline"]) },
        "matplotlib_inline.backend_inline": {
            Module("matplotlib_inline.backend_inline", doc: "Settings of figures in notebooks.", rows: [
                def("set_matplotlib_formats(*formats, **kwargs)", "Accepted: figures are SVG.") { (_: [Value], _: DictObject) in },
            ])
        },
    ]

    private static var settings: Value { .object(PyplotSession.current.settings.dict) }

    private static var matplotlib: Module {
        Module(
            "matplotlib", doc: "Drawing.",
            rows: [
                def("use(backend, *, force=True)", "Accepted: figures are SVG.") { (_: Value, _: Value) in },
                def("get_backend()", "The name of what draws.") { "Agg" },
                def("rc(group, **kwargs)", "Sets several settings of a group.") { (group: String, keywords: DictObject) in
                    try PyplotSession.current.settings.set(group: group, keywords)
                },
            ],
            constants: [("rcParams", settings), ("__version__", .string("3.10.0")), ("colormaps", .object(MapRegistryObject()))],
            submodules: ["pyplot", "cm", "colors", "ticker", "patches", "style", "gridspec", "lines", "collections", "figure", "axes", "tri", "image", "table"])
    }

    private static var pyplot: Module {
        Module(
            "matplotlib.pyplot", doc: "Drawing, one call after the other.", rows: (PyplotRows.all + PictureRows.all).map { $0.speaking(.pyplot) },
            constants: [("rcParams", settings), ("Figure", .object(FigureObject.figureClass)), ("Axes", .object(AxesObject.axesClass)),
                        ("Rectangle", .object(PatchClasses.rectangle)), ("Circle", .object(PatchClasses.circle)), ("Polygon", .object(PatchClasses.polygon)),
                        ("Normalize", .object(NormalizeObject.linear)), ("GridSpec", .object(GridSpecObject.gridSpec)), ("Line2D", .object(ArtistClasses.line))],
            fallback: { name in
                switch name.text {
                case "cm": try Interpreter.current.importModule("matplotlib.cm")
                case "style": try Interpreter.current.importModule("matplotlib.style")
                case "colormaps": .object(MapRegistryObject())
                // Single functions for single maps: `plt.gray()`.
                default: Colormap.named(name.text).map { map in
                    .object(NativeFunction([def("\(name.text)()", "Makes '\(name.text)' the default colour map.") { PyplotSession.current.colormap = map }]))
                }
                }
            }, fallbackNames: { ["cm", "style", "colormaps"] })
    }

    private static var style: Module {
        let names = ["default", "classic", "ggplot", "fivethirtyeight", "bmh", "dark_background", "grayscale", "seaborn-v0_8", "tableau-colorblind10", "fast"]
        return Module(
            "matplotlib.style", doc: "Looks: accepted by name; pages keep one look.",
            rows: [
                def("context(style, after_reset=False)", "A look for the lines of a `with`.") { (style: Value, _: Value) in
                    SettingsContext { _ = try Interpreter.current.importModule("matplotlib.style").callMethod("use", [style]) }
                },
                def("use(style)", "Accepts the name of a look.") { (style: Value) in
                    for name in try style.text.map({ [$0] }) ?? style.elements().compactMap(\.text) {
                        guard names.contains(name) || name.hasPrefix("seaborn") || name == "science" else {
                            throw Raised(.exception("OSError"), "\(try Value.string(name).repr()) is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in `style.available`)")
                        }
                        if name.contains("grid") || name == "ggplot" { PyplotSession.current.settings.dict["axes.grid"] = .bool(true) }
                    }
                },
            ],
            constants: [("available", .list(names.map { .string($0) }))])
    }
}

/// `matplotlib.colormaps`: colour maps by name, as a mapping.
final class MapRegistryObject: Object, @unchecked Sendable {
    private static let cls = Class(native: "ColormapRegistry", module: "matplotlib.cm", hooks: [.getitem, .contains, .iter], extensible: false, rows: {
        [def("get_cmap(self, cmap)", "The map of a name.") { (_: Value, name: Value) in ColormapObject(try PaintReading.map(name)) }]
    })

    init() { super.init(type: Self.cls) }

    override func item(_ key: Value) throws -> Value {
        guard let name = key.text, let map = Colormap.named(name) else { throw Raised.keyError(.string("\(try key.repr()) is not a known colormap name")) }
        return .object(ColormapObject(map))
    }

    override func contains(_ value: Value) throws -> Bool? { value.text.flatMap(Colormap.named) != nil }
    override func iterate() throws -> Object? { try Value.list(Colormap.names.map { .string($0) }).iterator() }
}
