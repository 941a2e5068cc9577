// SettingsContext: settings for the lines of a `with`.
import Runtime

/// `with plt.rc_context(…):` changes settings and puts them back.
final class SettingsContext: Object, FromValue, @unchecked Sendable {
    static let expectedType = "context manager"
    private static let cls = Class(native: "_GeneratorContextManager", module: "contextlib", extensible: false, rows: {
        [
            def("__enter__(self)", "Makes the change.") { (context: SettingsContext) in
                context.kept = PyplotSession.current.settings.dict.table.pairs.map { ($0.key, $0.value) }
                try context.change()
            },
            def("__exit__(self, *args)", "Puts the settings back.") { (context: SettingsContext, _: [Value]) in
                for (key, value) in context.kept { try PyplotSession.current.settings.dict.setItem(key, value) }
            },
        ]
    })
    private let change: () throws -> Void
    private var kept: [(key: Value, value: Value)] = []

    init(_ change: @escaping () throws -> Void) {
        self.change = change
        super.init(type: Self.cls)
    }
}
