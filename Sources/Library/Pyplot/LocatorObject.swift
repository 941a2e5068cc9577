// LocatorObject: the objects of `matplotlib.ticker`, which choose ticks or label them.
import Plotting
import Runtime

/// An object of `matplotlib.ticker`: how ticks are chosen or labelled.
final class LocatorObject: Object, @unchecked Sendable {
    let choice: TickChoice?
    /// What labels a value: a function or a format.
    let function: Value?
    let isNull: Bool

    private init(_ cls: Class, choice: TickChoice? = nil, function: Value? = nil, isNull: Bool = false) {
        self.choice = choice
        self.function = function
        self.isNull = isNull
        super.init(type: cls)
    }

    private static func make(_ name: String, _ build: @escaping @Sendable (Class, Arguments) throws -> LocatorObject) -> (name: String, value: Value) {
        (name, .object(Class(native: name, module: "matplotlib.ticker", extensible: false, constructor: { cls, arguments in .object(try build(cls, arguments)) })))
    }

    private static func first(_ arguments: Arguments, _ name: Name) -> Value {
        arguments.count > 0 ? arguments[0] : arguments.keyword(name) ?? .none
    }

    /// `matplotlib.ticker`
    static let module = Module("matplotlib.ticker", doc: "How ticks are chosen and labelled.", constants: [
        make("MaxNLocator") { cls, arguments in
            let count = try first(arguments, "nbins").index() ?? 9
            return LocatorObject(cls, choice: .atMost(max(count, 1), integer: try arguments.keyword("integer")?.truth() ?? false))
        },
        make("MultipleLocator") { cls, arguments in LocatorObject(cls, choice: .multiples(of: try first(arguments, "base").number() ?? 1)) },
        make("FixedLocator") { cls, arguments in LocatorObject(cls, choice: .fixed(try NumberGrid(first(arguments, "locs")).values, labels: nil)) },
        make("LinearLocator") { cls, arguments in
            LocatorObject(cls, choice: .atMost(max((try first(arguments, "numticks").index() ?? 11) - 1, 1), integer: false))
        },
        make("NullLocator") { cls, _ in LocatorObject(cls, choice: .fixed([], labels: nil)) },
        make("AutoLocator") { cls, _ in LocatorObject(cls, choice: .automatic) },
        make("AutoMinorLocator") { cls, _ in LocatorObject(cls, choice: .automatic) },
        make("LogLocator") { cls, _ in LocatorObject(cls, choice: .automatic) },
        make("NullFormatter") { cls, _ in LocatorObject(cls, isNull: true) },
        make("FuncFormatter") { cls, arguments in LocatorObject(cls, function: first(arguments, "func")) },
        make("FormatStrFormatter") { cls, arguments in LocatorObject(cls, function: first(arguments, "fmt")) },
        make("StrMethodFormatter") { cls, arguments in LocatorObject(cls, function: first(arguments, "fmt")) },
        make("PercentFormatter") { cls, arguments in
            let whole = try first(arguments, "xmax").number() ?? 100
            let format = def("percent(x, pos=None)", "A share as a percentage.") { (x: Double, _: Value) in NumberText.short(x / whole * 100) + "%" }
            return LocatorObject(cls, function: .object(NativeFunction([format])))
        },
        make("FixedFormatter") { cls, arguments in
            let texts = try first(arguments, "seq").elements()
            let name = def("name(x, pos=None)", "The text of a place in the row.") { (_: Value, place: Int?) in
                place.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? .string("")
            }
            return LocatorObject(cls, function: .object(NativeFunction([name])))
        },
        make("ScalarFormatter") { cls, _ in LocatorObject(cls) },
    ])
}
