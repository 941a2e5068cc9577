// Defines RecordTable: the elements of a structured array, kept field by field.
import Runtime
import Tensors

/// The columns of a structured array.
///
/// The array's tensor holds the places of its elements in the columns, in order, so that every view of it is the same view of a column:
/// a field shares memory with the array. Where elements are chosen or copied, so are the columns.
final class RecordTable: ValueTable, @unchecked Sendable {
    let fields: [RecordType.Field]
    /// One array of one dimension a field.
    let columns: [ArrayObject]
    /// The memory of the places.
    private let places: Tensor

    /// A new array of elements whose fields are given, all of one shape.
    static func array(_ fields: [RecordType.Field], _ values: [ArrayObject], shape: Dims) throws -> ArrayObject {
        let count = shape.product ?? 0
        let columns = try values.map { ArrayObject(try $0.tensor.reshape([count]).contiguous().clone(), table: $0.table) }
        let places = try Tensor.from(Array(0..<count), shape)
        return ArrayObject(places, table: RecordTable(fields, columns, places))
    }

    private init(_ fields: [RecordType.Field], _ columns: [ArrayObject], _ places: Tensor) {
        self.fields = fields
        self.columns = columns
        self.places = places
        super.init([], .record(RecordType(fields: fields)))
    }

    /// The element at a place as a tuple of plain values.
    override subscript(place: Int) -> Value {
        .tuple(columns.map { column in
            (try? ArrayObject(column.tensor.select(0, place), table: column.table).element()) ?? .none
        })
    }

    /// A field of an array over these columns: a view of its column, or a copy that cannot be written where the array lies otherwise.
    private func part(_ index: Int, of array: ArrayObject) throws -> ArrayObject {
        let column = columns[index]
        guard try array.tensor.storage() === places.storage() else {
            let flat = try column.tensor.indexSelect(dim: 0, index: array.tensor.reshape([array.tensor.count])).reshape(array.tensor.shape)
            return ArrayObject(flat, table: column.table).readOnly()
        }
        let view = try Tensor(column.tensor.dtype, array.tensor.layout, column.tensor.storage())
        return ArrayObject(view, table: column.table, base: array)
    }

    /// The field of a name.
    func field(_ name: String, of array: ArrayObject) throws -> ArrayObject {
        guard let index = fields.firstIndex(where: { $0.name == name }) else { throw Raised.valueError("no field of name \(name)") }
        return try part(index, of: array)
    }

    /// All fields in order.
    func parts(of array: ArrayObject) throws -> [ArrayObject] { try fields.indices.map { try part($0, of: array) } }

    /// The array with some of the fields, sharing their columns.
    func selecting(_ names: [String], of array: ArrayObject) throws -> ArrayObject {
        let indices = try names.map { name in
            guard let index = fields.firstIndex(where: { $0.name == name }) else { throw Raised(.exception("KeyError"), "'\(name)'") }
            return index
        }
        return ArrayObject(array.tensor, table: RecordTable(indices.map { fields[$0] }, indices.map { columns[$0] }, places), base: array)
    }

    /// The names of all fields, those named by `order=` first.
    func order(by names: Value) throws -> [String] {
        let first = try names.text.map { [$0] } ?? (names.isNone ? [] : names.elements().map { try $0.str() })
        if let unknown = first.first(where: { name in !fields.contains { $0.name == name } }) { throw Raised.valueError("unknown field name: \(unknown)") }
        return first + fields.map(\.name).filter { !first.contains($0) }
    }

    /// The elements at places, copied.
    func copied(_ chosen: Tensor) throws -> ArrayObject {
        let scattered = ArrayObject(try chosen.clone(), table: self)
        return try Self.array(fields, parts(of: scattered), shape: chosen.shape)
    }

    /// Writes a value, or an array of values, to elements of an array.
    func write(_ array: ArrayObject, _ key: Value, _ value: Value) throws {
        let source = try ArrayObject.make(value, type: type)
        guard let records = source.table as? RecordTable else { return }
        for (target, part) in zip(try parts(of: array), try records.parts(of: source)) {
            try target.setItem(key, part.tensor.rank == 0 ? part.scalarOrSelf() : .object(part))
        }
    }

    /// Nested lists of tuples as an array; other values fill all fields alike.
    static func read(_ value: Value, _ type: RecordType) throws -> ArrayObject {
        if let array = value.as(VoidObject.self)?.array ?? value.as(ArrayObject.self) {
            let parts = try (array.table as? RecordTable)?.parts(of: array) ?? Array(repeating: array, count: type.fields.count)
            guard parts.count == type.fields.count else { throw mismatch(parts.count, type) }
            return try Self.array(type.fields, zip(parts, type.fields).map { try $0.converted(to: $1.type) }, shape: array.tensor.shape)
        }
        var builder = ArrayBuilder(ofRecords: true)
        try builder.measure(value, depth: 0)
        let rows = try builder.leaves.map { leaf in
            if let record = leaf.as(VoidObject.self) { return try record.array.element().sequenceElements ?? [] }
            guard let row = leaf.as(TupleObject.self)?.elements else { return Array(repeating: leaf, count: type.fields.count) }
            guard row.count == type.fields.count else { throw mismatch(row.count, type) }
            return row
        }
        let columns = try type.fields.indices.map { k in
            try ArrayBuilder(leaves: rows.map { $0[k] }, shape: [rows.count]).build(type.fields[k].type)
        }
        return try Self.array(type.fields, columns, shape: Dims(builder.shape))
    }

    private static func mismatch(_ count: Int, _ type: RecordType) -> Raised {
        .valueError("could not assign tuple of length \(count) to structure with \(type.fields.count) fields.")
    }
}
