// Defines RecordType: the fields of a structured array's elements.
import Runtime
import Tensors

/// `np.dtype([('name', 'U10'), ('age', 'i4')])`
struct RecordType: Equatable, Sendable {
    /// One named part of every element.
    struct Field: Equatable, Sendable {
        let name: String
        let type: ArrayType
    }

    let fields: [Field]

    var itemSize: Int { fields.reduce(0) { $0 + $1.type.itemSize } }

    /// `[('name', '<U10'), ('age', '<i4')]`
    var text: String { (try? description.repr()) ?? "" }

    /// The fields as a list of names and codes: `dtype.descr`.
    var description: Value {
        .list(fields.map { .tuple([.string($0.name), .string(ArrayTypeObject($0.type).code)]) })
    }

    /// The names as a tuple.
    var names: Value { .tuple(fields.map { .string($0.name) }) }

    /// Types and places in the element by name.
    func places() throws -> Value {
        let places = DictObject()
        var offset = 0
        for field in fields {
            try places.setItem(.string(field.name), .tuple([field.type.intoValue(), .int(offset)]))
            offset += field.type.itemSize
        }
        return .object(places)
    }

    // MARK: Reading

    /// The type that a list of names and types, a text such as "i4,f8", or a dictionary of names and formats stands for; nil for other values.
    static func from(_ value: Value) throws -> RecordType? {
        if let text = value.text {
            guard text.contains(",") else { return nil }
            let types = text.split(separator: ",").map { Value.string(String($0.filter { $0 != " " })) }
            return try made(types.indices.map { .string("f\($0)") }, types)
        }
        if let dictionary = value.as(DictObject.self) {
            return try made(Value.object(dictionary).item("names").elements(), Value.object(dictionary).item("formats").elements())
        }
        guard value.as(ListObject.self) != nil else { return nil }
        let fields = try value.elements().map { try $0.elements() }
        if fields.contains(where: { $0.count > 2 }) { throw Raised(.exception("NotImplementedError"), "fields that are arrays themselves are not available") }
        guard fields.allSatisfy({ $0.count == 2 }) else {
            throw Raised.typeError("Field elements must be 2- or 3-tuples, got '\(try (value.elements().first ?? .none).repr())'")
        }
        return try made(fields.map { $0[0] }, fields.map { $0[1] })
    }

    private static func made(_ names: [Value], _ types: [Value]) throws -> RecordType {
        let fields = try zip(names, types).map { name, type in
            guard let known = try ArrayType.from(type) else { throw Raised.typeError("Cannot interpret '\(try type.repr())' as a data type") }
            return Field(name: try name.str(), type: known)
        }
        guard Set(fields.map(\.name)).count == fields.count else {
            throw Raised.valueError("field '\(fields.last?.name ?? "")' occurs more than once")
        }
        return RecordType(fields: fields)
    }
}
