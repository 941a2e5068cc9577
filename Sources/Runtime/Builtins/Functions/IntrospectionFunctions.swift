// Builtin functions that look into objects: dir, vars, help.

enum IntrospectionFunctions {
    static var rows: [Row] {
        [
            def(raw: "dir(object=None, /)", "The names of an object's attributes, or of the local variables.", example: "'append' in dir([])") { arguments in
                if arguments.count == 0 { return .list(try Sorting.sorted(Interpreter.current.callerLocals().table.keys)) }
                return .list(try names(of: arguments[0]).map { .string($0) })
            },
            def(raw: "vars(object=None, /)", "An object's attributes as a dict, or the local variables.") { arguments in
                if arguments.count == 0 { return .object(Interpreter.current.callerLocals()) }
                guard let dict = try arguments[0].attributeIfPresent("__dict__") else {
                    throw Raised.typeError("vars() argument must have __dict__ attribute")
                }
                return dict
            },
            def("help(object=None)", "Prints what is known about an object.") { (value: Value) throws -> Void in
                Interpreter.current.output(try helpText(value) + "\n")
            },
        ]
    }

    /// The attribute names of a value, sorted.
    static func names(of value: Value) throws -> [String] {
        if let method = value.type.lookup(Dunder.dir.name), value.type.userDunders.contains(.dir) {
            return try method.call([value]).elements().compactMap(\.text).sorted()
        }
        var names: Set<String> = []
        if case .object(let object) = value {
            for name in object.attributeNames { names.insert(name.text) }
            for (name, _) in object.ownAttributes { names.insert(name.text) }
            if object is ModuleObject { return names.sorted() }
        }
        for cls in (value.as(Class.self) ?? value.type).mro {
            for name in cls.ownNames { names.insert(name.text) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func helpText(_ value: Value) throws -> String {
        let doc = try value.attributeIfPresent("__doc__")?.text ?? ""
        let indented = doc.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
        let name = try value.attributeIfPresent("__name__")?.text ?? value.type.name
        if let native = value.as(NativeFunction.self) ?? value.as(BoundMethod.self)?.function as? NativeFunction {
            let headers = native.rows.map(\.header).joined(separator: "\n")
            return "Help on built-in function \(name):\n\n\(headers)\n    \(native.rows[0].doc)\n"
        }
        if value.as(Class.self) != nil { return "Help on class \(name):\n\nclass \(name)\n\(indented)\n" }
        if value.as(ModuleObject.self) != nil { return "Help on module \(name):\n\n\(indented)\n" }
        if value.as(FunctionObject.self) != nil || value.as(BoundMethod.self) != nil {
            return "Help on function \(name) in module \(try value.attributeIfPresent("__module__")?.text ?? "__main__"):\n\n\(name)(...)\n\(indented)\n"
        }
        return "Help on \(value.type.name) object:\n\n\(try value.type.doc ?? value.repr())\n"
    }
}
