// What the loop does for definitions, exceptions, contexts, imports and patterns.

extension Interpreter {
    /// Instructions that are not worth a case of their own in the loop.
    @inline(never)
    func execute(_ frame: FramePointer, _ i: Instruction, _ r: Slot, _ k: Slot) throws {
        func value(_ operand: UInt16) -> Value {
            operand & Instruction.constantBit == 0 ? r[Int(operand)] : k[Int(operand & ~Instruction.constantBit)]
        }
        let target = r + Int(i.a)
        let code = frame.pointee.code.takeUnretainedValue()
        switch i.opcode {
        case .makeFunction: target.pointee = .object(makeFunction(frame, code.children[Int(i.b)], r + Int(i.c), annotated: i.x == 1, r))
        case .buildClass: target.pointee = try buildClass(target)
        case .setAnnotation: try setAnnotation(frame, value(i.a), value(i.b))
        case .raise: throw try exception(from: value(i.a))
        case .raiseFrom: throw try exception(from: value(i.a), cause: value(i.b))
        case .raiseAgain:
            guard let handled = handledException() else { throw Raised.runtimeError("No active exception to reraise") }
            throw Raised(handled)
        case .reraise:
            guard let exception = target.pointee.as(ExceptionObject.self) else { return }
            target.setUnset()
            throw Raised(exception)
        case .failAssertion:
            let message = value(i.a)
            throw Raised(ExceptionObject(type: .exception("AssertionError"), arguments: message.isUnset ? [] : [message]))
        case .matchException: target.setBool(try matches(value(i.b), value(i.c)))
        case .enterContext: try enterContext(value(i.b), target)
        case .exitContext: target.setBool(try exitContext(r + Int(i.b), exception: i.x == 1 ? .none : r[Int(i.c)]))
        case .importModule: target.pointee = try importNamed(code.names[Int(i.b)].text, bindsTop: i.x == 1)
        case .importFrom: target.pointee = try importName(code.names[Int(i.c)], from: r[Int(i.b)])
        case .importStar: try importAll(target.pointee, into: frame.pointee.globals.takeUnretainedValue())
        case .matchSequence: target.setBool(try matchesSequence(value(i.b), count: Int(i.c), atLeast: i.x == 1))
        case .matchMapping: target.setBool(value(i.b).as(DictObject.self) != nil)
        case .matchKey: target.pointee = try value(i.b).as(DictObject.self)?.table.value(value(i.c)) ?? .unset
        case .matchRest: target.pointee = try remaining(value(i.b), without: r[Int(i.c)])
        case .matchClass: target.setBool(try matchesClass(value(i.b), value(i.c), positional: Int(i.x)))
        case .matchPositional: target.pointee = try positionalAttribute(value(i.b), r[Int(i.c)], Int(i.x))
        case .matchAttribute: target.pointee = try value(i.b).attributeIfPresent(code.names[Int(i.c)]) ?? .unset
        default: break
        }
    }

    // MARK: Definitions

    private func makeFunction(_ frame: FramePointer, _ code: Code, _ defaults: Slot, annotated: Bool, _ r: Slot) -> FunctionObject {
        var values: [Value] = []
        if !code.defaultIndices.isEmpty {
            values = Array(repeating: .unset, count: code.signature.parameters.count)
            for (offset, index) in code.defaultIndices.enumerated() { values[index] = defaults[offset] }
        }
        let cells = code.captures.map { capture in
            switch capture {
            case .register(let register): unsafeBitCast((r + register).rawObject.toOpaque(), to: CellObject.self)
            case .free(let index): frame.pointee.captured(index)
            }
        }
        let function = FunctionObject(code: code, defaults: values, closure: cells)
        if annotated {
            let slot = defaults + code.defaultIndices.count
            function.annotations = slot.pointee.as(DictObject.self)
        }
        defaults.clear(code.defaultIndices.count + 1)
        return function
    }

    /// Runs a class body and makes the class: body function, list of bases and dict of keywords in three slots.
    private func buildClass(_ window: Slot) throws -> Value {
        guard let body = window[0].as(FunctionObject.self) else { throw Raised.typeError("not a class body") }
        let bases = window[1].sequenceElements ?? []
        var keywords = window[2].as(DictObject.self)?.table.pairs.compactMap { pair in pair.key.as(StrObject.self).map { ($0.name, pair.value) } } ?? []
        (window + 1).clear(2)
        let namespace = Namespace()
        let metaclass = try Metaclass(bases: bases, keywords: &keywords)
        try metaclass.prepare(namespace, name: body.name, bases: bases, keywords: keywords)
        let code = Unmanaged.passUnretained(body.code)
        try push(
            code, function: .passUnretained(body), registers: top, result: top, completion: .leave, namespace: .passUnretained(namespace))
        prepareLocals(code, innermost.pointee.registers)
        let cell = try withExtendedLifetime(namespace) { try run() }
        let builder = ClassBuilder(
            name: body.name, qualifiedName: body.qualifiedName, module: moduleName(of: body.globals), namespace: namespace)
        return try metaclass.make(builder, bases: bases, keywords: keywords, doc: body.doc, cell: cell.as(CellObject.self))
    }

    private func moduleName(of globals: Globals) -> String {
        globals.value(of: "__name__")?.text ?? "__main__"
    }

    private func setAnnotation(_ frame: FramePointer, _ name: Value, _ annotation: Value) throws {
        if let namespace = frame.pointee.namespace?.takeUnretainedValue() {
            let dict = namespace.annotations ?? DictObject()
            namespace.annotations = dict
            namespace.table["__annotations__"] = .object(dict)
            try dict.table.set(name, annotation)
            return
        }
        let globals = frame.pointee.globals.takeUnretainedValue()
        let dict = globals.value(of: "__annotations__")?.as(DictObject.self) ?? DictObject()
        globals.set("__annotations__", .object(dict))
        try dict.table.set(name, annotation)
    }

    // MARK: Contexts

    private static let enterName = Dunder.enter.name
    private static let exitName = Dunder.exit.name

    /// Puts the exit method and the value of `__enter__` into two slots.
    private func enterContext(_ manager: Value, _ target: Slot) throws {
        let type = manager.type
        guard let enter = type.lookup(Self.enterName) else {
            throw Raised.typeError("'\(type.name)' object does not support the context manager protocol")
        }
        guard let exit = type.lookup(Self.exitName) else {
            throw Raised.typeError("'\(type.name)' object does not support the context manager protocol (missed __exit__ method)")
        }
        target[0] = try exit.bound(to: manager, in: type)
        target[1] = try enter.bound(to: manager, in: type).call()
    }

    /// Calls the exit method; true where it swallows the exception.
    private func exitContext(_ slot: Slot, exception: Value) throws -> Bool {
        let exit = slot.pointee
        slot.setUnset()
        guard let raised = exception.as(ExceptionObject.self) else {
            _ = try exit.call([.none, .none, .none])
            return false
        }
        return try exit.call([.object(raised.type), exception, .object(TracebackObject(raised))]).truth()
    }

    // MARK: Imports

    private func importNamed(_ name: String, bindsTop: Bool) throws -> Value {
        if name.hasPrefix(".") { throw Raised(.exception("ImportError"), "attempted relative import with no known parent package") }
        var module: Value = .none
        var top: Value = .none
        var path = ""
        for part in name.split(separator: ".") {
            path += path.isEmpty ? String(part) : "." + part
            module = try importPart(path, name: name, parent: module)
            if top.isNone { top = module }
        }
        return bindsTop ? top : module
    }

    private func importPart(_ path: String, name: String, parent: Value) throws -> Value {
        do {
            let module = try importModule(path)
            if let parent = parent.as(ModuleObject.self), let last = path.split(separator: ".").last {
                if parent.globals.value(of: Name(String(last))) == nil { parent.globals.set(Name(String(last)), module) }
            }
            return module
        } catch let raised as Raised where parent.as(ModuleObject.self) != nil && raised.exception.isA(.exception("ModuleNotFoundError")) {
            let isPackage = registry.keys.contains { $0.hasPrefix(path.prefix { $0 != "." } + ".") }
            let parentName = path.split(separator: ".").dropLast().joined(separator: ".")
            let suffix = isPackage ? "" : "; '\(parentName)' is not a package"
            throw Raised(.exception("ModuleNotFoundError"), "No module named '\(path)'\(suffix)")
        }
    }

    private func importName(_ name: Name, from module: Value) throws -> Value {
        if let value = try module.attributeIfPresent(name) { return value }
        let moduleName = module.as(ModuleObject.self)?.name ?? "?"
        if registry[moduleName + "." + name.text] != nil { return try importModule(moduleName + "." + name.text) }
        throw Raised(.exception("ImportError"), "cannot import name '\(name.text)' from '\(moduleName)' (unknown location)")
    }

    private func importAll(_ module: Value, into globals: Globals) throws {
        guard let module = module.as(ModuleObject.self) else { return }
        try module.runSource()
        let listed = try module.globals.value(of: "__all__")?.elements().compactMap { $0.text.map { Name($0) } }
        for name in listed ?? module.importableNames where listed != nil || !name.text.hasPrefix("_") {
            globals.set(name, try Value.object(module).attribute(name))
        }
    }

    // MARK: Patterns

    private func matchesSequence(_ value: Value, count: Int, atLeast: Bool) throws -> Bool {
        guard case .object(let object) = value else { return false }
        guard object is ListObject || object is TupleObject || object is AnyRange || object.type.matchesSequencePatterns else { return false }
        let length = try value.length()
        return atLeast ? length >= count : length == count
    }

    private func remaining(_ value: Value, without keys: Value) throws -> Value {
        let rest = DictObject(value.as(DictObject.self)?.table ?? OrderedTable())
        for key in keys.sequenceElements ?? [] { try rest.table.remove(key) }
        return .object(rest)
    }

    private func matchesClass(_ value: Value, _ cls: Value, positional: Int) throws -> Bool {
        guard let type = cls.as(Class.self) else {
            throw Raised.typeError("called match pattern must be a type")
        }
        guard try value.isInstance(ofAny: cls) else { return false }
        let allowed = try type.matchArguments()?.count ?? (type.matchesItself ? 1 : 0)
        if positional > allowed {
            let plural = allowed == 1 ? "" : "s"
            throw Raised.typeError("\(type.name)() accepts \(allowed) positional sub-pattern\(plural) (\(positional) given)")
        }
        return true
    }

    private func positionalAttribute(_ value: Value, _ cls: Value, _ index: Int) throws -> Value {
        guard let type = cls.as(Class.self) else { return .unset }
        guard let names = try type.matchArguments() else { return index == 0 ? value : .unset }
        return try value.attributeIfPresent(names[index]) ?? .unset
    }
}

extension Class {
    /// `__match_args__`; nil where the class has none.
    fileprivate func matchArguments() throws -> [Name]? {
        guard let names = lookup("__match_args__") else { return nil }
        guard let tuple = names.as(TupleObject.self) else {
            throw Raised.typeError("\(name).__match_args__ must be a tuple (got \(names.type.name))")
        }
        return try tuple.elements.map { element in
            guard let text = element.text else {
                throw Raised.typeError("__match_args__ elements must be strings (got \(element.type.name))")
            }
            return Name(text)
        }
    }

    /// Built-in classes whose one positional pattern is the value itself.
    fileprivate var matchesItself: Bool {
        let builtin: [Class] = [.bool, .bytes, .dict, .float, .frozenset, .int, .list, .set, .str, .tuple]
        return builtin.contains { isSubclass(of: $0) }
    }

    /// Sequence classes of the library besides list, tuple and range (`collections.deque`).
    fileprivate var matchesSequencePatterns: Bool { mro.contains { $0.name == "deque" } }
}
