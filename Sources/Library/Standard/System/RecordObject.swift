// RecordObject: a tuple whose elements have names, such as `sys.version_info` and what `time.localtime` gives.
import Runtime

/// A named record such as `sys.version_info`: indexable, comparable, with attributes.
final class RecordObject: Object, @unchecked Sendable {
    private let name: String
    private let names: [String]
    private let values: [Value]
    private static let cls = Class(native: "record", base: .objectClass, module: "sys", hooks: [.len, .getitem, .iter, .eq, .lt, .le, .gt, .ge], extensible: false)

    init(_ name: String, _ names: [String], _ values: [Value]) {
        self.name = name
        self.names = names
        self.values = values
        super.init(type: Self.cls)
    }

    override func attribute(_ name: Name) throws -> Value? { names.firstIndex(of: name.text).map { values[$0] } }
    override func length() throws -> Int? { values.count }
    override func item(_ key: Value) throws -> Value { try Value.tuple(values).item(key) }
    override func iterate() throws -> Object? { try Value.tuple(values).iterator() }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        try Value.tuple(values).compare(op, other.as(RecordObject.self).map { .tuple($0.values) } ?? other)
    }

    override func repr() throws -> String {
        "\(name)(\(try zip(names, values).map { "\($0)=\(try $1.repr())" }.joined(separator: ", ")))"
    }
}
