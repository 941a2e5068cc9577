// The native classes of the language's own values. Their methods are rows in Builtins.

extension Class {
    /// `object` and `type` need each other, so they are made together.
    private static let roots: (object: Class, type: Class) = {
        let object = Class(
            name: "object", bases: [], module: "builtins",
            hooks: [.`init`, .new, .repr, .str, .format, .hash, .eq, .ne, .lt, .le, .gt, .ge, .getattribute, .setattr, .delattr, .dir, .init_subclass],
            extensible: true, user: false, constructor: nil)
        object.linearise(tail: [])
        let type = Class(name: "type", bases: [object], module: "builtins", hooks: [.call], extensible: true, user: false, constructor: Metaclass.call)
        type.linearise(tail: [object])
        Shape.metaclass.typeReference = .passUnretained(type)
        Shape.metaclass.kind = .cls
        type.kind = .cls
        object.kind = .instance
        object.rootShape.takeUnretainedValue().kind = .instance
        return (object, type)
    }()

    /// `object`
    public static var objectClass: Class { roots.object }
    /// `type`
    public static var typeClass: Class { roots.type }

    public static let noneType = Class(native: "NoneType", hooks: [.bool], extensible: false, constructor: { _, arguments in
        if arguments.total > 0 { throw Raised.typeError("NoneType takes no arguments") }
        return .none
    })
    public static let int = Class(native: "int", hooks: DunderSet.arithmetic.union(.bits).union([.index, .int, .float, .bool, .round, .trunc, .floor, .ceil]), rows: { NumberMethods.intRows }, constructor: NumberConstructors.int)
    public static let bool = Class(native: "bool", base: .int, extensible: false, constructor: NumberConstructors.bool)
    public static let float = Class(native: "float", hooks: DunderSet.arithmetic.union([.int, .float, .bool, .round, .trunc, .floor, .ceil]), rows: { NumberMethods.floatRows }, constructor: NumberConstructors.float)
    public static let complex = Class(
        native: "complex",
        hooks: [.add, .radd, .sub, .rsub, .mul, .rmul, .truediv, .rtruediv, .pow, .rpow, .neg, .pos, .bool],
        rows: { ComplexMethods.rows }, constructor: ComplexMethods.construct)
    public static let str = Class(native: "str", hooks: DunderSet.sequence.union([.mod, .rmod]), rows: { StrSearch.rows + StrSplitting.rows + StrCase.rows + StrLayout.rows }, constructor: StrLayout.construct).holding(.str)
    public static let bytes = Class(native: "bytes", hooks: DunderSet.sequence, rows: { BytesMethods.rows }, constructor: BytesMethods.construct)
    public static let memoryview = Class(
        native: "memoryview", hooks: [.len, .contains, .iter, .getitem, .setitem, .delitem, .eq, .ne, .hash], extensible: false,
        rows: { MemoryViewMethods.rows }, constructor: MemoryViewMethods.construct)
    public static let bytearray = Class(
        native: "bytearray", hooks: DunderSet.sequence.union([.setitem, .delitem, .iadd, .imul]),
        rows: { BytesMethods.rows + BytesMethods.mutatingRows }, constructor: BytesMethods.constructArray)
    public static let list = Class(native: "list", hooks: DunderSet.sequence.union([.setitem, .delitem, .iadd, .imul, .reversed]), rows: { ListMethods.rows }, constructor: ListMethods.construct).holding(.list)
    public static let tuple = Class(native: "tuple", hooks: DunderSet.sequence, rows: { ListMethods.tupleRows }, constructor: ListMethods.constructTuple).holding(.tuple)
    public static let dict = Class(native: "dict", hooks: DunderSet.container.union([.getitem, .setitem, .delitem, .or, .ror, .ior, .reversed]), rows: { DictMethods.rows }, constructor: DictMethods.construct).holding(.dict)
    public static let set = Class(native: "set", hooks: DunderSet.container.union(.setAlgebra).union([.isub, .iand, .ior, .ixor]), rows: { SetMethods.rows }, constructor: SetMethods.construct)
    public static let frozenset = Class(native: "frozenset", hooks: DunderSet.container.union(.setAlgebra), rows: { SetMethods.commonRows }, constructor: SetMethods.construct)
    public static let range = Class(native: "range", hooks: DunderSet.container.union([.getitem, .reversed, .bool]), extensible: false, rows: { RangeMethods.rows }, constructor: RangeMethods.construct)
    public static let slice = Class(native: "slice", extensible: false, rows: { RangeMethods.sliceRows }, constructor: RangeMethods.constructSlice)
    public static let ellipsis = Class(native: "ellipsis", extensible: false)
    public static let notImplementedType = Class(native: "NotImplementedType", extensible: false)
    public static let function = Class(native: "function", hooks: [.call, .get], extensible: false).holding(.function)
    public static let method = Class(native: "method", hooks: [.call], extensible: false, constructor: { _, arguments in
        try arguments.rejectKeywords("method")
        guard arguments.count == 2 else { throw Raised.typeError("method expected 2 arguments, got \(arguments.count)") }
        guard case .object(let function) = arguments[0], arguments[0].isCallable else { throw Raised.typeError("first argument must be callable") }
        guard !arguments[1].isNone else { throw Raised.typeError("instance must not be None") }
        return .object(BoundMethod(function, receiver: arguments[1]))
    }).holding(.boundMethod)
    public static let builtinFunction = Class(native: "builtin_function_or_method", hooks: [.call], extensible: false).holding(.native)
    public static let methodDescriptor = Class(native: "method_descriptor", hooks: [.call, .get], extensible: false).holding(.native)
    public static let getsetDescriptor = Class(native: "getset_descriptor", hooks: [.get, .set], extensible: false)
    public static let property = Class(native: "property", hooks: [.get, .set, .delete], constructor: { cls, arguments in
        try Arguments.bound(arguments, "property(fget=None, fset=None, fdel=None, doc=None)") { values in
            let doc = values[3].isNone ? try values[0].attributeIfPresent("__doc__") ?? .none : values[3]
            return .object(PropertyObject(getter: values[0], setter: values[1], deleter: values[2], doc: doc, type: cls))
        }
    })
    public static let staticMethod = Class(native: "staticmethod", hooks: [.get, .call], constructor: { cls, arguments in
        try Arguments.bound(arguments, "staticmethod(function, /)") { .object(MethodWrapper($0[0], binding: .nothing, type: cls)) }
    })
    public static let classMethod = Class(native: "classmethod", hooks: [.get], constructor: { cls, arguments in
        try Arguments.bound(arguments, "classmethod(function, /)") { .object(MethodWrapper($0[0], binding: .cls, type: cls)) }
    })
    public static let superClass = Class(native: "super", hooks: [.getattribute], constructor: { cls, arguments in
        guard arguments.count > 0 else { throw Raised.runtimeError("super(): no arguments") }
        guard let start = arguments[0].as(Class.self) else {
            throw Raised.typeError("super() argument 1 must be a type, not \(arguments[0].type.name)")
        }
        guard arguments.count > 1 else { throw Raised.notImplementedError("unbound super objects are not supported") }
        return .object(try SuperObject(start, arguments[1]))
    }).answeringFirst()
    public static let module = Class(native: "module")
    public static let cell = Class(native: "cell", extensible: false)
    public static let generator = Class(native: "generator", hooks: [.iter, .next], extensible: false).holding(.generator)
    public static let code = Class(native: "code", extensible: false)
    public static let traceback = Class(native: "traceback", extensible: false)

    /// A native iterator class: `list_iterator`, `zip`, …
    public static func iterator(_ name: String) -> Class {
        Class(native: name, hooks: [.iter, .next], extensible: false)
    }
}

extension DunderSet {
    static let arithmetic: DunderSet = [
        .add, .radd, .sub, .rsub, .mul, .rmul, .truediv, .rtruediv, .floordiv, .rfloordiv, .mod, .rmod, .divmod, .rdivmod,
        .pow, .rpow, .neg, .pos, .abs,
    ]
    static let bits: DunderSet = [.lshift, .rlshift, .rshift, .rrshift, .and, .rand, .or, .ror, .xor, .rxor, .invert]
    static let container: DunderSet = [.len, .contains, .iter]
    static let sequence: DunderSet = [.len, .contains, .iter, .getitem, .add, .mul, .rmul]
    static let setAlgebra: DunderSet = [.sub, .rsub, .and, .rand, .or, .ror, .xor, .rxor]
}
