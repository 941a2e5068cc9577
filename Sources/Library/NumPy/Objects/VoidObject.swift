// Defines VoidObject: one element of a structured array.
import Runtime
import Tensors

/// A `numpy.void`: it looks into the array it is from, so that its fields can be set.
final class VoidObject: Object, @unchecked Sendable {
    /// The element as an array without dimensions.
    let array: ArrayObject
    private let records: RecordTable

    init(_ array: ArrayObject, _ records: RecordTable) {
        self.array = array
        self.records = records
        super.init(type: ScalarClasses.record)
    }

    private func name(_ key: Value) throws -> String {
        if let text = key.text { return text }
        guard let index = try key.index() else { throw Raised.indexError("invalid index") }
        let place = index < 0 ? index + records.fields.count : index
        guard records.fields.indices.contains(place) else { throw Raised.indexError("invalid index (\(index))") }
        return records.fields[place].name
    }

    override func item(_ key: Value) throws -> Value { try records.field(name(key), of: array).scalarOrSelf() }
    override func setItem(_ key: Value, _ value: Value) throws { try records.field(name(key), of: array).setItem(.tuple([]), value) }
    override func length() throws -> Int? { records.fields.count }
    override func iterate() throws -> Object? { try ListObject(records.parts(of: array).map { try $0.scalarOrSelf() }).iterate() }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard op == .equal || op == .notEqual, let second = other.as(VoidObject.self) else { return nil }
        return .object(ScalarObject(.bool(try array.element().compare(op, second.array.element()).truth()), .bool))
    }

    override func str() throws -> String { try array.element().repr() }
    override func repr() throws -> String { "np.void(\(try str()), dtype=\(array.arrayType.name))" }
}

extension VoidObject: FromValue { static var expectedType: String { "numpy.void" } }

extension ScalarClasses {
    /// `np.void`
    static let record = Class(
        native: "numpy.void", base: abstract["flexible"] ?? .objectClass, module: "numpy", hooks: [.len, .getitem, .setitem, .iter, .eq, .ne], extensible: false,
        rows: {
            [
                def("item(self)", "The fields as a tuple of plain values.", example: "np.zeros(1, 'i4,f8')[0].item()") { (x: VoidObject) in try x.array.element() },
                def("tolist(self)", "The fields as a tuple of plain values.", example: "np.zeros(1, 'i4,f8')[0].tolist()") { (x: VoidObject) in try x.array.element() },
                property("dtype", "The type.", example: "np.zeros(1, 'i4,f8')[0].dtype.names") { (x: VoidObject) in x.array.arrayType },
            ]
        })
}
