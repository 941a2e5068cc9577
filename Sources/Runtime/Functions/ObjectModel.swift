// ObjectModel: the attributes and constructors of the classes that make up the object model itself:
// object, type, function, method, property, staticmethod, classmethod, super, generator.

/// Members of the machine's own classes. (Those of numbers, text and containers are in Builtins.)
enum ObjectModel {
    /// Adds the members; once per process.
    static let installation: Void = {
        Class.objectClass.add { objectRows }
        Class.typeClass.add { typeRows + typeMethods }
        Class.function.add { functionRows }
        Class.method.add { methodRows }
        Class.builtinFunction.add { nativeRows }
        Class.methodDescriptor.add { nativeRows }
        Class.property.add { propertyRows }
        Class.cell.add { cellRows }
        Class.generator.add { GeneratorObject.rows }
        Class.function.acceptsAttributes = true
        Class.module.acceptsAttributes = true
        Class.baseException.acceptsAttributes = true
        for cls in Class.exceptions { cls.acceptsAttributes = true }
        // Their hooks refuse; the attribute tells programs that ask first.
        for cls in [Class.list, .dict, .set, .bytearray] { cls.setEntry(Dunder.hash.name, Value.none) }
    }()

    /// The classes of the object model that are global names.
    static var constants: [(name: String, value: Value)] {
        let classes: [Class] = [.objectClass, .typeClass, .property, .staticMethod, .classMethod, .superClass]
        return classes.map { (name: $0.name, value: Value.object($0)) }
    }

    private static let objectRows: [Row] = [
        property("__class__", "The class of the object.", get: { (object: Value) in Value.object(object.type) }, set: { (object: Value, cls: Value) in
            guard let cls = cls.as(Class.self), case .object(let instance) = object else {
                throw Raised.typeError("__class__ must be set to a class, not '\(cls.type.name)' object")
            }
            guard cls.isUserDefined, instance.type.isUserDefined else {
                throw Raised.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
            }
            guard cls.kind == instance.type.kind, cls.host === instance.type.host else {
                throw Raised.typeError("__class__ assignment: '\(cls.name)' object layout differs from '\(instance.type.name)'")
            }
            instance.changeClass(to: cls)
        }),
        property("__dict__", "The attributes of the instance.", get: { (object: Value) -> Value in
            guard case .object(let instance) = object, instance.type.acceptsAttributes, instance.type.allowedSlots == nil else {
                throw Raised.noAttribute("__dict__", of: object)
            }
            return .object(AttributeDict(instance))
        }, set: { (object: Value, value: Value) in
            guard case .object(let instance) = object, instance.type.acceptsAttributes, let dict = value.as(DictObject.self) else {
                throw Raised.typeError("__dict__ must be set to a dictionary, not a '\(value.type.name)'")
            }
            let pairs = dict.table.pairs
            for (name, _) in instance.ownAttributes { _ = instance.removeOwnAttribute(name) }
            for (key, value) in pairs {
                if let name = key.as(StrObject.self)?.name { instance.setOwnAttribute(name, value) }
            }
        }),
        property("__doc__", "The docstring of the class.") { (object: Value) -> Value in
            object.type.mro.first?.doc.map { .string($0) } ?? .none
        },
        def(raw: "__reduce_ex__(self, protocol)", "Refuses: programs cannot be pickled.") { arguments in
            throw Raised.typeError("cannot pickle '\(arguments[0].type.name)' object")
        },
    ]

    private static let typeRows: [Row] = [
        property("__name__", "The name of the class.") { (cls: Class) in cls.shortName },
        property("__qualname__", "The name with the enclosing classes and functions.") { (cls: Class) in cls.qualifiedName },
        property("__module__", "The module the class was defined in.") { (cls: Class) in cls.module },
        property("__bases__", "The direct bases.") { (cls: Class) in Value.tuple(cls.bases.map { .object($0) }) },
        property("__base__", "The first base.") { (cls: Class) in cls.bases.first.map { Value.object($0) } ?? .none },
        property("__mro__", "The method resolution order.") { (cls: Class) in Value.tuple(cls.mro.map { .object($0) }) },
        property("__doc__", "The docstring.") { (cls: Class) in cls.doc.map { Value.string($0) } ?? .none },
        property("__dict__", "The attributes the class itself defines.") { (cls: Class) in
            DictObject(named: cls.ownNames.compactMap { name in cls.ownEntry(name).map { (name.text, $0) } })
        },
        property("__abstractmethods__", "The names that derived classes must define.") { (cls: Class) throws -> Value in
            .object(SetObject(try SetAlgebra.table(of: .list(cls.abstractNames.map { .string($0) })), type: .frozenset))
        },
        property("__annotations__", "The annotations in the class body.") { (cls: Class) -> Value in
            cls.ownEntry("__annotations__") ?? .object(DictObject())
        },
    ]

    private static let typeMethods: [Row] = [
        def(raw: "__new__(mcs, name, bases, dict, /, **kwds)", "Makes a class.") { try Metaclass.new($0) }.asStatic,
        def(raw: "__init__(cls, /, *args, **kwargs)", "Does nothing: the class is made by then.") { _ in .none },
        def(raw: "__prepare__(mcs, /, *args, **kwds)", "The names a class body begins with.") { _ in .object(DictObject()) }.asClassMethod,
        def("mro(cls, /)", "The method resolution order as a list.") { (cls: Class) in Value.list(cls.mro.map { .object($0) }) },
        def("__subclasses__(cls, /)", "The classes derived directly from this one.") { (cls: Class) in
            Value.list(cls.subclasses.map { .object($0) })
        },
        def("__instancecheck__(cls, instance, /)", "Whether an object is an instance.") { (cls: Class, object: Value) in
            try object.isInstance(ofAny: .object(cls))
        },
        def("__subclasscheck__(cls, subclass, /)", "Whether a class derives from this one.") { (cls: Class, other: Class) in other.isSubclass(of: cls) },
    ]

    private static let functionRows: [Row] = [
        property("__name__", "The function's name.", get: { (f: FunctionObject) in f.name }, set: { f, name in f.name = name.text ?? f.name }),
        property(
            "__qualname__", "The name with the enclosing classes and functions.", get: { (f: FunctionObject) in f.qualifiedName },
            set: { f, name in f.qualifiedName = name.text ?? f.qualifiedName }),
        property("__doc__", "The docstring.", get: { (f: FunctionObject) in f.doc }, set: { f, doc in f.doc = doc }),
        property("__module__", "The module it was defined in.", get: { (f: FunctionObject) in
            f.ownAttribute("__module__") ?? f.globals.value(of: "__name__") ?? .none
        }, set: { f, module in f.setOwnAttribute("__module__", module) }),
        property("__annotations__", "The annotations by parameter name.", get: { (f: FunctionObject) -> DictObject in
            let dict = f.annotations ?? DictObject()
            f.annotations = dict
            return dict
        }, set: { f, value in f.annotations = value.as(DictObject.self) }),
        property("__defaults__", "The defaults of positional parameters.") { (f: FunctionObject) -> Value in
            let values = f.defaults.prefix(f.code.signature.positionalCount).filter { !$0.isUnset }
            return values.isEmpty ? .none : .tuple(Array(values))
        },
        property("__kwdefaults__", "The defaults of keyword-only parameters.") { (f: FunctionObject) -> Value in
            let pairs = f.code.signature.parameters.indices.filter { f.code.signature.parameters[$0].kind == .keywordOnly }.compactMap { index in
                f.defaults.isEmpty || f.defaults[index].isUnset ? nil : (f.code.signature.parameters[index].name.text, f.defaults[index])
            }
            return pairs.isEmpty ? .none : .object(DictObject(named: pairs))
        },
        property("__closure__", "The captured variables.") { (f: FunctionObject) -> Value in
            f.closure.isEmpty ? .none : .tuple(f.closure.map { .object($0) })
        },
        property("__code__", "Facts about the code.") { (f: FunctionObject) in CodeObject(f.code) },
        property("__dict__", "The attributes of the function.") { (f: FunctionObject) in AttributeDict(f) },
        property("__globals__", "The global variables it sees.") { (f: FunctionObject) in
            DictObject(named: f.globals.names.map { ($0.text, f.globals.value(of: $0) ?? .none) })
        },
    ]

    private static let cellRows: [Row] = [
        property("cell_contents", "The value of the captured variable.", get: { (cell: CellObject) in
            if cell.value.isUnset { throw Raised.valueError("Cell is empty") }
            return cell.value
        }, set: { cell, value in cell.value = value }),
    ]

    private static let methodRows: [Row] = [
        property("__self__", "The receiver.") { (method: BoundMethod) in method.receiver },
        property("__func__", "The function.") { (method: BoundMethod) in Value.object(method.function) },
        property("__doc__", "The docstring.") { (method: BoundMethod) -> Value in
            try Value.object(method.function).attributeIfPresent("__doc__") ?? .none
        },
    ]

    private static let nativeRows: [Row] = [
        property("__name__", "The function's name.") { (f: NativeFunction) in f.name },
        property("__qualname__", "The name with the class it belongs to.") { (f: NativeFunction) in
            f.owner.map { "\($0.name).\(f.name)" } ?? f.name
        },
        property("__doc__", "What it does.") { (f: NativeFunction) in f.rows[0].doc },
        property("__module__", "The module it belongs to.") { (_: NativeFunction) in "builtins" },
    ]

    private static let propertyRows: [Row] = [
        property("fget", "The getter.") { (p: PropertyObject) in p.getter },
        property("fset", "The setter.") { (p: PropertyObject) in p.setter },
        property("fdel", "The deleter.") { (p: PropertyObject) in p.deleter },
        property("__doc__", "The docstring.", get: { (p: PropertyObject) in p.doc }, set: { p, doc in p.doc = doc }),
        def("getter(self, f, /)", "The same property with another getter.") { (p: PropertyObject, f: Value) in
            p.replacing(getter: f)
        },
        def("setter(self, f, /)", "The same property with a setter.") { (p: PropertyObject, f: Value) in p.replacing(setter: f) },
        def("deleter(self, f, /)", "The same property with a deleter.") { (p: PropertyObject, f: Value) in p.replacing(deleter: f) },
    ]
}

extension PropertyObject {
    fileprivate func replacing(getter: Value? = nil, setter: Value? = nil, deleter: Value? = nil) -> PropertyObject {
        PropertyObject(
            getter: getter ?? self.getter, setter: setter ?? self.setter, deleter: deleter ?? self.deleter, doc: doc, type: type)
    }
}

/// `__code__` of a function.
final class CodeObject: Object, @unchecked Sendable {
    private let code: Code

    init(_ code: Code) {
        self.code = code
        super.init(type: .code)
    }

    /// The local names in CPython's order: keyword-only parameters come before `*args`.
    private var names: [Name] {
        let parameters = code.signature.parameters
        let order: [Signature.Kind] = [.positionalOnly, .regular, .keywordOnly, .star, .doubleStar]
        let sorted = order.flatMap { kind in parameters.filter { $0.kind == kind }.map(\.name) }
        return sorted + code.localNames.filter { !sorted.contains($0) }
    }

    override func attribute(_ name: Name) throws -> Value? {
        switch name.text {
        case "co_name": .string(code.name)
        case "co_posonlyargcount": .int(code.signature.positionalOnlyCount)
        case "co_argcount": .int(code.signature.positionalCount)
        case "co_kwonlyargcount": .int(code.signature.keywordOnlyCount)
        case "co_varnames": .tuple(names.map { .object($0.object) })
        case "co_flags": .int((code.signature.starIndex == nil ? 0 : 4) | (code.signature.doubleStarIndex == nil ? 0 : 8) | (code.isGenerator ? 32 : 0))
        case "co_freevars": .tuple(code.freeNames.map { .object($0.object) })
        case "co_filename": .string(code.file)
        case "co_firstlineno": .int(code.positions.first.map { Int($0.line) } ?? 1)
        default: nil
        }
    }
}
