// CyclerObject: properties that lines take in turn (`cycler`), mostly colours.
import Plotting
import Runtime

/// `cycler(color=[…])`, `rcParams["axes.prop_cycle"]`: properties that lines take in turn.
final class CyclerObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Cycler"
    /// The class of cycles.
    static let cls = Class(native: "Cycler", module: "cycler", hooks: [.len, .iter], extensible: false, rows: {
        [
            def("by_key(self)", "The properties as lists.") { (cycle: CyclerObject) in
                Value.object(DictObject(named: cycle.properties.map { ($0.name, .list($0.values)) }))
            },
        ]
    })

    private let properties: [(name: String, values: [Value])]

    private init(_ properties: [(name: String, values: [Value])]) {
        self.properties = properties
        super.init(type: Self.cls)
    }

    /// The ten usual colours.
    convenience init() { self.init([("color", ColorCycle.standard.map { PaintReading.value(.exact($0)) })]) }

    /// What `cycler(…)` is called with: a name and its values, or keywords; nil for None, which means the usual colours.
    /// - Throws: ValueError for lists of unequal lengths.
    convenience init?(_ values: [Value], _ keywords: DictObject) throws {
        if let known = values.first?.as(CyclerObject.self) {
            self.init(known.properties)
            return
        }
        if values.count == 1, values[0].isNone { return nil }
        var properties = try keywords.table.pairs.map { (name: try $0.key.str(), values: try $0.value.elements()) }
        if values.count == 2 { properties = [(try values[0].str(), try values[1].elements())] }
        let names = ["c": "color", "lw": "linewidth", "ls": "linestyle", "ms": "markersize"]
        properties = properties.map { (names[$0.name] ?? $0.name, $0.values) }
        guard let count = properties.first?.values.count, count > 0 else { throw Raised.typeError("cycler needs properties") }
        guard properties.allSatisfy({ $0.values.count == count }) else {
            throw Raised.valueError("Can only add equal length cycles, not \(count) and \(properties.map(\.values.count).first { $0 != count } ?? 0)")
        }
        for color in properties.first(where: { $0.name == "color" })?.values ?? [] { _ = try PaintReading.paint(color) }
        self.init(properties)
    }

    /// The colours in turn, as they were given.
    var colors: [Value] { properties.first { $0.name == "color" }?.values ?? [] }

    override func length() throws -> Int? { properties.first?.values.count }
    override func iterate() throws -> Object? {
        let count = properties.first?.values.count ?? 0
        return try Value.list((0..<count).map { index in .object(DictObject(named: properties.map { ($0.name, $0.values[index]) })) }).iterator()
    }
    override func repr() throws -> String {
        try properties.map { "cycler('\($0.name)', \(try Value.list($0.values).repr()))" }.joined(separator: " + ")
    }

    /// `cycler`
    static let row = def("cycler(*args, **kwargs)", "Properties that lines take in turn: `cycler(color=['r', 'b'])`.") { (values: [Value], keywords: DictObject) in
        try CyclerObject(values, keywords) ?? CyclerObject()
    }
}
