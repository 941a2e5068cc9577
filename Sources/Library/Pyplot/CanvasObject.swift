// CanvasObject: what a figure is drawn on, as programs hold it.
import Runtime

/// `fig.canvas`: accepts what programs for windows do.
final class CanvasObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "FigureCanvas"
    private static let cls = Class(native: "FigureCanvasAgg", module: "matplotlib.backends.backend_agg", extensible: false, rows: {
        [
            def("draw(self)", "Accepted.") { (_: CanvasObject) in },
            def("draw_idle(self)", "Accepted.") { (_: CanvasObject) in },
            def("flush_events(self)", "Accepted.") { (_: CanvasObject) in },
            def("set_window_title(self, title)", "Accepted.") { (_: CanvasObject, _: Value) in },
            def("mpl_connect(self, s, func)", "Accepted: pages send no events.") { (_: CanvasObject, _: Value, _: Value) in 0 },
        ]
    })
    private let figure: FigureObject

    init(_ figure: FigureObject) {
        self.figure = figure
        super.init(type: Self.cls)
    }
}
