// Defines ArrayType: the element type of a numpy array, its classes and its names.
import Runtime
import Tensors

/// What a numpy array holds: numbers of an engine type, texts, or any objects.
enum ArrayType: Equatable, Sendable {
    case number(DType)
    /// Texts of at most so many code points: `<U5`.
    case text(Int)
    /// Complex numbers of two float64.
    case complex
    case object
    /// Named fields.
    case record(RecordType)

    /// The name as `str(dtype)` shows it.
    var name: String {
        switch self {
        case .number(let dtype): dtype.name
        case .text(let width): "<U\(width)"
        case .complex: "complex128"
        case .object: "object"
        case .record(let type): type.text
        }
    }

    /// `dtype.kind`: b, i, u, f, c, U, O or V.
    var kind: String {
        switch self {
        case .number(.bool): "b"
        case .number(let dtype): dtype.isFloatingPoint ? "f" : dtype.isUnsigned ? "u" : "i"
        case .text: "U"
        case .complex: "c"
        case .object: "O"
        case .record: "V"
        }
    }

    /// Bytes of one element as numpy stores it.
    var itemSize: Int {
        switch self {
        case .number(let dtype): dtype.itemSize
        case .text(let width): 4 * width
        case .complex: 16
        case .object: 8
        case .record(let type): type.itemSize
        }
    }

    /// The code points numpy gives the numbers of a type when it writes them as texts.
    static func textWidth(_ dtype: DType) -> Int {
        switch dtype {
        case .float64, .float32, .float16, .bfloat16: 32
        case .int64: 21
        case .int32: 11
        case .int16: 6
        case .int8: 4
        case .uint8: 3
        case .uint16: 5
        case .uint32: 10
        case .uint64: 20
        case .bool: 5
        }
    }

    /// The letter numpy has for the type: `dtype.char`.
    var letter: String {
        switch self {
        case .number(.float64): "d"
        case .number(.float32): "f"
        case .number(.float16), .number(.bfloat16): "e"
        case .number(.int64): "l"
        case .number(.int32): "i"
        case .number(.int16): "h"
        case .number(.int8): "b"
        case .number(.uint8): "B"
        case .number(.uint16): "H"
        case .number(.uint32): "I"
        case .number(.uint64): "L"
        case .number(.bool): "?"
        case .text: "U"
        case .complex: "D"
        case .object: "O"
        case .record: "V"
        }
    }

    /// The text inside `dtype('…')`.
    var quotedName: String {
        switch self {
        case .object: "O"
        case .text(0): "<U"
        case .number, .text, .complex, .record: name
        }
    }

    /// The engine type; nil for texts and objects.
    var dtype: DType? {
        if case .number(let dtype) = self { dtype } else { nil }
    }

    /// The names by which a program may ask for a type, besides the classes.
    private static let names: [String: ArrayType] = [
        "float64": .number(.float64), "float": .number(.float64), "double": .number(.float64), "f8": .number(.float64), "d": .number(.float64),
        "float32": .number(.float32), "single": .number(.float32), "f4": .number(.float32), "f": .number(.float32),
        "float16": .number(.float16), "half": .number(.float16), "f2": .number(.float16), "e": .number(.float16),
        "int64": .number(.int64), "int": .number(.int64), "i8": .number(.int64), "q": .number(.int64), "l": .number(.int64),
        "int32": .number(.int32), "i4": .number(.int32), "i": .number(.int32), "int16": .number(.int16), "i2": .number(.int16),
        "int8": .number(.int8), "i1": .number(.int8), "uint8": .number(.uint8), "u1": .number(.uint8), "ubyte": .number(.uint8),
        "uint16": .number(.uint16), "u2": .number(.uint16), "H": .number(.uint16), "ushort": .number(.uint16), "B": .number(.uint8),
        "uint32": .number(.uint32), "u4": .number(.uint32), "I": .number(.uint32), "uintc": .number(.uint32), "h": .number(.int16), "b": .number(.int8),
        "uint64": .number(.uint64), "u8": .number(.uint64), "L": .number(.uint64), "Q": .number(.uint64), "uint": .number(.uint64), "ulong": .number(.uint64),
        "bool": .number(.bool), "?": .number(.bool), "b1": .number(.bool), "str": .text(0), "U": .text(0), "object": .object, "O": .object, "complex": .complex,
        "complex128": .complex, "cdouble": .complex, "c16": .complex, "D": .complex,
    ]

    /// The type a name such as "float32", "<f4" or "U10" stands for.
    static func named(_ text: String) -> ArrayType? {
        if let type = names[text] { return type }
        let bare = text.drop { "<>=|".contains($0) }
        if let type = names[String(bare)] { return type }
        guard bare.first == "U", let width = Int(bare.dropFirst()), width >= 0 else { return nil }
        return .text(width)
    }
}

extension ArrayType: FromValue, IntoValue {
    /// A dtype object, a scalar class (`np.float32`), one of `int`, `float`, `bool`, `str`, `object`, or a name.
    static func from(_ value: Value) throws -> ArrayType? {
        if let type = try RecordType.from(value) { return .record(type) }
        if let text = value.text {
            guard let type = named(text) else { throw Raised.typeError("data type '\(text)' not understood") }
            return type
        }
        guard case .object(let object) = value else { return nil }
        if let descriptor = object as? ArrayTypeObject { return descriptor.arrayType }
        guard let cls = object as? Class else { return nil }
        return ScalarClasses.arrayType(of: cls)
    }

    static var expectedType: String { "data type" }
    func intoValue() -> Value { .object(ArrayTypeObject(self)) }
}

/// A `numpy.dtype`.
final class ArrayTypeObject: Object, @unchecked Sendable {
    let arrayType: ArrayType
    /// Whether the bytes of an element come in the other order than on this machine; `np.frombuffer` turns them.
    let isSwapped: Bool

    init(_ arrayType: ArrayType, isSwapped: Bool = false) {
        self.arrayType = arrayType
        self.isSwapped = isSwapped && arrayType.dtype != nil && arrayType.itemSize > 1
        super.init(type: .arrayType)
    }

    override func repr() -> String {
        record == nil ? "dtype('\(isSwapped ? code : arrayType.quotedName)')" : "dtype(\(arrayType.name))"
    }

    /// The fields, if the type has any.
    private var record: RecordType? {
        if case .record(let type) = arrayType { type } else { nil }
    }

    override func length() throws -> Int? { record?.fields.count ?? 0 }
    override func item(_ key: Value) throws -> Value {
        guard let record else { throw Raised(.exception("KeyError"), "There are no fields in dtype \(str()).") }
        guard let field = record.fields.first(where: { $0.name == key.text }) else {
            throw Raised(.exception("KeyError"), "Field named \(try key.repr()) not found.")
        }
        return field.type.intoValue()
    }
    override func str() -> String { isSwapped ? code : arrayType.name }

    /// The type with its byte order: `<f4`.
    var code: String {
        if case .text(let width) = arrayType { return "<U\(width)" }
        let order = isSwapped ? ">" : arrayType.itemSize == 1 || arrayType == .object || record != nil ? "|" : "<"
        return order + arrayType.kind + (arrayType == .object ? "" : String(arrayType.itemSize))
    }

    /// Whether a value names a type of the other byte order.
    static func isSwapped(_ value: Value) -> Bool {
        value.as(ArrayTypeObject.self)?.isSwapped ?? (value.text?.hasPrefix(">") ?? false)
    }
    override func hash() throws -> Int { try Value.string(arrayType.name).hash() }

    override func compare(_ op: Comparison, _ other: Value) throws -> Value? {
        guard op == .equal || op == .notEqual else { return nil }
        // A name that is no type is an error in numpy too; anything else is simply not equal.
        let same = try ArrayType.from(other) == arrayType && Self.isSwapped(other) == isSwapped
        return .bool(same == (op == .equal))
    }
}

extension Class {
    /// `numpy.dtype`
    static let arrayType = Class(
        native: "dtype", module: "numpy", doc: "The type of an array's elements.", hooks: [.eq, .ne, .hash, .len, .getitem], extensible: false,
        rows: { ArrayTypeObject.attributes },
        constructor: { _, arguments in
            guard arguments.count > 0 else { throw Raised.typeError("dtype() missing required argument 'dtype' (pos 1)") }
            guard let type = try ArrayType.from(arguments[0]) else {
                throw Raised.typeError("Cannot interpret '\(try arguments[0].repr())' as a data type")
            }
            return .object(ArrayTypeObject(type, isSwapped: ArrayTypeObject.isSwapped(arguments[0])))
        })
}

extension ArrayTypeObject: FromValue {
    static var expectedType: String { "numpy.dtype" }

    static var attributes: [Row] {
        [
            property("name", "The name of the type.", example: "np.dtype('f4').name") { (x: ArrayTypeObject) in
                switch x.arrayType {
                case .text(let width): width == 0 ? "str" : "str\(32 * width)"
                case .record(let type): "void\(8 * type.itemSize)"
                case .number, .complex, .object: x.arrayType.name
                }
            },
            property("kind", "One letter: b, i, u, f, c, U, O or V.", example: "np.dtype('f4').kind") { (x: ArrayTypeObject) in x.arrayType.kind },
            property("char", "One letter for each type.", example: "np.dtype('f4').char") { (x: ArrayTypeObject) in x.arrayType.letter },
            property("byteorder", "= for the order of this machine, | where there is none.", example: "np.dtype('f4').byteorder") { (x: ArrayTypeObject) in
                x.isSwapped ? ">" : x.arrayType.itemSize == 1 || x.arrayType == .object ? "|" : "="
            },
            property("shape", "No sizes.", example: "np.dtype('f4').shape") { (_: ArrayTypeObject) in Value.tuple([]) },
            property("ndim", "No dimensions.", example: "np.dtype('f4').ndim") { (_: ArrayTypeObject) in 0 },
            property("itemsize", "Bytes of one element.", example: "np.dtype('f4').itemsize") { (x: ArrayTypeObject) in x.arrayType.itemSize },
            property("type", "The class of the elements.", example: "np.dtype('f4').type") { (x: ArrayTypeObject) in
                ScalarClasses.cls(of: x.arrayType)
            },
            property("str", "The type with its byte order.", example: "np.dtype('f4').str") { (x: ArrayTypeObject) in x.code },
            property("descr", "The type as a list of fields.", example: "np.dtype('f4').descr") { (x: ArrayTypeObject) in
                x.record?.description ?? Value.list([.tuple(["", .string(x.code)])])
            },
            property("isnative", "Whether the bytes have the order of this machine.", example: "np.dtype('f4').isnative") { (x: ArrayTypeObject) in !x.isSwapped },
            property("alignment", "The bytes at which elements begin.", example: "np.dtype('f4').alignment") { (x: ArrayTypeObject) in
                x.arrayType.kind == "U" ? 4 : min(x.arrayType.itemSize, 8)
            },
            property("hasobject", "Whether the elements are objects.", example: "np.dtype('f4').hasobject") { (x: ArrayTypeObject) in x.arrayType == .object },
            property("names", "The names of the fields.", example: "np.dtype('i4,f8').names") { (x: ArrayTypeObject) in x.record?.names ?? .none },
            property("fields", "Types and places of the fields by name.", example: "np.dtype('i4,f8').fields") { (x: ArrayTypeObject) in
                try x.record?.places() ?? .none
            },
            property("subdtype", "No parts.", example: "np.dtype('f4').subdtype") { (_: ArrayTypeObject) in Value.none },
            property("base", "The type itself.", example: "np.dtype('f4').base") { (x: ArrayTypeObject) in Value.object(x) },
            def("newbyteorder(self, new_order='S')", "The type with another byte order.", example: "np.dtype('u4').newbyteorder('>')") {
                (x: ArrayTypeObject, order: String) in
                let isSwapped: Bool
                switch order.prefix(1).uppercased() {
                case ">", "B": isSwapped = true
                case "<", "L", "=", "N": isSwapped = false
                case "S": isSwapped = !x.isSwapped
                default: isSwapped = x.isSwapped
                }
                return Value.object(ArrayTypeObject(x.arrayType, isSwapped: isSwapped))
            },
        ]
    }
}
