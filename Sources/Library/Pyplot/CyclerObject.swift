// CyclerObject: the colours that lines take in turn.
import Plotting
import Runtime

/// `rcParams["axes.prop_cycle"]`: the colours that lines take in turn.
final class CyclerObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Cycler"
    private static let cls = Class(native: "Cycler", module: "cycler", hooks: [.len, .iter], extensible: false, rows: {
        [def("by_key(self)", "The colours as lists.") { (_: CyclerObject) in Value.object(DictObject(named: [("color", .list(colors))])) }]
    })
    private static var colors: [Value] { ColorCycle.standard.map { PaintReading.value(.exact($0)) } }

    init() { super.init(type: Self.cls) }

    override func length() throws -> Int? { Self.colors.count }
    override func iterate() throws -> Object? {
        try Value.list(Self.colors.map { .object(DictObject(named: [("color", $0)])) }).iterator()
    }
    override func repr() throws -> String { "cycler('color', \(try Value.list(Self.colors).repr()))" }
}
