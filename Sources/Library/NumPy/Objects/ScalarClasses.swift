// Defines the classes of numpy's scalars (np.float64, np.int64, …) and their hierarchy.
import Runtime
import Tensors

/// The scalar classes: one for every element type, under numpy's abstract classes.
enum ScalarClasses {
    /// `np.generic` and the abstract classes below it, by name.
    static let abstract: [String: Class] = {
        var classes = ["generic": Class(native: "generic", module: "numpy", extensible: false, rows: { scalarRows })]
        let tree = [
            ("number", "generic"), ("integer", "number"), ("signedinteger", "integer"), ("unsignedinteger", "integer"),
            ("inexact", "number"), ("floating", "inexact"), ("complexfloating", "inexact"), ("flexible", "generic"), ("character", "flexible"),
        ]
        for (name, base) in tree {
            classes[name] = Class(native: "numpy." + name, base: classes[base] ?? .objectClass, module: "numpy", extensible: false)
        }
        return classes
    }()

    private static let concrete: [(type: DType, name: String, base: String)] = [
        (.float64, "float64", "floating"), (.float32, "float32", "floating"), (.float16, "float16", "floating"),
        (.int64, "int64", "signedinteger"), (.int32, "int32", "signedinteger"), (.int16, "int16", "signedinteger"),
        (.int8, "int8", "signedinteger"), (.uint8, "uint8", "unsignedinteger"), (.uint16, "uint16", "unsignedinteger"),
        (.uint32, "uint32", "unsignedinteger"), (.uint64, "uint64", "unsignedinteger"), (.bool, "bool", "generic"),
    ]

    /// The names numpy has for a class besides its own.
    static let aliases: [(name: String, type: DType)] = [
        ("double", .float64), ("single", .float32), ("half", .float16), ("int_", .int64), ("intp", .int64), ("longlong", .int64),
        ("long", .int64), ("intc", .int32), ("short", .int16), ("byte", .int8), ("ubyte", .uint8), ("bool_", .bool),
        ("ushort", .uint16), ("uintc", .uint32), ("uint", .uint64), ("ulong", .uint64), ("ulonglong", .uint64), ("uintp", .uint64),
    ]

    private static let hooks: DunderSet = [
        .add, .radd, .sub, .rsub, .mul, .rmul, .truediv, .rtruediv, .floordiv, .rfloordiv, .mod, .rmod, .pow, .rpow,
        .neg, .pos, .bool, .eq, .ne, .lt, .le, .gt, .ge, .hash,
    ]

    /// The class of each element type.
    static let numbers: [DType: Class] = {
        var classes: [DType: Class] = [:]
        for (dtype, name, base) in concrete {
            let parent: Class = abstract[base] ?? .objectClass
            let construct: Class.Constructor = { _, arguments in try ScalarClasses.construct(dtype, arguments) }
            let cls = Class(
                native: "numpy." + name, base: parent, and: dtype == .float64 ? .float : nil, module: "numpy", hooks: hooks, extensible: false,
                constructor: construct)
            if !dtype.isFloatingPoint { cls.add(rows: { indexRows }) }
            classes[dtype] = cls
        }
        return classes
    }()

    /// `np.str_`: a `str` that remembers where it comes from.
    static let text = Class(
        native: "numpy.str_", base: abstract["character"] ?? .objectClass, and: .str, module: "numpy", overriding: [.repr], extensible: false,
        rows: {
            [
                def("__repr__(self)", "The text as code.") { (x: StrObject) -> String in
                    let text = try Value.string(x.value).repr()
                    return ArrayPrintForm.current.hidesScalarTypes ? text : "np.str_(\(text))"
                },
                def("item(self)", "The text as a str.", example: "np.str_('a').item()") { (x: StrObject) in x.value },
                property("dtype", "The type.", example: "np.str_('a').dtype") { (x: StrObject) in ArrayType.text(max(x.count, 1)) },
            ]
        },
        constructor: { _, arguments in element(arguments.count > 0 ? try arguments[0].str() : "") })

    /// A text as an element of an array.
    static func element(_ text: String) -> Value { .object(StrObject(text, type: ScalarClasses.text)) }

    /// `np.object_`
    static let object = Class(native: "numpy.object_", base: abstract["generic"] ?? .objectClass, module: "numpy", extensible: false)

    /// The class of an element type's scalars.
    static func cls(of type: ArrayType) -> Class {
        switch type {
        case .number(let dtype): numbers[dtype] ?? .objectClass
        case .text: text
        case .complex: complex
        case .object: object
        case .record: record
        }
    }

    /// The element type a class stands for; nil where it stands for none.
    static func arrayType(of cls: Class) -> ArrayType? {
        if cls === Class.float { return .number(.float64) }
        if cls === Class.int { return .number(.int64) }
        if cls === Class.bool { return .number(.bool) }
        if cls === Class.str || cls === text { return .text(0) }
        if cls === Class.complex || cls === complex { return .complex }
        if cls === Class.objectClass || cls === object { return .object }
        if let entry = numbers.first(where: { $0.value === cls }) { return .number(entry.key) }
        if cls === abstract["floating"] || cls === abstract["inexact"] { return .number(.float64) }
        return cls === abstract["integer"] || cls === abstract["signedinteger"] ? .number(.int64) : nil
    }

    /// `np.float32(x)`: a scalar, or an array where `x` is a sequence.
    private static func construct(_ dtype: DType, _ arguments: Arguments) throws -> Value {
        guard arguments.count > 0 else { return .object(ScalarObject(.int(0), dtype)) }
        if dtype == .bool, arguments[0].sequenceElements == nil, arguments[0].as(ArrayObject.self) == nil {
            return .object(ScalarObject(.bool(try arguments[0].truth()), .bool))
        }
        if let text = arguments[0].text {
            guard dtype.isFloatingPoint else {
                return .object(ScalarObject(try Number.from(Value.object(Class.int).call([.string(text)])) ?? 0, dtype))
            }
            return .object(ScalarObject(try Number.from(Value.object(Class.float).call([.string(text)])) ?? 0, dtype))
        }
        let array = try ArrayObject.make(arguments[0], type: .number(dtype), copy: false)
        return try array.tensor.to(dtype).scalarOrArray()
    }
}
