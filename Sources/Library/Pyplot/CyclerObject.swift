// CyclerObject: the colours that lines take in turn.
import Runtime

/// `rcParams["axes.prop_cycle"]`: the colours that lines take in turn.
final class CyclerObject: Object, FromValue, @unchecked Sendable {
    static let expectedType = "Cycler"
    private static let cls = Class(native: "Cycler", module: "cycler", hooks: [.len, .iter], extensible: false, rows: {
        [def("by_key(self)", "The colours as lists.") { (_: CyclerObject) in Value.object(DictObject(named: [("color", .list(colors))])) }]
    })
    private static var colors: [Value] {
        let codes = [0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22, 0x17becf]
        return codes.map { code in .tuple([16, 8, 0].map { .float(Double(code >> $0 & 255) / 255) }) }
    }

    init() { super.init(type: Self.cls) }

    override func length() throws -> Int? { Self.colors.count }
    override func iterate() throws -> Object? {
        try Value.list(Self.colors.map { .object(DictObject(named: [("color", $0)])) }).iterator()
    }
    override func repr() throws -> String { "cycler('color', \(try Value.list(Self.colors).repr()))" }
}
